"""From a document to what is read of it: furniture and inner posts blanked, offsets kept."""

from __future__ import annotations

import re
from itertools import pairwise

from atstake.model.text import Document, Span

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;”\"')\]…]\s*$")

# A text counts as hard-wrapped (mail, old wire copy) when most of its lines are this long and
# stop in the middle of a sentence; its line breaks then do not part paragraphs.
_WRAPPED_LENGTH = range(45, 100)
_WRAPPED_SHARE = 0.6


def masked(document: Document) -> str:
    """The document's text with furniture, byline, dateline and inner posts blanked, of the same length.

    Line breaks stay, so that what is cut never joins the paragraphs around it.
    """
    hidden = [f.span for f in document.furniture] + list(document.posts)
    hidden += [span for span in (document.byline, document.dateline) if span]
    if not hidden:
        return document.text
    characters = list(document.text)
    for span in hidden:
        for i in range(span.start, min(span.end, len(characters))):
            if characters[i] != "\n":
                characters[i] = " "
    return "".join(characters)


def paragraphs(text: str, cuts: tuple[int, ...] = ()) -> tuple[Span, ...]:
    """The stretches that are read as paragraphs, without the white space around them.

    ``cuts`` are offsets where one ends besides: that of a headline which runs on into the text, for one.
    """
    if _is_wrapped(text):
        ends = [0, *(m.end() for m in _BLANK_LINE.finditer(text)), len(text)]
        found = [Span(a, b) for a, b in pairwise(ends)]
    else:
        found = [Span(m.start(), m.end()) for m in _LINE.finditer(text)]
    pieces = (piece for span in found for piece in _cut(span, cuts))
    return tuple(s for s in (_stripped(text, span) for span in pieces) if len(s))


def _cut(span: Span, cuts: tuple[int, ...]) -> list[Span]:
    ends = [span.start, *sorted(c for c in cuts if span.start < c < span.end), span.end]
    return [Span(a, b) for a, b in pairwise(ends)]


def _is_wrapped(text: str) -> bool:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 8 or not _BLANK_LINE.search(text):
        return False
    broken = [line for line in lines if len(line) in _WRAPPED_LENGTH and not _ENDS_A_SENTENCE.search(line)]
    return len(broken) >= _WRAPPED_SHARE * len(lines)


def _stripped(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))
