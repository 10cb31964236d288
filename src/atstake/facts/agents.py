"""Nouns for those who act and speak ("minister", "rebels", "officials"), with their PLOVER sector."""

from __future__ import annotations

import re
from collections.abc import Sequence
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


def of_phrase(head: Sequence[str]) -> Agent | None:
    """What the words of an "of" phrase mean as an actor: "ministry of foreign affairs", "chief of staff"."""
    if head[1:2] != ["of"]:
        return None
    lengths = (n for n in (5, 4, 3) if len(head) >= n)
    return next((agent for n in lengths if (agent := meaning(" ".join(head[:n])))), None)


def ending(words: Sequence[str], stop: int) -> Agent | None:
    """What the last words before ``stop`` mean as an actor, the longest that do."""
    lengths = (n for n in (4, 3, 2, 1) if stop >= n)
    return next((agent for n in lengths if (agent := meaning(" ".join(words[stop - n : stop])))), None)


def is_somebody(noun: str) -> bool:
    """Whether a noun in the singular says what one person is, by the table or by how it is made.

    >>> is_somebody("registrar"), is_somebody("glaciologist"), is_somebody("shortlist"), is_somebody("move")
    (True, True, False, False)
    """
    found = meaning(noun, "office", "rank", "person", "government", "opposition", "armed", "population")
    if found is not None:
        return not found.plural or noun.casefold() == found.noun
    return bool(_MADE.search(noun))


_MADE = re.compile(r"\w{3}ographer$|\w{3}[^l]ist$|ician$|\wwoman$|\wman$|person$")
"""How nouns for people are made."""


@cache
def _given_names() -> dict[str, str]:
    return {
        plain(name): sex for sex, names in words("given_names").items() for name in next(iter(names)).split()
    }


_ADDRESS = re.compile(r"\b(?:(?P<m>Mr|MR|Sir|Lord|Mister)|(?P<f>Mrs|MRS|Ms|MS|Miss|Lady|Dame|Madam))\.?\s+$")


def sex_by_address(before: str) -> str:
    """ "m" or "f" by the form of address that some words end in, those before a name; "" where there is none.

    >>> sex_by_address("she told Mr. ")
    'm'
    """
    match = _ADDRESS.search(before)
    return ("m" if match["m"] else "f") if match else ""


def sex_of(name: str) -> str:
    """ "m" or "f" by the given name, or by a title in front of it; "" where not known."""
    first = re.split(r"[\s-]+", plain(name))
    if first[0].rstrip(".") in ("mr", "sir", "lord", "king", "prince", "sheikh", "pope", "emperor", "sultan"):
        return "m"
    if first[0].rstrip(".") in ("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "madam"):
        return "f"
    return _given_names().get(first[0], "") if len(first) > 1 else ""


_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}


def sex_by_pronoun(word: str) -> str:
    """ "m" or "f" by a pronoun of the third person; "" for every other word."""
    return _PRONOUNS.get(word.lower(), "")


_BEHIND = re.compile(r" (for|to|in|at|with|from|under|on|who|whose|near|since) .*")
_OWNER = re.compile(r"^.*(['’]s|s['’]) ")
_OF = re.compile(r" of (.*)")


def own_words(role: str) -> str:
    """The part of a role, in small letters, that says what its bearer is: not whose wife, nor whose aide.

    >>> own_words("wife of former President Holm"), own_words("the president's lawyer")
    ('wife', 'lawyer')
    >>> own_words("candidate for president"), own_words("Secretary of State")
    ('candidate', 'secretary of state')
    """
    words = _OWNER.sub("", _BEHIND.sub("", " ".join(role.lower().split()).replace(" 's ", "'s ")))
    behind = _OF.search(words)
    if behind and not _is_agent(words) and _holds_agent(behind[1]):
        words = words[: behind.start()]
    return words


def _is_agent(words: str) -> bool:
    """Whether the first "of" stands inside a fixed phrase for an office ("secretary of state")."""
    parts = words.split()
    at = parts.index("of")
    return any(
        meaning(" ".join(parts[first:last]), "office")
        for first in range(max(0, at - 3), at)
        for last in range(at + 2, min(at + 6, len(parts)) + 1)
    )


def _holds_agent(words: str) -> bool:
    """Whether another office or rank is named: whoever is "of" its holder does not hold it."""
    parts = words.split()
    return any(
        meaning(" ".join(parts[i : i + n]), "office", "rank") for n in (1, 2) for i in range(len(parts))
    )


def office_of(role: str) -> str:
    """The office or rank that a role's own words end in, in small letters without its state, or "".

    >>> office_of("former US President"), office_of("president's wife"), office_of("mayor of Holmstad")
    ('president', '', 'mayor')
    """
    parts = own_words(role).replace("-", " ").split()
    if "of" in parts and not _is_agent(" ".join(parts)):
        parts = parts[: parts.index("of")]
    return next((p for i in range(len(parts)) if meaning(p := " ".join(parts[i:]), "office", "rank")), "")
