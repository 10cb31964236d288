"""Values that differ, alone: ``python -m evals.apart``; and the fit of their model.

Marks name sentences, and a sentence tells several values: which pair of them a mark means is not said. So
the model is fitted on all pairs between the sides first, then again on those of each mark that it finds
likeliest.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atstake.model.claims import Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Target
from atstake.resolve import weighing
from atstake.resolve.columns import row
from atstake.resolve.disputes import differing
from atstake.resolve.figures_apart import Told, Values, meetings, told
from atstake.resolve.weighing import Linear
from evals.fitting import logistic_fit
from evals.marked import kin, marks, more, stories
from evals.priors import FIGURES
from evals.readings import read_stories
from evals.shared import scorer

WEIGHTS = Path(weighing.__file__).with_name("weights.json")
MATCH = 0.3
STRENGTH = 5.0
FOLDS = 8
ROUNDS = 2
# How far below the likeliest pair of a mark another is one that it may mean as well (of the logit).
_ALSO_MEANT = 0.7


@dataclass(frozen=True)
class Pair:
    """Two values that may be of one thing, and which marks they would match."""

    a: Told
    b: Told
    signals: Mapping[str, float]
    marks: frozenset[tuple[str, int]]


def pairs(story: str, evidence: Evidence, resolution: Resolution, gold: Mapping[str, Any]) -> list[Pair]:
    """The pairs of a story that meet, with the marks they match."""
    differing_marks = [d for d in gold["disputes"] if d["relation"] == "differs-in-figure"]
    values = Values(told(evidence, dict(resolution.attributed)))
    found = []
    for first, second in meetings(values):
        signals = values.signals(first, second)
        for at, (i, j) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
            a, b = values.told[i], values.told[j]
            hit = frozenset(
                (story, n)
                for n, mark in enumerate(differing_marks)
                if differ(a.figure.target, b.figure.target, mark)
            )
            found.append(Pair(a, b, row(signals, at), hit))
    return found


def differ(a: Target, b: Target, mark: Mapping[str, Any]) -> bool:
    """Whether two sentences are the sides of a mark, either way round."""
    return (near(a, mark, "a") and near(b, mark, "b")) or (near(a, mark, "b") and near(b, mark, "a"))


def figures_fit(
    found: Sequence[Pair], prior: Mapping[str, float] = FIGURES, strength: float = STRENGTH
) -> dict[str, float]:
    """The weights of the model of differing values."""
    kept = list(found)
    for _ in range(ROUNDS):
        model = Linear(_fit(kept, prior, strength))
        best: dict[tuple[str, int], float] = defaultdict(lambda: float("-inf"))
        for pair in found:
            for mark in pair.marks:
                best[mark] = max(best[mark], model.score(pair.signals))
        kept = [
            p
            for p in found
            if not p.marks or any(model.score(p.signals) >= best[m] - _ALSO_MEANT for m in p.marks)
        ]
    return _fit(kept, prior, strength)


def measure(every: Mapping[str, list[Pair]]) -> dict[str, tuple[int, int, int]]:
    """Right, found and marked: our stories by weights from other ones of ours, the gold by ours alone."""
    own = [s for s in sorted(every) if s not in stories()]
    gold = [s for s in sorted(every) if s in stories()]
    rows: dict[str, tuple[int, int, int]] = {}
    for at in range(FOLDS):
        aside = own[at::FOLDS]
        model = _model(every, (s for s in own if not any(kin(s, o) for o in aside)))
        rows |= {s: _score(s, every[s], model) for s in aside}
    model = _model(every, (s for s in own if not any(kin(s, g) for g in gold)))
    return rows | {s: _score(s, every[s], model) for s in gold}


def near(target: Target, mark: Mapping[str, Any], side: str) -> bool:
    """Whether a span is a side of a mark, or another telling of it, as the shared scorer matches spans."""
    for span in (mark[side], *mark.get(f"also_{side}", [])):
        shared = min(target.end, span["end"]) - max(target.start, span["start"])
        union = max(target.end, span["end"]) - min(target.start, span["start"])
        if span["doc"] == target.document and shared >= MATCH * union:
            return True
    return False


# Private functions


def _fit(found: Sequence[Pair], prior: Mapping[str, float], strength: float) -> dict[str, float]:
    return logistic_fit([p.signals for p in found], [bool(p.marks) for p in found], prior, strength)


def _model(every: Mapping[str, list[Pair]], names: Iterable[str]) -> Linear:
    return Linear(figures_fit([p for s in names for p in every[s]]))


def _score(story: str, found: Sequence[Pair], model: Linear) -> tuple[int, int, int]:
    ranked = [(p.a, p.b, model.probability(p.signals), dict(p.signals)) for p in found]
    shown = [
        {"a": _span(a.figure.target), "b": _span(b.figure.target), "relation": "differs-in-figure"}
        for a, b, *_ in differing(ranked)
    ]
    gold = [d for d in marks(story)["disputes"] if d["relation"] == "differs-in-figure"]
    row = scorer("score_story").score_disputes(gold, shown, {}, marks(story), {})["pair"]
    return row["right"], row["pred"], row["gold"]


def _span(target: Target) -> dict[str, Any]:
    return {"doc": target.document, "start": target.start, "end": target.end}


def _total(rows: Mapping[str, tuple[int, int, int]], names: Iterable[str]) -> str:
    right, found, gold = (sum(rows[n][i] for n in names if n in rows) for i in range(3))
    return f"right {right} of {found}, marked {gold}, F1 {200 * right / max(1, found + gold):.1f}"


def main() -> None:
    """Prints how many differing values are found, by weights that never saw the story."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, help="the file of read stories that evals.disputes keeps")
    parser.add_argument("--stories", action="store_true", help="each story by itself")
    parser.add_argument("--fit", action="store_true", help="write the weights that ship, of this model alone")
    asked = parser.parse_args()
    every = _cached(asked.cache)
    if asked.fit:
        made = json.loads(WEIGHTS.read_text(encoding="utf8"))
        made["models"]["figures-lexical"] = figures_fit([p for found in every.values() for p in found])
        WEIGHTS.write_text(json.dumps(made, indent=1) + "\n", encoding="utf8")
        return
    rows = measure(every)
    for title, names in (("ours, cross-validated", more()), ("gold, by ours", stories())):
        print(f"{title:24} {_total(rows, names)}")
    if asked.stories:
        for story, row in sorted(rows.items()):
            print(f"{story:30} right {row[0]} of {row[1]}, marked {row[2]}")


def _cached(cache: Path | None) -> dict[str, list[Pair]]:
    read = read_stories((*stories(), *more()), cache)
    return {s: pairs(s, *read[s], marks(s)) for s in (*stories(), *more())}


if __name__ == "__main__":
    main()
