"""Numbers that name rather than count: dates, clock times, ages, labels ("Resolution 2118", "Boeing 737"),
the word "one" where it counts nothing."""

from __future__ import annotations

import re

from atstake.text.numbers.numerals import Numeral
from atstake.text.numbers.units import CURRENCY_SIGN, PERCENT

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\ $|\b{_MONTH}\ \d{{1,2}},?\ $", re.IGNORECASE)
_DATE_AFTER = re.compile(rf"\ (?:of\ )?{_MONTH}(?:\b|(?<=\.))(?!\ (?:be|have|not|also)\b)", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|during|before|after|early|late|mid|mid-|through|year|years|"
    r"between|and|the|spring|summer|autumn|fall|winter|to|for|a|this|last)\ ?|[(,]\ ?|^)$",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(r"\.?\d*\ ?(?:[ap]\.?m\b\.?|o['’]clock|GMT\b|hours GMT)", re.IGNORECASE)
_AGE_BEFORE = re.compile(
    r"\b(?:aged|age|ages)(?: of)? $|\b(?:older|younger) than $|\b(?:ages|aged) \d+ (?:to|and|through) $",
    re.IGNORECASE,
)
_AGE_APPOSED = re.compile(
    r"(?:[A-Z][\w’'-]+|\b(?:man|woman|boy|girl|son|daughter|brother|sister|husband|wife|mother|father)), $"
)
_LABEL_BEFORE = re.compile(
    r"\b(?:No\.?|Nos\.?|Number|number|Section|Article|Chapter|Resolution|resolution|Room|Page|page|Flight|Route|"
    r"Highway|Group of|Class|Title|Part|Phase|Level|level|Category|Channel|Unit|Area|Zone|Camp|Pier|Gate|"
    r"Proposition|Amendment|Formula|Apollo|iPhone|Windows|Boeing|Airbus|Tu|MiG|Mi|Type|Model|Series|Season|"
    r"Week|Day|Game|Super Bowl|Grade|Step|Point|Figure|Table|Interstate|Bill|World War|War|Big|Top|Fortune|"
    r"Nikkei|S&P|FTSE|CAC|DAX|IBEX|STOXX|Russell|Nasdaq) $"
)
_ONE_COUNTS = re.compile(r"\ (?!another\b|day\b|thing\b|more\b|who\b|that\b|by\b|or\b|side\b|way\b)[a-z]")
_ONE_NOT = re.compile(
    r"\b(?:no|any|every|some|each|this|that|the|which|only|another|big|good|new)\ $", re.IGNORECASE
)
# Four digits without a comma in this range are a year unless a counted noun follows.
_YEARS = range(1900, 2051)
_FAR_YEARS = range(1500, 2151)
_FAR_YEAR_BEFORE = re.compile(r"\b(?:in|since|by|until|before|after|between)\ $", re.IGNORECASE)
# A bare number after a name and before what is no counted noun belongs to the name ("Galaxy 20 Ultra").
_NAMED = re.compile(
    r"\b(?!(?:The|In|At|On|Of|And|But|Some|About|Only|Over|Nearly|Almost|These|Those|All)\b)"
    r"[A-Z][\w&]+\ $"
)
_NOT_COUNTING = re.compile(r"\ (?:[A-Z]|on\b|is\b|was\b|and\b|as\b|Ultra|Pro)|[,.;:!?]|$")
_COUNTED = re.compile(
    r"\ (?!was|is|has|as|this|his|its|us|across|perhaps|towards|sales|elections|olympics)[a-z]{2,}s\b|"
    r"\ people\b",
    re.IGNORECASE,
)


# "1950-53", "05.02.2015", "UTC+3".
_YEAR_RANGE = re.compile(r"\b(?:1[5-9]|20)\d\d[-–/]$|\d\.$|(?:UTC|GMT)\+?$")
_DAY_IN_DIGITS = re.compile(r"\.\d{4}|[-/]\d{1,2}[-/]\d{2,4}|\ (?:UTC|GMT)\b")


def names_something(text: str, number: Numeral, start: int, end: int) -> bool:
    """Whether the numeral names a day, an hour, an age or a thing, and so measures nothing."""
    before = text[start : number.span.start][-40:]
    after = text[number.span.end : end][:24]
    written = text[number.span.start : number.span.end].lower()
    if CURRENCY_SIGN.search(before) or PERCENT.match(after):
        return False
    if written == "one" and (not _ONE_COUNTS.match(after) or _ONE_NOT.search(before)):
        return True
    if _LABEL_BEFORE.search(before) or _AGE_BEFORE.search(before):
        return True
    if number.spelled or number.vague or number.scaled:
        return False
    return (
        _is_date(before, after, number.low)
        or bool(_CLOCK_AFTER.match(after))
        or (bool(_AGE_APPOSED.search(before)) and 1 < number.low < 120 and after[:1] in (",", "."))
        or (written.isdigit() and number.low in _YEARS and _is_year(before, after))
        or (written.isdigit() and number.low in _FAR_YEARS and _is_far_year(before, after))
        or (number.low < 1000 and bool(_NAMED.search(before)) and bool(_NOT_COUNTING.match(after)))
        or (written.isdigit() and len(written) > 6 and not after.startswith(" "))
    )


# Private functions


def _is_date(before: str, after: str, value: float) -> bool:
    if _YEAR_RANGE.search(before) or _DAY_IN_DIGITS.match(after):
        return True
    if not 1 <= value <= 31 and value not in _YEARS:
        return False
    return bool(_DATE_BEFORE.search(before) or _DATE_AFTER.match(after))


def _is_year(before: str, after: str) -> bool:
    return bool(_YEAR_BEFORE.search(before)) or not _COUNTED.match(after)


def _is_far_year(before: str, after: str) -> bool:
    return (
        bool(_FAR_YEAR_BEFORE.search(before))
        and not _COUNTED.match(after)
        and after[:1] in (" ", ",", ".", "")
    )
