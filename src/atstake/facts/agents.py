"""Nouns for those who act and speak ("minister", "rebels", "officials"), with their PLOVER sector."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from atstake.facts.tables import plain, rows, several, words

AgentClass = Literal["office", "rank", "government", "body", "armed", "opposition", "population", "person"]


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun (or a fixed phrase) for an actor; ``plural`` where the form is the plural of a countable one."""

    noun: str
    group: AgentClass
    sector: str
    plural: bool = False


@cache
def agents() -> dict[str, tuple[Agent, ...]]:
    """Every form to what it can mean, the more telling class first (the table's order)."""
    found: dict[str, list[Agent]] = {}
    for group, sector, nouns in rows("agents"):
        for noun in several(nouns):
            for form, plural in ((noun, False), (plural_of(noun), True)):
                agent = Agent(noun, cast(AgentClass, group), sector.split("_")[0], plural)
                found.setdefault(form, []).append(agent)
    return {form: tuple(meanings) for form, meanings in found.items()}


def plural_of(noun: str) -> str:
    """The plural of an agent noun: the head takes it ("secretaries of state", "consuls general")."""
    head, separator, rest = noun.partition(" of ")
    if separator:
        return plural_of(head) + separator + rest
    if noun.endswith(("man", "men")) and noun not in ("human", "german"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def meaning(phrase: str, *groups: str) -> Agent | None:
    """What a phrase means as an actor, or None; ``groups`` limits the classes that are looked at."""
    for agent in agents().get(phrase.casefold(), ()):
        if not groups or agent.group in groups:
            return agent
    return None


@cache
def _given_names() -> dict[str, str]:
    return {
        plain(name): sex for sex, names in words("given_names").items() for name in next(iter(names)).split()
    }


def sex_of(name: str) -> str:
    """ "m" or "f" by the given name, or by a title in front of it; "" where not known."""
    first = re.split(r"[\s-]+", plain(name))
    if first[0].rstrip(".") in ("mr", "sir", "lord", "king", "prince", "sheikh", "pope", "emperor", "sultan"):
        return "m"
    if first[0].rstrip(".") in ("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "madam"):
        return "f"
    return _given_names().get(first[0], "") if len(first) > 1 else ""
