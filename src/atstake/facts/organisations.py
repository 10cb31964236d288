"""International bodies, armed groups, agencies, media and parties."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from atstake.facts.tables import rows, several, words

MISSIONS = frozenset({"embassy", "consulate", "legation"})
"""A state's bodies in another: they are told by whose they are, not by where they stand."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that is known by name; ``kind`` is "organisation" or "armed-group", ``country`` may be empty."""

    name: str
    kind: str
    country: str
    sector: str
    names: tuple[str, ...]


@cache
def organisations() -> dict[str, Organisation]:
    """All of them by canonical name."""
    found = {}
    for name, kind, country, sector, names in rows("organisations"):
        found[name] = Organisation(name, kind, country, sector, tuple(dict.fromkeys((name, *several(names)))))
    return found


def organisation_sector(name: str) -> str:
    """The PLOVER sector of a body of the table by its canonical name, "" where it is not there."""
    found = organisations().get(name)
    return found.sector if found else ""


def is_ones_own(known: str) -> bool:
    """Whether what a mention is known as is no name of the table, but of whom and where it is.

    >>> is_ones_own("Holm campaign"), is_ones_own("US embassy in Cairo"), is_ones_own("NATO")
    (True, True, False)
    """
    return known.endswith((" campaign", " congressional delegation")) or any(
        f" {mission} in " in known for mission in MISSIONS
    )


def named_as(name: str) -> str:
    """What kind of body a name's last word tells: "firm", "body" (any other), or "" for none.

    >>> named_as("Norden Foods"), named_as("Dockers' Federation"), named_as("Ada Holm")
    ('firm', 'body', '')
    """
    last = name.split()[-1].strip(".,") if name.split() else ""
    return next((kind for kind in ("firm", "body") if last in words("bodies")[kind]), "")
