"""Series of figures: the values for one thing, by who says so and as of when.

Values are clustered by what is counted, where, and the words around them. A series in which claimants
give, for one time, values that cannot be one is ``disputed``; a toll that grows from day to day is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from atstake.model.annotations import Figure
from atstake.model.claims import OUTLET, FigurePoint, FigureSeries, Resolution
from atstake.model.provenance import content_id
from atstake.model.stages import Evidence
from atstake.resolve.cluster import DIFFERENT, Scheme, cluster
from atstake.resolve.figures_apart import BESIDE, Told, agree, counted, put_against
from atstake.resolve.judging import constraints
from atstake.resolve.lexical import cosine, stems
from atstake.resolve.told import value_of
from atstake.text.overlap import Words

ALIKE = 0.5
"""Score from which two values are of one thing."""
PEOPLE_KINDS = frozenset({"killed", "injured", "casualties", "missing", "displaced", "detained"})
_PEOPLE = frozenset(
    w for x in "people civilians persons citizens victims others dead bodies".split() for w in stems(x)
)
_BY_CHANCE = 100
_GROWN = 0.3
"""What a word of rising adds: the smaller value before is the one it rose from."""
_RISES = re.compile(
    r"\b(?:ris(?:en|es|ing)|rose|climb(?:ed|s|ing)|grown|grew|increased|jumped|mounted|revised (?:up|upward)"
    r"|rais(?:ed|ing)|soared|now stands?)\b|\bup from\b",
    re.I,
)
"""Words by which a value is told as the new state of one told before."""
_BEFORE = 60
"""Characters before a number in which they stand."""
_NEAR, _MANY, _SOON = 1.5, 100, 7
"""Two tolls of so many people without more said, so near to each other and told within so many days, are of
one event; smaller ones where they are equal and their sentences speak of the same."""
_TOLL, _SMALL_TOLL, _OF_SAME = 0.3, 0.1, 0.15
_EVENTS = (
    "shootings|attacks|bombings|blasts|explosions|strikes|raids|incidents|massacres|killings|crashes|cities"
    "|towns|sites"
)
_SEVERAL = re.compile(
    rf"\b(?:one|some|any) of (?:the )?(?:two|three|four|five|six|several|\d+)\b"
    r"|\b(?:two|three|four|five|six|both|several|multiple|twin|back-to-back|\d+)\b"
    rf"(?:[ -]+[\w-]+){{0,3}}?[ -]+(?:{_EVENTS})\b"
    rf"|\b(?:cities|towns|sites)\b(?: \w+){{0,3}} (?:{_EVENTS})\b",
    re.I,
)
"""A toll of several attacks together, which is not that of one of them."""
_TOGETHER = 0.4
_DOUBLED = re.compile(r"(\w)\1")
# Days within which two tellings speak of one state of things.
_ONE_TIME = 1
_ANOTHER_DAY = 3
_WEEKS = 14
"""Days between two tellings from which on nothing but their words speaks for one event."""


@dataclass(frozen=True)
class Value:
    """A told figure with what it is compared by."""

    told: Told
    claimant: str | None
    origin: str

    @property
    def figure(self) -> Figure:
        """The annotation."""
        return self.told.figure

    @property
    def day(self) -> str | None:
        """The day that the value holds for: as said, else the day it was told."""
        return self.figure.as_of or self.told.document.date


class FigureSeriesResolver:
    """Fills ``series``: disputed ones and those of most origins first."""

    name = "series"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with the series."""
        values = _gathered(evidence, so_far)
        on = Words({key: (v.figure.target,) for key, v in values.items()})
        groups = cluster(values, _SCHEME, constraints(evidence.judgements, "figure", on.best))
        series = [_series([values[key] for key in group]) for group in groups]
        series.sort(key=lambda s: (-len(_origins(s)), not s.disputed, s.kind not in PEOPLE_KINDS, s.id))
        return replace(so_far, series=tuple(series))


def same_thing(a: Value, b: Value) -> float | None:
    """How likely two values measure one thing, 0 to 1; two values in one sentence never do."""
    one, two = a.figure, b.figure
    if (one.kind, one.unit) != (two.kind, two.unit):
        return DIFFERENT
    if one.target == two.target:
        return DIFFERENT
    if put_against(a.told, b.told):
        return 1.0
    score = 0.55 * cosine(a.told.near, b.told.near) + 0.25 * cosine(a.told.sentence, b.told.sentence)
    tells = _tells(one, two)
    score += 0.5 if tells else 0.25 if agree(one, two) else -0.05
    named = _counted(a.told, b.told)
    score += max(named, 0.0) if tells else named
    score += _by_means(a.told, b.told) + (_located(one, two) or _grounded(a, b)) + _dated(a, b)
    score += _one_toll(a, b) - (_TOGETHER if _of_several(one) != _of_several(two) else 0.0)
    score += _GROWN if _have_grown(a, b) else 0.0
    return max(0.0, min(1.0, score))


# Private functions


def _gathered(evidence: Evidence, so_far: Resolution) -> dict[str, Value]:
    attributed, origin_of = dict(so_far.attributed), dict(so_far.origin_of)
    return {
        t.figure.id: Value(
            t,
            attributed.get(t.figure.attribution) if t.figure.attribution else OUTLET,
            origin_of.get(t.document.id, t.document.id),
        )
        for t in counted(evidence, attributed)
    }


def _tells(a: Figure, b: Figure) -> bool:
    """One large exact value: within a story nothing else will have it by chance."""
    exact = a.low == a.high and b.low == b.high and a.low == b.low
    return bool(exact and a.kind != "percent" and a.low is not None and a.low >= _BY_CHANCE)


def _counted(a: Told, b: Told) -> float:
    """What the nouns say: the same, people whichever word is used, or another thing."""
    if a.of and b.of and a.of & b.of:
        # "Former lawmakers" and "former officers" share but a word that describes them.
        return 0.15 if _head(a.figure) == _head(b.figure) or a.of == b.of else 0.0
    people = a.figure.kind in PEOPLE_KINDS and (a.of <= _PEOPLE) and (b.of <= _PEOPLE)
    if people:
        return 0.15
    return -0.3 if a.of and b.of else 0.0


def _head(figure: Figure) -> str:
    """The stem of the noun that is counted, behind what describes it."""
    words = stems(figure.of.split(" of ")[0])
    return words[-1] if words else ""


def _by_means(a: Told, b: Told) -> float:
    """Shelling and air strikes are two events, whoever was killed by them."""
    if not a.means or not b.means:
        return 0.0
    return 0.05 if a.means & b.means else -0.3


def _located(a: Figure, b: Figure) -> float:
    if not a.place or not b.place:
        return 0.0
    # One name in two spellings: "Karsa" and "Karssa".
    one, two = _plainly(a.place), _plainly(b.place)
    same = one in two or two in one
    return 0.15 if same else -0.2


@lru_cache(maxsize=10_000)
def _plainly(place: str) -> str:
    return _DOUBLED.sub(r"\1", place.casefold())


def _grounded(a: Value, b: Value) -> float:
    """Tolls in sentences that name other places are of other events, whatever the words say."""
    one, two = a.told.places, b.told.places
    return -0.2 if a.figure.kind in PEOPLE_KINDS and one and two and not one & two else 0.0


def _dated(a: Value, b: Value) -> float:
    """Totals since a start go on; counts of one day's event are of that day."""
    if a.figure.since and b.figure.since:
        return 0.1
    if not a.figure.as_of or not b.figure.as_of:
        return _told_apart(a, b)
    apart = abs((date.fromisoformat(a.figure.as_of) - date.fromisoformat(b.figure.as_of)).days)
    if a.figure.cumulative and b.figure.cumulative:
        return 0.0
    return 0.1 if apart <= _ONE_TIME else -0.3 if apart > _ANOTHER_DAY else 0.0


def _told_apart(a: Value, b: Value) -> float:
    """People hurt, told weeks apart without a day of their own, were seldom hurt by one thing."""
    apart = _apart([a.day, b.day])
    lasts = a.figure.cumulative or b.figure.cumulative or a.figure.since or b.figure.since
    if a.figure.kind not in PEOPLE_KINDS or lasts or _tells(a.figure, b.figure):
        return 0.0
    return -0.3 if apart is not None and apart > _WEEKS else 0.0


def _of_several(figure: Figure) -> bool:
    return figure.kind in PEOPLE_KINDS and _tells_of_several(figure.target.quote)


@lru_cache(maxsize=10_000)
def _tells_of_several(sentence: str) -> bool:
    return _SEVERAL.search(sentence) is not None


def _have_grown(a: Value, b: Value) -> bool:
    """Whether the larger of two values is told as risen to, and the smaller was told no later: growth."""
    if a.told.document.id == b.told.document.id or a.figure.kind == "percent":
        return False
    one, other = value_of(a.figure), value_of(b.figure)
    if one is None or other is None or one == other:
        return False
    later, earlier = (a, b) if one > other else (b, a)
    return _rises(later.told) and (later.told.document.date or "") >= (earlier.told.document.date or "")


def _one_toll(a: Value, b: Value) -> float:
    """Both count people hurt of whom nothing else is said, in nearly the same number, in one week."""
    one, two = a.figure, b.figure
    if one.kind not in PEOPLE_KINDS or not (a.told.of <= _PEOPLE and b.told.of <= _PEOPLE):
        return 0.0
    days = [_apart(v) for v in ([a.told.document.date, b.told.document.date], [a.day, b.day])]
    if _grounded(a, b) < 0 or _located(one, two) < 0 or any(d is None or d > _SOON for d in days):
        return 0.0
    low, high = sorted(f.low if f.low is not None else (f.high or 0.0) for f in (one, two))
    if low >= _MANY:
        return _TOLL if high <= _NEAR * low else 0.0
    alike = low == high and agree(one, two) and cosine(a.told.sentence, b.told.sentence) >= _OF_SAME
    return _SMALL_TOLL if alike else 0.0


def _apart(days: Sequence[str | None]) -> int | None:
    first, second = days
    if not first or not second:
        return None
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days)


def _rises(told: Told) -> bool:
    number, target = told.figure.number, told.figure.target
    start = max(target.start, number.start - _BEFORE)
    return _RISES.search(told.document.text, start, number.start) is not None


def _blocks(value: Value) -> Iterable[str]:
    f = value.figure
    head = f"{f.kind}:{f.unit}"
    words = sorted(value.told.near.items(), key=lambda x: (-x[1], x[0]))[:8]
    yield from (f"{head}:{w}" for w, _ in words)
    bound = f.low if f.low is not None else f.high
    if bound:
        yield f"{head}:={bound:g}"
    if f.place:
        yield f"{head}:@{f.place.casefold()}"
    # Two that stand side by side meet where the second begins.
    here = f"{head}:{value.told.document.id}"
    yield from (f"{here}:{at}" for at in (f.target.start, *(f.target.end + n for n in range(1, BESIDE + 1))))


_SCHEME: Scheme[Value] = Scheme(
    blocks=_blocks,
    score=same_thing,
    threshold=ALIKE,
    cohesion=0.3,
    order=lambda v: f"{v.day or ''}:{v.figure.low or v.figure.high or 0:020.3f}",
)


def _series(members: list[Value]) -> FigureSeries:
    members = sorted(members, key=lambda v: (v.day or "", v.told.document.date or "", v.figure.id))
    first = members[0].figure
    return FigureSeries(
        id=content_id("series", *sorted(v.figure.id for v in members)),
        kind=first.kind,
        of=_commonest(v.figure.of for v in members) or "",
        place=_place(members),
        unit=first.unit,
        points=_points(members),
        disputed=any(_at_odds(a, b) for i, a in enumerate(members) for b in members[i + 1 :]),
        which=_which(members),
    )


def _which(members: Sequence[Value]) -> str:
    """What narrows the counted down: of one value any telling's words, of several what most share."""
    words = _commonest(v.figure.which for v in members) or ""
    one = len({v for m in members for v in (m.figure.low, m.figure.high) if v is not None}) == 1
    alike = 2 * sum(_says_the_same(v.figure.which, words) for v in members) > len(members)
    return words if one or alike else ""


def _says_the_same(a: str, b: str) -> bool:
    one, two = set(stems(a)), set(stems(b))
    return 2 * len(one & two) >= max(len(one), len(two)) > 0


def _place(members: Sequence[Value]) -> str | None:
    """The place that half of the values give, and more than any other; none where two are given as often.

    What several attacks come to has no place by one of them.
    """
    counts = Counter(v.figure.place for v in members if v.figure.place and not _of_several(v.figure))
    ranked = counts.most_common(2)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    return ranked[0][0] if ranked and 2 * ranked[0][1] >= len(members) else None


def _points(members: Sequence[Value]) -> tuple[FigurePoint, ...]:
    """One point for each claimant, value and day, with all origins that tell it."""
    grouped: dict[tuple[object, ...], list[Value]] = {}
    for v in members:
        key = (v.claimant, v.figure.low, v.figure.high, v.figure.as_of)
        grouped.setdefault(key, []).append(v)
    return tuple(
        FigurePoint(
            figure=group[0].figure.id,
            target=group[0].figure.target,
            low=group[0].figure.low,
            high=group[0].figure.high,
            attributed_to=group[0].claimant,
            as_of=group[0].day,
            origins=tuple(sorted({v.origin for v in group})),
        )
        for group in grouped.values()
    )


def _at_odds(a: Value, b: Value) -> bool:
    """Two known claimants who give, for one time, values that cannot be one."""
    if a.claimant == b.claimant or None in (a.claimant, b.claimant) or agree(a.figure, b.figure):
        return False
    if OUTLET in (a.claimant, b.claimant) and a.told.document.id == b.told.document.id:
        return False
    if not a.day or not b.day or _have_grown(a, b):
        return False
    return abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days) <= _ONE_TIME


def _origins(series: FigureSeries) -> set[str]:
    return {o for p in series.points for o in p.origins}


def _commonest(words: Iterable[str]) -> str | None:
    counts = Counter(w for w in words if w)
    return min(counts, key=lambda w: (-counts[w], w)) if counts else None
