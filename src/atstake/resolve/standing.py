"""From candidate pairs to the pairs that stand: each answer with the statement that it answers, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atstake.model.claims import Relation
from atstake.resolve.pairs import Context, candidates
from atstake.resolve.signals import WEAK, answering, signals
from atstake.resolve.units import Unit
from atstake.resolve.weighing import linear, logistic, logit, shares

# Two answers of one party are one where they and what they answer are this much alike in sum.
_RESTATED = 0.5
_RESTATED_ANSWER = 0.4


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
    rivals: dict[int, list[int]] = defaultdict(list)
    for a, b in candidates(context):
        rivals[b].append(a)
    found: list[Standing] = []
    for b, others in sorted(rivals.items()):
        found.extend(_of_one(context, b, others, least))
    return sorted(found, key=lambda s: (-s.probability, s.b, s.a))


def _of_one(context: Context, b: int, others: Sequence[int], least: float) -> Iterable[Standing]:
    first, second, last = linear("answer"), linear("antecedent"), linear("calibration")
    own = answering(context, b)
    seen = [signals(context, a, b) for a in others]
    answers, loud = first.score(own), first.loudest(own, 2)
    weak = own.get(WEAK, 0.0)
    for a, found, share in zip(others, seen, shares([answers + second.score(f) for f in seen]), strict=True):
        sure = logistic(last.score({"logit": logit(share), WEAK: weak}))
        if sure >= least:
            yield Standing(a, b, sure, loud + second.loudest(found, 3))


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
