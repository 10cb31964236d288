"""What the rest of a story tells about a chain: the full name behind a surname, the country of rebels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from dataclasses import replace

from atstake.facts.agents import office_of, own_words, sex_of
from atstake.facts.offices import is_anothers
from atstake.facts.organisations import MISSIONS, is_ones_own
from atstake.facts.people import one_person, one_surnamed, people
from atstake.facts.spelling import generation, is_full, surname_of
from atstake.model.stages import Evidence
from atstake.resolve.actors.identity import agent_of, armed_key, opposition_key
from atstake.resolve.actors.items import Item


def without_places(made: dict[str, Item], evidence: Evidence) -> dict[str, Item]:
    """Without chains of one name that other articles only have as a place's.

    The recogniser takes a town that it has not met for somebody where no words around it tell.
    """
    every = [m for found in evidence.annotations.values() for m in found.mentions if m.form == "name"]
    towns = {m.target.quote for m in every if m.type == "place"}
    spoke = {a.mention for found in evidence.annotations.values() for a in found.attributions}

    def is_town(item: Item) -> bool:
        silent = not any(m.id in spoke for m in item.mentions)
        return item.name in towns and not item.identity and not item.account and silent and _bare_name(item)

    return {key: item for key, item in made.items() if not is_town(item)}


def _bare_name(item: Item) -> bool:
    return all(m.target.quote == item.name and m.role is None for m in item.mentions)


def with_full_names(made: dict[str, Item]) -> dict[str, Item]:
    """Gives chains with a surname alone the identity of the one person it can be, where there is one."""
    made = {key: _by_office(item) for key, item in made.items()}
    full: dict[str, list[Item]] = defaultdict(list)
    for item in made.values():
        if item.kind == "person" and (is_full(item.name) or item.identity.startswith("person:")):
            full[surname_of(_who(item))].append(item)
    made = {key: _as_surname(item, full) for key, item in made.items()}
    given = {name.split()[0] for items in full.values() for i in items if is_full(name := i.name)}
    told = {code for i in made.values() for code in (i.country, *(m.country for m in i.mentions)) if code}
    people_of = {surname: _people(items) for surname, items in full.items()}
    filled = {
        key: _filled(item, people_of.get(surname_of(item.name), {}), given, told)
        if item.kind == "person" and not item.identity and item.name and not is_full(item.name)
        else item
        for key, item in made.items()
    }
    return {key: item for key, item in filled.items() if not item.ambiguous}


def _as_surname(item: Item, full: Mapping[str, list[Item]]) -> Item:
    """What the recogniser took for a body of one word is a person where the story has one of that surname.

    Names that it has not met are called bodies where they stand alone ("Koro demanded"); bodies of capitals
    only ("SANA") and those of the tables are left as they are.
    """
    names = {m.target.quote for m in item.mentions if m.form != "pronoun"}
    if not _is_short(item) or item.name.isupper() or item.account or names != {item.name}:
        return item
    return replace(item, kind="person") if surname_of(item.name) in full else item


def _who(item: Item) -> str:
    return item.identity.removeprefix("person:") or item.name


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


def with_missions(made: dict[str, Item]) -> dict[str, Item]:
    """Gives "the Brenian embassy" the name of the one whose place the story tells, if of one alone."""
    told: dict[str, set[str]] = defaultdict(set)
    for item in made.values():
        if item.country and item.identity.startswith("known:") and is_ones_own(item.identity):
            told[f"{item.country} {_mission_of(item.identity)}"].add(item.identity)
    return {key: _as_mission(item, told) for key, item in made.items()}


def _mission_of(identity: str) -> str:
    return next((m for m in MISSIONS if f" {m} in " in identity or identity.endswith(f":{m}")), "")


def _as_mission(item: Item, told: Mapping[str, set[str]]) -> Item:
    noun = _mission_of(item.identity) if item.identity.startswith("body:") else ""
    places = told.get(f"{item.country} {noun}", set()) if noun else set()
    return replace(item, identity=next(iter(places))) if len(places) == 1 else item


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
    holding = one_surnamed(item.name.split()[-1], item.date)
    said = {w for m in item.mentions if m.role for w in own_words(m.role.quote).split()}
    if holding is None or "former" in said or "vice" in said:
        return item
    if _misread(item):
        return _as_person(item, holding.name)
    if is_full(item.name) and not one_person(item.name, holding.name):
        return item
    offices = {t.title.lower().split(" of ")[0].split()[-1] for t in holding.roles_at(item.date)}
    return _as_person(item, holding.name) if offices & said & _HEADS else item


def _misread(item: Item) -> bool:
    """Whether a full name that stands once beside many bare surnames, with no given name that anybody has, is
    the surname behind some other capitalised word ("... Medal of Freedom Haddad said").
    """
    names = Counter(m.target.quote for m in item.mentions if m.form == "name")
    full = sum(count for name, count in names.items() if " " in name)
    return full == 1 and sum(names.values()) >= 6 and is_full(item.name) and not sex_of(item.name)


_HEADS = frozenset({"president", "chancellor", "premier", "king", "pope", "emir"})


def _filled(item: Item, people_of: Mapping[str, list[Item]], given: Set[str], told: Set[str]) -> Item:
    """A surname alone as the person of the story that it must mean; ``people_of`` are those of full names.

    ``given`` are the given names of the story: what is one ("her brother Ivo") is no office holder's surname.
    ``told`` are the states of the story: an office holder of another is not meant, but for heads of state.

    Whom its own document names in full was held apart from it there. Of several that are left the one who has
    three times the mentions of any other; else it is nobody's.
    """
    if not people_of:
        holding = one_surnamed(item.name, item.date) if item.date and item.name not in given else None
        known = holding is not None and (holding.country in told or holding.leads(item.date))
        return _as_person(item, holding.name) if holding and known else item
    apart = [who for who, items in people_of.items() if any(i.document == item.document for i in items)]
    counts = {
        who: sum(len(i.mentions) for i in items)
        for who, items in people_of.items()
        if _can_be(item, items) and (who not in apart or len(people_of) == 1)
    }
    if any(_is_anothers(item, items) for items in people_of.values()) and not counts:
        return replace(item, ambiguous=True)
    if not counts:
        return replace(item, ambiguous=not generation(item.name) and not item.sex)
    best = max(counts, key=lambda who: (counts[who], who))
    others = max((count for who, count in counts.items() if who != best), default=0)
    if len(apart) > 1 or counts[best] < 3 * others:
        return replace(item, ambiguous=True)
    lead = max(people_of[best], key=lambda i: (bool(i.identity), len(i.mentions), i.key))
    if lead.identity:
        return _as_person(item, _who(lead))
    return replace(item, meant=lead.name) if len(people_of) > 1 else item


def _people(full: list[Item]) -> dict[str, list[Item]]:
    """The items by person, under the first name of each; what could be two people's is put to neither."""
    found: dict[str, list[Item]] = {}
    for item in sorted(full, key=lambda i: (not i.identity, -len(i.name), i.key)):
        fitting = [who for who in found if one_person(who, _who(item))]
        if len(fitting) < 2:
            found.setdefault(fitting[0] if fitting else _who(item), []).append(item)
    return found


def _can_be(item: Item, others: list[Item]) -> bool:
    """Whether sex and "Jr." let a surname be the one whose items the others are."""
    if _is_anothers(item, others):
        return False
    sexes = {i.sex for i in others if i.sex}
    junior = any(generation(_who(i)) for i in others)
    return (not item.sex or not sexes or item.sex in sexes) and not (generation(item.name) and not junior)


def _is_anothers(item: Item, others: list[Item]) -> bool:
    """Whether the office said with a surname is not that of the one whose items the others are."""
    roles = [own_words(m.role.quote) for i in others for m in i.mentions if m.role]
    known = next((i.identity.removeprefix("person:") for i in others if i.identity), "")
    offices = {office_of(m.role.quote) for m in item.mentions if m.role}
    return any(is_anothers(office, item.name, known, roles, item.date) for office in sorted(offices))


def _as_person(item: Item, name: str) -> Item:
    return replace(item, identity=f"person:{name}", country=people()[name].country or item.country)
