"""Where people are said to have been: "X met Y in Geneva on Monday", "Z, speaking in Paris, said".

Only what the outlet tells in its own voice as having happened: no plans, conditions, denials, and nothing
inside what somebody is said to say. The place hangs on the verb, or on a noun of occasion under it
("told reporters at a summit in Geneva").
"""

from __future__ import annotations

from collections.abc import Iterator

from atstake.facts.saying import saying
from atstake.model.annotations import Annotations, Mention, Presence, TimeExpression
from atstake.model.provenance import target_id
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span

# Closed classes of English, from general knowledge: what one does only where one is.
_MOVES = frozenset("arrive travel fly head land return come go drive sail jet".split())
_VISITS = frozenset("visit tour reach enter attend address".split())
_MEETS = frozenset("meet receive host greet welcome see join".split())
_STAYS = frozenset(
    "be stay remain stop stand sit gather convene hold attend lead begin open wrap conclude".split()
)
_SPEAKS = saying("before")
_VERBS = _MOVES | _VISITS | _MEETS | _STAYS | _SPEAKS
_JOURNEYS = frozenset("visit trip tour journey".split())
_OCCASIONS = _JOURNEYS | frozenset(
    "conference meeting talk talks summit briefing rally speech address dinner lunch session ceremony forum "
    "interview reporter journalist audience crowd airport embassy palace hotel hall appearance event stop "
    "sideline assembly congress parliament supporter student worker leader".split()
)
_AT = frozenset("in at near outside".split())
_TOWARDS = frozenset("to into for".split())
_NOT_YET = frozenset("will would shall could may might should can must 'll ’ll 'd ’d ca wo".split())
_COMPANY = frozenset("with alongside".split())
_DEEPEST = 4
"""Nouns and prepositions between a verb and its place, at the most."""


class Presences:
    """Fills ``presences``, in text order."""

    name = "presences"
    needs = frozenset({"mentions", "attributions", "times"})
    makes = frozenset({"presences"})

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """Who is said to have been where, when the words say so, and with whom."""
        document = _Document(reading, found)
        every = {p.id: p for sentence in reading.sentences for p in document.presences(sentence)}
        return Annotations(reading.document.id, presences=tuple(every.values()))


class _Document:
    def __init__(self, reading: Reading, found: Annotations) -> None:
        self.reading, self.times = reading, found.times
        self.told = [s for a in found.attributions if a.channel == "text" for s in a.content.spans]
        self.at: dict[int, Mention] = {}
        for mention in found.mentions:
            inside = reading.tokens_in(mention.head)
            if len(inside):
                self.at[inside.start] = mention

    def presences(self, sentence: Sentence) -> Iterator[Presence]:
        for index in range(sentence.first, sentence.last):
            if self._is_told_as_done(index):
                yield from self._of_verb(sentence, index)
            elif self.reading.tokens[index].lemma in _JOURNEYS and not self._is_inside(index):
                yield from self._of_journey(sentence, index)

    def _of_verb(self, sentence: Sentence, verb: int) -> Iterator[Presence]:
        there = self._subjects(verb)
        if not there:
            return
        met = [m for m in self._objects(verb) if self.reading.tokens[verb].lemma in _MEETS]
        company = [*met, *self._company(verb)]
        for place, mention in self._places(verb):
            people = [m for m in (*there, *company) if m.type in ("person", "unknown")]
            for who in people:
                others = tuple(m.id for m in (*there, *company) if m is not who)
                yield from self._made(sentence, (verb, place), who, mention, others)
            return

    def _of_journey(self, sentence: Sentence, noun: int) -> Iterator[Presence]:
        """ "Haddad's visit to Cairo", where nothing in the sentence says that it is still to come."""
        words = self.reading.tokens[sentence.first : sentence.last]
        if any((t.pos == "AUX" and t.text.lower() in _NOT_YET) or t.lemma in _OPEN for t in words):
            return
        owner = next((i for i in self._children(noun) if self.reading.tokens[i].dep == "poss"), None)
        who = self.at.get(owner) if owner is not None else None
        if who is None or who.type not in ("person", "unknown"):
            return
        for place, mention in self._behind(noun, _TOWARDS | _AT, 1):
            yield from self._made(sentence, (noun, place), who, mention, ())
            return

    def _made(
        self, sentence: Sentence, at: tuple[int, int], who: Mention, place: Mention, company: tuple[str, ...]
    ) -> Iterator[Presence]:
        trigger = self.reading.tokens[at[0]]
        days = self._days(sentence, at)
        if days is None:
            return
        yield Presence(
            id=target_id("presence", who.target, trigger.start, place.id),
            target=self.reading.target(sentence.span),
            trigger=Span(trigger.start, trigger.end),
            who=who.id,
            place=place.id,
            company=tuple(dict.fromkeys(company)),
            earliest=days[0],
            latest=days[1],
        )

    def _is_told_as_done(self, index: int) -> bool:
        tokens = self.reading.tokens
        token = tokens[index]
        if token.pos not in ("VERB", "AUX") or token.lemma not in _VERBS or self._is_inside(index):
            return False
        below = [tokens[i] for i in self._children(index)]
        if any(
            t.dep == "neg" or t.text.lower() in _NOT_YET or t.text.lower() in ("if", "unless") for t in below
        ):
            return False
        if token.tag == "VB":
            # "To meet X in Paris" is a plan, but for "began to", "came to" and their like.
            return False
        return not (token.tag == "VBG" and token.dep in ("pcomp", "xcomp", "csubj"))

    def _is_inside(self, index: int) -> bool:
        """Whether somebody is said to say it."""
        at = self.reading.tokens[index].start
        return any(s.start <= at < s.end for s in self.told)

    def _children(self, index: int) -> tuple[int, ...]:
        return self.reading.children.get(index, ())

    def _subjects(self, verb: int, depth: int = 0) -> list[Mention]:
        """Who does it: its own subject, else that of the verb or the noun that it hangs on."""
        tokens = self.reading.tokens
        own = [i for i in self._children(verb) if tokens[i].dep in ("nsubj", "nsubjpass")]
        if own:
            if tokens[own[0]].text.lower() == "who" and tokens[verb].dep == "relcl":
                return self._named(tokens[verb].head)
            return self._named(own[0])
        if depth < 2 and tokens[verb].head != verb:
            if tokens[verb].dep in ("conj", "advcl"):
                return self._subjects(tokens[verb].head, depth + 1)
            if tokens[verb].dep == "acl" and tokens[verb].tag == "VBG":
                return self._named(tokens[verb].head)
        return []

    def _objects(self, verb: int) -> list[Mention]:
        found = []
        for i in self._children(verb):
            if self.reading.tokens[i].dep in ("dobj", "dative", "obj"):
                found += self._named(i)
        return found

    def _company(self, verb: int) -> list[Mention]:
        """ "With" whom, under the verb or under what is held: "held talks with"."""
        tokens = self.reading.tokens
        held = [i for i in self._children(verb) if tokens[i].dep in ("dobj", "prep", "attr")]
        below = [*self._children(verb), *(c for i in held for c in self._children(i))]
        found = []
        for i in below:
            if tokens[i].dep == "prep" and tokens[i].text.lower() in _COMPANY:
                for c in self._children(i):
                    found += self._named(c) if tokens[c].dep == "pobj" else []
        # "With Syria at the top of the list": a state's name behind "with" is seldom who was there.
        return [m for m in found if not m.metonym]

    def _named(self, index: int) -> list[Mention]:
        """The mention at a noun, and those that "and" joins to it; nothing of places."""
        found = []
        mention = self.at.get(index)
        if mention is not None and (mention.type != "place" or mention.metonym):
            found.append(mention)
        for i in self._children(index):
            token = self.reading.tokens[i]
            # "His counterpart, Jan Kos": the name behind the description.
            behind = token.dep == "appos" and mention is None
            if (token.dep == "conj" or behind) and token.pos in ("PROPN", "NOUN", "PRON"):
                found += self._named(i)
        return found

    def _places(self, verb: int) -> Iterator[tuple[int, Mention]]:
        lemma = self.reading.tokens[verb].lemma
        if lemma in _VISITS:
            for i in self._children(verb):
                if self.reading.tokens[i].dep in ("dobj", "obj") and (place := self._place(i)):
                    yield i, place
        yield from self._behind(verb, _AT | (_TOWARDS if lemma in _MOVES else frozenset()), _DEEPEST)
        if lemma in _SPEAKS:
            # "..., said Jan Kos in Oslo": the place hangs on the name.
            for i in self._children(verb):
                if i > verb and self.reading.tokens[i].dep == "nsubj":
                    yield from self._behind(i, _AT, 1)

    def _behind(self, index: int, wanted: frozenset[str], depth: int) -> Iterator[tuple[int, Mention]]:
        """Places behind a preposition under a word, or under a noun of occasion that hangs on it."""
        tokens = self.reading.tokens
        for i in self._children(index):
            token = tokens[i]
            if token.dep in ("prep", "agent"):
                for c in self._children(i):
                    place = self._place(c) if token.text.lower() in wanted else None
                    if place:
                        yield c, place
                    elif depth > 1 and tokens[c].lemma in _OCCASIONS:
                        more = _TOWARDS if tokens[c].lemma in _JOURNEYS else frozenset()
                        yield from self._behind(c, _AT | more, depth - 1)
            elif depth > 1 and token.dep in ("dobj", "dative", "attr") and token.lemma in _OCCASIONS:
                yield from self._behind(i, _AT, depth - 1)

    def _place(self, index: int) -> Mention | None:
        mention = self.at.get(index)
        return mention if mention is not None and mention.type == "place" and not mention.metonym else None

    def _days(self, sentence: Sentence, at: tuple[int, int]) -> tuple[str | None, str | None] | None:
        """The days of the nearest time expression under the verb; None where it is still to come."""
        published = self.reading.document.date
        found = [t for t in self.times if self._dates(t, sentence, at)]
        if published and any((t.earliest or "") > published for t in found):
            return None
        if not found:
            return None, None
        trigger = self.reading.tokens[at[0]].start
        near = min(found, key=lambda t: (abs(t.target.start - trigger), t.target.start))
        latest = min(near.latest or "", published) if published and near.latest else near.latest
        return near.earliest, latest

    def _dates(self, time: TimeExpression, sentence: Sentence, at: tuple[int, int]) -> bool:
        if time.type not in ("DATE", "TIME") or not time.latest or not time.earliest:
            return False
        if not sentence.span.contains(time.target.whole) or time.signal == "since":
            return False
        index = self.reading.tokens_in(time.target.whole)
        i, tokens = (index.start if len(index) else 0), self.reading.tokens
        for _ in range(6):
            if i in at:
                return True
            if tokens[i].head == i or (i not in index and tokens[i].pos in ("VERB", "AUX")):
                return False
            i = tokens[i].head
        return False


_OPEN = frozenset(
    "plan propose cancel postpone possible invite expect schedule ahead hope upcoming next".split()
)
"""Words that leave open whether a journey was made."""
