"""Anchors: from offsets to selectors and back (W3C Web Annotation), and to what browsers count.

Offsets are code points everywhere inside; JavaScript strings count UTF-16 code units. Nothing here is
fuzzy: words are found exactly, or not at all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from atstake.model.text import Span, Target

CONTEXT = 32
"""Characters of prefix and suffix in a selector, as most annotation tools keep."""


class Utf16:
    """Converts offsets into one text between code points and UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        # Where each character that takes two units stands: in code points, and in units.
        self._wide = [i for i, character in enumerate(text) if ord(character) > 0xFFFF]
        self._wide_units = [i + n for n, i in enumerate(self._wide)]

    def units(self, offset: int) -> int:
        """Code points to code units. Raises ``ValueError`` outside the text."""
        if not 0 <= offset <= self._length:
            raise ValueError(f"offset {offset} is outside the text")
        return offset + bisect_left(self._wide, offset)

    def code_points(self, units: int) -> int:
        """Code units to code points. Raises ``ValueError`` outside the text or inside a surrogate pair."""
        before = bisect_left(self._wide_units, units)
        if before and self._wide_units[before - 1] == units - 1:
            raise ValueError(f"unit {units} is in the middle of a character")
        if not 0 <= units <= self._length + len(self._wide):
            raise ValueError(f"unit {units} is outside the text")
        return units - before


@dataclass(frozen=True, slots=True)
class QuoteSelector:
    """A TextQuoteSelector: the exact words, and what stands before and after them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def quote_selector(text: str, span: Span, context: int = CONTEXT) -> QuoteSelector:
    """The selector for a span of the text."""
    before = text[max(0, span.start - context) : span.start]
    return QuoteSelector(text[span.start : span.end], before, text[span.end : span.end + context])


def occurrences(text: str, words: str) -> Iterator[Span]:
    """All places where the words stand, overlapping ones too, in order."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


def locate(text: str, selector: QuoteSelector, near: int | None = None) -> Span | None:
    """Where the selector's words stand in the text: where most of prefix and suffix agrees too.

    Of several places that agree equally well the nearest to ``near`` is taken; without ``near``, and where
    the words do not stand at all, the answer is None.
    """
    found = [(_agreement(text, span, selector), span) for span in occurrences(text, selector.exact)]
    most = max((agreement for agreement, _ in found), default=0)
    best = [span for agreement, span in found if agreement == most]
    if near is None:
        return best[0] if len(best) == 1 else None
    return min(best, key=lambda span: (abs(span.start - near), span), default=None)


def stands(target: Target, text: str) -> bool:
    """Whether each quote of the target stands at its span: the invariant of all that is published."""
    return all(text[s.start : s.end] == q for s, q in zip(target.spans, target.quotes, strict=True))


def _agreement(text: str, span: Span, selector: QuoteSelector) -> int:
    before = text[max(0, span.start - len(selector.prefix)) : span.start]
    after = text[span.end : span.end + len(selector.suffix)]
    return _common(before[::-1], selector.prefix[::-1]) + _common(after, selector.suffix)


def _common(a: str, b: str) -> int:
    """Length of the beginning that both share."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
