"""Several who say one thing together: "Brenia and Arland have said that ...".

The reader gives a statement one source, the first of them has the words. Each of the others gets an
attribution of its own, with the same source, cue and content and the id of the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from atstake.extract.coreference.barred import LEAST
from atstake.extract.coreference.shares import is_share
from atstake.extract.coreference.sources.words import with_role
from atstake.model.annotations import Annotations, Attribution, Mention
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span

_MEANT = frozenset({"person", "government", "organisation", "armed-group"})
_NOT_BOTH = frozenset({"or", "nor", "but", "not", "versus", "than"})


def with_joint(reading: Reading, found: Annotations) -> Annotations:
    """``found`` with the statements of who speaks together with somebody; mentions must have their links."""
    mentions = {m.id: m for m in found.mentions}
    more = [
        joint
        for a in found.attributions
        if a.probability >= LEAST and a.source is not None and (first := mentions.get(a.mention or ""))
        for joint in _others(reading, a, first, found.mentions)
    ]
    every = sorted((*found.attributions, *more), key=lambda a: (a.content.start, a.content.end, a.id))
    return replace(found, attributions=tuple(every))


def _others(
    reading: Reading, said: Attribution, first: Mention, mentions: tuple[Mention, ...]
) -> Iterator[Attribution]:
    source = said.source
    head = reading.tokens_in(first.head)
    if source is None or not len(head):
        return
    top = _top(reading, first)
    for index in (top, *_joined(reading, top)):
        word = Span(reading.tokens[index].start, reading.tokens[index].end)
        if not any(s.contains(word) for s in source.spans):
            continue
        other = next((m for m in mentions if with_role(m).overlaps(word)), None)
        if other is not None and other is not first and _speaks(reading, other):
            key = target_id("attribution", said.content, f"joint {other.id} {said.id}")
            yield replace(said, id=key, mention=other.id, joint=said.id)


def _top(reading: Reading, mention: Mention) -> int:
    """The token that governs a mention and its title, or that of the first of those it is joined to."""
    indices = reading.tokens_in(with_role(mention))
    index = reading.tokens_in(mention.head).start
    while reading.tokens[index].head != index and (
        reading.tokens[index].head in indices or reading.tokens[index].dep == "conj"
    ):
        index = reading.tokens[index].head
    return index


def _joined(reading: Reading, index: int) -> Iterator[int]:
    """What is joined to a word by "and", and to that in turn."""
    below = reading.children.get(index, ())
    if any(
        reading.tokens[c].dep in ("cc", "preconj", "neg") and reading.tokens[c].text.lower() in _NOT_BOTH
        for c in below
    ):
        return
    for child in below:
        if reading.tokens[child].dep == "conj" and child > index:
            yield child
            yield from _joined(reading, child)


def _speaks(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is somebody by name, or a government's officials; some of many are nobody."""
    if mention.type not in _MEANT or is_share(reading, mention):
        return False
    return mention.form in ("name", "acronym") or (mention.type == "government" and bool(mention.country))
