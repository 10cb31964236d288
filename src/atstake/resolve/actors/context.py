"""What the rest of a story tells about a chain: the full name behind a surname, the country of rebels."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from atstake.facts.agents import sex_of
from atstake.facts.people import people, surnamed
from atstake.facts.spelling import is_full, same_given_names, surname_of
from atstake.facts.tables import plain
from atstake.resolve.actors.identity import agent_of, armed_key, opposition_key
from atstake.resolve.actors.items import Item


def with_full_names(made: dict[str, Item]) -> dict[str, Item]:
    """Gives chains with a surname alone the identity of the one person it can be, where there is one."""
    full: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for item in made.values():
        if item.kind == "person" and (is_full(item.name) or item.identity.startswith("person:")):
            who = item.identity or f"name:{plain(item.name)}"
            full[surname_of(item.identity.removeprefix("person:") or item.name)][who] += len(item.mentions)
    made = {key: _by_office(item) for key, item in made.items()}
    return {
        key: _filled(item, full.get(surname_of(item.name), {}))
        if item.kind == "person" and not item.identity and item.name and not is_full(item.name)
        else item
        for key, item in made.items()
    }


def with_countries(made: dict[str, Item]) -> dict[str, Item]:
    """Gives groups that no text gives a country ("rebels", "activists") that of the story's others.

    Only where nine in ten of the groups of that kind whose country is said have the same one. What stays
    without an identity is left out: nobody knows who it is.
    """
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for item in made.values():
        kind, _, rest = item.identity.partition(":")
        if kind in ("armed", "opposition"):
            code, _, noun = rest.partition(":")
            counted[f"{kind} {noun}"][code] += 1
    counted[""] = sum(counted.values(), Counter())
    main = {}
    for group, codes in counted.items():
        code, count = max(codes.items(), key=lambda x: (x[1], x[0]), default=("", 0))
        if count >= 2 and count >= 0.9 * sum(codes.values()):
            main[group] = code
    placed = {key: _placed(item, main) if item.vague else item for key, item in made.items()}
    return {key: item for key, item in placed.items() if not item.vague}


def _placed(item: Item, main: dict[str, str]) -> Item:
    telling = [m for m in item.mentions if m.form != "pronoun"]
    agent = agent_of(max(telling, key=lambda m: len(m.target.quote)))
    if agent is None or any(m.form != "nominal" or m.country for m in telling):
        return item
    noun = armed_key(agent) if agent.group == "armed" else opposition_key(agent.noun)
    code = main.get(f"{agent.group} {noun}", main.get(""))
    if agent.group not in ("armed", "opposition") or noun == "militants" or code is None:
        return item
    return replace(item, country=code, identity=f"{agent.group}:{code}:{noun}", vague=False)


def with_long_names(made: dict[str, Item]) -> dict[str, Item]:
    """A body called by one word of its name ("the Observatory") is the one of the story that has the word."""
    long = {i.identity or i.name for i in made.values() if i.kind == "organisation" and len(_words(i)) > 2}
    return {key: _lengthened(item, long) if _is_short(item) else item for key, item in made.items()}


def _is_short(item: Item) -> bool:
    one = len(item.name.split()) == 1 and item.name[:1].isupper()
    return one and item.kind == "organisation" and not item.identity


def _lengthened(item: Item, long: set[str]) -> Item:
    fitting = {name for name in long if item.name in name.removeprefix("known:").split()}
    if len(fitting) != 1:
        return item
    full = fitting.pop()
    return replace(item, identity=full) if full.startswith("known:") else replace(item, name=full)


def _words(item: Item) -> list[str]:
    name = item.identity.removeprefix("known:") if item.identity.startswith("known:") else item.name
    return name.split()


def _by_office(item: Item) -> Item:
    """A person behind a title that the table gives to one of that surname on the date is that one."""
    if item.kind != "person" or item.identity or not item.date or not item.name:
        return item
    holding = surnamed(item.name.split()[-1], item.date)
    said = {w for m in item.mentions if m.role for w in m.role.quote.lower().split()}
    if len(holding) != 1 or "former" in said or "vice" in said:
        return item
    if _misread(item):
        return _as_person(item, holding[0].name)
    offices = {t.title.lower().split(" of ")[0].split()[-1] for t in holding[0].roles_at(item.date)}
    return _as_person(item, holding[0].name) if offices & said & _HEADS else item


def _misread(item: Item) -> bool:
    """Whether a full name that stands once beside many bare surnames, with no given name that anybody has, is
    the surname behind some other capitalised word ("... Medal of Freedom Haddad said").
    """
    names = Counter(m.target.quote for m in item.mentions if m.form == "name")
    full = sum(count for name, count in names.items() if " " in name)
    return full == 1 and sum(names.values()) >= 6 and is_full(item.name) and not sex_of(item.name)


_HEADS = frozenset({"president", "chancellor", "premier", "king", "pope", "emir"})


def _filled(item: Item, candidates: dict[str, int]) -> Item:
    known = [c for c in candidates if c.startswith("person:")]
    if not candidates:
        holding = surnamed(item.name, item.date) if item.date else ()
        if len(holding) == 1:
            return _as_person(item, holding[0].name)
        return item
    if len(candidates) == 1 and known:
        return _as_person(item, known[0].removeprefix("person:"))
    if len(known) == 1:
        others = max((count for who, count in candidates.items() if who != known[0]), default=0)
        if candidates[known[0]] >= 3 * others:
            return _as_person(item, known[0].removeprefix("person:"))
    return replace(item, ambiguous=_different(candidates))


def _different(candidates: dict[str, int]) -> bool:
    """Whether the full names are those of more than one person."""
    names = [who.partition(":")[2] for who in candidates]
    return any(not same_given_names(one, other) for one in names for other in names)


def _as_person(item: Item, name: str) -> Item:
    return replace(item, identity=f"person:{name}", country=people()[name].country or item.country)
