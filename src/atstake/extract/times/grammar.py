"""The rules: patterns over word classes (see ``words``), each with what reads its match.

A text becomes a string of one letter a word ("on Tuesday morning" is ``bWP``), and the rules are
regular expressions over that string: short, quick to run, and blind to spelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from atstake.extract.times import absolute, lasting, relative
from atstake.extract.times.meaning import Context, Match, Meaning

Reader = Callable[[Match, Context], Meaning | None]

_QTY = r"(?:(?P<a>a)(?:(?P<q>q)o?|(?P<dozen>D))?|h?(?P<q2>q)o?|(?P<n>N)-?(?:(?P<n2>N)|(?P<dozen2>D))?)"
_CLOCK = r"(?:(?P<n>N)(?=m)|(?P<c>c)|(?P<b>B))(?P<m>m)?(?:(?P<zone>Z)|(?P<city>~)(?P<time>~))?"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over word classes and the reader of its matches."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


_RULES: tuple[tuple[str, str, Reader], ...] = (
    ("iso", r"(?P<i>[IJ])", absolute.iso_date),
    ("month-day-range", r"(?P<m>M)\.?(?P<d>[NO])[-_>](?P<d2>[NO])(?:,?(?P<y>Y))?", absolute.day_range),
    (
        "month-day",
        r"(?:(?P<w>W)\.?,?)?(?P<r>[LXT])?(?P<m>M)\.?h?(?P<d>[NO])(?![NDU#%:])(?:,?(?P<y>Y))?(?P<p>P)?",
        absolute.month_day,
    ),
    ("day-month", r"(?:(?P<w>W)\.?,?h?)?(?P<d>[NO])o?(?P<m>M)(?:\.?,?(?P<y>Y))?", absolute.month_day),
    ("day-again", r"(?:(?<=M[NO]&)|(?<=M\.[NO]&))(?P<d>[NO])(?=[,.|ib&])", absolute.day_again),
    ("day-of-month", r"(?<=[bi&>])(?P<anchor>h)(?P<d>O)(?=[,.|ib&>—])", absolute.day_again),
    (
        "month-year",
        r"(?:h?(?P<e>E)(?:o|h|-)*)?(?P<m>M)\.?(?:,|oh?)?(?:(?P<y>Y)|(?P<yr>[LXT])(?P<yu>U))",
        absolute.month_only,
    ),
    ("month-year-words", r"(?P<m>M)(?P<n>N)(?P<n2>N)-?(?P<n3>N)?(?![NU])", absolute.month_year_in_words),
    ("month", r"(?:h?(?P<e>E)(?:oh?|-|h)*)?(?P<r>[LXTp])?(?P<m>M)(?:\.(?=[~,.]))?", absolute.month_only),
    ("clock-day", _CLOCK + r",?[bi]?(?:(?P<w>W)|(?P<d>d))(?P<p>P)?", lasting.clock),
    ("day-clock", r"(?:(?P<w>W)|(?P<d>d))(?:,|b)*" + _CLOCK, lasting.clock),
    (
        "clock-date",
        _CLOCK + r",?[bi]?(?:(?P<w>W)\.?,?)?(?P<mo>M)\.?(?P<da>[NO])(?:,?(?P<y>Y))?",
        lasting.clock,
    ),
    ("clock", _CLOCK, lasting.clock),
    ("weekday", r"(?:(?P<e>[Eel])-?)?(?:h?(?P<r>[LXTp]))?(?P<w>W)(?:'?(?P<p>P))?", relative.weekday),
    ("deictic", r"(?:(?P<e>[Eel])-?)?(?P<d>d)(?P<p>P)?", relative.deictic),
    ("day-beyond", r"hU(?P<k>k)(?P<d>d)", relative.deictic),
    ("the-part-of-day", r"(?<=i)h(?P<p>P)", relative.part_of_day),
    ("part-of-day", r"h?(?P<r>[LXTts])(?P<p>P)", relative.part_of_day),
    (
        "unit",
        r"h?(?:(?P<e>E)(?:oh?|h)?|(?P<e2>[el])(?:i?h)?)?(?P<r>[LXTCp])F?(?P<u>U)",
        relative.unit,
    ),
    ("week-of", r"h(?P<week>U)o(?P<m>M)\.?(?P<d>[NO])", absolute.week_of),
    ("unit-late", r"h?(?P<e>E)oh?F?(?P<u>U)", relative.end_of_unit),
    ("unit-end", r"(?P<u>U)(?P<mark>[-'])?(?P<e>E)", relative.end_of_unit),
    ("year", r"F?(?P<y>Y)V?", absolute.year_only),
    ("year-part", r"h?(?P<e>E)(?:oh?|-|h)*F?(?P<y>Y)", absolute.year_only),
    ("decade", r"h?(?:(?P<e>E)(?:oh?|-)?)?(?P<k>K)", absolute.decade),
    (
        "quarter",
        r"h?(?:(?P<r>[LXTCp])U'?|(?P<y>Y))?F?-?(?P<o>O)-?(?P<u>U)(?:oF?(?:(?P<y2>Y)|(?P<r2>[LXT])U))?",
        relative.numbered,
    ),
    ("half", r"h?(?P<o>O)-?(?P<h>H)(?:oF?(?:(?P<y>Y)|h?(?P<r>[LXT])U))?", relative.numbered),
    ("century", r"h?(?P<o>O)-?(?P<u>U)", absolute.century),
    ("season", r"h?(?:(?P<e>E)-?)?(?P<r>[LXTp])?(?P<s>S)(?:o?(?P<y>Y))", absolute.season),
    ("season-bare", r"(?:(?P<e>E)-?)?(?P<r>[LXTp])p?(?P<s>S)", absolute.season),
    ("the-season", r"(?<=i)h?(?P<s>S)(?=[,.~|])", absolute.season),
    ("holiday-week", r"(?P<r>[LXT])?(?P<g>G)(?P<week>U)", absolute.holiday_week),
    ("holiday", r"(?P<r>[LXT])?(?P<g>G)(?:,?(?P<y>Y))?", absolute.holiday),
    ("ago", r"(?P<x>x)?" + _QTY + r"R?(?P<u>U)(?P<g>[gel])", relative.ago),
    ("year-ago", r"(?P<the>[ha])?(?P<u>U)-(?P<g>[ge])[UV]?", relative.ago),
    ("year-ago-quarter", r"h?U-[ge](?P<o>O)(?P<u>U)", relative.year_ago_quarter),
    ("year-quarter", r"h?(?:(?P<y>Y)|(?P<r>L)U')(?P<u>U)", relative.year_quarter),
    ("ahead", r"(?<=i)(?P<x>x)?" + _QTY + r"R?(?P<u>U)(?![-']|[gelk])", relative.ahead),
    ("duration", r"(?P<x>x)?h?(?P<r>[LXpC])?O?" + _QTY + r"-?R?-?(?P<u>U)", lasting.duration),
    ("duration-vague", r"(?<=i)(?P<x>x)?(?P<u>U)(?![-g])", lasting.vague_duration),
    ("lasting", r"(?<![-NOq])(?P<u>U)-(?P<w>[wA])", lasting.lasting),
    ("to-come", r"h(?P<u>U)w?(?P<k>@)", lasting.to_come),
    ("set", r"(?:(?P<z>z)|(?P<v>v)(?:(?P<w>W)|(?P<n>N)?(?P<u>U)))", lasting.repeated),
    ("year-in-words", r"(?P<n>N)(?P<n2>N)-?(?P<n3>N)?", absolute.year_in_words),
    ("same", r"(?P<t>[ht])s?F?(?P<u>U)(?![-gk])", relative.same_unit),
    ("reference", r"(?P<n>n)|h(?P<p>p)(?=[,.~|])|h(?P<n2>f)", lasting.reference),
    ("current", r"(?P<c>C)(?![UF])", lasting.present),
    ("recent", r"(?P<q>q)(?!U)", lasting.recent),
)

RULES = tuple(Rule(name, re.compile(pattern), read) for name, pattern, read in _RULES)
