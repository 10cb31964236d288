"""What stands around a figure: its place, its dates, and the attribution whose content it is part of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from atstake.facts.agents import is_somebody
from atstake.facts.saying import saying
from atstake.model.annotations import Annotations, Attribution, Figure, TimeExpression
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span, Target
from atstake.text.numbers.quantities import Quantity

_PLACE_ENTITIES = ("GPE", "LOC", "FAC")
_LOCATIVES = frozenset(
    "in at near outside around on across of inside from to into throughout within over".split()
)
# What stands behind these is of another time or thing than what is counted.
_SETS_APART = frozenset("since until before than because despite unlike like".split())
# "She said she would go, a day after 40 were killed": when it was said is the reporter's to tell.
_DAYS_AFTER = re.compile(
    r",\s+(?:(?:just|only|less than|more than|barely)\s+)*(?:\w+\s+)?(?:hours?|days?|weeks?|months?|years?)"
    r"\s+(?:after|before)\b[^,;:]*$",
    re.IGNORECASE,
)
# "The town, 90 miles north of Arden"; "a briefing on Brenia".
_AWAY_FROM = re.compile(
    r"\b(?:miles?|km|kilomet(?:er|re)s?)(?: \w+)? (?:of|from|off|outside) (?:the )?$", re.IGNORECASE
)
_SPOKEN_ON = re.compile(
    r"\b(?:briefings?|talks?|hearings?|reports?|speech|debate|meetings?|negotiations|views?|policy|policies|sanctions"
    r"|tariffs|position|stance|statement|summit|consensus|resolution) on (?:the )?$",
    re.IGNORECASE,
)
# Kinds of places: behind a name they are part of it ("Karsa province"); another noun makes it a name of
# something else ("the Karsa agreement").
_KINDS_OF_PLACE = frozenset(
    "province state city county region district area areas countryside town village governorate suburb "
    "suburbs valley border coast island islands metro airport port prefecture oblast peninsula territory "
    "neighborhood neighbourhood camp desert highlands".split()
)
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
_WEEKS_AGO = 60
"""Days."""
# "Over the next decade": nothing is counted at the end of it.
_IN_THE_NEXT = re.compile(
    r"(?:the )?(?:next|coming) (?:\w+ )?(?:decade|year|month|week|day)s?\b", re.IGNORECASE
)
# Verbs of a state that lasts: "58 remain in hospital from Monday's blast" is so when it is told.
_LASTS = frozenset({"remain", "stay", "be"})
# What is spoken of, and not said: nobody counts "the 40 who died" by discussing them.
_SPOKEN_OF = frozenset(
    "discuss debate consider weigh ponder mourn remember commemorate mark honor honour".split()
)
_DID_NOT_SAY = re.compile(
    r"\b(?:did|does|do|would|could|has|have|had)(?: not|n[’']t) (?:\w+ ){0,2}?"
    r"(?:say|said|tell|told|specify|specified|disclose|disclosed|reveal|revealed|explain|explained|mention\w*)\b"
)
# Before this a "date" is a number that was taken for one.
_OLDEST = "1500"
_STERLING = re.compile(
    r"[£€]|\b(?:sterling|pence|GBP|Brit(?:ain|ish)|UK|U\.K\.|England|Scotland|Wales|London"
    r"|[mb]illion pounds)\b"
)
_CAPITALISED = re.compile(r" [A-Z][a-z]+\b")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")


@dataclass(frozen=True, slots=True)
class Where:
    """A place's words, and the id of the mention that they are, if one was found."""

    span: Span
    mention: str | None


# Of the nearest place, in one clause.
_WHERE = re.compile(r",? where\b[^,;:]*$")


class Context:
    """One document's annotations, asked around a quantity."""

    def __init__(self, reading: Reading, found: Annotations) -> None:
        self._reading = reading
        self._times = sorted(found.times, key=lambda t: t.target.start)
        # What somebody is told to have said is not counted by them.
        self._attributions = {a.id: a for a in found.attributions if not a.relayed}
        self._places = [
            (m.target.whole, m.id) for m in found.mentions if m.type == "place" and m.form == "name"
        ]
        self.has_sterling = _STERLING.search(reading.text) is not None
        self._names = frozenset(name for name in self._numbered() if name)

    def is_name(self, number: Span) -> bool:
        """Whether a number begins a name, here or elsewhere in the text: "18 South, a blog, wrote"."""
        return self._with_the_next(number) in self._names

    def _with_the_next(self, number: Span) -> str:
        behind = _CAPITALISED.match(self._reading.text, number.end)
        return self._reading.text[number.start : number.end] + behind[0] if behind else ""

    def _numbered(self) -> Iterator[str]:
        """Numbers with a name in the singular behind them and no more of a phrase: nothing is counted so."""
        tokens = self._reading.tokens
        for i, token in enumerate(tokens[:-2]):
            name, after = tokens[i + 1], tokens[i + 2]
            named = name.tag == "NNP" and not name.entity
            if token.text.isdigit() and named and after.pos in ("PUNCT", "VERB", "AUX", "ADP"):
                yield self._with_the_next(Span(token.start, token.end))

    def is_time(self, span: Span) -> bool:
        """Whether the number is part of a time expression."""
        return any(t.target.whole.contains(span) for t in self._times)

    def attribution(self, number: Span) -> str | None:
        """The id of the innermost attribution whose content holds the number, or None.

        What stands in a clause about something in reported words ("the attack that killed 30") may be the
        reporter's: nobody is known to count it.
        """
        around = [a for a in self._attributions.values() if any(s.contains(number) for s in a.content.spans)]
        around.sort(key=lambda a: (sum(map(len, a.content.spans)), a.content.start, a.id))
        if not around or (
            self._is_told(around[0], number) and self._is_aside(number, around[0].content.whole)
        ):
            return None
        told = around[0].form == "indirect"
        if told and (self._is_known(number) or self._hangs_on_cue(number, around[0])):
            return None
        if told and _DAYS_AFTER.search(self._reading.text[around[0].content.start : number.start]):
            return None
        asserted = [a for a in around if self._lemma_of(a.cue) not in _SPOKEN_OF and not self._is_unsaid(a)]
        return asserted[0].id if asserted else None

    def _is_told(self, attribution: Attribution, number: Span) -> bool:
        """Whether a number stands in the reporter's words for what somebody says, in no marks."""
        if attribution.form != "mixed":
            return attribution.form == "indirect"
        start = attribution.content.start
        before = self._reading.text[max(0, start - 1) : number.start]
        return before.count('"') % 2 == 0 and before.count("“") <= before.count("”")

    def _is_unsaid(self, attribution: Attribution) -> bool:
        """Whether it is told that somebody did not say it: what stands there is the reporter's."""
        source, start = attribution.source, attribution.content.start
        if source is None or attribution.form == "direct" or source.end > start:
            return False
        return _DID_NOT_SAY.search(self._reading.text[source.end : start]) is not None

    def _lemma_of(self, cue: Target | None) -> str:
        """The last word of a cue, as the dictionary has it: "discuss" of "to discuss"."""
        inside = self._reading.tokens_in(cue.whole) if cue else range(0)
        return self._reading.tokens[inside[-1]].lemma.lower() if len(inside) else ""

    def _hangs_on_cue(self, number: Span, attribution: Attribution) -> bool:
        """Whether a number stands in a clause on the cue itself: "praised him after it had killed 30".

        Such a clause is the reporter's, where it is none of saying ("adding that 30 were killed").
        """
        cue = self._reading.tokens_in(attribution.cue.whole) if attribution.cue else range(0)
        at, tokens = self._first_token(number), self._reading.tokens
        if at is None:
            return False
        for i in self._up(at):
            if i in cue or (tokens[i].tag == "VBG" and tokens[i].lemma.lower() in saying("adding")):
                return False
            clause = tokens[i].dep == "advcl" or (tokens[i].dep == "pcomp" and tokens[i].pos == "VERB")
            over = tokens[tokens[i].head].head if tokens[i].dep == "pcomp" else tokens[i].head
            if clause and over in cue:
                return True
        return False

    def _is_aside(self, number: Span, content: Span) -> bool:
        """Whether a number stands in a relative clause of reported words."""
        tokens = self._reading.tokens
        indices = self._reading.tokens_in(number)
        i = indices.start
        while len(indices) and tokens[i].head != i and content.contains(Span(tokens[i].start, tokens[i].end)):
            if tokens[i].dep == "relcl" and tokens[i].head < indices.start:
                return content.start <= tokens[tokens[i].head].start
            i = tokens[i].head
        return False

    def _is_known(self, number: Span) -> bool:
        """Whether a share or count is taken as known: "to grow the 20 percent that she received"."""
        tokens, inside = self._reading.tokens, self._reading.tokens_in(number)
        if not len(inside) or not self._reading.text[: number.start].lower().endswith("the "):
            return False
        up = [i for i in self._up(inside.start)[:4] if i != inside.start and tokens[i].pos == "NOUN"]
        told = [c for i in up for c in self._below(i) if tokens[c].dep == "relcl"]
        return any(tokens[c].tag in ("VBD", "VBN") for c in told)

    def _below(self, index: int) -> list[int]:
        """What hangs on a noun, and on the noun behind its "of"."""
        tokens, children = self._reading.tokens, self._reading.children
        own = list(children.get(index, ()))
        behind = [p for c in own if tokens[c].text == "of" for p in children.get(c, ())]
        return [*own, *(g for b in behind for g in children.get(b, ()))]

    def source(self, attribution: str | None) -> str | None:
        """The words of an attribution's source, to tell claimants apart inside a document."""
        known = self._attributions.get(attribution or "")
        return _said_by(known) if known else None

    def value(self, figure: Figure) -> tuple[float, ...]:
        """The bounds that are there: "32" and "at least 32" are one value told twice."""
        return tuple({v: None for v in (figure.low, figure.high) if v is not None})

    def dates(self, sentence: Sentence, quantity: Quantity) -> tuple[str | None, str | None]:
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
            if self._is_not_its_day(time.target.whole, quantity):
                continue
            if time.latest and time.latest < published and self._lasts(quantity.number):
                continue
            if self._is_aimed_at(time.target.whole, quantity.number) or _IN_THE_NEXT.match(time.target.quote):
                continue
            if (time.earliest or "") > published and self._has_a_verb_of_its_own(
                time.target.whole, quantity.number
            ):
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

    def place(self, sentence: Sentence, quantity: Quantity) -> Where | None:
        """The place said for the figure: the nearest after it by a preposition, else the nearest before."""
        named = self._places_in(sentence)
        around = self._behind_where(named, quantity)
        if around is not None:
            return around
        options = [
            w
            for w in named
            if self._is_located(sentence, w.span)
            and not self._names_another(sentence, w.span)
            and not self._is_elsewhere(w.span, quantity)
        ]
        after = [w for w in options if w.span.start >= quantity.span.end]
        before = [w for w in options if w.span.end <= quantity.span.start]
        if after and not self._number_between(sentence, quantity.span.end, after[0].span.start):
            return after[0]
        return before[-1] if before else (after[0] if after else None)

    # Private methods

    def _behind_where(self, named: list[Where], quantity: Quantity) -> Where | None:
        """The place of the clause that a value stands in: "after Brenia, where the virus has killed 220"."""
        near = [w for w in named if w.span.end <= quantity.span.start][-1:]
        between = self._reading.text[near[0].span.end : quantity.span.start] if near else ""
        return near[0] if near and _WHERE.match(between) else None

    def _in(self, sentence: Sentence) -> Iterator[TimeExpression]:
        return (t for t in self._times if sentence.span.contains(t.target.whole))

    def _places_in(self, sentence: Sentence) -> list[Where]:
        named = [Where(s, i) for s, i in self._places if sentence.span.contains(s)]
        tokens, i = self._reading.tokens, sentence.first
        while i < sentence.last:
            last = i
            if tokens[i].entity in _PLACE_ENTITIES:
                while last + 1 < sentence.last and tokens[last + 1].entity == tokens[i].entity:
                    last += 1
                    if tokens[last].entity_start:
                        last -= 1
                        break
                span = _without_article(self._reading, i, last)
                if not any(w.span.overlaps(span) for w in named):
                    named.append(Where(span, None))
            i = last + 1
        return sorted(named, key=lambda w: w.span)

    def _is_located(self, sentence: Sentence, span: Span) -> bool:
        # "Of Syrian soldiers, Brenia" locates nothing: a comma ends the phrase.
        before = re.split(r"[,;:()]\s", self._reading.text[sentence.span.start : span.start])[-1]
        if _AWAY_FROM.search(before) or _SPOKEN_ON.search(before) or self._is_whose(span):
            return False
        return any(w.lower() in _LOCATIVES for w in before.split()[-3:])

    def _is_whose(self, span: Span) -> bool:
        """Whether a place only says where somebody is from: "Ada Holm of Karsa"."""
        at, tokens = self._first_token(span), self._reading.tokens
        if at is None or at < 2:
            return False
        back = 1 + (tokens[at - 1].text.lower() == "the" and at > 2)
        link, name = tokens[at - back], tokens[at - back - 1]
        of_somebody = link.text.lower() in ("of", "from") and name.entity == "PERSON"
        return of_somebody or (link.text.lower() == "in" and name.pos == "PROPN" and name.entity == "ORG")

    def _names_another(self, sentence: Sentence, span: Span) -> bool:
        """Whether the place's name only describes the noun behind it, which is no kind of place."""
        if self._describes(span):
            return True
        behind = self._reading.tokens_in(Span(span.end, sentence.span.end))
        if not behind or self._reading.text[span.end : self._reading.tokens[behind[0]].start] != " ":
            return False
        tokens, i = self._reading.tokens, behind[0]
        while i < sentence.last and tokens[i].pos in ("ADJ", "NOUN", "PROPN"):
            if tokens[i].pos != "ADJ":
                return tokens[i].lemma.lower() not in _KINDS_OF_PLACE and tokens[i].entity != "GPE"
            i += 1
        return False

    def _describes(self, span: Span) -> bool:
        """Whether the parser ties it, or its partner, to such a noun: "the Arden and Karsa firms"."""
        tokens, inside = self._reading.tokens, self._reading.tokens_in(span)
        i = inside[-1] if inside else None
        while i is not None and tokens[i].dep == "conj" and tokens[i].head != i:
            i = tokens[i].head
        if i is None or tokens[i].dep not in ("compound", "nmod") or tokens[i].head <= i:
            return False
        head = tokens[tokens[i].head]
        return head.pos == "NOUN" and head.lemma.lower() not in _KINDS_OF_PLACE and head.start >= span.end

    def _is_elsewhere(self, place: Span, quantity: Quantity) -> bool:
        """Whether the sentence is built so that what is counted is not told of the place."""
        at, number = self._first_token(place), self._first_token(quantity.number)
        if at is None or number is None:
            return False
        ahead = place.end <= quantity.span.start
        return (
            self._is_of_another_thing(at, number)
            or self._is_compared_with(at, number)
            or self._did_it_elsewhere(at, number)
            or (ahead and self._is_of_another_clause(at, number))
        )

    def _is_compared_with(self, at: int, number: int) -> bool:
        """Whether the place only tells since when, why, or more than what something is counted.

        "The deadliest day since the fall of Brenia"; "because of the war in Brenia, Arden has sold 40".
        """
        tokens, over = self._reading.tokens, self._up(number)
        return any(
            tokens[i].text.lower() in _SETS_APART
            for i in self._up(at)
            if i not in over and tokens[i].dep in ("prep", "pcomp", "mark", "advmod")
        )

    def _did_it_elsewhere(self, at: int, number: int) -> bool:
        """Whether the number only tells more of somebody, or of what is spoken of, and the place does not.

        "The rebel who killed 40 was tried in Arden"; "they met in Arden to discuss the 40 dead".
        """
        tokens, over = self._reading.tokens, self._up(at)
        clause = False
        for i in self._up(number):
            if i in over:
                return False
            someone = tokens[i].pos in ("NOUN", "PROPN") and (
                tokens[i].entity == "PERSON" or is_somebody(tokens[i].text)
            )
            if clause and someone:
                return True
            if tokens[i].pos == "VERB" and i != number:
                clause = True
                if tokens[i].lemma.lower() in _SPOKEN_OF:
                    return True
        return False

    def _is_of_another_clause(self, at: int, number: int) -> bool:
        """Whether a place before the number tells where the subject of an outer verb is.

        "The council of Arden remembered the three who were killed": nobody was killed in Arden.
        """
        tokens = self._reading.tokens
        subject = next((i for i in self._up(at) if tokens[i].dep in ("nsubj", "nsubjpass")), None)
        if subject is None or number in self._reading.subtree(subject):
            return False
        verb = tokens[subject].head
        inner = next((i for i in self._up(number) if tokens[i].pos in ("VERB", "AUX") and i != number), verb)
        return inner != verb and verb in self._up(inner)

    def _is_of_another_thing(self, at: int, number: int) -> bool:
        """Whether the place stands in a clause that describes something else than what is counted.

        "Twenty were killed in the war, which drew in fighters from Brenia": nobody was killed in Brenia.
        """
        tokens = self._reading.tokens
        over = self._up(number)
        below = (i for i in self._up(at) if i not in over)
        return any(
            tokens[i].dep in ("relcl", "acl")
            and tokens[i].pos in ("VERB", "AUX")
            and tokens[i].head not in over
            for i in below
        )

    def _is_told_of_another(self, time: Span, counted: Span) -> bool:
        """Whether a day stands in a clause on something else: "the law, which she signed in 2010"."""
        at, number = self._first_token(time), self._first_token(counted)
        return at is not None and number is not None and self._is_of_another_thing(at, number)

    def _is_to_come(self, counted: Span) -> bool:
        """Whether the verbs over a number tell of what is ahead: "will need", "plans to send"."""
        number = self._first_token(counted)
        tokens = self._reading.tokens
        for i in self._up(number) if number is not None else ():
            below = [tokens[c] for c in self._reading.children.get(i, ())]
            if tokens[i].pos in ("VERB", "AUX") and any(t.tag in ("MD", "TO") for t in below):
                return True
            if tokens[i].tag in ("VBD", "VBZ", "VBP"):
                return False
        return False

    def _lasts(self, counted: Span) -> bool:
        """Whether the number's own verb tells of a state in the present."""
        number = self._first_token(counted)
        tokens = self._reading.tokens
        over = self._up(number) if number is not None else []
        verb = next((tokens[i] for i in over if tokens[i].pos in ("VERB", "AUX")), None)
        return verb is not None and verb.tag in ("VBZ", "VBP") and verb.lemma.lower() in _LASTS

    def _has_a_verb_of_its_own(self, time: Span, counted: Span) -> bool:
        """Whether a day to come stands by another verb than the number: "won 17, giving it a say in 2030"."""
        at, number = self._first_token(time), self._first_token(counted)
        tokens = self._reading.tokens
        verbs = [
            next((i for i in self._up(start) if tokens[i].pos in ("VERB", "AUX")), None)
            for start in (at, number)
            if start is not None
        ]
        return len(set(verbs)) > 1

    def _is_not_its_day(self, time: Span, quantity: Quantity) -> bool:
        """Whether the sentence is built so that a day is not that of the value."""
        counted = quantity.number
        if self._is_told_of_another(time, counted) or self._holds_till_now(time, counted):
            return True
        return bool(quantity.unit) and self._is_of_a_thing(time, counted)

    def _holds_till_now(self, time: Span, counted: Span) -> bool:
        """Whether a number's verb tells what has come about till now, and the day is another verb's.

        "It used gas in March in a war in which 70 have been killed": they are counted now.
        """
        number, tokens = self._first_token(counted), self._reading.tokens
        over = self._up(number) if number is not None else []
        verb = next((i for i in over if tokens[i].pos == "VERB"), None)
        helped = {tokens[c].text.lower() for c in self._reading.children.get(verb, ())} if verb else set()
        perfect = verb is not None and tokens[verb].tag == "VBN" and not helped.isdisjoint(("has", "have"))
        return perfect and self._has_a_verb_of_its_own(time, counted)

    def _is_of_a_thing(self, time: Span, counted: Span) -> bool:
        """Whether a day tells which thing a sum is of, or when another deed was: "his 2013 budget"."""
        at, tokens = self._first_token(time), self._reading.tokens
        if at is None:
            return False
        names = tokens[at].dep in ("nummod", "compound", "nmod", "amod") and tokens[at].head > at
        return (names and tokens[tokens[at].head].pos == "NOUN") or self._has_a_verb_of_its_own(time, counted)

    def _is_aimed_at(self, time: Span, counted: Span) -> bool:
        """Whether the number is part of what somebody wants to do, and the day is when they wanted it.

        "They met on Sunday to discuss a path to 60 votes": there were none on Sunday.
        """
        at, number = self._first_token(time), self._first_token(counted)
        if at is None or number is None:
            return False
        tokens, over = self._reading.tokens, self._up(at)
        for i in self._up(number):
            if i in over:
                return False
            aims = any(tokens[c].tag == "TO" for c in self._reading.children.get(i, ()))
            if aims and tokens[i].tag == "VB" and tokens[i].dep in ("xcomp", "advcl", "acl", "ccomp"):
                return True
        return False

    def _first_token(self, span: Span) -> int | None:
        inside = self._reading.tokens_in(span)
        return inside[0] if inside else None

    def _up(self, index: int) -> list[int]:
        """The token and all that govern it, up to the root."""
        tokens, found = self._reading.tokens, [index]
        while tokens[index].head != index and tokens[index].head not in found:
            index = tokens[index].head
            found.append(index)
        return found

    def _number_between(self, sentence: Sentence, start: int, end: int) -> bool:
        return any(
            t.pos == "NUM" and t.entity not in ("DATE", "TIME") and start <= t.start < end
            for t in self._reading.tokens[sentence.first : sentence.last]
        )


def _said_by(attribution: Attribution) -> str | None:
    return attribution.source.quote.lower() if attribution.source else None


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _without_article(reading: Reading, first: int, last: int) -> Span:
    if reading.tokens[first].text.lower() == "the" and first < last:
        first += 1
    return Span(reading.tokens[first].start, reading.tokens[last].end)
