"""Where explicit disputes are lost, each story by weights that never saw it: ``python -m evals.lost``.

A mark is found, or one of its sides is no statement; its answer is not taken for one; what it answers is
not among what it is compared with; another statement is held likelier; or it is the likeliest, but below
the bound.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from atstake.resolve.disputes import LEAST
from atstake.resolve.pairs import Context, may_answer
from atstake.resolve.standing import Standing, chosen, scored
from atstake.resolve.units import units
from evals.apart import near
from evals.disputes import Case, cases, parts, weights_of
from evals.marked import second_look, stories

STAGES = (
    "found", "no statement", "no answer", "not compared", "another likelier", "below the bound",
    "with another",
)  # fmt: skip


def lost(case: Case, models: dict[str, dict[str, float]]) -> Counter[str]:
    """How many explicit marks of a story that are no differing values end at which stage."""
    context = Context(units(case.evidence, case.resolution))
    with weights_of(models):
        standings = scored(context, 0.0)
    kept = {(k.a, k.b) for k, _ in chosen(context, [s for s in standings if s.probability >= LEAST])}
    by_answer: dict[int, list[Standing]] = defaultdict(list)
    for standing in standings:
        by_answer[standing.b].append(standing)
    explicit = (d for d in case.gold["disputes"] if d["explicit"] and d["relation"] != "differs-in-figure")
    return Counter(_stage(context, d, by_answer, kept) for d in explicit)


def _stage(
    context: Context,
    mark: Mapping[str, Any],
    by_answer: Mapping[int, Sequence[Standing]],
    kept: set[tuple[int, int]],
) -> str:
    sides = [
        {i for i, unit in enumerate(context.units) if near(unit.target, mark, side)} for side in ("a", "b")
    ]
    if not all(sides):
        return "no statement"
    ways = [sides] + ([sides[::-1]] if mark["relation"] == "contradicts" else [])
    pairs = [s for first, second in ways for b in second for s in by_answer.get(b, ()) if s.a in first]
    if any((s.a, s.b) in kept for s in pairs):
        return "found"
    if not any(may_answer(context, b) for b in sides[1]):
        return "no answer"
    if not pairs:
        return "not compared"
    best = max(pairs, key=lambda s: (s.probability, -s.b, -s.a))
    if any(s.probability > best.probability for s in by_answer[best.b]):
        return "another likelier"
    return "below the bound" if best.probability < LEAST else "with another"


def main() -> None:
    """Prints the counts for the shared gold and for ours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, help="the file of read stories that evals.disputes keeps")
    every = cases(parser.parse_args().cache)
    rows = {c.story: lost(c, models) for aside, models in parts(every) for c in aside}
    for title, names in (("gold", stories()), ("ours", second_look())):
        total = sum((rows[n] for n in names if n in rows), Counter[str]())
        print(title, total.total(), *(f"{stage} {total[stage]}" for stage in STAGES), sep="; ")


if __name__ == "__main__":
    main()
