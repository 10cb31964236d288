"""Stretches of the calendar with their TIMEX3 values; no arithmetic here makes a date that is not there."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal[
    "day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century"
]  # fmt: skip

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each meteorological season; winter runs into the next year."""
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "season": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Days ``first`` to ``last``, inclusive, that one TIMEX3 ``value`` names."""

    unit: Unit
    first: date
    last: date
    value: str


def day(of: date) -> Period:
    """One day."""
    return Period("day", of, of, of.isoformat())


def days(first: date, last: date) -> Period:
    """Several days, as an ISO 8601 interval."""
    return Period("day", first, last, f"{first.isoformat()}/{last.isoformat()}")


def week(of: date) -> Period:
    """The ISO week (Monday to Sunday) around a day."""
    monday = of - timedelta(of.weekday())
    year, number, _ = monday.isocalendar()
    return Period("week", monday, monday + timedelta(6), f"{year}-W{number:02d}")


def weekend(of: date) -> Period:
    """Saturday and Sunday of the ISO week around a day."""
    around = week(of)
    return Period("weekend", around.first + timedelta(5), around.last, around.value + "-WE")


def month(year: int, number: int) -> Period:
    """A month; raises ``ValueError`` outside the years that ``datetime`` knows."""
    last = calendar.monthrange(year, number)[1]
    return Period("month", date(year, number, 1), date(year, number, last), f"{year:04d}-{number:02d}")


def _months(unit: Unit, year: int, start: int, length: int, value: str) -> Period:
    end = start + length - 1
    last = month(year + (end - 1) // 12, (end - 1) % 12 + 1).last
    return Period(unit, date(year, start, 1), last, value)


def quarter(year: int, number: int) -> Period:
    """A quarter of the calendar year, 1 to 4."""
    return _months("quarter", year, 3 * number - 2, 3, f"{year:04d}-Q{number}")


def half(year: int, number: int) -> Period:
    """A half of the calendar year, 1 or 2."""
    return _months("half", year, 6 * number - 5, 6, f"{year:04d}-H{number}")


def season(year: int, code: str) -> Period:
    """A season by its TIMEX3 code; "WI" of a year begins in its December."""
    return _months("season", year, SEASONS[code], 3, f"{year:04d}-{code}")


def year(number: int) -> Period:
    """A year."""
    return _months("year", number, 1, 12, f"{number:04d}")


def decade(number: int) -> Period:
    """The decade that begins with a year such as 1990; its value has three digits."""
    return _months("decade", number, 1, 120, f"{number // 10:03d}")


def century(number: int) -> Period:
    """The century by its ordinal (20 for 1900 to 1999); its value has two digits."""
    return _months("century", number * 100 - 100 or 1, 1, 1200, f"{number - 1:02d}")


def containing(unit: Unit, of: date) -> Period:
    """The period of a unit that a day lies in."""
    match unit:
        case "day":
            return day(of)
        case "week":
            return week(of)
        case "weekend":
            return weekend(of)
        case "month":
            return month(of.year, of.month)
        case "quarter":
            return quarter(of.year, (of.month + 2) // 3)
        case "half":
            return half(of.year, (of.month + 5) // 6)
        case "season":
            code = ("WI", "SP", "SU", "FA")[of.month % 12 // 3]
            return season(of.year - (of.month < 3), code)
        case "year":
            return year(of.year)
        case "decade":
            return decade(of.year // 10 * 10)
        case "century":
            return century(of.year // 100 + 1)


def add_months(of: date, count: int) -> date:
    """The day so many months on; the 31st becomes the month's last day where it has none."""
    index = of.year * 12 + of.month - 1 + count
    last = calendar.monthrange(index // 12, index % 12 + 1)[1]
    return date(index // 12, index % 12 + 1, min(of.day, last))


def moved(of: date, unit: str, count: int) -> date:
    """A day moved by whole units (day, week, month, ..., century)."""
    if unit in ("day", "hour", "minute", "second"):
        return of + timedelta(count if unit == "day" else 0)
    if unit in ("week", "weekend"):
        return of + timedelta(7 * count)
    return add_months(of, _MONTHS[unit] * count)


def shifted(unit: Unit, of: date, count: int) -> Period:
    """The period so many units before (negative) or after the one that a day lies in."""
    return containing(unit, moved(containing(unit, of).first, unit, count))


def easter(number: int) -> date:
    """Western Easter Sunday (Meeus, Jones, Butcher)."""
    a, b, c = number % 19, number // 100, number % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(number, f // 31, f % 31 + 1)


def nth_weekday(year: int, number: int, weekday: int, nth: int) -> date:
    """The nth (1 to 4) weekday (Monday 0) of a month."""
    first = date(year, number, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
