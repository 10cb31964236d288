"""Several who say one thing together: "Brenia and Arland have said that ...".

The reader gives a statement one source, the first of them has the words. Each of the others gets an
attribution of its own, with the same source, cue and content and the id of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
_AND = re.compile(r",? (?:and|&) (?:the )?")
_POSSESSIVE = ("'s", "’s", "' ", "’ ")


def with_joint(reading: Reading, found: Annotations) -> Annotations:
    """``found`` with the statements of who speaks together with somebody; mentions must have their links."""
    mentions = {m.id: m for m in found.mentions}
    more = [
        joint
        for a in found.attributions
        if a.probability >= LEAST and a.source is not None and (first := mentions.get(a.mention or ""))
        for joint in _others(reading, a, first, found.mentions)
    ]
    return in_order(found, (*found.attributions, *more))


def in_order(found: Annotations, attributions: Iterable[Attribution]) -> Annotations:
    """``found`` with these attributions for its own, in text order."""
    every = sorted(attributions, key=lambda a: (a.content.start, a.content.end, a.id))
    return replace(found, attributions=tuple(every))


def _others(
    reading: Reading, said: Attribution, first: Mention, mentions: tuple[Mention, ...]
) -> Iterator[Attribution]:
    source = said.source
    if source is None or not len(reading.tokens_in(first.head)):
        return
    inside = [m for m in mentions if any(s.overlaps(with_role(m)) for s in source.spans)]
    words = [Span(reading.tokens[i].start, reading.tokens[i].end) for i in _joined_to(reading, first)]
    for other in inside:
        joined = any(with_role(other).overlaps(w) for w in words) or _is_beside(reading, first, other)
        if with_role(first).contains(other.target.whole):
            # The first themselves, or whose spokesman they are.
            continue
        if joined and speaks_together(reading, other):
            yield together(said, other)


def together(said: Attribution, other: Mention) -> Attribution:
    """The attribution as another's who says it with its speaker."""
    key = target_id("attribution", said.content, f"joint {other.id} {said.id}")
    return replace(said, id=key, mention=other.id, joint=said.id)


def _is_beside(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether nothing but "and" stands between two names; the parser takes names it has not met for one."""
    left, right = sorted((one, other), key=lambda m: m.target.start)
    between = reading.text[left.target.end : max(left.target.end, with_role(right).start)]
    owns = reading.text.startswith(_POSSESSIVE, right.target.end)
    return left.form == right.form == "name" and _AND.fullmatch(between) is not None and not owns


def _joined_to(reading: Reading, first: Mention) -> Iterator[int]:
    """The words that are joined to a mention by "and", or the one that it is joined to."""
    top = _top(reading, first)
    yield top
    yield from _joined(reading, top)


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


def speaks_together(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is somebody by name, or a government's officials; some of many are nobody."""
    if mention.type not in _MEANT or is_share(reading, mention):
        return False
    return mention.form in ("name", "acronym") or (mention.type == "government" and bool(mention.country))
