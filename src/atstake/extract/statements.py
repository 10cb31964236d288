"""Each sentence of the reading as a statement, with what it is good for in a brief.

Marks are given by closed lists of function words and set phrases of English news prose; they say
what a sentence does (asks, leaves open, gives a reason, names what is at stake), never what it is about.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from atstake.model.annotations import Annotations, Statement, StatementMark
from atstake.model.provenance import target_id
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span

_LEAD_SENTENCES = 2
# An attribution has to cover this much of a sentence before the sentence is no longer the reporter's own.
_COVERED = 0.5
_HEADING_WORDS = 14

_OPEN = re.compile(
    r"\b(?:(?:is|was|are|remains?|remained|be|still)\s+(?:not\s+(?:yet\s+)?|un|still\s+un|far\s+from\s+)"
    r"\s*(?:clear|certain|known(?!\s+to\s+(?:be|have)\b)|sure|confirmed|verified|decided)"
    r"|not\s+(?:immediately|yet|entirely|independently)\s+(?:clear|known|certain|be\s+(?:verified|confirmed))"
    r"|(?:no\s+one|nobody)\s+(?:is\s+sure|knows)"
    r"|could\s+not\s+(?:be\s+)?(?:immediately\s+|independently\s+)?(?:be\s+)?(?:verif|confirm|reach)\w*"
    r"|(?<!\bwho\s)(?:has|have)\s+yet\s+to\b|yet\s+to\s+be\s+\w+ed"
    r"|remains?\s+to\s+be\s+seen|raises?\s+(?:the\s+|new\s+)?questions?|(?:open|big(?:gest)?)\s+questions?\s+(?:is|are)"
    r"|questions?\s+(?:remain|loom|about\s+(?:whether|how|who|what|why))"
    r"|(?:(?:did|does|do|would)\s+not|declined\s+to|refused\s+to)\s+(?:say|specify|disclose)\s+"
    r"(?:exactly\s+)?(?:whether|if|how|when|who|what|where|which|why)"
    r"|no\s+(?:immediate\s+)?(?:details|word|indication|confirmation)\b"
    r"|(?:unclear|unknown|uncertain)\s+(?:whether|how|who|what|when|where|why|if|which))",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:comes?|came|coming)\s+(?:just\s+|\w+\s+(?:hours|days|weeks|months)\s+)?"
    r"(?:ahead\s+of|after|before|amid|as|at\s+a\s+time|on\s+the\s+(?:eve|heels)\s+of|in\s+(?:the\s+wake|response))\b"
    r"|\bin\s+(?:order\s+to|the\s+wake\s+of|response\s+to|retaliation\s+for|an?\s+(?:bid|effort|attempt)\s+to)\b"
    r"|\b(?:because|due\s+to|prompted\s+by|sparked\s+by|triggered\s+by|following|aimed\s+at|so\s+that)\b"
    r"|\b(?:prompt|spark|trigger)(?:ed|ing|s)\b"
    r"|\b(?:days?|hours?|weeks?|months?)\s+after\b"
    r"|\bafter\s+(?:\w+\s+){0,6}?\w+(?:ed|ing)\b"
    r"|\bon\s+the\s+eve\s+of\b|\bahead\s+of\b",
    re.IGNORECASE,
)
_STAKES = re.compile(
    r"\b(?:(?:at|the)\s+stakes?\b|what\s+is\s+at\s+issue|at\s+issue\b|(?:could|would|might|may|risks?|threatens?\s+to)"
    r"\s+(?:\w+\s+){0,3}?(?:trigger|spark|lead\s+to|undermine|jeopardi[sz]e|derail|escalate|destabili[sz]e|cost|hurt|"
    r"harm|worsen|widen|force|mean|damage)\w*"
    r"|(?:turning\s+point|make\s+or\s+break|last\s+chance|consequences\s+(?:of|for)|implications\s+(?:of|for)))",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?[\"”’)\]]*\s*$")
_ASKS = re.compile(
    r"^\W*(?:who|what|when|where|why|how|which|will|would|can|could|should|is|are|does|do|did|has|have)\b",
    re.I,
)


_PHRASES: tuple[tuple[StatementMark, re.Pattern[str]], ...] = (
    ("open", _OPEN),
    ("reason", _REASON),
    ("stakes", _STAKES),
)


class Statements:
    """Extractor of the ``statements`` layer."""

    name = "statements"
    needs = frozenset({"attributions"})
    makes = frozenset({"statements"})

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """One statement for each sentence, in order."""
        covered = _joined(span for a in found.attributions for part in a.parts for span in part.spans)
        statements, running, copied = [], 0, False
        for position, sentence in enumerate(reading.sentences):
            target = reading.target(sentence.span)
            marks = _marks(reading, sentence)
            if not marks or marks[0] not in ("headline", "heading"):
                marks = ("lead", *marks) if running < _LEAD_SENTENCES else marks
                running += 1
            if position == 0 or sentence.paragraph != reading.sentences[position - 1].paragraph:
                copied = _is_quoted_before(reading.text, sentence.span)
            outlet = not copied and _share(sentence.span, covered) < _COVERED
            statements.append(
                Statement(target_id("statement", target), target, sentence.paragraph, position, outlet, marks)
            )
        return Annotations(reading.document.id, statements=tuple(statements))


def _is_quoted_before(text: str, first: Span) -> bool:
    """Whether a paragraph begins with what was just quoted: a post that lost its marks, and no reporter.

    “A wonderful new bridge,” she wrote. ¶ A wonderful new bridge. It will stand for ever!
    """
    words = text[first.start : first.end].strip(_ENDS)
    if len(words.split()) < _COPIED_WORDS:
        return False
    before = text[max(0, first.start - _JUST_BEFORE) : first.start]
    return any(words in quoted[1] for quoted in _QUOTATION.finditer(before))


_QUOTATION = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_ENDS = " .!?,\n"
_COPIED_WORDS, _JUST_BEFORE = 5, 600
"""The fewest words of a copy, and the characters before it in which they were quoted."""


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _share(sentence: Span, covered: list[Span]) -> float:
    """How much of the sentence the spans, in order and apart, cover together."""
    total, i = 0, max(0, bisect_right(covered, Span(sentence.start, sentence.end)) - 1)
    while i > 0 and covered[i].end > sentence.start:
        i -= 1
    for span in covered[i:]:
        if span.start >= sentence.end:
            break
        total += max(0, min(span.end, sentence.end) - max(span.start, sentence.start))
    return total / max(1, len(sentence))


def _marks(reading: Reading, sentence: Sentence) -> tuple[StatementMark, ...]:
    text = reading.text[sentence.span.start : sentence.span.end]
    marks: list[StatementMark] = []
    if _is_headline(reading, sentence.span):
        marks.append("headline")
    elif _is_heading(reading, sentence):
        marks.append("heading")
    if _QUESTION.search(text) and _ASKS.search(text):
        marks.append("question")
    marks.extend(mark for mark, pattern in _PHRASES if pattern.search(text))
    return tuple(marks)


def _is_headline(reading: Reading, span: Span) -> bool:
    headline = reading.document.headline
    return headline is not None and headline.overlaps(span)


_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})


def _is_heading(reading: Reading, sentence: Sentence) -> bool:
    """A line that the document lists as a heading, a short paragraph without an end, or one without a verb.

    "Columnists In-depth coverage, reviews and commentary." is how a site speaks of itself.
    """
    if any(h.overlaps(sentence.span) for h in reading.document.headings):
        return True
    paragraph = reading.paragraphs[sentence.paragraph]
    alone = len(reading.text[paragraph.start : paragraph.end].strip()) <= len(sentence.span)
    if alone and not any(t.tag in _FINITE for t in reading.tokens[sentence.first : sentence.last]):
        return True
    words = reading.text[paragraph.start : paragraph.end].split()
    return len(words) <= _HEADING_WORDS and not re.search(r"[.!?…:;,”\"')\]]$", words[-1] if words else ".")
