"""The place that a figure is told of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from atstake.extract.figures.tree import SPOKEN_OF, first_token, is_of_another_thing
from atstake.facts.agents import is_somebody
from atstake.model.annotations import Annotations
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span
from atstake.text.numbers.quantities import Quantity

_PLACE_ENTITIES = ("GPE", "LOC", "FAC")
_LOCATIVES = frozenset(
    "in at near outside around on across of inside from to into throughout within over".split()
)
# What stands behind these is of another time or thing than what is counted.
_SETS_APART = frozenset("since until before than because despite unlike like".split())
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
_FROM = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
# Of the nearest place, in one clause.
_WHERE = re.compile(r",? where\b[^,;:]*$")


@dataclass(frozen=True, slots=True)
class Where:
    """A place's words, and the id of the mention that they are, if one was found."""

    span: Span
    mention: str | None


class Places:
    """The places that a document names, asked for a quantity's."""

    def __init__(self, reading: Reading, found: Annotations) -> None:
        self._reading = reading
        self._named = [
            (m.target.whole, m.id) for m in found.mentions if m.type == "place" and m.form == "name"
        ]

    def of(self, sentence: Sentence, quantity: Quantity) -> Where | None:
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
        # "They swept into Brenia from Olm and took 12 towns": where they came from is not where.
        before = [w for w in before if not self._is_left(w.span)] or before
        if after and not self._number_between(sentence, quantity.span.end, after[0].span.start):
            return after[0]
        return before[-1] if before else (after[0] if after else None)

    def _behind_where(self, named: list[Where], quantity: Quantity) -> Where | None:
        """The place of the clause that a value stands in: "after Brenia, where the virus has killed 220"."""
        near = [w for w in named if w.span.end <= quantity.span.start][-1:]
        between = self._reading.text[near[0].span.end : quantity.span.start] if near else ""
        return near[0] if near and _WHERE.match(between) else None

    def _places_in(self, sentence: Sentence) -> list[Where]:
        named = [Where(s, i) for s, i in self._named if sentence.span.contains(s)]
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
        owns = self._reading.text[span.end : span.end + 2] in ("'s", "’s")
        if owns and re.search(r"\bof (?:the )?$", before):
            # "One of Brenia's hardest questions".
            return False
        if _AWAY_FROM.search(before) or _SPOKEN_ON.search(before) or self._is_whose(span):
            return False
        return any(w.lower() in _LOCATIVES for w in before.split()[-3:])

    def _is_whose(self, span: Span) -> bool:
        """Whether a place says where somebody is from, or belongs to a name: "Ada Holm of Karsa"."""
        at, tokens = first_token(self._reading, span), self._reading.tokens
        if at is None or at < 2:
            return False
        back = 1 + (tokens[at - 1].text.lower() == "the" and at > 2)
        link, name = tokens[at - back], tokens[at - back - 1]
        of_somebody = link.text.lower() in ("of", "from") and name.entity == "PERSON"
        return of_somebody or (link.text.lower() == "in" and name.pos == "PROPN" and name.entity == "ORG")

    def _is_left(self, span: Span) -> bool:
        """Whether somebody comes from a place."""
        return _FROM.search(self._reading.text, max(0, span.start - 12), span.start) is not None

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
        at, number = first_token(self._reading, place), first_token(self._reading, quantity.number)
        if at is None or number is None:
            return False
        ahead = place.end <= quantity.span.start
        return (
            is_of_another_thing(self._reading, at, number)
            or self._is_compared_with(at, number)
            or self._did_it_elsewhere(at, number)
            or (ahead and self._is_of_another_clause(at, number))
        )

    def _is_compared_with(self, at: int, number: int) -> bool:
        """Whether the place only tells since when, why, or more than what something is counted.

        "The deadliest day since the fall of Brenia"; "because of the war in Brenia, Arden has sold 40".
        """
        tokens, over = self._reading.tokens, self._reading.above(number)
        return any(
            tokens[i].text.lower() in _SETS_APART
            for i in self._reading.above(at)
            if i not in over and tokens[i].dep in ("prep", "pcomp", "mark", "advmod")
        )

    def _did_it_elsewhere(self, at: int, number: int) -> bool:
        """Whether the number only tells more of somebody, or of what is spoken of, and the place does not.

        "The rebel who killed 40 was tried in Arden"; "they met in Arden to discuss the 40 dead".
        """
        tokens, over = self._reading.tokens, self._reading.above(at)
        clause = False
        for i in self._reading.above(number):
            if i in over:
                return False
            someone = tokens[i].pos in ("NOUN", "PROPN") and (
                tokens[i].entity == "PERSON" or is_somebody(tokens[i].text)
            )
            if clause and someone:
                return True
            if tokens[i].pos == "VERB" and i != number:
                clause = True
                if tokens[i].lemma.lower() in SPOKEN_OF:
                    return True
        return False

    def _is_of_another_clause(self, at: int, number: int) -> bool:
        """Whether a place before the number tells where the subject of an outer verb is.

        "The council of Arden remembered the three who were killed": nobody was killed in Arden.
        """
        tokens = self._reading.tokens
        subject = next((i for i in self._reading.above(at) if tokens[i].dep in ("nsubj", "nsubjpass")), None)
        if subject is None or number in self._reading.subtree(subject):
            return False
        verb = tokens[subject].head
        inner = next(
            (i for i in self._reading.above(number) if tokens[i].pos in ("VERB", "AUX") and i != number), verb
        )
        return inner != verb and verb in self._reading.above(inner)

    def _number_between(self, sentence: Sentence, start: int, end: int) -> bool:
        return any(
            t.pos == "NUM" and t.entity not in ("DATE", "TIME") and start <= t.start < end
            for t in self._reading.tokens[sentence.first : sentence.last]
        )


def _without_article(reading: Reading, first: int, last: int) -> Span:
    if reading.tokens[first].text.lower() == "the" and first < last:
        first += 1
    return Span(reading.tokens[first].start, reading.tokens[last].end)
