"""How certain the words make an event, beyond the words that put it ahead."""

from __future__ import annotations

import re

from atstake.extract.upcoming import cues
from atstake.extract.upcoming.candidates import Candidate
from atstake.model.annotations import Certainty
from atstake.model.reading import Reading
from atstake.model.text import Span

_UNSURE = re.compile(
    r"\b(?:tentative(?:ly)?|provisional(?:ly)?|pencill?ed in|no one (?:is sure|knows)"
    r"|not (?:yet )?(?:clear|sure|certain|known)|unclear|uncertain|in doubt|undecided"
    r"|(?:could|may) (?:still )?change|(?:are|is) afoot"
    r"|under consideration|on the table|looking at|still possible|possible that|it['’]?s possible|considering"
    r"|considered|mulling|weighing|deliberating|ready to|preparing (?:to|a|for)|speculat\w+)\b",
    re.I,
)
_ADVERBS = frozenset("probably likely possibly perhaps maybe potentially unlikely hopefully".split())
_NEEDS = frozenset("require need depend hinge await".split())
"""Verbs whose object must come first: "will require a new agreement"."""
_FIRM = frozenset({"scheduled"})


def certainty(reading: Reading, candidate: Candidate) -> tuple[Certainty, Span]:
    """The certainty of a candidate, and the words that give it."""
    if candidate.certainty == "cancelled":
        return candidate.certainty, candidate.cue
    called_off = _calls_off(reading, candidate) or _is_off(reading, candidate)
    if called_off is not None:
        return "cancelled", called_off
    if candidate.certainty in ("scheduled", "tentative"):
        wish = _wish(reading, candidate)
        if wish is not None:
            return "proposed", wish
    condition = _condition(reading, candidate) or _hangs_on(reading, candidate)
    if condition is not None and (candidate.certainty != "proposed" or candidate.kind == "ought"):
        return "conditional", condition
    if (
        candidate.kind in ("progressive", "present")
        and reading.tokens[candidate.head].lemma.lower() in cues.ASK
    ):
        return "proposed", candidate.cue
    if candidate.certainty in _FIRM:
        hedge = _hedge(reading, candidate)
        if hedge is not None:
            return "tentative", hedge
    return candidate.certainty, candidate.cue


def _calls_off(reading: Reading, candidate: Candidate) -> Span | None:
    """The words of a deed ahead that is a calling off: "asked parliament to delay the vote"."""
    head = reading.tokens[candidate.head]
    children = reading.children.get(candidate.head, ())
    particles = [c for c in children if reading.tokens[c].dep == "prt"]
    named = {head.lemma.lower()} | {
        f"{head.lemma.lower()}-{reading.tokens[c].lemma.lower()}" for c in particles
    }
    things = [c for c in children if reading.tokens[c].dep in ("dobj", "xcomp", "nsubjpass")]
    event = any(reading.tokens[c].lemma.lower() in cues.GATHERINGS | cues.DOINGS for c in things)
    if candidate.kind == "noun" or not event or not named & (cues.CANCEL - {"drop", "suspend"}):
        return None
    return Span(head.start, max([head.end, *(reading.tokens[c].end for c in particles)]))


def _is_off(reading: Reading, candidate: Candidate) -> Span | None:
    """The words by which the thing told of is off: "pulled out of the planned talks", "its cancellation"."""
    if candidate.kind not in ("noun", "ahead-noun", "fixed-for"):
        return None
    at = candidate.head
    for _ in range(6):
        token = reading.tokens[at]
        if token.head == at:
            return None
        above = reading.tokens[token.head]
        children = [reading.tokens[c] for c in reading.children.get(token.head, ())]
        lemma = above.lemma.lower()
        named = {lemma} | {
            f"{lemma}-{c.lemma.lower()}" for c in children if c.dep in ("prt", "prep", "advmod")
        }
        if above.pos == "NOUN" and lemma in cues.CALLING_OFF and token.dep in ("prep", "poss", "compound"):
            return Span(above.start, above.end)
        if above.pos in ("VERB", "AUX"):
            settled = above.tag == "VB" and reading.tokens[above.head].lemma.lower() in cues.PLAN | {"ask"}
            told = (above.tag in ("VBD", "VBN", "VBZ") or settled) and not any(
                c.dep in ("neg", "mark") for c in children
            )
            off = bool(named & cues.CANCEL) and token.dep in ("dobj", "nsubjpass", "prep", "prt")
            if told and off and not any(c.tag == "MD" for c in children):
                return Span(above.start, above.end)
            if token.dep not in ("relcl", "acl"):
                return None
        at = token.head
    return None


def _asked(reading: Reading, candidate: Candidate) -> Span | None:
    """The words by which a thing is asked for: "a call for an inquiry", "demanded a vote"."""
    at = candidate.head
    for _ in range(4):
        token = reading.tokens[at]
        above = reading.tokens[token.head]
        if token.head == at or token.dep not in ("dobj", "pobj", "prep", "conj", "compound"):
            return None
        lemma = above.lemma.lower()
        wished = lemma in cues.WISHES or cues.PLAN_NOUNS.get(lemma) == "proposed"
        if wished and above.pos in ("VERB", "NOUN") and lemma != "press":
            return Span(above.start, above.end)
        if above.pos in ("VERB", "AUX"):
            return None
        at = token.head
    return None


def _wish(reading: Reading, candidate: Candidate) -> Span | None:
    """The words that make what is told a wish: "hopeful that she will", "wants them to"."""
    if candidate.kind in ("noun", "ahead-noun"):
        return _asked(reading, candidate)
    at = candidate.head
    for _ in range(3):
        token = reading.tokens[at]
        above = reading.tokens[token.head]
        if token.head == at or token.dep not in ("ccomp", "xcomp"):
            return None
        if above.lemma.lower() in cues.WISHES:
            return Span(above.start, above.end)
        if above.tag not in ("VB", "VBG", "TO"):
            return None
        at = token.head
    return None


def _hangs_on(reading: Reading, candidate: Candidate) -> Span | None:
    """What is needed first: "any deal would", "will require consent", "should he resign, she will"."""
    head = reading.tokens[candidate.head]
    if candidate.kind not in ("will", "would", "maybe"):
        return None
    if head.lemma.lower() in _NEEDS:
        return Span(head.start, head.end)
    for child in reading.children.get(candidate.head, ()):
        token, below = reading.tokens[child], [reading.tokens[c] for c in reading.children.get(child, ())]
        if token.dep in ("nsubj", "nsubjpass"):
            any_ = next((t for t in below if t.text.lower() == "any"), None)
            if any_ is not None:
                return Span(any_.start, any_.end)
        if token.dep == "advcl":
            should = next((t for t in below if t.text.lower() == "should" and t.dep == "aux"), None)
            subject = next((t for t in below if t.dep in ("nsubj", "nsubjpass")), None)
            if should is not None and subject is not None and should.start < subject.start:
                return Span(should.start, should.end)
    return None


def _condition(reading: Reading, candidate: Candidate) -> Span | None:
    """The "if" (or "unless", "once") of a clause that the event's verb, or one above it, hangs on."""
    for index in reading.subtree(candidate.head):
        token = reading.tokens[index]
        if token.text.lower() == "any" and reading.tokens[candidate.head].lemma in (
            "respond",
            "retaliate",
            "answer",
        ):
            return Span(token.start, token.end)
    at, steps = candidate.head, 0
    while steps < 3:
        for child in reading.children.get(at, ()):
            if reading.tokens[child].dep != "advcl":
                continue
            for mark in reading.children.get(child, ()):
                token = reading.tokens[mark]
                if token.text.lower() in ("if", "unless", "once") and token.dep in ("mark", "advmod"):
                    return Span(token.start, token.end)
        above = reading.tokens[at].head
        if above == at or reading.tokens[at].dep == "ccomp":
            break
        at, steps = above, steps + 1
    return None


def _hedge(reading: Reading, candidate: Candidate) -> Span | None:
    for index in reading.children.get(candidate.head, ()):
        token = reading.tokens[index]
        if token.text.lower() in _ADVERBS or (token.text.lower() == "whether" and token.dep == "mark"):
            return Span(token.start, token.end)
    span = candidate.sentence.span
    found = _UNSURE.search(reading.text, span.start, span.end)
    return Span(found.start(), found.end()) if found else None
