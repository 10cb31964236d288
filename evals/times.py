"""How well time expressions are found and read.

    python -m evals.times [--data DIR] [--misses]

On TimeBank and AQUAINT (TimeML, TempEval-3's training sets), by TempEval-3's measures (UzZaman et al. 2013):
relaxed F1 (an expression counts as found where it shares a character with one that is there, one to one),
strict F1 (same ends), and value F1 (relaxed F1 times the share of the matched whose ``value`` is the same
string). The documents fall into two halves by the hash of their names: rules were tuned on the first,
the second was only ever scored. On the coverage files: bare weekdays labelled by hand
(labels/weekdays.tsv), by whether they lie ahead of, behind or on the day of publication.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from atstake.extract.parse import Parser
from atstake.extract.times import Times
from atstake.model.annotations import Annotations, TimeExpression
from atstake.model.reading import Reading
from atstake.model.text import Document
from evals.shared import ROOT, shared

LABELS = ROOT / "evals" / "labels" / "weekdays.tsv"
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True)
class Timex:
    """A time expression of the gold."""

    start: int
    end: int
    value: str


@dataclass
class Tally:
    """What a set of documents adds up to."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0

    def add(self, gold: list[Timex], found: list[Timex]) -> list[tuple[Timex | None, Timex | None]]:
        """Score one document; returns the pairs, one side None where there is no partner."""
        pairs = _aligned(gold, found)
        self.gold += len(gold)
        self.found += len(found)
        for g, f in pairs:
            if g and f:
                self.relaxed += 1
                self.strict += (g.start, g.end) == (f.start, f.end)
                self.value += g.value.lower() == f.value.lower()
        return pairs

    def f1(self, right: int) -> float:
        """F1 in percent, of so many that are right."""
        return 200 * right / ((self.gold + self.found) or 1)

    def line(self) -> str:
        """The figures in one line."""
        precision, recall = 100 * self.relaxed / (self.found or 1), 100 * self.relaxed / (self.gold or 1)
        matched = 100 * self.value / (self.relaxed or 1)
        return (
            f"relaxed {self.f1(self.relaxed):.1f} (P {precision:.1f} R {recall:.1f})  "
            f"strict {self.f1(self.strict):.1f}  "
            f"value {self.f1(self.value):.1f} ({matched:.1f}% of the matched)  n {self.gold}"
        )


def _aligned(gold: list[Timex], found: list[Timex]) -> list[tuple[Timex | None, Timex | None]]:
    pairs: list[tuple[Timex | None, Timex | None]] = []
    free = sorted(found, key=lambda t: t.start)
    for g in sorted(gold, key=lambda t: t.start):
        hits = [f for f in free if f.start < g.end and g.start < f.end]
        if not hits:
            pairs.append((g, None))
            continue
        best = max(hits, key=lambda f: min(f.end, g.end) - max(f.start, g.start))
        free.remove(best)
        pairs.append((g, best))
    return pairs + [(None, f) for f in free]


def timeml(path: Path) -> tuple[Document, list[Timex]]:
    """The text of a TimeML file with its publication date, and its time expressions."""
    raw = path.read_text(encoding="utf8")
    created = re.search(r'<DCT>.*?value="([^"]*)"', raw, re.S)
    body = raw[raw.index("<TEXT>") + len("<TEXT>") : raw.index("</TEXT>")]
    text, gold, position = "", [], 0
    stack: list[tuple[int, str]] = []
    for tag in _TAG.finditer(body):
        text += unescape(body[position : tag.start()])
        position = tag.end()
        if tag.group(2) != "TIMEX3":
            continue
        if tag.group(1):
            start, value = stack.pop()
            gold.append(Timex(start, len(text), value))
        else:
            stack.append((len(text), dict(_ATTRIBUTE.findall(tag.group(3)))["value"]))
    text += unescape(body[position:])
    document = Document(path.stem, text, published=created.group(1) if created else None)
    return document, _outermost(gold)


def _outermost(gold: list[Timex]) -> list[Timex]:
    return [g for g in gold if not any(o != g and o.start <= g.start and g.end <= o.end for o in gold)]


def half(name: str) -> int:
    """0 for the half that rules are tuned on, 1 for the other."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2


def expressions(reading: Reading) -> tuple[TimeExpression, ...]:
    return Times()(reading, Annotations(reading.document.id)).times


def found_in(reading: Reading) -> list[Timex]:
    return [Timex(t.target.start, t.target.end, t.value) for t in expressions(reading)]


def weekday_rows(coverage: Path) -> Iterator[tuple[dict[str, str], Document]]:
    """The labelled weekdays, each with its document."""
    with LABELS.open(encoding="utf8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    wanted = defaultdict(set)
    for row in rows:
        wanted[row["coverage"]].add(row["document"])
    documents: dict[tuple[str, str], Document] = {}
    for name, ids in wanted.items():
        with (coverage / f"{name}.jsonl").open(encoding="utf8") as file:
            for record in map(json.loads, file):
                if record["id"] in ids:
                    documents[name, record["id"]] = Document(
                        record["id"], record["text"], published=record["date"]
                    )
    for row in rows:
        yield row, documents[row["coverage"], row["document"]]


def weekdays_right(
    rows: Iterable[tuple[dict[str, str], Reading]], misses: bool = False
) -> tuple[Counter[str], Counter[str]]:
    """How many are right, and how many there are, by direction."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row, reading in rows:
        start = int(row["start"])
        hit = [t for t in expressions(reading) if t.target.start <= start < t.target.end]
        ok = bool(hit) and hit[0].earliest == row["date"] == hit[0].latest
        right[row["direction"]] += ok
        total[row["direction"]] += 1
        if misses and not ok:
            around = reading.text[max(0, start - 100) : start + 60].replace("\n", " ")
            print(f"  {row['direction']} {row['date']} != {hit[0].earliest if hit else None}: {around}")
    return right, total


def weekday_line(rows: Iterable[tuple[dict[str, str], Reading]], misses: bool) -> str:
    right, total = weekdays_right(rows, misses)
    return "  ".join(f"{d} {right[d]}/{total[d]} ({100 * right[d] / total[d]:.1f}%)" for d in sorted(total))


def timeml_lines(readings: Iterable[tuple[str, Reading, list[Timex]]], misses: bool) -> Iterator[str]:
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    spent, count = 0.0, 0
    for folder, reading, gold in readings:
        begin = time.perf_counter()
        found = found_in(reading)
        spent, count = spent + time.perf_counter() - begin, count + 1
        part = half(reading.document.id)
        for name in ("both", f"half {part}", f"{folder} half {part}"):
            pairs = tallies[name].add(gold, found)
        if misses and not part:
            _show(reading, pairs)
    for name in sorted(tallies):
        yield f"{name:18} {tallies[name].line()}"
    yield f"{1000 * spent / (count or 1):.2f} ms a document, parsing aside ({count} documents)"


def _show(reading: Reading, pairs: list[tuple[Timex | None, Timex | None]]) -> None:
    for g, f in pairs:
        if g and f and g.value.lower() == f.value.lower():
            continue
        at = f or g
        assert at is not None
        around = reading.text[max(0, at.start - 60) : at.start].replace("\n", " ")
        words = reading.text[at.start : at.end].replace("\n", " ")
        kind = "VALUE" if g and f else "MISS" if g else "EXTRA"
        after = reading.text[at.end : at.end + 30].replace("\n", " ")
        values = f"{g.value if g else '-'} {f.value if f else '-'}"
        print(f"{kind} {values} {reading.document.date} {around}<<{words}>>{after}")


def _timeml_readings(data: Path, parse: Parser) -> Iterator[tuple[str, Reading, list[Timex]]]:
    for path in sorted((data / "time").glob("*/*.tml")):
        document, gold = timeml(path)
        yield path.parent.name, parse(document), gold


def measure() -> dict[str, float]:
    """The figures for the gate: both halves together, and weekdays that lie ahead."""
    parse, data = Parser(), shared() / "data"
    tally = Tally()
    for _, reading, gold in _timeml_readings(data, parse):
        tally.add(gold, found_in(reading))
    right, total = weekdays_right(
        (row, parse(document))
        for row, document in weekday_rows(data / "coverage")
        if row["direction"] == "ahead"
    )
    return {
        "relaxed": tally.f1(tally.relaxed),
        "strict": tally.f1(tally.strict),
        "value": tally.f1(tally.value),
        "weekdays ahead": 100 * right["ahead"] / total["ahead"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=shared() / "data")
    parser.add_argument("--misses", action="store_true", help="print what was wrong in the first half")
    options = parser.parse_args()
    parse = Parser()
    for line in timeml_lines(_timeml_readings(options.data, parse), options.misses):
        print(line)
    rows = ((row, parse(document)) for row, document in weekday_rows(options.data / "coverage"))
    print("weekdays          ", weekday_line(rows, options.misses))


if __name__ == "__main__":
    main()
