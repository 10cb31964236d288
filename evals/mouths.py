"""Whose mouth words are put into, judged by hand: ``python -m evals.mouths``.

``--draw COVERAGE --seed N --documents N --attributions N`` draws attributions at random from random documents
of a coverage file (gold documents are left out) and prints a row for each, to be judged, with the words as
``#`` lines beneath. Without it the judged rows of a draw (from the third on) are read again: their last two
columns say where the one whose words they are is named, so that the figure can be had anew after a change.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.marked import COVERAGE, stories
from evals.marked import coverage as marked_coverage
from evals.shared import shared

LABELS = Path(__file__).parent / "labels" / "mouths.tsv"
_AROUND = 260
_SAME = 0.3
"""Share of the words of two stretches, of all their words, from which they are one attribution."""


def sample(coverage: str, seed: int, documents: int) -> list[dict[str, Any]]:
    """Random records of a coverage file, those that the story gold marks left out."""
    marked = {d for story in stories() if COVERAGE.get(story, story) == coverage for d in _marked(story)}
    every = [r for r in marked_coverage(coverage) if r["id"] not in marked]
    every.sort(key=lambda r: str(r["id"]))
    return random.Random(seed).sample(every, min(documents, len(every)))


def _marked(story: str) -> list[str]:
    gold = shared() / "data" / "story-gold" / f"{story}.json"
    return [str(d) for d in json.loads(gold.read_text(encoding="utf8"))["docs"]]


def evidence_of(chosen: list[dict[str, Any]]) -> dict[str, Any]:
    """The evidence file of a dossier of just these records."""
    from atstake.pipeline import Story

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "drawn.jsonl"
        place.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in chosen), encoding="utf8")
        with Story.open(Path(folder) / "drawn.atstake") as story:
            story.add(place)
            found: dict[str, Any] = json.loads(story.export("json", None))
            return found


def drawn(coverage: str, seed: int, documents: int, attributions: int) -> Iterator[str]:
    """Rows without a verdict, each with the words that are to be judged as comments beneath."""
    evidence = evidence_of(sample(coverage, seed, documents))
    texts = {d["id"]: d["text"] for d in evidence["documents"]}
    names = {a["id"]: a["name"] for a in evidence["actors"]}
    every = sorted(evidence["attributions"], key=lambda a: (a["doc"], a["content"], a["id"]))
    for a in random.Random(seed).sample(every, min(attributions, len(every))):
        begin, end = a["content"][0][0], a["content"][-1][1]
        source = (a["source"][0][0], a["source"][-1][1]) if a["source"] else ("", "")
        yield "\t".join(str(x) for x in (coverage, a["doc"], begin, end, *source, "?", "", ""))
        text = texts[a["doc"]]
        around = (
            text[max(0, begin - _AROUND) : begin] + "[[" + text[begin:end] + "]]" + text[end : end + _AROUND]
        )
        yield (
            f"# source {text[source[0] : source[1]]!r} actor {names.get(a['actor'])!r}"
            if a["source"]
            else (f"# no source, actor {names.get(a['actor'])!r}")
        )
        yield "# " + " ".join(around.split())


@dataclass(frozen=True)
class Judged:
    """A row of the labels: where the words stand, the verdict, and where the one who said them is named."""

    coverage: str
    document: str
    content: tuple[int, int]
    verdict: str
    named: tuple[int, int] | None


def judged(draw: str) -> list[Judged]:
    """The rows of a draw."""
    found = []
    for line in LABELS.read_text(encoding="utf8").splitlines():
        row = line.split("\t")
        if row[0] == draw and not line.startswith("#") and row[7] != "arguable":
            named = (int(row[8]), int(row[9])) if len(row) > 9 and row[8] else None
            found.append(Judged(row[1], row[2], (int(row[3]), int(row[4])), row[7], named))
    return found


def again(draw: str) -> Iterator[tuple[Judged, str | None, bool | None]]:
    """Each row of a draw as it is read now: the actor that is named, and whether it is right.

    None where no actor is named, or nothing is attributed there any more.
    """
    rows = judged(draw)
    for coverage in sorted({row.coverage for row in rows}):
        mine = [row for row in rows if row.coverage == coverage]
        wanted = {row.document for row in mine}
        every = marked_coverage(coverage)
        evidence = evidence_of([r for r in every if str(r["id"]) in wanted])
        names = {a["id"]: a["name"] for a in evidence["actors"]}
        for row in mine:
            actor = _actor_at(evidence, row)
            right = None if actor is None else actor in _named_at(evidence, row)
            yield row, names.get(actor or ""), right


def _actor_at(evidence: dict[str, Any], row: Judged) -> str | None:
    """Whose the words are said to be: the actor of the attribution that shares most of them."""
    found = [a for a in evidence["attributions"] if a["doc"] == row.document]
    best = max(found, key=lambda a: (_shared(a["content"], row.content), a["id"]), default=None)
    if best is None or _shared(best["content"], row.content) < _SAME:
        return None
    actor: str | None = best["actor"]
    return actor


def _shared(content: list[list[int]], wanted: tuple[int, int]) -> float:
    begin, end = content[0][0], content[-1][1]
    both = min(end, wanted[1]) - max(begin, wanted[0])
    return max(0, both) / (max(end, wanted[1]) - min(begin, wanted[0]))


def _named_at(evidence: dict[str, Any], row: Judged) -> set[str]:
    """The actors that are named where the one who said the words is."""
    if row.named is None:
        return set()
    begin, end = row.named
    return {
        actor["id"]
        for actor in evidence["actors"]
        for m in actor["mentions"]
        if m["doc"] == row.document and m["start"] < end and begin < m["end"]
    }


def measure(draw: str = "3") -> dict[str, float]:
    """Of the attributions of a draw that name an actor now, the share that names the right one."""
    oks = [right for _, _, right in again(draw) if right is not None]
    return {f"mouths.draw{draw}.now": round(100 * sum(oks) / len(oks), 1)}


def main() -> None:
    """Draws, or reads a judged draw again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draw", metavar="COVERAGE", help="draw from this coverage, to be judged")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--attributions", type=int, default=30)
    parser.add_argument("--again", metavar="DRAW", default="3", help="read the rows of this draw again")
    asked = parser.parse_args()
    if asked.draw:
        for line in drawn(asked.draw, asked.seed, asked.documents, asked.attributions):
            print(line)
        return
    oks = []
    for row, name, right in again(asked.again):
        said = {True: "right", False: "WRONG", None: "none"}[right]
        print(f"{said:6} (was {row.verdict:5}) {row.coverage} {row.document} {row.content[0]} {name or ''}")
        oks += [right] if right is not None else []
    print(f"{sum(oks)} of {len(oks)} that name an actor name the right one: {100 * sum(oks) / len(oks):.1f}%")


if __name__ == "__main__":
    main()
