"""How well events ahead are found, dated and judged for certainty, on the story gold.

    python -m evals.upcoming [--misses] [--cache FILE]
    python -m evals.upcoming --certainty [--cache FILE]

Each shared story is read with weights learned from the other stories only (leave one story out; two sets of
articles of one story count as one), those in ``labels/stories`` with weights learned outside of their fold;
the small clusters among them only teach. Tellings are merged as in a dossier and scored with the story
scorer's own ``score_spans`` (tools/score_story.py). Means are over the six shared stories of many articles
and over those marked here; pooled figures count the marks of all of them together. ``--certainty`` counts
how often the rules give a marked event the certainty and the days of its mark, whatever is found and kept.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from training.upcoming import CLUSTERS, STRENGTH, Example, Read, fit, read, rows

from atstake.extract.times import Times
from atstake.extract.upcoming import Ahead, told
from atstake.extract.upcoming.candidates import candidates
from atstake.extract.upcoming.features import features
from atstake.extract.upcoming.weights import probability
from atstake.extract.upcoming.when import when
from atstake.extract.upcoming.wording import sentence_words, wording
from atstake.model.claims import Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Span
from atstake.resolve.actors.resolver import Actors
from atstake.resolve.ahead import AheadEvents
from atstake.resolve.origins import Origins
from evals.marked import kin, marks
from evals.marked import stories as gold_stories
from evals.shared import scorer

Row = dict[str, dict[str, float]]


CACHE = "ATSTAKE_UPCOMING_CACHE"
"""The environment's name of the file that keeps the read stories, for the gate."""
FOLDS = 6
"""Parts of the stories marked here, each measured by weights from everything else."""


def exported(every: Iterable[Read], weights: dict[str, float]) -> list[dict[str, Any]]:
    """The events ahead of a story, in the evidence file's shape."""
    annotations, documents = {}, {}
    with patch("atstake.extract.upcoming.weights.weights", lambda: weights):
        for one in every:
            found = one.found.merged(Times()(one.reading, one.found))
            found = found.merged(Ahead()(one.reading, found))
            annotations[found.document], documents[found.document] = found, one.reading.document
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


def left_out(measured: Sequence[str]) -> Iterator[list[str]]:
    """The stories that are measured together, by weights that saw none of them."""
    yield from ([story] for story in measured if story in gold_stories())
    own = [story for story in measured if story not in gold_stories()]
    yield from (own[at::FOLDS] for at in range(min(FOLDS, len(own))))


def fitted(told: dict[str, list[Example]], others: list[Example], without: Iterable[str]) -> dict[str, float]:
    """Weights from the stories that are none of those left out, nor their kin."""
    aside = list(without)
    kept = [e for s, found in told.items() if not any(kin(s, one) for one in aside) for e in found]
    return fit(kept + others, STRENGTH)


def scores(every: Sequence[Read], measured: Sequence[str], misses: bool) -> dict[str, Row]:
    """The scorer's rows by story."""
    tool, (told, others) = scorer("score_story"), rows(every)
    found = {}
    for aside in left_out(measured):
        weights = fitted(told, others, aside)
        for story in aside:
            predicted = exported((r for r in every if r.story == story), weights)
            missed: dict[str, list[Any]] = {}
            found[story] = tool.score_spans(
                marks(story)["upcoming"], predicted, [["from", "to"], ["certainty"]], missed, "upcoming"
            )
            if misses:
                _print_misses(story, missed)
    return {story: found[story] for story in measured}


def _print_misses(story: str, missed: dict[str, list[Any]]) -> None:
    for name, items in missed.items():
        print(f"## {story} {name}")
        for item in items:
            print("  ", json.dumps(item, ensure_ascii=False)[:300])


def lines(rows: dict[str, Row]) -> Iterable[str]:
    """A line for each story, then means and pooled figures."""
    for story, row in rows.items():
        span = row["span"]
        yield f"{story:28} {_cells(row)}  (P {span['p']} R {span['r']}, {span['pred']} told)"
    for name, many in (("the six", _six(rows)), ("those marked here", _own(rows))):
        if many:
            yield f"{'mean of ' + name:28} {_cells(mean(many))}"
            yield f"{'pooled: ' + name:28} {_cells(pooled(many))}"


NAMES = ("span", "+from/to", "+certainty", "dated")


def _cells(row: Row) -> str:
    return "  ".join(f"{n} {row[n]['f1']:.1f}" for n in NAMES)


def mean(many: Sequence[Row]) -> Row:
    """The mean F1 of some stories."""
    return {n: {"f1": sum(r[n]["f1"] for r in many) / len(many)} for n in NAMES}


def pooled(many: Sequence[Row]) -> Row:
    """F1 over the marks of some stories together."""
    sums = {n: [sum(r[n][k] for r in many) for k in ("right", "pred", "gold")] for n in NAMES}
    return {n: {"f1": 100 * 2 * right / max(1, told + gold)} for n, (right, told, gold) in sums.items()}


def _six(rows: dict[str, Row]) -> list[Row]:
    """Of the shared stories those of many articles."""
    return [rows[s] for s in gold_stories() if s in rows and s != "kerry-lavrov-2015"]


def _own(rows: dict[str, Row]) -> list[Row]:
    return [row for story, row in rows.items() if story not in gold_stories()]


def table(misses: bool = False, own: bool = True, cache: Path | None = None) -> dict[str, Row]:
    """The scorer's rows by story, with ``own`` of the stories marked here too."""
    every = read(cache)
    names = list(dict.fromkeys(r.story for r in every if r.story))
    measured = [s for s in names if s in gold_stories() or (own and not s.startswith(CLUSTERS))]
    return scores(every, measured, misses)


def certainties(every: Iterable[Read]) -> Counter[tuple[str, str, bool]]:
    """How often the likeliest candidate inside a mark has its certainty, and its days, by who marked."""
    found: Counter[tuple[str, str, bool]] = Counter()
    reads = {(r.story, r.reading.document.id): r for r in every if r.story}
    for story in dict.fromkeys(story for story, _ in reads):
        group = "gold" if story in gold_stories() else "clusters" if story.startswith(CLUSTERS) else "here"
        for mark in marks(story)["upcoming"]:
            one = reads.get((story, str(mark["span"]["doc"])))
            said = _told(one, Span(mark["span"]["start"], mark["span"]["end"])) if one else None
            if said is not None:
                found[group, "certainty", said[0] == mark["certainty"]] += 1
                found[group, "days", said[1:] == (mark.get("from"), mark.get("to"))] += 1
    return found


def _told(one: Read, span: Span) -> tuple[str, str | None, str | None] | None:
    """The certainty of the likeliest candidate inside a mark, its first and its last day."""
    reading, best = one.reading, None
    times = Times()(reading, one.found).times
    for sentence in reading.sentences_in(span):
        here = [t for t in times if sentence.span.contains(t.target.whole)]
        words = sentence_words(reading, sentence)
        for candidate in candidates(reading, sentence):
            if span.start <= reading.tokens[candidate.head].start < span.end:
                days = when(reading, candidate, here)
                likely = probability(features(reading, candidate, days) | words | wording(reading, candidate))
                if best is None or likely > best[0]:
                    when_told, sure, _ = told(reading, candidate, days, times)
                    best = likely, (sure, when_told.first, when_told.last)
    return best[1] if best else None


def measure() -> dict[str, float]:
    """The figures for the gate, over the six stories of many articles: means, and of all marks together."""
    kept = os.environ.get(CACHE)
    many = _six(table(own=False, cache=Path(kept) if kept else None))
    found = {n: mean(many)[n]["f1"] for n in ("span", "+certainty", "dated")}
    return found | {f"pooled.{n}": pooled(many)[n]["f1"] for n in ("span", "+certainty", "dated")}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--cache", type=Path, help="a file that keeps the read stories")
    parser.add_argument("--certainty", action="store_true", help="count how often the rules for it are right")
    options = parser.parse_args()
    if options.certainty:
        found = certainties(read(options.cache))
        for group in ("gold", "here", "clusters"):
            for what in ("certainty", "days"):
                right = found[group, what, True]
                every = right + found[group, what, False]
                print(f"{group:10} {what:10} {right} of {every}  {100 * right / max(1, every):.1f}")
        return
    for line in lines(table(options.misses, cache=options.cache)):
        print(line)


if __name__ == "__main__":
    main()
