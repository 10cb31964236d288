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
    for start, end, meaning, signal in read(reading.text, published, Direction(reading)):
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
