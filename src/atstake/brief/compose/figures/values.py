"""A value as it is shown: on words that hold it, with an anchor of its own; none that never came to be."""

from __future__ import annotations

import re

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.figures.points import is_of_elsewhere
from atstake.brief.compose.figures.series import OF_PEOPLE, OF_SOMETHING
from atstake.brief.compose.figures.words import nearly_so, pollster, source, vague, when
from atstake.brief.compose.wording import amount
from atstake.model.brief import Line, Value
from atstake.model.claims import OUTLET, FigurePoint, FigureSeries

_SAYS = 4
"""Content words of a sentence below which it does not say what was counted: "Two dozen more were injured"."""
# "If 49 million were infected, it would cause 490,000 deaths": nobody counted them.
_SUPPOSED = re.compile(
    r"\b[Ii]f\b[^.;]{0,120}\b(?:would|wouldn[’']t|were to)\b"
    r"|\bwould\b[^.;]{0,120}\bif\b[^.;]{0,60}\b(?:were|had)\b"
)
# "Experts expect 6,000 deaths by May", "the fever could kill 300": nobody has died of it yet.
_FORESEEN = re.compile(
    r"\b(?:expect|project|predict|forecast|anticipat|foresee)(?:s|ed|ing|e|es|ions?)?\b[^.;:]{0,60}$"
    r"|\bpotential(?:ly)? [^.;:]{0,40}$"
    r"|\b(?:could|would|might|may|will)(?: \w+){0,3} (?:kill|claim|cost|injure|displace|take|see|die)\b"
    r"[^.;:]{0,40}$"
    r"|\b(?:can|could|would|might|may)(?: \w+)? [a-z]+[^.;:]{0,90}, (?:killing|injuring|wounding)\b"
    r"[^.;:]{0,20}$",
    re.IGNORECASE,
)
_WILL_BEHIND = re.compile(
    r"^[^.;:]{0,40}\b(?:could|would|might|may|will)(?: \w+){0,2} "
    r"(?:die|be (?:killed|displaced|injured|hurt|infected))\b",
    re.IGNORECASE,
)


def value(coverage: Coverage, series: FigureSeries, point: FigurePoint) -> Value | None:
    """The value of a point of a series, where words that stand by themselves tell it."""
    line = _line(coverage, series, point)
    if line is None or any(_SUPPOSED.search(q.target.quote) for q in line.quotes):
        return None
    if series.kind in OF_PEOPLE and _is_foreseen(coverage, point):
        return None
    unit = "%" if series.kind == "percent" else series.unit if series.kind == "money" else ""
    document = point.target.document
    speaker = point.attributed_to
    unnamed = source(coverage, point) if speaker is None else ""
    if not unnamed and speaker in (None, OUTLET):
        unnamed = pollster(coverage, point)
        speaker = None if unnamed else speaker
    claimant = coverage.name(speaker, document) or unnamed or coverage.publisher(document)
    actor = speaker if speaker in coverage.actors else None
    words = vague(coverage, point) or nearly_so(coverage, point, unit) or amount(point.low, point.high, unit)
    return Value(point.low, point.high, words, claimant, actor, point.as_of, when(coverage, point), line)


def _is_foreseen(coverage: Coverage, point: FigurePoint) -> bool:
    """Whether what is told to befall people is still to come, or may never."""
    before, behind = coverage.around(point)
    return bool(_FORESEEN.search(before) or _WILL_BEHIND.search(behind))


def _line(coverage: Coverage, series: FigureSeries, point: FigurePoint) -> Line | None:
    """The value's sentence; where it is too long to be shown up to the value, from the value on."""
    # One sentence may tell several values of a series: each has an anchor of its own.
    part = f"figures-{series.id}-{point.low}-{point.high}"
    number = coverage.number(point)
    for target in (point.target, *([number] if number else [])):
        # What was counted before its sentence, a heading that names people tells; one of things does not.
        plain = series.kind not in OF_SOMETHING
        line = lines.make(
            coverage, part, target, speaker=point.attributed_to, answers=plain, origins=point.origins
        )
        if (
            line is None
            or (plain and len(lines.words_of(line)) < _SAYS)
            or _names_another(coverage, series, line)
        ):
            return None
        if number is None:
            return line
        if any(s.contains(number.whole) for q in line.quotes for s in q.target.spans):
            return line
    return None


def _names_another(coverage: Coverage, series: FigureSeries, line: Line) -> bool:
    """Whether the sentences that are shown name places, and not the one that the series is told of."""
    quotes = [q.target for q in line.quotes]
    told = " ".join(t.quote for t in quotes)
    return is_of_elsewhere(coverage, series, told, [(t.document, t.whole) for t in quotes])
