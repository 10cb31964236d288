"""Section headings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from atstake.intake.draft import Draft
from atstake.intake.lines import Line, squeezed, within
from atstake.model.text import Furniture, Span


def headings(
    draft: Draft, lines: Sequence[Line], layers: Sequence[Furniture], other: Sequence[Span]
) -> tuple[Span, ...]:
    """Section headings: as the markup says, else short lines without a full stop before a paragraph."""
    taken = [f.span for f in layers]
    read = [x for x in lines if not within(x.span, taken)]
    if draft.headings:
        known = {squeezed(h) for h in draft.headings}
        return tuple(x.span for x in read if squeezed(x.text) in known and not within(x.span, other))
    found = []
    for line, following in pairwise(read):
        body = within(following.span, other) or len(following.text) > max(60, len(line.text))
        if (
            body
            and _is_heading(line.text)
            and _stands_alone(draft.text, line)
            and not within(line.span, other)
        ):
            found.append(line.span)
    return tuple(found[1:] if found and found[0] == read[0].span and not draft.title else found)


def _is_heading(line: str) -> bool:
    short = len(line) <= 80 and len(line.split()) <= 11
    return short and line[-1] not in ".,;:…\"”'’)!" and line[0].isupper() and ". " not in line


def _stands_alone(text: str, line: Line) -> bool:
    """A heading has a blank line before it, in a text that has blank lines, and one after it."""
    if "\n\n" not in text:
        return True
    before = text[: line.span.start].rstrip(" \t\r")
    after = text[line.span.end :].lstrip(" \t\r")
    return before.endswith("\n\n") and after.startswith("\n\n")
