"""Section headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from atstake.intake.draft import Draft
from atstake.intake.lines import Cover, Line, squeezed
from atstake.model.text import Furniture, Span

_GAP_BEFORE = re.compile(r"\n[ \t\r]*\n[ \t\r]*$")
_GAP_AFTER = re.compile(r"[ \t\r]*\n[ \t\r]*\n")


def headings(
    draft: Draft, lines: Sequence[Line], layers: Sequence[Furniture], other: Sequence[Span]
) -> tuple[Span, ...]:
    """Section headings: as the markup says, else short lines without a full stop before a paragraph."""
    taken, others = Cover(f.span for f in layers), Cover(other)
    read = [x for x in lines if not taken.touches(x.span)]
    if draft.headings:
        known = {squeezed(h) for h in draft.headings}
        return tuple(x.span for x in read if squeezed(x.text) in known and not others.touches(x.span))
    parted, found = "\n\n" in draft.text, []
    for line, following in pairwise(read):
        body = others.touches(following.span) or len(following.text) > max(60, len(line.text))
        apart = not parted or _stands_alone(draft.text, line)
        if body and apart and _is_heading(line.text) and not others.touches(line.span):
            found.append(line.span)
    return tuple(found[1:] if found and found[0] == read[0].span and not draft.title else found)


def _is_heading(line: str) -> bool:
    short = len(line) <= 80 and len(line.split()) <= 11
    return short and line[-1] not in ".,;:…\"”'’)!" and line[0].isupper() and ". " not in line


def _stands_alone(text: str, line: Line) -> bool:
    """A heading has a blank line before it, in a text that has blank lines, and one after it."""
    return bool(_GAP_BEFORE.search(text[max(0, line.span.start - 40) : line.span.start])) and bool(
        _GAP_AFTER.match(text[line.span.end : line.span.end + 40])
    )
