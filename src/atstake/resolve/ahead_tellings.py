"""Tellings of events ahead: by what they are compared, and which of them are of one event.

Their words, who takes part and their days have to fit (``same_event``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from atstake.model.annotations import TimeExpression, Upcoming
from atstake.model.claims import Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Target
from atstake.resolve.cluster import Scheme
from atstake.resolve.lexical import Vector, Weighing, cosine, stem, stems

ALIKE = 0.5
"""Score from which two tellings are of one event."""
_COMMON = 0.3
"""Weight of a word that stands in all tellings."""
_FAR = 4
"""Days ahead from which one and the same day says more."""
_SAME_FAR_DAY = 0.4

_CLASSES = {
    "meeting": "meet meeting summit talk session conference negotiat gather host convene encounter discuss",
    "vote": "vote ballot elect poll primary referendum runoff",
    "travel": "visit trip travel fly tour arriv head depart leav",
    "force": "strike attack bomb raid offensiv airstrike retaliat respond",
    "duty": "tariff levy dut sanction penalt",
}
CLASS_OF = {stem(w): f"~{name}" for name, words in _CLASSES.items() for w in words.split()}
"""Stem -> the kind of event that it names, so that "the summit" and "the meeting" meet."""

_MOVED = re.compile(
    r"\b(?:moved|postponed|rescheduled|delayed|pushed back|put back|brought forward) (?:\w+ ){0,4}?"
    r"(?:to|until|till)\b"
    r"|\b(?:later|earlier) than (?:first |originally )?(?:planned|scheduled|expected)\b|\bnew date\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:had been|(?:was|were) (?:originally|initially|first)) "
    r"(?:due|scheduled|planned|set|slated|expected)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """A telling with what it is compared by."""

    upcoming: Upcoming
    told: str
    origin: str
    event: Vector
    clause: Vector
    actors: frozenset[str]
    moved: bool = False
    """Whether the words say that it was put on another day."""
    former: bool = False
    """Whether they say how it had stood ("had been due on May 12")."""
    left: frozenset[str] = frozenset()
    """Of what was put on another day: the days that its words name beside the new one."""


def same_event(a: Told, b: Told) -> float | None:
    """How likely two tellings are of one event, 0 to 1; None where nothing connects them.

    Two clauses of one sentence tell two events.

    Words weigh most; a shared day or participants help, days that cannot both be right speak against it,
    though not for certain: events are moved.
    """
    if a.upcoming.target.document == b.upcoming.target.document and (
        a.upcoming.target.whole.overlaps(b.upcoming.target.whole)
    ):
        return None
    words = max(cosine(a.event, b.event), 0.9 * cosine(a.clause, b.clause))
    if words <= 0.05:
        return None
    days = _SAME_FAR_DAY if _is_far_day(a, b) else fit_of_days(a.upcoming, b.upcoming)
    if days < 0 and (a.moved or b.moved):
        days = _SAME_FAR_DAY if _is_left(a, b) or _is_left(b, a) else 0.0
    people = _shared(a.actors, b.actors)
    return max(0.0, min(1.0, 0.75 * words + days + people))


def _is_far_day(a: Told, b: Told) -> bool:
    """Whether both tell of one day that neither was near to: chance seldom brings that about."""
    day = a.upcoming.latest
    if not day or len({a.upcoming.earliest, b.upcoming.earliest, b.upcoming.latest, day}) > 1:
        return False
    newest = max(a.told, b.told)
    return bool(newest) and (date.fromisoformat(day) - date.fromisoformat(newest)).days >= _FAR


def _is_left(a: Told, b: Told) -> bool:
    """Whether the one tells of a move away from the day on which the other is told to be."""
    return b.upcoming.earliest == b.upcoming.latest and b.upcoming.latest in a.left


def fit_of_days(a: Upcoming, b: Upcoming) -> float:
    """How much the days of two tellings speak for one event; less than 0 where both cannot be right."""
    if not a.latest or not b.latest or not a.earliest or not b.earliest:
        return 0.0
    if (a.earliest, a.latest) == (b.earliest, b.latest):
        return 0.25 if a.earliest == a.latest else 0.15
    if a.earliest <= b.latest and b.earliest <= a.latest:
        return 0.1
    return -0.2


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    if not a or not b:
        return 0.0
    share = len(a & b) / min(len(a), len(b))
    return 0.15 * share if share else -0.1


def _blocks(told: Told) -> Iterable[str]:
    yield from (f"word:{w}" for w in told.event)
    yield from (f"word:{w}" for w, _ in sorted(told.clause.items(), key=lambda x: (-x[1], x[0]))[:6])
    if told.upcoming.earliest and told.upcoming.earliest == told.upcoming.latest:
        yield f"day:{told.upcoming.earliest}"
    yield from (f"day:{day}" for day in sorted(told.left))


SCHEME: Scheme[Told] = Scheme(
    blocks=_blocks, score=same_event, threshold=ALIKE, cohesion=0.25, order=lambda t: t.told
)


def gathered(evidence: Evidence, so_far: Resolution) -> dict[str, Told]:
    """All tellings of a dossier, by the id of what they tell."""
    actor_of, origin_of = dict(so_far.mentioned), dict(so_far.origin_of)
    found = [
        (evidence.documents[d], u)
        for d in sorted(evidence.annotations)
        if d in evidence.documents
        for u in evidence.annotations[d].upcoming
    ]
    weighing = Weighing(words_of(u.target.quote) for _, u in found)
    return {
        u.id: Told(
            upcoming=u,
            told=document.date or "",
            origin=origin_of.get(document.id, document.id),
            event=_vector(weighing, words_of(u.what)),
            clause=_vector(weighing, words_of(u.target.quote)),
            actors=frozenset(a for p in u.participants if (a := actor_of.get(p))),
            moved=_MOVED.search(u.target.quote) is not None,
            former=_FORMER.search(u.target.quote) is not None,
            left=_left(u, evidence.annotations[document.id].times),
        )
        for document, u in found
    }


def _left(upcoming: Upcoming, times: Iterable[TimeExpression]) -> frozenset[str]:
    """The days from which an event was moved, by its own words."""
    if _MOVED.search(upcoming.target.quote) is None:
        return frozenset()
    return frozenset(days_said(upcoming.target, times)) - {upcoming.latest or ""}


def words_of(text: str) -> tuple[str, ...]:
    """Stems, and for those that name an event its kind beside them."""
    plain = stems(text)
    return plain + tuple(CLASS_OF[w] for w in plain if w in CLASS_OF)


def _vector(weighing: Weighing, words: Iterable[str]) -> Vector:
    """The unit vector of some words; a word that stands in every telling still tells a little.

    In a dossier of two articles on one event, every word of it stands in both.
    """
    raw = {w: weighing.weight(w) + _COMMON for w in sorted(set(words))}
    length = math.sqrt(sum(x * x for x in raw.values()))
    return {w: x / length for w, x in raw.items()} if length else {}


def days_said(target: Target, times: Iterable[TimeExpression]) -> Iterable[str]:
    """The single days that the words of a statement name."""
    for time in times:
        if time.earliest and time.earliest == time.latest and target.whole.contains(time.target.whole):
            yield time.earliest
