"""Durations, sets, vague references and times of day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from atstake.extract.times import absolute, relative
from atstake.extract.times import calendar as cal
from atstake.extract.times.meaning import Context, Match, Meaning, refer
from atstake.extract.times.words import Word

_LETTER = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
}  # fmt: skip


def duration(match: Match, context: Context) -> Meaning | None:
    """ "Six months", "more than four hours", "the past 20 years", "the next two weeks", "several days"."""
    name, count = match.code("u"), relative.quantity(match)
    if match.text("q") == "recent" and name in ("week", "month", "year", "decade"):
        return refer("PAST_REF")
    if name in ("second", "weekend") and (count is None or count < 2):
        return None
    if "a" in match.groups and [w.letter for w in context.words[match.last : match.last + 2]] == ["-", "w"]:
        return None
    if _one_day(match, context):
        return refer("FUTURE_REF")
    if name == "quarter" and (count in (None, 1) or context.words[match.last - 2].text == "-"):
        return None
    if name == "decade" and count is not None:
        name, count = "year", count * 10
    if name == "fortnight":
        count = 2 * (count or 1)
    letter = _LETTER[name]
    number = "X" if count is None else str(count)
    value = f"PT{number}{letter[1]}" if letter.startswith("T") else f"P{number}{letter}"
    value += _and_a_half(match, context, name)
    first, last = _stretch(match, context, name, count)
    return Meaning("DURATION", value, match.code("x"), first, last)


def _one_day(match: Match, context: Context) -> bool:
    """ "It will one day be": some day to come, no length."""
    if (match.text("n"), match.text("u")) != ("one", "day") or match.last - match.first != 2:
        return False
    before = context.words[match.first - 1].text.lower() if match.first else ""
    return before in ("will", "would", "could", "may", "might", "must", "and", "to", ",")


def _and_a_half(match: Match, context: Context, name: str) -> str:
    after = [w.text.lower() for w in context.words[match.last : match.last + 3]]
    if not match.text("n").endswith("1/2") and after != ["and", "a", "half"]:
        return ""
    return {"year": "6M", "hour": "30M", "minute": "30S", "day": "T12H"}.get(name, "")


def _stretch(match: Match, context: Context, name: str, count: int | None) -> tuple[date | None, date | None]:
    """The days of "the past two weeks" or "the next month", which are read from publication on."""
    relation = match.value("r")
    if context.published is None or count is None or not relation or name not in _LETTER:
        return None, None
    if name == "hour":
        # "The next 48 hours" end on the day after next.
        name, count = "day", -(-count // 24)
    other = cal.moved(context.published, "week" if name == "fortnight" else name, count * relation)
    return min(other, context.published), max(other, context.published)


def vague_duration(match: Match, context: Context) -> Meaning | None:
    """ "For years", "in weeks"."""
    if not match.text("u").endswith("s") or match.code("u") in ("second", "quarter", "weekend"):
        return None
    return duration(match, context)


def lasting(match: Match, context: Context) -> Meaning | None:
    """ "Months-long", "years-old": so many that the words do not say; "week-long" is one."""
    name = match.code("u")
    many = match.text("u").endswith("s")
    if name in ("second", "minute", "weekend", "fortnight", "quarter") or not (
        many or match.text("w") == "long"
    ):
        return None
    letter, number = _LETTER[name], "X" if many else "1"
    value = f"PT{number}{letter[1]}" if letter.startswith("T") else f"P{number}{letter}"
    return Meaning("DURATION", value)


def to_come(match: Match, context: Context) -> Meaning | None:
    """ "The days ahead", "the weeks ahead": so many from publication on."""
    letter = _LETTER[match.code("u")]
    if not match.text("u").endswith("s") or letter.startswith("T") or letter in ("WE", "Q"):
        return None
    return Meaning("DURATION", f"PX{letter}", "", context.published, None)


def repeated(match: Match, context: Context) -> Meaning | None:
    """ "Daily", "each month", "every two weeks", "every Thursday"."""
    if "z" in match.groups:
        return Meaning("SET", match.code("z"))
    weekday = match.value("w")
    if weekday is not None:
        return Meaning("SET", f"XXXX-WXX-{weekday + 1}")
    letter = _LETTER[match.code("u")]
    if letter == "WE":
        return Meaning("SET", "XXXX-WXX-WE")
    count = relative.quantity(match) or 1
    return Meaning("SET", f"PT{count}{letter[1]}" if letter.startswith("T") else f"P{count}{letter}")


def reference(match: Match, context: Context) -> Meaning | None:
    """ "Now", "recently", "soon", "the future", "the past"."""
    if "p" in match.groups:
        return refer("PAST_REF")
    value = match.code("n") or match.code("n2")
    if value == "PRESENT_REF" and context.published:
        return replace(refer(value), first=context.published, last=context.published)
    return refer(value)


def present(match: Match, context: Context) -> Meaning | None:
    """ "Current" on its own."""
    return refer("PRESENT_REF") if match.text("c") == "current" else None


def recent(match: Match, context: Context) -> Meaning | None:
    """ "Recent" of a thing: "the recent rulings"."""
    return refer("PAST_REF") if match.text("q") == "recent" else None


def clock(match: Match, context: Context) -> Meaning | None:
    """ "10 p.m. Wednesday", "noon on Thursday", "at 10:00 Moscow time"."""
    time = _time_of(match)
    if time is None:
        return None
    day: Meaning | None
    if "mo" in match.groups:
        day = absolute.month_day(Match(match.first, match.last, _renamed(match)), context)
    elif "w" in match.groups:
        day = relative.weekday(match, context)
    elif "d" in match.groups:
        day = relative.deictic(match, context)
    else:
        base = context.day or (cal.day(context.published) if context.published else None)
        day = None if base is None else Meaning("DATE", base.value, "", base.first, base.last, period=base)
    zone = _zone(match, context)
    said = f"{time} {zone}".strip()
    if day is None or day.period is None:
        return Meaning("TIME", f"T{time}", clock=said)
    value = f"{day.period.first.isoformat()}T{time}"
    return Meaning("TIME", value, "", day.first, day.last, said, day.period)


def _renamed(match: Match) -> dict[str, Word]:
    names = {"mo": "m", "da": "d", "y": "y", "w": "w"}
    return {names[k]: w for k, w in match.groups.items() if k in names}


def _time_of(match: Match) -> str | None:
    if "b" in match.groups:
        return match.code("b")
    text, half = match.text("c") or match.text("n"), match.value("m")
    hour, _, minute = text.partition(":")
    if not hour.isdigit() or (minute and not minute[:2].isdigit()):
        return None
    number, minutes = int(hour), int(minute[:2] or 0) if minute else 0
    if half is not None and half >= 0:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + half
    if number > 24 or minutes > 59 or (number == 24 and minutes):
        return None
    return f"{number:02d}:{minutes:02d}"


def _zone(match: Match, context: Context) -> str:
    if "zone" in match.groups:
        return match.groups["zone"].text
    return match.groups["city"].text if "city" in match.groups else ""
