"""Finds the clauses that tell of something ahead, and by which words they do so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atstake.extract.upcoming import cues
from atstake.model.annotations import Certainty
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause that may tell of an event ahead.

    ``head`` is the index of the event's own verb or noun, ``cue`` of the words that put it ahead,
    ``kind`` how they do so ("will", "plan", "ask", "cancel", "noun", ...).
    """

    sentence: Sentence
    head: int
    cue: Span
    kind: str
    certainty: Certainty


def candidates(reading: Reading, sentence: Sentence) -> Iterator[Candidate]:
    """The clauses of a sentence that tell of something ahead, in text order."""
    finder = _Finder(reading, sentence)
    for index in range(sentence.first, sentence.last):
        token = reading.tokens[index]
        found = None
        if token.pos in ("VERB", "AUX"):
            found = finder.verb(index)
        elif token.pos in ("NOUN", "PROPN"):
            found = finder.noun(index)
        if found is not None:
            yield found


_NOT_DONE = frozenset("could would might should".split())


_NOT_YET = frozenset("before until till".split())


class _Finder:
    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.reading = reading
        self.sentence = sentence
        self.tokens = reading.tokens

    def children(self, index: int, *deps: str) -> list[int]:
        return [c for c in self.reading.children.get(index, ()) if not deps or self.tokens[c].dep in deps]

    def make(self, head: int, cue: tuple[int, int], kind: str, certainty: Certainty) -> Candidate:
        first, last = min(cue), max(cue)
        span = Span(self.tokens[first].start, self.tokens[last].end)
        return Candidate(self.sentence, head, span, kind, certainty)

    def verb(self, index: int) -> Candidate | None:
        token = self.tokens[index]
        helpers = [c for c in self.children(index, "aux", "auxpass")]
        words = {self.tokens[c].text.lower(): c for c in helpers}
        cancelled = self.cancelling(index, words)
        if cancelled is not None:
            return cancelled
        for names, kind, certainty in (
            (cues.WILL, "will", "scheduled"),
            (frozenset({"would", "'d", "’d"}), "would", "scheduled"),
            (cues.MAYBE, "maybe", "tentative"),
            (cues.OUGHT, "ought", "proposed"),
        ):
            hit = sorted(names & words.keys())
            if hit and not (kind != "will" and "have" in words):
                return self.modal(index, words[hit[0]], kind, certainty)  # type: ignore[arg-type]
        if any(self.tokens[c].tag == "TO" for c in helpers):
            return self.infinitive(index)
        asked = self.asked_for(index)
        if asked is not None:
            return asked
        if token.tag == "VBG" and words.keys() & {"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"}:
            return self.make(index, (min(helpers), index), "progressive", "scheduled")
        if token.tag == "VBG" and words.keys() & {"was", "were"} and self.reported(index):
            return self.make(index, (min(helpers), index), "progressive", "scheduled")
        if token.tag in ("VBZ", "VBP") and token.pos == "VERB":
            return self.make(index, (index, index), "present", "scheduled")
        return self.participle(index, words)

    def modal(self, index: int, helper: int, kind: str, certainty: Certainty) -> Candidate:
        negated = self.children(index, "neg") + [
            c
            for s in self.children(index, "nsubj", "nsubjpass")
            for c in self.children(s, "det", "neg")
            if self.tokens[c].text.lower() == "no"
        ]
        # "Will not vote until September" will vote in September.
        if negated and kind in ("will", "would") and not self.later(index):
            return self.make(index, (helper, helper), "wont", "cancelled")
        return self.make(index, (helper, helper), kind, certainty)

    def later(self, index: int) -> bool:
        """Whether what is not done is done later: "not until May", "won't get to vote for two weeks"."""
        inner = [p for x in self.children(index, "xcomp") for p in self.children(x, "prep")]
        for c in (*self.children(index, "prep"), *inner):
            word = self.tokens[c].text.lower()
            things = self.children(c, "pobj")
            # "For another couple of weeks".
            parts = [p for t in things for o in self.children(t, "prep") for p in self.children(o, "pobj")]
            below = {self.tokens[p].lemma.lower() for p in (*things, *parts)}
            if word in ("until", "till") or (word == "for" and below & cues.TERMS):
                return True
        return False

    def cancelling(self, index: int, helpers: dict[str, int]) -> Candidate | None:
        lemma = self.tokens[index].lemma.lower()
        particle = [self.tokens[c].lemma.lower() for c in self.children(index, "prt", "prep", "advmod")]
        phrases = {lemma} | {f"{lemma}-{p}" for p in particle}
        if not phrases & cues.CANCEL or "not" in helpers:
            return None
        things = self.children(index, "dobj", "nsubjpass")
        below = [index, *self.children(index, "prt", "prep", "advmod")]
        below += [c for b in below[1:] for c in self.children(b, "prep")]
        things += [c for b in below for c in self.children(b, "pobj")]
        for thing in things:
            if self.tokens[thing].lemma.lower() in cues.GATHERINGS | {"plan", "appearance", "testimony"}:
                last = max([index, *self.children(index, "prt")])
                return self.make(index, (index, last), "cancel", "cancelled")
        return None

    def infinitive(self, index: int) -> Candidate | None:
        token = self.tokens[index]
        head_index = token.head
        head = self.tokens[head_index]
        lemma = head.lemma.lower()
        if head_index == index:
            # A headline's "Kerry to meet Putin".
            subject = self.children(index, "nsubj", "nsubjpass")
            return self.make(index, (index, index), "headline", "scheduled") if subject else None
        if self.none(head_index):
            return None
        passive = head.tag in ("VBN", "JJ") or head.pos == "ADJ"
        if lemma in cues.FIXED and passive and (lemma not in cues.MEANT or self.is_now(head_index)):
            return self.make(index, (head_index, head_index), "fixed", "scheduled")
        if lemma == "go" and head.tag == "VBG":
            return self.make(index, (head_index, head_index), "will", "scheduled")
        if lemma == "be" and token.dep in ("xcomp", "ccomp"):
            return self.make(index, (head_index, head_index), "is-to", "scheduled")
        if head.pos in ("VERB", "ADJ"):
            return self.governed(index, head_index, lemma)
        if lemma in cues.TERMS and token.dep in ("acl", "relcl", "advcl") and token.lemma.lower() != "go":
            # "Has 60 days to review it", "one week to comply"; "a week to go until the vote" is a length.
            return self.make(index, (head_index, head_index), "term", "scheduled")
        if head.pos in ("NOUN", "PROPN") and lemma in cues.PLAN_NOUNS:
            return self.make(index, (head_index, head_index), "plan-noun", cues.PLAN_NOUNS[lemma])
        if token.dep in ("xcomp", "conj") and head.pos == "VERB":
            return None
        return None

    def is_now(self, index: int) -> bool:
        """Whether a passive is of the present: "are supposed to meet", not "meant to deter"."""
        below = {self.tokens[c].text.lower() for c in self.children(index, "auxpass", "aux")}
        return bool(below & {"is", "are", "'s", "’s", "'re", "’re"})

    def governed(self, index: int, head: int, lemma: str) -> Candidate | None:
        if (lemma == "move" and self.tokens[head].tag == "VBN") or (lemma == "able" and self.was(head)):
            # "Have moved to ease it", "was able to ease it": done.
            return None
        helped = {self.tokens[c].text.lower() for c in self.children(head, "aux")}
        if "have" in helped and helped & _NOT_DONE:
            # "Could have agreed to ease it": not done.
            return None
        for words, kind, certainty in (
            (cues.PLAN, "plan", "scheduled"),
            (cues.ASK, "ask", "proposed"),
            (cues.THREATEN, "threaten", "conditional"),
            (frozenset({"prepared"}), "threaten", "conditional"),
            (cues.ORDER, "order", "scheduled"),
            (frozenset({"expect"}), "fixed", "scheduled"),
            (frozenset({"willing"}), "ask", "proposed"),
            (frozenset({"likely", "able"}), "maybe", "tentative"),
        ):
            if lemma in words:
                return self.make(index, (head, head), kind, certainty)  # type: ignore[arg-type]
        return None

    def none(self, index: int) -> bool:
        """Whether a verb is said of nothing: "no talks are planned"; "none is due before May" is due then."""
        things = self.children(index, "nsubj", "nsubjpass")
        nothing = any(self.tokens[c].text.lower() == "no" for t in things for c in self.children(t, "det"))
        return nothing and not any(
            self.tokens[c].text.lower() in _NOT_YET for c in self.children(index, "prep")
        )

    def was(self, index: int) -> bool:
        """Whether what is said of something is said of the past: "was able"."""
        above = self.tokens[self.tokens[index].head]
        return self.tokens[index].dep == "acomp" and above.lemma.lower() == "be" and above.tag == "VBD"

    def reported(self, index: int) -> bool:
        """Whether somebody told it: "she said they were opening the border"."""
        above = self.tokens[self.tokens[index].head]
        return self.tokens[index].dep == "ccomp" and above.lemma.lower() in cues.REPORTS

    def participle(self, index: int, helpers: dict[str, int]) -> Candidate | None:
        """ "Talks are scheduled for Monday", "a vote planned for June"."""
        token = self.tokens[index]
        if token.tag == "VBN" and token.lemma.lower() in cues.FIXED | {"plan", "pencil", "tentatively"}:
            if any(
                self.tokens[c].tag == "TO"
                for x in self.children(index, "xcomp")
                for c in self.children(x, "aux")
            ) or self.none(index):
                return None
            return self.make(index, (index, index), "fixed-for", "scheduled")
        return None

    def asked_for(self, index: int) -> Candidate | None:
        """ "Called for talks", "is pushing for a vote", "looks forward to the visit"."""
        lemma = self.tokens[index].lemma.lower()
        # "For all her doubts, she called the tune" asks for nothing.
        behind = (c for c in self.children(index, "prep") if c > index)
        if lemma in cues.ASK and any(self.tokens[c].text.lower() in ("for", "on") for c in behind):
            return self.make(index, (index, index), "ask-for", "proposed")
        forward = [c for c in self.children(index, "advmod") if self.tokens[c].text.lower() == "forward"]
        if lemma == "look" and forward:
            return self.make(index, (index, forward[0]), "ask-for", "proposed")
        return None

    def noun(self, index: int) -> Candidate | None:
        token = self.tokens[index]
        if token.lemma.lower() not in cues.GATHERINGS and token.text.lower() not in cues.GATHERINGS:
            return None
        if any(self.tokens[c].text.lower() == "no" for c in self.children(index, "det")):
            return None
        for c in self.children(index, "amod", "compound", "nmod"):
            word = self.tokens[c].text.lower()
            if word in cues.AHEAD_ADJECTIVES:
                return self.make(index, (c, c), "ahead-noun", cues.AHEAD_ADJECTIVES[word])
        return self.make(index, (index, index), "noun", "scheduled")
