"""The words that time expressions are made of, each with a one-letter class for the grammar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
_UNITS = "second minute hour day weekend week fortnight month quarter year decade century".split()

Value = str | int
_LEXICON: dict[str, tuple[str, Value]] = {}


def _add(letter: str, entries: Mapping[str, Value]) -> None:
    for word, value in entries.items():
        _LEXICON[word] = (letter, value)


_add("N", {w: i for i, w in enumerate(_NUMBERS)})
_add("N", {w: 10 * i for i, w in enumerate(_TENS, 2)})
_add("N", {"hundred": 100})
_add("O", {w: i for i, w in enumerate(_ORDINALS, 1)})
_add("M", {w: i for i, w in enumerate(MONTHS, 1)})
_add("M", {w[:3]: i for i, w in enumerate(MONTHS, 1)} | {"sept": 9})
_add("W", {w: i for i, w in enumerate(WEEKDAYS)})
_add("U", {w: w for w in _UNITS} | {w + "s": w for w in _UNITS})
_add("U", {"centuries": "century", "hrs": "hour", "yrs": "year", "mins": "minute"})
_add("P", {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"})
_add("P", {"dawn": "MO", "dusk": "EV", "lunchtime": "MI", "overnight": "NI", "nightfall": "EV"})
_add("B", {"noon": "12:00", "midnight": "24:00", "midday": "12:00"})
_add("S", {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"})
_add("d", {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1})
_add("L", {"last": -1, "past": -1, "previous": -1, "preceding": -1})
_add("X", {"next": 1, "coming": 1, "following": 1, "upcoming": 1, "forthcoming": 1, "ensuing": 1})
_add("T", {"this": 0, "these": 0})
_add("C", {"current": 0, "present": 0, "latest": 0})
_add("t", {"that": 0, "those": 0})
_add("s", {"same": 0, "very": 0})
_add("h", {"the": 0, "its": 0, "his": 0, "her": 0, "their": 0})
_add("a", {"a": 1, "an": 1})
_add("q", {w: "X" for w in "several few many some recent couple dozens various".split()})
_add("D", {"dozen": 12})
_add("g", {"ago": -1})
_add("e", {"earlier": -1})
_add("l", {"later": 1})
_add("k", {"before": -1, "after": 1})
_add("E", {"early": "START", "mid": "MID", "late": "END", "beginning": "START", "start": "START"})
_add("E", {"end": "END", "middle": "MID", "midway": "MID", "close": "END"})
_add("H", {"half": 0})
_add("F", {"fiscal": 0, "full": 0, "calendar": 0, "school": 0})
_add("V", {"period": 0})
_add("v", {"every": 0, "each": 0})
_add("z", {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y"})
_add("z", {"annually": "P1Y", "hourly": "PT1H", "nightly": "P1D"})
_add("n", {"now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF"})
_add("n", {"recently": "PAST_REF"})
_add("f", {"future": "FUTURE_REF"})
_add("x", {"about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX"})
_add("x", {"nearly": "LESS_THAN", "almost": "LESS_THAN", "over": "MORE_THAN", "barely": "LESS_THAN"})
_add("x", {"more than": "MORE_THAN", "less than": "LESS_THAN", "at least": "EQUAL_OR_MORE"})
_add("x", {"up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "fewer than": "LESS_THAN"})
_add("x", {"no more than": "EQUAL_OR_LESS", "as long as": "EQUAL_OR_LESS", "just": ""})
_add("o", {"of": 0})
_add("b", {"on": 0, "at": 0})
_add("i", {w: 0 for w in "in for within during over through throughout since until till by from".split()})
_add("&", {"and": 0, "or": 0})
_add(">", {"to": 0, "through": 0})
_add("m", {w: 0 for w in ("a.m.", "am", "a.m")} | {w: 12 for w in ("p.m.", "pm", "p.m")})
_add("m", {"o'clock": -1, "o’clock": -1})
_add("R", {"more": 0, "additional": 0, "straight": 0, "consecutive": 0, "trading": 0, "working": 0})
_add("A", {"old": 0, "olds": 0, "year-old": 0})
_add("w", {"long": 0})
_add("@", {"ahead": 1})
_add("K", {name: 1900 + 10 * n for n, name in enumerate(_DECADES, 2)})
_add("Z", {w: 0 for w in "gmt utc est edt cst cdt pst pdt cet cest bst msk et ist".split()})

HOLIDAYS: dict[str, tuple[int, int] | str] = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
    "new year’s eve": (12, 31),
    "new year's day": (1, 1),
    "new year’s day": (1, 1),
    "valentine's day": (2, 14),
    "valentine’s day": (2, 14),
    "halloween": (10, 31),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "thanksgiving day": "thanksgiving",
    "thanksgiving": "thanksgiving",
    "easter sunday": "easter",
    "easter": "easter",
    "good friday": "good friday",
    "labor day": "labor day",
    "memorial day": "memorial day",
    "boxing day": (12, 26),
    "election day": "election day",
    "inauguration day": (1, 20),
}

_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?!\d))"
    r"|(?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b)"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))"
    r"|(?P<decade>(?:1\d|20)\d0['’]?s\b|['’‘][2-9]0s\b)"
    r"|(?P<ord>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<num>\d+ 1/2\b|\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+)"
    r"|(?P<short>['’‘]\d\d\b)"
    r"|(?P<holiday>(?i:new year['’]s (?:eve|day)|christmas(?: eve| day)?|thanksgiving(?: day)?"
    r"|easter(?: sunday)?|good friday|lab[o]r day|memorial day|boxing day|independence day"
    r"|fourth of july|valentine['’]s day|halloween|election day"
    r"|inauguration day)\b)"
    r"|(?P<multi>(?i:no more than|more than|less than|fewer than|at least|at most|up to|as long as|o['’]clock"
    r"|[ap]\.\s?m\b\.?|[ap]m\b))"
    r"|(?P<poss>['’]s?(?=\W|$))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<gap>\n\s*\n)"
    r"|(?P<mark>[^\w\s])"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A token of the time grammar: where it stands, its class letter, and what it means."""

    start: int
    end: int
    letter: str
    value: Value
    text: str


def _number(text: str) -> tuple[str, Value]:
    if re.fullmatch(r"1[0-9]\d\d|20\d\d", text):
        return "Y", int(text)
    if text.endswith(" 1/2"):
        return "N", int(text[:-4])
    clean = text.replace(",", "")
    return ("N", int(clean)) if clean.isdigit() and len(clean) < 7 else ("#", clean)


def _word(text: str) -> tuple[str, Value]:
    low = text.lower()
    found = _LEXICON.get(low)
    if found is None:
        return "~", 0
    letter = found[0]
    # "may", "march", "sun" are months and days only as names.
    if letter in "MW" and not text[0].isupper():
        return "~", 0
    if letter == "M" and text.isupper() and len(text) == 3:
        return "~", 0
    if low == "past":
        return "p", -1
    return found


_MARKS = {",": ",", ".": ".", "-": "-", "–": "_", "—": "—", "/": "/", "&": "&", "$": "$", "£": "$", "€": "$"}


def _classify(kind: str, text: str) -> tuple[str, Value]:
    match kind:
        case "iso" | "slash":
            return ("I" if kind == "iso" else "J"), text
        case "clock":
            return "c", text
        case "decade":
            return "K", text
        case "ord":
            return "O", int(re.sub(r"\D", "", text))
        case "num":
            return _number(text)
        case "short":
            return "y", int(text[1:])
        case "holiday":
            return ("G" if text[0].isupper() else "~"), re.sub(r"\s+", " ", text.lower())
        case "multi":
            low = re.sub(r"\s+", "", text.lower()) if text[0] in "apAP" and "m" in text[1:4].lower() else ""
            return _LEXICON.get(low) or _LEXICON.get(text.lower()) or ("~", 0)
        case "poss":
            return "'", text
        case "gap":
            return "|", 0
        case "mark":
            return _MARKS.get(text, "~"), text
        case _:
            return _word(text)


def words_of(text: str) -> list[Word]:
    """The tokens of a text, in order; paragraph breaks are tokens of their own, class ``|``."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "word"
        letter, value = _classify(kind, match.group())
        found.append(Word(match.start(), match.end(), letter, value, match.group()))
    return found
