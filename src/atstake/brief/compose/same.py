"""Whether things of two builds are the same: by what they are, who is in them, and nearly the same words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from atstake.brief.compose.likeness import alike, content_words
from atstake.brief.compose.wording import day, days
from atstake.model.claims import Ahead, Dispute, FigurePoint, FigureSeries, Resolution
from atstake.model.text import Target
from atstake.text.overlap import shared

SAME_PLACE = 0.3
"""Least share of their characters that two spans of the same words have in common."""


def renamed(before: Resolution, after: Resolution) -> Resolution:
    """An earlier resolution with today's actor ids: an actor is the one that most of its mentions are now.

    An id is computed from what an actor is, so it moves when another spelling joins it.
    """
    now = dict(after.mentioned)
    ids: dict[str | None, str] = {}
    for actor in before.actors:
        counted = Counter(now[m] for m in actor.mentions if m in now)
        if counted:
            ids[actor.id] = min(counted, key=lambda a: (-counted[a], a))

    def new(actor: str | None) -> str | None:
        return ids.get(actor, actor)

    return replace(
        before,
        disputes=tuple(
            replace(d, speaker_a=new(d.speaker_a), speaker_b=new(d.speaker_b)) for d in before.disputes
        ),
        series=tuple(
            replace(s, points=tuple(replace(p, attributed_to=new(p.attributed_to)) for p in s.points))
            for s in before.series
        ),
        ahead=tuple(
            replace(a, participants=tuple(ids.get(p, p) for p in a.participants)) for a in before.ahead
        ),
    )


def same_dispute(a: Dispute, b: Dispute) -> bool:
    """The same statement and answer of the same two."""
    if a.id == b.id:
        return True
    ends = (a.speaker_a, a.speaker_b) == (b.speaker_a, b.speaker_b)
    return (
        ends
        and same_words((a.a, *a.also_a), (b.a, *b.also_a))
        and same_words((a.b, *a.also_b), (b.b, *b.also_b))
    )


def same_words(a: tuple[Target, ...], b: tuple[Target, ...]) -> bool:
    """Nearly the same words, or the same place."""
    return any(
        shared(x, y) >= SAME_PLACE or alike(content_words(x.quote), content_words(y.quote))
        for x in a
        for y in b
    )


def same_series(a: FigureSeries, b: FigureSeries) -> bool:
    """The same thing counted."""
    if a.id == b.id:
        return True
    places = not a.place or not b.place or a.place == b.place
    return a.kind == b.kind and places and (a.of.casefold() == b.of.casefold() or not a.of or not b.of)


def same_value(a: FigurePoint, b: FigurePoint) -> bool:
    """The same bounds by the same claimant."""
    return (a.low, a.high, a.attributed_to) == (b.low, b.high, b.attributed_to)


def same_event(a: Ahead, b: Ahead) -> bool:
    """The same event ahead."""
    if a.id == b.id or {t.upcoming for t in a.tellings} & {t.upcoming for t in b.tellings}:
        return True
    if a.participants and set(a.participants) == set(b.participants):
        return bool(content_words(a.what) & content_words(b.what))
    return alike(content_words(a.what), content_words(b.what))


def moved(was: Ahead, event: Ahead) -> bool:
    """Whether another day is said; "by the end of the year" is the same said later."""
    if event.latest is None or was.latest is None:
        return event.latest is not None
    exact = event.earliest == event.latest or was.earliest == was.latest
    return event.latest != was.latest or (exact and event.earliest != was.earliest)


def told(event: Ahead) -> str:
    """When, and how certain, in words."""
    when = days(event.earliest, event.latest) or (day(event.earliest) if event.earliest else "no date")
    return f"{when}, {event.certainty}"
