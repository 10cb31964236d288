"""*What happens next*: dated events ahead, with their certainty and what was said of them before."""

from __future__ import annotations

import re
from dataclasses import replace

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen, content_words
from atstake.brief.compose.one_event import ALIKE, end_of, is_held, is_told, plain_words
from atstake.brief.compose.overtaken import is_over
from atstake.brief.compose.past import is_of_a_thing
from atstake.brief.compose.undiaried import is_no_entry
from atstake.brief.compose.wording import day, days, days_between
from atstake.facts.occasions import names_an_occasion
from atstake.model.brief import Line, Next, Part
from atstake.model.claims import Ahead, Telling

MOST = 12
_UNDATED = 3
_BESIDE = 0.4
"""Share of the greatest centrality below which an event of one origin is beside the point."""
_PASSED = 3
"""Past events at most of which the page says what came of them."""
_TORN = re.compile(r"\s*[,;:.)]")
"""How no quotation begins."""
_BEHIND = re.compile(r"\b(?:after|following|since) (?:the )?$", re.IGNORECASE)
_REACH = 16
"""Characters before a day."""
_LONG = 45
"""Days."""
_STATES = 3
"""Former states of an event at most that the page lists, the latest."""


def upcoming(coverage: Coverage) -> Part[Next]:
    """Events that the newest article has not overtaken: by date, those without one last; then what came of
    events whose day has passed."""
    seen, made = Seen(), []
    shown_at: set[tuple[str, ...]] = set()
    told: list[Ahead] = []
    followed = [e for e in coverage.resolution.ahead if e.afterwards is not None and e.sure]
    for event in sorted((_as_said(coverage, e) for e in coverage.resolution.ahead), key=_weight):
        if not event.sure or is_over(coverage, event) or _is_vague(coverage, event):
            continue
        if is_no_entry(event.target.quote) or _is_only_meant(event):
            continue
        if _is_of_another(coverage, event) or any(is_held(event, e) for e in followed):
            continue
        entry = _entry(coverage, event)
        # Of two events that one sentence tells of one time the first is shown.
        place = (entry.when, *(q.target.quote for q in entry.line.quotes)) if entry else ()
        if entry is None or place in shown_at or any(is_told(coverage, event, e) for e in told):
            continue
        if _TORN.match(entry.line.quotes[-1].target.quote):
            continue
        if seen.add(_own_words(event, entry.line)):
            shown_at.add(place)
            told.append(event)
            made.append(entry)
    # A wider telling that came first gives way to the day or the week that was told later.
    wider = {
        a.id
        for a in told
        if any(a is not b and _days(a) != _days(b) and is_told(coverage, a, b) for b in told)
    }
    made = _central(coverage, _unrepeated([n for n in made if n.event not in wider]))
    dated = [n for n in made if n.when]
    chosen = [*dated[:MOST], *[n for n in made if _stays(coverage, n)][:_UNDATED]][:MOST]
    shown = sorted(chosen, key=_in_order)
    return Part((*shown, *_passed(coverage, seen)), len(made) - len(shown))


def _is_only_meant(event: Ahead) -> bool:
    """Whether it is set for no day and no occasion: "they will also extend an olive branch"."""
    return (
        event.certainty == "scheduled"
        and not (event.earliest or event.latest)
        and not names_an_occasion(event.target.quote)
    )


def _unrepeated(made: list[Next]) -> list[Next]:
    """Without what another entry tells in the same words with more beside them, of no other day."""
    return [n for n in made if not any(_repeats(n, other) for other in made)]


def _repeats(entry: Next, other: Next) -> bool:
    """Whether all words of an entry stand in another one's, which has more of them or a closer time."""
    own, others = ([q.target for q in e.line.quotes] for e in (entry, other))
    if entry is not other and own == others:
        return _is_wider(entry, other)
    if entry is other or (entry.when and entry.when != other.when):
        return False
    inside = all(any(o.document == t.document and o.whole.contains(t.whole) for o in others) for t in own)
    return inside and sum(len(t.whole) for t in own) < sum(len(t.whole) for t in others)


def _is_wider(entry: Next, other: Next) -> bool:
    """Whether the time of an entry holds that of another and more: "in January" and "in 2014"."""
    if not (other.earliest and other.latest):
        return False
    if not (entry.earliest and entry.latest):
        return not entry.when
    holds = entry.earliest <= other.earliest and other.latest <= entry.latest
    return holds and (entry.earliest, entry.latest) != (other.earliest, other.latest)


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
    shown: list[Ahead] = []
    for event in sorted(coverage.resolution.ahead, key=lambda e: (e.latest or "", e.id), reverse=True):
        if event.afterwards is None or not event.latest or not event.sure:
            continue
        if any(is_told(coverage, event, e) for e in shown):
            continue
        entry = _entry(coverage, event)
        outcome = lines.make(coverage, "ahead", event.afterwards)
        if entry is None or outcome is None or outcome.key in told:
            continue
        if seen.add(lines.words_of(entry.line)):
            told.add(outcome.key)
            shown.append(event)
            made.append(replace(entry, outcome=outcome))
        if len(made) == _PASSED:
            break
    return made[::-1]


def _as_said(coverage: Coverage, event: Ahead) -> Ahead:
    """The event without its days where these are only "from the telling on": the words name none.

    So with each telling, or the page would show as how things stand now what an older one said.
    """
    told = coverage.date(event.target.document)
    if event.latest is not None or event.earliest is None or event.earliest != told:
        return event
    tellings = (
        replace(t, earliest=None) if t.latest is None and t.earliest == t.told else t for t in event.tellings
    )
    return replace(event, earliest=None, tellings=tuple(tellings))


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
    """Whether an event without a date is worth its place: told independently, or not simply announced.

    What would come of what may never be, without a day, is a thought of one who tells it.
    """
    if entry.certainty == "conditional" and len(entry.line.origins) < 2:
        return False
    worth = len(entry.line.origins) > 1 or entry.certainty != "scheduled" or not coverage.is_large
    return not entry.when and worth


def _weight(event: Ahead) -> tuple[int, int, bool, str, int, bool, str]:
    """Told by most origins, then most often, then with a date, the nearest and narrowest, then fixed."""
    when, fixed = event.latest or event.earliest, event.certainty == "scheduled"
    wide = days_between(event.earliest or when, when)
    return -len(event.origins), -len(event.tellings), when is None, when or "", wide, not fixed, event.id


def _entry(coverage: Coverage, event: Ahead) -> Next | None:
    others = [t.target for t in reversed(event.tellings) if t.target != event.target]
    on_these = [t for t in reversed(event.tellings) if (t.earliest, t.latest) == _days(event)]
    # Nor is one shown under a certainty that it does not give.
    on_these.sort(key=lambda t: t.certainty != event.certainty)
    same = [t.target for t in on_these]
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
    ends = end_of(coverage, event, [q.target for q in line.quotes])
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
    words = plain_words(event)
    like = (t for t in event.earlier if len(content_words(t.target.quote) & words) >= ALIKE)
    states = [t for t in like if days_between(t.earliest or t.latest, t.latest) <= _LONG]
    return "; ".join(_as_it_stood(t) for t in states[-_STATES:])


def _as_it_stood(telling: Telling) -> str:
    told = f" (as told on {day(telling.told)})" if telling.told else ""
    when = days(telling.earliest, telling.latest)
    return f"{when + ', ' if when else ''}{telling.certainty}{told}"
