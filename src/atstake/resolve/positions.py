"""The statements that stand for what an actor says on an issue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from atstake.model.claims import Position
from atstake.resolve.unit import Unit

ACTORS_AT_MOST = 12
STANDS = frozenset({"demands", "rejects", "denies", "accuses", "proposes", "promises", "threatens", "agrees"})
"""Acts that take a stand: they count for more than telling."""
_PER_ACTOR = 2


def of_actor(issue: str, actor: str, best: Sequence[Unit], origin: Mapping[str, str]) -> list[Position]:
    """An actor's positions on an issue, from their statements on it, the best first.

    The first rests on the origins of them all; ``origin`` has those of the documents that are copies.
    """
    shown: list[Position] = []
    for unit in best:
        if any(p.target.meets(unit.target) for p in shown):
            continue
        rests_on = _origins([unit] if shown else best, origin)
        attribution = unit.attribution.id if unit.attribution else None
        shown.append(Position(issue, actor, unit.target, attribution, unit.date or None, rests_on))
        if len(shown) == _PER_ACTOR:
            break
    return shown


def _origins(told: Iterable[Unit], origin: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({origin.get(u.document, u.document) for u in told}))
