"""What is clustered into actors: the chains of mentions of each document, and the accounts of posts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from atstake.facts.agents import Agent, meaning
from atstake.facts.gazetteer import entry_of
from atstake.facts.people import holders, named, people, surnamed
from atstake.facts.spelling import is_full, surname_of
from atstake.facts.states import states
from atstake.facts.tables import plain
from atstake.model.annotations import Mention
from atstake.model.claims import ActorKind
from atstake.model.provenance import content_id
from atstake.model.stages import Evidence
from atstake.model.text import Document

_GENERIC = frozenset({"a", "an", "another", "one", "some", "any", "no", "every", "each"})


@dataclass(frozen=True, slots=True)
class Item:
    """One document's chain. ``identity`` is who it certainly is, the same in every document, or "".

    ``name`` is the fullest name, "" where it has only descriptions.
    """

    key: str
    document: str
    date: str | None
    kind: ActorKind
    country: str | None
    identity: str
    name: str
    mentions: tuple[Mention, ...]
    account: tuple[str, ...] = ()


def items(evidence: Evidence) -> dict[str, Item]:
    """All chains that can be an actor, by key."""
    made: dict[str, Item] = {}
    for identifier in sorted(evidence.annotations):
        document = evidence.documents.get(identifier)
        if document is None:
            continue
        for chain in _chains(evidence.annotations[identifier].mentions):
            item = _item(document, chain)
            if item is not None:
                made[item.key] = item
        account = _account(document)
        if account is not None:
            made[account.key] = account
    return _with_full_names(made)


def _chains(mentions: Iterable[Mention]) -> list[tuple[Mention, ...]]:
    """The mentions of a document by what they point back to."""
    by_id = {m.id: m for m in mentions}
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in by_id.values():
        root, seen = mention, {mention.id}
        while root.antecedent in by_id and root.antecedent not in seen:
            root = by_id[root.antecedent]
            seen.add(root.id)
        groups[root.id].append(mention)
    return [tuple(sorted(g, key=lambda m: (m.target.start, m.id))) for _, g in sorted(groups.items())]


def _item(document: Document, chain: tuple[Mention, ...]) -> Item | None:
    telling = [m for m in chain if m.form != "pronoun"]
    if not telling or all(m.type == "place" for m in telling):
        return None
    names = Counter(m.target.quote for m in telling if m.form in ("name", "acronym", "handle"))
    name = max(names, key=lambda n: (len(n.split()), names[n], n), default="")
    lead = max(telling, key=lambda m: (bool(m.known), m.form in ("name", "acronym"), len(m.target.quote)))
    country = _most(m.country for m in telling)
    known = _most(m.known for m in telling if m.type != "place") or ""
    identity, kind = _identity(lead, telling, known, country, document.date)
    if not identity and not (
        (name and lead.type in ("person", "organisation", "armed-group")) or lead.form == "handle"
    ):
        return None
    key = content_id("chain", min(m.id for m in chain))
    if identity.startswith("person:"):
        country = people()[identity.removeprefix("person:")].country or country
    return Item(key, document.id, document.date, kind, country, identity, name, chain)


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(v for v in values if v)
    return max(counted, key=lambda v: (counted[v], v), default=None)


def _identity(
    lead: Mention, telling: list[Mention], known: str, country: str | None, date: str | None
) -> tuple[str, ActorKind]:
    if lead.type == "person":
        spoken_for = _spoken_for(lead, telling, known, country)
        if spoken_for:
            return spoken_for, "government" if spoken_for.startswith("government") else "organisation"
        return _person_identity(lead, telling, known, country, date), "person"
    if lead.type == "government" and known and lead.form == "nominal" and not known.startswith("Government"):
        if known not in {s.name for s in states().values()}:
            return f"known:{known}", "organisation"
    if lead.type == "government" and country:
        return f"government:{country}", "organisation" if country in ("EUR", "UNO") else "government"
    if known and lead.type in ("organisation", "armed-group") and lead.form != "nominal":
        return f"known:{known}", "armed-group" if lead.type == "armed-group" else "organisation"
    return _group_identity(lead, country)


def _group_identity(lead: Mention, country: str | None) -> tuple[str, ActorKind]:
    agent = agent_of(lead)
    if lead.form in ("name", "acronym", "handle") or agent is None or not country:
        if lead.type == "population" and country:
            return f"population:{country}:people", "population"
        return "", "armed-group" if lead.type == "armed-group" else "organisation"
    if agent.group == "body":
        key = body_key(agent.noun)
        if country == "USA" and key in ("parliament", "senator", "congress"):
            return "known:US Senate" if key == "senator" else "known:US Congress", "organisation"
        return f"body:{country}:{key}", "organisation"
    if agent.group == "armed":
        return f"armed:{country}:{agent.sector}", "armed-group"
    if agent.group == "opposition":
        return f"opposition:{country}:{_opposition(agent.noun)}", "organisation"
    if agent.plural or agent.noun in ("people", "public", "population"):
        return f"population:{country}:{agent.noun}", "population"
    return "", "organisation"


def _spoken_for(lead: Mention, telling: list[Mention], known: str, country: str | None) -> str:
    """Whom an unnamed spokesman or official speaks for: the body named in the words, else the government."""
    if any(m.form in ("name", "handle") for m in telling):
        return ""
    words = plain(lead.target.quote)
    if "spokes" not in words and not _OFFICIAL_SOURCE.search(words):
        return ""
    if known and known not in people() and known not in {s.name for s in states().values()}:
        return f"known:{known}"
    return f"government:{country}" if country and country not in ("UNO", "EUR") else ""


_OFFICIAL_SOURCE = re.compile(r"\b(diplomatic|government|official|security|military|intelligence) source")


def _opposition(noun: str) -> str:
    return (
        "activists"
        if "activist" in noun
        else "protesters"
        if noun in ("protester", "protestor", "demonstrator", "rioter", "marcher", "antiwar protester")
        else "opposition"
    )


def _person_identity(
    lead: Mention, telling: list[Mention], known: str, country: str | None, date: str | None
) -> str:
    if known in people():
        return f"person:{known}"
    names = [m.target.quote for m in telling if m.form in ("name", "handle")]
    for name in names:
        person = named(name)
        if person is not None:
            return f"person:{person.name}"
    if names or lead.form != "title" or lead.target.quote.split()[0].lower() in _GENERIC:
        return ""
    agent = agent_of(lead)
    if agent is None or agent.plural or not country:
        return ""
    noun = "secretary-general" if country == "UNO" and agent.noun in ("chief", "head") else agent.noun
    holding = holders(
        "foreign minister" if noun in ("top diplomat", "chief diplomat") else noun, country, date
    )
    if len(holding) == 1:
        return f"person:{holding[0].name}"
    return f"office:{country}:{agent.noun}" if agent.noun in _ONE_HOLDER else ""


_ONE_HOLDER = frozenset({
    "president", "prime minister", "premier", "chancellor", "vice president", "king", "queen", "emir",
    "crown prince", "supreme leader", "foreign minister", "foreign secretary", "secretary of state",
    "defense minister", "defence minister", "defense secretary", "defence secretary", "finance minister",
    "treasury secretary", "interior minister", "information minister", "trade representative",
})  # fmt: skip
"""Offices that a state has one of; an ambassador or a senator can be anybody."""


def agent_of(mention: Mention) -> Agent | None:
    """The agent noun of a described mention."""
    words = plain(mention.target.quote).split()
    head = plain(mention.target.quotes[0][mention.head.start - mention.target.start :]).split()
    if len(head) > 2 and head[1] == "of":
        agent = meaning(" ".join(head[:3]))
        if agent is not None:
            return agent
    stop = len(words) - len(head) + 1
    for length in (4, 3, 2, 1):
        if stop - length >= 0:
            agent = meaning(" ".join(words[stop - length : stop]))
            if agent is not None:
                return (
                    (meaning(agent.noun + "s", "government", "body") or agent)
                    if agent.plural and agent.group in ("rank", "office")
                    else agent
                )
    return None


def body_key(noun: str) -> str:
    """ "commerce ministry" and "ministry of commerce" are one; "troops" and "soldiers" are the army."""
    same = {"government force": "army", "government troop": "army", "regime force": "army", "troops": "army", "troop": "army", "soldier": "army", "armed forces": "army", "military": "army",
            "forces": "army", "force": "army", "security forces": "security forces", "infantry": "army",
            "lawmaker": "parliament", "legislator": "parliament", "parliamentarian": "parliament",
            "state tv": "state television", "state-run news agency": "state news agency",
            "policeman": "police", "police officer": "police", "police force": "police",
            "defence ministry": "defense ministry", "royals": "royal family", "monarchy": "royal family",
            "royal court": "royal family", "military coalition": "coalition", "international coalition": "coalition",
            "international alliance": "coalition", "led coalition": "coalition"}  # fmt: skip
    if noun.startswith("ministry of "):
        noun = noun.removeprefix("ministry of ") + " ministry"
    return same.get(noun, noun)


def _account(document: Document) -> Item | None:
    """Who posts: the account of a post, by its name and handle."""
    if document.kind != "post" or not (document.author or document.handle):
        return None
    name = (document.author or document.handle or "").lstrip("@")
    identity, country = "", None
    kind: ActorKind = "organisation"
    person = named(name) or next(
        (
            p
            for p in people().values()
            if plain(p.name).replace(" ", "") == plain(document.handle or "").lstrip("@")
        ),
        None,
    )
    entry = entry_of(name)
    if person is not None:
        identity, kind, country = f"person:{person.name}", "person", person.country
    elif entry is not None and entry.kind in ("organisation", "armed-group", "seat"):
        identity, country = f"known:{entry.name}", entry.code or None
    elif len(name.split()) in (2, 3) and all(w[:1].isupper() and w[1:].islower() for w in name.split()[:1]):
        kind = "person"
    handle = (document.handle or "").lstrip("@")
    key = content_id("chain", "account", plain(handle or name))
    return Item(
        key, document.id, document.date, kind, country, identity, name, (), (handle,) if handle else ()
    )


def _with_full_names(made: dict[str, Item]) -> dict[str, Item]:
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


def _by_office(item: Item) -> Item:
    """A person behind a title that the table gives to one of that surname on the date is that one."""
    if item.kind != "person" or item.identity or not item.date or not item.name:
        return item
    holding = surnamed(item.name.split()[-1], item.date)
    said = {w for m in item.mentions if m.role for w in m.role.quote.lower().split()}
    if len(holding) != 1 or "former" in said or "vice" in said:
        return item
    offices = {t.title.lower().split(" of ")[0].split()[-1] for t in holding[0].roles_at(item.date)}
    return _as_person(item, holding[0].name) if offices & said & _HEADS else item


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
        others = max(count for who, count in candidates.items() if who != known[0])
        if candidates[known[0]] >= 3 * others:
            return _as_person(item, known[0].removeprefix("person:"))
    return item


def _as_person(item: Item, name: str) -> Item:
    return replace(item, identity=f"person:{name}", country=people()[name].country or item.country)


__all__ = ["Item", "agent_of", "body_key", "items", "states"]
