"""Full-text search over the documents (FTS5), with the words found as targets."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from atstake.model.text import Document, Span, Target

# Brackets that FTS5 puts around what it found. They are removed again, and the result compared with the
# text, so a text that happens to hold them costs its highlights and nothing else.
_OPEN, _CLOSE = "\x02\x0e", "\x0f\x03"
_TERM = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, and where in its text the words of the query stand."""

    document: str
    title: str
    targets: tuple[Target, ...]


def find(db: sqlite3.Connection, query: str, limit: int) -> tuple[Hit, ...]:
    """The best hits first. Every word must occur; quotation marks hold a phrase together."""
    terms = [phrase or word for phrase, word in _TERM.findall(query)]
    quoted = ['"' + term.replace('"', '""') + '"' for term in terms if re.search(r"\w", term)]
    if not quoted:
        return ()
    rows = db.execute(
        "SELECT id, documents.title, documents.text, highlight(search, 1, ?, ?) FROM search"
        " JOIN documents ON number = search.rowid WHERE search MATCH ? ORDER BY rank, id LIMIT ?",
        (_OPEN, _CLOSE, " ".join(quoted), limit),
    )
    return tuple(_hit(Document(id, text, title=title), marked) for id, title, text, marked in rows)


def _hit(document: Document, marked: str) -> Hit:
    spans, clean, start = [], 0, 0
    for piece in re.split(f"({_OPEN}|{_CLOSE})", marked):
        if piece == _OPEN:
            start = clean
        elif piece == _CLOSE:
            spans.append(Span(start, clean))
        else:
            clean += len(piece)
    exact = marked.replace(_OPEN, "").replace(_CLOSE, "") == document.text
    found = tuple(Target.of(document, span) for span in spans) if exact else ()
    return Hit(document.id, document.title, found)
