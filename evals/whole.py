"""A whole story through every form: nothing may fail that the tests' small stories let pass.

``python -m evals.whole [STORY | DOSSIER.atstake]...``: reads all coverage of a story (or takes a copy of a
dossier), makes the brief, all exports, the pages of its actors and claims, and holds every one against the
texts, the schema, and what other programs expect. Prints a line for each fault.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from atstake.model.claims import Resolution
from atstake.model.stages import Evidence
from atstake.pipeline import Story, forms
from atstake.publish.evidence import CLIP, schema
from atstake.text.targets import untrue
from evals.shared import shared

STORY = "syria-chemical-2013"
"""A hundred articles: what a desk gathers of one story."""
PAGES = 40
"""Pages of actors and of claims that are made."""
_ENDINGS = (".html", ".md", ".docx", ".json")
_OUTSIDE = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|object|link)\b[^>]*?\b(?:src|href|data)\s*=\s*["']?(?!data:|#)[^"'\s>]"""
    r"""|@import|url\(\s*["']?(?:https?:)?//""",
    re.I,
)
Json = dict[str, Any]
Faults = Iterator[str]


def measure() -> dict[str, float]:
    """100 where no form of the whole story has a fault."""
    with tempfile.TemporaryDirectory() as folder:
        found = list(faults(read(STORY, Path(folder)), Path(folder)))
    print("\n".join(found), end="\n" if found else "")
    return {f"{STORY}/forms": 0.0 if found else 100.0}


def read(story: str, folder: Path) -> Path:
    """A dossier of all coverage of a story."""
    path = folder / f"{story}.atstake"
    with Story.open(path) as dossier:
        dossier.add(shared() / "data" / "coverage" / f"{story}.jsonl")
    return path


def faults(dossier: Path, folder: Path, pages: int = PAGES) -> Faults:
    """A line for each thing that is wrong with anything that the dossier gives. Files go into ``folder``."""
    with _Held.open(dossier, create=False) as story:
        yield from tried("resolve", _targets, story)
        for ending in _ENDINGS:
            yield from tried(f"brief{ending}", _brief, story, folder / f"brief{ending}")
        yield from tried("export json", _evidence, story, folder)
        for form in sorted({*forms._WRITERS, *forms.FOLDERS} - {"brief", "json"}):
            for text in (True, False):
                name = f"export {form}{'' if text else ' --no-text'}"
                yield from tried(name, _exported, story, form, folder, text)
        for form in ("html", "rss", "jsonfeed"):
            yield from tried(f"{form}, all new", _changed, story, form, folder)
        for kind in ("actor", "claim"):
            for ref in _refs(story, kind)[:pages]:
                yield from tried(f"{kind} {ref}", _page, story, kind, ref, folder)


def tried(what: str, check: Callable[..., Faults], *of: object) -> Faults:
    """The check's faults, each with what was tried; an exception is one."""
    try:
        found = list(check(*of))
    except Exception as error:
        found = [f"{type(error).__name__}: {error}"]
    yield from (f"{what}: {line}" for line in found)


# Private classes and functions


class _Held(Story):
    """Resolved once, and not anew for each form."""

    @cache  # noqa: B019
    def _resolved(self) -> tuple[Evidence, Resolution]:
        return super()._resolved()

    @cache  # noqa: B019
    def _made(self, since: str | None = None, *, last: bool = True, text: bool = True) -> forms.Made:
        return super()._made(since, last=last, text=text)


def _targets(story: Story) -> Faults:
    evidence = story.evidence()
    for name, thing in (("annotations", evidence.annotations), ("resolution", story.resolve())):
        for target in untrue(thing, evidence.documents):
            yield f"{name}: {target.document} {target.whole} does not read {target.quote[:60]!r}"


def _brief(story: Story, output: Path) -> Faults:
    story.write(output)
    yield from _file(output.suffix.lstrip("."), output)


def _evidence(story: Story, folder: Path) -> Faults:
    import jsonschema

    texts: dict[str, str] = {}
    for text in (True, False):
        place = folder / "evidence.json"
        story.export("json", place, text=text)
        written = json.loads(place.read_text(encoding="utf8"))
        checker = jsonschema.Draft202012Validator(schema())
        yield from (f"{e.json_path}: {e.message[:120]}" for e in checker.iter_errors(written))
        # Protected names are masked in the file's own texts, and in its quotes.
        texts |= {d["id"]: d["text"] for d in written["documents"] if "text" in d}
        yield from _quoted(written, texts)
        yield from _referred(written)


def _quoted(written: Json, texts: dict[str, str]) -> Faults:
    """Every place in the file reads as it says."""
    for path, row in _walk(written, ""):
        if {"doc", "start", "end"} <= row.keys():
            said = row.get("quote") or row.get("text") or ""
            stands = texts.get(row["doc"], "")[row["start"] : row["end"]]
            if not _same(said, stands):
                yield f"{path} says {said[:60]!r}, the text {stands[:60]!r}"
        for key in ("source", "cue", "content"):
            for start, end in row.get(key, ()) if "act" in row else ():
                if not 0 <= start < end <= len(texts[row["doc"]]):
                    yield f"{path}.{key}: {start}-{end} is outside {row['doc']}"
        if "furniture" in row and any(f["end"] > len(texts[row["id"]]) for f in row["furniture"]):
            yield f"{path}.furniture is outside {row['id']}"


def _same(said: str, stands: str) -> bool:
    """Equal; or clipped; or with gaps."""
    if said == stands or (len(said) <= CLIP and said.endswith("…") and stands.startswith(said[:-1])):
        return True
    pieces, at = said.removesuffix("…").split(" … "), 0
    for piece in pieces:
        found = stands.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return len(pieces) > 1 and stands.startswith(pieces[0])


def _walk(thing: Any, path: str) -> Iterator[tuple[str, Json]]:
    if isinstance(thing, dict):
        yield path, thing
        for key, value in thing.items():
            yield from _walk(value, f"{path}.{key}")
    elif isinstance(thing, list):
        for n, value in enumerate(thing):
            yield from _walk(value, f"{path}[{n}]")


def _referred(written: Json) -> Faults:
    """Ids are there once, and whatever one points to is there."""
    ids = {name: [row["id"] for row in written[name]] for name in written if _has_ids(written[name])}
    for name, every in ids.items():
        yield from (f"{name}: {id} twice" for id, n in Counter(every).items() if n > 1)
    actors = {*ids.get("actors", ()), "(outlet)", None}
    known = {name: set(every) for name, every in ids.items()}
    points = {
        "attributions": {"actor": actors, "doc": known["documents"]},
        "claims": {"actors": actors, "attributions": known.get("attributions", set())},
        "disputes": {"speaker_a": actors, "speaker_b": actors},
        "positions": {"actor": actors, "issue": known.get("issues", set())},
        "issues": {"claims": known.get("claims", set())},
        "figures": {"attributed_to": actors},
        "upcoming": {"participants": actors},
        "events": {"actor": actors, "recipient": actors, "place": {*known.get("places", ()), None}},
        "documents": {"parent": {*known["documents"], None}},
        "shifts": {"actor": actors},
    }
    for name, fields in points.items():
        for n, row in enumerate(written[name]):
            for field, there in fields.items():
                value = row[field]
                for id in value if isinstance(value, list) else [value]:
                    if id not in there:
                        yield f"{name}[{n}].{field}: {id} is nowhere"


def _has_ids(rows: Any) -> bool:
    return isinstance(rows, list) and bool(rows) and "id" in rows[0]


def _exported(story: Story, form: str, folder: Path, text: bool) -> Faults:
    place = folder / f"export.{form}"
    if form in forms.FOLDERS:
        shutil.rmtree(place, ignore_errors=True)
    story.export(form, place, text=text)
    yield from _file(form, place)


def _changed(story: Story, form: str, folder: Path) -> Faults:
    """The form with everything told as a change: since before the first build."""
    place = folder / f"changed.{form}"
    place.write_text(str(forms.written(form, story._made("1900-01-01", last=False))), encoding="utf8")
    yield from _file(form, place)


def _file(form: str, place: Path) -> Faults:
    """What a reader of the form finds wrong with the file."""
    checks = {
        "html": _html, "md": _markdown, "docx": _docx, "ics": _ics, "geojson": _geojson, "plover": _plover,
        "rss": _rss, "jsonfeed": _jsonfeed, "csv": _csv, "parquet": _parquet,
    }  # fmt: skip
    if form in checks:
        yield from checks[form](place)
    else:
        json.loads(place.read_text(encoding="utf8"))


def _html(place: Path) -> Faults:
    page = place.read_text(encoding="utf8")
    yield from (f"asks the network: {m.group()[:80]!r}" for m in _OUTSIDE.finditer(page))
    ids = Counter(re.findall(r'\sid="([^"]*)"', page))
    yield from (f"id {id} {n} times" for id, n in ids.items() if n > 1)
    yield from (f"#{a} leads nowhere" for a in sorted({*re.findall(r'href="#([^"]+)"', page)} - {*ids}))


def _markdown(place: Path) -> Faults:
    if not place.read_text(encoding="utf8").startswith("# "):
        yield "has no title"


def _docx(place: Path) -> Faults:
    with ZipFile(BytesIO(place.read_bytes())) as archive:
        if archive.testzip():
            yield "is damaged"
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))


def _ics(place: Path) -> Faults:
    import icalendar

    events = icalendar.Calendar.from_ical(place.read_bytes()).walk("VEVENT")
    twice = [uid for uid, n in Counter(str(e["uid"]) for e in events).items() if n > 1]
    yield from (f"{uid} twice" for uid in twice)
    for event in events:
        if not event.decoded("dtstart") < event.decoded("dtend"):
            yield f"{event['uid']} ends before it begins"


def _geojson(place: Path) -> Faults:
    for feature in json.loads(place.read_text(encoding="utf8"))["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            yield f"{feature['properties']['name']} lies at {lon}, {lat}"


def _plover(place: Path) -> Faults:
    for n, line in enumerate(place.read_text(encoding="utf8").split("\n"), start=1):
        if line:
            row = json.loads(line)
            first, last = (date.fromisoformat(row.get(k) or row["date"]) for k in ("date", "enddate"))
            if last < first:
                yield f"line {n} ends before it begins"


def _rss(place: Path) -> Faults:
    guids = [g.text for g in ElementTree.fromstring(place.read_text(encoding="utf8")).iter("guid")]
    yield from (f"{guid} twice" for guid, n in Counter(guids).items() if n > 1)


def _jsonfeed(place: Path) -> Faults:
    ids = [item["id"] for item in json.loads(place.read_text(encoding="utf8"))["items"]]
    yield from (f"{id} twice" for id, n in Counter(ids).items() if n > 1)


def _csv(place: Path) -> Faults:
    csv.field_size_limit(10**8)
    for path in sorted(place.glob("*.csv")):
        with path.open(encoding="utf8", newline="") as rows:
            yield from (f"{path.name}: a row of another width" for r in csv.DictReader(rows) if None in r)


def _parquet(place: Path) -> Faults:
    import pyarrow.parquet as parquet

    names = {path.stem for path in place.glob("*.parquet")}
    if "documents" not in names:
        yield "no table of documents"
    for name in sorted(names):
        parquet.read_table(place / f"{name}.parquet")


def _refs(story: Story, kind: str) -> list[str]:
    resolution = story.resolve()
    if kind == "actor":
        return [a.id for a in sorted(resolution.actors, key=lambda a: (-len(a.mentions), a.id))]
    return [c.id for c in sorted(resolution.claims, key=lambda c: (-len(c.attributions), c.id))]


def _page(story: Story, kind: str, ref: str, folder: Path) -> Faults:
    write = story.write_actor if kind == "actor" else story.write_claim
    for ending in (".html", ".md", ".json", ".txt"):
        place = folder / f"{kind}{ending}"
        write(ref, place)
        if ending in (".html", ".json"):
            yield from _file(ending.lstrip("."), place)


def main() -> int:
    """Prints the faults of each story or dossier named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="*", default=[STORY])
    parser.add_argument("--pages", type=int, default=PAGES, help="how many pages of actors and of claims")
    asked = parser.parse_args()
    found = []
    for name in asked.story:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            given = Path(name)
            dossier = shutil.copy(given, place) if given.suffix == ".atstake" else read(name, place)
            made = list(faults(Path(dossier), place, asked.pages))
        print("\n".join([f"== {name}: {len(made)} faults", *made]), flush=True)
        found += made
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
