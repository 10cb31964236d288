"""The shipped sample against an editor's marks (labels/sample.json): ``python -m evals.sample [--misses]``.

Two places match where they share three tenths of the characters that they cover together. A mark is found
where any of its tellings is; what matches a telling of a thing already found counts once, what matches an
``also`` is left out. A wire story's words stand for its copies too.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import atstake
from atstake.intake import read_inputs
from atstake.model.brief import Brief
from atstake.model.claims import Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target

LABELS = Path(__file__).parent / "labels" / "sample.json"
SAMPLE = Path(atstake.__file__).parent / "sample"
_SAME = 0.3


@dataclass(frozen=True)
class Place:
    """Words of a document."""

    document: str
    span: Span

    def matches(self, target: Target) -> bool:
        """Whether the target stands on these words, by the share of characters in common."""
        return target.document == self.document and self.share(target.whole) >= _SAME

    def stands_in(self, target: Target) -> bool:
        """Whether the target holds these words."""
        return target.document == self.document and target.whole.contains(self.span)

    def share(self, other: Span) -> float:
        """Characters of both over characters of either."""
        common = min(self.span.end, other.end) - max(self.span.start, other.start)
        whole = max(self.span.end, other.end) - min(self.span.start, other.start)
        return common / whole


@dataclass
class Story:
    """What is measured: both states of the dossier, and the marks' names of documents."""

    evidence: Evidence
    first: Resolution
    brief: Brief
    changed: Brief
    names: dict[str, str]
    misses: list[str] = field(default_factory=list)

    def places(self, tellings: Iterable[Sequence[str]], copies: Mapping[str, list[str]]) -> list[Place]:
        """Where the words stand, in the named document and in its copies."""
        found = []
        for name, words in tellings:
            for document in (name, *copies.get(name, [])):
                text = self.evidence.documents[self.names[document]].text
                if document != name and words not in text:
                    continue
                if text.count(words) != 1:
                    raise ValueError(f"{document}: {words!r} stands there {text.count(words)} times")
                start = text.index(words)
                found.append(Place(self.names[document], Span(start, start + len(words))))
        return found

    def actor_is(self, actor: str | None, wanted: list[str] | None) -> bool:
        """Whether an actor goes by one of the names; no names means that nobody is to be named."""
        if wanted is None:
            return actor is None
        known = {a.id: (a.name, *(alias.text for alias in a.aliases)) for a in self.first.actors}
        return any(name.lower() in k.lower() for name in wanted for k in known.get(actor or "", ()))


def read() -> Story:
    """Reads the first batch and builds it, then adds the second."""
    from atstake.pipeline import Story as Dossier

    with TemporaryDirectory() as folder, Dossier.open(Path(folder) / "sample.atstake") as dossier:
        dossier.add(SAMPLE / "first")
        brief = dossier.write(Path(folder) / "brief.html")
        first = dossier.resolve()
        dossier.add(SAMPLE / "second")
        return Story(dossier.evidence(), first, brief, dossier.changes(), _names())


def _names() -> dict[str, str]:
    """A mark's name of a document (a record's id, a file's name, ``#post``) -> the document's id."""
    names = {}
    for batch in ("first", "second"):
        for intake in read_inputs([str(SAMPLE / batch)]):
            for document in intake.documents:
                record = ", record " in intake.name
                name = document.id if record else Path(intake.name).name
                names[f"{name}#post" if document.parent else name] = document.id
    return names


def measure(story: Story | None = None) -> dict[str, float]:
    """All figures, in percent."""
    story = story or read()
    gold = json.loads(LABELS.read_text(encoding="utf8"))
    copies = {group[0]: group[1:] for group in gold["origins"]}
    found: dict[str, float] = {}
    for rows in (_disputes, _upcoming, _figures, _posts, _agencies, _origins, _gaps, _changes):
        found.update(rows(story, gold, copies))
    return found


Copies = Mapping[str, list[str]]
Gold = dict[str, Any]


def _rates(
    story: Story,
    kind: str,
    marks: Sequence[Any],
    made: Sequence[Any],
    fits: Callable[[Any, Any], bool],
    spared: int,
) -> tuple[dict[str, float], list[tuple[Any, list[Any]]]]:
    """Recall and precision, and each mark with what was made for it; ``spared`` count for nothing."""
    pairs = [(mark, [m for m in made if fits(mark, m)]) for mark in marks]
    hit = [pair for pair in pairs if pair[1]]
    used = {id(m) for _, those in hit for m in those}
    wrong = len(made) - len(used) - spared
    story.misses += [f"{kind} missed: {mark['name']}" for mark, those in pairs if not those]
    found = {f"{kind}.recall": _percent(len(hit), len(marks))}
    found[f"{kind}.precision"] = _percent(len(hit), len(hit) + wrong)
    return found, hit


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _disputes(story: Story, gold: Gold, copies: Copies) -> dict[str, float]:
    def fits(mark: Any, made: Any) -> bool:
        return _straight(mark, made) or _crossed(mark, made)

    def ends(mark: Any) -> tuple[list[Place], list[Place]]:
        return story.places(mark["a"], copies), story.places(mark["b"], copies)

    def stands(places: list[Place], targets: tuple[Target, ...]) -> bool:
        return any(p.matches(t) for p in places for t in targets)

    def _straight(mark: Any, made: Any) -> bool:
        a, b = ends(mark)
        return stands(a, (made.a, *made.also_a)) and stands(b, (made.b, *made.also_b))

    def _crossed(mark: Any, made: Any) -> bool:
        a, b = ends(mark)
        return stands(b, (made.a, *made.also_a)) and stands(a, (made.b, *made.also_b))

    made = story.first.disputes
    also = [d for d in made if any(fits(mark, d) for mark in gold["disputes_also"])]
    spared = [d for d in also if not any(fits(mark, d) for mark in gold["disputes"])]
    found, hit = _rates(story, "disputes", gold["disputes"], made, fits, len(spared))
    related = [mark for mark, those in hit if any(d.relation in mark["relation"] for d in those)]
    found["disputes.relation"] = _percent(len(related), len(hit))

    def voiced(mark: Any, d: Any) -> bool:
        first, second = (d.speaker_a, d.speaker_b) if _straight(mark, d) else (d.speaker_b, d.speaker_a)
        return story.actor_is(first, mark["by_a"]) and story.actor_is(second, mark["by_b"])

    found["disputes.speakers"] = _percent(sum(any(voiced(m, d) for d in those) for m, those in hit), len(hit))
    story.misses += [
        f"disputes wrong: {d.a.quote} <> {d.b.quote}"
        for d in made
        if d not in spared and not any(d in those for _, those in hit)
    ]
    return found


def _upcoming(story: Story, gold: Gold, copies: Copies) -> dict[str, float]:
    def stands(tellings: Any, made: Any) -> bool:
        targets = [made.target, *(t.target for t in made.tellings)]
        return any(p.matches(t) for p in story.places(tellings, copies) for t in targets)

    def fits(mark: Any, made: Any) -> bool:
        return stands(mark["tellings"], made)

    # Those that a page and a calendar show; the evidence file has the others too, with their probability.
    made = [e for e in story.first.ahead if e.sure]
    spared = [
        e for e in made if stands(gold["upcoming_also"], e) and not any(fits(m, e) for m in gold["upcoming"])
    ]
    found, hit = _rates(story, "upcoming", gold["upcoming"], made, fits, len(spared))

    def dated(mark: Any, event: Any) -> bool:
        return (event.earliest, event.latest) == (mark["from"], mark["to"])

    found["upcoming.dates"] = _percent(sum(any(dated(m, e) for e in those) for m, those in hit), len(hit))
    told = sum(any(e.certainty in m["certainty"] for e in those) for m, those in hit)
    found["upcoming.certainty"] = _percent(told, len(hit))
    story.misses += [
        f"upcoming {mark['name']}: {[(e.earliest, e.latest, e.certainty) for e in those]}"
        for mark, those in hit
        if not any(dated(mark, e) and e.certainty in mark["certainty"] for e in those)
    ]
    story.misses += [
        f"upcoming wrong: {e.target.quote}"
        for e in made
        if e not in spared and not any(e in those for _, those in hit)
    ]
    return found


def _figures(story: Story, gold: Gold, copies: Copies) -> dict[str, float]:
    made = [f for d in _first(story) for f in story.evidence.annotations[d.id].figures]

    def stands(tellings: Any, figure: Any) -> bool:
        places = story.places(tellings, copies)
        return any(p.document == figure.target.document and p.span.overlaps(figure.number) for p in places)

    def fits(mark: Any, figure: Any) -> bool:
        return stands(mark["tellings"], figure)

    spared = [
        f for f in made if stands(gold["figures_also"], f) and not any(fits(m, f) for m in gold["figures"])
    ]
    found, hit = _rates(story, "figures", gold["figures"], made, fits, len(spared))
    kinds = sum(any(f.kind == mark["kind"] for f in those) for mark, those in hit)
    values = sum(any((f.low, f.high) == (mark["low"], mark["high"]) for f in those) for mark, those in hit)
    found |= {"figures.kind": _percent(kinds, len(hit)), "figures.value": _percent(values, len(hit))}
    story.misses += [
        f"figures {mark['name']}: {[(f.kind, f.low, f.high) for f in those]}"
        for mark, those in hit
        if not any((f.kind, f.low, f.high) == (mark["kind"], mark["low"], mark["high"]) for f in those)
    ]
    story.misses += [
        f"figures wrong: {f.target.quote} [{f.kind}]"
        for f in made
        if f not in spared and not any(f in those for _, those in hit)
    ]
    return found


def _first(story: Story) -> list[Document]:
    """The documents of the first batch."""
    known = {document for document, _ in story.first.origin_of}
    return [d for d in story.evidence.documents.values() if d.id in known]


def _posts(story: Story, gold: Gold, copies: Copies) -> dict[str, float]:
    wanted = {(story.names[p["document"]], p["author"], p["handle"], p["date"]) for p in gold["posts"]}
    made = {(d.id, d.author, d.handle, d.date) for d in _first(story) if d.kind == "post"}
    return _sets(story, "posts", wanted, made)


def _agencies(story: Story, gold: Gold, copies: Copies) -> dict[str, float]:
    wanted = {(story.names[document], agency) for document, agency in gold["agencies"]}
    made = {(d.id, credit.agency) for d in _first(story) for credit in d.agencies}
    return _sets(story, "agencies", wanted, made)


def _origins(story: Story, gold: Gold, copies: Copies) -> dict[str, float]:
    """Pairs of articles that are one text."""
    wanted = {pair for group in gold["origins"] for pair in _pairs(story.names[d] for d in group)}
    articles = {d.id for d in _first(story) if not d.parent}
    made = {pair for o in story.first.origins for pair in _pairs(d for d in o.documents if d in articles)}
    return _sets(story, "origins", wanted, made)


def _pairs(documents: Iterable[str]) -> Iterator[tuple[str, str]]:
    return combinations(sorted(documents), 2)


def _sets(story: Story, kind: str, wanted: set[Any], made: set[Any]) -> dict[str, float]:
    both = len(wanted & made)
    story.misses += [f"{kind} missed: {m}" for m in sorted(wanted - made, key=str)]
    story.misses += [f"{kind} wrong: {m}" for m in sorted(made - wanted, key=str)]
    return {f"{kind}.recall": _percent(both, len(wanted)), f"{kind}.precision": _percent(both, len(made))}


def _gaps(story: Story, gold: Gold, copies: Copies) -> dict[str, float]:
    def fits(mark: Any, gap: Any) -> bool:
        return gap.kind == mark["kind"] and any(
            p.matches(gap.target) for p in story.places(mark["tellings"], copies)
        )

    hit = [mark for mark in gold["gaps"] if any(fits(mark, gap) for gap in story.first.gaps)]
    story.misses += [f"gaps missed: {m['tellings'][0][1]}" for m in gold["gaps"] if m not in hit]
    return {"gaps.recall": _percent(len(hit), len(gold["gaps"]))}


def _changes(story: Story, gold: Gold, copies: Copies) -> dict[str, float]:
    """Of the planted changes those told, and told as what they are; and whether the copy stays quiet.

    A change is a line of the page, which shows whole sentences: it is told where they hold the mark's words.
    """
    made = story.changed.changes.items

    def fits(mark: Any, change: Any) -> bool:
        places = story.places(mark["tellings"], copies)
        return any(p.matches(q.target) or p.stands_in(q.target) for p in places for q in change.line.quotes)

    pairs = [(mark, [c for c in made if fits(mark, c)]) for mark in gold["changes"]]
    told = [mark for mark, those in pairs if those]
    right = [mark for mark, those in pairs if any(c.kind in mark["kind"] for c in those)]
    story.misses += [
        f"changes {m['name']}: {[c.kind for c in those]}" for m, those in pairs if m not in right
    ]
    still = {story.names[name] for name in gold["unchanged"]}
    loud = [c for c in made if {q.target.document for q in c.line.quotes} & still]
    story.misses += [f"changes, but a copy: {c.line.quotes[0].target.quote}" for c in loud]
    total = len(gold["changes"])
    return {
        "changes.recall": _percent(len(told), total),
        "changes.kind": _percent(len(right), total),
        "changes.copy-quiet": 0.0 if loud else 100.0,
    }


def main() -> None:
    """Prints the figures, and with ``--misses`` what they miss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was wrong")
    asked = parser.parse_args()
    story = read()
    for name, value in measure(story).items():
        print(f"{value:6.1f}  {name}")
    if asked.misses:
        print("\n".join(story.misses))


if __name__ == "__main__":
    main()
