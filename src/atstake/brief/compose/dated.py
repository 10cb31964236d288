"""Whether what a text tells is of long ago."""

from __future__ import annotations

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import days_between
from atstake.model.claims import SURE
from atstake.model.text import Target

_BACKGROUND = 365
"""Days back from which on what was said is history."""


def is_dated_back(coverage: Coverage, target: Target, answer: int, days: int = _BACKGROUND) -> bool:
    """Whether a time so many days back stands before an offset: behind it, it dates the deed."""
    told = coverage.date(target.document)
    dating = (t for t in coverage.times(target.document) if target.start <= t.target.start < answer)
    return any(days_between(t.latest, told) > days for t in dating)


def is_gone_by(coverage: Coverage, target: Target) -> bool:
    """Whether words look ahead to what has gone by since: "the vote is on Friday", "has six days to sign"."""
    told, now = coverage.date(target.document), coverage.now
    if told is None or now is None:
        return False
    inside = (t for t in coverage.times(target.document) if target.whole.contains(t.target.whole))
    if any(t.earliest and t.latest and told < t.earliest and t.latest < now for t in inside):
        return True
    return any(
        u.latest is not None and u.latest < now and u.probability >= SURE and u.certainty != "cancelled"
        for u in coverage.annotations[target.document].upcoming
        if u.target.whole.overlaps(target.whole)
    )
