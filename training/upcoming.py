"""Learns which told futures are events for a diary; writes ``extract/upcoming/weights.json``.

    python -m training.upcoming --write [--cache FILE]

Logistic regression over the features of ``extract.upcoming.features``, from the story gold (seven stories
read by an editor), from more stories marked in ``evals/labels/stories``, and from sentences of other articles
(``evals/labels/upcoming.tsv``). A marked sentence says that one of its candidates is an event, not which: the
best is chosen in turns with the fit (multiple-instance learning, Andrews et al. 2003). Whoever marks more
than the gold does has a constant of his own, which the weights that ship leave out. ``evals/upcoming.py``
tells what each story gets from the weights that the other stories give.
"""

from __future__ import annotations

import argparse
import csv
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from evals.marked import articles, marks, more
from evals.marked import stories as marked_gold
from evals.shared import records, shared
from numpy.typing import NDArray

from atstake.extract.coreference import Coreference
from atstake.extract.mentions import Mentions
from atstake.extract.parse import Parser
from atstake.extract.times import Times
from atstake.extract.upcoming.candidates import candidates
from atstake.extract.upcoming.features import features
from atstake.extract.upcoming.when import when
from atstake.extract.upcoming.wording import sentence_words, wording
from atstake.model.annotations import Annotations
from atstake.model.reading import Reading
from atstake.model.stages import Extractor
from atstake.model.text import Document, Span
from atstake.resolve.lexical import Vector, Weighing, cosine, stems

WEIGHTS = Path(__file__).resolve().parent.parent / "src/atstake/extract/upcoming/weights.json"
LABELS = Path(__file__).resolve().parent.parent / "evals/labels/upcoming.tsv"
GOLD = "gold"
CLUSTERS = "news-"
"""How the names of the clusters begin that were marked last, in many small stories."""
STRENGTH = 25.0
"""How strongly weights are held back (ridge)."""
SHARED = 0.3
"""Of the characters that a mark and a sentence cover together: from here on the sentence is the mark's."""
LEAST = 0.005
"""Weights below this are not kept."""
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A candidate of one sentence of one story, and whether the sentence is marked."""

    story: str
    sentence: tuple[str, int]
    text: str
    features: frozenset[str]
    marked: bool
    marks: str = ""
    """Whose marks: GOLD, or others that were made by another hand or in another way."""


def examples(story: str, reading: Reading, marks: list[Span]) -> Iterator[Example]:
    """The candidates of a reading."""
    times = Times()(reading, Annotations(reading.document.id)).times
    for sentence in reading.sentences:
        marked = any(_shared(sentence.span, m) >= SHARED for m in marks)
        here = [t for t in times if sentence.span.contains(t.target.whole)]
        words = sentence_words(reading, sentence)
        for candidate in candidates(reading, sentence):
            found = features(reading, candidate, when(reading, candidate, here))
            found |= words | wording(reading, candidate)
            text = reading.text[sentence.span.start : sentence.span.end]
            whose = GOLD if story in _gold() else CLUSTERS if story.startswith(CLUSTERS) else "more"
            yield Example(story, (reading.document.id, sentence.span.start), text, found, marked, whose)


@cache
def _gold() -> frozenset[str]:
    return frozenset(marked_gold())


def clear(rows: list[Example], threshold: float = 0.4) -> list[Example]:
    """The examples without unmarked sentences that tell much the same as a marked one of their story.

    An editor marks an event where it is told best; its other tellings are no counter-examples.
    """
    weighing = Weighing(stems(text) for text in {r.text for r in rows})
    marked: dict[str, list[Vector]] = defaultdict(list)
    for story, text in sorted({(r.story, r.text) for r in rows if r.marked}):
        marked[story].append(weighing.vector(stems(text)))
    known: dict[tuple[str, str], bool] = {}
    kept = []
    for row in rows:
        key = (row.story, row.text)
        if key not in known:
            words = weighing.vector(stems(row.text))
            known[key] = any(cosine(words, m) >= threshold for m in marked[row.story])
        if row.marked or not known[key]:
            kept.append(row)
    return kept


def labelled(reading: Reading, labels: dict[int, bool]) -> Iterator[Example]:
    """The candidates of the labelled sentences of a reading, by where they start."""
    for example in examples("", reading, []):
        start = example.sentence[1]
        if start in labels:
            yield replace(example, marked=labels[start], marks="sentences")


def _shared(a: Span, b: Span) -> float:
    both = min(a.end, b.end) - max(a.start, b.start)
    return both / (max(a.end, b.end) - min(a.start, b.start)) if both > 0 else 0.0


def fit(rows: list[Example], strength: float, rounds: int = 3, rare: int = 6) -> dict[str, float]:
    """The weights: feature -> weight, "" the constant; rare features and weights near 0 are left out."""
    counts = Counter(f for r in rows for f in r.features)
    names = sorted(f for f, n in counts.items() if n >= rare)
    column = {f: i for i, f in enumerate([*names, *sorted({f"~{r.marks}" for r in rows}), ""])}
    held = [sorted(column[f] for f in (*r.features, f"~{r.marks}", "") if f in column) for r in rows]
    marked = np.array([float(r.marked) for r in rows])
    table = Table(held, len(column))
    ridge = np.array([_ridge(f, strength) for f in column])
    weights = _logistic(table, marked, ridge, np.zeros(len(column)))
    for _ in range(rounds):
        chosen = _best_of_marked(rows, table.dot(weights))
        some = Table([held[i] for i in chosen], len(column))
        weights = _logistic(some, marked[chosen], ridge, weights)
    weights[column[""]] += weights[column[f"~{GOLD}"]] if f"~{GOLD}" in column else 0.0
    found = {f: round(float(w), 3) for f, w in zip(column, weights, strict=True)}
    return {f: w for f, w in found.items() if (abs(w) >= LEAST or not f) and not f.startswith("~")}


def _ridge(feature: str, strength: float) -> float:
    """How strongly a weight is held back: the constant hardly at all, whoever marked a little."""
    return 1e-6 if not feature else 0.5 if feature.startswith("~") else strength


class Table:
    """A table of noughts and ones, by the columns that hold in each row."""

    def __init__(self, held: list[list[int]], width: int) -> None:
        sizes = np.array([len(h) for h in held], np.int64)
        self._rows = np.repeat(np.arange(len(held)), sizes)
        self._starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        self._columns = np.fromiter((c for h in held for c in h), np.int64, int(sizes.sum()))
        self._width = width

    def dot(self, weights: Array) -> Array:
        """A number for each row."""
        # Every row holds the constant at least, so no row is empty.
        return np.add.reduceat(weights[self._columns], self._starts)

    def back(self, values: Array) -> Array:
        """A number for each column."""
        return np.bincount(self._columns, values[self._rows], self._width).astype(np.float64)


def _best_of_marked(rows: list[Example], scores: Array) -> NDArray[np.int64]:
    """All candidates of unmarked sentences, and of each marked sentence the best."""
    best: dict[tuple[str, int], int] = {}
    chosen = []
    for i, row in enumerate(rows):
        if not row.marked:
            chosen.append(i)
        elif row.sentence not in best or scores[i] > scores[best[row.sentence]]:
            best[row.sentence] = i
    return np.array(sorted(chosen + list(best.values())))


def _logistic(table: Table, marked: Array, ridge: Array, weights: Array) -> Array:
    """Ridge logistic regression by Newton's method."""
    for _ in range(12):
        p = 1 / (1 + np.exp(-np.clip(table.dot(weights), -60, 60)))
        gradient = table.back(p - marked) + ridge * weights
        slack = p * (1 - p) + 1e-6
        step = _solved(lambda v, s=slack: table.back(s * table.dot(v)) + ridge * v, gradient)  # type: ignore[misc]
        weights = weights - step
        if float(np.abs(step).max()) < 1e-2:
            break
    return weights


def _solved(times: Callable[[Array], Array], wanted: Array) -> Array:
    """What ``times`` makes ``wanted`` of, by conjugate gradients."""
    found = np.zeros_like(wanted)
    rest = wanted.copy()
    way, size = rest.copy(), float(rest @ rest)
    enough = 1e-4 * size
    for _ in range(60):
        if size <= enough:
            break
        made = times(way)
        length = size / float(way @ made)
        found, rest = found + length * way, rest - length * made
        size, before = float(rest @ rest), size
        way = rest + size / before * way
    return found


@dataclass(frozen=True)
class Read:
    """A marked document, parsed, with the mentions in it."""

    story: str
    """Empty for the articles of which only sentences are labelled."""
    reading: Reading
    marks: tuple[Span, ...]
    labels: dict[int, bool]
    found: Annotations


def read(cache: Path | None = None) -> list[Read]:
    """The marked stories and the labelled articles, parsed and with their mentions; kept in ``cache``."""
    if cache and cache.exists():
        kept: list[Read] = pickle.loads(cache.read_bytes())
        return kept
    extractors = (Mentions(), Coreference())
    made = [Read(s, r, tuple(m), {}, _found(r, extractors)) for s, r, m in _stories()]
    made += [Read("", r, (), here, Annotations(r.document.id)) for r, here in _labels()]
    if cache:
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_bytes(pickle.dumps(made))
    return made


def rows(every: Iterable[Read]) -> tuple[dict[str, list[Example]], list[Example]]:
    """The examples by story, without what tells of a marked event again, and those of labelled sentences."""
    told: dict[str, list[Example]] = defaultdict(list)
    others: list[Example] = []
    for one in every:
        if one.story:
            told[one.story].extend(examples(one.story, one.reading, list(one.marks)))
        else:
            others.extend(labelled(one.reading, one.labels))
    return {story: clear(found) for story, found in told.items()}, others


def _found(reading: Reading, extractors: Iterable[Extractor]) -> Annotations:
    found = Annotations(reading.document.id)
    for extractor in extractors:
        found = found.merged(extractor(reading, found))
    return found


def _stories() -> Iterator[tuple[str, Reading, list[Span]]]:
    """The marked documents, read, with the spans that are marked in them."""
    parse = Parser()
    for story in (*marked_gold(), *more()):
        upcoming = marks(story)["upcoming"]
        spans = [s for u in upcoming for s in (u["span"], *u.get("also", ()))]
        # A story of which only disputes are marked tells nothing of what lies ahead.
        told = {str(s["doc"]) for s in spans}
        for record in articles(story) if upcoming else ():
            # Of the clusters only articles with a mark are read; the others take time and teach little.
            if story.startswith(CLUSTERS) and str(record["id"]) not in told:
                continue
            document = Document(str(record["id"]), record["text"], published=record["date"])
            here = [Span(s["start"], s["end"]) for s in spans if s["doc"] == document.id]
            yield story, parse(document), here


def _labels() -> Iterator[tuple[Reading, dict[int, bool]]]:
    """The articles outside the gold of which sentences are labelled, with the labels by offset."""
    wanted: dict[str, dict[int, bool]] = defaultdict(dict)
    with LABELS.open(encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            wanted[row["document"]][int(row["start"])] = row["ahead"] == "1"
    parse = Parser()
    for record in records(shared() / "data" / "coverage" / "corpus-2000.jsonl"):
        if record["id"] in wanted:
            document = Document(record["id"], record["text"], published=record["date"])
            yield parse(document), wanted[document.id]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--l2", type=float, default=STRENGTH)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--cache", type=Path, help="a file that keeps the read stories")
    options = parser.parse_args()
    by_story, others = rows(read(options.cache))
    every = [e for found in by_story.values() for e in found] + others
    weights = fit(every, options.l2)
    record = {
        "method": "ridge logistic regression, multiple-instance",
        "l2": options.l2,
        "candidates": len(every),
        "weights": dict(sorted(weights.items())),
    }
    if options.write:
        WEIGHTS.write_text(json.dumps(record, indent=1) + "\n", encoding="utf8")
    print(json.dumps(record | {"weights": len(weights)}, indent=1))


if __name__ == "__main__":
    main()
