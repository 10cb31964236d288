"""Events ahead: the tellings of one event, from all documents, become one entry with its history.

Which tellings are of one event is told in ``ahead_tellings``. The entry shows the best telling of how things
stand now; its history keeps every telling in the order of publication, so "pencilled in", "confirmed",
"moved" and "called off" can be read from it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from math import prod

from atstake.model.annotations import Certainty, Upcoming
from atstake.model.claims import Ahead, Resolution, Telling
from atstake.model.provenance import content_id
from atstake.model.stages import Evidence
from atstake.model.text import Target
from atstake.resolve.ahead_tellings import CLASS_OF, SCHEME, Told, days_said, fit_of_days, gathered, words_of
from atstake.resolve.cluster import cluster
from atstake.resolve.judging import constraints
from atstake.resolve.lexical import containment, stems
from atstake.text.overlap import Words

KEEP = 0.2
"""Probability of an event, over its independent tellings, from which it is shown (see ``docs/time.md``)."""
_FIRM = 0.6
"""Share of the likeliest telling's probability from which another one says how things stand."""
_REPORTED = 0.4
"""Share of an event's words that a later report of its day must hold."""
_LIKELY_REPORTED = 0.6
"""The same of one that names the day and not the deed."""
_SURELY_REPORTED = 0.75
"""The same of one that names no day, but the deed and so many words of it:"""
_MANY = 4
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|going to|(?:plan|intend|expect|hope|want|tr)\w* to)\b"
    r"|[’']ll\b",
    re.IGNORECASE,
)
_SOON = 10
"""Days after an event's last day within which a report of it is looked for."""


class AheadEvents:
    """Fills ``ahead``: most independently told first, then by date."""

    name = "ahead"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with the events ahead."""
        told = gathered(evidence, so_far)
        words = Words({key: (t.upcoming.target,) for key, t in told.items()})
        decided = constraints(evidence.judgements, "event", words.best)
        groups = cluster(told, SCHEME, decided)
        reports = _Reports(evidence)
        events = []
        for group in groups:
            members = [told[key] for key in group]
            if _certainly(members) >= KEEP:
                events.append(reports.followed(_event(members), members))
        events.sort(key=lambda e: (-len(e.origins), e.earliest or "9999", e.id))
        return replace(so_far, ahead=tuple(events))


def _certainly(members: list[Told]) -> float:
    """The probability that it is an event: one of its origins at least tells it as one."""
    best: dict[str, float] = defaultdict(float)
    for t in members:
        best[t.origin] = max(best[t.origin], t.upcoming.probability)
    return 1 - prod(1 - p for p in best.values())


def _event(members: list[Told]) -> Ahead:
    members = sorted(members, key=lambda t: (t.told, not t.former, t.upcoming.target))
    firm = _firm(members)
    newest = firm[-1]
    days = _days_of(firm) or _days_of(members) or newest.upcoming
    best = _best(firm, newest, days)
    if best.latest == days.latest:
        days = best
    actors = [a for t in members for a in sorted(t.actors)]
    return Ahead(
        id=content_id("ahead", *sorted(t.upcoming.id for t in members)),
        target=best.target,
        what=best.what,
        participants=tuple(sorted(set(actors), key=lambda a: (-actors.count(a), a))),
        place=next((t.upcoming.place for t in reversed(members) if t.upcoming.place), None),
        earliest=days.earliest,
        latest=days.latest,
        certainty=newest.upcoming.certainty,
        earlier=_earlier(firm, newest.upcoming.certainty, days),
        tellings=tuple(_telling(t) for t in members),
        origins=tuple(sorted({t.origin for t in members})),
        probability=round(_certainly(members), 4),
    )


def _firm(members: list[Told]) -> list[Told]:
    """The tellings that say how things stand: a mention in passing, however late, does not."""
    least = _FIRM * max(t.upcoming.probability for t in members)
    return [t for t in members if t.upcoming.probability >= least]


def _days_of(members: list[Told]) -> Upcoming | None:
    """The telling whose days hold now: the newest, unless most origins tell other days.

    One odd day among many tellings is a slip of a text or of its reading; a move is soon told by others.
    """
    dated = [t for t in members if _has_days(t)]
    if not dated:
        return None
    told: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    for t in dated:
        told[t.upcoming.earliest, t.upcoming.latest].add(t.origin)
    most = max(len(origins) for origins in told.values())
    fit = [t for t in dated if 2 * len(told[t.upcoming.earliest, t.upcoming.latest]) >= most]
    return fit[-1].upcoming


def _has_days(told: Told) -> bool:
    """Whether a telling names days, and not only that it is to come from now on."""
    u = told.upcoming
    return u.latest is not None or (u.earliest is not None and u.earliest != told.told)


def _best(members: list[Told], newest: Told, days: Upcoming) -> Upcoming:
    """The telling to show: of those that say how things stand now, the most likely, newest first."""

    def key(t: Told) -> tuple[bool, bool, float, str]:
        u = t.upcoming
        return (
            u.certainty == newest.upcoming.certainty,
            (u.earliest, u.latest) == (days.earliest, days.latest),
            u.probability,
            t.told,
        )

    return max(members, key=key).upcoming


def _earlier(members: list[Told], certainty: Certainty, days: Upcoming) -> tuple[Telling, ...]:
    """The best telling of each former state: other days, or on where it is off now and off where it is on.

    What is told but once and unsurely is no state; nor is what the newest day's articles still tell.
    """
    newest = max(t.told for t in members)
    states: dict[tuple[bool, str | None], list[Told]] = defaultdict(list)
    for t in members:
        states[t.upcoming.certainty == "cancelled", t.upcoming.latest].append(t)
    found = []
    for (off, latest), told in states.items():
        moved = latest is not None and days.latest is not None and fit_of_days(told[0].upcoming, days) < 0
        turned = off != (certainty == "cancelled")
        if (moved or turned) and min(t.told for t in told) < newest and _certainly(told) >= KEEP:
            found.append(max(told, key=lambda t: (t.upcoming.probability, t.told)))
    chosen: dict[bool, list[Told]] = defaultdict(list)
    newest_first = sorted(found, key=lambda t: (t.told, t.upcoming.target), reverse=True)
    for t in sorted(newest_first, key=lambda t: t.upcoming.latest is None):
        others = chosen[t.upcoming.certainty == "cancelled"]
        if not others or all(fit_of_days(t.upcoming, o.upcoming) < 0 for o in others):
            others.append(t)
    kept = [t for told in chosen.values() for t in told]
    return tuple(_telling(t) for t in sorted(kept, key=lambda t: (t.told, t.upcoming.target)))


def _telling(told: Told) -> Telling:
    u = told.upcoming
    return Telling(u.id, u.target, told.told or None, u.certainty, u.earliest, u.latest)


class _Reports:
    """What documents say after an event's day, as past; what they tell as ahead is no report of it."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        every = evidence.documents.items()
        self._dated = sorted((doc.date or "", id) for id, doc in every if id in evidence.annotations)
        self._read: dict[str, list[tuple[Target, tuple[str, ...], frozenset[str]]]] = {}

    def followed(self, event: Ahead, members: list[Told]) -> Ahead:
        """The event with the first later statement that tells of it, where there is one."""
        last = event.latest
        newest = max(t.told for t in members)
        wanted, deed = members[-1].event, _deed(members)
        if last is None or event.certainty == "cancelled" or len(wanted) < 2:
            return event
        told = {t.upcoming.target for t in members}
        best: tuple[float, Target] | None = None
        for target, days, words in self._after(last, newest):
            if target in told:
                continue
            same_day = any((event.earliest or last) <= day <= last for day in days)
            alike = bool(deed & words) and len(wanted.keys() & words) >= _MANY
            if not (same_day or alike):
                continue
            share = containment(wanted, words)
            least = _SURELY_REPORTED if not same_day else _REPORTED if deed & words else _LIKELY_REPORTED
            if share >= least and (best is None or share > best[0] + 1e-9):
                best = (share, target)
        return replace(event, afterwards=best[1]) if best else event

    def _after(self, last: str, newest: str) -> Iterator[tuple[Target, tuple[str, ...], frozenset[str]]]:
        """What is told soon after a day, and after the newest telling: words, single days named, stems."""
        for published, document in self._dated:
            if published >= last and published > newest and _since(last, published) <= _SOON:
                if document not in self._read:
                    self._read[document] = self._statements(document)
                yield from self._read[document]

    def _statements(self, document: str) -> list[tuple[Target, tuple[str, ...], frozenset[str]]]:
        """What a document tells, but as ahead."""
        found = self._evidence.annotations[document]
        told = (
            s.target
            for s in found.statements
            if not _AHEAD.search(s.target.quote) and not _is_ahead(s.target, found.upcoming)
        )
        return [(t, tuple(days_said(t, found.times)), frozenset(words_of(t.quote))) for t in sorted(told)]


def _deed(members: list[Told]) -> frozenset[str]:
    """The first word of the event, what is done or held, and its kind: a report of it must hold one."""
    first = next(iter(stems(members[-1].upcoming.what)), "")
    return frozenset({first, CLASS_OF.get(first, first)} - {""})


def _is_ahead(target: Target, upcoming: Iterable[Upcoming]) -> bool:
    return any(u.probability >= KEEP and u.target.whole.overlaps(target.whole) for u in upcoming)


def _since(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)).days
