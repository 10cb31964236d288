"""The days on which what is told will happen, from the time expressions of its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from atstake.extract.times import calendar as cal
from atstake.extract.upcoming import cues
from atstake.extract.upcoming.candidates import Candidate
from atstake.model.annotations import TimeExpression
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span

_PERSONS = frozenset("he she they we".split())
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
    options = []
    for time in times:
        read = _read(reading, candidate, time, published)
        place = _belongs(reading, candidate, time) if read is not None else None
        if read is not None and place is not None:
            options.append((place, time.target.start, read))
    if options:
        return _with_the_next(reading, min(options, key=lambda o: o[:2])[2], [o[2] for o in options])
    for index in range(candidate.sentence.first, candidate.sentence.last):
        token = reading.tokens[index]
        if token.text.lower() in cues.SOON:
            own = _hastens(reading, candidate, index)
            return When(published if own else None, None, None, Span(token.start, token.end))
    return When()


def _hastens(reading: Reading, candidate: Candidate, soon: int) -> bool:
    """Whether "soon" is said of the event or of what puts it ahead, not of another verb's deed."""
    own = {candidate.head, *reading.tokens_in(candidate.cue), *_chain(reading, candidate.head)}
    for at in _chain(reading, soon):
        if at in own:
            return True
        if reading.tokens[at].pos in ("VERB", "AUX"):
            return False
    return False


def same_occasion(reading: Reading, candidate: Candidate) -> When:
    """The day of publication where the sentence before tells what the same person is doing that day.

    "She is holding talks with A. She is also due to meet B": one occasion, unless a day is said.
    """
    published, sentence = reading.document.date, candidate.sentence
    words = [t.text.lower() for t in reading.tokens[sentence.first : sentence.last]]
    before = reading.sentence_at(max(0, _start_of_before(reading, sentence)))
    if published is None or "also" not in words or before is None or before.paragraph != sentence.paragraph:
        return When()
    if words[0] in _PERSONS and _is_doing(reading, before):
        return When(published, published)
    return When()


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


def _start_of_before(reading: Reading, sentence: Sentence) -> int:
    return reading.tokens[sentence.first - 1].start if sentence.first else -1


def _is_doing(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence's main verb is a present progressive: something under way."""
    for i in range(sentence.first, sentence.last):
        token = reading.tokens[i]
        if token.tag == "VBG" and token.dep == "ROOT":
            below = (reading.tokens[c] for c in reading.children.get(i, ()))
            return any(t.lemma == "be" and t.tag in ("VBZ", "VBP") for t in below)
    return False


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
    span = time.target.whole
    if time.type == "DURATION" and _is_term(reading, time):
        return _term(time, published)
    if last is not None and last >= published and _is_plain(reading, candidate, time):
        return When(max(first or published, published), last, time.id, span)
    if first is not None and first >= published and _AS_EARLY.search(reading.text[: span.start][-20:]):
        return When(first, None, time.id, span)
    if time.type == "SET" or (first is None and last is None):
        return None
    if last is not None and last < published:
        return None
    if time.value == "PRESENT_REF" or (
        time.type == "DURATION" and time.signal not in ("in", "within", "over")
    ):
        return None
    if time.type == "DURATION" and first is not None and first < published:
        return None
    if time.signal == "before" and first is not None and published < first:
        eve = (date.fromisoformat(first) - timedelta(1)).isoformat()
        return When(published, eve, time.id, span)
    if time.signal in _UNTIL and last is not None:
        end = _by(time, last)
        return When(published, end, time.id, span)
    if time.signal in ("after", "since", "beyond") and last is not None:
        return When((date.fromisoformat(last) + timedelta(1)).isoformat(), None, time.id, span)
    return When(max(first, published) if first else published, last, time.id, span)


_AS_EARLY = re.compile(r"\bas (?:early|soon) as\s*$", re.IGNORECASE)
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def _is_term(reading: Reading, time: TimeExpression) -> bool:
    """Whether something is to be done in a length of time: "within a month", "60 days to review"."""
    after = reading.text[time.target.end : time.target.end + 4]
    return time.signal == "within" or (after == " to " and time.signal not in ("for", "in", "over", "during"))


def _term(time: TimeExpression, published: str) -> When | None:
    """From publication so long on; None where the words do not say how long."""
    length = _LENGTH.fullmatch(time.value)
    if length is None or time.mod in ("LESS_THAN", "MORE_THAN") or int(length[1]) > 3650:
        return None
    try:
        last = cal.moved(date.fromisoformat(published), _UNITS[length[2]], int(length[1]))
    except (ValueError, OverflowError):
        return None
    return When(published, last.isoformat(), time.id, time.target.whole)


def _is_plain(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """Whether the word before the days says nothing of them: "the June 30 deadline", "not until Monday"."""
    inside = reading.tokens_in(time.target.whole)
    parts = [reading.tokens[i] for i in inside if reading.tokens[i].head == candidate.head]
    if any(t.dep in ("compound", "nmod", "nummod", "amod", "poss") for t in parts):
        return True
    below = reading.children.get(candidate.head, ())
    negated = any(reading.tokens[c].dep == "neg" for c in below)
    return negated and time.signal in ("until", "till")


def _by(time: TimeExpression, last: str) -> str:
    """ "By mid-2014" is by the middle of the year, not by the end of what "mid-2014" can mean."""
    if time.mod == "MID" and len(time.value) == 4 and time.value.isdigit():
        return f"{time.value}-06-30"
    return last


def _belongs(reading: Reading, candidate: Candidate, time: TimeExpression) -> int | None:
    """How far up the tree an expression meets the candidate's event, or None where it belongs elsewhere.

    The verb that governs the expression must be the event's own word, something below it, or a verb
    above it that does not report.
    """
    inside = reading.tokens_in(time.target.whole)
    if not inside or time.target.quote.lower().endswith(("later", "after")):
        return None
    if time.latest == reading.document.date and _said_then(reading, inside):
        return None
    own = _chain(reading, candidate.head)
    cue = {i for i in reading.tokens_in(candidate.cue)}
    cancels = candidate.kind in ("cancel", "cancel-bare")
    for steps, at in enumerate(_chain(reading, inside[0])):
        if at in own and at != candidate.head and _of_a_clause(reading, inside[0], at):
            return None
        if at == candidate.head:
            if _of_a_clause(reading, inside[0], at):
                return None
            return None if cancels and not _of_the_thing(reading, inside[0], at) else steps
        if at in own:
            if at in cue:
                same_day = time.latest == reading.document.date and reading.tokens[at].tag == "VBD"
                return None if same_day else steps + own.index(at)
            return (
                None
                if _reports(reading, at) or time.latest == reading.document.date
                else steps + own.index(at)
            )
    return None


def _of_a_clause(reading: Reading, below: int, above: int) -> bool:
    """Whether a time stands in a relative clause below a verb ("sign a law that funds it until May")."""
    if reading.tokens[above].pos not in ("VERB", "AUX"):
        return False
    chain = _chain(reading, below)
    return any(reading.tokens[i].dep == "relcl" for i in chain[: chain.index(above)])


def _said_then(reading: Reading, inside: range) -> bool:
    """Whether a day stands beside a verb of saying or asking in the past: the day on which it was said."""
    around = range(max(0, inside[0] - 3), min(len(reading.tokens), inside[-1] + 4))
    return any(
        reading.tokens[i].tag == "VBD" and reading.tokens[i].lemma.lower() in cues.REPORTS | cues.ASK
        for i in around
    )


def _chain(reading: Reading, index: int) -> list[int]:
    """A token and all above it."""
    chain = [index]
    while reading.tokens[chain[-1]].head not in (chain[-1], *chain) and len(chain) < 30:
        chain.append(reading.tokens[chain[-1]].head)
    return chain


def _of_the_thing(reading: Reading, below: int, above: int) -> bool:
    """Whether a time belongs to the thing called off ("the vote set for Friday"), not to the calling off."""
    for at in _chain(reading, below):
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
