"""*What happens next*: dated events ahead, with their certainty and what was said of them before."""

from __future__ import annotations

import re
from dataclasses import replace

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.dated import is_dated_back
from atstake.brief.compose.likeness import Seen, content_words
from atstake.brief.compose.past import is_of_a_thing
from atstake.brief.compose.wording import day, days, days_between
from atstake.model.brief import Line, Next, Part
from atstake.model.claims import Ahead, Telling

MOST = 12
_UNDATED = 3
_BESIDE = 0.4
"""Share of the greatest centrality below which an event of one origin is beside the point."""
_PASSED = 3
"""Past events at most of which the page says what came of them."""
_ENDS = re.compile(
    r"\b(?:[Bb]y|[Bb]efore|[Uu]ntil) (?:the (?:end|middle|close) of|next\b|(?:19|20)\d\d\b|[A-Z][a-z]+\b)"
)
# "A mayor would be expected to resign": what is usual, and nothing to come.
_USUAL = re.compile(r"\b(?:would|could|should) be expected to\b")
# "Is compiling year-end figures": the day only tells which figures.
_TELLS_WHICH = re.compile(
    r"\b(?:year|month|week)-end "
    r"(?!meetings|talks|votes|elections|hearings|deadlines|events|visits|protests)[a-z]+s\b"
)
# "Who is up for re-election in 2030": when somebody's term ends is no event of the story.
_REELECTED = re.compile(
    r"\b(?:up for|seek(?:s|ing)?|fac(?:es|ing)|win(?:s|ning)?|ahead of|before) (?:his |her |their )?"
    r"re-?election\b",
    re.IGNORECASE,
)
# "Is not confident that the dam will hold": nobody says that it will.
_UNSURE = re.compile(
    r"\b(?:not|never|hardly|n[’']t)(?: \w+)? (?:confident|sure|certain|convinced)\b", re.IGNORECASE
)
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
_TORN = re.compile(r"\s*[,;:.)]")
"""How no quotation begins."""
_BEHIND = re.compile(r"\b(?:after|following|since) (?:the )?$", re.IGNORECASE)
_REACH = 16
"""Characters before a day."""
_ALIKE = 2
"""Words, or those who take part, that two tellings of one event share."""
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|jan|feb|aug|sept|oct|nov|dec|next|this|week|month|year|day|scheduled|planned"
)
_LONG = 45
"""Days."""
_A_WEEK, _SOME_DAYS = 7, 2
_OPENING, _LONG_AGO = 30, 60
"""Characters of a sentence in which a time opens it; days back from which on what was wanted then is over."""
_STATES = 3
"""Former states of an event at most that the page lists, the latest."""
_STALE = 7
"""Days after which an event ahead without a date, no longer spoken of, leaves the page ..."""
_QUICK = 4
"""... or, where all was published within fewer days, this part of them."""


def upcoming(coverage: Coverage) -> Part[Next]:
    """Events that the newest article has not overtaken: by date, those without one last; then what came of
    events whose day has passed."""
    seen, made = Seen(), []
    shown_at: set[tuple[str, ...]] = set()
    told: list[Ahead] = []
    for event in sorted((_as_said(coverage, e) for e in coverage.resolution.ahead), key=_weight):
        if not event.sure or _is_over(coverage, event) or _is_vague(coverage, event):
            continue
        if any(p.search(event.target.quote) for p in (_USUAL, _TELLS_WHICH, _REELECTED, _UNSURE)):
            continue
        if _is_of_another(coverage, event):
            continue
        entry = _entry(coverage, event)
        # Of two events that one sentence tells of one time the first is shown.
        place = (entry.when, *(q.target.quote for q in entry.line.quotes)) if entry else ()
        if entry is None or place in shown_at or any(_is_told(coverage, event, e) for e in told):
            continue
        if _TORN.match(entry.line.quotes[-1].target.quote):
            continue
        if seen.add(_own_words(event, entry.line)):
            shown_at.add(place)
            told.append(event)
            made.append(entry)
    made = _central(coverage, made)
    dated = [n for n in made if n.when]
    chosen = [*dated[:MOST], *[n for n in made if _stays(coverage, n)][:_UNDATED]][:MOST]
    shown = sorted(chosen, key=_in_order)
    return Part((*shown, *_passed(coverage, seen)), len(made) - len(shown))


def _in_order(entry: Next) -> tuple[str, str, str]:
    """By date; what is due by a day at that day."""
    first = entry.latest if entry.when.startswith("by ") else entry.earliest
    return first or entry.latest or "9999", entry.latest or "9999", entry.event


def _is_of_another(coverage: Coverage, event: Ahead) -> bool:
    """Whether the days of an event are those of something that is only named: "after this week's summit"."""
    text = coverage.text(event.target.document)
    times = [
        t
        for t in coverage.times(event.target.document)
        if event.target.whole.contains(t.target.whole) and t.latest and t.latest == event.latest
    ]
    return bool(times) and all(
        is_of_a_thing(text, t) or _BEHIND.search(text[max(0, t.target.start - _REACH) : t.target.start])
        for t in times
    )


def _is_told(coverage: Coverage, event: Ahead, shown: Ahead) -> bool:
    """Whether an event is another telling of one that is shown: one day, and words or a place in common.

    A wider time around that day ("next month") tells no other event of the same words.
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
    if event.latest == shown.latest and _is_a_deadline(event) and _is_a_deadline(shown):
        return bool(_plain_words(event) & _plain_words(shown)) and bool(
            set(event.participants) & set(shown.participants)
        )
    week = days_between(shown.earliest, shown.latest) < _A_WEEK
    if week and _days(event) == _days(shown) and len(_plain_words(event) & _plain_words(shown)) >= _ALIKE:
        return True
    one_day = shown.earliest == shown.latest
    inside = event.earliest <= shown.earliest <= shown.latest <= event.latest
    if not one_day or not inside:
        return False
    common = _plain_words(event) & _plain_words(shown)
    together = set(event.participants) & set(shown.participants)
    if event.earliest == event.latest:
        return len(common) >= _ALIKE or bool(_places(coverage, event) & _places(coverage, shown))
    return len(common) >= _ALIKE and len(together) >= _ALIKE


def _is_a_deadline(event: Ahead) -> bool:
    """Whether its words give an end alone: "by 30 June"."""
    return _ENDS.search(event.target.quote) is not None


def _plain_words(event: Ahead) -> frozenset[str]:
    """What a telling says, without its days."""
    words = content_words(event.target.quote)
    return frozenset(w for w in words if not w.isdigit() and not _CALENDAR.fullmatch(w))


def _places(coverage: Coverage, event: Ahead) -> set[str]:
    named = coverage.mentions(event.target.document, event.target.whole)
    return {m.target.quote for m in named if m.type == "place"}


def _own_words(event: Ahead, line: Line) -> frozenset[str]:
    """The words of a line that tell of the event, without those of a sentence shown beside them."""
    shown = [q.target.whole for q in line.quotes if q.target.document == event.target.document]
    if any(s.contains(event.target.whole) for s in shown):
        return frozenset(content_words(event.target.quote))
    return frozenset(lines.words_of(line))


def _passed(coverage: Coverage, seen: Seen) -> list[Next]:
    """The latest events whose day has passed and of which the coverage then reports, oldest first."""
    made: list[Next] = []
    told: set[str] = set()
    for event in sorted(coverage.resolution.ahead, key=lambda e: (e.latest or "", e.id), reverse=True):
        if event.afterwards is None or not event.latest or not event.sure:
            continue
        entry = _entry(coverage, event)
        outcome = lines.make(coverage, "ahead", event.afterwards)
        if entry is None or outcome is None or outcome.key in told:
            continue
        if seen.add(lines.words_of(entry.line)):
            told.add(outcome.key)
            made.append(replace(entry, outcome=outcome))
        if len(made) == _PASSED:
            break
    return made[::-1]


def _as_said(coverage: Coverage, event: Ahead) -> Ahead:
    """The event without its days where these are only "from the telling on": the words name none."""
    told = coverage.date(event.target.document)
    begins_told = event.latest is None and event.earliest is not None and event.earliest == told
    return replace(event, earliest=None) if begins_told else event


def _is_over(coverage: Coverage, event: Ahead) -> bool:
    """Past by its date, told as past since, or undated and not spoken of by the newest articles."""
    if event.afterwards is not None:
        return True
    now = coverage.now or ""
    if event.latest or event.earliest:
        return (event.latest or event.earliest or "") < now or _is_mostly_over(coverage, event)
    text = coverage.text(event.target.document)
    around = [text[s.start : s.end] for s in coverage.sentences(event.target)]
    if any(p.search(words) for p in (_TOLD_BEFORE, _CAME_TO_NOTHING) for words in around):
        return True
    if is_dated_back(coverage, event.target, event.target.start + _OPENING, _LONG_AGO):
        # "In a June speech she called on them to ...": it was wanted then.
        return True
    told = (
        max((t.told or "" for t in event.tellings), default="") or coverage.date(event.target.document) or ""
    )
    first = min((d.date for d in coverage.articles if d.date), default=now)
    return days_between(told, now) > min(_STALE, max(1, days_between(first, now) // _QUICK))


def _is_mostly_over(coverage: Coverage, event: Ahead) -> bool:
    """Whether what was to come within a week was told days ago, and days of the week are gone since."""
    if not event.earliest or not event.latest or event.earliest == event.latest:
        return False
    now, length = coverage.now or "", days_between(event.earliest, event.latest)
    told = max((t.told or "" for t in event.tellings), default="") or coverage.date(event.target.document)
    gone = days_between(event.earliest, now)
    return length < _A_WEEK and gone >= _SOME_DAYS and days_between(told, now) >= _SOME_DAYS


def _is_vague(coverage: Coverage, event: Ahead) -> bool:
    """Whether one text expects it at any time of the coming months: no date to note.

    In a small dossier that holds of what is unsure alone.
    """
    if not event.earliest or not event.latest:
        return False
    unsure = event.certainty in ("conditional", "tentative") and coverage.has_subject
    if not coverage.is_large and not unsure:
        return False
    told = [t.target.document for t in event.tellings if (t.earliest, t.latest) == _days(event)]
    open_now = event.earliest <= (coverage.now or "") and len(coverage.origins(told)) < 2
    return open_now and days_between(event.earliest, event.latest) > _LONG


def _central(coverage: Coverage, made: list[Next]) -> list[Next]:
    """In a large dossier without what is beside the point, of equally many origins the most central first."""
    if not coverage.is_large:
        return made
    weight = {n.event: coverage.centrality(lines.words_of(n.line)) for n in made}
    least = _BESIDE * max(weight.values(), default=0.0)
    kept = [n for n in made if weight[n.event] >= least or len(n.line.origins) > 1]
    return sorted(kept, key=lambda n: (-len(n.line.origins), -weight[n.event], n.event))


def _stays(coverage: Coverage, entry: Next) -> bool:
    """Whether an event without a date is worth its place: told independently, or not simply announced."""
    worth = len(entry.line.origins) > 1 or entry.certainty != "scheduled" or not coverage.is_large
    return not entry.when and worth


def _weight(event: Ahead) -> tuple[int, int, bool, str, bool, str]:
    """Told by most origins, then most often, then with a date, the nearest first, then what is fixed."""
    when, fixed = event.latest or event.earliest, event.certainty == "scheduled"
    return -len(event.origins), -len(event.tellings), when is None, when or "", not fixed, event.id


def _entry(coverage: Coverage, event: Ahead) -> Next | None:
    others = [t.target for t in reversed(event.tellings) if t.target != event.target]
    same = [t.target for t in reversed(event.tellings) if (t.earliest, t.latest) == _days(event)]
    first = event.target if event.target in same or not same else same[0]
    # A day is shown with words that give it, or not at all.
    origins = coverage.origins(t.document for t in same) if same else event.origins
    telling = dict.fromkeys((first, *same) if same else (first, event.target, *others))
    for target in telling:
        also = [t for t in (event.target, *others) if t != target]
        line = lines.make(coverage, "ahead", target, also=also, origins=origins)
        if line is not None:
            names = tuple(n for p in event.participants if (n := coverage.name(p)))
            when = _when(coverage, event, line)
            place = _place(coverage, event)
            return Next(
                event.id,
                line,
                when,
                event.earliest,
                event.latest,
                event.certainty,
                names,
                place,
                _before(event),
            )
    return None


def _when(coverage: Coverage, event: Ahead, line: Line) -> str:
    """The days; where the words give an end alone ("by 2030"), no beginning at the telling's day."""
    told = coverage.date(line.quotes[0].target.document) if line.quotes else None
    ends = next((m for q in line.quotes if (m := _ENDS.search(q.target.quote))), None)
    if event.latest and event.earliest and told and event.earliest <= told and ends:
        return f"by {event.latest[:4] if ends.group().endswith(event.latest[:4]) else day(event.latest)}"
    return days(event.earliest, event.latest)


def _days(event: Ahead) -> tuple[str | None, str | None]:
    return event.earliest, event.latest


def _place(coverage: Coverage, event: Ahead) -> str:
    found = next((p.name for p in coverage.resolution.places if p.id == event.place), None)
    return found or coverage.name(event.place) or ""


def _before(event: Ahead) -> str:
    """How things stood before they changed: on other days, or not called off.

    A telling that shares no words with how it is told now, or tells of months, may be of another thing.
    """
    words = _plain_words(event)
    like = (t for t in event.earlier if len(content_words(t.target.quote) & words) >= _ALIKE)
    states = [t for t in like if days_between(t.earliest or t.latest, t.latest) <= _LONG]
    return "; ".join(_as_it_stood(t) for t in states[-_STATES:])


def _as_it_stood(telling: Telling) -> str:
    told = f" (as told on {day(telling.told)})" if telling.told else ""
    when = days(telling.earliest, telling.latest)
    return f"{when + ', ' if when else ''}{telling.certainty}{told}"
