"""Which points of joined series are values of what they count, each claimant's once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.figures.series import ALL, OF_PEOPLE
from atstake.model.claims import OUTLET, FigurePoint, FigureSeries
from atstake.model.text import Span

# "Six in 10 voters": ten are no voters.
_IN_SO_MANY = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of) (?:every )?$", re.IGNORECASE
)
# "21-" of "21-19", "54 percent to " of "54 percent to 41 percent".
_FIRST_OF_TWO = re.compile(r"(?<!from )\b(\d+(?:\.\d+)?)(?:[-–]| ?(?:%|percent|per cent)? ?(?:to|[-–]) ?)$")
# "Including nine children", "17 of them in critical condition".
_AMONG = re.compile(
    r"\b(?:includ(?:es|ed|ing)|among (?:them|whom|those|the \w+)|of (?:them|whom|those|which))\b"
    r"(?: (?:were|was|are|is))?"
    r"(?: (?:at least|more than|about|some|up to|the|nearly|as many as|another))*\s*$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r" (?:\w+ )?of (?:them|whom|those|these|which)\b", re.IGNORECASE)


def values_of(coverage: Coverage, same: list[FigureSeries]) -> list[FigurePoint]:
    """The points of series of one thing that are values of it; the first series says what it is."""
    first, every = same[0], [p for s in same for p in s.points]
    if first.kind in OF_PEOPLE:
        every = [p for p in every if not (_is_lone(p) or _is_part(coverage, p))]
    if first.kind == "other":
        # "Ada Holm and the three other clerks" are four.
        every = [p for p in every if not ((f := coverage.figure(p)) and f.of.startswith("other "))]
    points = [p for p in every if not _is_of_a_pair(coverage, first, p)]
    points = [p for p in _of_one(coverage, first, points) if not _is_told_elsewhere(coverage, first, p)]
    return _distinct(points)


def _of_one(coverage: Coverage, series: FigureSeries, points: list[FigurePoint]) -> list[FigurePoint]:
    """Of shares and votes those of one of the rivals: what Weil has is no other figure of what Brandt has."""
    if series.kind not in ("percent", "votes") or len(points) < 2:
        return points
    by_holder: dict[str, list[FigurePoint]] = {}
    for point in points:
        by_holder.setdefault(_holder(coverage, point), []).append(point)
    return max(by_holder.values(), key=lambda ps: (len({o for p in ps for o in p.origins}), len(ps)))


def _is_of_a_pair(coverage: Coverage, series: FigureSeries, point: FigurePoint) -> bool:
    """Whether a value is one side of a score and not what its noun counts ("a 21-19 majority"), or all."""
    number = coverage.number(point)
    if number is None or series.kind not in ("other", "percent", "votes"):
        return False
    if series.kind == "percent" and point.low == point.high == ALL:
        return True
    text = coverage.text(number.document)
    if _IN_SO_MANY.search(text[max(0, number.start - 24) : number.start]):
        return True
    before = _FIRST_OF_TWO.search(text[max(0, number.start - 24) : number.start])
    first = float(before.group(1).replace(",", "")) if before else None
    value = point.high if point.high is not None else point.low
    # Ranges rise; of two that fall the second is the other side's.
    return first is not None and value is not None and value <= first


def _is_part(coverage: Coverage, point: FigurePoint) -> bool:
    """Whether a value is part of a toll that its sentence tells: "40 dead, including nine children"."""
    before, behind = coverage.around(point)
    return bool(_AMONG.search(before) or _OF_THEM.match(behind))


def _holder(coverage: Coverage, point: FigurePoint) -> str:
    """Who is named last before a value in its sentence, but for places."""
    number = coverage.number(point)
    end = number.start if number else point.target.end
    named = coverage.mentions(point.target.document, Span(point.target.start, max(end, point.target.start)))
    actors = [a for a in coverage.actors_of(m for m in named if m.type != "place") if a.kind != "place"]
    return actors[-1].id if actors else ""


def _is_told_elsewhere(coverage: Coverage, series: FigureSeries, point: FigurePoint) -> bool:
    """Whether a value's own sentence names other places than the one that its series is told of."""
    if not series.place:
        return False
    sentences = coverage.sentences(point.target)
    span = Span(min(s.start for s in sentences), max(s.end for s in sentences))
    told = coverage.text(point.target.document)[span.start : span.end]
    return is_of_elsewhere(coverage, series, told, [(point.target.document, span)])


def is_of_elsewhere(
    coverage: Coverage, series: FigureSeries, told: str, stretches: Iterable[tuple[str, Span]]
) -> bool:
    """Whether words, which stand at ``stretches``, name places, and not the one that a series is told of."""
    if not series.place or series.place.casefold() in told.casefold():
        return False
    return any(m.type == "place" for where in stretches for m in coverage.mentions(*where))


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
