"""Bylines, datelines and the agencies that a text credits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from atstake.intake.dates import MONTH, WEEKDAY, WRITTEN, YEAR
from atstake.intake.lines import Line, plain_spaces
from atstake.intake.words import AGENCIES
from atstake.model.text import Credit, Span

_TOP = 15
"""A byline or dateline stands among the first lines that are no furniture."""

_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=lambda n: (-len(n), n)))
_NAMED = re.compile(rf"\b(?:The )?(?P<agency>{_AGENCY})\b(?!['’]s)")
_DASH = r"(?:--|[-–—―])"
_DATE = rf"(?:,? (?P<date>{MONTH} \d{{1,2}}(?:,? {YEAR})?|\d{{1,2}} {MONTH}(?: {YEAR})?))?"
_CITY = (
    r"(?P<city>[A-Z][A-Za-zÀ-ÿ.'’-]*(?:[ /][A-Za-zÀ-ÿ.'’-]+){0,5})"
    r"(?P<region>(?:, [A-Z][A-Za-z.'’ ]{1,25}){0,2}?)"
)
_WITH_AGENCY = re.compile(
    rf"(?:{_CITY}{_DATE} ?)?\((?P<by>[A-Z][\w.&/ -]{{1,40}})\)(?: ?{_DASH} ?| (?=[A-Z“\"‘])|\s*$)"
)
_WITHOUT = re.compile(rf"{_CITY}{_DATE} ?(?:—|–|--| - ) ?(?=\S)")
_BYLINE = re.compile(r"By:? (?P<names>[^\n]{3,150})")
_NAME_WORD = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]*|and|with|for|in|of|the|de|van|von|der|al|bin|la|du|di|&|[|/•·–—-]|\d+),?"
)
_UNLISTED = re.compile(
    r"\b(?:with|from|/) ?"
    r"(?P<name>(?:[A-Z][\w.&-]+ ){1,3}(?:Wires?|News Agency|News Service|Press Agency|Newswire))\b"
)
"""Agencies that are on no list, where a byline credits them under a name that says what they are."""
_ONE = r"[A-ZÀ-Þ][\w’'-]+(?: [A-Z]\.)?(?: (?:de|van|von|der|al|bin|la|[A-ZÀ-Þ][\w’'-]+)){1,3}"
_PEOPLE = re.compile(rf"{_ONE}(?:(?:, | and |, and ){_ONE}){{0,2}}")
_CREDITING = re.compile(
    r"contribut|reporting by|with (?:agencies|wires|files from)|source:|copyright|©|all rights reserved"
    r"|wire services|staff and agencies|\(with ",
    re.I,
)
_TAIL = re.compile(rf"(?:{_DASH}\s?|\(|/\s?)(?P<agency>{_AGENCY})\)?[\s.]*\Z")
_STAMP = re.compile(
    rf"(?:(?P<label>(?:(?:Last )?(?:Published|Updated|Posted)|Date of publication)(?: at| on)?:?)\s+)?"
    rf"(?P<agencies>(?:(?:{_AGENCY})(?:, | and |/| )?)*)\s*(?:(?P<weekday>{WEEKDAY}),? )?"
    rf"(?P<date>{WRITTEN})(?:,?(?: at)? (?P<time>\d{{1,2}}:\d\d(?::\d\d)?|\d{{6}}|\d{{4}}(?= [A-Z])))?"
    r"(?=\s|$|[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline stands, and the date and the agency in it, as printed; both may be empty."""

    span: Span
    date: str = ""
    agency: str = ""


def find_byline(lines: Sequence[Line]) -> tuple[Span, tuple[str, ...]] | None:
    """The line "By ..." near the top, and the names of persons in it."""
    for line in lines[:_TOP]:
        match = _BYLINE.fullmatch(line.text)
        if match and all(_NAME_WORD.fullmatch(word) for word in match["names"].split()):
            return line.span, _persons(match["names"])
    return None


def find_dateline(
    lines: Sequence[Line], is_place: Callable[[str, str], bool], publisher: str = ""
) -> Dateline | None:
    """ "MOSCOW, Dec 15 (Reuters) -" or "MOSCOW —" at the start of one of the first lines.

    An agency that is not on the list counts after a city in capitals and before a dash. Without any
    agency the city must be one that ``is_place`` knows, and in capitals.
    """
    for line in lines[:_TOP]:
        match = _WITH_AGENCY.match(line.text)
        if match and (match["by"] in AGENCIES or _is_wire(match, line.text, publisher)):
            own = match["by"] == "CNN" or publisher.casefold().startswith(match["by"].casefold())
            span = line.part(0, len(match[0].rstrip()))
            return Dateline(
                span, match["date"] or "", "" if own and match["by"] not in AGENCIES else match["by"]
            )
        match = _WITHOUT.match(line.text)
        if match and match["city"].isupper() and len(match["city"]) > 2 and _is_known(match, is_place):
            return Dateline(line.part(0, len(match[0].rstrip())), match["date"] or "")
    return None


def find_stamp(text: str, at: int) -> re.Match[str] | None:
    """A date printed before the text proper ("AFP Wednesday 22 Jun 2016"), from ``at`` on.

    What follows must begin a sentence, so that "5 May 2012 was a Saturday" is none; after an agency or
    a label there is no doubt.
    """
    match = _STAMP.match(text, at)
    if not match or match["agencies"] or match["label"]:
        return match
    rest = text[match.end() :].lstrip(" ,|-–—\n")
    return match if not rest or rest[0].isupper() or rest[0].isdigit() or rest[0] in "“\"'‘" else None


def find_agencies(
    text: str, lines: Sequence[Line], credited: Iterable[Span], printed: str = ""
) -> tuple[Credit, ...]:
    """Every agency credited, once, at its first credit: in ``credited`` stretches, in lines that credit
    ("... contributed to this report"), or at the very end ("— Reuters").

    ``printed`` is an agency's name as a dateline gives it, listed or not.
    """
    credited = list(credited)
    places = credited + [x.span for x in lines if len(x.text) < 330 and _CREDITING.search(x.text)]
    found = [
        Credit(AGENCIES[m["agency"]], Span(s.start + m.start("agency"), s.start + m.end("agency")))
        for s in places
        for m in _NAMED.finditer(plain_spaces(text[s.start : s.end]))
    ]
    found += [
        Credit(m["name"], Span(s.start + m.start("name"), s.start + m.end("name")))
        for s in credited
        for m in _UNLISTED.finditer(plain_spaces(text[s.start : s.end]))
    ]
    if printed and printed not in AGENCIES:
        at = next((i for s in credited if (i := text.find(printed, s.start, s.end)) >= 0), None)
        found += [] if at is None else [Credit(printed, Span(at, at + len(printed)))]
    tail_at = max(0, len(text) - 60)
    if match := _TAIL.search(text, tail_at):
        found.append(Credit(AGENCIES[match["agency"]], Span(*match.span("agency"))))
    first: dict[str, Credit] = {}
    for credit in sorted(found, key=lambda c: (c.span.start if c.span else 0, c.agency)):
        first.setdefault(credit.agency, credit)
    return tuple(first.values())


def is_person(line: str) -> bool:
    """Whether a line is nothing but what could be one to three persons' names."""
    return bool(_PEOPLE.fullmatch(line))


def split_authors(value: object) -> tuple[str, ...]:
    """The names in a record's field: a list, or a text parted by commas, semicolons, "and"."""
    if isinstance(value, list | tuple):
        named = [v.get("name", "") if isinstance(v, dict) else v for v in value]
        return tuple(str(v).strip() for v in named if str(v).strip())
    if not isinstance(value, str):
        return ()
    names = (
        re.sub(r"^by:?\s+", "", part.strip(), flags=re.I) for part in re.split(r"[,;|]|\band\b|&", value)
    )
    return tuple(name for name in names if name)


def _is_wire(match: re.Match[str], line: str, publisher: str) -> bool:
    city, dash = match["city"] or "", match[0].rstrip()[-1:] in "-–—―"
    if match["by"] == "CNN" or (match["by"] and match["by"] == publisher):
        return True
    return city.isupper() and len(city) > 2 and dash and len(match["by"].split()) <= 3


def _persons(names: str) -> tuple[str, ...]:
    people = re.split(r"\b(?:with|for|in|of)\b|\||•", names)[0]
    found = split_authors(people)
    return tuple(n for n in found if n not in AGENCIES and 2 <= len(n.split()) <= 4)


def _is_known(match: re.Match[str], is_place: Callable[[str, str], bool]) -> bool:
    return any(is_place(part.strip(), match["region"] or "") for part in match["city"].split("/"))
