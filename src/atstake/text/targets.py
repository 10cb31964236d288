"""All targets in a tree of dataclasses, and whether their words are the texts'.

The promise itself, for tests and measures: whatever a stage returns can be held against its documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from atstake.model.text import Document, Target


def targets_of(thing: Any) -> Iterator[Target]:
    """Every target in the thing, however deep, in the order of its fields."""
    if isinstance(thing, Target):
        yield thing
    elif isinstance(thing, tuple | list | set | frozenset):
        for item in thing:
            yield from targets_of(item)
    elif isinstance(thing, Mapping):
        for item in thing.values():
            yield from targets_of(item)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for f in fields(thing):
            yield from targets_of(getattr(thing, f.name))


def untrue(thing: Any, documents: Mapping[str, Document]) -> Iterator[Target]:
    """The targets in the thing whose document is not there, or whose words are not those at their spans."""
    for target in targets_of(thing):
        document = documents.get(target.document)
        if document is None or not target.stands_in(document.text):
            yield target
