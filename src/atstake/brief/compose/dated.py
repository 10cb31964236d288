"""Whether what a text tells is of long ago."""

from __future__ import annotations

import re

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import days_between
from atstake.model.claims import SURE
from atstake.model.text import Target

_BACKGROUND = 365
"""Days back from which on what was said is history."""
# "That December", "that year": of the year told of before.
_THAT_YEAR = re.compile(
    r"\bthat (?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|year|spring|summer|fall|autumn|winter)\b"
)
_SPOKEN_OF = 1_000
"""Characters back in which the year stands that such words mean."""


def is_dated_back(coverage: Coverage, target: Target, answer: int, days: int = _BACKGROUND) -> bool:
    """Whether a time so many days back stands before an offset: behind it, it dates the deed."""
    told = coverage.date(target.document)
    dating = (t for t in coverage.times(target.document) if target.start <= t.target.start < answer)
    if any(days_between(t.latest, told) > days for t in dating):
        return True
    then = _THAT_YEAR.search(coverage.text(target.document), target.start, answer)
    return then is not None and days_between(_last_year(coverage, target.document, then.start()), told) > days


def _last_year(coverage: Coverage, document: str, before: int) -> str | None:
    """The end of the last time with a year told before an offset, not too far back."""
    near = (t for t in coverage.times(document) if before - _SPOKEN_OF <= t.target.start < before)
    years = [t for t in near if t.latest and re.search(r"\d{4}", t.target.quote)]
    return max(years, key=lambda t: t.target.start).latest if years else None


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
