"""ISO 3166 alpha-3 country and PLOVER sector of an actor from the words for it, at a date, with the reason.

``code("Armenian Prime Minister Nikol Pashinyan", "2020-05-01")`` is ARM, GOV. The sectors are those of the
PLOVER codebook (Halterman et al. 2023); an office that ended before the date gives ELI (former elite).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atstake.facts.agents import Agent, meaning
from atstake.facts.gazetteer import Hit, entry_of, match, near_entry
from atstake.facts.officials import official
from atstake.facts.people import Person, named, one_surnamed, people
from atstake.facts.places import find
from atstake.facts.spelling import form_of_name
from atstake.facts.tables import straight

_WORD = re.compile(r"[^\W_][\w.'-]*")
_FORMER = re.compile(r"\b(former|formerly|ex|retired|ousted|deposed|late|then)\b", re.I)
_ORDER = ("office", "armed", "body", "opposition", "government", "rank", "population", "person")


@dataclass(frozen=True, slots=True)
class Code:
    """``country`` ISO alpha-3 (UNO, EUR, IGO, NGO: bodies of no state), ``sector`` PLOVER; None: unknown."""

    country: str | None
    sector: str | None
    reason: str


def code(text: str, date: str | None = None) -> Code:
    """The code of an actor's words; ``date`` YYYY-MM-DD."""
    known = _known(text, date)
    if known is not None:
        return known
    hits = list(_hits(text)) or _misspelt(text)
    country = next((h.entry.code for h in hits if h.entry.code and h.entry.kind != "seat"), None)
    country = country or next((h.entry.code for h in hits if h.entry.code), None)
    agent = _agent(_outside(text, hits))
    bodies = [h for h in hits if h.entry.sector]
    if (
        agent is not None
        and agent.group in ("office", "rank")
        and agent.sector != "CVL"
        and not _FORMER.search(text)
    ):
        person = next((people()[h.entry.name] for h in hits if h.entry.kind == "person"), None)
        if person is not None or not (country in ("UNO", "IGO") and agent.group == "rank"):
            own = country or (person.country if person else None) or _country_of_name(text)
            headed = next((h.entry.sector for h in bodies if h.entry.sector not in ("GOV", "IGO")), "")
            if headed and agent.noun in _HEADS:
                return Code(own, headed, f"“{agent.noun}” of a body")
            return Code(own, agent.sector, f"“{agent.noun}”")
    if _FORMER.search(text) and (agent is not None or bodies):
        return Code(country, "ELI", "held office before")
    for hit in hits:
        if hit.entry.kind == "person":
            return _of_person(people()[hit.entry.name], date, text)
    if agent is not None and (not bodies or agent.sector not in ("CVL", "GOV")):
        return Code(country, agent.sector, f"“{agent.noun}”")
    if bodies:
        return Code(country, bodies[0].entry.sector, f"{bodies[0].entry.name}")
    if agent is not None:
        return Code(country or _country_of_name(text), agent.sector, f"“{agent.noun}”")
    if not hits and (guess := form_of_name(text)):
        return Code(guess, "CVL", "by the form of the name alone")
    return Code(country, _of_place(hits), "a place's name" if hits else "nothing known")


def _known(text: str, date: str | None) -> Code | None:
    """The code where the whole of the words is a name that the tables know."""
    if text.lower() in _PRONOUNS:
        return Code(None, "UNK", "a pronoun")
    person = named(text)
    if person is None and len(text.split()) <= 2:
        words = [w for w in text.split() if meaning(w, "office", "rank") is None]
        person = one_surnamed(words[-1], date) if len(words) == 1 and words[0][:1].isupper() else None
    if person is not None:
        return _of_person(person, date, text)
    entry = entry_of(text)
    if entry is None and (listed := official(text)):
        return Code(listed.country, listed.sector_on(date), f"{listed.name}, in the Phoenix dictionaries")
    if entry is None or entry.kind == "person":
        return None
    if entry.kind in ("organisation", "armed-group", "seat"):
        return Code(entry.code or None, entry.sector or None, entry.name)
    if entry.kind == "capital":
        return Code(entry.code, "GOV", f"{entry.name}, a seat of government")
    if entry.kind == "region":
        return Code(entry.code, entry.sector or "CVL", entry.name)
    return Code(entry.code, None, entry.name)


_HEADS = frozenset("president leader chief head director chairman chairwoman chair secretary speaker".split())
_PRONOUNS = frozenset("he she it they we i you who him her them us me".split())


def _country_of_name(text: str) -> str | None:
    """The country of an official whose name ends the words ("Minister X Y")."""
    words = text.split()
    for length in (4, 3, 2):
        found = official(" ".join(words[-length:])) if len(words) > length else None
        if found is not None:
            return found.country
    place = find(words[0]) if len(words) > 1 and words[0][:1].isupper() and not meaning(words[0]) else None
    return place.country if place is not None else None


def _of_person(person: Person, date: str | None, text: str) -> Code:
    country = person.country or None
    if _FORMER.search(text):
        return Code(country, "ELI", f"{person.name}, said to be former")
    held = person.roles_at(date) if date else person.tenures[-1:]
    for tenure in held:
        if date or tenure.last is None:
            return Code(country, sector_of_role(tenure.title), f"{person.name}, {tenure.title}")
    if person.tenures:
        return Code(country, "ELI", f"{person.name}, {person.tenures[-1].title} before")
    return Code(country, None, person.name)


def sector_of_role(title: str) -> str:
    """The sector that a role gives: GOV unless its noun says otherwise."""
    agent = _agent(title)
    return (
        agent.sector
        if agent and agent.group in ("office", "body", "rank") and agent.sector != "CVL"
        else "GOV"
    )


def _hits(text: str) -> Iterator[Hit]:
    """All names of the tables in the text, from the left, none inside another."""
    plain = straight(text)
    at = 0
    while found := _WORD.search(plain, at):
        hit = match(plain, found.start())
        if hit is not None:
            yield hit
            at = hit.end
        else:
            at = found.start() + len(re.split(r"[-']", found.group())[0]) or found.end()


def _misspelt(text: str) -> list[Hit]:
    """A name of a state or capital with one slip of the typist, where nothing in the text is known."""
    for word in _WORD.finditer(text):
        if word.group()[0].isupper() and len(word.group()) > 4 and (entry := near_entry(word.group())):
            return [Hit(word.start(), word.end(), entry)]
    return []


def _outside(text: str, hits: list[Hit]) -> str:
    """The text with the names of states and bodies taken out."""
    for hit in reversed(hits):
        text = text[: hit.start] + " " * (hit.end - hit.start) + text[hit.end :]
    return text


def _agent(text: str) -> Agent | None:
    """The agent noun that tells most: a phrase before its parts, an office before a person."""
    words = [
        w.strip(".,;:'’").lower() for w in re.split(r"[\s]+|-(?=led|based|linked)", text) if w.strip(".,;:'’")
    ]
    words = [re.sub(r"['’]s$", "", w) for w in words]
    best: tuple[int, int, int, Agent] | None = None
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            agent = meaning(" ".join(words[start:end]))
            if agent is not None:
                rank = (-(end - start), _ORDER.index(agent.group), start, agent)
                if best is None or rank[:3] < best[:3]:
                    best = rank
                break
    return best[3] if best else None


def _of_place(hits: list[Hit]) -> str | None:
    kinds = {h.entry.kind for h in hits}
    if kinds & {"capital"}:
        return "GOV"
    return "CVL" if kinds & {"region"} else None
