"""Disputes: who denies, contradicts or rejects what, and which figures for one thing differ.

How it is decided, how well, and what each signal brings: ``docs/disputes.md``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from atstake.model.claims import OUTLET, Dispute, Resolution
from atstake.model.provenance import pair_id
from atstake.model.stages import Evidence
from atstake.model.text import Span, Target
from atstake.resolve.figures_apart import Told, apart, told
from atstake.resolve.pairs import Context
from atstake.resolve.standing import Standing, chosen, explicit, relation, scored
from atstake.resolve.units import Unit, units

# Below this a pair is not kept at all; a page shows those that are more likely right than wrong.
LEAST, LEAST_FIGURES = 0.15, 0.07
# A figure stands in so many disputes at most: a reader needs the range, not every pair of values.
_PAIRS_A_FIGURE = 3
_ALSO = 12
# Other tellings have so much in common, unless they say nothing but that they answer ("denied it").
_TOLD_AGAIN, _BARE = 0.3, 4
Differing = tuple[Told, Told, float, dict[str, float]]
"""Two values, how likely they are of one thing, and the signals."""


class Disputes:
    """Fills ``disputes``, surest first."""

    name = "disputes"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with the disputes of the dossier."""
        context = Context(units(evidence, so_far))
        links = _Links(so_far)
        found = [
            _dispute(context, standing, twins, links)
            for standing, twins in chosen(context, scored(context, LEAST))
        ]
        found += _of_figures(told(evidence, dict(so_far.attributed)), links)
        found.sort(key=lambda d: (-d.confidence, d.id))
        return replace(so_far, disputes=tuple(found))


class _Links:
    """From statements to claims, from documents to origins."""

    def __init__(self, resolution: Resolution) -> None:
        self._origin = dict(resolution.origin_of)
        self._claim = {
            key: claim.id for claim in resolution.claims for key in (*claim.attributions, *claim.statements)
        }

    def claim(self, unit: Unit) -> str | None:
        """Id of the claim that a unit tells."""
        return self._claim.get(unit.id)

    def origins(self, targets: Iterable[Target]) -> tuple[str, ...]:
        """Origins of the documents of targets, a document by itself where none is known."""
        return tuple(sorted({self._origin.get(t.document, t.document) for t in targets}))


def _dispute(context: Context, standing: Standing, twins: Sequence[Standing], links: _Links) -> Dispute:
    a, b = context.units[standing.a], context.units[standing.b]
    first = _before(a, b)
    others = [t for t in twins if t.b != standing.b]
    also_a = _others(first, _tellings(context, standing.a, (t.a for t in others)))
    also_b = _others(b.target, _tellings(context, standing.b, (t.b for t in others)))
    return Dispute(
        id=pair_id("dispute", first, b.target),
        a=first,
        b=b.target,
        speaker_a=a.speaker,
        speaker_b=b.speaker,
        relation=relation(context, standing),
        explicit=explicit(context, standing),
        confidence=round(standing.probability, 4),
        also_a=also_a,
        also_b=also_b,
        claim_a=links.claim(a),
        claim_b=links.claim(b),
        origins=links.origins((first, b.target, *also_a, *also_b)),
        signals=standing.signals,
    )


def _tellings(context: Context, of: int, others: Iterable[int]) -> Iterator[Target]:
    """Of statements those that tell the same as one: in its party's mouth, and in words that it has."""
    one = context.units[of]
    for i in others:
        other = context.units[i]
        its = one.speaker == other.speaker or one.parties & other.parties
        if its and (len(other.words) <= _BARE or context.alike(of, i) >= _TOLD_AGAIN):
            yield other.target


def _before(a: Unit, b: Unit) -> Target:
    """The first side's words, cut where the clause that answers them begins ("..., which they deny")."""
    start, cut = a.target.start, b.target.start
    together = a.document == b.document and a.of is None and len(a.target.spans) == 1
    if not together or not start < cut < a.target.end:
        return a.target
    # The target's own words: a unit's whole sentence may begin before it.
    kept = a.target.quotes[0][: cut - start].rstrip(" ,;-–—")
    return a.target.part(Span(start, start + len(kept))) if kept else a.target


def differing(found: Iterable[Differing], least: float = LEAST_FIGURES) -> list[Differing]:
    """The pairs of values that are kept, surest first: each pair of values and of sentences once.

    A value stands against one value of another document: the likeliest, for the others count something else.
    """
    used: Counter[object] = Counter()
    seen: set[object] = set()
    kept = []
    for a, b, probability, signs in sorted(found, key=lambda p: (-p[2], p[0].figure.id, p[1].figure.id)):
        if probability < least:
            break
        values = (a.family, *sorted(map(str, {a.value, b.value})))
        sentences = frozenset((t.document.id, t.figure.target.start) for t in (a, b))
        sides = [(a.figure.id, b.document.id), (b.figure.id, a.document.id)]
        full = any(used[t.figure.id] >= _PAIRS_A_FIGURE for t in (a, b)) or any(used[s] for s in sides)
        if full or values in seen or sentences in seen:
            continue
        seen |= {values, sentences}
        used.update((a.figure.id, b.figure.id, *sides))
        kept.append((a, b, probability, signs))
    return kept


def _of_figures(figures: Sequence[Told], links: _Links) -> list[Dispute]:
    found = differing(apart(figures, LEAST_FIGURES))
    return [_differing(*_in_order(a, b), p, signs, links) for a, b, p, signs in found]


def _in_order(a: Told, b: Told) -> tuple[Told, Told]:
    first, second = sorted((a, b), key=lambda t: (t.document.date or "", t.document.id, t.figure.number))
    return first, second


def _differing(a: Told, b: Told, probability: float, signs: Mapping[str, float], links: _Links) -> Dispute:
    return Dispute(
        id=pair_id("dispute", a.figure.target, b.figure.target),
        a=a.figure.target,
        b=b.figure.target,
        speaker_a=_speaker(a),
        speaker_b=_speaker(b),
        relation="differs-in-figure",
        explicit=False,
        confidence=round(probability, 4),
        origins=links.origins((a.figure.target, b.figure.target)),
        signals=tuple(sorted(signs, key=lambda n: (-signs[n], n))[:4]),
    )


def _speaker(told: Told) -> str | None:
    """Who gives a figure: its attribution's actor, nobody where that is unknown, else the reporter."""
    return told.speaker if told.figure.attribution else OUTLET


def _others(best: Target, targets: Iterable[Target]) -> tuple[Target, ...]:
    return tuple(sorted({t for t in targets if t != best}))[:_ALSO]
