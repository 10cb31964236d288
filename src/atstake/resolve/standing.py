"""From candidate pairs to the pairs that stand: each answer with the statement that it answers, each once."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from atstake.model.claims import Relation
from atstake.resolve.columns import Columns, row
from atstake.resolve.pairs import Context, candidates
from atstake.resolve.signals import WEAK, Signals, answering
from atstake.resolve.units import Unit
from atstake.resolve.weighing import linear, logistic, logit, shares

# Two answers of one party are one where they and what they answer are this much alike in sum.
_RESTATED = 0.5
_RESTATED_ANSWER = 0.4
# Pairs that are weighed at once: enough to pay, few enough to hold.
_AT_ONCE = 4_000


@dataclass(frozen=True)
class Standing:
    """Index of the statement disputed and of the answer, raw confidence, and what spoke for it."""

    a: int
    b: int
    probability: float
    signals: tuple[str, ...]


def scored(context: Context, least: float) -> list[Standing]:
    """The candidate pairs of what may be answers that are at least so probable, most probable first.

    Which of the rivals a statement answers is a choice among them all and "none" (softmax), in which its own
    signals speak for all rivals alike; the share is calibrated, for answers that turn nothing down apart.
    """
    signals, model = Signals(context), linear("antecedent")
    found: list[Standing] = []
    for lot in _lots(candidates(context)):
        a, b = np.array(lot, np.int64).T
        columns = signals(a, b)
        scores = model.scores(columns, len(lot)).tolist()
        starts = np.flatnonzero(np.diff(b, prepend=-1)).tolist()
        for start, end in itertools.pairwise([*starts, len(lot)]):
            rivals = _Rivals(columns, start, a[start:end].tolist(), scores[start:end])
            found.extend(_of_one(context, int(b[start]), rivals, least))
    return sorted(found, key=lambda s: (-s.probability, s.b, s.a))


def _lots(pairs: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The pairs, so many at a time, all of one answer together."""
    lot: list[tuple[int, int]] = []
    for pair in pairs:
        if len(lot) >= _AT_ONCE and pair[1] != lot[-1][1]:
            yield lot
            lot = []
        lot.append(pair)
    if lot:
        yield lot


class _Rivals(NamedTuple):
    """The statements that one may answer: their scores, and from where their signals stand in the columns."""

    columns: Columns
    start: int
    statements: list[int]
    scores: list[float]


def _of_one(context: Context, b: int, rivals: _Rivals, least: float) -> Iterator[Standing]:
    first, second, last = linear("answer"), linear("antecedent"), linear("calibration")
    own = answering(context, b)
    answers, weak = first.score(own), own.get(WEAK, 0.0)
    likely = shares([answers + score for score in rivals.scores])
    # From the likeliest down, as long as they are sure enough: the calibration keeps their order.
    for at in sorted(range(len(likely)), key=lambda i: -likely[i]):
        sure = logistic(last.score({"logit": logit(likely[at]), WEAK: weak}))
        if sure < least:
            break
        loud = second.loudest(row(rivals.columns, rivals.start + at), 3)
        yield Standing(rivals.statements[at], b, sure, first.loudest(own, 2) + loud)


def chosen(context: Context, standings: Iterable[Standing]) -> list[tuple[Standing, list[Standing]]]:
    """Of pairs, most probable first, each dispute once, with the restatements left out beside it."""
    kept: list[tuple[Standing, list[Standing]]] = []
    by_party: dict[str, list[int]] = defaultdict(list)
    for standing in standings:
        near = sorted({i for key in _keys(context, standing) for i in by_party[key]})
        twin = next((kept[i] for i in near if _restates(context, standing, kept[i][0])), None)
        if twin is not None:
            twin[1].append(standing)
            continue
        for key in _keys(context, standing):
            by_party[key].append(len(kept))
        kept.append((standing, []))
    return kept


def _keys(context: Context, standing: Standing) -> list[str]:
    """Under what a pair is looked up again: its answerer, and the sentences of both sides."""
    a, b = context.units[standing.a], context.units[standing.b]
    return sorted({*b.parties, *(f"{u.document}/{u.position}" for u in (a, b))})


def _restates(context: Context, new: Standing, old: Standing) -> bool:
    units = context.units
    a, b, c, d = units[new.a], units[new.b], units[old.a], units[old.b]
    if _one_sentence(b, d) or (_one_sentence(a, d) and _one_sentence(b, c)):
        return True
    if not b.parties & d.parties:
        return False
    if _one_sentence(a, c):
        return True
    answers = context.alike(new.b, old.b)
    return answers > _RESTATED_ANSWER or answers + context.alike(new.a, old.a) > _RESTATED


def _one_sentence(a: Unit, b: Unit) -> bool:
    return a.document == b.document and a.position == b.position


_WANTED = frozenset({"demands", "proposes", "promises", "threatens"})


def relation(context: Context, standing: Standing) -> Relation:
    """What kind of dispute it is: an accusation or claim is denied, something wanted is rejected."""
    first, unit = context.units[standing.a], context.units[standing.b]
    signs = context.answer(standing.b)
    blamed = first.act == "accuses" or "accuses" in unit.refers
    if unit.act == "denies" or ("denial" in signs.kinds and unit.act != "rejects"):
        return "denies"
    if unit.act == "rejects" or "refusal" in signs.kinds:
        return "denies" if blamed else "rejects"
    return "rejects" if first.act in _WANTED else "contradicts"


def explicit(context: Context, standing: Standing) -> bool:
    """Whether the answer's own words, or the reporter's, point back to what it answers."""
    signs, unit = context.answer(standing.b), context.units[standing.b]
    return signs.strong or signs.pointing or bool(unit.refers)
