"""Dates that name a calendar day, month or year, with or without their year."""

from __future__ import annotations

from datetime import date, timedelta

from atstake.extract.times import calendar as cal
from atstake.extract.times.meaning import (
    CLOSE,
    Context,
    Match,
    Meaning,
    at_part,
    dated,
    nearest_day,
    nearest_month,
)
from atstake.extract.times.words import HOLIDAYS


def _year_of(match: Match, context: Context) -> int | None:
    """The year said with a month: "2014", or "next year" from the day of publication."""
    if match.value("y") is not None:
        return match.value("y")
    shift = match.value("yr")
    if shift is not None and match.code("yu") == "year" and context.published:
        return context.published.year + shift
    return None


def _direction(match: Match, context: Context, name: str) -> int:
    relation = match.value("r")
    if relation:
        return relation
    return context.toward(match.groups[name].start)


def month_day(match: Match, context: Context) -> Meaning | None:
    """ "Aug. 7", "August 7, 1998", "Tuesday, 15 December 2015", "June 12th"."""
    month, number = match.value("m"), match.value("d")
    if month is None or number is None or not 1 <= number <= 31:
        return None
    year = _year_of(match, context)
    if year is None and context.published is None:
        valid = number <= cal.month(2000, month).last.day
        return Meaning("DATE", f"XXXX-{month:02d}-{number:02d}") if valid else None
    if year is not None:
        if number > cal.month(year, month).last.day:
            return None
        found: date | None = date(year, month, number)
    else:
        found = _by_weekday(match, context, month, number)
    return at_part(dated(cal.day(found)), match.code("p")) if found else None


def _by_weekday(match: Match, context: Context, month: int, number: int) -> date | None:
    """The year in which the weekday that is said with the day fits, else the direction's."""
    weekday = match.value("w")
    if weekday is not None and context.published:
        years = sorted(range(-3, 4), key=abs)
        for shift in years:
            year = context.published.year + shift
            if number <= cal.month(year, month).last.day:
                found = date(year, month, number)
                if found.weekday() == weekday:
                    return found
    return nearest_day(context, month, number, _direction(match, context, "m"))


def day_range(match: Match, context: Context) -> Meaning | None:
    """ "June 12-14, 2018": one expression, an ISO 8601 interval."""
    second = match.value("d2")
    first = month_day(match, context)
    if first is None or first.first is None or second is None or second <= first.first.day:
        return None
    if second > cal.month(first.first.year, first.first.month).last.day:
        return None
    return dated(cal.days(first.first, first.first.replace(day=second)))


def day_again(match: Match, context: Context) -> Meaning | None:
    """The second day of "April 24 and 25", the third of "the 11th": a day of a month just named."""
    number, around = match.value("d"), context.day.first if context.day else context.published
    if number is None or around is None:
        return None
    if "anchor" in match.groups:
        if _counts(match, context):
            return None
        toward = context.toward(match.groups["d"].start)
        around = _month_with(context.published or around, number, toward)
    if around is None or not 1 <= number <= cal.month(around.year, around.month).last.day:
        return None
    return dated(cal.day(around.replace(day=number)))


def _counts(match: Match, context: Context) -> bool:
    """Whether an ordinal in letters counts something: "in the third and final debate", no 3rd of a month."""
    if not match.text("d").isalpha():
        return False
    words = context.words
    before = words[match.first - 1].text.lower() if match.first else ""
    after = words[match.last].text.lower() if match.last < len(words) else ""
    return before not in ("on", "by", "until", "till") or after in ("and", "or")


def _month_with(published: date, number: int, toward: int) -> date | None:
    """The first of the month in which "the 11th" falls: the nearest, or the next or last one."""
    options = []
    for shift in (-2, -1, 0, 1, 2):
        first = cal.add_months(published.replace(day=1), shift)
        if number <= cal.month(first.year, first.month).last.day:
            options.append(first.replace(day=number))
    if toward:
        options = [d for d in options if (d - published).days * toward >= 0]
    best = min(options, key=lambda d: (abs((d - published).days), d), default=None)
    return best.replace(day=1) if best else None


def month_only(match: Match, context: Context) -> Meaning | None:
    """ "January next year", "late November", "last October", "September 2014"."""
    month, mod = match.value("m"), match.code("e")
    if month is None:
        return None
    narrow = match.text("e") in ("end", "beginning", "start")
    year = _year_of(match, context)
    if year is not None:
        return dated(cal.month(year, month), mod, narrow)
    if context.published is None:
        return Meaning("DATE", f"XXXX-{month:02d}", mod)
    return dated(_relative_month(match, context, month), mod, narrow)


def _relative_month(match: Match, context: Context, month: int) -> cal.Period:
    assert context.published is not None
    relation = match.value("r")
    if relation is None:
        return nearest_month(context, month, context.toward(match.groups["m"].start))
    if relation == 0:
        return cal.month(context.published.year, month)
    year = context.published.year
    if (month - context.published.month) * relation <= 0:
        year += relation
    return cal.month(year, month)


def year_only(match: Match, context: Context) -> Meaning | None:
    """ "1996", "early 1997", "the end of 1990"."""
    number = match.value("y")
    if number is None:
        return None
    return dated(cal.year(number), match.code("e"), match.text("e") in ("end", "beginning", "start"))


def year_in_words(match: Match, context: Context) -> Meaning | None:
    """ "Nineteen ninety-six"."""
    high, low, rest = match.value("n"), match.value("n2"), match.value("n3") or 0
    if high not in (18, 19, 20) or low is None or low < 10 or (low < 20 and rest) or rest > 9:
        return None
    if match.text("n").isdigit():
        return None
    return dated(cal.year(high * 100 + low + rest))


def month_year_in_words(match: Match, context: Context) -> Meaning | None:
    """ "January nineteen ninety-seven"."""
    whole, month = year_in_words(match, context), match.value("m")
    if whole is None or whole.first is None or month is None:
        return None
    return dated(cal.month(whole.first.year, month))


def week_of(match: Match, context: Context) -> Meaning | None:
    """ "The week of March 6"."""
    if match.code("week") != "week":
        return None
    day = month_day(match, context)
    return dated(cal.week(day.first)) if day and day.first else None


def decade(match: Match, context: Context) -> Meaning | None:
    """ "the 1970s", "the late '90s"."""
    digits = "".join(c for c in match.text("k") if c.isdigit())
    number = int(digits or 0) if len(digits) == 4 else 1900 + int(digits or 0)
    return dated(cal.decade(match.value("k") or number), match.code("e"))


def century(match: Match, context: Context) -> Meaning | None:
    """ "the 11th century"."""
    number = match.value("o")
    if number is None or match.code("u") != "century" or not 2 <= number <= 29:
        return None
    return dated(cal.century(number))


def season(match: Match, context: Context) -> Meaning | None:
    """ "last fall", "this spring", "the summer of 2014", "next winter"."""
    code, year = match.code("s"), match.value("y")
    if year is not None:
        return dated(cal.season(year, code), match.code("e"))
    if context.published is None:
        return Meaning("DATE", f"XXXX-{code}")
    published = context.published
    options = [cal.season(published.year + shift, code) for shift in (-2, -1, 0, 1, 2)]
    relation = match.value("r") or context.toward(match.groups["s"].start)
    if relation < 0:
        chosen = [p for p in options if p.last < published][-1]
    elif relation > 0:
        following = match.value("r") == 1
        chosen = next(p for p in options if (p.first if following else p.last) >= published)
    else:
        chosen = min(options, key=lambda p: abs((p.first + (p.last - p.first) / 2 - published).days))
    return dated(chosen, match.code("e"))


def holiday(match: Match, context: Context) -> Meaning | None:
    """ "Christmas", "last Thanksgiving", "Easter Sunday"."""
    name, said = match.code("g"), match.value("y")
    if said is not None:
        return dated(cal.day(_holiday(name, said)))
    if context.published is None:
        return None
    options = [_holiday(name, context.published.year + shift) for shift in (-1, 0, 1)]
    relation = match.value("r") or context.toward(match.groups["g"].start)
    published = context.published
    near = min(abs((d - published).days) for d in options)
    if relation and (match.value("r") or near > CLOSE):
        options = [d for d in options if (d - published).days * relation >= 0]
    found = min(options, key=lambda d: (abs((d - published).days), d))
    return dated(cal.day(found))


def holiday_week(match: Match, context: Context) -> Meaning | None:
    """ "Christmas week"."""
    day = holiday(match, context) if match.code("week") == "week" else None
    return dated(cal.week(day.first)) if day and day.first else None


def _holiday(name: str, year: int) -> date:
    where = HOLIDAYS[name.replace("’", "'") if name not in HOLIDAYS else name]
    if isinstance(where, tuple):
        return date(year, *where)
    match where:
        case "thanksgiving":
            return cal.nth_weekday(year, 11, 3, 4)
        case "easter":
            return cal.easter(year)
        case "good friday":
            return cal.easter(year) - timedelta(2)
        case "labor day":
            return cal.nth_weekday(year, 9, 0, 1)
        case "election day":
            # In the United States the Tuesday after the first Monday of November.
            return cal.nth_weekday(year, 11, 0, 1) + timedelta(1)
        case _:
            last = date(year, 5, 31)
            return last - timedelta(last.weekday())


def iso_date(match: Match, context: Context) -> Meaning | None:
    """ "2015-12-15"; and "12/15/2015", month first where it can be."""
    text = match.text("i")
    parts = [int(p) for p in text.replace("/", "-").split("-")]
    if "/" not in text:
        options = [(parts[0], parts[1], parts[2])]
    else:
        year = parts[2] if parts[2] > 99 else 1900 + parts[2] + 100 * (parts[2] < 50)
        options = [(year, parts[0], parts[1]), (year, parts[1], parts[0])]
    for option in options:
        try:
            return dated(cal.day(date(*option)))
        except ValueError:
            continue
    return None
