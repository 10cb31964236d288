"""Who stands with whom in this story, by what is said in it: never a fact about the world.

A signed graph: an accusation, threat or rejection that names another actor, and a dispute between two, speak
against; praise and agreement speak for; those who hold office or serve stand with their state's government.
The graph is cut by greedy correlation clustering (Elsner and Schudy 2009): the strongest ties first, never
joining what stands against each other on balance. Actors that nobody is against have no side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from atstake.model.annotations import Attribution, Mention
from atstake.model.claims import OUTLET, Actor, Resolution
from atstake.model.stages import Evidence

_AGAINST = {"accuses": -1.0, "threatens": -1.0, "rejects": -0.5, "doubts": -0.5}
_FOR = {"praises": 1.0, "agrees": 0.5}
_DISPUTE = -1.0
_OFFICE = 3.0
_LEAST = 1.0
"""How much must speak for two groups to be one: a single agreement is not enough."""
_SERVE = frozenset({"GOV", "MIL", "SPY"})

Ties = dict[tuple[str, str], float]


class Sides:
    """The resolver that fills ``Actor.side``; run it after disputes, where there are any."""

    name = "sides"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with the sides of its actors."""
        ties = _ties(evidence, so_far)
        order = {actor.id: n for n, actor in enumerate(so_far.actors)}
        groups = _groups(order, ties)
        against = {a for pair, weight in ties.items() if weight < 0 for a in pair}
        side = {}
        for group in groups:
            if against & set(group):
                side.update(dict.fromkeys(group, min(group, key=order.__getitem__)))
        return replace(so_far, actors=tuple(replace(a, side=side.get(a.id)) for a in so_far.actors))


def _ties(evidence: Evidence, so_far: Resolution) -> Ties:
    mentioned, attributed = dict(so_far.mentioned), dict(so_far.attributed)
    ties: Ties = defaultdict(float)
    for identifier in sorted(evidence.annotations):
        layers = evidence.annotations[identifier]
        named = (m for m in layers.mentions if m.form != "pronoun" and m.id in mentioned)
        mentions = sorted(named, key=lambda m: m.target.start)
        starts = [m.target.start for m in mentions]
        for attribution in layers.attributions:
            # What the other side tells of somebody shows no side.
            speaker = None if attribution.relayed else attributed.get(attribution.id)
            weight = (_AGAINST | _FOR).get(attribution.act, 0.0)
            if not weight:
                continue
            # None that stands before what is said is in it.
            inside = mentions[bisect_left(starts, attribution.content.start) :]
            other = _first_named(attribution, inside, mentioned, speaker)
            if speaker and other:
                ties[_pair(speaker, other)] += weight
    for dispute in so_far.disputes:
        a, b = dispute.speaker_a, dispute.speaker_b
        if a and b and a != b and OUTLET not in (a, b):
            ties[_pair(a, b)] += _DISPUTE
    for actor, government in _in_office(so_far.actors):
        ties[_pair(actor, government)] += _OFFICE
    return dict(ties)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _first_named(
    attribution: Attribution, mentions: list[Mention], mentioned: dict[str, str], speaker: str | None
) -> str | None:
    """The first actor who is named in what is said: whom an accusation is made against. Mentions in order."""
    spans = attribution.content.spans
    for mention in mentions:
        if mention.target.start >= attribution.content.end:
            break
        actor = mentioned[mention.id]
        if actor != speaker and any(s.contains(mention.target.whole) for s in spans):
            return actor
    return None


def _in_office(actors: tuple[Actor, ...]) -> Iterator[tuple[str, str]]:
    governments = {a.country: a.id for a in actors if a.kind == "government" and a.country}
    for actor in actors:
        government = governments.get(actor.country or "")
        if government and actor.id != government and actor.sector in _SERVE:
            yield actor.id, government


def _groups(order: dict[str, int], ties: Ties) -> list[list[str]]:
    """Greedy agglomeration over the ties, the strongest first, as long as enough speaks for it."""
    of = {actor: actor for actor in order}
    members = {actor: [actor] for actor in order}
    between = {pair: weight for pair, weight in ties.items() if pair[0] in order and pair[1] in order}
    while True:
        ranked = [(w, -min(order[a], order[b]), (a, b)) for (a, b), w in between.items()]
        best = max(ranked, default=None)
        if best is None or best[0] < _LEAST:
            return [sorted(group, key=order.__getitem__) for group in members.values()]
        kept, gone = best[2]
        members[kept] += members.pop(gone)
        of.update(dict.fromkeys(members[kept], kept))
        joined: Ties = defaultdict(float)
        for (a, b), weight in between.items():
            a, b = of[a], of[b]
            if a != b:
                joined[_pair(a, b)] += weight
        between = joined
