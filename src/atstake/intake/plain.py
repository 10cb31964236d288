"""Plain text files, with or without a few fields at the top ("Outlet: ...", "Date: ...")."""

from __future__ import annotations

import re

from atstake.errors import InputError
from atstake.intake.draft import Draft
from atstake.intake.records import from_record
from atstake.model.text import Span

_FIELD = re.compile(
    r"(?P<name>id|url|outlet|publisher|date|published|authors?|title|kind|handle|note):"
    r"[ \t]*(?P<value>[^\n\r]*)",
    re.I,
)


def from_text(text: str) -> Draft:
    """The draft of a plain text; at least two known fields in its first lines count as its header.

    The stored text is the whole file, the header a layer of it. Raises ``InputError`` where nothing
    else is there.
    """
    header, end = _header(text)
    if not text[end:].strip():
        raise InputError("is empty; nothing to read")
    record: dict[str, object] = dict(header)
    draft = from_record({**record, "text": text})
    from dataclasses import replace

    stretch = Span(len(text) - len(text.lstrip()), end) if header else None
    return replace(
        draft, media_type="text/plain", header=stretch, published_from="header" if draft.published else ""
    )


def _header(text: str) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    at = len(text) - len(text.lstrip("\ufeff\n\r "))
    end = at
    while match := _FIELD.match(text, at):
        found[match["name"].lower()] = match["value"].strip()
        end = match.end()
        at = end + len(re.match(r"\r?\n?", text[end:])[0])  # type: ignore[index]
    blank = re.match(r"\s*\n", text[end:]) or end == len(text)
    return (found, end) if len(found) > 1 and blank else ({}, 0)
