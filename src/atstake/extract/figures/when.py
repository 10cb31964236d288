"""The days that a figure holds for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from atstake.extract.figures.tree import first_token, is_of_another_thing
from atstake.model.annotations import Annotations, TimeExpression
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span, Target
from atstake.text.numbers.quantities import Quantity

_SINCE = re.compile(
    r"\bsince\b[^,;.]{0,60}$|\b(?:began|begun|started|start|beginning|broke out|erupted)\b[^,;.]{0,24}$",
    re.IGNORECASE,
)
_SINCE_ITSELF = re.compile(r"since\b", re.IGNORECASE)
# "Of the more than 200 members" is how many there are, whenever the sentence is of.
_A_TOTAL = re.compile(
    r"\bof (?:the|its|their|his|her) (?:(?:more|fewer|less) than |nearly |about |over )?$", re.I
)
_NEAR = 24
# "31 percent, up from 22 percent in December": the month is the other number's.
_FROM_ANOTHER = re.compile(r"\b(?:from|compared (?:with|to)|against)\b[^.;,]*\d[^.;,]*$")
_WEEKS_AGO = 60
"""Days."""
# "Over the next decade": nothing is counted at the end of it.
_IN_THE_NEXT = re.compile(
    r"(?:the )?(?:next|coming) (?:\w+ )?(?:decade|year|month|week|day)s?\b", re.IGNORECASE
)
# Verbs of a state that lasts: "58 remain in hospital from Monday's blast" is so when it is told.
_LASTS = frozenset({"remain", "stay", "be"})
_VOTES = frozenset(
    "election caucus caucuses primary vote race contest runoff referendum campaign midterm".split()
)
_ENDS = frozenset({"deadline"})
"""What a day is the end of, and not that of what is counted: "met to beat the Friday deadline"."""
# Before this a "date" is a number that was taken for one.
_OLDEST = "1500"
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")


class Dates:
    """The times that a document tells, asked for a quantity's."""

    def __init__(self, reading: Reading, found: Annotations) -> None:
        self._reading = reading
        self._times = sorted(found.times, key=lambda t: t.target.start)

    def tell(self, span: Span) -> bool:
        """Whether a number is part of a time expression."""
        return any(t.target.whole.contains(span) for t in self._times)

    def of(self, sentence: Sentence, quantity: Quantity) -> tuple[str | None, str | None]:
        """``as_of`` and ``since``: the days that the sentence's own time expressions give.

        The nearest day counts, one in the same sentence only. A count "since" a day is as of the
        document's date.
        """
        text = self._reading.text
        as_of, since, nearest = None, None, 10_000
        published = self._reading.document.date or ""
        if _A_TOTAL.search(
            text[max(sentence.span.start, quantity.span.start - _NEAR) : quantity.number.start]
        ):
            return None, None
        for time in self._in(sentence):
            if time.target.whole.overlaps(quantity.number):
                continue
            before = text[max(sentence.span.start, time.target.start - 70) : time.target.start]
            if _SINCE.search(before) or _SINCE_ITSELF.match(text, time.target.start):
                since = time.earliest
                continue
            if _FROM_ANOTHER.search(text[quantity.number.end : time.target.start]):
                continue
            if self._is_not_its_day(time.target.whole, quantity):
                continue
            if time.latest and time.latest < published and self._lasts(quantity.number):
                continue
            if self._is_aimed_at(time.target.whole, quantity.number) or _IN_THE_NEXT.match(time.target.quote):
                continue
            if (time.earliest or "") > published and self._is_not_ahead(time.target, quantity.number):
                continue
            distance = _gap(time.target.whole, quantity.span)
            day = time.latest if time.type in ("DATE", "TIME") else None
            if (time.earliest or day or "") <= published < (day or "") and not self._is_to_come(
                quantity.number
            ):
                # "So far this year" is up to now.
                day = published
            if day and _DAY.match(day) and day > _OLDEST and distance < nearest:
                as_of, nearest = day, distance
        return (self._reading.document.date if since and not as_of else as_of), since

    def day_long_past(self, sentence: Sentence, counted: Span) -> str | None:
        """The one day that a sentence gives, where it is weeks ago: what befell people befell them then.

        What is told to have befallen them till now did not.
        """
        published = self._reading.document.date or ""
        dated = [t for t in self._in(sentence) if t.type == "DATE"]
        days = {t.latest for t in dated}
        if any(self._holds_till_now(t.target.whole, counted) for t in dated):
            return None
        day = days.pop() if len(days) == 1 else None
        if not day or not published or not _DAY.match(day) or day < _OLDEST:
            return None
        long_ago = (date.fromisoformat(published) - timedelta(days=_WEEKS_AGO)).isoformat()
        return day if day < long_ago else None

    def _in(self, sentence: Sentence) -> Iterator[TimeExpression]:
        return (t for t in self._times if sentence.span.contains(t.target.whole))

    def _is_told_of_another(self, time: Span, counted: Span) -> bool:
        """Whether a day stands in a clause on something else: "the law, which she signed in 2010"."""
        at, number = first_token(self._reading, time), first_token(self._reading, counted)
        return at is not None and number is not None and is_of_another_thing(self._reading, at, number)

    def _is_to_come(self, counted: Span) -> bool:
        """Whether the verbs over a number tell of what is ahead: "will need", "plans to send"."""
        number = first_token(self._reading, counted)
        tokens = self._reading.tokens
        for i in self._reading.above(number) if number is not None else ():
            below = [tokens[c] for c in self._reading.children.get(i, ())]
            if tokens[i].pos in ("VERB", "AUX") and any(t.tag in ("MD", "TO") for t in below):
                return True
            if tokens[i].tag in ("VBD", "VBZ", "VBP"):
                return False
        return False

    def _lasts(self, counted: Span) -> bool:
        """Whether the number's own verb tells of a state in the present."""
        number = first_token(self._reading, counted)
        tokens = self._reading.tokens
        over = self._reading.above(number) if number is not None else []
        verb = next((tokens[i] for i in over if tokens[i].pos in ("VERB", "AUX")), None)
        return verb is not None and verb.tag in ("VBZ", "VBP") and verb.lemma.lower() in _LASTS

    def _has_a_verb_of_its_own(self, time: Span, counted: Span) -> bool:
        """Whether a day to come stands by another verb than the number: "won 17, giving it a say in 2030"."""
        at, number = first_token(self._reading, time), first_token(self._reading, counted)
        tokens = self._reading.tokens
        verbs = [
            next((i for i in self._reading.above(start) if tokens[i].pos in ("VERB", "AUX")), None)
            for start in (at, number)
            if start is not None
        ]
        return len(set(verbs)) > 1

    def _is_not_its_day(self, time: Span, quantity: Quantity) -> bool:
        """Whether the sentence is built so that a day is not that of the value."""
        counted = quantity.number
        if self._is_told_of_another(time, counted) or self._holds_till_now(time, counted):
            return True
        thing = self._is_of_a_thing(time)
        if thing in _VOTES and quantity.unit == "percent":
            # "Won 73 percent in the 2016 primary".
            return False
        return thing is not None and (bool(quantity.unit) or thing in _ENDS)

    def _is_not_ahead(self, time: Target, counted: Span) -> bool:
        """Whether a day to come is another verb's, or a weekday that is as likely behind: "gives him 40"."""
        bare = _WEEKDAY.match(time.quote) is not None
        return self._has_a_verb_of_its_own(time.whole, counted) or (bare and not self._is_to_come(counted))

    def _holds_till_now(self, time: Span, counted: Span) -> bool:
        """Whether a number's verb tells what has come about till now, and the day is another verb's.

        "It used gas in March in a war in which 70 have been killed": they are counted now.
        """
        number, tokens = first_token(self._reading, counted), self._reading.tokens
        over = self._reading.above(number) if number is not None else []
        verb = next((i for i in over if tokens[i].pos == "VERB"), None)
        helped = {tokens[c].text.lower() for c in self._reading.children.get(verb, ())} if verb else set()
        perfect = verb is not None and tokens[verb].tag == "VBN" and not helped.isdisjoint(("has", "have"))
        return perfect and self._has_a_verb_of_its_own(time, counted)

    def _is_of_a_thing(self, time: Span) -> str | None:
        """The noun of the thing that a day tells apart: "budget" of "his 2013 budget"."""
        at, tokens = first_token(self._reading, time), self._reading.tokens
        if at is None:
            return None
        names = tokens[at].dep in ("nummod", "compound", "nmod", "amod") and tokens[at].head > at
        over = tokens[tokens[at].head]
        return over.lemma.lower() if names and over.pos == "NOUN" else None

    def _is_aimed_at(self, time: Span, counted: Span) -> bool:
        """Whether the number is part of what somebody wants to do, and the day is when they wanted it.

        "They met on Sunday to discuss a path to 60 votes": there were none on Sunday.
        """
        at, number = first_token(self._reading, time), first_token(self._reading, counted)
        if at is None or number is None:
            return False
        tokens, over = self._reading.tokens, self._reading.above(at)
        for i in self._reading.above(number):
            if i in over:
                return False
            aims = any(tokens[c].tag == "TO" for c in self._reading.children.get(i, ()))
            if aims and tokens[i].tag == "VB" and tokens[i].dep in ("xcomp", "advcl", "acl", "ccomp"):
                return True
        return False


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
