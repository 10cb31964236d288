"""Small repairs at the edges of learned spans, by punctuation alone."""

from __future__ import annotations

from atstake.model.text import Span


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
