"""Mentions of places that the tables of states do not know: towns and areas, by the gazetteer.

The parser's recogniser says that a name is a place's, the gazetteer that there is such a place, in a
country that the document is about where it is a small one.
"""

from __future__ import annotations

from collections.abc import Iterator

from atstake.facts.places import find
from atstake.model.annotations import Annotations, Mention
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span

_LABELS = frozenset({"GPE", "LOC", "FAC"})
# The small parser takes towns it does not know for people or bodies; behind these words they are places.
_BEFORE_A_PLACE = frozenset("in at near outside around across from inside towards".split())


class PlaceMentions:
    """Adds to the layer ``mentions``; what is there already stays as it is."""

    name = "places"
    needs = frozenset({"mentions"})
    makes = frozenset({"mentions"})

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """All mentions, with those of further places, in text order."""
        near = frozenset(m.country for m in found.mentions if m.country)
        taken = [m.target.whole for m in found.mentions]
        added = [
            _mention(reading, span)
            for span in _names(reading)
            if not any(span.overlaps(t) for t in taken)
            and find(reading.text[span.start : span.end], near) is not None
        ]
        every = sorted([*found.mentions, *added], key=lambda m: (m.target.start, m.target.end))
        return Annotations(reading.document.id, mentions=tuple(every))


# Private functions


def _mention(reading: Reading, span: Span) -> Mention:
    target = reading.target(span)
    last = reading.tokens[reading.tokens_in(span)[-1]]
    return Mention(target_id("mention", target), target, "name", "place", Span(last.start, last.end))


def _names(reading: Reading) -> Iterator[Span]:
    """Stretches that the parser labels as places, without their article, or proper names behind "in"."""
    tokens = reading.tokens
    i = 0
    while i < len(tokens):
        last = i + 1
        if tokens[i].entity in _LABELS or _is_after_preposition(reading, i):
            while last < len(tokens) and tokens[last].entity == tokens[i].entity != "":
                if tokens[last].entity_start:
                    break
                last += 1
            first = i + 1 if tokens[i].text.lower() == "the" and last > i + 1 else i
            while last > first + 1 and tokens[last - 1].text in ("'s", "’s"):
                last -= 1
            yield Span(tokens[first].start, tokens[last - 1].end)
        i = last


def _is_after_preposition(reading: Reading, i: int) -> bool:
    tokens = reading.tokens
    return (
        tokens[i].pos == "PROPN"
        and i > 0
        and tokens[i - 1].text.lower() in _BEFORE_A_PLACE
        and tokens[i].entity in ("", "ORG", "PERSON")
        and not (
            i + 1 < len(tokens) and tokens[i + 1].pos == "PROPN" and tokens[i + 1].entity != tokens[i].entity
        )
    )
