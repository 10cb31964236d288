"""Expressions read against the day of publication or against the date named last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from atstake.extract.times import calendar as cal
from atstake.extract.times.calendar import Period
from atstake.extract.times.meaning import Context, Match, Meaning, at_part, dated
from atstake.extract.times.words import Word

_DURING = frozenset("over in within during throughout for".split())
_NARROW = ("end", "beginning", "start", "close")


def weekday(match: Match, context: Context) -> Meaning | None:
    """ "Tuesday", "last Friday", "next Wednesday", "Sunday night", "late Thursday"."""
    number = match.value("w")
    if number is None or _names_an_occasion(match, context):
        return None
    part = match.code("p")
    if context.published is None:
        return Meaning("DATE", f"XXXX-WXX-{number + 1}" + (f"T{part}" if part else ""))
    relation = match.value("r")
    toward = context.toward(match.groups["w"].start) if relation is None else relation
    found = which_weekday(context.published, number, relation, toward)
    if relation is None and _joined(match, context) and context.day and found < context.day.first:
        found = _strictly(context.day.first, number, 1)
    if match.text("r") in ("previous", "following") and context.day:
        step = 1 if match.text("r") == "following" else -1
        found = _strictly(context.day.first, number, step)
    if relation is None and toward > 0:
        found = _next_when_told(match, context, number) or found
    context.days[match.groups["w"].start] = found
    return at_part(dated(cal.day(found)), part)


# "Super Tuesday" is no bare Tuesday; which one it is, only a calendar of such days would tell.
_OCCASIONS = frozenset("Super Black Cyber Giving Bloody Fat Shrove Ash Maundy Palm Whit".split())


def _names_an_occasion(match: Match, context: Context) -> bool:
    """Whether the word before makes a weekday the name of a day of its own."""
    at = match.groups["w"].start
    before = next((w for w in reversed(context.words[: match.last]) if w.start < at), None)
    return before is not None and before.text in _OCCASIONS


def _next_when_told(match: Match, context: Context, number: int) -> date | None:
    """The day that was ahead when it was told and is over since, or None.

    Of "said on Friday that it would shut on Sunday", published on a Monday, the Sunday in between.
    """
    at = context.told_on(match.groups["w"].start)
    told = context.days.get(at) if at is not None else None
    if told is None or context.published is None:
        return None
    then = _strictly(told, number, 1)
    return then if then < context.published else None


def _joined(match: Match, context: Context) -> bool:
    """Whether it is the second of "on Monday and Tuesday", told as ahead."""
    if match.first < 2 or context.published is None or context.day is None:
        return False
    before, first = context.words[match.first - 1], context.words[match.first - 2]
    return before.letter == "&" and first.letter == "W" and context.day.first > context.published


def which_weekday(published: date, number: int, relation: int | None, toward: int) -> date:
    """The date of a weekday (Monday 0).

    "Next" is in the next week, "last" the last before publication. A bare one is today where
    today is that weekday, else the next where the words speak of what is ahead, else the last.
    """
    if relation == 1:
        return cal.week(published).first + timedelta(7 + number)
    if relation == -1:
        return _strictly(published, number, -1)
    if toward > 0 or relation == 0:
        return published + timedelta((number - published.weekday()) % 7)
    return published - timedelta((published.weekday() - number) % 7)


def _strictly(around: date, number: int, step: int) -> date:
    gap = ((number - around.weekday()) * step) % 7 or 7
    return around + timedelta(gap * step)


def deictic(match: Match, context: Context) -> Meaning | None:
    """ "today", "tomorrow morning", "tonight", "later yesterday"."""
    if context.published is None:
        return None
    shift = match.value("d") or 0
    extra = match.value("k") or 0
    found = dated(cal.day(context.published + timedelta(shift + extra)))
    part = match.code("p") or ("NI" if match.text("d") == "tonight" else "")
    mod = {"early": "START", "late": "END"}.get(match.text("e"), "")
    return replace(at_part(found, part), mod=mod)


def part_of_day(match: Match, context: Context) -> Meaning | None:
    """ "this morning", "last night", "the next morning", "that evening"."""
    word, part = match.text("r") or "same", match.code("p")
    if context.published is None:
        return None
    base = context.published
    if word in ("that", "same", "next", "following", "previous"):
        base = context.day.first if context.day else base
    shift = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(word, 0)
    if word == "last" and part != "NI":
        return None
    return at_part(dated(cal.day(base + timedelta(shift))), part)


def unit(match: Match, context: Context) -> Meaning | None:
    """ "last week", "this month", "next year", "later this week", "the end of the month"."""
    name, relation = match.code("u"), match.value("r")
    if context.published is None or relation is None or name in ("second", "minute", "hour", "fortnight"):
        return None
    word = match.text("r")
    base, around = context.published, context.reference
    if word in ("following", "previous", "preceding", "ensuing") and around is not None:
        base = around.first
    if match.text("u").endswith("s"):
        return _plural(match, name)
    if name == "day" and word in ("last", "past", "this", "current"):
        return None
    if word == "latest":
        if context.span is not None and context.span.unit == name and context.span.last < base:
            return dated(context.span)
        return dated(cal.shifted("quarter", base, -1)) if name == "quarter" else None
    if name == "year" and word == "last" and _of_a_period(match, context) and context.span:
        before = -4 if context.span.unit == "quarter" else -2
        return replace(dated(cal.shifted(context.span.unit, context.span.first, before)), compares=True)
    if name == "week" and _is_the_coming(match, context, base):
        base = base + timedelta(7 - base.weekday())
    period = _unit_period(name, base, relation)
    if _is_from_now_on(match, context):
        return replace(dated(period), first=base, last=cal.moved(base, name, 1))
    return _earlier_later(match, context, period) or dated(
        period, match.code("e"), match.text("e") in _NARROW
    )


def _is_from_now_on(match: Match, context: Context) -> bool:
    """Whether it is the stretch that begins now: "over the next decade", but not "in the next election"."""
    first = context.words[match.first]
    before = context.words[match.first - 1].text.lower() if match.first else ""
    whole = (
        match.text("r") == "next" and first.text.lower() == "the" and not match.groups.keys() & {"e", "e2"}
    )
    stretch = match.code("u") in ("week", "month", "year", "decade", "century")
    return whole and stretch and before in _DURING


def _is_the_coming(match: Match, context: Context, published: date) -> bool:
    """Whether "this week", written at a weekend of what is ahead, is the week that is about to begin."""
    told = match.text("r") == "this" and match.text("e2") != "earlier" and published.weekday() >= 5
    return told and context.toward(match.groups["u"].start) > 0


def _of_a_period(match: Match, context: Context) -> bool:
    """Whether it is "the same period last year" of a quarter or half that the text is about."""
    before = context.words[match.first - 1].letter if match.first else ""
    return before == "V" and context.span is not None and context.span.unit in ("quarter", "half")


def _unit_period(name: str, base: date, relation: int) -> Period:
    known = {"day", "weekend", "week", "month", "quarter", "year", "decade", "century"}
    assert name in known
    if name == "weekend" and relation == -1 and base.weekday() >= 5:
        return cal.weekend(base - timedelta(7))
    return cal.shifted(name, base, relation)  # type: ignore[arg-type]


def _earlier_later(match: Match, context: Context, period: Period) -> Meaning | None:
    """ "Later this week" runs from publication to the week's Sunday, "earlier" up to publication."""
    word = match.text("e2")
    published = context.published
    if not word or published is None:
        return None
    if not period.first <= published <= period.last:
        return dated(period, "START" if word == "earlier" else "END")
    if word == "earlier":
        return Meaning("DATE", period.value, "START", period.first, published, period=period)
    return Meaning("DATE", period.value, "END", published, period.last, period=period)


def _plural(match: Match, name: str) -> Meaning | None:
    """ "recent weeks", "coming months", "these days"."""
    if match.text("r") in ("these", "present"):
        return Meaning("DATE", "PRESENT_REF")
    if match.text("r") == "past":
        return Meaning("DATE", "PAST_REF")
    letter = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E"}.get(name)
    return Meaning("DURATION", f"PX{letter}") if letter else None


def end_of_unit(match: Match, context: Context) -> Meaning | None:
    """ "The end of the week", "year-end", "the beginning of the month"."""
    name = match.code("u")
    if context.published is None or name not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    if name == "decade" and match.text("e") not in _NARROW:
        return None
    whole = cal.containing(name, context.published)  # type: ignore[arg-type]
    if match.text("mark") == "-" and match.text("e") == "end":
        # "Year-end", one word, is the last day; "the year's end" is its end.
        if context.words[match.first - 1].text.lower() == "since":
            whole = cal.shifted(whole.unit, context.published, -1)
        return dated(cal.day(whole.last))
    return dated(whole, match.code("e"), True)


def same_unit(match: Match, context: Context) -> Meaning | None:
    """ "That day", "the same year", "the weekend": the unit around the date named last."""
    name = match.code("u")
    if name not in ("day", "weekend", "week", "month", "quarter", "year") or match.text("u").endswith("s"):
        return None
    after = context.words[match.last].text.lower() if match.last < len(context.words) else ""
    if name == "year" and after in ("ended", "ending", "starting", "beginning"):
        return Meaning("DURATION", "P1Y")
    around = context.reference.first if context.reference else context.published
    if name == "weekend" and context.published:
        return _the_weekend(match, context, context.published)
    if around is None:
        return None
    if name == "quarter" and context.span is not None and context.span.unit == "quarter":
        return dated(context.span)
    again = any(w.text.lower() == "same" for w in context.words[match.first : match.last])
    base = context.published if match.text("t") == "the" and context.published and not again else around
    return dated(cal.containing(name, base))  # type: ignore[arg-type]


def _the_weekend(match: Match, context: Context, published: date) -> Meaning:
    if context.toward(match.groups["u"].start) > 0 or published.weekday() >= 5:
        return dated(cal.weekend(published))
    return dated(cal.weekend(published - timedelta(7)))


def numbered(match: Match, context: Context) -> Meaning | None:
    """ "The third quarter", "next year's first quarter", "the second half of 2018"."""
    number, name = match.value("o"), match.code("u") or "half"
    if (
        number is None
        or name not in ("quarter", "half")
        or not 1 <= number <= (4 if name == "quarter" else 2)
    ):
        return None
    year = match.value("y") or match.value("y2")
    toward = 0
    if year is None:
        if context.published is None:
            return Meaning("DATE", f"XXXX-{name[0].upper()}{number}")
        shift = match.value("r") if "r" in match.groups else match.value("r2")
        year = context.published.year + (shift or 0)
        toward = context.toward(match.groups["o"].start) if shift is None else 0
    make = cal.quarter if name == "quarter" else cal.half
    period = make(year, number)
    # A quarter that has not begun, told as over, is last year's.
    if toward < 0 and context.published and period.first > context.published:
        period = make(year - 1, number)
    return dated(period)


def ago(match: Match, context: Context) -> Meaning | None:
    """ "11 days ago", "a year earlier", "two weeks later", "three days from now"."""
    name, word = match.code("u"), match.groups["g"]
    count = quantity(match) if match.groups.keys() & {"a", "n", "q", "q2"} else 1
    step = -1 if word.letter in "ge" else 1
    if context.published is None:
        return None
    if name in ("second", "minute", "hour") or count is None:
        return _vague_ago(name, word, step, count)
    if name == "fortnight":
        name, count = "week", 2 * count
    base = context.published
    if word.letter in "el" and context.reference is not None:
        base = context.reference.first
    if name == "year" and context.span is not None and context.span.unit in ("quarter", "half"):
        shift = step * count * (4 if context.span.unit == "quarter" else 2)
        return replace(dated(cal.shifted(context.span.unit, context.span.first, shift)), compares=True)
    if name in ("decade", "century"):
        name, count = "year", count * (10 if name == "decade" else 100)
    unit_name = "week" if name == "weekend" else name
    found = dated(cal.shifted(unit_name, base, step * count))  # type: ignore[arg-type]
    return replace(found, compares=True)


def year_ago_quarter(match: Match, context: Context) -> Meaning | None:
    """ "The year-ago third quarter"."""
    number = match.value("o")
    if context.published is None or number is None or match.code("u") != "quarter" or number > 4:
        return None
    latest = cal.quarter(context.published.year, number)
    if latest.first > context.published:
        latest = cal.quarter(context.published.year - 1, number)
    return replace(dated(cal.shifted("quarter", latest.first, -4)), compares=True)


def year_quarter(match: Match, context: Context) -> Meaning | None:
    """ "The 1988 quarter", "last year's quarter": that year's, of the quarter that the text is about."""
    year = match.value("y")
    if "r" in match.groups and context.published:
        year = context.published.year - 1
    if year is None or match.code("u") != "quarter" or context.span is None or context.span.unit != "quarter":
        return None
    return replace(dated(cal.quarter(year, int(context.span.value[-1]))), compares=True)


def _vague_ago(name: str, word: Word, step: int, count: int | None) -> Meaning | None:
    letter = {
        "second": "TS",
        "minute": "TM",
        "hour": "TH",
        "day": "D",
        "week": "W",
        "month": "M",
        "year": "Y",
    }
    code = letter.get(name)
    if code is None:
        return Meaning("DATE", "PAST_REF" if step < 0 else "FUTURE_REF")
    number = "X" if count is None else str(count)
    value = f"PT{number}{code[1]}" if code.startswith("T") else f"P{number}{code}"
    return Meaning("DURATION", value)


def quantity(match: Match) -> int | None:
    """The number in front of a unit: "two", "twenty-five", "a", "a couple of"; None where vague."""
    vague = match.text("q") or match.text("q2")
    if vague:
        return 2 if vague == "couple" else None
    if "dozen" in match.groups or "dozen2" in match.groups:
        return 12 * (match.value("n") or 1)
    number, second = match.value("n"), match.value("n2")
    if number is None:
        return 1 if "a" in match.groups else None
    if second is None:
        return number
    return number * 100 if second == 100 else number + second


def ahead(match: Match, context: Context) -> Meaning | None:
    """ "In two weeks": a date where it speaks of what is ahead, else None (a duration)."""
    count, name = quantity(match), match.code("u")
    if (
        context.published is None
        or count is None
        or name not in ("day", "week", "month", "year", "fortnight")
        or match.text("x") not in ("", "just")
    ):
        return None
    if context.toward(match.groups["u"].start) <= 0:
        return None
    if name == "fortnight":
        name, count = "week", 2 * count
    target = cal.moved(_told_on(match, context, context.published), name, count)
    period = cal.containing("day" if name in ("day", "week") else name, target)  # type: ignore[arg-type]
    if name == "week":
        return Meaning("DATE", cal.week(target).value, "", target, target, period=cal.week(target))
    return dated(period)


def _told_on(match: Match, context: Context, published: date) -> date:
    """The day from which "in two weeks" counts: "said on Thursday that he would leave in two weeks"."""
    day, at = context.day, context.day_at
    if day is None or not timedelta(0) < published - day.first <= timedelta(7):
        return published
    between = context.words[at : match.first]
    ended = any(w.letter == "|" or w.text in (".", "!", "?") for w in between)
    return published if ended else day.first
