"""RSS and Atom files: one draft an entry. Most feeds carry a summary, which is then the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from atstake.errors import InputError
from atstake.intake.draft import Draft
from atstake.intake.records import from_record

_STRAY = re.compile(rb"&(?!#?\w{1,32};)")
"""An "&" that begins no entity: common in feeds, and dropped by parsers that recover."""

_FIELDS = {
    "id": ("guid", "id"),
    "title": ("title",),
    "date": ("pubDate", "published", "date", "updated"),
    "authors": ("creator", "author"),
    "body_html": ("encoded", "content", "description", "summary"),
}


def from_feed(raw: bytes) -> Iterator[Draft | InputError]:
    """Drafts in the feed's order; an entry without any text comes as the error that says so.

    Raises ``InputError`` where the file holds no entries. Broken XML is read as far as it goes;
    nothing outside the file is loaded and no entity of its own is expanded.
    """
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(_STRAY.sub(b"&amp;", raw), parser=parser)
    entries = [e for e in root.iter() if _name(e) in ("item", "entry")] if root is not None else []
    if not entries:
        raise InputError("is a feed without entries that can be read")
    outlet = next((_text(e) for e in root.iter() if _name(e) == "title"), "")
    for entry in entries:
        record: dict[str, object] = {k: _pick(entry, names) for k, names in _FIELDS.items()}
        record |= {
            "outlet": _source(entry) or outlet,
            "url": _link(entry),
            "title": _plain_title(record["title"]),
        }
        try:
            yield from_record(record)
        except InputError as error:
            yield error


def _name(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _text(element: Any) -> str:
    return "".join(element.itertext()).strip()


def _pick(entry: Any, names: tuple[str, ...]) -> str:
    for name in names:
        for child in entry:
            if _name(child) == name and (text := _text(child)):
                return text
    return ""


def _link(entry: Any) -> str:
    for child in entry:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            return str(child.get("href") or _text(child))
    return ""


def _source(entry: Any) -> str:
    """RSS <source>: the outlet that an aggregator took the entry from."""
    return next((_text(c).split("\n")[0] for c in entry if _name(c) == "source" and not len(c)), "")


def _plain_title(title: object) -> str:
    return " ".join(str(title).split())
