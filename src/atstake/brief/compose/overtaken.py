"""What the newest article has overtaken: events that are over, questions that time has answered."""

from __future__ import annotations

import re

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.dated import is_dated_back, is_gone_by
from atstake.brief.compose.one_event import is_by
from atstake.brief.compose.wording import days_between
from atstake.model.claims import Ahead, Telling
from atstake.model.text import Target

# "Had said before the visit that she would speak": it was ahead then.
_TOLD_BEFORE = re.compile(
    r"\b(?:said|told|announced|promised|predicted|indicated|thought|expected|planned)\b(?: \w+){0,3}"
    r" (?:before|ahead of|prior to) (?:the|his|her|their|its|this|that|last) (?:\w+ )?\w+ (?:that|to)\b"
)
# "Was invited to speak, but did not accept": nothing came of it.
_CAME_TO_NOTHING = re.compile(
    r"\b(?:was|were|had been) (?:invited|asked|due|expected|scheduled|supposed|set|urged) to\b[^.;]*\bbut\b"
    r"[^.;]*\b(?:did not|didn[’']t|declined|refused|never|failed|could not|couldn[’']t)\b"
)
# "Had originally planned to open in March": so it stood, and nobody says how it stands.
_WAS_PLANNED = re.compile(
    r"\b(?:had been|originally|initially) (?:due|scheduled|planned|set|slated|expected|meant|intended)\b"
    r"|\bhad (?:long |widely )?(?:been (?:expecting|hoping|planning)|expected|hoped|planned|faced)\b",
    re.IGNORECASE,
)
_STANDS = re.compile(r"\b(?:will|now|instead|moved|rescheduled|still)\b", re.IGNORECASE)
_OPENING, _LONG_AGO = 30, 60
"""Characters of a sentence in which a time opens it; days back from which on what was wanted then is over."""
_A_WEEK, _SOME_DAYS = 7, 2
_STALE = 7
"""Days after which an event ahead without a date, no longer spoken of, leaves the page ..."""
_QUICK = 4
"""... or, where all was published within fewer days, this part of them."""
_ASKED = 3
"""Days that a question stands at the least."""
_SO_FAR = re.compile(r"\b(?:yet|immediately)\b", re.IGNORECASE)
"""Words that leave a thing open on the day on which they are written."""
_TO_COME = re.compile(
    r"\b(?:whether|if|when) (?:\S+ ){1,6}?(?:will|would|might|may|could)\b"
    r"|\bwhat (?:will|would|might|may|could) (?:come|happen) next\b",
    re.IGNORECASE,
)
"""Words that ask whether something will come; how it will be, or how long, may be asked for long."""


def is_over(coverage: Coverage, event: Ahead) -> bool:
    """Past by its date, told as past since, or undated and not spoken of by the newest articles."""
    if event.afterwards is not None:
        return True
    now = coverage.now or ""
    if event.certainty == "conditional" and is_gone_by(coverage, event.target):
        # "If neither wins on Tuesday, a run-off follows in December": since Tuesday it is known.
        return True
    if _WAS_PLANNED.search(event.target.quote) and not _STANDS.search(event.target.quote):
        return True
    if event.latest or event.earliest:
        return (event.latest or event.earliest or "") < now or _is_mostly_over(coverage, event)
    text = coverage.text(event.target.document)
    around = [text[s.start : s.end] for s in coverage.sentences(event.target)]
    if any(p.search(words) for p in (_TOLD_BEFORE, _CAME_TO_NOTHING) for words in around):
        return True
    if is_dated_back(coverage, event.target, event.target.start + _OPENING, _LONG_AGO):
        # "In a June speech she called on them to ...": it was wanted then.
        return True
    return days_between(_told(coverage, event), now) > _leaves_after(coverage)


def is_settled(coverage: Coverage, question: Target) -> bool:
    """Whether time has settled an open question: of what was to come, its day is past or it is told of since.

    Nobody has to say so: "whether she will sign" was open on the day on which it was asked. What happened,
    or why, stays open until somebody tells.
    """
    asked, now = coverage.date(question.document), coverage.now
    if asked is None or now is None or asked >= now:
        return False
    old = days_between(asked, now) > max(_ASKED, _leaves_after(coverage))
    if old and _SO_FAR.search(question.quote):
        return True
    if old and _TO_COME.search(question.quote):
        return True
    return any(
        old or _is_told_of(event, telling, now)
        for event in coverage.resolution.ahead
        for telling in event.tellings
        if telling.target.document == question.document and telling.target.whole.overlaps(question.whole)
    )


def _is_told_of(event: Ahead, telling: Telling, now: str) -> bool:
    """Whether an event that was in question has had its day, or was held since."""
    return event.afterwards is not None or (telling.latest is not None and telling.latest < now)


def _told(coverage: Coverage, event: Ahead) -> str:
    """The day of the newest telling."""
    newest = max((t.told or "" for t in event.tellings), default="")
    return newest or coverage.date(event.target.document) or ""


def _leaves_after(coverage: Coverage) -> int:
    """The days after which what has no date, and is no longer spoken of, leaves the page."""
    now = coverage.now or ""
    first = min((d.date for d in coverage.articles if d.date), default=now)
    return min(_STALE, max(1, days_between(first, now) // _QUICK))


def _is_mostly_over(coverage: Coverage, event: Ahead) -> bool:
    """Whether days of a week, or half of a longer time, are gone since the event was last told of as ahead.

    What has only an end ("by 30 June") is most likely to come at that end.
    """
    if not event.earliest or not event.latest or event.earliest == event.latest:
        return False
    now, length = coverage.now or "", days_between(event.earliest, event.latest)
    gone = days_between(event.earliest, now)
    if gone < _SOME_DAYS or days_between(_told(coverage, event), now) < _SOME_DAYS:
        return False
    return length < _A_WEEK or (2 * gone >= length and not is_by(coverage, event))
