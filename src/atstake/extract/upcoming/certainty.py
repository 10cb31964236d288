"""How certain the words make an event, beyond the words that put it ahead."""

from __future__ import annotations

import re

from atstake.extract.upcoming import conditions, cues, governing, off
from atstake.extract.upcoming.candidates import Candidate
from atstake.model.annotations import Certainty
from atstake.model.reading import Reading
from atstake.model.text import Span

_UNSURE = re.compile(
    r"\b(?:tentative(?:ly)?|provisional(?:ly)?|pencill?ed in|no one (?:is sure|knows)"
    r"|not (?:yet )?(?:clear|sure|certain|known)|unclear|uncertain|in doubt|undecided"
    r"|(?:could|may) (?:still )?change|(?:are|is) afoot"
    r"|under consideration|on the table|looking at|still possible|possible that|it['’]?s possible|considering"
    r"|in all likelihood|chances are|odds are"
    r"|considered|mulling|weighing|deliberating|ready to|preparing (?:to|a|for)|speculat\w+)\b",
    re.I,
)
_ADVERBS = frozenset(
    "probably likely possibly perhaps maybe potentially unlikely hopefully reportedly".split()
)
_LIKELY = frozenset("likely unlikely possible conceivable probable".split())
_WEIGHING = frozenset("consider mull weigh ponder explore contemplate deliberate".split())
"""What is weighed is neither announced nor asked for."""
_BILLS = frozenset(
    "bill plan proposal legislation measure resolution amendment package draft budget regulation rule "
    "motion initiative order option idea petition".split()
)
"""What "would" do something is a proposal to do it."""
_FIRM = frozenset({"scheduled"})
_WOULD_LIKE = frozenset("like love prefer".split())


def certainty(reading: Reading, candidate: Candidate, *, dated: bool = False) -> tuple[Certainty, Span]:
    """The certainty of a candidate, and the words that give it."""
    condition = conditions.condition(reading, candidate)
    if candidate.certainty == "cancelled":
        # "Will not sign unless ..." calls nothing off.
        if candidate.kind == "wont" and condition is not None:
            return "conditional", condition
        only = _only_weighed(reading, candidate) if candidate.kind == "cancel" else None
        return ("tentative", only) if only is not None else ("cancelled", candidate.cue)
    called_off = off.called_off(reading, candidate)
    if called_off is not None:
        return "cancelled", called_off
    if candidate.certainty in ("scheduled", "tentative"):
        wish = _wish(reading, candidate) or _bill(reading, candidate)
        if wish is not None:
            return "proposed", wish
    if condition is not None and (candidate.certainty != "proposed" or candidate.kind == "ought"):
        return "conditional", condition
    softened = _weighed(reading, candidate) or governing.governed(reading, candidate)
    if softened is not None:
        return softened
    lemma = reading.tokens[candidate.head].lemma.lower()
    if (candidate.kind in ("progressive", "present") and lemma in cues.ASK) or (
        candidate.kind == "would" and lemma in _WOULD_LIKE
    ):
        return "proposed", candidate.cue
    if candidate.certainty in _FIRM:
        hedge = _hedge(reading, candidate)
        if hedge is not None:
            return "tentative", hedge
    if candidate.kind == "would" and not dated and not conditions.reported(reading, candidate):
        return "conditional", candidate.cue
    return candidate.certainty, candidate.cue


def _only_weighed(reading: Reading, candidate: Candidate) -> Span | None:
    """The words by which a calling off is but thought of: "may cancel", "threatened to cancel it"."""
    tokens, at = reading.tokens, candidate.head
    helpers = [tokens[c] for c in reading.children.get(at, ())]
    unsure = next((t for t in helpers if t.dep == "aux" and t.text.lower() in _UNSURE_HELPERS), None)
    above = tokens[tokens[at].head]
    below = [tokens[c] for c in reading.children.get(tokens[at].head, ())]
    better = next((t for t in below if t.dep == "acomp" and t.text.lower() in ("better", "best")), None)
    governs = above if tokens[at].dep in ("xcomp", "pcomp") and above.lemma.lower() in _THOUGHT_OF else None
    found = unsure or better or governs
    return Span(found.start, found.end) if found else None


_UNSURE_HELPERS = frozenset({"may", "might", "could", "should"})
_THOUGHT_OF = _WEIGHING | cues.THREATEN | frozenset({"hope", "want", "wish", "suggest", "propose"})


def _bill(reading: Reading, candidate: Candidate) -> Span | None:
    """The proposal that "would" do what is told: "a bill that would ban it", "the plan would end it"."""
    if candidate.kind != "would":
        return None
    head = reading.tokens[candidate.head]
    things = [
        reading.tokens[c]
        for c in reading.children.get(candidate.head, ())
        if reading.tokens[c].dep in ("nsubj", "nsubjpass")
    ]
    if head.dep == "relcl":
        things.append(reading.tokens[head.head])
    found = next((t for t in things if t.lemma.lower() in _BILLS and t.pos == "NOUN"), None)
    return Span(found.start, found.end) if found else None


def _weighed(reading: Reading, candidate: Candidate) -> tuple[Certainty, Span] | None:
    """The words by which it is but thought about: "is considering a visit", "weighs whether to go"."""
    for index in (candidate.head, *reading.tokens_in(candidate.cue)):
        token = reading.tokens[index]
        own = index != candidate.head or candidate.kind in ("progressive", "present")
        if own and token.lemma.lower() in _WEIGHING:
            return "tentative", Span(token.start, token.end)
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
        hope = above.pos == "NOUN" and cues.PLAN_NOUNS.get(above.lemma.lower()) == "proposed"
        if token.head != at and token.dep in ("acl", "ccomp") and hope:
            return Span(above.start, above.end)
        if token.head == at or token.dep not in ("ccomp", "xcomp"):
            return None
        if above.lemma.lower() in cues.WISHES:
            return Span(above.start, above.end)
        below = (reading.tokens[c] for c in reading.children.get(token.head, ()))
        hopes = next((t for t in below if t.dep == "acomp" and t.lemma.lower() == "hopeful"), None)
        if hopes is not None:
            return Span(hopes.start, hopes.end)
        if above.tag not in ("VB", "VBG", "TO"):
            return None
        at = token.head
    return None


def _hedge(reading: Reading, candidate: Candidate) -> Span | None:
    cue = reading.tokens_in(candidate.cue)
    for index in (
        *reading.children.get(candidate.head, ()),
        *(c for i in cue for c in reading.children.get(i, ())),
    ):
        token = reading.tokens[index]
        if token.text.lower() in _ADVERBS or (token.text.lower() == "whether" and token.dep == "mark"):
            return Span(token.start, token.end)
    return _said_likely(reading, candidate) or _unsure(reading, candidate)


def _said_likely(reading: Reading, candidate: Candidate) -> Span | None:
    """ "A meeting is likely this week": what is said of the thing itself."""
    head = reading.tokens[candidate.head]
    if head.dep not in ("nsubj", "nsubjpass"):
        return None
    beside = (reading.tokens[c] for c in reading.children.get(head.head, ()))
    found = next((t for t in beside if t.dep == "acomp" and t.lemma.lower() in _LIKELY), None)
    return Span(found.start, found.end) if found else None


def _unsure(reading: Reading, candidate: Candidate) -> Span | None:
    span = candidate.sentence.span
    found = _UNSURE.search(reading.text, span.start, span.end)
    return Span(found.start(), found.end()) if found else None
