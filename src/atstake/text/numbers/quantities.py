"""Quantities: numerals with their bounds, ranges and units ("at least 9,000", "between 5 and 7", "$34bn").

What is no quantity is left out (see ``labels``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from atstake.model.text import Span
from atstake.text.numbers.labels import names_something
from atstake.text.numbers.numerals import Numeral, numerals
from atstake.text.numbers.units import (
    CURRENCY_AFTER,
    CURRENCY_BEFORE,
    CURRENCY_SIGN,
    PERCENT,
    currency_code,
)

_LOW_OPEN = (
    r"(?:(?:slightly|well|far|just|a little|significantly|considerably) )?(?:more than|over|above)|at least|"
    r"at the very least|no (?:fewer|less) than|not (?:fewer|less) than|in excess of|upwards? of|greater than|"
    r"a minimum of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|north of|higher than|larger than"
)
_HIGH_OPEN = (
    r"up to|as (?:many|much|high) as|at most|no (?:more|higher) than|not more than|"
    r"(?:slightly |well |just |a little )?(?:fewer|less|lower) than|(?:just |well )?(?:under|below)|"
    r"a maximum of|nearly|almost|close to|(?:just )?short of|approaching"
)
_ABOUT = (
    r"about|around|roughly|approximately|some|an estimated|estimated|circa|c\.|~|in the region of|"
    r"an average of"
)
_BEFORE = re.compile(
    rf"(?:(?P<low>\b(?:{_LOW_OPEN}))|(?P<high>\b(?:{_HIGH_OPEN}))|(?P<about>(?<!\w)(?:{_ABOUT})))"
    r"(?:\ (?:about|around|some|an?\ estimated|another|the|a))?[ ]?$",
    re.IGNORECASE,
)
# "Turned over 44 letters" says no more than 44.
_PARTICLE = re.compile(r"\b(?:turn|hand|sign)(?:ed|ing|s)? over $", re.IGNORECASE)
# "Cannot afford to lose more than 21" is at most 21; "cannot afford the more than 600 that it costs" is not.
_CANNOT = re.compile(
    r"\b(?:can(?:not|\ not|['’]t)|could(?:\ not|n['’]t)|unable\ to|may\ not|must\ not)"
    r"(?:\ \w+){1,4}(?<!\bthe)\ $",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\bshort\ of\ the\ $", re.IGNORECASE)
_LOW_AFTER = re.compile(r"\+(?!\d)|(?:\ [a-z]+)? or (?:so )?more\b|-(?:odd|plus)\b", re.IGNORECASE)
_HIGH_AFTER = re.compile(r"(?:\ [a-z]+)? or (?:less|fewer)\b", re.IGNORECASE)
_LINK = re.compile(rf"\ ?(?:-|–|—)\ ?|\ (?:to|or|and)\ (?P<open>(?:{_LOW_OPEN})\ )?", re.IGNORECASE)
_LINK_OPEN = re.compile(rf"\b(?:{_LOW_OPEN})\ $", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\ (?:about |around |some )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\ (?:about |around |some )?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:rise|rose|risen|increas|jump|fall|fell|drop|cut|declin|climb|grow|grew|lower|rais|down|up|went|go)\w*"
    r"(?:\W+\w+){0,6}\W+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that measures or counts. ``span`` covers bounds and unit, ``number`` the numerals alone.

    ``low`` and ``high`` are in base units, None where open. ``unit`` is "percent", an ISO 4217 code or "".
    """

    span: Span
    number: Span
    low: float | None
    high: float | None
    unit: str = ""
    vague: bool = False
    approximate: bool = False
    spelled: bool = False
    values: tuple[float, ...] = ()
    """The values as written, without what bounds them: one, or the two ends of a range."""


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities in a sentence (two offsets into the text), in order."""
    found = [n for n in numerals(text, start, end) if not names_something(text, n, start, end)]
    i = 0
    while i < len(found):
        first = found[i]
        second = found[i + 1] if i + 1 < len(found) else None
        if second is not None and _is_range(text, first, second, start):
            yield _ranged(text, first, second, start, end)
            i += 2
        else:
            yield _bounded(text, _with_unit(text, first, start, end), start, end)
            i += 1


# Private functions


def _is_range(text: str, first: Numeral, second: Numeral, start: int) -> bool:
    if first.vague or second.vague:
        return False
    between = text[first.span.end : second.span.start]
    unit = re.match(rf"(?:\ ?%|\ (?:per ?cent|percent)|\ (?:{CURRENCY_AFTER}))", between, re.IGNORECASE)
    link = between[unit.end() if unit else 0 :]
    priced = re.sub(rf"(?:{CURRENCY_BEFORE})\ ?$", "", link)
    if priced != link and unit and PERCENT.match(between):
        return False
    link = priced
    if not _LINK.fullmatch(link):
        return False
    before = text[start : first.span.start]
    before = re.sub(rf"(?:{CURRENCY_BEFORE})\ ?$", "", before)
    if _LINK_OPEN.search(link):
        return bool(_BETWEEN.search(before)) and second.low > first.low
    if link.strip().lower() == "and":
        return bool(_BETWEEN.search(before)) and not _FROM.search(before)
    if link.strip().lower() == "or":
        return second.low > first.low and second.low - first.low <= max(1, first.low)
    if re.search(r"\bby\ $", before) and priced != between:
        return False
    if _FROM.search(before) and _CHANGE.search(before[: -len("from ")]):
        return False
    if unit and link.strip().lower() == "to" and not _FROM.search(before):
        return second.low > first.low
    low, high = _scaled_alike(first, second)
    return low < high


def _scaled_alike(first: Numeral, second: Numeral) -> tuple[float, float]:
    """The two ends, the second's scale lent to the first: "5 to 7 million"."""
    if second.scaled and not first.scaled and first.low < 1000:
        for scale in (1e12, 1e9, 1e6, 1e3):
            if second.low >= scale:
                return first.low * scale, second.low
    return first.low, second.low


def _ranged(text: str, first: Numeral, second: Numeral, start: int, end: int) -> Quantity:
    low, high = _scaled_alike(first, second)
    one = _with_unit(text, first, start, end)
    two = _with_unit(text, second, start, end)
    begin = _BETWEEN.search(text[start : one.span.start])
    span = Span(start + begin.start() if begin else one.span.start, two.span.end)
    # "from 500 to well over 1,000": nothing above is said.
    is_open = bool(_LINK_OPEN.search(text[first.span.end : second.span.start]))
    return Quantity(
        span,
        Span(first.span.start, second.span.end),
        min(low, high),
        None if is_open else max(low, high),
        unit=two.unit or one.unit,
        spelled=second.spelled,
        values=(low, high),
    )


# Below this, "pounds" after a number are weight.
_PENCE = 1000


def _with_unit(text: str, number: Numeral, start: int, end: int) -> Quantity:
    before, after = text[start : number.span.start], text[number.span.end : end]
    sign = CURRENCY_SIGN.search(before)
    plus = 1 if after.startswith("+") else 0
    tail = re.match(r"\ (?:of|more)\ (?=\w)|-|", after[plus:]) or None
    skip = tail.end() if tail and tail[0].startswith(" of") and number.vague else 0
    percent = PERCENT.match(after[plus:])
    named = re.match(
        rf"[\ -]?(?:{CURRENCY_AFTER})", after[skip + plus :] if skip else after[plus:], re.IGNORECASE
    )
    if skip and not named:
        named = re.match(rf"(?:{CURRENCY_AFTER})", after[skip + plus :], re.IGNORECASE)
    span, unit = number.span, ""
    factor = 1.0
    if percent:
        span, unit = Span(span.start, span.end + plus + percent.end()), "percent"
    elif sign:
        span, unit = Span(start + sign.start(), span.end), currency_code(sign[0])
    elif named and not (named[0].strip(" -").lower().startswith("pound") and number.low < _PENCE):
        unit, factor = currency_code(named[0].strip(" -")), 0.01 if "cent" in named[0].lower() else 1.0
        span = Span(span.start, span.end + plus + skip + named.end())
    low, high = round(number.low * factor, 6), round(number.high * factor, 6)
    return Quantity(
        span, number.span, low, high, unit, number.vague, spelled=number.spelled, values=(number.low,)
    )


def _bounded(text: str, found: Quantity, start: int, end: int) -> Quantity:
    before = text[start : found.span.start][-40:]
    after = text[found.number.end : end][:16]
    unit_after = text[found.span.end : end][:16]
    bound = _BEFORE.search(before)
    if bound and (_OF_THE.search(bound[0]) or _PARTICLE.search(before)):
        # "Short of the 2,383 that she needs": the number itself is exact.
        bound = None
    begin = found.span.start - len(before) + bound.start() if bound else found.span.start
    span = Span(begin, found.span.end)
    more = _LOW_AFTER.match(after) or _LOW_AFTER.match(unit_after)
    fewer = _HIGH_AFTER.match(after) or _HIGH_AFTER.match(unit_after)
    if _LOW_AFTER.match(unit_after) or _HIGH_AFTER.match(unit_after):
        tail = more or fewer
        span = Span(begin, found.span.end + (tail.end() if tail else 0))
    if bound and bound["low"] and _CANNOT.search(text[max(start, begin - 60) : begin]):
        return replace(found, span=span, low=None)
    if (bound and bound["low"]) or more:
        return replace(found, span=span, high=None)
    if (bound and bound["high"]) or fewer:
        return replace(found, span=span, low=None)
    return replace(found, span=span, approximate=bool(bound) or found.vague)
