"""The lines of a brief as the store keeps them, to compare later builds with."""

from __future__ import annotations

from dataclasses import fields

from atstake.model.brief import Brief, Line, Part, Prose, walk
from atstake.model.provenance import BuiltLine


def built_lines(brief: Brief) -> tuple[BuiltLine, ...]:
    """Every line once, in the order of the page, with its part, its text and the words it stands on."""
    found: dict[str, BuiltLine] = {}
    for field in fields(brief):
        part = getattr(brief, field.name)
        if isinstance(part, Part):
            for line in walk(part, Line):
                found.setdefault(line.key, _built(field.name, line))
    return tuple(found.values())


def _built(part: str, line: Line) -> BuiltLine:
    text = "".join(p.text if isinstance(p, Prose) else p.target.quote for p in line.parts)
    return BuiltLine(line.key, part, text, tuple(q.target for q in line.quotes))
