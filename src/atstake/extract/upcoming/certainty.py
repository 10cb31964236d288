"""How certain the words make an event, beyond the words that put it ahead."""

from __future__ import annotations

import re

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
_FIRM = frozenset({"scheduled"})


def certainty(reading: Reading, candidate: Candidate) -> tuple[Certainty, Span]:
    """The certainty of a candidate, and the words that give it."""
    if candidate.certainty == "cancelled":
        return candidate.certainty, candidate.cue
    condition = _condition(reading, candidate)
    if condition is not None and candidate.certainty in ("scheduled", "tentative", "conditional"):
        return "conditional", condition
    if candidate.certainty in _FIRM:
        hedge = _hedge(reading, candidate)
        if hedge is not None:
            return "tentative", hedge
    return candidate.certainty, candidate.cue


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
