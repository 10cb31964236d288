"""Readings of short texts that the tests write themselves."""

from __future__ import annotations

from functools import cache

from atstake.extract.parse import Parser
from atstake.model.reading import Reading
from atstake.model.text import Document


@cache
def _parser() -> Parser:
    return Parser()


def read(text: str, published: str | None = "2014-03-01", **more: object) -> Reading:
    """The reading of a text, as one document."""
    return _parser()(Document(id="d", text=text, published=published, **more))  # type: ignore[arg-type]
