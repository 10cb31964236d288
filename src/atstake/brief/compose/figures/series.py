"""Which series are of one thing, and what it is called: the dead of one day are not those of a war."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from atstake.brief.compose.figures.headings import heading
from atstake.brief.compose.wording import days_between
from atstake.model.claims import FigurePoint, FigureSeries

OF_PEOPLE = ("killed", "injured", "casualties", "missing", "displaced", "detained")
OF_SOMETHING = ("money", "percent", "other")
"""Kinds that compare nothing where it is not said of what: "25%" and "38%" are of two things."""
_OF_SIZE = ("money", "percent")
"""Kinds of which values far apart are of two things; of a crowd the police may count a tenth."""
ALL = 100
"""Percent: that all precincts have reported is no figure."""
_APART = 5
"""Times that the larger of two sizes may be the smaller one."""
_ONE_EVENT, _TWICE = 14, 2
"""Days within which a toll may still be told lower, and times that one outlet's values of it may differ."""


def events(series: FigureSeries, own: Callable[[FigurePoint], bool]) -> Iterator[FigureSeries]:
    """A series of people hurt as one for each event, as far as days and the outlets' ``own`` values tell.

    And one of sums or shares as one for each size: $4,500 a head and 750 billion are of two things.
    """
    if series.kind not in (*OF_PEOPLE, *_OF_SIZE) or series.disputed:
        yield series
        return
    people = series.kind in OF_PEOPLE

    def apart(a: FigurePoint, b: FigurePoint) -> bool:
        return _is_another_event(a, b, own) if people else _is_another_size(a, b)

    groups: list[list[FigurePoint]] = []
    for point in sorted(series.points, key=lambda p: (-len(p.origins), p.as_of or "9999", p.figure)):
        same = next((g for g in groups if not any(apart(point, p) for p in g)), None)
        if same is None:
            groups.append([point])
        else:
            same.append(point)
    for n, group in enumerate(groups):
        points = tuple(p for p in series.points if p in group)
        yield replace(series, id=f"{series.id}-{n}" if n else series.id, points=points)


def _is_another_event(a: FigurePoint, b: FigurePoint, own: Callable[[FigurePoint], bool]) -> bool:
    """Whether two tolls are not of one event: one outlet gives both at once, or the later one is smaller."""
    first, later = sorted((a, b), key=lambda p: p.as_of or "")
    low, high = sorted((_least(a), _least(b)))
    beside = a.target.document == b.target.document and a.target != b.target
    if beside and own(a) and own(b) and high > _TWICE * low and not (_meets(a, b) or _meets(b, a)):
        return True
    dated = first.as_of and later.as_of and days_between(first.as_of, later.as_of) > _ONE_EVENT
    return bool(dated) and _least(later) < _least(first)


def _is_another_size(a: FigurePoint, b: FigurePoint) -> bool:
    return not (_near(_least(a), _least(b)) or _meets(a, b) or _meets(b, a))


def _meets(vague: FigurePoint, other: FigurePoint) -> bool:
    """Whether a value lies in the range of one that has two bounds, as "dozens" does."""
    if vague.low is None or vague.high is None or vague.low == vague.high:
        return False
    return vague.low <= _least(other) <= vague.high


def _least(point: FigurePoint) -> float:
    return point.low if point.low is not None else point.high or 0.0


def together(every: Iterable[FigureSeries]) -> list[list[FigureSeries]]:
    """Series of one heading, place and size: the dead of one day are not those of a war."""
    found: list[list[FigureSeries]] = []
    by_heading: dict[str, list[list[FigureSeries]]] = {}
    for series in every:
        groups = by_heading.setdefault(heading(series) if series.place else series.id, [])
        same = next((g for g in groups if _near(size(g[0]), size(series))), None)
        if same is None:
            groups.append([series])
            found.append(groups[-1])
        else:
            same.append(series)
    return found


def size(series: FigureSeries) -> float:
    """The greatest of a series' values."""
    return max((p.low if p.low is not None else p.high or 0.0 for p in series.points), default=0.0)


def _near(a: float, b: float) -> bool:
    low, high = sorted((abs(a), abs(b)))
    return high <= _APART * max(low, 1.0)
