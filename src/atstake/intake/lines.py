"""A text as lines, and layers that never overlap."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from atstake.model.text import Furniture, Span

_LINE = re.compile(r"[^\n\r]+")
_WRAPPED_AT, _WRAPPED_SHARE = (45, 100), 0.6
_SPACES = {code: " " for code in (0x09, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000)}


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it, and where it stands.

    ``text`` is for matching: of the same length, with a plain space for each kind of space.
    """

    span: Span
    text: str

    def part(self, start: int, end: int) -> Span:
        """A stretch of the line, in the text's offsets."""
        return Span(self.span.start + start, self.span.start + end)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold anything."""
    found = []
    for match in _LINE.finditer(text):
        piece = match[0]
        start = match.start() + len(piece) - len(piece.lstrip())
        stripped = piece.strip()
        if stripped:
            found.append(Line(Span(start, start + len(stripped)), plain_spaces(stripped)))
    return found


def plain_spaces(text: str) -> str:
    """The text with a plain space for each kind of space; offsets stay."""
    return text.translate(_SPACES)


def squeezed(text: str) -> str:
    """For comparison only: folded case, straight quotes, single spaces."""
    straight = text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " "})
    return " ".join(straight.casefold().split())


def unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """Where lines were broken at a fixed width, those that are a paragraph of their own; else all.

    Mail and old wire copy are broken so; a line in the middle of a paragraph says nothing by itself.
    """
    long = [line for line in lines if _WRAPPED_AT[0] <= len(line.text) <= _WRAPPED_AT[1]]
    open_ = [line for line in long if line.text[-1] not in ".!?:;”\"’')]…"]
    if len(lines) < 8 or "\n\n" not in text or len(open_) < _WRAPPED_SHARE * len(lines):
        return lines
    gaps = [text[a.span.end : b.span.start].count("\n") > 1 for a, b in pairwise(lines)]
    return [
        x for x, before, after in zip(lines, [True, *gaps], [*gaps, True], strict=True) if before and after
    ]


class Cover:
    """Stretches of a text that are spoken for, asked often."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [s.start for s in ordered]
        self._reach = list(accumulate((s.end for s in ordered), max))

    def touches(self, span: Span) -> bool:
        """Whether the span shares a character with one of them."""
        i = bisect_left(self._starts, span.end) - 1
        return i >= 0 and self._reach[i] > span.start


def disjoint(furniture: Iterable[Furniture]) -> tuple[Furniture, ...]:
    """In order of place; of two that overlap, the one that begins first, the longer where both do."""
    kept: list[Furniture] = []
    for item in sorted(furniture, key=lambda f: (f.span.start, -f.span.end, f.kind)):
        if len(item.span) and (not kept or item.span.start >= kept[-1].span.end):
            kept.append(item)
    return tuple(kept)


def joined(text: str, furniture: Iterable[Furniture], kind: str) -> tuple[Furniture, ...]:
    """With neighbours of one kind that only white space within a block parts made one stretch."""
    found: list[Furniture] = []
    for item in furniture:
        last = found[-1] if found else None
        gap = text[last.span.end : item.span.start] if last else ""
        if last and last.kind == item.kind == kind and not gap.strip() and gap.count("\n") < 2:
            found[-1] = Furniture(Span(last.span.start, item.span.end), last.kind)
        else:
            found.append(item)
    return tuple(found)
