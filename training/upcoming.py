"""Learns which told futures are events for a diary; writes ``extract/upcoming/weights.json``.

    python -m training.upcoming --data ../shared/data [--write] [--l2 10]

Logistic regression over the features of ``extract.upcoming.features``, from the story gold (seven stories
read by an editor) and from sentences of other articles (``evals/labels/upcoming.tsv``). A marked sentence
says that one of its candidates is an event, not which: the best is chosen in turns with the fit
(multiple-instance learning, Andrews et al. 2003). ``evals/upcoming.py`` tells what each story gets from the
weights that the other stories give.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from atstake.extract.parse import Parser
from atstake.extract.times import Times
from atstake.extract.upcoming.candidates import candidates
from atstake.extract.upcoming.features import features
from atstake.extract.upcoming.when import when
from atstake.model.annotations import Annotations
from atstake.model.reading import Reading
from atstake.model.text import Document, Span
from atstake.resolve.lexical import Vector, Weighing, cosine, stems

WEIGHTS = Path(__file__).resolve().parent.parent / "src/atstake/extract/upcoming/weights.json"
LABELS = Path(__file__).resolve().parent.parent / "evals/labels/upcoming.tsv"
SHARED = 0.3
"""Of the characters that a mark and a sentence cover together: from here on the sentence is the mark's."""
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A candidate of one sentence of one story, and whether the sentence is marked."""

    story: str
    sentence: tuple[str, int]
    text: str
    features: frozenset[str]
    marked: bool


def examples(story: str, reading: Reading, marks: list[Span]) -> Iterator[Example]:
    """The candidates of a reading."""
    times = Times()(reading, Annotations(reading.document.id)).times
    for sentence in reading.sentences:
        marked = any(_shared(sentence.span, m) >= SHARED for m in marks)
        here = [t for t in times if sentence.span.contains(t.target.whole)]
        for candidate in candidates(reading, sentence):
            found = features(reading, candidate, when(reading, candidate, here))
            text = reading.text[sentence.span.start : sentence.span.end]
            yield Example(story, (reading.document.id, sentence.span.start), text, found, marked)


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
            yield replace(example, marked=labels[start])


def _shared(a: Span, b: Span) -> float:
    both = min(a.end, b.end) - max(a.start, b.start)
    return both / (max(a.end, b.end) - min(a.start, b.start)) if both > 0 else 0.0


def fit(rows: list[Example], strength: float, rounds: int = 6, rare: int = 4) -> dict[str, float]:
    """The weights: feature -> weight, "" the constant; features rarer than ``rare`` are left out."""
    rows = clear(rows)
    counts = Counter(f for r in rows for f in r.features)
    names = sorted(f for f, n in counts.items() if n >= rare)
    column = {f: i for i, f in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1))
    table[:, -1] = 1
    for i, row in enumerate(rows):
        for f in row.features & column.keys():
            table[i, column[f]] = 1
    marked = np.array([float(r.marked) for r in rows])
    chosen = np.arange(len(rows))
    weights = _logistic(table, marked, strength)
    for _ in range(rounds):
        chosen = _best_of_marked(rows, table @ weights)
        weights = _logistic(table[chosen], marked[chosen], strength)
    return {f: round(float(w), 3) for f, w in zip([*names, ""], weights, strict=True)}


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


def _logistic(table: Array, marked: Array, strength: float) -> Array:
    """Ridge logistic regression by Newton's method; the last column, the constant, is not held back."""
    width = table.shape[1]
    ridge = np.full(width, strength)
    ridge[-1] = 1e-6
    weights = np.zeros(width)
    for _ in range(50):
        p = 1 / (1 + np.exp(-table @ weights))
        gradient = table.T @ (p - marked) + ridge * weights
        curvature = (table * (p * (1 - p) + 1e-6)[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    return weights


def stories(data: Path) -> Iterator[tuple[str, Reading, list[Span]]]:
    """The gold documents, read, with the spans that are marked in them."""
    parse = Parser()
    for path in sorted((data / "story-gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf8"))
        spans = [s for u in gold["upcoming"] for s in (u["span"], *u.get("also", ()))]
        coverage = data / "coverage" / f"{path.stem}.jsonl"
        if not coverage.exists():
            coverage = data / "coverage" / "syria-war-2011-2016.jsonl"
        with coverage.open(encoding="utf8") as file:
            for record in map(json.loads, file):
                if record["id"] in gold["docs"]:
                    document = Document(record["id"], record["text"], published=record["date"])
                    marks = [Span(s["start"], s["end"]) for s in spans if s["doc"] == document.id]
                    yield path.stem, parse(document), marks


def labels(data: Path) -> Iterator[tuple[Reading, dict[int, bool]]]:
    """The articles outside the gold of which sentences are labelled, with the labels by offset."""
    wanted: dict[str, dict[int, bool]] = defaultdict(dict)
    with LABELS.open(encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            wanted[row["document"]][int(row["start"])] = row["ahead"] == "1"
    parse = Parser()
    with (data / "coverage" / "corpus-2000.jsonl").open(encoding="utf8") as file:
        for record in map(json.loads, file):
            if record["id"] in wanted:
                document = Document(record["id"], record["text"], published=record["date"])
                yield parse(document), wanted[document.id]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--l2", type=float, default=10.0)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = [e for story, reading, marks in stories(options.data) for e in examples(story, reading, marks)]
    rows += [e for reading, here in labels(options.data) for e in labelled(reading, here)]
    weights = fit(rows, options.l2)
    record = {
        "method": "ridge logistic regression, multiple-instance",
        "l2": options.l2,
        "candidates": len(rows),
        "weights": dict(sorted(weights.items())),
    }
    if options.write:
        WEIGHTS.write_text(json.dumps(record, indent=1) + "\n", encoding="utf8")
    print(json.dumps(record, indent=1))


if __name__ == "__main__":
    main()
