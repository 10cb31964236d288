"""*How we got here*: dated past events, oldest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen, content_words
from atstake.brief.compose.wording import days
from atstake.model.brief import Part, Past
from atstake.model.claims import Happening

MOST = 14
_A_DAY = 2
_MANY = 8
"""Articles from which on a dossier is large."""
_BACKGROUND = 365
"""Days before the first article from which on an event is background."""
_BESIDE, _FAR_BESIDE = 0.5, 0.75
"""Shares of the greatest centrality from which an event of one origin is shown: a late one, background."""


def timeline(coverage: Coverage, taken: Seen) -> Part[Past]:
    """The events that most independent texts tell, then the most central, two a day at most."""
    made: list[Past] = []
    per_day: Counter[str] = Counter()
    for told in sorted(_candidates(coverage), key=lambda c: (-len(c.happening.origins), -c.central, c.ago)):
        h = told.happening
        if not h.earliest or per_day[h.earliest] >= _A_DAY:
            continue
        line = lines.make(coverage, "past", h.target, origins=h.origins)
        if line is None or not taken.add(lines.words_of(line)):
            continue
        per_day[h.earliest] += 1
        latest = h.latest or h.earliest
        made.append(Past(h.id, line, days(h.earliest, latest), h.earliest, latest))
    shown = sorted(made[:MOST], key=lambda p: (p.earliest or "", p.latest or "", p.event))
    return Part(tuple(shown), len(made) - len(shown))


@dataclass(frozen=True)
class _Candidate:
    """A dated past event; ``ago`` how many days before the newest article."""

    happening: Happening
    central: float
    ago: int


def _candidates(coverage: Coverage) -> list[_Candidate]:
    """Past events with a date; of a large dossier without what one text recalls from far off the point."""
    now = coverage.now or "9999"
    found = [
        _Candidate(h, coverage.centrality(content_words(h.target.quote)), _days_between(h.earliest, now))
        for h in coverage.resolution.happenings
        if h.earliest and h.earliest <= now and h.target.document in coverage.documents
    ]
    if len(coverage.articles) < _MANY:
        return found
    opening = min((d.date for d in coverage.articles if d.date), default=now)
    since = _days_between(opening, now) + _BACKGROUND
    greatest = max((c.central for c in found), default=0.0)
    return [
        c
        for c in found
        if len(c.happening.origins) > 1
        or c.central >= (_BESIDE if c.ago <= since else _FAR_BESIDE) * greatest
    ]


def _days_between(first: str | None, second: str) -> int:
    try:
        return (date.fromisoformat(second) - date.fromisoformat(first or "")).days
    except ValueError:
        return 0
