"""What a time expression means, and what it is read against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from atstake.extract.times import calendar as cal
from atstake.extract.times.calendar import Period
from atstake.extract.times.words import Word
from atstake.model.annotations import TimeType

CLOSE = 75
"""Days within which a day without its year is the nearest one, whichever way the verb points."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3's type, value and mod; the days it can mean, inclusive, None where open or none."""

    type: TimeType
    value: str
    mod: str = ""
    first: date | None = None
    last: date | None = None
    clock: str | None = None
    period: Period | None = None
    """What later words ("the next day") are read against; None where nothing is."""
    compares: bool = False
    """A year-ago figure: the text goes on about the period that it was compared with."""


@dataclass
class Context:
    """What has been read so far of one document.

    ``published`` is the local day of publication; ``reference`` the last date that was named;
    ``span`` the last quarter, half or year; ``toward`` tells from the grammar around a character
    offset whether it speaks of what is ahead (1), behind (-1), or does not say (0).
    """

    words: list[Word]
    published: date | None
    toward: Callable[[int], int]
    told_on: Callable[[int], int | None] = lambda _: None
    """Where the weekday begins on which was told, or decided, what stands at an offset."""
    reference: Period | None = None
    span: Period | None = None
    day: Period | None = None
    day_at: int = 0
    """Behind which word that day was named."""
    seen: dict[str, int] = field(default_factory=dict)
    days: dict[int, date] = field(default_factory=dict)
    """The days that weekdays were read as, by the offsets of the words."""

    def learn(self, meaning: Meaning, at: int = 0) -> None:
        """Take a named date as what the next words are read against."""
        period = meaning.period
        if period is None:
            return
        if not meaning.compares:
            self.reference = period
        if period.unit in ("quarter", "half", "year") and not meaning.compares:
            self.span = period
        if period.unit == "day" and period.first == period.last:
            self.day, self.day_at = period, at


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match: the words of its named groups."""

    first: int
    last: int
    groups: dict[str, Word]

    def value(self, name: str) -> int | None:
        """The number that a group's word stands for, or None where the group is not there."""
        word = self.groups.get(name)
        return word.value if word is not None and isinstance(word.value, int) else None

    def text(self, name: str) -> str:
        """A group's word as it stands, lower case, or ""."""
        word = self.groups.get(name)
        return word.text.lower() if word is not None else ""

    def code(self, name: str) -> str:
        """The code that a group's word stands for, or ""."""
        word = self.groups.get(name)
        return word.value if word is not None and isinstance(word.value, str) else ""


def part_of(period: Period, mod: str, narrow: bool = False) -> tuple[date, date]:
    """The days that the start, middle or end of a period can mean.

    Half of it, or with ``narrow`` ("the end of the year" rather than "late 2015") a quarter; never
    less than what the words could name.
    """
    length = (period.last - period.first).days
    share = length // (4 if narrow else 2)
    match mod:
        case "START":
            return period.first, period.first + timedelta(share)
        case "END":
            return period.last - timedelta(share), period.last
        case "MID":
            return period.first + timedelta(length // 4), period.last - timedelta(length // 4)
    return period.first, period.last


def dated(period: Period, mod: str = "", narrow: bool = False) -> Meaning:
    """A DATE that means a period, or a part of it."""
    first, last = part_of(period, mod, narrow)
    return Meaning("DATE", period.value, mod, first, last, period=period)


def at_part(meaning: Meaning, part: str) -> Meaning:
    """The same day's morning, afternoon, evening or night."""
    if not part or meaning.period is None or meaning.period.unit != "day":
        return meaning
    return replace(meaning, type="TIME", value=f"{meaning.period.first.isoformat()}T{part}")


def refer(value: str) -> Meaning:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""
    return Meaning("DATE", value)


def nearest_day(context: Context, month: int, day: int, toward: int) -> date | None:
    """A day without its year: ahead, behind, or where nothing says so the nearest to publication."""
    assert context.published is not None
    options = []
    for year in range(context.published.year - 4, context.published.year + 5):
        try:
            options.append(date(year, month, day))
        except ValueError:
            continue
    near = _nearest(options, context.published, 0)
    # So close a day is meant whatever the verb says ("extended to Nov. 20").
    if near is not None and abs((near - context.published).days) <= CLOSE:
        return near
    return _nearest(options, context.published, toward)


def nearest_month(context: Context, month: int, toward: int) -> Period:
    """A month without its year, chosen as ``nearest_day`` does."""
    assert context.published is not None
    this = context.published
    options = [cal.month(this.year + shift, month).first for shift in (-1, 0, 1)]
    chosen = _nearest(options, this.replace(day=1), toward)
    assert chosen is not None
    return cal.month(chosen.year, month)


def _nearest(options: list[date], around: date, toward: int) -> date | None:
    if toward:
        options = [d for d in options if (d - around).days * toward >= 0]
    return min(options, key=lambda d: (abs((d - around).days), d), default=None)
