"""The resolution of a large dossier, from those of its neighbourhoods.

Objects of one neighbourhood stay as they are. Actors, places and issues of several are one where what they
are says so: the same id (it is computed from an identity of the tables), or the same full name, unless a
neighbourhood has several of it. Sides and centrality are told within a neighbourhood only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain
from typing import Any, Protocol, TypeVar

from atstake.facts.spelling import is_full
from atstake.facts.tables import plain
from atstake.model.claims import (
    Actor,
    Alias,
    Claim,
    FigureSeries,
    Gap,
    Happening,
    Issue,
    Join,
    Place,
    Resolution,
    Role,
)
from atstake.resolve.figures import PEOPLE_KINDS


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T")
N = TypeVar("N", bound=_Identified)

_GAPS = ("open-question", "no-reply", "single-origin")


def united(parts: Sequence[Resolution], parted: Set[str] = frozenset()) -> Resolution:
    """The union of the resolutions of neighbourhoods; the same in any order of them.

    ``parted`` are mentions that an editor split off: whoever stands on them is nobody of the same name.
    """
    ordered = sorted(parts, key=lambda r: (-len(r.origin_of), r.origin_of))
    same = _same_actors(ordered, parted)
    found = [_renamed(part, same) for part in ordered]
    every = chain.from_iterable
    said = Counter(actor for part in found for _, actor in part.attributed)
    actors = [_actor(group) for group in _by_id(part.actors for part in found)]
    issues = [_issue(group) for group in _by_id(part.issues for part in found)]
    places = [_place(group) for group in _by_id(part.places for part in found)]
    return Resolution(
        origins=_sorted(every(p.origins for p in found), lambda o: (-len(o.documents), o.id)),
        actors=_sorted(actors, lambda a: (-said[a.id], -len(a.mentions), a.name, a.id)),
        claims=_sorted(every(p.claims for p in found), _order_of_claims),
        disputes=_sorted(every(p.disputes for p in found), lambda d: (-d.confidence, d.id)),
        issues=_sorted(issues, _order_of_issues),
        series=_sorted(every(p.series for p in found), _order_of_series),
        ahead=_sorted(every(p.ahead for p in found), lambda e: (-len(e.origins), e.earliest or "9999", e.id)),
        happenings=_sorted(every(p.happenings for p in found), _order_of_happenings),
        places=_sorted(places, lambda p: (-len(p.mentions), p.id)),
        gaps=_gaps(found),
        reasons=_in_turn([part.reasons for part in found]),
        attributed=tuple(sorted(every(part.attributed for part in found))),
        mentioned=tuple(sorted(every(part.mentioned for part in found))),
        origin_of=tuple(sorted(every(part.origin_of for part in found))),
        orphans=tuple(sorted({id for part in found for id in part.orphans})),
        shifts=_sorted(every(p.shifts for p in found), lambda s: s.target),
    )


# Private functions


def _same_actors(parts: Sequence[Resolution], parted: Set[str]) -> dict[str, str]:
    """Actor id -> the id that it has in the union, for those of one full name in several neighbourhoods."""
    in_parts = Counter(a.id for part in parts for a in part.actors)
    leader = {id: id for id in in_parts}

    def find(id: str) -> str:
        while leader[id] != id:
            id = leader[id]
        return id

    for bearers in _bearers(parts, parted).values():
        first, *others = (find(id) for id in sorted(bearers))
        leader.update({other: first for other in others if other != first})
    groups: dict[str, list[str]] = defaultdict(list)
    for id in sorted(leader):
        groups[find(id)].append(id)
    chosen = {key: min(ids, key=lambda i: (-in_parts[i], i)) for key, ids in groups.items()}
    return {id: chosen[key] for key, ids in groups.items() for id in ids if id != chosen[key]}


def _bearers(parts: Sequence[Resolution], parted: Set[str]) -> dict[str, set[str]]:
    """Full name -> the actors of that name, one of each neighbourhood that has only one."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        here: dict[str, set[str]] = defaultdict(set)
        for actor in part.actors:
            for name in _names(actor) if parted.isdisjoint(actor.mentions) else ():
                here[plain(name)].add(actor.id)
        for key, bearers in here.items():
            if len(bearers) == 1:
                found[key] |= bearers
    return found


def _names(actor: Actor) -> Iterable[str]:
    """The names by which it is known elsewhere too, with those that an editor's merge gave it."""
    spelled = {a.text for a in actor.aliases}
    for name in {actor.name, *(j.spelling for j in actor.joins if j.judgement)}:
        if name in spelled and (is_full(name) if actor.kind == "person" else name[:1].isupper()):
            yield name


def _by_id(layers: Iterable[Iterable[N]]) -> list[list[N]]:
    groups: dict[str, list[N]] = defaultdict(list)
    for thing in chain.from_iterable(layers):
        groups[thing.id].append(thing)
    return list(groups.values())


def _sorted(things: Iterable[T], key: Callable[[T], Any]) -> tuple[T, ...]:
    return tuple(sorted(things, key=key))


def _in_turn(layers: Sequence[Sequence[T]]) -> tuple[T, ...]:
    """The first of each, then the second of each: their ranks are not of one scale."""
    longest = max(map(len, layers), default=0)
    return tuple(layer[rank] for rank in range(longest) for layer in layers if rank < len(layer))


def _actor(group: Sequence[Actor]) -> Actor:
    """One actor of those that are one: what most mentions say, all names, roles and links."""
    if len(group) == 1:
        return group[0]
    lead = max(group, key=lambda a: (len(a.mentions), a.name, a.mentions))
    names: Counter[str] = Counter()
    for actor in group:
        names[actor.name] += len(actor.mentions)
    spelled: Counter[str] = Counter()
    for alias in chain.from_iterable(a.aliases for a in group):
        spelled[alias.text] += alias.count
    return replace(
        lead,
        name=max(names, key=lambda n: (names[n], n)),
        roles=_roles(group),
        aliases=tuple(Alias(text, n) for text, n in sorted(spelled.items(), key=lambda x: (-x[1], x[0]))),
        mentions=tuple(sorted(chain.from_iterable(a.mentions for a in group))),
        joins=_joins(group),
    )


def _roles(group: Sequence[Actor]) -> tuple[Role, ...]:
    """Each role once, from its first day to its last, those told in most neighbourhoods first."""
    told: dict[str, list[Role]] = defaultdict(list)
    for role in chain.from_iterable(a.roles for a in group):
        told[role.title].append(role)
    made = []
    for _, roles in sorted(told.items(), key=lambda x: (-len(x[1]), x[0])):
        first = min(roles, key=lambda r: (r.target is None, r.first or "9999", r.target or ()))
        spoken = [r for r in roles if (r.target is None) == (first.target is None)]
        starts, ends = [r.first for r in spoken], [r.last for r in spoken]
        made.append(
            replace(
                first,
                first=None if None in starts else min(s for s in starts if s),
                last=None if None in ends else max(e for e in ends if e),
            )
        )
    return tuple(sorted(made, key=lambda r: r.target is None))


def _joins(group: Sequence[Actor]) -> tuple[Join, ...]:
    counted: Counter[tuple[str, str, float | None, str]] = Counter()
    for join in chain.from_iterable(a.joins for a in group):
        counted[join.spelling, join.reason, join.score, join.judgement] += join.documents
    made = [Join(s, n, why, score, j) for (s, why, score, j), n in counted.items()]
    return tuple(sorted(made, key=lambda j: (-j.documents, j.spelling, j.reason, j.judgement, j.score or 0)))


def _issue(group: Sequence[Issue]) -> Issue:
    """Issues that came to the same name are one."""
    first = max(group, key=lambda i: (len(i.disputes), i.disputes))
    held = {(p.actor, p.target): p for i in (first, *group) for p in i.positions}
    return replace(
        first,
        claims=tuple(sorted({c for i in group for c in i.claims})),
        disputes=tuple(dict.fromkeys(chain(first.disputes, *(i.disputes for i in group)))),
        positions=tuple(held.values()),
    )


def _place(group: Sequence[Place]) -> Place:
    lead = max(group, key=lambda p: (len(p.mentions), p.name))
    return replace(lead, mentions=tuple(chain.from_iterable(p.mentions for p in group)))


def _gaps(parts: Sequence[Resolution]) -> tuple[Gap, ...]:
    return tuple(
        gap
        for kind in _GAPS
        for gap in _in_turn([[g for g in part.gaps if g.kind == kind] for part in parts])
    )


def _order_of_claims(claim: Claim) -> tuple[int, int, str, str]:
    told = len(claim.attributions) + len(claim.statements)
    return -len(claim.origins), -told, claim.first or "", claim.id


def _order_of_issues(issue: Issue) -> tuple[int, int, str]:
    return -len(issue.disputes), -len({o for p in issue.positions for o in p.origins}), issue.id


def _order_of_series(series: FigureSeries) -> tuple[int, bool, bool, str]:
    origins = {o for p in series.points for o in p.origins}
    return -len(origins), not series.disputed, series.kind not in PEOPLE_KINDS, series.id


def _order_of_happenings(event: Happening) -> tuple[int, int, str, str]:
    return -len(event.origins), -len(event.events), event.earliest or "9999", event.id


def _renamed(part: Resolution, same: Mapping[str, str]) -> Resolution:
    """A resolution with some of its actors under other ids."""
    if not any(actor.id in same for actor in part.actors):
        return part

    def who(id: str | None) -> str | None:
        return same.get(id, id) if id else id

    def each(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(same.get(id, id) for id in ids)

    return replace(
        part,
        actors=tuple(replace(a, id=same.get(a.id, a.id), side=who(a.side)) for a in part.actors),
        attributed=tuple((said, same.get(id, id)) for said, id in part.attributed),
        mentioned=tuple((mention, same.get(id, id)) for mention, id in part.mentioned),
        claims=tuple(replace(c, actors=tuple(sorted(each(c.actors)))) for c in part.claims),
        disputes=tuple(
            replace(d, speaker_a=who(d.speaker_a), speaker_b=who(d.speaker_b)) for d in part.disputes
        ),
        issues=tuple(
            replace(i, positions=tuple(replace(p, actor=same.get(p.actor, p.actor)) for p in i.positions))
            for i in part.issues
        ),
        series=tuple(
            replace(s, points=tuple(replace(p, attributed_to=who(p.attributed_to)) for p in s.points))
            for s in part.series
        ),
        ahead=tuple(replace(e, participants=each(e.participants)) for e in part.ahead),
        happenings=tuple(replace(h, actor=who(h.actor), recipient=who(h.recipient)) for h in part.happenings),
        gaps=tuple(replace(g, speaker=who(g.speaker), subject=who(g.subject)) for g in part.gaps),
        shifts=tuple(replace(s, actor=same.get(s.actor, s.actor)) for s in part.shifts),
    )
