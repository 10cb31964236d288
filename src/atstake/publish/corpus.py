"""What was found in each document of a corpus, as typed tables: one Parquet file a table and part.

The columns are fixed here, whatever a part happens to hold; docs/corpus.md tells them. Offsets are code
points into the document's own text, end exclusive; what has several stretches has ``spans``.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from atstake.errors import AtstakeError
from atstake.model.annotations import Annotations, Attribution, Event, Figure, Mention, Upcoming
from atstake.model.text import Document, Target

Row = dict[str, Any]

CLIP = 280
"""Most code points of a quote where the texts do not leave the desk."""

_AT = {"doc": "string", "start": "int64", "end": "int64", "spans": "spans", "quote": "string"}
TABLES: dict[str, dict[str, str]] = {
    "documents": {
        "id": "string",
        "kind": "string",
        "url": "string",
        "publisher": "string",
        "published": "string",
        "title": "string",
        "authors": "strings",
        "agencies": "strings",
        "language": "string",
        "author": "string",
        "handle": "string",
        "parent": "string",
        "parent_start": "int64",
        "parent_end": "int64",
        "characters": "int64",
        "sha256": "string",
        "text": "string",
    },
    "mentions": {
        "id": "string",
        **_AT,
        "form": "string",
        "type": "string",
        "name": "string",
        "country": "string",
        "role": "string",
        "metonym": "bool",
        "antecedent": "string",
    },
    "attributions": {
        "id": "string",
        **_AT,
        "source": "string",
        "source_start": "int64",
        "source_end": "int64",
        "cue": "string",
        "cue_start": "int64",
        "cue_end": "int64",
        "mention": "string",
        "act": "string",
        "polarity": "string",
        "hedged": "bool",
        "form": "string",
        "channel": "string",
        "probability": "double",
        "via": "string",
    },
    "figures": {
        "id": "string",
        **_AT,
        "number_start": "int64",
        "number_end": "int64",
        "kind": "string",
        "of": "string",
        "which": "string",
        "low": "double",
        "high": "double",
        "unit": "string",
        "place": "string",
        "as_of": "string",
        "since": "string",
        "cumulative": "bool",
        "attribution": "string",
    },
    "upcoming": {
        "id": "string",
        **_AT,
        "what": "string",
        "participants": "strings",
        "place": "string",
        "from": "string",
        "to": "string",
        "certainty": "string",
        "probability": "double",
    },
    "events": {
        "id": "string",
        **_AT,
        "event_type": "string",
        "mode": "string",
        "actor": "string",
        "recipient": "string",
        "place": "string",
        "from": "string",
        "to": "string",
        "attribution": "string",
    },
}
"""Table -> column -> type. Who acts, receives, takes part or is a source is told by a mention's id."""


def rows(document: Document, found: Annotations, *, text: bool = True) -> dict[str, list[Row]]:
    """All that was found in one document. ``text=False`` leaves its text out and clips the quotes."""
    clip = None if text else CLIP
    return {
        "documents": [_document(document, text)],
        "mentions": [_mention(m, clip) for m in found.mentions],
        "attributions": [_attribution(a, clip) for a in found.attributions],
        "figures": [_figure(f, clip) for f in found.figures],
        "upcoming": [_upcoming(u, clip) for u in found.upcoming],
        "events": [_event(e, clip) for e in found.events],
    }


def write(folder: Path, part: int, tables: Mapping[str, Iterable[Row]]) -> None:
    """Writes one part of every table, each file whole or not at all. The same rows give the same bytes."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    for name, columns in TABLES.items():
        schema = pa.schema([(column, _type(pa, kind)) for column, kind in columns.items()])
        out = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(list(tables.get(name, ())), schema=schema), out)
        _put(path(folder, name, part), out.getvalue())


def path(folder: Path, table: str, part: int) -> Path:
    """Where a part of a table is."""
    return folder / table / f"part-{part:06}.parquet"


def _type(pa: Any, kind: str) -> Any:
    if kind == "strings":
        return pa.list_(pa.string())
    if kind == "spans":
        return pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64())]))
    return {"string": pa.string(), "int64": pa.int64(), "double": pa.float64(), "bool": pa.bool_()}[kind]


def _put(place: Path, content: bytes) -> None:
    part = place.with_name(f".{place.name}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError as error:
        raise AtstakeError(f"{place} was not written: {error.strerror}; run it again to go on") from error


def _at(target: Target, clip: int | None) -> Row:
    words = target.quote
    return {
        "doc": target.document,
        "start": target.start,
        "end": target.end,
        "spans": [{"start": s.start, "end": s.end} for s in target.spans],
        "quote": words if clip is None or len(words) <= clip else words[: clip - 1] + "…",
    }


def _document(d: Document, text: bool) -> Row:
    span = d.parent_span
    return {
        "id": d.id,
        "kind": d.kind,
        "url": d.url,
        "publisher": d.publisher,
        "published": d.published,
        "title": d.title,
        "authors": list(d.authors),
        "agencies": [c.agency for c in d.agencies],
        "language": d.language,
        "author": d.author,
        "handle": d.handle,
        "parent": d.parent,
        "parent_start": span.start if span else None,
        "parent_end": span.end if span else None,
        "characters": len(d.text),
        "sha256": d.sha256,
        "text": d.text if text else None,
    }


def _mention(m: Mention, clip: int | None) -> Row:
    return {
        "id": m.id,
        **_at(m.target, clip),
        "form": m.form,
        "type": m.type,
        "name": m.known or None,
        "country": m.country,
        "role": m.role.quote if m.role else None,
        "metonym": m.metonym,
        "antecedent": m.antecedent,
    }


def _attribution(a: Attribution, clip: int | None) -> Row:
    row: Row = {"id": a.id, **_at(a.content, clip)}
    for name, target in (("source", a.source), ("cue", a.cue)):
        row[name] = target.quote if target else None
        row[f"{name}_start"] = target.start if target else None
        row[f"{name}_end"] = target.end if target else None
    return row | {
        "mention": a.mention,
        "act": a.act,
        "polarity": a.polarity,
        "hedged": a.hedged,
        "form": a.form,
        "channel": a.channel,
        "probability": round(a.probability, 4),
        "via": a.via,
        "joint": a.joint,
    }


def _figure(f: Figure, clip: int | None) -> Row:
    return {
        "id": f.id,
        **_at(f.target, clip),
        "number_start": f.number.start,
        "number_end": f.number.end,
        "kind": f.kind,
        "of": f.of,
        "which": f.which,
        "low": f.low,
        "high": f.high,
        "unit": f.unit,
        "place": f.place,
        "as_of": f.as_of,
        "since": f.since,
        "cumulative": f.cumulative,
        "attribution": f.attribution,
    }


def _upcoming(u: Upcoming, clip: int | None) -> Row:
    return {
        "id": u.id,
        **_at(u.target, clip),
        "what": u.what,
        "participants": list(u.participants),
        "place": u.place,
        "from": u.earliest,
        "to": u.latest,
        "certainty": u.certainty,
        "probability": round(u.probability, 4),
    }


def _event(e: Event, clip: int | None) -> Row:
    return {
        "id": e.id,
        **_at(e.target, clip),
        "event_type": e.event_type,
        "mode": e.mode,
        "actor": e.actor,
        "recipient": e.recipient,
        "place": e.place,
        "from": e.earliest,
        "to": e.latest,
        "attribution": e.attribution,
    }
