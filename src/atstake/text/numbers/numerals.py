"""Numerals in running text: digits and number words, with scales, and the vague ones ("dozens").

Own rules, since no library fits: word2number and text2num read a number but not where it stands nor how
it is bounded; quantulum3 does, and is measured beside this in ``evals/figures.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atstake.model.text import Span
from atstake.text.cases import lowered_whole

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: n for n, word in enumerate(_UNITS)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "lakh": 100_000,
    "crore": 10_000_000,
}
_SHORT_SCALES = {
    "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "mio": 1_000_000,
    "b": 1_000_000_000, "bn": 1_000_000_000, "bln": 1_000_000_000,
    "t": 1_000_000_000_000, "tn": 1_000_000_000_000, "trn": 1_000_000_000_000,
}  # fmt: skip
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_HALVES = {"1/2": 0.5, "½": 0.5, "1/4": 0.25, "¼": 0.25, "3/4": 0.75, "¾": 0.75, "1/3": 1 / 3, "2/3": 2 / 3}

# How many the vague words stand for: the story gold's own conventions (hundreds 200 to 999).
_VAGUE = {"dozens": (24, 99), "scores": (40, 99)}
_VAGUE_POWERS = {"tens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12}
_POWER_OF = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}

_WORD = "|".join([*_SMALL, *_SCALES])
_SCALE = "|".join(_SCALES)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SHORT = "|".join(sorted(_SHORT_SCALES, key=len, reverse=True))
_FRACTION = r"(?:1/[234]|[23]/[34]|[½¼¾])"
# Codes of currencies that stand right before the digits: "USD10m", "$US55", "RM23".
_AFTER_CODE = "|".join(
    rf"(?<={code})" for code in ("usd", "eur", "gbp", "rmb", "cny", r"\$us", r"\$a", "rm", "rs")
)
_POWERS = "|".join(_VAGUE_POWERS)

# The letters that a numeral in words begins with: most words are passed over by their first.
_INITIALS = "".join(
    sorted({word[0] for word in (*_SMALL, *_SCALES, *_VAGUE, *_VAGUE_POWERS, "several", "a", "many", "half")})
)

_NUMERAL = re.compile(
    rf"""
    \b(?=[{_INITIALS}])(?:
        (?P<vague>(?:(?:tens|hundreds|thousands|dozens)\ of\ )?(?:{_POWERS}|dozens)\b)
        |(?P<scores>scores(?=\ (?:of|more|others|were|have|people)\b))
        |(?P<several>(?:several|a\ few|many|some\ few)[\ -]
            (?P<several_scale>dozen|(?:(?:hundred|thousand)\ )?(?:{_SCALE}))s?\b)
        |(?P<part>(?:one|two|three|four|a)[\ -](?:half|third|quarter|fifth|fourth|tenth)s?\b
                (?=\ (?:of|the|as|are|in|have|were)\b)
            |(?:half|two-thirds|one-third)\b(?=\ (?:of|the)\b))
        |(?P<half>half[\ -](?:an?[\ -])?(?P<half_scale>{_SCALE})\b)
        |(?P<words>(?:an?\ (?=(?:{_SCALE})\b))?(?:{_WORD})(?:(?:[\ -]|\ and\ )(?:{_WORD}))*\b
            (?:\ and\ a\ half(?:[\ -](?P<and_half>{_SCALE}))?)?))
    |(?=[\d.m−-])
        (?P<digits>(?:(?<![\w.,])|{_AFTER_CODE})(?P<sign>[-−]|\bminus[\ -])?(?:{_DIGITS})
        (?:[-\ ]?(?P<fraction>{_FRACTION}))?
        (?:[\ -]?(?P<scale>(?:hundred\ )?(?:{_SCALE})s?)\b|(?P<short>(?:{_SHORT}))(?![\w'’-]))?)
    """,
    re.VERBOSE,
)
# Twelve-hour clock, decimals in names, dates with slashes and the like are no quantities.
_GLUED = re.compile(
    r"(?:st|nd|rd|th|s)\b|[:/]\d|[-–]\d+[-–]\d|"
    r"(?!(?:[kMG]?W|[kMG]Wh|V|[KMGT]B|G|[kMG]?Hz|m[lL]|[pcgm]|m[2²])(?![A-Za-z]))(?:[A-Z]|[a-z](?![a-z]))"
)
_SIGNED_BEFORE = re.compile(r"(?:^|[(\s])$")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written. ``low`` equals ``high`` unless it is vague; ``span`` is in the document's text."""

    span: Span
    low: float
    high: float
    vague: bool = False
    spelled: bool = False
    scaled: bool = False
    """Whether a scale word or sign ("million", "bn") belongs to it."""


def numerals(text: str, start: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """The numerals between two offsets, in order, none overlapping."""
    limit = len(text) if end is None else end
    for match in _NUMERAL.finditer(lowered_whole(text), start, limit):
        found = _read(match)
        if found is not None and not _glued(text, match, limit):
            yield found


# Private functions


def _read(match: re.Match[str]) -> Numeral | None:
    span = Span(match.start(), match.end())
    if match["vague"] or match["scores"]:
        return Numeral(span, *_vague((match["vague"] or match["scores"]).lower()), vague=True)
    if match["several"]:
        return Numeral(span, *_several(match["several_scale"].lower()), vague=True)
    if match["digits"]:
        value = _from_digits(match)
        return Numeral(span, value, value, scaled=bool(match["scale"] or match["short"]))
    if match["part"]:
        share = _share(match["part"].lower())
        return Numeral(span, share, share, spelled=True)
    if match["half"]:
        value = _SCALES[match["half_scale"].lower()] / 2
        return Numeral(span, value, value, spelled=True, scaled=True)
    words = match["words"].lower()
    counted = _from_words(words)
    if counted is None:
        return None
    return Numeral(span, counted, counted, spelled=True, scaled=any(s in words for s in _SCALES))


def _share(words: str) -> float:
    """ "two-thirds": the part of one that it is."""
    count, _, part = words.replace(" ", "-").rpartition("-")
    counted = {"": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4}[count]
    return counted / _PARTS[part.rstrip("s")]


def _vague(words: str) -> tuple[float, float]:
    first, _, rest = words.partition(" of ")
    if first in _VAGUE:
        return _VAGUE[first]
    power = _VAGUE_POWERS[first] + (_VAGUE_POWERS.get(rest, 0) if rest else 0)
    return 2.0 * 10**power, 10.0 ** (power + 1) - 1


def _several(scale: str) -> tuple[float, float]:
    if scale == "dozen":
        return _VAGUE["dozens"]
    # "Several hundred million" is both at once.
    power = sum(_POWER_OF.get(word, 3) for word in scale.split())
    return 2.0 * 10**power, 10.0 ** (power + 1) - 1


def _from_digits(match: re.Match[str]) -> float:
    number = re.search(_DIGITS, match["digits"])
    value = float(number[0].replace(",", "")) if number else 0.0
    if match["fraction"]:
        value += _HALVES[match["fraction"]]
    if match["scale"]:
        for scale in match["scale"].lower().rstrip("s").split():
            value *= _SCALES[scale]
    if match["short"]:
        value *= _SHORT_SCALES[match["short"].lower()]
    # Scaling a decimal must not leave a trace of binary arithmetic: 4.8 million is 4800000.
    return round(-value if match["sign"] else value, 6)


def _from_words(words: str) -> float | None:
    """The value of number words, or None where they do not make one number ("five, six")."""
    half = 0.0
    head, cut, tail = words.partition(" and a half")
    total, current, last = 0.0, 0.0, ""
    for word in re.split(r"[\s,-]+", head):
        if word in ("and", "a", "an", ""):
            continue
        if word in _SMALL:
            if last and not _may_follow(word, last):
                return None
            current += _SMALL[word]
        elif word in ("hundred", "dozen"):
            current = (current or 1) * _SCALES[word]
        else:
            total, current = total + (current or 1) * _SCALES[word], 0.0
        last = word
    if cut:
        scale = tail.strip(" -") or (last if last in _SCALES else "")
        half = 0.5 * _SCALES.get(scale, 1)
        if tail.strip(" -"):
            return (total + current) * _SCALES[scale] + half
    return total + current + half


def _may_follow(word: str, last: str) -> bool:
    if last in _SCALES:
        return True
    return last in _TENS and 0 < _SMALL[word] < 10


def _glued(text: str, match: re.Match[str], limit: int) -> bool:
    """Whether the digits are part of something else: "21st", "12:30", "737s", "MH17", "24/7"."""
    if not match["digits"]:
        return False
    if _GLUED.match(text, match.end(), limit):
        return True
    before = text[max(0, match.start() - 2) : match.start()]
    if before[-1:] in ("-", "–") and before[:1].isdigit():
        return bool(re.search(r"\d[-–]\d+[-–]$", text[max(0, match.start() - 8) : match.start()]))
    if before[-1:] in ("-", "/", ":", "–") and before[:1].isalnum():
        return True
    return before[-1:] in ("#", "@", "_") or (
        match["sign"] in ("-", "−") and not _SIGNED_BEFORE.search(before)
    )
