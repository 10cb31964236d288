"""Why the mentions of an actor were put together, for "show the work": one entry for each spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from atstake.facts.people import named
from atstake.facts.spelling import is_full
from atstake.facts.tables import plain
from atstake.model.claims import Join
from atstake.resolve.actors.items import Item
from atstake.resolve.actors.matching import score
from atstake.resolve.partition import Constraint


def joins(group: list[Item], name: str, decided: Iterable[Constraint]) -> tuple[Join, ...]:
    """The spellings of a group under the actor's ``name``, those of most documents first."""
    merged = {key: c.judgement for c in decided if c.together for key in (c.first, c.second)}
    lead = max(group, key=lambda i: (plain(i.name) == plain(name), bool(i.identity), len(i.name), i.key))
    found: dict[tuple[str, str, float | None, str], set[str]] = defaultdict(set)
    for item in group:
        judgement = merged.get(item.key, "")
        reason, value = _why(item, lead, name) if not judgement else ("an editor’s merge", None)
        found[_spelling(item), reason, value, judgement].add(item.document)
    made = [Join(s, len(documents), why, v, j) for (s, why, v, j), documents in found.items()]
    return tuple(sorted(made, key=lambda j: (-j.documents, j.spelling, j.reason)))


def _spelling(item: Item) -> str:
    """Its fullest name, else the longest of its descriptions."""
    described = (m.target.quote for m in item.mentions if m.form != "pronoun")
    return item.name or max(described, key=lambda q: (len(q), q), default="")


def _why(item: Item, lead: Item, name: str) -> tuple[str, float | None]:
    if item.identity:
        return _certain(item), None
    if item is lead or plain(item.name) == plain(name):
        return "the same name", None
    value = score(*sorted((item, lead), key=lambda i: i.key))
    if value is None or value < 0:
        return "joined through other spellings", None
    if item.account or lead.account:
        return "the name or handle of the account", value
    if item.kind == "person" and not is_full(item.name):
        return "the surname, which the story has of nobody else", value
    return ("the same name in another spelling" if item.kind == "person" else "name or abbreviation"), value


def _certain(item: Item) -> str:
    kind = item.identity.partition(":")[0]
    if kind == "person":
        known = named(item.name) if item.name else None
        if known is not None and known.name == item.identity.removeprefix("person:"):
            return "a name in the table of office holders"
        if item.name:
            return "the surname of one office holder on that date, or of one person in the story"
        return "the office that the table says they held on that date"
    return {
        "government": "a name or description of this government",
        "known": "a name in the table of organisations",
        "body": "a description of this body of the state",
        "office": "a title of this office, whose holder is not known",
    }.get(kind, "a description of this group")
