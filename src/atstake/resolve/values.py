"""Values that two tellings can differ in beside the story's figures: counts, lengths of time, days.

An editor lists few numbers as figures, yet "380 pages", "a 48-hour truce" and "signed on Thursday" can be
told otherwise elsewhere. They are read here as figures of kind ``other`` with a unit of their own, for
comparing alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from atstake.model.annotations import Annotations, Attribution, Figure, FigureKind, Statement, TimeExpression
from atstake.model.provenance import target_id
from atstake.model.text import Document, Span, Target
from atstake.resolve.lexical import STOP
from atstake.text.numbers.nearly import nearly
from atstake.text.numbers.quantities import Quantity, quantities

DAY, LENGTH = "day", "minutes"
"""Units of dates (ordinals of days) and of lengths of time."""
# A stretch longer than this is an age of history, not a date.
_LONGEST = 366
_COUNTED = 4
_WORD = re.compile(r"[ -]?([A-Za-z’'-]+)")
_LASTS = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_MINUTES = (525_600, 43_800, 10_080, 1_440, 60, 1, 1 / 60)
_NEARLY = 0.9


def values(document: Document, found: Annotations) -> list[Figure]:
    """Plain counts, lengths of time and days of a document, in text order; no number that is a figure."""
    taken = sorted({f.number for f in found.figures} | {t.target.whole for t in found.times})
    made = [
        _plain(document, statement, quantity)
        for statement in found.statements
        for quantity in quantities(document.text, statement.target.start, statement.target.end)
        if not _hit(quantity.number, taken) and (quantity.low or quantity.high or 0) > 1
    ]
    holders = sorted(found.statements, key=lambda s: s.target.start)
    starts = [s.target.start for s in holders]
    for time in found.times:
        at = bisect_right(starts, time.target.start) - 1
        if at >= 0 and holders[at].target.end >= time.target.end:
            made += _of_time(document, holders[at].target, time)
    said = sorted((a for a in found.attributions if not a.second), key=lambda a: (len(a.content.whole), a.id))
    every = [replace(f, attribution=_speaking(f.number, said)) for f in made]
    return sorted(every, key=lambda f: (f.number, f.id))


def meant(document: Document, figure: Figure) -> Figure:
    """The figure with the bound that a reader hears: "nearly 500" is not far below 500."""
    below = figure.low is None and figure.high is not None and figure.high > 0
    if below and nearly(document.text, figure.number.start):
        return replace(figure, low=_NEARLY * (figure.high or 0))
    return figure


# Private functions


def _plain(document: Document, statement: Statement, quantity: Quantity) -> Figure:
    counted = _noun(document.text[quantity.span.end : statement.target.end])
    target = Target.of(document, quantity.number)
    kind: FigureKind = "percent" if quantity.unit == "percent" else "money" if quantity.unit else "other"
    key = target_id("value", target, kind)
    return Figure(
        key, statement.target, quantity.number, kind, counted, quantity.low, quantity.high, quantity.unit
    )  # fmt: skip


def _noun(after: str) -> str:
    """What is counted: the words behind a number up to the first that belongs to no noun phrase."""
    words: list[str] = []
    at = 0
    while len(words) < _COUNTED and (match := _WORD.match(after, at)):
        if match[1].lower() in STOP:
            if words or match[1].lower() not in ("of", "more", "other"):
                break
        else:
            words.append(match[1].strip("-"))
        at = match.end()
    return " ".join(words)


def _of_time(document: Document, sentence: Target, time: TimeExpression) -> Iterator[Figure]:
    key = target_id("value", time.target, time.type)
    if time.type in ("DATE", "TIME") and time.value != "PRESENT_REF" and time.earliest and time.latest:
        first, last = _ordinal(time.earliest), _ordinal(time.latest)
        if first and last and 0 <= last - first < _LONGEST:
            yield Figure(key, sentence, time.target.whole, "other", "", first, last, DAY)
    elif time.type == "DURATION" and (lasts := _minutes(time.value)):
        yield Figure(key, sentence, time.target.whole, "other", "", lasts, lasts, LENGTH)


def _ordinal(day: str) -> float | None:
    try:
        return float(date.fromisoformat(day[:10]).toordinal())
    except ValueError:
        return None


def _minutes(value: str) -> float:
    match = _LASTS.fullmatch(value)
    parts = match.groups() if match else ()
    return sum(int(n) * size for n, size in zip(parts, _MINUTES, strict=False) if n)


def _speaking(number: Span, said: Sequence[Attribution]) -> str | None:
    return next((a.id for a in said if a.content.whole.contains(number)), None)


def _hit(number: Span, taken: Sequence[Span]) -> bool:
    at = bisect_right(taken, number)
    return any(taken[i].overlaps(number) for i in (at - 2, at - 1, at) if 0 <= i < len(taken))
