"""What stands between a statement and what may answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atstake.resolve.units import Unit

WANTS = frozenset({"demands", "proposes", "promises", "threatens"})
"""Acts by which something is wanted of another, willed or announced."""


@dataclass(frozen=True, slots=True)
class Between:
    """What was said between a statement and its answer, in whole sentences of their document.

    ``others`` counts what is attributed to anybody but the answer's party; ``named`` tells of whom the
    answer names, ``called`` of the acts that it names, ``accused`` of accusations, ``wanted`` of demands.
    """

    others: int = 0
    named: bool = False
    called: bool = False
    accused: bool = False
    wanted: bool = False

    def and_then(self, unit: Unit, answer: Unit) -> Between:
        """With one unit more in between."""
        if unit.of is not None:
            return self
        return Between(
            self.others + (unit.attribution is not None and not unit.parties & answer.parties),
            self.named or bool(answer.named & unit.parties),
            self.called or unit.act in answer.refers,
            self.accused or unit.act == "accuses",
            self.wanted or unit.act in WANTS,
        )


def betweens(before: Sequence[Unit], answer: Unit) -> dict[int, Between]:
    """What was said between each of the units before an answer in its document, in order, and the answer.

    By their place among ``before``; units of the answer's own sentence are left out.
    """
    found: dict[int, Between] = {}
    past = here = Between()
    position = answer.position
    for a in range(len(before) - 1, -1, -1):
        unit = before[a]
        if unit.position == answer.position:
            continue
        if unit.position != position:
            past, position = here, unit.position
        found[a] = past
        here = here.and_then(unit, answer)
    return found
