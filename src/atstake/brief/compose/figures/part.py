"""*In figures*: for each thing counted, what each claimant says, from low to high, as of when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.figures.headings import heading, says_nothing
from atstake.brief.compose.figures.points import values_of
from atstake.brief.compose.figures.series import OF_PEOPLE, events, together
from atstake.brief.compose.figures.values import value
from atstake.brief.compose.figures.words import source
from atstake.brief.compose.figures.worth import (
    each_once,
    is_of_nothing,
    named_first,
    origins,
    to_the_point,
    weight,
)
from atstake.brief.compose.likeness import content_words
from atstake.model.brief import Count, Part
from atstake.model.claims import OUTLET, FigurePoint, FigureSeries

MOST = 8
_VALUES = 8
_SAME = 2
"""Values shown where all say the same."""
_ALONE, _FEW = 6, 4
"""So many figures that one text tells are shown (of many articles, less those that others tell too), and so
many of things that have no kind of their own."""


def counts(coverage: Coverage) -> Part[Count]:
    """Disputed series first, then people before things, by independent origins, weight and size.

    What one text alone counts is shown where there are few others, and things counted less often than people.
    """
    every = [part for series in coverage.resolution.series for part in events(series, _outlets(coverage))]
    compared = [same for same in together(every) if not is_of_nothing(coverage, same)]
    made = [c for same in compared if (c := _count(coverage, same)) is not None]
    made.sort(
        key=lambda c: (not c.disputed, c.kind not in OF_PEOPLE, -origins(c), -weight(coverage, c), c.series)
    )
    told = [c for c in made if c.disputed or origins(c) > 1]
    alone = to_the_point(coverage, [c for c in made if c not in told])
    most = max(0, _ALONE - len(told)) if coverage.is_large else _ALONE
    things = [c for c in alone if c.kind == "other"][_FEW:]
    shown = named_first(each_once([*told, *[c for c in alone if c not in things][:most]]))[:MOST]
    return Part(tuple(shown), len(made) - len(shown))


def _outlets(coverage: Coverage) -> Callable[[FigurePoint], bool]:
    """Whether a value is the outlet's own."""

    def own(point: FigurePoint) -> bool:
        unsaid = point.attributed_to is None and not source(coverage, point)
        return point.attributed_to == OUTLET or unsaid

    return own


def _count(coverage: Coverage, same: list[FigureSeries]) -> Count | None:
    """Series with one heading and one place as one: the first gives the name."""
    first = same[0]
    told = [(v, p) for p in values_of(coverage, same) if (v := value(coverage, first, p))]
    told.sort(
        key=lambda x: (
            -len(x[0].line.origins),
            not lines.is_whole(x[0].line),
            x[0].as_of or "",
            x[0].claimant,
        )
    )
    values = [v for v, _ in told]
    most = _VALUES if len({(v.low, v.high) for v in values}) > 1 else _SAME
    shown = sorted(values[:most], key=lambda v: (v.as_of or "", v.claimant, v.low or 0.0, v.line.key))
    if not shown:
        return None
    disputed = any(s.disputed for s in same)
    points = [p for v, p in told if v in shown]
    first, which = replace(first, of=_of(coverage, points) or first.of), _which(coverage, points)
    named = heading(first, [q.target.quote for v in shown for q in v.line.quotes], which)
    if says_nothing(named) and not (first.kind == "money" and all(v.actor for v in shown)):
        # A sum of nothing said is a row where somebody known puts it; it gives way (`named_first`).
        return None
    return Count(first.id, first.kind, named, tuple(shown), first.unit, disputed, len(values) - len(shown))


def _of(coverage: Coverage, points: list[FigurePoint]) -> str:
    """What most of the shown values count, in their words."""
    every = [f.of for p in points if (f := coverage.figure(p)) and f.of]
    return max(every, key=every.count, default="")


def _which(coverage: Coverage, points: list[FigurePoint]) -> str:
    """What narrows down what the shown values count: the words of one, or those that most share."""
    every = [f.which for p in points if (f := coverage.figure(p))]
    words = max(every, key=lambda w: (every.count(w), bool(w)), default="")
    shared = set(content_words(words))
    alike = [w for w in every if w and 2 * len(shared & set(content_words(w))) >= len(shared)]
    # Values of one thing of which nothing is said are of what the others say.
    said = [w for w in every if w]
    return words if len({(p.low, p.high) for p in points}) == 1 or 2 * len(alike) > len(said) else ""
