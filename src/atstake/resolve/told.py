"""Values as told: each figure, number, length of time and day with the words around it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from atstake.facts.tables import lexicon
from atstake.model.annotations import Figure
from atstake.model.stages import Evidence
from atstake.model.text import Document, Target
from atstake.resolve.latest import Latest
from atstake.resolve.lexical import Vector, Weighing, stems
from atstake.resolve.values import DAY, meant, values
from atstake.text.cases import lowered

Value = tuple[str, float | None, float | None]
"""Family and bounds: what another telling of the same value has too."""

# Characters around the number that tell what it counts, and those that tell what happened to it.
_AROUND, _TIGHT = 70, 30
_MAIN = 0.5
# How many characters back a day still holds for what is told now: two or three sentences.
_LOOKS_BACK = 400
# A number in fewer words of content ("Slideshow (3 images)") counts nothing that is told.
_LEAST_WORDS = 4
# Words for one thing that are told by either.
_SAME_THINGS = (
    "troops soldiers servicemen servicemembers forces",
    "weapons guns firearms arms rifles",
    "strikes airstrikes raids sorties attacks",
    "missiles rockets projectiles",
    "fighters militants jihadists terrorists insurgents gunmen rebels",
    "protesters demonstrators supporters marchers",
    "workers employees staff",
    "people civilians residents citizens inhabitants",
    "ceasefire truce cessation",
    "children minors kids students pupils",
    "bombs explosives devices",
    "jobs positions posts",
)
_LIKE = {s: stems(group.split()[0])[0] for group in _SAME_THINGS for w in group.split() for s in stems(w)}


@dataclass(frozen=True)
class Told:
    """A value with its document and the words around it."""

    figure: Figure
    document: Document
    near: Vector
    sentence: Vector
    means: frozenset[str]
    of: frozenset[str]
    speaker: str | None
    main: bool
    """Whether no figure of its kind in its document is much larger: a total, not a part of one."""
    tight: Vector
    listed: bool
    """Whether it is one of the story's figures, not a mere number, length of time or day."""
    day: float | None = None
    """The day that its sentence names, else as of which it is told."""
    incident: float | None = None
    """That day, else the last one named before, else the day of telling: when what is counted likely was."""
    places: frozenset[str] = frozenset()
    """Places that its sentence names."""
    beside: frozenset[Value] = frozenset()
    """All values of its document."""
    within: frozenset[Value] = frozenset()
    """All values of its sentence."""

    @property
    def family(self) -> str:
        """What it can be compared with: money of a currency, percent, days, lengths of time, or counts."""
        return self.figure.unit or "count"

    @property
    def value(self) -> Value:
        """Family and bounds."""
        return _value(self.figure)


def counted(evidence: Evidence, speakers: Mapping[str, str]) -> list[Told]:
    """The figures of the dossier alone, by document and place."""
    return _gathered(evidence, speakers, lambda key: evidence.annotations[key].figures)


def told(evidence: Evidence, speakers: Mapping[str, str]) -> list[Told]:
    """All values that two tellings can differ in: figures, other numbers, lengths of time and days."""

    def every(key: str) -> list[Figure]:
        document, found = evidence.documents[key], evidence.annotations[key]
        more = (
            v for v in values(document, found) if v.unit == DAY or len(stems(v.target.quote)) >= _LEAST_WORDS
        )
        return [*(meant(document, f) for f in found.figures), *more]

    return _gathered(evidence, speakers, every)


def value_of(figure: Figure) -> float | None:
    """The bound that a figure is named by: the lower, else the upper."""
    return figure.low if figure.low is not None else figure.high


@lru_cache(maxsize=10_000)
def ordinal(day: str | None) -> float | None:
    """The number of a day written YYYY-MM-DD, None where it is none."""
    try:
        return float(date.fromisoformat((day or "")[:10]).toordinal())
    except ValueError:
        return None


# Private functions


def _gathered(
    evidence: Evidence, speakers: Mapping[str, str], figures_of: Callable[[str], Sequence[Figure]]
) -> list[Told]:
    weighing = _weighing(evidence)
    found: list[Told] = []
    for key in sorted(evidence.annotations):
        if key in evidence.documents:
            found += _of_document(evidence.documents[key], figures_of(key), weighing, speakers, evidence)
    return found


_weighing = Latest(
    lambda evidence: Weighing(
        stems(s.target.quote) for _, a in sorted(evidence.annotations.items()) for s in a.statements
    )
)


def _of_document(
    document: Document,
    figures: Sequence[Figure],
    weighing: Weighing,
    speakers: Mapping[str, str],
    evidence: Evidence,
) -> list[Told]:
    annotations = evidence.annotations[document.id]
    listed = {f.id for f in annotations.figures}
    largest = _largest(figures)
    days = [f for f in figures if f.unit == DAY and f.low == f.high]
    places = [m.target for m in annotations.mentions if m.type == "place"]
    beside = frozenset(map(_value, figures))
    sentences: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        sentences[figure.target.start].append(figure)
    grounds = {at: _ground(told, days, places, weighing) for at, told in sentences.items()}
    made = []
    for figure in figures:
        ground = grounds[figure.target.start]
        around = _around(figure, document, _AROUND)
        day = ground.day or ordinal(figure.as_of)
        one = Told(
            figure=figure,
            document=document,
            near=weighing.vector(_no_numbers(stems(around))),
            tight=weighing.vector(_no_numbers(stems(_around(figure, document, _TIGHT)))),
            sentence=ground.words,
            means=_means(around),
            of=_counted_things(figure.of),
            speaker=speakers.get(figure.attribution or ""),
            main=abs(value_of(figure) or 0.0) >= _MAIN * largest[figure.kind, figure.unit],
            listed=figure.id in listed,
            day=day,
            incident=day or _last_named(figure, days) or ordinal(document.date),
            places=ground.places,
            beside=beside,
            within=ground.within,
        )
        made.append(one)
    return made


def _largest(figures: Iterable[Figure]) -> dict[tuple[str, str], float]:
    """The largest value of each kind and unit."""
    found: dict[tuple[str, str], float] = defaultdict(float)
    for f in figures:
        found[f.kind, f.unit] = max(found[f.kind, f.unit], abs(value_of(f) or 0.0))
    return found


def _last_named(figure: Figure, days: Sequence[Figure]) -> float | None:
    """The day named last in the sentences before a value's, not too far back."""
    at = figure.target.start
    before = [d for d in days if at - _LOOKS_BACK <= d.number.start < at]
    return max(before, key=lambda d: d.number).low if before else None


@dataclass(frozen=True)
class _Ground:
    """What all values of a sentence share."""

    words: Vector
    places: frozenset[str]
    day: float | None
    within: frozenset[Value]


def _ground(
    told: Sequence[Figure], days: Sequence[Figure], places: Sequence[Target], weighing: Weighing
) -> _Ground:
    """That of the sentence in which some values are told."""
    sentence = told[0].target
    whole = sentence.whole
    named = [f.low for f in days if whole.contains(f.number)]
    inside = frozenset(t.quote.casefold() for t in places if whole.contains(t.whole))
    words = weighing.vector(_no_numbers(stems(sentence.quote)))
    return _Ground(words, inside, named[0] if len(named) == 1 else None, frozenset(map(_value, told)))


def _value(figure: Figure) -> Value:
    return (figure.unit or "count", figure.low, figure.high)


def _means(around: str) -> frozenset[str]:
    """By which means people are harmed, as the words around a value tell."""
    small = lowered(around)
    if not _ANY_MEANS.search(small):
        return frozenset()
    return frozenset(name for name, words in _MEANS.items() if words.search(small))


def _counted_things(of: str) -> frozenset[str]:
    """Stems of what is counted, one for words that stand for each other; a people's name is people."""
    found = {_LIKE.get(stem, stem) for stem in stems(of)}
    peoples = {
        s for w in of.split() if w[:1].isupper() and w.endswith(("ans", "is", "ese")) for s in stems(w)
    }
    return frozenset((found - peoples) | {"people"} if peoples else found)


def _around(figure: Figure, document: Document, width: int) -> str:
    """The words around a value, those of a day itself left out."""
    start = max(figure.target.start, figure.number.start - width)
    end = min(figure.target.end, figure.number.end + width)
    return f"{document.text[start : figure.number.start]} {document.text[figure.number.end : end]}"


def _no_numbers(words: Iterable[str]) -> list[str]:
    return [w for w in words if not w[0].isdigit()]


_MEANS = {name: re.compile(rf"\b(?:{words})") for name, words in lexicon("means")}
_ANY_MEANS = re.compile(rf"\b(?:{'|'.join(words for _, words in lexicon('means'))})")
