"""Disputes as editors merged and split, set and confirmed them.

A judgement names a dispute by the words of both its sides. They are carried out oldest first, so the newest
of two that contradict each other holds. A merge makes the surer dispute lead (of two as sure, the one named
first) and keeps the others' sides beside it as restatements; a split takes a restatement, or a side, out into
a dispute of its own. ``opposed`` tells of those that an editor sets or confirms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from atstake.model.claims import Dispute, Resolution
from atstake.model.provenance import Judgement, in_force, pair_id
from atstake.model.stages import Evidence
from atstake.model.text import Target
from atstake.resolve.judging import CLUSTERING
from atstake.resolve.opposed import Disputes, Speakers, confirmed, opposed, sides, words_of
from atstake.text.overlap import Words

_HEEDED = (*CLUSTERING, "oppose", "confirm")


class Regrouped:
    """Heeds what makes and changes disputes; the other verbs are heeded for all kinds in ``deciding``."""

    name = "regrouped"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with its disputes merged and split, set and confirmed."""
        decided = [j for j in in_force(evidence.judgements) if j.kind == "dispute" and j.verb in _HEEDED]
        if not decided:
            return so_far
        speakers = Speakers(evidence, so_far)
        held = {d.id: d for d in so_far.disputes}
        for judgement in decided:
            held = _decided(held, judgement, evidence, speakers)
        origin = dict(so_far.origin_of)
        found = [_with_origins(d, origin) for d in held.values()]
        return replace(so_far, disputes=tuple(sorted(found, key=lambda d: (-d.confidence, d.id))))


# Private functions


def _decided(held: Disputes, judgement: Judgement, evidence: Evidence, speakers: Speakers) -> Disputes:
    if judgement.verb == "merge":
        return _merged(held, judgement)
    if judgement.verb == "split":
        return _split(held, judgement, speakers)
    if judgement.verb == "oppose":
        return opposed(held, judgement, evidence, speakers)
    return confirmed(held, judgement)


def _merged(held: Disputes, judgement: Judgement) -> Disputes:
    """One dispute of those whose two sides the judgement names, pair by pair."""
    words = words_of(held)
    pairs = [judgement.targets[i : i + 2] for i in range(0, len(judgement.targets), 2)]
    ids = [words.on_all(pair) for pair in pairs]
    members = sorted(dict.fromkeys(id for id in ids if id), key=lambda id: -held[id].confidence)
    if None in ids or len(members) < 2:
        return held
    lead, *others = (held[id] for id in members)
    made = replace(
        lead,
        also_a=_others(lead.a, [*lead.also_a, *(t for d in others for t in (d.a, *d.also_a))]),
        also_b=_others(lead.b, [*lead.also_b, *(t for d in others for t in (d.b, *d.also_b))]),
        explicit=any(held[id].explicit for id in members),
    )
    return {id: d for id, d in held.items() if id not in members} | {lead.id: made}


def _split(held: Disputes, judgement: Judgement, speakers: Speakers) -> Disputes:
    """What stands on the further targets becomes its own dispute; a side that is not parted is shared."""
    id = words_of(held).on_all(judgement.targets)
    if id is None:
        return held
    gone = Words({"gone": judgement.targets[1:]})
    all_a, all_b = ((held[id].a, *held[id].also_a), (held[id].b, *held[id].also_b))
    parted_a, parted_b = ([t for t in side if gone.best(t)] for side in (all_a, all_b))
    left_a, left_b = ([t for t in side if not gone.best(t)] for side in (all_a, all_b))
    kept = _of(held[id], left_a or list(all_a), left_b or list(all_b), speakers)
    own = _of(held[id], parted_a or left_a, parted_b or left_b, speakers)
    if own is None or kept is None or own.id == kept.id:
        return held
    return {key: d for key, d in held.items() if key != id} | {kept.id: kept, own.id: own}


def _of(dispute: Dispute, a: list[Target], b: list[Target], speakers: Speakers) -> Dispute | None:
    """The dispute with these words on its sides, the first of each leading."""
    if not a or not b:
        return None
    if (a[0], b[0]) == (dispute.a, dispute.b):
        return replace(dispute, also_a=_others(a[0], a), also_b=_others(b[0], b))
    same_a, same_b = a[0] == dispute.a, b[0] == dispute.b
    return replace(
        dispute,
        id=pair_id("dispute", a[0], b[0]),
        a=a[0],
        b=b[0],
        speaker_a=dispute.speaker_a if same_a else speakers.of(a[0]),
        speaker_b=dispute.speaker_b if same_b else speakers.of(b[0]),
        also_a=_others(a[0], a),
        also_b=_others(b[0], b),
        claim_a=dispute.claim_a if same_a else None,
        claim_b=dispute.claim_b if same_b else None,
    )


def _with_origins(dispute: Dispute, origin: Mapping[str, str]) -> Dispute:
    found = {origin.get(t.document, t.document) for t in sides(dispute)}
    return replace(dispute, origins=tuple(sorted(found)))


def _others(best: Target, targets: Iterable[Target]) -> tuple[Target, ...]:
    return tuple(sorted({t for t in targets if t != best}))
