"""Whether a name in capitals is a city's, for datelines that name no agency."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from atstake.facts.gazetteer import entry_of


def is_place(name: str) -> bool:
    """Whether the name is a city's, a state's, a region's or a seat's, in any case."""
    if name.casefold() in _cities():
        return True
    entry = entry_of(name)
    return entry is not None and entry.kind in ("state", "capital", "region")


@cache
def _cities() -> frozenset[str]:
    text = files("atstake.intake").joinpath("cities.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
