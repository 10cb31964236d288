"""Disputes as editors set and confirmed them.

An editor may hold two statements against each other that nothing in the coverage was found to connect, and
say how they stand. The dispute then rests on that judgement; whose the words are is still read from the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from atstake.model.claims import OUTLET, Dispute, Relation, Resolution
from atstake.model.provenance import Judgement, pair_id
from atstake.model.stages import Evidence
from atstake.model.text import Target
from atstake.text.anchor import stands
from atstake.text.overlap import Words

Disputes = dict[str, Dispute]
RELATIONS: tuple[Relation, ...] = get_args(Relation)


class Speakers:
    """Who says the words of a side that no dispute had before: the actor of the attribution on them."""

    def __init__(self, evidence: Evidence, so_far: Resolution) -> None:
        self._actor = dict(so_far.attributed)
        texts = evidence.documents
        every = [a for found in evidence.annotations.values() for a in found.attributions]
        self._words = Words({a.id: (a.content, Target.of(texts[a.document], a.whole)) for a in every})
        self._within = {a.id: a.whole for a in every}

    def of(self, target: Target) -> str | None:
        """An actor id, or None where nobody is known."""
        return next((self._actor[i] for i in self._words.at(target) if i in self._actor), None)

    def told(self, target: Target) -> str | None:
        """The same for any words: ``OUTLET`` where no attribution covers them."""
        touching = self._words.at(target, 0.0)
        if not touching:
            return OUTLET
        covering = (i for i in touching if i in self._actor and self._within[i].contains(target.whole))
        tightest = min(covering, key=lambda i: (len(self._within[i]), i), default="")
        return self.of(target) or self._actor.get(tightest)


def confirmed(held: Disputes, judgement: Judgement) -> Disputes:
    """The dispute on both sides that the judgement names rests on it."""
    id = words_of(held).on_all(judgement.targets)
    if id is None:
        return held
    return held | {id: replace(held[id], confidence=1.0, judgement=judgement.id)}


def opposed(held: Disputes, judgement: Judgement, evidence: Evidence, speakers: Speakers) -> Disputes:
    """The two statements that the judgement names stand against each other, as it says.

    A dispute that was found on them is the editor's from then on; where its sides are the other way round
    it gives way. Nothing happens where the words are gone.
    """
    a, b = judgement.targets[:2]
    relation = next((r for r in RELATIONS if r == judgement.value), None)
    if relation is None or not all(_is_there(t, evidence) for t in (a, b)):
        return held
    found = words_of(held).on_all((a, b))
    if found is not None and _leads(held[found], a):
        sure = replace(held[found], relation=relation, confidence=1.0, judgement=judgement.id)
        return held | {found: sure}
    made = Dispute(
        id=pair_id("dispute", a, b),
        a=a,
        b=b,
        speaker_a=speakers.told(a),
        speaker_b=speakers.told(b),
        relation=relation,
        explicit=relation in ("denies", "rejects"),
        confidence=1.0,
        judgement=judgement.id,
    )
    return {id: d for id, d in held.items() if id != found} | {made.id: made}


def words_of(held: Mapping[str, Dispute]) -> Words:
    """The words of both sides of disputes."""
    return Words({id: sides(d) for id, d in held.items()})


def sides(dispute: Dispute) -> tuple[Target, ...]:
    """All words of both sides."""
    return (dispute.a, dispute.b, *dispute.also_a, *dispute.also_b)


def _is_there(target: Target, evidence: Evidence) -> bool:
    document = evidence.documents.get(target.document)
    return document is not None and stands(target, document.text)


def _leads(dispute: Dispute, a: Target) -> bool:
    """Whether the words are those of the side that is answered."""
    sides = Words({"a": (dispute.a, *dispute.also_a), "b": (dispute.b, *dispute.also_b)})
    return sides.best(a) == "a"
