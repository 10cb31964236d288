"""Happenings: the tellings of one past event, from all documents, become one entry.

Two tellings are of one event where root, parties, days and words fit. The entry shows the telling that says
most; it is dated where any telling is, by the day that most independent tellings give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from atstake.model.annotations import Event
from atstake.model.claims import Happening, Resolution
from atstake.model.provenance import content_id
from atstake.model.stages import Evidence
from atstake.model.text import Document
from atstake.resolve.cluster import DIFFERENT, Scheme, cluster
from atstake.resolve.judging import constraints
from atstake.resolve.lexical import Vector, Weighing, cosine, stems
from atstake.text.overlap import Words

ALIKE = 0.5
"""Score from which two tellings are of one event."""
_OTHER_DAY = 2
"""Days apart from which two dated tellings are of two events."""
_NEAR = 70
"""Characters."""
_WIDE = 31
"""Days: a longer interval dates an event by its span only, and does not tell two apart."""


@dataclass(frozen=True)
class Told:
    """An event annotation with what it is compared by."""

    event: Event
    published: str
    origin: str
    words: Vector
    near: Vector
    actor: str | None
    recipient: str | None


class Timeline:
    """Fills ``happenings``: most independently told first, then by date."""

    name = "timeline"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with the happenings."""
        told = _gathered(evidence, so_far)
        on = Words({key: (t.event.target,) for key, t in told.items()})
        groups = cluster(told, _SCHEME, constraints(evidence.judgements, "event", on.best))
        places = {m: p.id for p in so_far.places for m in p.mentions}
        found = [_happening([told[key] for key in group], places) for group in groups]
        found.sort(key=lambda h: (-len(h.origins), -len(h.events), h.earliest or "9999", h.id))
        return replace(so_far, happenings=tuple(found))


def same_event(a: Told, b: Told) -> float | None:
    """How likely two tellings are of one event, 0 to 1; None where nothing connects them."""
    if a.event.event_type != b.event.event_type:
        return DIFFERENT
    if a.event.target == b.event.target:
        return 0.9
    days = _days(a.event, b.event)
    if days is None:
        return DIFFERENT
    words = 0.35 * cosine(a.words, b.words) + 0.5 * cosine(a.near, b.near)
    return max(0.0, min(1.0, words + days + _parties(a, b)))


# Private functions


def _gathered(evidence: Evidence, so_far: Resolution) -> dict[str, Told]:
    actor_of, origin_of = dict(so_far.mentioned), dict(so_far.origin_of)
    found = [
        (evidence.documents[d], e)
        for d in sorted(evidence.annotations)
        if d in evidence.documents
        for e in evidence.annotations[d].events
    ]
    weighing = Weighing(
        stems(s.target.quote) for _, a in sorted(evidence.annotations.items()) for s in a.statements
    )
    return {
        e.id: Told(
            event=e,
            published=document.date or "",
            origin=origin_of.get(document.id, document.id),
            words=weighing.vector(stems(e.target.quote)),
            near=weighing.vector(stems(_around(document, e))),
            actor=actor_of.get(e.actor or ""),
            recipient=actor_of.get(e.recipient or ""),
        )
        for document, e in found
    }


def _around(document: Document, event: Event) -> str:
    """The words around the trigger: a sentence holds much else."""
    start = max(event.target.start, event.trigger.start - _NEAR)
    return document.text[start : min(event.target.end, event.trigger.end + _NEAR)]


def _days(a: Event, b: Event) -> float | None:
    """What the days say: None where they cannot be one event's."""
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return 0.0
    if a.earliest <= b.latest and b.earliest <= a.latest:
        exact = a.earliest == a.latest and b.earliest == b.latest
        return 0.35 if exact else 0.05
    apart = min(abs(_day(a.earliest) - _day(b.latest)), abs(_day(b.earliest) - _day(a.latest)))
    return None if apart >= _OTHER_DAY else -0.1


def _parties(a: Told, b: Told) -> float:
    score = 0.0
    for one, two in ((a.actor, b.actor), (a.recipient, b.recipient)):
        if one and two:
            score += 0.15 if one == two else -0.1
    return score


def _day(value: str) -> int:
    return date.fromisoformat(value[:10]).toordinal()


def _blocks(told: Told) -> Iterable[str]:
    root = told.event.event_type
    yield f"{root}:{told.event.target.document}:{told.event.target.start}"
    for party in (told.actor, told.recipient):
        if party:
            yield f"{root}:party:{party}"
    if told.event.earliest and told.event.earliest == told.event.latest:
        yield f"{root}:day:{told.event.earliest}"
    for word, _ in sorted(told.near.items(), key=lambda x: (-x[1], x[0]))[:6]:
        yield f"{root}:{word}"


_SCHEME: Scheme[Told] = Scheme(
    blocks=_blocks, score=same_event, threshold=ALIKE, cohesion=0.3, order=lambda t: t.event.earliest or ""
)


def _happening(members: list[Told], places: dict[str, str]) -> Happening:
    members = sorted(members, key=lambda t: (t.published, t.event.target, t.event.trigger))
    best = max(members, key=lambda t: (_says(t), -len(t.event.target.quote)))
    earliest, latest = _dated(members)
    actor = best.actor or _commonest(t.actor for t in members)
    recipient = best.recipient or _commonest(t.recipient for t in members)
    return Happening(
        id=content_id("happening", *sorted(t.event.id for t in members)),
        target=best.event.target,
        event_type=best.event.event_type,
        mode=best.event.mode or _commonest(t.event.mode for t in members),
        actor=actor,
        recipient=recipient if recipient != actor else None,
        place=_commonest(places.get(t.event.place or "") for t in members),
        earliest=earliest,
        latest=latest,
        events=tuple(t.event.id for t in members),
        origins=tuple(sorted({t.origin for t in members})),
    )


def _says(told: Told) -> tuple[bool, int]:
    """How much a telling says: a day, and parties and place."""
    e = told.event
    return bool(e.earliest), sum(x is not None for x in (told.actor, told.recipient, e.place, e.mode))


def _dated(members: list[Told]) -> tuple[str | None, str | None]:
    """The days that most origins give; the narrower where as many give each."""
    votes: dict[tuple[str, str], set[str]] = {}
    for t in members:
        if t.event.earliest and t.event.latest:
            votes.setdefault((t.event.earliest, t.event.latest), set()).add(t.origin)
    if not votes:
        return None, None

    def rank(days: tuple[str, str]) -> tuple[bool, int, int, str]:
        width = _day(days[1]) - _day(days[0])
        return width > _WIDE, -len(votes[days]), width, days[0]

    return min(votes, key=rank)


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
