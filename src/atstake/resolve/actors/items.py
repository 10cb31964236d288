"""What is clustered into actors: the chains of mentions of each document, and the accounts of posts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from atstake.facts.agents import meaning, sex_by_address, sex_by_pronoun, sex_of
from atstake.facts.gazetteer import entry_of
from atstake.facts.people import Person, named, one_surnamed, people
from atstake.facts.spelling import is_full, surname_of
from atstake.facts.tables import plain
from atstake.model.annotations import Mention
from atstake.model.claims import ActorKind
from atstake.model.provenance import content_id
from atstake.model.stages import Evidence
from atstake.model.text import Document
from atstake.resolve.actors.identity import identity_of


@dataclass(frozen=True, slots=True)
class Item:
    """One document's chain. ``identity`` is who it certainly is, the same in every document, or "".

    ``name`` is the fullest name, "" where it has only descriptions; ``vague`` where these name nobody yet;
    ``ambiguous`` where the story has several people of the surname that stands alone, ``meant`` the full name
    of the one of them that it must be. ``sex`` is "m" or "f" as the table, the words or the pronouns tell.
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
    vague: bool = False
    ambiguous: bool = False
    meant: str = ""
    sex: str = ""


def items(evidence: Evidence) -> dict[str, Item]:
    """All chains by key; of those that are ``vague`` nobody knows who they are, unless the story tells."""
    made: dict[str, Item] = {}
    for identifier in sorted(evidence.annotations):
        document = evidence.documents.get(identifier)
        if document is None:
            continue
        found = [_item(document, chain) for chain in _chains(evidence.annotations[identifier].mentions)]
        here = [item for item in found if item is not None]
        made |= {item.key: item for item in _named_by_headline(document, here)}
        account = _account(document)
        if account is not None:
            made[account.key] = account
    return made


def _named_by_headline(document: Document, found: list[Item]) -> list[Item]:
    """Surnames that no text has in full, with the given name that the headline puts before them."""
    people_here = [i for i in found if i.kind == "person" and i.name]
    full = {surname_of(i.name) for i in people_here if is_full(i.name)}
    bare = [i for i in people_here if not i.identity and not is_full(i.name)]
    names = {
        i.key: f"{given} {i.name}"
        for i in bare
        if surname_of(i.name) not in full and (given := _given_in(document.title, i.name))
    }
    return [replace(i, name=names.get(i.key, i.name)) for i in found]


def _given_in(headline: str, surname: str) -> str:
    found = re.search(rf"\b([A-Z][\w’'-]+) {re.escape(surname)}\b", headline)
    return found[1] if found and sex_of(found[0]) else ""


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
    identity, kind = identity_of(lead, telling, known, country, document.date)
    named = bool(name) and lead.type in ("person", "organisation", "armed-group")
    vague = not identity and not named and lead.form != "handle"
    key = content_id("chain", min(m.id for m in chain))
    if identity.startswith("person:"):
        country = people()[identity.removeprefix("person:")].country or country
    sex = _sex(document, chain, identity) if kind == "person" else ""
    return Item(key, document.id, document.date, kind, country, identity, name, chain, vague=vague, sex=sex)


def _sex(document: Document, chain: tuple[Mention, ...], identity: str) -> str:
    """By the table, else by what most of its names and pronouns tell."""
    if identity.startswith("person:"):
        return people()[identity.removeprefix("person:")].sex
    names = (
        sex_by_address(document.text[max(0, m.target.start - 9) : m.target.start]) or sex_of(m.target.quote)
        for m in chain
        if m.form != "pronoun"
    )
    if said := _most(names):
        return said
    pronouns = Counter(sex_by_pronoun(m.target.quote) for m in chain if m.form == "pronoun")
    del pronouns[""]
    return next(iter(pronouns)) if len(pronouns) == 1 and pronouns.total() > 1 else ""


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(v for v in values if v)
    return max(counted, key=lambda v: (counted[v], v), default=None)


def _account(document: Document) -> Item | None:
    """Who posts: the account of a post, by its name and handle."""
    if document.kind != "post" or not (document.author or document.handle):
        return None
    name = (document.author or document.handle or "").lstrip("@")
    identity, country = "", None
    kind: ActorKind = "organisation"
    handle = (document.handle or "").lstrip("@")
    person = named(name) or _of_handle(handle) or _of_office(name, document.date)
    entry = entry_of(name)
    if person is not None:
        identity, kind, country = f"person:{person.name}", "person", person.country
    elif entry is not None and entry.kind in ("organisation", "armed-group", "seat"):
        identity, country = f"known:{entry.name}", entry.code or None
    elif len(name.split()) in (2, 3) and all(w[:1].isupper() and w[1:].islower() for w in name.split()[:1]):
        kind = "person"
    return Item(
        account_key(document),
        document.id,
        document.date,
        kind,
        country,
        identity,
        name,
        (),
        (handle,) if handle else (),
    )


def account_key(post: Document) -> str:
    """The key of the item of whose post it is: one for all posts of an account."""
    handle = (post.handle or "").lstrip("@")
    return content_id("chain", "account", plain(handle or (post.author or "").lstrip("@")))


def _of_office(name: str, date: str | None) -> Person | None:
    """The one of the table who holds an office on a day, by a title and a surname ("President Holm")."""
    title, _, surname = name.partition(" ")
    if not date or not surname or " " in surname or meaning(title, "office", "rank") is None:
        return None
    return one_surnamed(surname, date)


def _of_handle(handle: str) -> Person | None:
    """Somebody of the table whose full name is the handle ("AngelaMerkel")."""
    joined = plain(handle)
    return next((p for p in people().values() if joined and plain(p.name).replace(" ", "") == joined), None)
