"""Heads of state and government, foreign ministers and heads of international bodies, with dated roles."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from atstake.facts.spelling import generation, is_full, same_given_names
from atstake.facts.states import states
from atstake.facts.tables import plain, rows, several


@dataclass(frozen=True, slots=True)
class Tenure:
    """A role and the days it was held between, inclusive; YYYY, YYYY-MM or YYYY-MM-DD, None where open."""

    title: str
    first: str | None
    last: str | None

    def holds(self, date: str | None) -> bool:
        """Whether it was held on the date (YYYY-MM-DD, or a beginning of one). Unknown dates hold."""
        if not date:
            return True
        return not (
            (self.first and date < self.first[: len(date)])
            or (self.last and date[: len(self.last)] > self.last)
        )


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known; ``country`` ISO 3166 alpha-3 (UNO, EUR for those bodies), ``sex`` "m" or "f"."""

    name: str
    country: str
    sex: str
    tenures: tuple[Tenure, ...]
    names: tuple[str, ...]

    def roles_at(self, date: str | None) -> tuple[Tenure, ...]:
        """The roles held on a date, YYYY-MM-DD."""
        return tuple(t for t in self.tenures if t.holds(date))

    def leads(self, date: str | None) -> bool:
        """Whether somebody is the head of a state or government on a date."""
        return any(t.title.lower().startswith(_LEADING) for t in self.roles_at(date))


_LEADING = ("president of", "prime minister of", "leader of", "king of", "supreme leader", "chancellor of")


@cache
def people() -> dict[str, Person]:
    """Everybody in the two tables, by canonical name: our own, and the heads since 2012."""
    return _read("heads") | _written_here()


@cache
def _written_here() -> dict[str, Person]:
    return _read("people")


def _read(table: str) -> dict[str, Person]:
    found = {}
    for name, country, sex, roles, names in rows(table):
        tenures = tuple(_tenure(role) for role in roles.split(";") if role)
        found[name] = Person(name, country, sex, tenures, tuple(dict.fromkeys((name, *several(names)))))
    return found


def _tenure(text: str) -> Tenure:
    title, _, dates = text.partition("@")
    first, _, last = dates.partition("..")
    return Tenure(title, first or None, last or None)


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for person in people().values():
        for name in person.names:
            found[plain(name)].add(person.name)
    return {name: tuple(sorted(persons)) for name, persons in found.items()}


@cache
def _by_words() -> dict[str, tuple[str, ...]]:
    """The same by the words in any order ("Trump, Donald")."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, persons in _by_name().items():
        if len(name.split()) == 2:
            found[" ".join(sorted(name.split()))].update(persons)
    return {name: tuple(sorted(persons)) for name, persons in found.items()}


def named(name: str) -> Person | None:
    """The one person of that full name (any of its spellings), or None where there is none or several."""
    words = plain(name)
    found = _by_name().get(words, ()) or _by_words().get(" ".join(sorted(words.split())), ())
    return people()[found[0]] if len(found) == 1 else None


@cache
def _by_surname() -> dict[str, tuple[str, ...]]:
    # Of our own table alone: of the many heads of the other, a surname says too little by itself.
    found: dict[str, set[str]] = defaultdict(set)
    for person in _written_here().values():
        for name in person.names:
            bare = re.sub(
                r"^(pope|king|queen|prince|emperor|sheikh|sultan|ayatollah|sayyed) ", "", plain(name)
            )
            for surname in {bare.split()[-1], _family(bare)}:
                found[re.sub(r"^(al|el)-", "", surname)].add(person.name)
    return {name: tuple(sorted(persons)) for name, persons in found.items()}


@cache
def _family_first() -> frozenset[str]:
    return frozenset(word for row in rows("families") for word in row[0].split())


def _family(name: str) -> str:
    words = name.split()
    return words[0] if words[0] in _family_first() else words[-1]


def surnamed(surname: str, date: str | None) -> tuple[Person, ...]:
    """Those of that surname who hold a role on the date."""
    key = re.sub(r"^(al|el)-", "", plain(surname))
    found = (people()[name] for name in _by_surname().get(key, ()))
    return tuple(p for p in found if p.roles_at(date))


def one_surnamed(surname: str, date: str | None) -> Person | None:
    """The one of that surname who holds a role on the date; None where nobody does, or several do."""
    found = surnamed(surname, date)
    return found[0] if len(found) == 1 else None


def of_surname(surname: str) -> tuple[Person, ...]:
    """Everybody of that surname in our own table, whenever they held their roles."""
    key = re.sub(r"^(al|el)-", "", plain(surname))
    return tuple(people()[name] for name in _by_surname().get(key, ()))


def one_person(one: str, other: str) -> bool:
    """Whether two names of one surname can be one person's: given names that agree, no father and his son.

    "Jr." is often left out of a name, but not where the table has the name without it as somebody else's.

    >>> one_person("Barack Obama", "Barack Obama Jr."), one_person("Ada Holm Jr.", "Ada Holm")
    (False, True)
    """
    if generation(one) != generation(other):
        if generation(one) and generation(other):
            return False
        if not is_full(one) or not is_full(other):
            return not generation(one if not is_full(one) else other)
        if named(other if generation(one) else one) is not None:
            return False
    return same_given_names(one, other)


def holders(title: str, country: str | None, date: str | None) -> tuple[Person, ...]:
    """Who held an office on a date: every word of ``title`` stands in the role, and the country is theirs.

    >>> [p.name for p in holders("foreign minister", "FRA", "2013-09-01")]
    ['Laurent Fabius']
    """
    wanted = _office(title)
    if not wanted or not country or not date:
        return ()
    return tuple(
        person
        for person in people().values()
        if person.country == country
        and any(_office(t.title) == wanted and _is_of(t.title, country) for t in person.roles_at(date))
    )


def _is_of(title: str, country: str) -> bool:
    """Whether a head's title is of the state itself, and not of a bank or a party in it."""
    office, _, place = plain(title).partition(" of ")
    state = states().get(country)
    if state is None or not place or office not in _HEADS:
        return True
    names = {plain(name).removeprefix("the ") for name in (state.name, *state.names)}
    return place.removeprefix("the ") in names or any(plain(d) in place.split() for d in state.demonyms)


_HEADS = frozenset({"president", "prime minister", "premier", "chancellor", "king", "emir"})


_SAME = {
    "foreign secretary": "foreign minister",
    "secretary of state": "foreign minister",
    "prime minister": "head of government",
    "premier": "head of government",
    "chancellor": "head of government",
    "president": "president",
    "vice president": "vice president",
    "vice-president": "vice president",
    "secretary of defense": "defence minister",
    "defense secretary": "defence minister",
    "defence secretary": "defence minister",
    "defense minister": "defence minister",
    "defence minister": "defence minister",
    "foreign minister": "foreign minister",
    "finance minister": "finance minister",
    "treasury secretary": "finance minister",
    "secretary-general": "secretary-general",
    "secretary general": "secretary-general",
    "king": "king",
    "crown prince": "crown prince",
    "supreme leader": "supreme leader",
    "emir": "emir",
    "pope": "pope",
    "national security adviser": "national security adviser",
    "national security advisor": "national security adviser",
}


def _office(title: str) -> str | None:
    """The office that a title names, the same for its variants, or None where it names none that we date."""
    words = re.sub(r"^(the|us|u\.s\.|british) ", "", plain(title))
    words = re.sub(r"^(the|us|u\.s\.|british) ", "", words)
    words = words.split(" of the ")[0] if " of the " in words else words
    for known in sorted(_SAME, key=len, reverse=True):
        if words == known or words.startswith(known + " of "):
            return _SAME[known]
    return None
