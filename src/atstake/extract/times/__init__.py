"""Time expressions as TIMEX3, read against the day of publication and the dates the text itself names.

See ``grammar`` for the rules, ``direction`` for how a bare weekday or month finds its year or week.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from atstake.extract.times.direction import Direction
from atstake.extract.times.reader import read
from atstake.model.annotations import Annotations, TimeExpression
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span

__all__ = ["Times"]


class Times:
    """The extractor of time expressions (ISO-TimeML TIMEX3, Pustejovsky et al. 2010)."""

    name = "times"
    needs: frozenset[str] = frozenset()
    makes = frozenset({"times"})

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """The time expressions of a document, in text order; they never overlap."""
        return Annotations(reading.document.id, times=tuple(_expressions(reading)))


def _expressions(reading: Reading) -> Iterator[TimeExpression]:
    published = date.fromisoformat(reading.document.date) if reading.document.date else None
    direction = Direction(reading)
    for start, end, meaning, signal in read(reading.text, published, direction, direction.told_on):
        if _is_a_name(reading, Span(start, end)):
            continue
        target = reading.target(Span(start, end))
        yield TimeExpression(
            id=target_id("time", target, meaning.value),
            target=target,
            type=meaning.type,
            value=meaning.value,
            mod=meaning.mod,
            earliest=meaning.first.isoformat() if meaning.first else None,
            latest=meaning.last.isoformat() if meaning.last else None,
            clock=meaning.clock,
            signal=signal,
        )


_NAMES_TOO = frozenset({"April", "May", "June", "August"})
_BEFORE_MONTHS = frozenset(
    "in by since until till of from to through during before after for early late mid last next this and "
    "or".split()
)


def _is_a_name(reading: Reading, span: Span) -> bool:
    """Whether a month stands for somebody who is called like it: "May's spokesman", behind "Theresa May"."""
    inside, tokens = reading.tokens_in(span), reading.tokens
    word = tokens[inside[0]].text if len(inside) else ""
    if word not in _NAMES_TOO or any(c.isdigit() for c in reading.text[span.start : span.end]):
        return False
    if tokens[inside[0]].entity == "PERSON":
        return True
    named = any(t.text == word and t.entity == "PERSON" for t in tokens)
    before = tokens[inside[0] - 1].text.lower() if inside[0] else ""
    return named and before not in _BEFORE_MONTHS
