"""The itinerary: where the coverage says that the actor was or is due, when, and with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import day, days
from atstake.model.annotations import Certainty
from atstake.model.brief import Part, Stop
from atstake.model.claims import Actor
from atstake.model.text import Target

MOST = 40
_NEAR = 2
"""Days between which two tellings of one place are of one stop, where one of them gives no day."""


@dataclass(frozen=True)
class _Told:
    """One telling of a stop."""

    where: str
    place: str | None
    target: Target
    told: str
    earliest: str | None
    latest: str | None
    company: tuple[str, ...]
    certainty: Certainty | None = None
    also: tuple[Target, ...] = ()


def stops(coverage: Coverage, who: Actor) -> Part[Stop]:
    """By day: where somebody has been, then what is ahead. Nothing for governments, which are everywhere."""
    if who.kind != "person":
        return Part()
    told = sorted([*_been(coverage, who), *_due(coverage, who)], key=_order)
    made = [stop for group in _together(told) if (stop := _stop(coverage, who, group))]
    made.sort(
        key=lambda s: (s.certainty is not None, s.earliest or s.told or "9999", s.latest or "", s.where)
    )
    shown = [_spoken(stop) for stop in made[:MOST]]
    return Part(tuple(shown), len(made) - len(shown))


def _been(coverage: Coverage, who: Actor) -> Iterator[_Told]:
    names = {m: p for p in coverage.resolution.places for m in p.mentions}
    for document, layers in coverage.annotations.items():
        for p in layers.presences:
            if document not in coverage.documents or coverage.mentioned.get(p.who) != who.id:
                continue
            place = names.get(p.place)
            said = coverage.mention[p.place].target.quote
            company = {coverage.mentioned.get(m, "") for m in p.company} - {"", who.id}
            yield _Told(
                place.name if place else said,
                place.id if place else None,
                p.target,
                coverage.date(document) or "",
                p.earliest,
                p.latest,
                tuple(sorted(company)),
            )


def _due(coverage: Coverage, who: Actor) -> Iterator[_Told]:
    """Events ahead of the newest article that the actor takes part in, where the coverage gives a place."""
    names = {p.id: p.name for p in coverage.resolution.places}
    for event in coverage.resolution.ahead:
        where = names.get(event.place or "") or coverage.name(event.place)
        over = event.afterwards is not None or (event.latest or "9999") < (coverage.now or "")
        if who.id not in event.participants or not where or over or not event.sure:
            continue
        company = tuple(p for p in event.participants if p != who.id)
        told = coverage.date(event.target.document) or ""
        also = tuple(t.target for t in event.tellings if t.target != event.target)
        yield _Told(
            where,
            event.place,
            event.target,
            told,
            event.earliest,
            event.latest,
            company,
            event.certainty,
            also,
        )


def _order(told: _Told) -> tuple[str, str, str, Target]:
    return told.earliest or told.told or "9999", told.told, told.where, told.target


def _together(told: list[_Told]) -> list[list[_Told]]:
    """Tellings of one stop: one place, days that meet (or, where no day is said, told at about that time)."""
    groups: list[list[_Told]] = []
    at: dict[tuple[str, bool], list[list[_Told]]] = defaultdict(list)
    for one in sorted(told, key=lambda t: (t.earliest is None, *_order(t))):
        beside = at[one.where.casefold(), one.certainty is not None]
        fitting = next((g for g in beside if any(_meet(one, other) for other in g)), None)
        if fitting is not None:
            fitting.append(one)
        else:
            beside.append([one])
            groups.append(beside[-1])
    return groups


def _meet(one: _Told, other: _Told) -> bool:
    if one.earliest and other.earliest:
        return one.earliest <= (other.latest or other.earliest) and other.earliest <= (
            one.latest or one.earliest
        )
    a, b = one.earliest or one.told, other.earliest or other.told
    return bool(a and b) and _apart(a, b) <= _NEAR


def _apart(a: str, b: str) -> int:
    try:
        return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
    except ValueError:
        return _NEAR + 1


def _stop(coverage: Coverage, who: Actor, group: list[_Told]) -> Stop | None:
    """The telling that says most, with the others behind it; the narrowest days, and all who were there."""
    ranked = sorted(group, key=lambda t: (not t.earliest, -len(t.company), len(t.target.quote), t.target))
    dated = [t for t in ranked if t.earliest]
    narrow = min(dated, key=lambda t: ((t.latest or t.earliest or ""), t.target), default=ranked[0])
    for told in ranked:
        also = [t for o in ranked for t in (o.target, *o.also) if t != told.target]
        line = lines.make(coverage, f"stop-{who.id}-{told.where}", told.target, also=dict.fromkeys(also))
        if line is None:
            continue
        company = sorted({c for t in group for c in t.company if coverage.name(c)}, key=coverage.name)
        first = min((t.told for t in group if t.told), default="")
        spot = next((p for p in coverage.resolution.places if p.id == told.place), None)
        return Stop(
            where=told.where,
            when=days(narrow.earliest, narrow.latest),
            line=line,
            place=told.place,
            earliest=narrow.earliest,
            latest=narrow.latest,
            told=first,
            company=tuple((c, coverage.name(c)) for c in company),
            certainty=ranked[0].certainty,
            lat=spot.lat if spot else None,
            lon=spot.lon if spot else None,
            disputed=bool(spot and spot.disputed),
        )
    return None


def _spoken(stop: Stop) -> Stop:
    return replace(stop, told=day(stop.told))
