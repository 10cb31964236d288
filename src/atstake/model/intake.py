"""What comes in: documents with the bytes they were read from, or one line on why there are none."""

from __future__ import annotations

from dataclasses import dataclass

from atstake.model.text import Document


@dataclass(frozen=True, slots=True)
class Intake:
    """One thing that was read (a page, a text file, a record, a feed's entry), or could not be.

    ``documents`` holds an article and the posts found in it, parent first; it is empty where
    ``problem`` says in one line, beginning with ``name``, what is wrong and what to do.
    ``raw`` are the bytes they came from (of a record, its own line), ``media_type`` what they are.
    ``notes`` are warnings that stopped nothing: a date that could not be read, replaced bytes.
    """

    name: str
    documents: tuple[Document, ...] = ()
    raw: bytes = b""
    media_type: str = "text/plain"
    problem: str | None = None
    notes: tuple[str, ...] = ()
