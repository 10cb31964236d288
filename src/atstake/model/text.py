"""Documents and the places in them.

Offsets are code points into a document's stored text, end exclusive, as in the W3C
Web Annotation TextPositionSelector. The stored text is exactly what intake was given
(for a page: what it extracted) and never changes afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

DocumentKind = Literal["article", "post", "transcript"]
FurnitureKind = Literal[
    "repeated-title",
    "copyright-label",
    "byline",
    "share-buttons",
    "advertisement",
    "embed-code",
    "link-line",
    "related-heading",
    "related-link",
    "caption",
    "other",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's text: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def shift(self, by: int) -> Span:
        """The same stretch in coordinates that begin ``by`` code points earlier."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One or more spans of one document, in order, each with the words that stand there.

    W3C Web Annotation: a TextPositionSelector and a TextQuoteSelector for each span.
    Invariant, checked before anything is published: ``text[s.start:s.end] == quote``.
    """

    document: str
    spans: tuple[Span, ...]
    quotes: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.spans or len(self.spans) != len(self.quotes):
            raise ValueError("a target has at least one span, and a quote for each")

    @property
    def start(self) -> int:
        """Where the outermost stretch begins."""
        spans = self.spans
        return spans[0].start if len(spans) == 1 else min(s.start for s in spans)

    @property
    def end(self) -> int:
        """Where the outermost stretch ends, exclusive."""
        spans = self.spans
        return spans[0].end if len(spans) == 1 else max(s.end for s in spans)

    @property
    def whole(self) -> Span:
        """The outermost stretch, gaps included."""
        spans = self.spans
        return spans[0] if len(spans) == 1 else Span(self.start, self.end)

    @property
    def quote(self) -> str:
        """The words, with an ellipsis where there is a gap; for a label, never as a citation."""
        return " … ".join(self.quotes)

    def meets(self, other: Target) -> bool:
        """Whether the outermost stretches of the two lie in one document and share a character."""
        return self.document == other.document and self.whole.overlaps(other.whole)

    def stands_in(self, text: str) -> bool:
        """Whether the words are those of the text at the spans: the invariant."""
        pairs = zip(self.spans, self.quotes, strict=True)
        return all(text[s.start : s.end] == words and len(words) == len(s) for s, words in pairs)

    def part(self, span: Span) -> Target:
        """What of it lies in the span, its words cut from its own; ``ValueError`` where nothing does."""
        kept = []
        for own, words in zip(self.spans, self.quotes, strict=True):
            start, end = max(own.start, span.start), min(own.end, span.end)
            if start < end:
                kept.append((Span(start, end), words[start - own.start : end - own.start]))
        return Target(self.document, tuple(s for s, _ in kept), tuple(words for _, words in kept))

    @classmethod
    def of(cls, document: Document, *spans: Span) -> Target:
        """The target whose quotes are read from the document itself.

        Raises ``ValueError`` where a span lies outside the text.
        """
        for span in spans:
            if span.end > len(document.text):
                raise ValueError(f"{span} is outside {document.id} ({len(document.text)} characters)")
        ordered = tuple(sorted(spans))
        return cls(document.id, ordered, tuple(document.text[s.start : s.end] for s in ordered))


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the stored text that is no part of the reading, and why."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Credit:
    """A news agency that the document credits, and where it says so."""

    agency: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's turn in a transcript: the label ("SECRETARY KERRY") and what is said."""

    speaker: Span
    content: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A headline that the page itself points to ("You might also like")."""

    title: str
    url: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Document:
    """One article, post or transcript: immutable stored text, and where, who, when (PROV Entity).

    ``published`` is an ISO 8601 date or date-time, with its zone where one was given, or None;
    ``published_from`` says where the date was found ("record", "json-ld", "dateline", ...).
    ``id`` is the record's own id where it has one, else computed from the content.
    A post found inside an article has ``parent`` and ``parent_span``; its text is exactly
    the parent's text at that span, so its offsets become the parent's by adding the start.
    """

    id: str
    text: str
    kind: DocumentKind = "article"
    url: str = ""
    publisher: str = ""
    title: str = ""
    published: str | None = None
    published_from: str = ""
    authors: tuple[str, ...] = ()
    agencies: tuple[Credit, ...] = ()
    dateline: Span | None = None
    byline: Span | None = None
    headline: Span | None = None
    parent: str | None = None
    parent_span: Span | None = None
    author: str | None = None
    handle: str | None = None
    language: str = "en"
    media_type: str = "text/plain"
    sha256: str = ""
    furniture: tuple[Furniture, ...] = ()
    headings: tuple[Span, ...] = ()
    turns: tuple[Turn, ...] = ()
    related: tuple[Link, ...] = ()
    posts: tuple[Span, ...] = field(default=())
    """Where posts stand in this text; each is a document of its own and is read there."""

    @property
    def date(self) -> str | None:
        """The local date of publication, YYYY-MM-DD."""
        return self.published[:10] if self.published else None
