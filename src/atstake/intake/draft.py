"""What a reader of one format hands on: a text and what the format itself says about it."""

from __future__ import annotations

from dataclasses import dataclass

from atstake.model.text import DocumentKind, Link, Span


@dataclass(frozen=True, slots=True)
class DraftPost:
    """A post whose place in the text is known from the markup."""

    span: Span
    author: str | None = None
    handle: str | None = None
    published: str | None = None
    published_from: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text before its layers are found; ``published`` as ISO 8601 or None.

    ``headings`` are texts that the markup says are headings, ``header`` a stretch at the top that
    holds the file's own fields.
    """

    text: str
    id: str = ""
    url: str = ""
    publisher: str = ""
    title: str = ""
    published: str | None = None
    published_from: str = ""
    authors: tuple[str, ...] = ()
    kind: DocumentKind | None = None
    author: str | None = None
    handle: str | None = None
    language: str = ""
    media_type: str = "text/plain"
    headings: tuple[str, ...] = ()
    header: Span | None = None
    posts: tuple[DraftPost, ...] = ()
    related: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
