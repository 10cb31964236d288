"""How much of the text a quote shows: whole sentences where they fit, and no furniture."""

from __future__ import annotations

import re

from atstake.brief.compose.coverage import Coverage
from atstake.model.text import Span, Target

_BULLET = re.compile(r"[\s•·▪⦁●■–—*>|-]*(?:(?:But|And|Yet|So|However|Meanwhile|Still),?\s+(?=[A-Z“\"]))?")
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’/-]{2,40}(?:,? \w+\.? \d{1,2}(?:, \d{4})?)?\s*(?:\([^)\n]{2,40}\)\s*)?[-–—:]+\s+"
)
_PARAGRAPH_BREAKS = 2


def grown(coverage: Coverage, target: Target, back: int = 0) -> Span | None:
    """The sentences of a target, and so many before them; None where those are not there or do not fit.

    Where the sentences leave a quotation open, the neighbour that closes it is taken in if it fits.
    """
    sentences = coverage.sentences(target)
    span = Span(min(s.start for s in sentences), max(s.end for s in sentences))
    for _ in range(back):
        before = coverage.sentence_before(target.document, span.start)
        if before is None or not _adjacent(coverage, target.document, before, span):
            return None
        span = Span(before.start, span.end)
    if back:
        return span if _length(coverage, target.document, span) <= coverage.clip else None
    return _closed(coverage, target.document, span)


def fitted(coverage: Coverage, document: str, sentence: Span, core: Span) -> Span:
    """At most ``clip`` code points: from the sentence's start if the core then fits, else the core itself.

    Furniture inside a sentence is not shown, and counts for nothing.
    """
    most, text = coverage.clip, coverage.text(document)
    unshown = len(sentence) - _length(coverage, document, sentence)
    if len(sentence) - unshown <= most:
        return sentence
    most += unshown if unshown and core.end - sentence.start > most else 0
    if core.end - sentence.start <= most:
        return clipped(Span(sentence.start, sentence.start + most), most, text)
    core = core if core.start >= sentence.start else Span(sentence.start, core.end)
    rest = sentence.end - core.start
    return clipped(Span(core.start, sentence.end if rest <= most else core.end), most, text)


def clipped(span: Span, most: int, text: str) -> Span:
    """At most so many code points, cut between words."""
    end = min(span.end, span.start + most)
    if end < len(text) and text[end - 1 : end].isalnum() and text[end : end + 1].isalnum():
        cut = max(text.rfind(" ", span.start, end), text.rfind("\n", span.start, end))
        end = cut if cut > span.start else end
    return Span(span.start, end)


def tidy(coverage: Coverage, document: str, span: Span) -> Span:
    """Without white space, bullets, a dateline, a conjunction that points back, a lone quotation mark."""
    text, dateline = coverage.text(document), coverage.documents[document].dateline
    start, end = span.start, span.end
    if dateline and start < dateline.end < end and dateline.start <= start + 2:
        start = dateline.end
    for pattern in (_DATELINE, _BULLET):
        match = pattern.match(text, start, end)
        start = match.end() if match else start
    while end > start and text[end - 1].isspace():
        end -= 1
    words = text[start:end]
    if words[:1] in ("“", '"') and not any(c in words[1:] for c in '”"'):
        start += 1
    elif words[-1:] in ("”", '"') and not any(c in words[:-1] for c in '“"'):
        end -= 1
    return Span(start, max(start, end))


def without_furniture(coverage: Coverage, document: str, span: Span) -> tuple[Span, ...]:
    """The stretches of a span that are part of the reading and hold a word."""
    text = coverage.text(document)
    out = sorted(f.span for f in coverage.documents[document].furniture if f.span.overlaps(span))
    kept, begin = [], span.start
    for gap in [*out, Span(span.end, span.end)]:
        stretch = _trimmed(text, begin, max(begin, gap.start))
        if any(c.isalnum() for c in text[stretch.start : stretch.end]):
            kept.append(stretch)
        begin = max(begin, min(gap.end, span.end))
    return tuple(kept)


def _length(coverage: Coverage, document: str, span: Span) -> int:
    """How many code points of a span are shown."""
    return sum(len(s) for s in without_furniture(coverage, document, span))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _closed(coverage: Coverage, document: str, span: Span) -> Span:
    text = coverage.text(document)
    if balanced(text[span.start : span.end]):
        return span
    before = coverage.sentence_before(document, span.start)
    after = coverage.sentence_after(document, span.end)
    start = before.start if before and _adjacent(coverage, document, before, span) else span.start
    end = after.end if after and _adjacent(coverage, document, span, after) else span.end
    for wider in (Span(start, span.end), Span(span.start, end), Span(start, end)):
        if len(wider) <= coverage.clip and balanced(text[wider.start : wider.end]):
            return wider
    return span


def balanced(words: str) -> bool:
    """Whether every quotation that is begun in the words ends in them, and none ends that began before."""
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def _adjacent(coverage: Coverage, document: str, first: Span, second: Span) -> bool:
    """Only white space, and at most one paragraph break, between the two."""
    between = coverage.text(document)[first.end : second.start]
    return not between.strip() and between.count("\n") <= _PARAGRAPH_BREAKS
