"""*In figures*: for each thing counted, what each claimant says, from low to high, as of when."""

from __future__ import annotations

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import amount, capital, day
from atstake.model.brief import Count, Part, Value
from atstake.model.claims import FigurePoint, FigureSeries

MOST = 8
_VALUES = 8
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
_COUNTED = {"people", "persons", "killed", "injured", "dead", "wounded"}


def counts(coverage: Coverage) -> Part[Count]:
    """Disputed series first, then people before things, then by independent origins."""
    made = [c for s in coverage.resolution.series if (c := _count(coverage, s)) is not None]
    rank = {c.series: n for n, c in enumerate(made)}
    made.sort(key=lambda c: (not c.disputed, c.kind not in _KINDS, -_origins(c), rank[c.series]))
    return Part(tuple(made[:MOST]), max(0, len(made) - MOST))


def _origins(c: Count) -> int:
    return len({o for v in c.values for o in v.line.origins})


def _count(coverage: Coverage, series: FigureSeries) -> Count | None:
    points = _distinct(series.points)
    values = [v for p in points if (v := _value(coverage, series, p)) is not None]
    values.sort(key=lambda v: (-len(v.line.origins), v.as_of or "", v.claimant))
    shown = sorted(values[:_VALUES], key=lambda v: (v.as_of or "", v.claimant, v.low or 0.0))
    if not shown:
        return None
    return Count(
        series.id,
        series.kind,
        heading(series),
        tuple(shown),
        series.unit,
        series.disputed,
        len(values) - len(shown),
    )


def _distinct(points: tuple[FigurePoint, ...]) -> list[FigurePoint]:
    """One point for each claimant and value: the one that most independent texts tell, then the earliest."""
    found: dict[tuple[float | None, float | None, str | None], FigurePoint] = {}
    for p in sorted(points, key=lambda p: (-len(p.origins), p.as_of or "9999", p.figure)):
        found.setdefault((p.low, p.high, p.attributed_to), p)
    return list(found.values())


def _value(coverage: Coverage, series: FigureSeries, point: FigurePoint) -> Value | None:
    line = lines.make(
        coverage,
        f"figures-{series.id}",
        point.target,
        speaker=point.attributed_to,
        answers=True,
        origins=point.origins,
    )
    if line is None:
        return None
    unit = "%" if series.kind == "percent" else series.unit if series.kind == "money" else ""
    claimant = coverage.name(point.attributed_to, point.target.document)
    if not claimant:
        claimant = coverage.publisher(point.target.document)
    actor = point.attributed_to if point.attributed_to in coverage.actors else None
    words = amount(point.low, point.high, unit)
    return Value(point.low, point.high, words, claimant, actor, point.as_of, day(point.as_of), line)


def heading(series: FigureSeries) -> str:
    """ "Killed", "Killed: children, in eastern Ukraine", "Money: tariffs"."""
    kind = _HEADINGS.get(series.kind, "")
    of = series.of.strip()
    words = (
        f"{kind}: {of}" if kind and of and of.casefold() not in _COUNTED | {kind} else kind or of or "number"
    )
    return capital(words) + (f", {series.place}" if series.place else "")
