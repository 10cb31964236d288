"""Small repairs of learned spans, by punctuation and paragraphs alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from atstake.model.reading import Reading
from atstake.model.text import Span

_QUOTES = '"“«'
_BETWEEN = 12
"""Characters of other text that may stand between a statement and its part in another paragraph."""


def tidy(text: str, spans: list[Span]) -> list[Span]:
    """Spans in order, without white space at either end; touching ones joined; none empty."""
    kept: list[Span] = []
    for span in sorted(spans):
        start, end = span.start, span.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        if kept and not text[kept[-1].end : start].strip():
            kept[-1] = Span(kept[-1].start, max(end, kept[-1].end))
        else:
            kept.append(Span(start, end))
    return kept


def in_reach(reading: Reading, content: Sequence[Span], others: Iterable[Span], cue: Span) -> list[Span]:
    """The parts of a content in its cue's paragraph, and those of other paragraphs that run on from there.

    ``others`` are the spans of source and cue. With the reporter's words in between, a part of another
    paragraph is mostly somebody else's: "... , Holm said. Brandt agreed. <I never did.>"
    """
    held = (*content, *others)
    near = [s for s in content if _is_near(reading, s, held, cue)]
    return near or list(content)


def _is_near(reading: Reading, part: Span, held: Sequence[Span], cue: Span) -> bool:
    start, end = (part.end, cue.start) if part.end <= cue.start else (cue.end, part.start)
    between = reading.text[start:end]
    if start >= end or "\n" not in between:
        return True
    if cue.end <= part.start and reading.text[part.start] in _QUOTES and _goes_on(reading, cue, part):
        return True
    free = (c for at, c in enumerate(between, start) if not any(s.start <= at < s.end for s in held))
    return len("".join(free).strip()) <= _BETWEEN


def _goes_on(reading: Reading, cue: Span, part: Span) -> bool:
    """Whether a quotation opens the paragraph behind the sentence of the cue, which ends its own."""
    sentence = reading.sentence_at(cue.start)
    return sentence is not None and not reading.text[sentence.span.end : part.start].strip()
