"""Whether two tellings of what is ahead are of one event, as a reader of the page would say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import content_words
from atstake.brief.compose.wording import days_between
from atstake.model.claims import Ahead
from atstake.model.text import Target

ALIKE = 2
"""Words, or those who take part, that two tellings of one event share."""
_MANY = 4
"""Words in common that will do where those who take part are not named in both."""
ENDS = re.compile(
    r"\b(?:[Bb]y|[Bb]efore|[Uu]ntil) (?:the (?:end|middle|close) of|next\b|(?:19|20)\d\d\b|[A-Z][a-z]+\b)"
)
"""Words that give an end alone: "by 30 June"."""
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|jan|feb|aug|sept|oct|nov|dec|next|this|week|month|year|day|scheduled|planned"
)
_A_WEEK, _SOME_WEEKS = 7, 10


def is_told(coverage: Coverage, event: Ahead, shown: Ahead) -> bool:
    """Whether an event is another telling of one that is shown: one day, and words or a place in common.

    A wider time around that day, or around its week ("next month"), tells no other event of the same words.
    """
    one_sentence = event.target.document == shown.target.document and bool(
        set(coverage.sentences(event.target)) & set(coverage.sentences(shown.target))
    )
    # "Is back next week, when the plan is due by then": one sentence is shown once for one end.
    if one_sentence and event.latest is not None and event.latest == shown.latest:
        return True
    if one_sentence and _days(event) == _days(shown) and any(_days(event)):
        return True
    if not (event.earliest and event.latest and shown.earliest and shown.latest):
        return False
    common = plain_words(event) & plain_words(shown)
    together = set(event.participants) & set(shown.participants)
    if event.latest == shown.latest and is_by(coverage, event) and is_by(coverage, shown):
        # "The list will be out by 15 June" names nobody whom another telling could name too.
        unnamed = not (event.participants and shown.participants) and len(common) >= ALIKE
        return bool(common and together) or unnamed
    if _is_a_week(shown) and _days(event) == _days(shown) and len(common) >= ALIKE:
        return True
    if not _holds(event, shown):
        return False
    if event.earliest == event.latest:
        return len(common) >= ALIKE or bool(_places(coverage, event) & _places(coverage, shown))
    # "This week", told by one who takes part, of the Tuesday in it.
    few = 1 if _is_a_week(event) else ALIKE
    return len(common) >= _MANY or (len(common) >= ALIKE and len(together) >= few)


def is_held(event: Ahead, followed: Ahead) -> bool:
    """Whether an event is told with a wider time around the day of one that has been held since.

    It was told before that day: what is said afterwards is of the next one.
    """
    if not (event.earliest and event.latest and followed.earliest and followed.latest):
        return False
    told = max((t.told or "" for t in event.tellings), default="")
    wider = _days(event) != _days(followed) and _holds(event, followed)
    common = plain_words(event) & plain_words(followed)
    together = set(event.participants) & set(followed.participants)
    alike = len(common) >= _MANY or (len(common) >= ALIKE and bool(together))
    return wider and told <= followed.latest and alike


def plain_words(event: Ahead) -> frozenset[str]:
    """What a telling says, without its days."""
    words = content_words(event.target.quote)
    return frozenset(w for w in words if not w.isdigit() and not _CALENDAR.fullmatch(w))


def _holds(event: Ahead, shown: Ahead) -> bool:
    """Whether the days of one event hold those of another, which are few."""
    if not (event.earliest and event.latest and shown.earliest and shown.latest):
        return False
    few = days_between(shown.earliest, shown.latest) <= _SOME_WEEKS
    return few and event.earliest <= shown.earliest <= shown.latest <= event.latest


def _is_a_week(event: Ahead) -> bool:
    return days_between(event.earliest, event.latest) < _A_WEEK


def is_by(coverage: Coverage, event: Ahead, shown: Iterable[Target] = ()) -> bool:
    """Whether words give an end alone, the event's: "by 30 June", not "signed by Weil on 30 June"."""
    return end_of(coverage, event, shown or (event.target,)) is not None


def end_of(coverage: Coverage, event: Ahead, shown: Iterable[Target]) -> re.Match[str] | None:
    """The words that give an event's last day as an end; any such words where none are known to give it."""
    for target in shown:
        days = [
            t.target.whole
            for t in coverage.times(target.document)
            if target.whole.contains(t.target.whole) and event.latest in (t.latest, _day_before(t.earliest))
        ]
        for span in target.spans:
            for found in ENDS.finditer(coverage.text(target.document), span.start, span.end):
                if not days or any(d.start < found.end() and found.start() < d.end for d in days):
                    return found
    return None


def _day_before(day: str | None) -> str | None:
    return (date.fromisoformat(day[:10]) - timedelta(1)).isoformat() if day else None


def _days(event: Ahead) -> tuple[str | None, str | None]:
    return event.earliest, event.latest


def _places(coverage: Coverage, event: Ahead) -> set[str]:
    named = coverage.mentions(event.target.document, event.target.whole)
    return {m.target.quote for m in named if m.type == "place"}
