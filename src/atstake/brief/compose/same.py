"""Whether things of two builds are the same: by what they are, who is in them, and nearly the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from atstake.brief.compose.likeness import alike, content_words
from atstake.brief.compose.wording import day, days
from atstake.model.claims import Ahead, Dispute, FigureSeries, Resolution
from atstake.model.text import Target
from atstake.text.overlap import shared

# What is said of an event that will not be, or at another time; not where that is only feared, or denied.
_OFF = re.compile(
    r"\b(?:cancel(?:led|ed|s)|call(?:ed|s) off|scrapp(?:ed|ing)|abandon(?:ed|s)|axed"
    r"|will not (?:take place|go ahead))\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:postpon(?:ed|es)|put (?:off|back)|delay(?:ed|s)|deferred|adjourned|reschedul(?:ed|es)"
    r"|brought forward|moved (?:to|from|forward|back))\b",
    re.IGNORECASE,
)
_FEARED = re.compile(
    r"\b(?:if|unless|could|may|might|would|threat\w*|fear\w*|den(?:y|ied|ies)|never|not (?:been|be))\b",
    re.IGNORECASE,
)
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


def earlier(event: Ahead, before: Iterable[Ahead]) -> Ahead | None:
    """What an event ahead was at an earlier build: of those that it may be, the one told in the same place.

    Else the one of the same day.
    """
    found = [o for o in before if same_event(o, event)]
    told = {t.upcoming for t in event.tellings}
    shared = {o.id: len(told & {t.upcoming for t in o.tellings}) for o in found}
    days = {o.id: (o.earliest, o.latest) == (event.earliest, event.latest) for o in found}
    return min(found, key=lambda o: (-shared[o.id], not days[o.id], o.id), default=None)


def same_event(a: Ahead, b: Ahead) -> bool:
    """The same event ahead."""
    if a.id == b.id or {t.upcoming for t in a.tellings} & {t.upcoming for t in b.tellings}:
        return True
    if a.participants and set(a.participants) == set(b.participants):
        return bool(content_words(a.what) & content_words(b.what))
    return alike(content_words(a.what), content_words(b.what))


def called_off(words: str) -> bool:
    """Whether a telling says that the event will not be."""
    return bool(_OFF.search(words)) and not _FEARED.search(words)


def put_off(words: str) -> bool:
    """Whether a telling says that the event will be at another time."""
    return bool(_LATER.search(words)) and not _FEARED.search(words)


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
