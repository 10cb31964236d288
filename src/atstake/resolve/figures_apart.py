"""Figures for one thing that differ: which two values are of the same quantity, and do not agree."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files

from atstake.model.annotations import Figure
from atstake.model.stages import Evidence
from atstake.model.text import Document
from atstake.resolve.lexical import Vector, Weighing, cosine, stems
from atstake.resolve.weighing import linear

TextSimilarity = Callable[[str, str], float]

# Characters around the number that tell what it counts.
_AROUND = 70
# Two numbers closer than this are one, told with more or less care ("more than 1,400", 1,429).
_SAME, _SAME_BOUND = 1.03, 1.10
# A figure meets this many others of its kind, those that share most words: never all.
_MEETS = 40
_PEOPLE = frozenset(
    stem
    for word in "people civilians persons citizens victims others residents men dead"
    for stem in stems(word)
)
_MAIN = 0.5
_SOON, _LATE, _LONG = 2, 4, 14


@dataclass(frozen=True)
class Told:
    """A figure with its document and the words around it."""

    figure: Figure
    document: Document
    near: Vector
    sentence: Vector
    means: frozenset[str]
    of: frozenset[str]
    speaker: str | None
    main: bool
    """Whether no figure of its kind in its document is much larger: a total, not a part of one."""


def told(evidence: Evidence, speakers: Mapping[str, str]) -> list[Told]:
    """All figures of the dossier, by document and place."""
    weighing = Weighing(
        stems(s.target.quote) for _, a in sorted(evidence.annotations.items()) for s in a.statements
    )
    found = []
    for key in sorted(evidence.annotations):
        if key in evidence.documents:
            figures = evidence.annotations[key].figures
            for figure in figures:
                made = _told(figure, evidence.documents[key], weighing, speakers)
                found.append(replace(made, main=_is_main(figure, figures)))
    return found


def apart(
    figures: Sequence[Told], similarity: TextSimilarity | None = None
) -> Iterator[tuple[Told, Told, float, dict[str, float]]]:
    """Pairs of figures that may be two values for one thing: the two, the probability, the signals."""
    model = linear("figures" if similarity else "figures-lexical")
    for a, b in meetings(figures):
        if a.figure.target != b.figure.target and not agree(a.figure, b.figure):
            found = signals(a, b)
            if similarity:
                found["meaning"] = similarity(a.figure.target.quote, b.figure.target.quote)
            yield a, b, model.probability(found), found


def agree(a: Figure, b: Figure) -> bool:
    """Whether two values can be the same: their ranges meet and no reader would take them for two."""
    first, second = _value(a), _value(b)
    if first is None or second is None:
        return True
    small, large = sorted((abs(first), abs(second)))
    if first == second or (small > 0 and large / small <= _SAME and (first > 0) == (second > 0)):
        return True
    meet = (a.low or -math.inf) <= (b.high or math.inf) and (b.low or -math.inf) <= (a.high or math.inf)
    if not meet:
        return False
    if None not in (a.low, a.high, b.low, b.high):
        return True
    # "At least 45" and "at least 70" can both be true, yet tell a reader two things.
    return a.low is None or b.low is None or (small > 0 and large / small <= _SAME_BOUND)


def signals(a: Told, b: Told) -> dict[str, float]:
    """What speaks for two figures' being of one thing."""
    first, second = a.figure, b.figure
    people = bool(a.of <= _PEOPLE and b.of <= _PEOPLE) and first.kind in ("killed", "injured", "casualties")
    days = _days(first.as_of, second.as_of)
    told_days = _days(a.document.date, b.document.date)
    home = a.document.id == b.document.id
    low, high = sorted((abs(_value(first) or 0.0), abs(_value(second) or 0.0)))
    found = {
        "near-alike": cosine(a.near, b.near),
        "sentence-alike": cosine(a.sentence, b.sentence),
        "of-same": float(bool(a.of & b.of)),
        "people": float(people),
        "of-differs": float(not people and bool(a.of and b.of) and not a.of & b.of),
        "place-same": float(bool(first.place) and first.place == second.place),
        "place-differs": float(bool(first.place and second.place) and first.place != second.place),
        "time-same": float(days is not None and days <= _SOON),
        "time-differs": float(days is not None and days > _SOON),
        "told-near": float(told_days is not None and told_days <= _LATE and not home),
        "told-far": float(told_days is not None and told_days > _LONG),
        "home": float(home),
        "ratio": min(math.log(high / low), 4.0) if low > 0 else 4.0,
        "means-same": float(bool(a.means & b.means)),
        "means-differ": float(bool(a.means and b.means) and not a.means & b.means),
        "bound": float(first.high is None or second.high is None),
        "both-main": float(a.main and b.main),
        "neither-main": float(not a.main and not b.main),
        "two-speakers": float(None not in (a.speaker, b.speaker) and a.speaker != b.speaker),
        "one-speaker": float(a.speaker is not None and a.speaker == b.speaker),
        "percent": float(first.kind == "percent"),
    }
    return {name: value for name, value in found.items() if value}


def _told(figure: Figure, document: Document, weighing: Weighing, speakers: Mapping[str, str]) -> Told:
    start = max(figure.target.start, figure.number.start - _AROUND)
    around = document.text[start : min(figure.target.end, figure.number.end + _AROUND)]
    return Told(
        figure=figure,
        document=document,
        near=weighing.vector(_no_numbers(stems(around))),
        sentence=weighing.vector(_no_numbers(stems(figure.target.quote))),
        means=frozenset(name for name, words in _MEANS.items() if words.search(around)),
        of=frozenset(stems(figure.of)),
        speaker=speakers.get(figure.attribution or ""),
        main=False,
    )


def _is_main(figure: Figure, others: Iterable[Figure]) -> bool:
    largest = max(abs(_value(f) or 0.0) for f in others if (f.kind, f.unit) == (figure.kind, figure.unit))
    return abs(_value(figure) or 0.0) >= _MAIN * largest


def _no_numbers(words: Iterable[str]) -> list[str]:
    return [w for w in words if not w[0].isdigit()]


def meetings(figures: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of figures of one kind and unit, each with those most like it; never all with all."""
    kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, each in enumerate(figures):
        kinds[each.figure.kind, each.figure.unit].append(i)
    seen: set[tuple[int, int]] = set()
    for _, members in sorted(kinds.items()):
        holders: dict[str, list[int]] = defaultdict(list)
        for i in members:
            for word in figures[i].sentence:
                holders[word].append(i)
        for i in members:
            seen.update((min(i, j), max(i, j)) for j in _nearest(figures, i, members, holders))
    for i, j in sorted(seen):
        yield figures[i], figures[j]


def _nearest(
    figures: Sequence[Told], i: int, members: list[int], holders: Mapping[str, list[int]]
) -> list[int]:
    if len(members) <= _MEETS:
        return [j for j in members if j != i]
    shared: dict[int, float] = defaultdict(float)
    for word, weight in sorted(figures[i].sentence.items(), key=lambda w: (-w[1], w[0]))[:12]:
        for j in holders[word][: 4 * _MEETS]:
            shared[j] += weight
    shared.pop(i, None)
    return sorted(shared, key=lambda j: (-shared[j], j))[:_MEETS]


def _value(figure: Figure) -> float | None:
    return figure.low if figure.low is not None else figure.high


def _days(a: str | None, b: str | None) -> int | None:
    try:
        return abs((date.fromisoformat((a or "")[:10]) - date.fromisoformat((b or "")[:10])).days)
    except ValueError:
        return None


def _means() -> dict[str, re.Pattern[str]]:
    text = files("atstake.facts").joinpath("means.tsv").read_text(encoding="utf8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: re.compile(rf"\b(?:{words})", re.IGNORECASE) for name, words in rows}


_MEANS = _means()
