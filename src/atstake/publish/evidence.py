"""The evidence file: everything behind a brief as one JSON object, for other programs to read.

The contract is ``schema/evidence.schema.json`` (version ``SCHEMA``). Offsets are code points, end exclusive.
What stands in a post inside an article is given in the coordinates of the outermost stored text, once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from itertools import chain
from typing import Any

from atstake.errors import CheckError
from atstake.model.annotations import Attribution, Figure
from atstake.model.claims import Actor, Ahead, Claim, Dispute, Happening, Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence
from atstake.model.text import Document, Target

SCHEMA = "atstake/1"
CLIP = 280
"""Most code points of a quote that leave the desk when the texts do not."""

Json = dict[str, Any]


def evidence_file(evidence: Evidence, resolution: Resolution, run: Run, *, text: bool = True) -> Json:
    """The whole dossier as plain data.

    ``text=False`` leaves the stored texts out and clips quotes to ``CLIP`` code points.
    """
    return _Writer(evidence, resolution, text).write(run)


def schema() -> Json:
    """The JSON Schema (2020-12) of the evidence file."""
    loaded: Json = json.loads(
        files("atstake.publish").joinpath("schema/evidence.schema.json").read_text("utf8")
    )
    return loaded


class _Writer:
    def __init__(self, evidence: Evidence, resolution: Resolution, text: bool) -> None:
        self.evidence, self.resolution, self.text = evidence, resolution, text
        self.attributed = dict(resolution.attributed)
        self.origin_of = dict(resolution.origin_of)
        self.mention_targets = {
            m.id: m.target for found in evidence.annotations.values() for m in found.mentions
        }
        self.posts: dict[str, list[Document]] = {}
        for d in evidence.documents.values():
            if d.parent:
                self.posts.setdefault(d.parent, []).append(d)
        self.last = max(
            (d.date for d in evidence.documents.values() if d.date and d.kind == "article"), default=None
        )
        self.claimant = {p.figure: p.attributed_to for s in resolution.series for p in s.points}

    def write(self, run: Run) -> Json:
        resolution = self.resolution
        documents = sorted(self.evidence.documents.values(), key=lambda d: (d.date or "", d.id))
        return {
            "schema": SCHEMA,
            "run": {
                "id": run.id,
                "version": run.version,
                "models": dict(sorted(run.models.items())),
                "settings": dict(sorted(run.settings.items())),
                "made": run.made,
            },
            "documents": [self.document(d) for d in documents],
            "actors": [self.actor(a) for a in resolution.actors],
            "attributions": [self.attribution(a) for a in self.layer("attributions")],
            "claims": [self.claim(c) for c in resolution.claims],
            "disputes": [self.dispute(d) for d in resolution.disputes],
            "issues": [{"id": i.id, "label": i.label, "claims": list(i.claims)} for i in resolution.issues],
            "positions": [
                {"issue": p.issue, "actor": p.actor, "target": self.target(p.target)}
                for issue in resolution.issues
                for p in issue.positions
            ],
            "figures": [self.figure(f) for f in self.layer("figures")],
            "upcoming": [row for u in resolution.ahead for row in self.upcoming(u)],
            "events": [self.event(e) for e in resolution.happenings],
            "places": [
                {
                    "id": p.id,
                    "name": p.name,
                    "lat": p.lat,
                    "lon": p.lon,
                    "country": p.country,
                    "mentions": self.mentions(p.mentions),
                }
                for p in resolution.places
            ],
            "shifts": [
                {"id": s.id, "target": self.target(s.target), "actor": s.actor, "origins": list(s.origins)}
                for s in resolution.shifts
            ],
        }

    def layer(self, name: str) -> list[Any]:
        """One layer of all annotations in the order of the text, each thing once."""
        found = chain.from_iterable(getattr(a, name) for a in self.evidence.annotations.values())
        unique = {item.id: item for item in found}
        placed = {
            i: self.lift(item.content if isinstance(item, Attribution) else item.target)
            for i, item in unique.items()
        }
        return sorted(unique.values(), key=lambda item: (*placed[item.id], item.id))

    def lift(self, target: Target) -> tuple[str, list[list[int]]]:
        """The outermost document and the spans in its coordinates; CheckError where the words are others."""
        text = self.evidence.documents[target.document].text
        for span, words in zip(target.spans, target.quotes, strict=True):
            if text[span.start : span.end] != words:
                raise CheckError(
                    f"{target.document} {span.start}:{span.end} does not read {words[:60]!r}; "
                    "nothing was exported (run `atstake rebuild` on the dossier)"
                )
        document, by = outermost(self.evidence.documents, target.document)
        return document, [[s.start + by, s.end + by] for s in target.spans]

    def target(self, target: Target) -> Json:
        document, spans = self.lift(target)
        quote = target.quote
        return {
            "doc": document,
            "start": min(s for s, _ in spans),
            "end": max(e for _, e in spans),
            "quote": quote if self.text or len(quote) <= CLIP else quote[: CLIP - 1] + "…",
        }

    def mentions(self, ids: Iterable[str]) -> list[Json]:
        targets = [self.target(self.mention_targets[i]) for i in ids if i in self.mention_targets]
        placed = sorted(targets, key=lambda t: (t["doc"], t["start"], t["end"]))
        return [{"doc": t["doc"], "start": t["start"], "end": t["end"], "text": t["quote"]} for t in placed]

    def document(self, d: Document) -> Json:
        span = d.parent_span
        row: Json = {
            "id": d.id,
            "url": d.url,
            "publisher": d.publisher,
            "published": d.published,
            "title": d.title,
            "text": d.text,
            "agencies": [c.agency for c in d.agencies],
            "origin": self.origin_of.get(d.id),
            "kind": d.kind,
            "parent": d.parent,
            "parent_span": None if span is None else {"start": span.start, "end": span.end},
            "author": d.author,
            "handle": d.handle,
            "furniture": self.furniture(d),
        }
        if not self.text:
            del row["text"]
        return row

    def furniture(self, d: Document) -> list[Json]:
        """What was left out of an article, the posts in it included: theirs is listed there, once."""
        if d.parent in self.evidence.documents:
            return []
        inside = self.posts.get(d.id, ())
        found = [
            (f.span.shift(outermost(self.evidence.documents, p.id)[1]), f.kind)
            for p in (d, *inside)
            for f in p.furniture
        ]
        return [{"start": span.start, "end": span.end, "kind": kind} for span, kind in sorted(found)]

    def actor(self, a: Actor) -> Json:
        role = a.role_on(self.last)
        return {
            "id": a.id,
            "name": a.name,
            "kind": a.kind,
            "country": a.country,
            "role": role.title if role else None,
            "sector": a.sector,
            "aliases": [alias.text for alias in a.aliases],
            "mentions": self.mentions(a.mentions),
        }

    def attribution(self, a: Attribution) -> Json:
        document, content = self.lift(a.content)
        told = {name: id for name, id in (("via", a.via), ("joint", a.joint)) if id is not None}
        return {
            "id": a.id,
            "doc": document,
            "source": self.lift(a.source)[1] if a.source else [],
            "cue": self.lift(a.cue)[1] if a.cue else [],
            "content": content,
            "actor": self.attributed.get(a.id),
            "act": a.act,
            "polarity": a.polarity,
            "hedged": a.hedged,
            "probability": round(a.probability, 4),
            **told,
        }

    def claim(self, c: Claim) -> Json:
        return {
            "id": c.id,
            "text": self.target(c.target)["quote"],
            "attributions": list(c.attributions),
            "actors": list(c.actors),
            "state": c.state,
            "origins": list(c.origins),
        }

    def dispute(self, d: Dispute) -> Json:
        return {
            "id": d.id,
            "a": self.target(d.a),
            "b": self.target(d.b),
            "speaker_a": d.speaker_a,
            "speaker_b": d.speaker_b,
            "relation": d.relation,
            "explicit": d.explicit,
            "confidence": round(d.confidence, 4),
            # Only where it is so: most files hold no editor's decision.
            **({"decided": True} if d.judgement else {}),
        }

    def figure(self, f: Figure) -> Json:
        said = self.attributed.get(f.attribution) if f.attribution else None
        return {
            "id": f.id,
            "target": self.target(f.target),
            "kind": f.kind,
            "of": f.of,
            "which": f.which,
            "low": _number(f.low),
            "high": _number(f.high),
            "unit": f.unit,
            "place": f.place,
            "as_of": f.as_of,
            "attributed_to": self.claimant.get(f.id) or said,
        }

    def upcoming(self, u: Ahead) -> list[Json]:
        """The event as it stands, then each way in which it stood before, which points to it."""
        about = {"what": u.what, "participants": list(u.participants)}
        now: Json = {"id": u.id, "target": self.target(u.target), **about}
        now |= {"from": u.earliest, "to": u.latest, "certainty": u.certainty}
        now |= {"probability": round(u.probability, 4)}
        if u.afterwards is not None:
            now["afterwards"] = self.target(u.afterwards)
        return [
            now,
            *(
                {
                    "id": t.upcoming,
                    "target": self.target(t.target),
                    **about,
                    "from": t.earliest,
                    "to": t.latest,
                    "certainty": t.certainty,
                    "superseded_by": u.id,
                }
                for t in u.earlier
            ),
        ]

    def event(self, e: Happening) -> Json:
        date = e.earliest
        if e.earliest != e.latest:
            date = f"{e.earliest or '..'}/{e.latest or '..'}"
        return {
            "id": e.id,
            "target": self.target(e.target),
            "event_type": e.event_type,
            "mode": e.mode,
            "actor": e.actor,
            "recipient": e.recipient,
            "place": e.place,
            "date": date,
        }


def outermost(documents: Mapping[str, Document], document: str) -> tuple[str, int]:
    """The document that a post stands in (or itself), and what to add to its offsets."""
    by = 0
    seen = {document}
    while (d := documents.get(document)) and d.parent and d.parent_span:
        if d.parent not in documents or d.parent in seen:
            break
        by += d.parent_span.start
        document = d.parent
        seen.add(document)
    return document, by


def _number(value: float | None) -> int | float | None:
    """Whole numbers without a fraction, so that the file reads 34000000000."""
    return int(value) if value is not None and float(value).is_integer() else value
