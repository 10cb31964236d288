"""How well events ahead are found, dated and judged for certainty, on the story gold.

    python -m evals.upcoming [--misses]

Each story is read with weights learned from the other stories only (leave one story out; two sets of articles
of one story count as one), its tellings are merged as in a dossier, and scored with the story scorer's own
``score_spans`` (tools/score_story.py). The first mean is over the six shared stories of many articles, the
second over those in ``labels/stories``, the small clusters left out, which only teach.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from unittest.mock import patch

from training.upcoming import CLUSTERS, STRENGTH, Example, clear, examples, fit, labelled, labels, stories

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
from evals.marked import kin, marks
from evals.marked import stories as gold_stories
from evals.shared import scorer

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
    return rows_of(so_far)


def rows_of(resolution: Resolution) -> list[dict[str, Any]]:
    """The events ahead as the evidence file has them: each as it stands, then as it stood before."""
    return [
        {
            "target": {"doc": target.document, "start": target.start, "end": target.end},
            "what": a.what,
            "quote": target.quote,
            "tellings": len(a.tellings),
            "from": first,
            "to": last,
            "certainty": certainty,
        }
        for a in resolution.ahead
        for target, first, last, certainty in (
            (a.target, a.earliest, a.latest, a.certainty),
            *((t.target, t.earliest, t.latest, t.certainty) for t in a.earlier),
        )
    ]


def scores(
    tool: Any,
    golds: dict[str, Any],
    readings: dict[str, list[tuple[Reading, list[Span]]]],
    others: list[Example],
    misses: bool,
) -> dict[str, Row]:
    rows = {s: clear([e for r, m in read for e in examples(s, r, m)]) for s, read in readings.items()}
    found = {}
    for story, gold in golds.items():
        weights = fit([e for s, r in rows.items() if not kin(s, story) for e in r] + others, STRENGTH)
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
    for name, many in (("mean of the six", _six(rows)), ("mean of those marked here", _own(rows))):
        if not many:
            continue
        means = "  ".join(f"{n} {sum(r[n]['f1'] for r in many) / len(many):.1f}" for n in names)
        yield f"{name:28} {means}"


def _six(rows: dict[str, Row]) -> list[Row]:
    """Of the shared stories those of many articles."""
    return [rows[s] for s in gold_stories() if s in rows and s != "kerry-lavrov-2015"]


def _own(rows: dict[str, Row]) -> list[Row]:
    return [row for story, row in rows.items() if story not in gold_stories()]


def table(misses: bool = False, own: bool = True) -> dict[str, Row]:
    """The scorer's rows by story, with ``own`` of the stories marked here too."""
    readings: dict[str, list[tuple[Reading, list[Span]]]] = defaultdict(list)
    for story, reading, spans in stories():
        readings[story].append((reading, spans))
    measured = [s for s in readings if s in gold_stories() or (own and not s.startswith(CLUSTERS))]
    golds = {story: marks(story) for story in measured}
    others = [e for reading, here in labels() for e in labelled(reading, here)]
    return scores(scorer("score_story"), golds, readings, others, misses)


def measure() -> dict[str, float]:
    """The figures for the gate: the means over the six stories of many articles."""
    many = _six(table(own=False))
    return {n: sum(r[n]["f1"] for r in many) / len(many) for n in ("span", "+certainty", "dated")}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    for line in lines(table(options.misses)):
        print(line)


if __name__ == "__main__":
    main()
