"""Records that come as JSON: our own fields, ninjs (IPTC), and JSON Feed items."""

from __future__ import annotations

import re
from collections.abc import Mapping

from atstake.errors import InputError
from atstake.intake.credits import split_authors
from atstake.intake.dates import read_published
from atstake.intake.draft import Draft
from atstake.model.text import DocumentKind

_KINDS: dict[str, DocumentKind] = {"article": "article", "post": "post", "transcript": "transcript"}
_ALIASES = {
    "text": ("text", "body_text", "body", "content", "content_text", "maintext"),
    "markup": ("body_html", "body_xhtml", "content_html"),
    "title": ("title", "headline"),
    "publisher": ("outlet", "publisher", "source", "copyrightholder", "site"),
    "date": ("date", "published", "date_published", "publication_date", "versioncreated", "firstcreated"),
    "authors": ("authors", "byline", "by"),
    "id": ("id", "uri", "guid"),
}


def from_record(record: object) -> Draft:
    """A draft from one record.

    Raises ``InputError`` where it is no object or holds no text; all other fields may be missing.
    """
    if not isinstance(record, Mapping):
        raise InputError(
            "is not a JSON object with a text; expected id, url, outlet, date, authors, title, text"
        )
    if "headlines" in record or "bodies" in record:
        record = _ninjs3(record)
    text, markup = _field(record, "text"), _field(record, "markup")
    if not text.strip() and markup:
        text = _plain(markup)
    if not text.strip():
        fields = ", ".join(sorted(str(k) for k in record)[:8]) or "none"
        raise InputError(f'has no text (fields: {fields}); give it in the field "text"')
    published, note = read_published(_first(record, "date"))
    name = record.get("author")
    kind = _KINDS.get(str(record.get("kind", record.get("type", ""))).lower())
    return Draft(
        text=text,
        id=_field(record, "id"),
        url=str(record.get("url") or ""),
        publisher=_field(record, "publisher"),
        title=_field(record, "title"),
        published=published,
        published_from="record" if published else "",
        authors=split_authors(_first(record, "authors") or (name if kind != "post" else None)),
        kind=kind if kind != "article" else None,
        author=str(name) if kind == "post" and name else None,
        handle=str(record["handle"]).lstrip("@") if record.get("handle") else None,
        language=str(record.get("language") or "")[:2].lower(),
        media_type="application/json",
        notes=tuple([note] if note else []),
    )


def _first(record: Mapping[str, object], field: str) -> object:
    return next((record[name] for name in _ALIASES[field] if record.get(name)), None)


def _field(record: Mapping[str, object], field: str) -> str:
    value = _first(record, field)
    return str(value) if isinstance(value, str | int | float) else ""


def _ninjs3(record: Mapping[str, object]) -> dict[str, object]:
    """ninjs 2 and 3 hold headlines and bodies in lists by role and type; the main ones are taken."""
    flat = dict(record)
    flat["headline"] = _main(record.get("headlines"), "main")
    bodies = record.get("bodies")
    for body in bodies if isinstance(bodies, list) else ():
        if isinstance(body, dict) and isinstance(body.get("value"), str):
            plain = str(body.get("contenttype", body.get("contentType", ""))).startswith("text/plain")
            flat.setdefault("body_text" if plain else "body_html", body["value"])
    return flat


def _main(values: object, role: str) -> str:
    options = [v for v in values if isinstance(v, dict)] if isinstance(values, list) else []
    ranked = sorted(options, key=lambda v: v.get("role") != role)
    return str(ranked[0].get("value", "")) if ranked else ""


def _plain(markup: str) -> str:
    """Paragraphs of a body that comes as markup; it has no page around it to be cut away."""
    from lxml import html

    parted = re.sub(r"(?i)<(?:/p|br\s*/?|/h\d|/li|/div|/blockquote)>", "\n\n", markup)
    try:
        text = html.fromstring(f"<div>{parted}</div>").text_content()
    except (ValueError, html.etree.ParserError):
        return ""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n") if part.strip())
