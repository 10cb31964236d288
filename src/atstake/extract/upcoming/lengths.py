"""The days that a length of time means: "within a month", "will last two weeks", "in the coming days"."""

from __future__ import annotations

import re
from datetime import date

from atstake.extract.times import calendar as cal
from atstake.extract.upcoming.candidates import Candidate
from atstake.extract.upcoming.tree import is_negated
from atstake.model.annotations import TimeExpression
from atstake.model.reading import Reading

Days = tuple[str | None, str | None]

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_MOST = 3650
_LASTS = frozenset("last take run".split())
_NO_END = ("MORE_THAN", "EQUAL_OR_MORE")
_NUMBERS = {
    w: i for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_LEAST = re.compile(r"\b(\w+) (?:to|or) $")
_FOR = re.compile(r"\bfor (?:(?:another|at least|about|the next|\w+ (?:to|or)) )?$", re.IGNORECASE)
_TO_COME = re.compile(
    r"(?:the )?(?:coming|upcoming|next (?:few|several|couple of)) (?:day|week|month|year)s\b"
    r"|(?:the )?(?:day|week|month|year)s (?:ahead|to come)\b",
    re.IGNORECASE,
)


def days(reading: Reading, candidate: Candidate, time: TimeExpression) -> Days | None:
    """First and last day, None where open; no days where the length says nothing of when."""
    published = reading.document.date
    if published is None:
        return None
    if _is_term(reading, time):
        return _term(time, published)
    if (lasting := _lasting(reading, candidate, time, published)) is not None:
        return lasting
    # "In the coming weeks": the words do not say until when.
    return (published, None) if time.latest is None and _TO_COME.match(time.target.quote) else None


def is_length(reading: Reading, time: TimeExpression) -> bool:
    """Whether what a length means is settled here: one that a term makes has no other reading."""
    return time.type == "DURATION" and _is_term(reading, time)


def _is_term(reading: Reading, time: TimeExpression) -> bool:
    """Whether something is to be done in a length of time: "within a month", "60 days to review"."""
    after = reading.text[time.target.end : time.target.end + 4]
    to_do = after == " to " and time.signal not in ("for", "in", "over", "during")
    return time.signal == "within" or (to_do and not _is_taken(reading, time))


def _is_taken(reading: Reading, time: TimeExpression) -> bool:
    """Whether it is how long something takes, and nothing that somebody is given: "takes two weeks to"."""
    inside = reading.tokens_in(time.target.whole)
    return bool(inside) and reading.tokens[reading.tokens[inside[-1]].head].lemma.lower() == "take"


def _term(time: TimeExpression, published: str) -> Days | None:
    """From publication so long on; None where the words do not say how long."""
    if time.mod in ("LESS_THAN", "MORE_THAN"):
        return None
    last = _after(time, published)
    return (published, last) if last else None


def _lasting(reading: Reading, candidate: Candidate, time: TimeExpression, published: str) -> Days | None:
    """The days of what is said to last, or not to come for, so long: "will take up to two weeks"."""
    span, last = time.target.whole, _after(time, published)
    inside = reading.tokens_in(span)
    # "Ships take two weeks": so it always is.
    if not inside or last is None or time.earliest or candidate.kind == "present":
        return None
    above = reading.above(inside[-1])
    own = candidate.head in above[1:3] and reading.tokens[above[0]].dep in ("dobj", "npadvmod", "pobj")
    if own and reading.tokens[candidate.head].lemma.lower() in _LASTS:
        return published, None if time.mod in _NO_END else last
    before = reading.text[max(0, span.start - 30) : span.start]
    if candidate.head in above and _FOR.search(before) and is_negated(reading, candidate):
        # "Not for four to five years".
        least = _LEAST.search(before)
        fewest = _NUMBERS.get(least[1].lower()) if least else None
        return (_after(time, published, fewest), last) if fewest else (last, None)
    return None


def _after(time: TimeExpression, published: str, count: int | None = None) -> str | None:
    """The day so long after publication; None where the words name no length in days or more."""
    length = _LENGTH.fullmatch(time.value)
    if length is None or int(length[1]) > _MOST:
        return None
    try:
        return cal.moved(
            date.fromisoformat(published), _UNITS[length[2]], count or int(length[1])
        ).isoformat()
    except (ValueError, OverflowError):
        return None
