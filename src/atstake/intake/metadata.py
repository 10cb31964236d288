"""What a page says about itself: JSON-LD first, then meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_TYPES = re.compile(r"article|posting|report|newsitem|webpage", re.I)
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date",
        "dc.date.issued", "parsely-pub-date", "publishdate", "pubdate", "sailthru.date", "article.published",
        "cxenseparse:recs:publishtime",
    ),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "copyright"),
    "author": ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"),
    "url": ("og:url",),
    "language": ("og:locale", "language", "content-language"),
}  # fmt: skip


def page_metadata(tree: Any) -> dict[str, Any]:
    """Title, publication date as printed and where it was found, publisher, authors, address, language."""
    linked, meta = _json_ld(tree), _metas(tree)
    found: dict[str, Any] = {
        k: linked.get(k) or meta.get(k) or "" for k in ("title", "published", "publisher", "url")
    }
    found["published_from"] = (
        "json-ld" if linked.get("published") else "meta" if meta.get("published") else ""
    )
    found["authors"] = linked.get("authors") or ([meta["author"]] if meta.get("author") else [])
    found["language"] = (tree.get("lang") or meta.get("language") or "")[:2].lower()
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    found["url"] = str(canonical[0]) if canonical else found["url"]
    if not found["published"]:
        stamped = tree.xpath("//article//time/@datetime | //time[@pubdate]/@datetime")
        if stamped:
            found["published"], found["published_from"] = str(stamped[0]), "time-element"
    if not found["title"]:
        heads = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
        found["title"] = next((h for h in heads if h), "")
    return found


def _metas(tree: Any) -> dict[str, str]:
    named: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            named.setdefault(name.lower(), content)
    found = {}
    for field, names in _META.items():
        value = next((named[n] for n in names if n in named), "")
        if value and not (field == "author" and value.startswith("http")):
            found[field] = value
    return found


def _json_ld(tree: Any) -> dict[str, Any]:
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        for item in _objects(_parsed(script.text or "")):
            kinds = item.get("@type")
            if _TYPES.search(
                " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
            ) and item.get("headline"):
                return _read(item)
    return {}


def _read(item: dict[str, Any]) -> dict[str, Any]:
    authors = item.get("author") or []
    people = authors if isinstance(authors, list) else [authors]
    publisher = item.get("publisher")
    address = item.get("url") or item.get("mainEntityOfPage")
    return {
        "title": _string(item.get("headline")),
        "published": _string(item.get("datePublished")),
        "publisher": _string(publisher.get("name")) if isinstance(publisher, dict) else _string(publisher),
        "authors": [n for p in people if (n := _string(p.get("name") if isinstance(p, dict) else p))],
        "url": _string(address.get("@id") if isinstance(address, dict) else address),
    }


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)


def _parsed(text: str) -> Any:
    """Line breaks inside strings are common in pages and no JSON."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _string(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
