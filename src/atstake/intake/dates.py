"""Publication dates as they are written in records, pages, posts and datelines.

Only whole, unmistakable forms are read (ISO 8601, RFC 5322, "15 December 2015", "Dec. 15, 2015",
"12/15/15", "15-12-2015"): a wrong date does more harm than none.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs?(?:day)?)?|Fri(?:day)?|Sat(?:urday)?"
    r"|Sun(?:day)?)"
)
YEAR = r"(?:19|20)\d\d"
WRITTEN = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? {YEAR}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? ?{YEAR}"
    rf"|\d{{1,2}}[-.]\d{{1,2}}[-.]{YEAR}|{YEAR}-\d\d-\d\d)"
)

_NAMED = re.compile(
    rf"(?:(?P<d1>\d{{1,2}})\D{{0,3}} )?(?P<m>{MONTH})(?: (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?"
    rf",? ?(?P<y>{YEAR})?"
)
_NUMERIC = re.compile(r"(?P<a>\d{1,4})(?P<sep>[-./])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{4}|\d{2})")
_SNOWFLAKE_EPOCH = 1_288_834_974_657
"""Milliseconds of 2010-11-04T01:42:54.657Z, from which the ids of posts count."""


def read_published(value: object) -> tuple[str | None, str | None]:
    """An ISO 8601 date or date-time, zone kept, and a note where there is something to say.

    ``(None, note)`` where the value is no date; ``(None, None)`` where there is none.
    """
    text = str(value)[:100].strip() if value is not None else ""
    if not text:
        return None, None
    found, note = _iso(text) or _rfc(text), None
    if not found:
        day, note = _day(text)
        found = day.isoformat() if day else None
    if found and 1600 <= int(found[:4]) <= 2200:
        return found, note
    return None, f"date not understood: {text[:40]!r}; left without one"


def read_day(text: str) -> date | None:
    """The day that a written date names in full, or None."""
    return _day(text.strip())[0]


def read_day_near(text: str, near: date) -> date | None:
    """The day of a date that may lack its year: then the one nearest to ``near``."""
    full = read_day(text)
    match = _NAMED.search(text)
    if full or not match or match["y"]:
        return full
    month, day = _month(match["m"]), int(match["d1"] or match["d2"] or 0)
    options = [_date(near.year + step, month, day) for step in (-1, 0, 1)]
    return min((d for d in options if d), key=lambda d: abs(d - near), default=None)


def snowflake_time(status: str) -> str | None:
    """When a post was made, from its id (X/Twitter snowflake: 22 low bits, then milliseconds); UTC."""
    number = int(status) if status.isdigit() and len(status) < 20 else 0
    if number < 1 << 40:  # ids before 2010-11-04 were plain counters
        return None
    moment = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=(number >> 22) + _SNOWFLAKE_EPOCH)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _iso(text: str) -> str | None:
    if not re.match(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        return None
    return text if len(text) > 10 and text[10] == "T" else parsed.isoformat() if len(text) > 10 else text


def _rfc(text: str) -> str | None:
    if not re.search(r"\d:\d\d", text):
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _day(text: str) -> tuple[date | None, str | None]:
    if match := _NUMERIC.match(text):
        return _numeric(match)
    match = _NAMED.search(text)
    if not match or not match["y"]:
        return None, None
    return _date(int(match["y"]), _month(match["m"]), int(match["d1"] or match["d2"] or 0)), None


def _numeric(match: re.Match[str]) -> tuple[date | None, str | None]:
    a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
    if a > 31:
        return _date(a, b, c), None
    year = c if c > 99 else c + (1900 if c > 68 else 2000)  # POSIX's pivot for two digits
    if match["sep"] != "/":
        return _date(year, b, a) or _date(year, a, b), None
    if a <= 12 and b <= 12 and a != b:
        return _date(year, a, b), f"date {match[0]} read as month/day/year"
    return _date(year, a, b) or _date(year, b, a), None


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].lower()))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
