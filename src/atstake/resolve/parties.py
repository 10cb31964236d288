"""Who speaks and acts for one another: an actor, its country where it is official, its side."""

from __future__ import annotations

import re

from atstake.model.claims import Actor, Resolution

# PLOVER sectors of those who speak for their state.
_OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "SPY", "COP"})
_OFFICE = re.compile(
    r"\b(?:president|minister|premier|chancellor|secretary|king|queen|prince|emir|sultan|spokes\w+|ambassador|envoy|"
    r"official|chief of staff|head of state|leader|general|commander)\b",
    re.IGNORECASE,
)
_NOBODY: frozenset[str] = frozenset()


class Parties:
    """Who belongs together: an actor's id, and its country where it speaks or acts for that."""

    def __init__(self, resolution: Resolution) -> None:
        self.each = {a.id: _parties(a) for a in resolution.actors}
        governments = [a for a in resolution.actors if a.kind == "government" and a.country]
        self.governments = {a.country or "": a.id for a in sorted(governments, key=_rank)}
        self.attributed = dict(resolution.attributed)
        self.mentioned = dict(resolution.mentioned)

    def of(self, actor: str | None) -> frozenset[str]:
        """The actor's id and, for a government and its people, the country; empty for nobody."""
        return self.each.get(actor or "", _NOBODY)

    def of_all(self, actors: frozenset[str]) -> frozenset[str]:
        """All parties of some actors together."""
        return frozenset().union(*map(self.of, actors)) if actors else _NOBODY


def _rank(actor: Actor) -> tuple[bool, int, str]:
    """Sorts the government proper of a country last, before it those that are spoken of less."""
    return (actor.name.startswith("Government of "), len(actor.mentions), actor.id)


def _parties(actor: Actor) -> frozenset[str]:
    """A journalist or a victim is not their country; a minister is. The side counts for anybody."""
    official = actor.kind in ("government", "place") or actor.sector in _OFFICIAL_SECTORS
    official = official or any(_OFFICE.search(role.title) for role in actor.roles)
    more = [actor.side] if actor.side else []
    if official and actor.country:
        more.append(f"country:{actor.country}")
    return frozenset((actor.id, *more))
