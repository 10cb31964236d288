"""*How we got here*: dated past events, oldest first.

Coded events, and sentences of the reporters' own that give one past day: what is decided, opened or left is
no conflict or cooperation between two parties, and no less of how we got here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen, content_words
from atstake.brief.compose.wording import days, days_between
from atstake.model.annotations import Statement, TimeExpression
from atstake.model.brief import Part, Past
from atstake.model.text import Target

MOST = 14
_A_DAY = 2
_BACKGROUND = 365
"""Days before the first article from which on an event is background."""
_BESIDE, _FAR_BESIDE = 0.5, 0.75
"""Shares of the greatest centrality from which an event of one origin is shown: a late one, background."""
_TOLD = 0.45
"""Share of the most central statement's centrality from which a sentence with a day is shown."""
_FEW_WORDS = 2
"""Words behind "before" up to a day with which it makes a clause."""
_WIDE = 31
"""Days: a longer time dates no sentence ..."""
_A_YEAR = 366
"""... and a longer one no event."""
_OF_OLD, _WEEKS = 3653, 14
"""Days before the first article from which one text alone tells no event; and of two weeks."""
# What is told of later, or as possible; and what a day may stand in without dating the sentence.
_NOT_PAST = re.compile(
    r"\b(?:will|would|could|should|may|might|must|plan(?:s|ned|ning)?|scheduled|expected|due|set to|likely|if"
    r"|unless|hopes?|wants?|going to|since|until|by the end|no|not|never)\b|n['’]t\b",
    re.IGNORECASE,
)
# "The states to vote Tuesday include ...", "Supporters listen to her on June 5": nothing that is over.
_HAPPENED = re.compile(
    r"\b(?:was|were|had|did|began|took|held|told|came|went|made|met|won|lost|left|fell|rose|ran|led|gave|got|set|put"
    r"|shot|saw|sent|said|wrote|broke|brought|struck|fought|spoke|cut|hit|drew|grew|kept|cast|quit|beat|sank|flew"
    r"|\w{2,}ed)\b",
    re.IGNORECASE,
)
# "The mill was still burning": how things stood, and no event.
_STOOD = re.compile(
    r"\b(?:was|were|remained|stayed) (?:still|already|largely|mostly|also)? ?"
    r"(?:\w+ing|open|closed|quiet|calm|tense|unclear|silent|unknown|uncertain)\b",
    re.IGNORECASE,
)
_NOW = frozenset(
    {"now", "currently", "today", "at present", "at the moment", "recently", "these days", "lately"}
)
# "Early in the day" dates nothing by itself, and is mostly not the day of the article.
_ANCHOR = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|jan|feb|aug|sept|oct|nov|dec)\b|\b(?:ago|last|this|yesterday|earlier|previous)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:on )?(?:(?:early|late|earlier|later)(?: on)? )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?",
    re.I,
)
_MONTH = re.compile(
    r"(?:in )?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_LONG_AGO = 150
"""Days back from which on a bare month may be the next one."""
_NEXT_DAY = 6
"""Days back at which a bare weekday is as likely the day after: texts are brought up to date later."""
# "He said so before the state voted last week": the day is that of the vote.
_OF_ANOTHER = re.compile(
    r"\b(?:before|after|until|since|ahead of|when|as)\b(?:[^,;:]|(?<=\d),(?=\d))*$", re.IGNORECASE
)
# "Before the 15 March primary": the day tells which primary. "A week earlier" is counted from something else.
_OF_A_THING = re.compile(
    r"\b(?:before|after|until|since|ahead of|following|for|from|than|eve of) "
    r"(?:the|its|his|her|their|an?|last|this) ?$",
    re.IGNORECASE,
)
_A_THING = re.compile(r"[’']s? [a-z]|[ -][a-z]+")
_NO_THING = re.compile(
    r" (?:and|or|but|when|where|who|which|that|after|before|in|on|at|of|to|for|with|from|by|as|during"
    r"|amid|over)\b"
)
# "She met the nurse who died Oct. 8", "states that he won in March": the day is that of the clause.
_RELATED = re.compile(
    r"\b(?:who|whom|whose|which|where|[a-z]{3,}(?<!ed)(?<!aid)(?<!ays)(?<!old) that)\b(?! (?:is|are)\b)"
    r"[^,;:.()—–]*$"
)
# "In the days after the fire last Wednesday": some day behind it.
_SOME_DAYS_AFTER = re.compile(
    r"\b(?:hours|days|weeks|months|years) (?:after|before|since|following|leading up to)\b[^,;]*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\bthan (?:(?:it was |they were )?(?:in|on|during|at|a) )?$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|its|his|her|their) $", re.IGNORECASE)
_THING = re.compile(r"[’']s? [A-Za-z]|[ -][A-Za-z]+")
_COUNTED = re.compile(r"\b(?:earlier|later|before|after|previously|afterwards?)$", re.IGNORECASE)
_REACH = 24
_OPEN, _CLOSE = frozenset('“"‘'), frozenset('”"’,')
_NO_LINE = frozenset({"headline", "heading", "question", "open"})


def timeline(coverage: Coverage, taken: Seen) -> Part[Past]:
    """The events that most independent texts tell, then the most central, two a day at most."""
    made: list[Past] = []
    per_day: Counter[str] = Counter()
    for told in sorted(_candidates(coverage), key=lambda c: (-len(c.origins), -c.central, c.ago, c.id)):
        if per_day[told.earliest] >= _A_DAY:
            continue
        line = lines.make(coverage, "past", told.target, origins=told.origins)
        if line is None or any(lines.is_caption(coverage, q.target) for q in line.quotes):
            continue
        if not taken.add(lines.words_of(line)):
            continue
        per_day[told.earliest] += 1
        made.append(Past(told.id, line, days(told.earliest, told.latest), told.earliest, told.latest))
    shown = sorted(made[:MOST], key=lambda p: (p.earliest or "", p.latest or "", p.event))
    return Part(tuple(shown), len(made) - len(shown))


@dataclass(frozen=True)
class _Candidate:
    """Something past with its days; ``ago`` how many days before the newest article."""

    id: str
    target: Target
    origins: tuple[str, ...]
    earliest: str
    latest: str
    central: float
    ago: int


def _candidates(coverage: Coverage) -> list[_Candidate]:
    """What is past and dated, without what one text recalls from far off the point."""
    now = coverage.now or "9999"
    found = [
        _candidate(coverage, h.id, h.target, (h.earliest, h.latest or h.earliest), h.origins)
        for h in coverage.resolution.happenings
        if h.earliest
        and h.earliest <= now
        and h.target.document in coverage.documents
        and days_between(h.earliest, h.latest or h.earliest) <= _A_YEAR
        and not _is_misdated(coverage, h.target, (h.earliest, h.latest or h.earliest))
        and not _is_of_old(coverage, h.earliest, h.origins)
    ]
    if not coverage.has_subject:
        return found
    sentences = list(_sentences(coverage))
    greatest = max((c.central for c in (*found, *sentences)), default=0.0)
    opening = min((d.date for d in coverage.articles if d.date), default=now)
    since = days_between(opening, now) + _BACKGROUND
    return [
        c
        for c in found
        if len(c.origins) > 1 or c.central >= (_BESIDE if c.ago <= since else _FAR_BESIDE) * greatest
    ] + [c for c in sentences if c.central >= (_TOLD if c.ago <= since else _FAR_BESIDE) * coverage.greatest]


def _candidate(
    coverage: Coverage, key: str, target: Target, when: tuple[str, str], origins: tuple[str, ...]
) -> _Candidate:
    central = coverage.centrality(content_words(target.quote))
    ago = days_between(when[0], coverage.now or "9999")
    return _Candidate(key, target, origins, *when, central, ago)


def _sentences(coverage: Coverage) -> Iterator[_Candidate]:
    """The reporters' own sentences about something that has happened, with the one day that they give."""
    for document in coverage.articles:
        said = [s for a in coverage.attributions(document.id) for s in a.content.spans]
        for statement in coverage.statements(document.id) if document.date else ():
            if not _tells(statement) or lines.is_caption(coverage, statement.target):
                continue
            whole = statement.target.whole
            times = [t for t in coverage.times(document.id) if whole.contains(t.target.whole)]
            if any(t.target.quote.casefold() in _NOW for t in times):
                # "Holm now has 55 seats, of which she won ten in March": how things stand.
                continue
            if not all(_ANCHOR.search(t.target.quote) for t in times):
                continue
            if any(s.overlaps(t.target.whole) for s in said for t in times):
                continue
            if any(_is_of_another(statement, t, document.text) for t in times):
                continue
            times = [t for t in times if not _is_a_title(document.text, t)]
            when = _day_of(times, document.date or "")
            if when is not None:
                origins = coverage.origins([document.id])
                yield _candidate(coverage, statement.id, statement.target, when, origins)


def _is_a_title(text: str, time: TimeExpression) -> bool:
    """Whether a time stands alone in quotation marks: the name of a programme, “This Week”."""
    target = time.target
    return (
        text[max(0, target.start - 1) : target.start] in _OPEN and text[target.end : target.end + 1] in _CLOSE
    )


def is_of_a_thing(text: str, time: TimeExpression) -> bool:
    """Whether a day tells which thing is meant, or is counted from another: "before the 15 March primary"."""
    behind = text[time.target.end : time.target.end + _REACH]
    before = text[max(0, time.target.start - _REACH) : time.target.start]
    if _COMPARED.search(before):
        # "A third more than in April".
        return True
    names = _OF_A_THING.search(before) and _A_THING.match(behind) and not _NO_THING.match(behind)
    return bool(names) or _COUNTED.search(time.target.quote) is not None


def _is_of_old(coverage: Coverage, day: str, origins: tuple[str, ...]) -> bool:
    """Whether one text of several recalls what was long before the story ("a peak, as in 1968")."""
    opening = min((d.date for d in coverage.articles if d.date), default=day)
    recalled = coverage.has_subject and len(origins) < 2
    return recalled and days_between(day[:10], opening) > _OF_OLD


def _is_misdated(coverage: Coverage, target: Target, when: tuple[str, str]) -> bool:
    """Whether the times that date an event name a programme or another thing, or date another clause."""
    inside = [t for t in coverage.times(target.document) if target.whole.contains(t.target.whole)]
    dating = [t for t in inside if (t.earliest, t.latest) == when]
    text = coverage.text(target.document)
    published = coverage.date(target.document) or ""
    others = [t for t in inside if t not in dating and t.type in ("DATE", "TIME")]
    return bool(dating) and all(
        _is_a_title(text, t)
        or is_of_a_thing(text, t)
        or _SOME_DAYS_AFTER.search(text[target.start : t.target.start])
        or (others and _is_inside_a_name(text, t))
        or _is_of_what_came_first(text[target.start : t.target.start], wide=_is_wide(t) or bool(others))
        or (published and _is_next_or_last(t, published))
        for t in dating
    )


def _is_inside_a_name(text: str, time: TimeExpression) -> bool:
    """Whether a day stands between an article and the thing that it tells of: "the 13 May raid"."""
    before = text[max(0, time.target.start - _REACH) : time.target.start]
    behind = text[time.target.end : time.target.end + _REACH]
    named = _ARTICLE.search(before) and _THING.match(behind)
    return bool(named) and not _NO_THING.match(behind)


def _is_of_what_came_first(told: str, *, wide: bool) -> bool:
    """Whether a day stands behind "before" or the like, in words that tell more than the day.

    What is told "after" something of a day is of that day too, unless another is given or it is a month.
    """
    clause = _OF_ANOTHER.search(told)
    if clause is None or len(told[clause.start() :].split()) <= _FEW_WORDS:
        return False
    first = clause[0].split()[0].lower()
    return first in ("before", "until", "since", "ahead") or (first == "after" and wide)


def _is_wide(time: TimeExpression) -> bool:
    """Whether a time is a month or longer."""
    return not time.earliest or not time.latest or days_between(time.earliest[:10], time.latest[:10]) > _WEEKS


def _is_next_or_last(time: TimeExpression, published: str) -> bool:
    """Whether a weekday may be the day after publication, when texts are brought up to date."""
    bare = _WEEKDAY.fullmatch(time.target.quote) is not None and time.earliest is not None
    return bare and days_between((time.earliest or "")[:10], published) == _NEXT_DAY


def _is_of_another(statement: Statement, time: TimeExpression, text: str) -> bool:
    """Whether a day stands in a clause behind "before" or the like, with a verb of its own."""
    if is_of_a_thing(text, time):
        return True
    told = text[statement.target.start : time.target.start]
    if _RELATED.search(told) or _SOME_DAYS_AFTER.search(told):
        return True
    clause = _OF_ANOTHER.search(told)
    return clause is not None and len(told[clause.start() :].split()) > _FEW_WORDS


def _tells(statement: Statement) -> bool:
    own = statement.outlet and _NO_LINE.isdisjoint(statement.marks)
    words = statement.target.quote
    happened, stood = _HAPPENED.search(words), _STOOD.search(words)
    if happened is None or (stood is not None and stood.start() <= happened.start()):
        return False
    return own and "?" not in words and not _NOT_PAST.search(words)


def _day_of(times: list[TimeExpression], published: str) -> tuple[str, str] | None:
    """The one time of a sentence, where it is short, and over."""
    given = {(t.earliest, t.latest) for t in times if t.type in ("DATE", "TIME")}
    if len(given) != 1:
        return None
    earliest, latest = given.pop()
    month = all(_MONTH.fullmatch(t.target.quote) for t in times)
    if earliest and month and days_between(earliest[:10], published) > _LONG_AGO:
        # "The convention in July" of a text in March is as likely the next one.
        return None
    bare = all(_WEEKDAY.fullmatch(t.target.quote) for t in times)
    if earliest and bare and days_between(earliest[:10], published) == _NEXT_DAY:
        return None
    if not earliest or not latest or latest[:10] > published or len(earliest) < len("2000-01-01"):
        return None
    return (earliest[:10], latest[:10]) if days_between(earliest[:10], latest[:10]) < _WIDE else None
