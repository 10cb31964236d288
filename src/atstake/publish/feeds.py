"""What changed, as feeds: RSS 2.0 and JSON Feed 1.1. Ids are the lines' own: a reader sees each once."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from xml.etree import ElementTree as ET

from atstake.model.brief import Brief, Change
from atstake.publish import labels, words

_TITLE = 120


def rss(brief: Brief) -> str:
    """The changes as RSS 2.0."""
    feed = ET.Element("rss", version="2.0")
    channel = ET.SubElement(feed, "channel")
    _add(channel, "title", _headline(brief))
    _add(channel, "link", next((u for u in _urls(brief) if u), "about:blank"))
    _add(channel, "description", "What is new, answered, revised or withdrawn in this story.")
    _add(channel, "generator", f"atstake {brief.version}")
    for change in brief.changes:
        item = ET.SubElement(channel, "item")
        _add(item, "title", _title(change))
        _add(item, "description", _text(change))
        _add(item, "category", change.kind)
        ET.SubElement(item, "guid", isPermaLink="false").text = change.line.key
        link = _link(brief, change)
        if link:
            _add(item, "link", link)
        if change.line.date:
            day = datetime.fromisoformat(change.line.date).replace(tzinfo=UTC)
            _add(item, "pubDate", format_datetime(day))
    ET.indent(feed)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def jsonfeed(brief: Brief) -> str:
    """The changes as JSON Feed 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _headline(brief),
        "items": [_item(brief, change) for change in brief.changes],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(brief: Brief, change: Change) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": change.line.key,
        "title": _title(change),
        "content_text": _text(change),
        "tags": [change.kind, change.of],
    }
    link = _link(brief, change)
    if link:
        item["url"] = link
    if change.line.date:
        item["date_published"] = f"{change.line.date}T00:00:00Z"
    return item


def _title(change: Change) -> str:
    said = "".join(words.plain(p) for p in change.line.parts)
    return f"{labels.CHANGES[change.kind]}: {words.short(said, _TITLE)}"


def _text(change: Change) -> str:
    said = "".join(words.plain(p) for p in change.line.parts)
    was = f" Before: {words.plain(change.was)}" if change.was else ""
    return words.named_controls(f"{said} {change.remark}{was}")


def _headline(brief: Brief) -> str:
    return words.named_controls(" ".join(words.bare(p) for p in brief.title.parts))


def _link(brief: Brief, change: Change) -> str:
    quote = next(iter(change.line.quotes), None)
    source = brief.documents().get(quote.target.document) if quote else None
    return words.text_fragment(source.url, quote) if source and quote else ""


def _urls(brief: Brief) -> list[str]:
    """The sources' addresses; RSS asks for one, and the page itself has none of its own."""
    return [words.safe_url(s.url) for group in brief.sources for s in group.sources]


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = words.named_controls(text)
