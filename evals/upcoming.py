"""How well events ahead are found, dated and judged for certainty, on the story gold.

    python -m evals.upcoming [--data DIR] [--misses]

Each story is read with weights learned from the other stories only (leave one story out), its tellings are
merged as in a dossier, and scored with the story scorer's own ``score_spans`` (tools/score_story.py).
"Mean" is over the six stories of many articles.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from training.upcoming import Example, examples, fit, labelled, labels, stories

from atstake.extract.coreference import Coreference
from atstake.extract.mentions import Mentions
from atstake.extract.times import Times
from atstake.extract.upcoming import Ahead
from atstake.model.annotations import Annotations
from atstake.model.claims import Resolution
from atstake.model.reading import Reading
from atstake.model.stages import Evidence
from atstake.model.text import Span
from atstake.resolve.actors.resolver import Actors
from atstake.resolve.ahead import AheadEvents
from atstake.resolve.origins import Origins
from evals.shared import scorer, shared

STRENGTH = 10.0
Row = dict[str, dict[str, float]]


_KNOWN: dict[str, Annotations] = {}


def base(reading: Reading) -> Annotations:
    """Mentions and times of a reading, which no weight changes."""
    found = _KNOWN.get(reading.document.id, Annotations(reading.document.id))
    if not found.times:
        for extractor in (Mentions(), Coreference(), Times()):
            found = found.merged(extractor(reading, found))
        _KNOWN[found.document] = found
    return found


def exported(readings: Iterable[Reading], weights: dict[str, float]) -> list[dict[str, Any]]:
    """The events ahead of a story, in the evidence file's shape."""
    annotations, documents = {}, {}
    with patch("atstake.extract.upcoming.weights.weights", lambda: weights):
        for reading in readings:
            found = base(reading)
            found = found.merged(Ahead()(reading, found))
            annotations[found.document], documents[found.document] = found, reading.document
    evidence, so_far = Evidence(documents, annotations), Resolution()
    for resolver in (Origins(), Actors(), AheadEvents()):
        so_far = resolver(evidence, so_far)
    resolved = so_far.ahead
    return [
        {
            "target": {"doc": a.target.document, "start": a.target.start, "end": a.target.end},
            "what": a.what,
            "quote": a.target.quote,
            "tellings": len(a.tellings),
            "from": a.earliest,
            "to": a.latest,
            "certainty": a.certainty,
        }
        for a in resolved
    ]


def scores(
    tool: Any,
    golds: dict[str, Any],
    readings: dict[str, list[tuple[Reading, list[Span]]]],
    others: list[Example],
    misses: bool,
) -> dict[str, Row]:
    rows = {s: [e for r, marks in read for e in examples(s, r, marks)] for s, read in readings.items()}
    found = {}
    for story, gold in golds.items():
        weights = fit([e for s, r in rows.items() if s != story for e in r] + others, STRENGTH)
        predicted = exported((r for r, _ in readings[story]), weights)
        missed: dict[str, list[Any]] = {}
        found[story] = tool.score_spans(
            gold["upcoming"], predicted, [["from", "to"], ["certainty"]], missed, "upcoming"
        )
        if misses:
            for name, items in missed.items():
                print(f"## {story} {name}")
                for item in items:
                    print("  ", json.dumps(item, ensure_ascii=False)[:300])
    return found


def lines(rows: dict[str, Row]) -> Iterable[str]:
    names = ("span", "+from/to", "+certainty", "dated")
    for story, row in rows.items():
        figures = "  ".join(f"{n} {row[n]['f1']:.1f}" for n in names)
        yield f"{story:28} {figures}  (P {row['span']['p']} R {row['span']['r']}, {row['span']['pred']} told)"
    many = [row for story, row in rows.items() if story != "kerry-lavrov-2015"]
    means = "  ".join(f"{n} {sum(r[n]['f1'] for r in many) / len(many):.1f}" for n in names)
    yield f"{'mean of the six':28} {means}"


def table(data: Path, misses: bool = False) -> dict[str, Row]:
    """The scorer's rows by story."""
    readings: dict[str, list[tuple[Reading, list[Span]]]] = defaultdict(list)
    for story, reading, marks in stories(data):
        readings[story].append((reading, marks))
    golds = {
        story: json.loads((data / "story-gold" / f"{story}.json").read_text(encoding="utf8"))
        for story in readings
    }
    others = [e for reading, here in labels(data) for e in labelled(reading, here)]
    return scores(scorer("score_story"), golds, readings, others, misses)


def measure() -> dict[str, float]:
    """The figures for the gate: the means over the six stories of many articles."""
    many = [row for story, row in table(shared() / "data").items() if story != "kerry-lavrov-2015"]
    return {n: sum(r[n]["f1"] for r in many) / len(many) for n in ("span", "+certainty", "dated")}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=shared() / "data")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    for line in lines(table(options.data, options.misses)):
        print(line)


if __name__ == "__main__":
    main()
