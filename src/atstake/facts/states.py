"""States, their capitals, demonyms and seats of power."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from atstake.facts.tables import plain, rows, several


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory; ``name`` with the article that it takes, ``code`` ISO 3166 alpha-3."""

    code: str
    name: str
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]

    @property
    def government(self) -> str:
        """The canonical name of its government."""
        return f"Government of {self.name}"


@dataclass(frozen=True, slots=True)
class Institution:
    """A body of a state that a building or a short name stands for ("White House")."""

    name: str
    code: str
    kind: str
    sector: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a state, or what says it is none; ``code`` the state's, ``sector`` its own, if any."""

    name: str
    code: str
    names: tuple[str, ...]
    sector: str


@cache
def states() -> dict[str, State]:
    """All states by code. The European Union is among them, as EUR."""
    found = {}
    for code, name, names, capitals, demonyms in rows("states"):
        bare = name.removeprefix("the ")
        found[code] = State(
            code, name, tuple(dict.fromkeys((bare, *several(names)))), several(capitals), several(demonyms)
        )
    return found


@cache
def institutions() -> tuple[Institution, ...]:
    """Bodies of states, with the buildings that stand for them."""
    return tuple(Institution(n, c, k, s, several(names)) for n, c, k, s, names in rows("seats"))


@cache
def regions() -> tuple[Region, ...]:
    """Parts of states and breakaway states."""
    return tuple(
        Region(name, code, tuple(dict.fromkeys((name, *several(names)))), sector)
        for name, code, names, sector in rows("regions")
    )


@cache
def demonyms() -> dict[str, str]:
    """Every adjective and demonym in ``plain`` form, plurals included, to a code."""
    found: dict[str, str] = {}
    for state in states().values():
        for word in state.demonyms:
            for form in (word, *plurals(word)):
                found.setdefault(plain(form), state.code)
    return found


def plurals(word: str) -> tuple[str, ...]:
    """The plural of a demonym, where it has one of its own ("Saudis"; not "Chinese")."""
    if word.endswith(("ese", "ish", "ch", "ss", "an's", ".", "US", "UK")):
        return ()
    if word.endswith("man"):
        return (word[:-3] + "men",)
    return (word + "s",)


def government_of(code: str | None) -> str | None:
    """The canonical name of the government of a code ("Government of the United States"), or None."""
    state = states().get(code or "")
    if state is None:
        return None
    return "European Union" if code == "EUR" else state.government
