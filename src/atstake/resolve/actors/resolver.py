"""The resolver of ``actors``, ``mentioned`` and ``attributed``, with first sides (no disputes yet)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from atstake.facts.coding import Code, code
from atstake.facts.officials import official
from atstake.model.claims import Actor, Resolution
from atstake.model.provenance import content_id
from atstake.model.stages import Evidence
from atstake.model.text import Target
from atstake.resolve.actors.context import (
    with_countries,
    with_full_names,
    with_long_names,
    with_missions,
    without_places,
)
from atstake.resolve.actors.items import Item, account_key, items
from atstake.resolve.actors.joining import joins
from atstake.resolve.actors.matching import scheme
from atstake.resolve.actors.naming import aliases_of, name_of, roles_of
from atstake.resolve.actors.sides import Sides
from atstake.resolve.cluster import cluster
from atstake.resolve.judging import constraints
from atstake.text.overlap import Words


class Actors:
    """Clusters the chains of all documents into actors, under the editors' merges and splits."""

    name = "actors"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with actors (most quoted first) and the links from mentions and attributions to them."""
        chains = with_missions(
            with_long_names(with_countries(with_full_names(without_places(items(evidence), evidence))))
        )
        on = Words({key: _targets(item) for key, item in chains.items()})
        decided = constraints(evidence.judgements, "actor", on.best)
        groups = [[chains[key] for key in keys] for keys in cluster(chains, scheme(), decided)]
        span = _span(evidence)
        bearers = _bearers(groups, {c.second for c in decided if not c.together})
        made = {key: actor for group in groups for key, actor in _made(group, evidence, span, bearers)}
        joined = {a.id: joins(g, a.name, decided) for g in groups for a in (made[g[0].key],)}
        mentioned = sorted(
            (m.id, made[item.key].id) for group in groups for item in group for m in item.mentions
        )
        attributed = _attributed(evidence, dict(mentioned), made)
        said = Counter(actor for _, actor in attributed)
        actors = [replace(a, joins=joined[a.id]) for a in {a.id: a for a in made.values()}.values()]
        ordered = sorted(actors, key=lambda a: (-said[a.id], -len(a.mentions), a.name, a.id))
        resolved = replace(so_far, actors=tuple(ordered), mentioned=tuple(mentioned))
        return Sides()(evidence, replace(resolved, attributed=tuple(attributed)))


def _targets(item: Item) -> Iterable[Target]:
    return [m.target for m in item.mentions]


def _span(evidence: Evidence) -> tuple[str | None, str | None]:
    dates = sorted(d.date for d in evidence.documents.values() if d.date)
    return (dates[0], dates[-1]) if dates else (None, None)


def _identity(group: list[Item]) -> str:
    return next((i.identity for i in group if i.identity), "")


def _bearers(groups: list[list[Item]], parted: set[str]) -> dict[str, str]:
    """Identity -> the first chain of the group that is it: not one that an editor parted from the others."""
    found: dict[str, str] = {}
    for group in sorted(groups, key=lambda g: (any(i.key in parted for i in g), -len(g), g[0].key)):
        found.setdefault(_identity(group), group[0].key)
    return found


def _made(
    group: list[Item], evidence: Evidence, span: tuple[str | None, str | None], bearers: dict[str, str]
) -> list[tuple[str, Actor]]:
    identity = _identity(group)
    own = identity and bearers[identity] == group[0].key
    identifier = content_id("actor", identity) if own else content_id("actor", min(i.key for i in group))
    roles = roles_of(group, evidence.documents, span)
    last = max((i.date for i in group if i.date), default=span[1])
    coded = _coded(group, [r.title for r in roles], last)
    actor = Actor(
        id=identifier,
        name=name_of(group),
        kind=Counter(i.kind for i in group).most_common(1)[0][0],
        country=coded.country,
        sector=coded.sector,
        reason=coded.reason,
        roles=roles,
        aliases=aliases_of(group),
        mentions=tuple(m.id for i in sorted(group, key=lambda i: i.key) for m in i.mentions),
    )
    return [(item.key, actor) for item in group]


def _coded(group: list[Item], roles: list[str], date: str | None) -> Code:
    """Country and sector: by what the chain is, by the roles said, by the name."""
    country = Counter(i.country for i in group if i.country).most_common(1)
    own = country[0][0] if country else None
    identity = _identity(group)
    if identity.startswith("government:"):
        return Code(own, "GOV", "a government")
    if group[0].kind != "person":
        by_name = code(name_of(group), date)
        own = None if identity.startswith("known:") and by_name.country else own
        return Code(own or by_name.country, by_name.sector, by_name.reason)
    if identity.startswith("person:"):
        by_name = code(identity.removeprefix("person:"), date)
        return Code(own or by_name.country, by_name.sector, by_name.reason)
    listed = official(name_of(group))
    own = own or (listed.country if listed else None)
    for role in roles:
        by_role = code(role, date)
        if by_role.sector:
            return Code(own or by_role.country, by_role.sector, f"role: {role}")
    if listed is not None:
        return Code(own, listed.sector_on(date), "in the Phoenix dictionaries")
    return Code(own, None, "no role is said")


def _attributed(
    evidence: Evidence, mentioned: dict[str, str], made: dict[str, Actor]
) -> list[tuple[str, str]]:
    """Attribution id to actor id; in a post, what no other source has is the account's."""
    posts = {d.id: made.get(account_key(d)) for d in evidence.documents.values() if d.kind == "post"}
    found = []
    for identifier, layers in sorted(evidence.annotations.items()):
        for attribution in layers.attributions:
            actor = mentioned.get(attribution.mention or "")
            if actor is None and attribution.channel == "post" and attribution.source is None:
                account = posts.get(identifier)
                actor = account.id if account is not None else None
            if actor is not None:
                found.append((attribution.id, actor))
    return sorted(found)
