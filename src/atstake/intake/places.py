"""Whether a name in capitals is a place's, for datelines that name no agency."""

from __future__ import annotations

from atstake.facts.american_states import abbreviated
from atstake.facts.places import find
from atstake.facts.states import states
from atstake.intake.words import REGIONS


def is_place(name: str, region: str = "") -> bool:
    """Whether a city, state or area has this name, in any case, anywhere.

    With a ``region`` said after it ("Minn.", "Turkey") that is known, every town is taken at its word.
    """
    after = region.strip(" ,")
    if after and (after in REGIONS | abbreviated() or find(after, states()) is not None):
        return True
    return find(name, states()) is not None
