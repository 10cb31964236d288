"""The brief as a summary for a terminal: title, key points, and what else the page holds."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from atstake.model.brief import Brief, Line
from atstake.publish import labels, words

_LEAST = 40


def summary(brief: Brief, width: int = 80) -> str:
    """Plain text without colours or control characters, wrapped at ``width`` columns."""
    return "\n".join(_lines(brief, max(_LEAST, width))) + "\n"


def changes(brief: Brief, width: int = 80) -> str:
    """What is different since the last build, one line each; "" where nothing is."""
    return "".join(_item(text, max(_LEAST, width)) + "\n" for text in change_lines(brief))


def change_lines(brief: Brief) -> list[str]:
    """The same unwrapped."""
    return [f"{labels.CHANGES[c.kind]}: {_plain(c.line)} {c.remark}".rstrip() for c in brief.changes]


def _lines(brief: Brief, width: int) -> Iterator[str]:
    yield from textwrap.wrap(words.named_controls(_headline(brief.title)), width)
    yield from textwrap.wrap(
        words.named_controls(". ".join(brief.standfirst)) + "." if brief.standfirst else "", width
    )
    yield ""
    for line in brief.key_points:
        yield _item(_plain(line), width)
    counted = [
        f"{heading.lower()} {len(getattr(brief, field)) + getattr(brief, field).more}"
        for field, heading in labels.PARTS
        if field != "key_points" and getattr(brief, field)
    ]
    if counted:
        yield ""
        yield from textwrap.wrap("Also: " + ", ".join(counted) + ".", width)


def _plain(line: Line) -> str:
    said = "".join(words.plain(p) for p in line.parts)
    weight = f" ({labels.origins(len(line.origins))})" if len(line.origins) > 1 else ""
    return said + weight


def _headline(line: Line) -> str:
    return " ".join(words.bare(p) for p in line.parts)


def _item(text: str, width: int) -> str:
    return textwrap.fill(text, width, initial_indent="- ", subsequent_indent="  ")
