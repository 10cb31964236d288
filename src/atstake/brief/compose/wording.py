"""atstake's own short words: days, spans of days, numbers, counts, lists."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# Names that take an article in running text: by their first word, or by the kind of body in their last.
_WITH_ARTICLE = frozenset(
    ("Government", "Ministry", "Parliament", "US", "UN", "EU", "United", "European", "African")
)
_BODIES = frozenset(
    (
        "Council Party Agency Department Ministry Union Nations Committee Organisation Organization League "
        "Front Army Coalition Presidency Senate Assembly Court Bank Fund Commission Guardian Times Post "
        "rebels opposition States Emirates"
    ).split()
)
_CURRENCIES = {"USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "AUD": "A$", "CAD": "C$", "HKD": "HK$"}
_UNITS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def day(iso: str | None, *, weekday: bool = False) -> str:
    """``2015-12-15`` -> "15 December 2015", or "Tuesday 15 December 2015"; "" for none or no date."""
    d = _parse(iso)
    if d is None:
        return ""
    name = f"{d:%A} " if weekday else ""
    return f"{name}{d.day} {_MONTHS[d.month - 1]} {d.year}"


def days(earliest: str | None, latest: str | None) -> str:
    """An interval in words: one day, "15-20 December 2015", a whole month or year, "from", "by"."""
    a, b = _parse(earliest), _parse(latest)
    if a is None or b is None:
        return f"from {day(earliest)}" if a else f"by {day(latest)}" if b else ""
    if a == b:
        return day(earliest)
    whole_months = a.day == 1 and b.day == monthrange(b.year, b.month)[1]
    if whole_months and (a.year, a.month) == (b.year, b.month):
        return f"{_MONTHS[a.month - 1]} {a.year}"
    if whole_months and a.month == 1 and b.month == 12:
        return str(a.year) if a.year == b.year else f"{a.year}–{b.year}"
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{day(latest)}"
    first = f"{a.day} {_MONTHS[a.month - 1]}" + (f" {a.year}" if a.year != b.year else "")
    return f"{first} – {day(latest)}"


def days_between(first: str | None, second: str | None) -> int:
    """How many days the second lies behind the first; 0 where either is no day."""
    a, b = _parse(first), _parse(second)
    return (b - a).days if a and b else 0


def count(n: int, one: str, many: str = "") -> str:
    """``count(1, "article")`` -> "one article"; words to nine, figures with separators above."""
    number = _SMALL[n] if 0 <= n < len(_SMALL) else f"{n:,}"
    return f"{number} {one if n == 1 else many or one + 's'}"


def times(n: int) -> str:
    """ "once", "twice", "5 times"."""
    return ("never", "once", "twice")[n] if n < 3 else f"{n:,} times"


def amount(low: float | None, high: float | None, unit: str = "") -> str:
    """Bounds in words: "at least 30", "up to 5", "200 to 999", "12", "US$34 billion", "25%"."""
    if low is None and high is None:
        return "no number given"
    before = _CURRENCIES.get(unit, "")
    after = "%" if unit in {"%", "percent", "per cent"} else f" {unit}" if unit and not before else ""

    def shown(value: float | None) -> str:
        return f"{before}{number(value)}"

    if high is None:
        return f"at least {shown(low)}{after}"
    if low is None:
        return f"up to {shown(high)}{after}"
    return f"{shown(low)}{after}" if low == high else f"{shown(low)} to {shown(high)}{after}"


def number(value: float | None) -> str:
    """``34000000000`` -> "34 billion"; thousands with commas; no false precision."""
    if value is None:
        return ""
    for size, name in _UNITS:
        if abs(value) >= size:
            return f"{value / size:,.10g} {name}"
    return f"{value:,.10g}" if abs(value) < 1e5 else f"{round(value):,}"


def listed(names: Sequence[str], most: int = 0) -> str:
    """ "a, b and c"; with ``most``, "a, b and 3 more"."""
    shown = list(names)
    if most and len(shown) > most:
        shown = [*shown[:most], f"{len(names) - most} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def the(name: str) -> str:
    """With its article where a name in running text takes one; a description begins small there."""
    words = name.split() or [""]
    if words[0] in ("A", "An", "The") and len(words) > 1 and words[1].islower():
        return name[:1].lower() + name[1:]
    takes = words[0] in _WITH_ARTICLE or words[-1] in _BODIES
    return f"the {name}" if takes else name


def capital(text: str) -> str:
    """The first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def _parse(iso: str | None) -> date | None:
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
