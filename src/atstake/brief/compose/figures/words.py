"""Whose a value is, how much it is and as of when, in the source's words or atstake's."""

from __future__ import annotations

import re

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.whose import source_words
from atstake.brief.compose.wording import amount, day, days
from atstake.model.claims import FigurePoint
from atstake.text.numbers.nearly import nearly

_SOURCE = 50
"""Characters of the words for a source that are shown where nobody is known to be meant."""
_PRONOUNS = {"he", "she", "it", "they", "who", "which", "that", "i", "we", "you", "one", "some", "many"}
_TORN = frozenset("of from by in on at to for with and the a an".split())
"""Words with which the words for a source end that are torn from what follows."""
_DEED = re.compile(
    r"(?:bombings?|shootings?|killings?|stabbings?|blasts?|attacks?|explosions?|clashes|fighting|violence|strikes?|raids?|fires?|storms?|crash(?:es)?"
    r"|earthquakes?|floods?|wars?|battles?|outbreaks?|epidemics?|virus|diseases?|massacres?)$"
)
"""What befalls people counts nobody: "a string of bombings"."""
_SERIES_OF = re.compile(r"^(?:an? )?(?:string|series|wave|spate|number|pair|group) of ", re.IGNORECASE)


_RELATIVES = {"which", "whom", "what", "that"}
"""Words that tie a clause to another: "which aides had framed as progress"."""
_A_SHARE = re.compile(r"(?:\bpercent|\bper cent|%)$", re.IGNORECASE)
# "A Karsa University poll", "the survey"; of a poll of people its takers are not told.
_POLL = re.compile(
    r"\b(?:an?|the|one|another|its|their)\s+((?:[\w’'/&-]+\s+){0,5}?(?:poll|survey))\b(?!-|s\b)",
    re.IGNORECASE,
)
_LOOKS_BACK = 1200
"""Characters before a sentence in which the poll is named of which it tells a share."""
_VIEW = re.compile(r"\b(?:approval|disapproval|favorab\w+|unfavorab\w+|job) ?(?:rating)?\b", re.IGNORECASE)
_TOLD_OFF = re.compile(
    r"^(?:new|recent|latest|same|separate|other|earlier|previous|national|own) ", re.IGNORECASE
)


def pollster(coverage: Coverage, point: FigurePoint) -> str:
    """The poll that a share is read from, quoted; "" where none is named with it or shortly before."""
    figure = coverage.figure(point)
    if figure is None or figure.kind != "percent":
        return ""
    text, start = coverage.text(point.target.document), point.target.start
    here = [m for m in _POLL.finditer(text, start, point.target.end)]
    if here:
        before = [m for m in here if m.start() < figure.number.start]
        return f"“{' '.join((before or here)[-1 if before else 0][0].split())}”"
    thinks = figure.which.startswith("who ") or _VIEW.search(figure.of)
    last = [m for m in _POLL.finditer(text, max(0, start - _LOOKS_BACK), start) if _is_named(m[1])]
    return f"“{_TOLD_OFF.sub('', ' '.join(last[-1][1].split()))}”" if thinks and last else ""


def _is_named(poll: str) -> bool:
    return any(w[0].isupper() for w in poll.split())


def source(coverage: Coverage, point: FigurePoint) -> str:
    """The words for whoever says it, quoted, where nobody is known to be meant; "" where none are short."""
    figure = coverage.figure(point)
    said = coverage.attribution(point.target.document, figure.attribution) if figure else None
    words = source_words(said)
    if not 0 < len(words) <= _SOURCE or words.lower() in _PRONOUNS or not can_say(words):
        return ""
    if words.split()[-1].lower() in _TORN:
        return ""
    return f"“{words}”"


def can_say(words: str) -> bool:
    """Whether a source's words are of somebody, a body, or what is written or counted: not of a deed."""
    words = _SERIES_OF.sub("", words)
    if (
        _A_SHARE.search(words)
        or words.split()[0].lower() in _RELATIVES
        or words.endswith(("'s", "’s", "s'", "s’"))
    ):
        return False
    head = re.split(r" (?:of|from|on|in|for|at|by|with|to|near) ", words)[0].split()[-1]
    return not (head[:1].islower() and _DEED.search(head))


def when(coverage: Coverage, point: FigurePoint) -> str:
    """The day that a value holds for, as wide as the text says it: "2011", and "by 2030" of what is ahead."""
    document = point.target.document
    said = [
        t
        for t in coverage.times(document)
        if t.latest == point.as_of and point.target.whole.contains(t.target.whole)
    ]
    widest = min((t.earliest for t in said if t.earliest), default=point.as_of)
    published = coverage.date(document)
    if published and point.as_of and point.as_of > published:
        # What is counted ahead is counted for the end of the time: "by 2030".
        begun = widest is not None and widest > published
        return f"by {days(widest, point.as_of) if begun else day(point.as_of)}"
    return days(widest, point.as_of)


def vague(coverage: Coverage, point: FigurePoint) -> str:
    """The source's own word where it is no number: "dozens"; the bounds are in the data."""
    number = coverage.number(point)
    if (
        number
        and not any(c.isdigit() for c in number.quote)
        and point.low != point.high
        and None not in (point.low, point.high)
    ):
        return f"“{number.quote}”"
    return ""


def nearly_so(coverage: Coverage, point: FigurePoint, unit: str) -> str:
    """ "Nearly 300", which is not "up to 300"."""
    number = coverage.number(point) if point.low is None and point.high is not None else None
    told = number is not None and nearly(coverage.text(number.document), number.start)
    return f"nearly {amount(point.high, point.high, unit)}" if told else ""
