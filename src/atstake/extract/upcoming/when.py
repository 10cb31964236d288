"""The days on which what is told will happen, from the time expressions of its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from atstake.extract.upcoming import beside, cues, lengths
from atstake.extract.upcoming.candidates import Candidate
from atstake.extract.upcoming.tree import MODIFIES, is_negated
from atstake.model.annotations import TimeExpression
from atstake.model.reading import Reading
from atstake.model.text import Span

_UNTIL = frozenset("by until till before within through".split())


@dataclass(frozen=True, slots=True)
class When:
    """Days ``first`` to ``last``, inclusive, None where open; ``time`` is the id of the expression.

    ``span`` without days is a "soon" of the sentence that may belong to another deed.
    """

    first: str | None = None
    last: str | None = None
    time: str | None = None
    span: Span | None = None

    @property
    def dated(self) -> bool:
        """Whether any day is said."""
        return self.first is not None or self.last is not None


def when(reading: Reading, candidate: Candidate, times: Iterable[TimeExpression]) -> When:
    """The days of a candidate's event: of the expressions ahead in its sentence the one that belongs to it.

    A day on which something was said or called off is not the event's; "soon" opens an interval on the
    day of publication.
    """
    published = reading.document.date
    if published is None:
        return When()
    times = list(times)
    if (moved := moved_to(reading, candidate, times)) is not None:
        return moved
    options = []
    for time in times:
        read = _read(reading, candidate, time, published)
        place = _belongs(reading, candidate, time) if read is not None else None
        if read is not None and place is not None:
            options.append((*place, time.target.start, read))
    if options:
        return _with_the_next(reading, min(options, key=lambda o: o[:3])[3], [o[3] for o in options])
    for index in range(candidate.sentence.first, candidate.sentence.last):
        token = reading.tokens[index]
        if token.text.lower() in cues.SOON or _any_day(reading, index):
            own = _hastens(reading, candidate, index)
            return When(published if own else None, None, None, Span(token.start, token.end))
    return When()


def moved_to(reading: Reading, candidate: Candidate, times: Iterable[TimeExpression]) -> When | None:
    """The day that an event is put on, or None: "the vote, set for Friday, was moved to Monday"."""
    published = reading.document.date or ""
    above = reading.above(candidate.head)
    verbs = [i for i in above[:_NEAR] if _moves(reading, i)]
    if not verbs or candidate.kind not in ("noun", "ahead-noun", "cancel", "fixed-for", "present"):
        return None
    for time in times:
        inside = reading.tokens_in(time.target.whole)
        if not inside or time.latest is None or time.latest < published or time.type == "DURATION":
            continue
        link = reading.tokens[inside[0] - 1].text.lower() if inside[0] else ""
        link = link if link != "the" else reading.tokens[inside[0] - 2].text.lower()
        if link in ("to", "until", "till") and verbs[0] in reading.above(inside[0])[:_NEAR]:
            return When(max(time.earliest or published, published), time.latest, time.id, time.target.whole)
    return None


_NEAR = 4
"""How far above an event or a day the verb may stand that moves the one to the other."""


def _moves(reading: Reading, index: int) -> bool:
    """Whether a word puts something on another day, and really: "was moved", "has been put back"."""
    token = reading.tokens[index]
    below = [reading.tokens[c] for c in reading.children.get(index, ())]
    lemma = token.lemma.lower()
    away = lemma in cues.MOVE_WITH and any(t.text.lower() in ("back", "forward", "off") for t in below)
    unreal = any(t.dep == "neg" or t.tag == "MD" for t in below)
    return token.tag in ("VBD", "VBN") and (lemma in cues.MOVE or away) and not unreal


def _any_day(reading: Reading, index: int) -> bool:
    """ "Any day", "any moment"."""
    token = reading.tokens[index]
    return token.text.lower() in ("day", "moment") and reading.tokens[index - 1].text.lower() == "any"


def _hastens(reading: Reading, candidate: Candidate, soon: int) -> bool:
    """Whether "soon" is said of the event or of what puts it ahead, not of another verb's deed."""
    own = {candidate.head, *reading.tokens_in(candidate.cue), *reading.above(candidate.head)}
    for at in reading.above(soon):
        if at in own:
            return True
        if reading.tokens[at].pos in ("VERB", "AUX"):
            return False
    return False


_AT_ONCE = (
    cues.EVENTS["meeting"]
    | cues.EVENTS["moving"]
    | cues.EVENTS["telling"]
    | frozenset("ask raise search probe inspect investigate conduct".split())
)
"""What somebody who says that he will do it is about to do; a law, a price or a sanction takes its time."""


def from_now(reading: Reading, candidate: Candidate) -> When:
    """From publication on, where somebody is to meet, travel or tell and no day is said; else no days."""
    head = reading.tokens[candidate.head]
    near = head.pos in ("VERB", "AUX") and head.lemma.lower() in _AT_ONCE
    return When(reading.document.date) if near else When()


def _with_the_next(reading: Reading, one: When, others: list[When]) -> When:
    """ "On Monday and Tuesday" is both days."""
    for other in others:
        if one.span is None or other.span is None or not one.last or not other.last:
            continue
        between = reading.text[one.span.end : other.span.start].strip().lower()
        if between in ("and", "or", "through", "to", "and on") and other.last > one.last:
            return When(one.first, other.last, one.time, Span(one.span.start, other.span.end))
    return one


def _read(reading: Reading, candidate: Candidate, time: TimeExpression, published: str) -> When | None:
    """The interval of a time expression as far as it lies ahead; None where it does not."""
    first, last = time.earliest, time.latest
    if time.type == "DURATION":
        days = lengths.days(reading, candidate, time)
        if days is not None or lengths.is_length(reading, time):
            return When(*days, time.id, time.target.whole) if days else None
    if last is not None and last >= published and _is_plain(reading, candidate, time):
        return When(max(first or published, published), last, time.id, time.target.whole)
    if not _may_be_ahead(time, published):
        return None
    days = _turned(reading, candidate, time, published)
    return When(*days, time.id, time.target.whole) if any(days) else None


def _may_be_ahead(time: TimeExpression, published: str) -> bool:
    """Whether an expression names days, and not only days gone by or a length of time."""
    if time.type == "SET" or (time.earliest is None and time.latest is None) or time.value == "PRESENT_REF":
        return False
    if time.latest is not None and time.latest < published:
        return False
    if time.type != "DURATION":
        return True
    behind = time.earliest is not None and time.earliest < published
    return time.signal in ("in", "within", "over") and not behind


def _turned(
    reading: Reading, candidate: Candidate, time: TimeExpression, published: str
) -> tuple[str | None, str | None]:
    """First and last day as the word before the expression turns them: "by Friday", "before June"."""
    first, last = time.earliest, time.latest
    if _AS_EARLY.search(reading.text[: time.target.start][-20:]):
        return max(first or published, published), last
    if time.signal == "before" and time.mod == "END" and last is not None:
        # "Before the end of the year" is by its last day.
        return published, last
    if time.signal == "before" and first is not None and published < first:
        if candidate.kind != "wont" and is_negated(reading, candidate):
            # "Is not expected before June".
            return first, None
        return published, (date.fromisoformat(first) - timedelta(1)).isoformat()
    if time.signal in _UNTIL and last is not None:
        return published, _by(time, last)
    if time.signal in ("after", "beyond") and last is not None and beside.names_a_thing(reading, time):
        # "After the 2020 census", "beyond the 2020 census": the year does not say when that is over.
        return None, None
    if time.signal in ("after", "since", "beyond") and last is not None:
        return (date.fromisoformat(last) + timedelta(1)).isoformat(), None
    return max(first, published) if first else published, last


_AS_EARLY = re.compile(r"\bas (?:early|soon) as\s*$", re.IGNORECASE)


def _is_plain(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """Whether the word before the days says nothing of them: "the June 30 deadline", "not until Monday"."""
    inside = reading.tokens_in(time.target.whole)
    parts = [reading.tokens[i] for i in inside if reading.tokens[i].head == candidate.head]
    if any(t.dep in MODIFIES | {"poss"} for t in parts):
        return True
    return time.signal in ("until", "till") and (is_negated(reading, candidate) or _waits(reading, candidate))


def _waits(reading: Reading, candidate: Candidate) -> bool:
    """Whether it is what is waited for that the day is of: "will wait until May to decide"."""
    lemma = reading.tokens[candidate.head].lemma.lower()
    off = any(reading.tokens[c].text.lower() == "off" for c in reading.children.get(candidate.head, ()))
    return lemma in ("wait", "punt", "defer", "delay", "postpone") or (lemma in ("put", "hold") and off)


def _by(time: TimeExpression, last: str) -> str:
    """ "By mid-2014" is by the middle of the year, not by the end of what "mid-2014" can mean."""
    if time.mod == "MID" and len(time.value) == 4 and time.value.isdigit():
        return f"{time.value}-06-30"
    return last


def _belongs(reading: Reading, candidate: Candidate, time: TimeExpression) -> tuple[bool, int] | None:
    """Whether an expression meets the candidate's event only above it, and how far up the tree.

    None where it belongs elsewhere.

    The verb that governs the expression must be the event's own word, something below it, or a verb
    above it that does not report.
    """
    inside = reading.tokens_in(time.target.whole)
    if not inside or time.target.quote.lower().endswith(("later", "after")):
        return None
    if time.latest == reading.document.date and _said_then(reading, inside):
        return None
    if beside.said_in_these_days(reading, time):
        return None
    if beside.is_elsewhere(reading, candidate, time):
        return None
    open_way = not _is_to_come(reading, time) or beside.far_month(reading, time)
    if candidate.kind == "noun" and open_way and _happened(reading, candidate.head):
        return None
    own = reading.above(candidate.head)
    cue = {i for i in reading.tokens_in(candidate.cue)}
    cancels = candidate.kind in ("cancel", "cancel-bare")
    for steps, at in enumerate(reading.above(inside[0])):
        if at in own and at != candidate.head and _of_a_clause(reading, inside[0], at):
            return None
        if at == candidate.head:
            if _of_a_clause(reading, inside[0], at):
                return None
            called_off = cancels and not (_of_the_thing(reading, inside[0], at) or _is_to_come(reading, time))
            return None if called_off else (False, steps)
        if at in own:
            if at in cue:
                return None if _of_the_plan(reading, time, at) else (False, steps + own.index(at))
            told_then = _reports(reading, at) and not _is_to_come(reading, time)
            elsewhere = told_then or time.latest == reading.document.date
            return None if elsewhere else (True, steps + own.index(at))
    return None


def _of_the_plan(reading: Reading, time: TimeExpression, cue: int) -> bool:
    """Whether a day that is not all ahead is that of the planning: "had agreed today to do it"."""
    token = reading.tokens[cue]
    if token.pos == "NOUN":
        return token.lemma.lower() in cues.PLAN_NOUNS and not _is_to_come(reading, time)
    helped = {reading.tokens[c].text.lower() for c in reading.children.get(cue, ())}
    past = token.tag == "VBD" or (token.tag == "VBN" and not helped.isdisjoint(("had", "has", "have")))
    return past and time.latest == reading.document.date


def _is_to_come(reading: Reading, time: TimeExpression) -> bool:
    """Whether all of a time lies after publication: nothing was said or called off then."""
    published = reading.document.date or ""
    return time.signal == "within" or (time.earliest is not None and time.earliest > published)


def _happened(reading: Reading, noun: int) -> bool:
    """Whether the clause of a noun tells of what was: "they did better in this year's election"."""
    for at in reading.above(noun):
        token = reading.tokens[at]
        if token.pos in ("VERB", "AUX"):
            ahead = cues.REPORTS | cues.ASK | cues.PLAN | cues.FIXED | cues.CANCEL
            helped = {reading.tokens[c].text.lower() for c in reading.children.get(at, ())}
            past = token.tag == "VBD" or (token.tag == "VBN" and not helped.isdisjoint(("was", "were")))
            return past and token.lemma.lower() not in ahead
    return False


def _of_a_clause(reading: Reading, below: int, above: int) -> bool:
    """Whether a time stands in a relative clause below a verb ("sign a law that funds it until May")."""
    if reading.tokens[above].pos not in ("VERB", "AUX"):
        return False
    up = reading.above(below)
    return any(reading.tokens[i].dep == "relcl" for i in up[: up.index(above)])


def _said_then(reading: Reading, inside: range) -> bool:
    """Whether a day stands beside a verb of saying or asking in the past: the day on which it was said."""
    sentence = reading.sentence_at(reading.tokens[inside[0]].start)
    least, most = (sentence.first, sentence.last) if sentence else (0, len(reading.tokens))
    before = range(inside[0] - 1, max(least, inside[0] - 3) - 1, -1)
    behind = range(inside[-1] + 1, min(most, inside[-1] + 4))
    for side in (before, behind):
        for token in takewhile(lambda t: t.pos != "PUNCT", (reading.tokens[i] for i in side)):
            if token.tag == "VBD" and token.lemma.lower() in cues.REPORTS | cues.ASK:
                return True
    return False


def _of_the_thing(reading: Reading, below: int, above: int) -> bool:
    """Whether a time belongs to the thing called off ("the vote set for Friday"), not to the calling off."""
    for at in reading.above(below):
        if at == above:
            return False
        token = reading.tokens[at]
        if token.lemma.lower() in cues.GATHERINGS | cues.FIXED | {"plan"}:
            return True
        if token.dep == "acl" and token.tag == "VBN":
            return True
        if token.pos in ("VERB", "AUX"):
            return False
    return False


def _reports(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if token.pos not in ("VERB", "AUX"):
        return False
    return token.tag in ("VBD", "VBN") and token.lemma.lower() not in cues.FIXED | {"be"}
