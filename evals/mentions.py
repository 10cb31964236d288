"""Mentions against 299 sentences marked by hand: ``python -m evals.mentions``.

Found and marked names, titles, demonyms and nominal actors are matched one to one where they overlap;
pronouns are left out, as they are in the marks. What acts as a government is one type with the place or
body that it is named by where the marks say place ("Washington said" is a place's name there).
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from atstake.extract.mentions import Mentions
from atstake.extract.parse import Parser
from atstake.extract.places import PlaceMentions
from atstake.model.annotations import Annotations, Mention
from atstake.model.text import Document, Span
from evals.marked import coverage

LABELS = Path(__file__).parent / "labels" / "mentions.tsv"
Marked = tuple[Span, str]


def marks() -> dict[tuple[str, str], tuple[list[Span], list[Marked]]]:
    """By coverage and document: the sentences that were read, and what is marked in them."""
    found: dict[tuple[str, str], tuple[list[Span], list[Marked]]] = defaultdict(lambda: ([], []))
    with LABELS.open(encoding="utf8", newline="") as lines:
        for name, key, start, end, kind in csv.reader(
            (line for line in lines if not line.startswith(("#", "coverage\t"))), delimiter="\t"
        ):
            span = Span(int(start), int(end))
            sentences, mentions = found[name, key]
            if kind == "sentence":
                sentences.append(span)
            else:
                mentions.append((span, kind))
    return found


def measure() -> dict[str, float]:
    """Precision, recall and F1 of overlap, exact borders among the matched, and types right, in percent."""
    count: Counter[str] = Counter()
    for gold, found in _read():
        pairs = _matched(gold, found)
        count["gold"] += len(gold)
        count["found"] += len(found)
        count["both"] += len(pairs)
        count["exact"] += sum(g[0] == f[0] for g, f in pairs)
        count["type"] += sum(g[1] == f[1] for g, f in pairs)
    both = max(1, count["both"])
    return {
        "precision": _percent(count["both"], count["found"]),
        "recall": _percent(count["both"], count["gold"]),
        "f1": _percent(2 * count["both"], count["found"] + count["gold"]),
        "exact-of-matched": _percent(count["exact"], both),
        "type-of-matched": _percent(count["type"], both),
    }


def _read() -> Iterator[tuple[list[Marked], list[Marked]]]:
    parser, mentions, places = Parser(), Mentions(), PlaceMentions()
    for (name, key), (sentences, gold) in sorted(marks().items()):
        record = next(r for r in coverage(name) if str(r["id"]) == key)
        reading = parser(Document(key, str(record["text"]), published=str(record["date"])))
        layers = mentions(reading, Annotations(key))
        layers = layers.merged(places(reading, layers))
        shown = [m for m in layers.mentions if m.form != "pronoun"]
        for sentence in sentences:
            own = [(_clean(m), _type(m)) for m in shown if sentence.overlaps(m.head)]
            yield [g for g in gold if sentence.overlaps(g[0])], own


def _clean(mention: Mention) -> Span:
    """The mention without its article, as it is marked."""
    words = mention.target.quote
    cut = len(words) - len(
        words.removeprefix("the ").removeprefix("The ").removeprefix("a ").removeprefix("an ")
    )
    return Span(mention.target.start + cut, mention.target.end)


def _type(mention: Mention) -> str:
    """The type as it is marked: a metonym is marked as the place that it is named by."""
    if mention.metonym and mention.form == "name":
        return "place"
    return mention.type


def _matched(gold: list[Marked], found: list[Marked]) -> list[tuple[Marked, Marked]]:
    """One to one, the largest overlap first."""
    ways = [
        (min(g[0].end, f[0].end) - max(g[0].start, f[0].start), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g[0].overlaps(f[0])
    ]
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, i, j in sorted(ways, key=lambda w: (-w[0], w[1], w[2])):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> None:
    """Prints the figures."""
    for name, value in measure().items():
        print(f"{name:20} {value:.1f}")


if __name__ == "__main__":
    main()
