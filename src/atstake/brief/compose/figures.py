"""*In figures*: for each thing counted, what each claimant says, from low to high, as of when."""

from __future__ import annotations

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import amount, capital, day
from atstake.model.brief import Count, Line, Part, Value
from atstake.model.claims import OUTLET, FigurePoint, FigureSeries

MOST = 8
_VALUES = 8
_SAME = 2
"""Values shown where all say the same."""
_OF_SOMETHING = ("money", "percent", "other")
"""Kinds that compare nothing where it is not said of what: "25%" and "38%" are of two things."""
_MANY, _FEW = 8, 4
"""In a dossier of so many articles a figure that one text tells is shown only where there are few others."""
_HEADINGS = {
    "killed": "killed",
    "injured": "injured",
    "casualties": "killed or injured",
    "missing": "missing",
    "displaced": "displaced",
    "detained": "detained",
    "troops": "troops",
    "strikes": "strikes",
    "money": "money",
    "percent": "share",
    "votes": "votes",
}
_KINDS = ("killed", "injured", "casualties", "missing", "displaced", "detained")
_COUNTED = {"people", "persons", "others", "killed", "injured", "dead", "wounded", "patients", "refugees"}


def counts(coverage: Coverage) -> Part[Count]:
    """Disputed series first, then people before things, then by independent origins."""
    together: dict[str, list[FigureSeries]] = {}
    for series in coverage.resolution.series:
        together.setdefault(heading(series) if series.place else series.id, []).append(series)
    compared = [same for same in together.values() if not _of_nothing(same)]
    made = [c for same in compared if (c := _count(coverage, same)) is not None]
    rank = {c.series: n for n, c in enumerate(made)}
    made.sort(key=lambda c: (not c.disputed, c.kind not in _KINDS, -_origins(c), rank[c.series]))
    shown = made
    if len(coverage.articles) >= _MANY:
        told = [c for c in made if c.disputed or _origins(c) > 1]
        shown = [*told, *[c for c in made if c not in told][: max(0, _FEW - len(told))]]
    return Part(tuple(shown[:MOST]), len(made) - len(shown[:MOST]))


def _of_nothing(same: list[FigureSeries]) -> bool:
    """Whether several values stand together of which it is not said what they count."""
    several = sum(len(s.points) for s in same) > 1
    return several and same[0].kind in _OF_SOMETHING and not same[0].of.strip()


def _origins(c: Count) -> int:
    return len({o for v in c.values for o in v.line.origins})


def _count(coverage: Coverage, same: list[FigureSeries]) -> Count | None:
    """Series with one heading and one place as one: the first gives the name."""
    first = same[0]
    values = [
        v
        for p in _distinct([p for s in same for p in s.points if first.kind not in _KINDS or not _is_lone(p)])
        if (v := _value(coverage, first, p))
    ]
    values.sort(key=lambda v: (-len(v.line.origins), not lines.is_whole(v.line), v.as_of or "", v.claimant))
    most = _VALUES if len({(v.low, v.high) for v in values}) > 1 else _SAME
    shown = sorted(values[:most], key=lambda v: (v.as_of or "", v.claimant, v.low or 0.0, v.line.key))
    if not shown:
        return None
    disputed = any(s.disputed for s in same)
    return Count(
        first.id, first.kind, heading(first), tuple(shown), first.unit, disputed, len(values) - len(shown)
    )


def _is_lone(point: FigurePoint) -> bool:
    """One person, or none: no figure that matters."""
    return point.low == point.high and point.high is not None and point.high <= 1


def _distinct(points: list[FigurePoint]) -> list[FigurePoint]:
    """One point for each claimant and value: the one that most independent texts tell, then the earliest.

    An outlet that gives a value without saying whose is left out where somebody is known to say it.
    """
    found: dict[tuple[float | None, float | None, str | None], FigurePoint] = {}
    for p in sorted(points, key=lambda p: (-len(p.origins), p.as_of or "9999", p.figure)):
        found.setdefault((p.low, p.high, _named(p)), p)
    said = {(low, high) for low, high, who in found if who is not None}
    return [p for (low, high, who), p in found.items() if who is not None or (low, high) not in said]


def _named(point: FigurePoint) -> str | None:
    return None if point.attributed_to == OUTLET else point.attributed_to


def _value(coverage: Coverage, series: FigureSeries, point: FigurePoint) -> Value | None:
    line = _line(coverage, series, point)
    if line is None:
        return None
    unit = "%" if series.kind == "percent" else series.unit if series.kind == "money" else ""
    document = point.target.document
    claimant = coverage.name(point.attributed_to, document) or coverage.publisher(document)
    actor = point.attributed_to if point.attributed_to in coverage.actors else None
    words = _vague(coverage, point) or amount(point.low, point.high, unit)
    return Value(point.low, point.high, words, claimant, actor, point.as_of, day(point.as_of), line)


def _line(coverage: Coverage, series: FigureSeries, point: FigurePoint) -> Line | None:
    """The value's sentence; where it is too long to be shown up to the value, from the value on."""
    # One sentence may tell several values of a series: each has an anchor of its own.
    part = f"figures-{series.id}-{point.low}-{point.high}"
    number = coverage.number(point)
    for target in (point.target, *([number] if number else [])):
        line = lines.make(
            coverage, part, target, speaker=point.attributed_to, answers=True, origins=point.origins
        )
        if line is None or number is None:
            return line
        if any(s.contains(number.whole) for q in line.quotes for s in q.target.spans):
            return line
    return None


def _vague(coverage: Coverage, point: FigurePoint) -> str:
    """The source's own word where it is no number: "dozens"; the bounds are in the data."""
    number = coverage.number(point)
    if (
        number
        and not any(c.isdigit() for c in number.quote)
        and point.low != point.high
        and None not in (point.low, point.high)
    ):
        return f"“{number.quote}”"
    return ""


def heading(series: FigureSeries) -> str:
    """ "Killed", "Killed: children, in eastern Ukraine", "Money: tariffs"."""
    kind = _HEADINGS.get(series.kind, "")
    of = series.of.strip()
    words = (
        f"{kind}: {of}" if kind and of and of.casefold() not in _COUNTED | {kind} else kind or of or "number"
    )
    return capital(words) + (f", {series.place}" if series.place else "")
