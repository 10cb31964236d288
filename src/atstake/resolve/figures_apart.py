"""Figures for one thing that differ: which two values are of the same quantity, and do not agree."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from atstake.model.annotations import Figure
from atstake.resolve.columns import Flags, Numbers, flags, row
from atstake.resolve.figures_signals import NEXT, Values
from atstake.resolve.sharing import Sharing
from atstake.resolve.told import Told, counted, told, value_of
from atstake.resolve.values import DAY
from atstake.resolve.weighing import linear, logistic

__all__ = ["Told", "Values", "agree", "apart", "counted", "meetings", "told"]

# Two numbers closer than this are one, told with more or less care ("more than 1,400", 1,429) ...
_SAME, _SAME_BOUND = 1.03, 1.10
# ... but below this many nobody rounds: 59 dead are not 60.
_COUNTABLE = 100
# A figure meets this many others of its family, those that share most words: never all.
_MEETS = 24
# A word that stands with so many values of a family tells nothing of what one of them counts.
_COMMON = 200
# A value asks with so many words of its sentence.
_ASKING = 16
_LEAST, _LEAST_DAYS = 0.05, 0.1
# Pairs that are weighed at once: enough to pay, few enough to hold.
_AT_ONCE = 8_000


def apart(figures: Sequence[Told], least: float) -> Iterator[tuple[Told, Told, float, dict[str, float]]]:
    """Pairs of figures that may be two values for one thing: the two, the probability, the signals.

    Those that are less probable than ``least`` are left out.
    """
    model, values = linear("figures-lexical"), Values(figures)
    for a, b in meetings(values):
        columns = values.signals(a, b)
        scores = model.scores(columns, len(a)).tolist()
        for at, (i, j) in enumerate(zip(a.tolist(), b.tolist(), strict=True)):
            one, other = figures[i], figures[j]
            put = _PUT_AGAINST if put_against(one, other) else 0.0
            probability = max(logistic(scores[at]), put)
            if probability >= least:
                yield one, other, probability, row(columns, at)


_PUT_AGAINST = 0.6
"""Probability of two values of which the words say that they are of one thing."""
_PUT = re.compile(
    r"(?<!had )\b(?:put|puts|placed|estimated|estimates|gave|gives)\s+(?:the|that|its|their)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:number|toll|figure|count|total|tally|turnout|crowd|attendance)\s+(?:at|as)\b"
)
BESIDE = 3
"""Characters between two sentences that stand beside each other, in one paragraph or two."""


def put_against(a: Told, b: Told) -> bool:
    """Whether the one is told right behind the other as another's value for it: "Y put the toll at 14"."""
    if a.document.id != b.document.id:
        return False
    first, second = sorted((a, b), key=lambda t: t.figure.target.start)
    one, other = first.figure, second.figure
    if one.kind != other.kind or one.attribution == other.attribution:
        return False
    if first.speaker is not None and first.speaker == second.speaker:
        # "Two days earlier the network had put the number at 31": it has grown.
        return False
    near = 0 <= other.target.start - one.target.end <= BESIDE
    return near and _PUT.search(other.target.quote) is not None


def agree(a: Figure, b: Figure) -> bool:
    """Whether two values can be the same: their ranges meet and no reader would take them for two."""
    first, second = value_of(a), value_of(b)
    if first is None or second is None:
        return True
    if a.unit == DAY:
        return (a.low or 0) <= (b.high or 0) and (b.low or 0) <= (a.high or 0)
    small, large = sorted((abs(first), abs(second)))
    if first == second or (_close(a, b, small, large) and (first > 0) == (second > 0)):
        return True
    meet = (a.low or -math.inf) <= (b.high or math.inf) and (b.low or -math.inf) <= (a.high or math.inf)
    if not meet:
        return False
    if None not in (a.low, a.high, b.low, b.high):
        return True
    if any(_vague(f) for f in (a, b)):
        return True
    if None in (a.low, b.low) and None not in (a.high, b.high):
        return True
    # "At least 45" and "at least 70" can both be true, yet tell a reader two things.
    return small > 0 and large / small <= _SAME_BOUND


def meetings(values: Values) -> Iterator[tuple[Numbers, Numbers]]:
    """Pairs of values that differ, so many at a time: of one family, each with those most like it.

    Never all with all; days and other values come apart.
    """
    figures = values.told
    families: dict[str, list[int]] = defaultdict(list)
    for i, each in enumerate(figures):
        families[each.family].append(i)
    for _, members in sorted(families.items()):
        sharing, places = Sharing([figures[i].sentence for i in members]), np.array(members, np.int64)
        one, other = _neighbours(values, places)
        met = [one * len(figures) + other]
        for at, i in enumerate(members):
            near = places[_nearest(figures[i], at, sharing)]
            met.append(np.minimum(near, i) * len(figures) + np.maximum(near, i))
        a, b = np.divmod(np.unique(np.concatenate(met)), len(figures))
        for start in range(0, len(a), _AT_ONCE):
            yield _differing(values, a[start : start + _AT_ONCE], b[start : start + _AT_ONCE])


# Private functions


def _close(a: Figure, b: Figure, small: float, large: float) -> bool:
    exact = a.low == a.high and b.low == b.high
    if exact and large < _COUNTABLE and small == int(small) and large == int(large):
        return False
    return small > 0 and large / small <= _SAME


def _vague(figure: Figure) -> bool:
    """Whether a value is a wide range ("dozens"), in which much more than it says can lie."""
    return figure.low is not None and figure.high is not None and figure.high >= 2 * figure.low > 0


def _nearest(told: Told, at: int, sharing: Sharing) -> Numbers:
    """The values whose sentences have most of a value's words, above all of those near it, but itself."""
    words = sorted(told.sentence.items(), key=lambda w: (-w[1], w[0]))[:_ASKING]
    asked = {word: weight * (2.0 if word in told.near else 1.0) for word, weight in words}
    shared = sharing.alike(asked, _COMMON)
    shared[at] = 0.0
    others = np.flatnonzero(shared)
    found: Numbers = others[np.argsort(-shared[others], kind="stable")[:_MEETS]]
    return found


def _neighbours(values: Values, members: Numbers) -> tuple[Numbers, Numbers]:
    """Values that follow each other in one document: "others put the toll at 32" shares no word."""
    a, b = members[:-1], members[1:]
    follows = (values.document[a] == values.document[b]) & (values.start[b] - values.end[a] < NEXT)
    return a[follows], b[follows]


def _differing(values: Values, a: Numbers, b: Numbers) -> tuple[Numbers, Numbers]:
    """Those pairs of values of one family that can be of one thing at all, and do not agree."""
    # What stands in the same words, as a copy of "on Thursday" in a later article, is no other value.
    able = (values.quote[a] != values.quote[b]) & ~(values.is_day[a] & (values.number[a] == values.number[b]))
    a, b = a[able], b[able]
    able = _of_one_kind(values, a, b) & _touch(values, a, b)
    a, b = a[able], b[able]
    able = ~(values.told_in(a, values.within, b) & values.told_in(b, values.within, a))
    a, b = a[able], b[able]
    figures = [t.figure for t in values.told]
    pairs = zip(a.tolist(), b.tolist(), strict=True)
    able = flags(not agree(figures[i], figures[j]) for i, j in pairs)
    return a[able], b[able]


def _of_one_kind(values: Values, a: Numbers, b: Numbers) -> Flags:
    """Whether the kinds of two values, or what they count, do not keep them apart."""
    same: Flags = values.kind[a] == values.kind[b]
    casualties = values.casualties
    harmed = values.harmed[a] & values.harmed[b]
    counted = values.counts[a] & values.counts[b] & ~values.meet(lambda t: t.of, a, b)
    return same | np.where(harmed, casualties[a] | casualties[b], ~counted)


def _touch(values: Values, a: Numbers, b: Numbers) -> Flags:
    """Whether the words of two values have enough in common, or the one follows the other."""
    near = values.near.shared(a, b).cosine
    alike = np.maximum(near, values.sentence.shared(a, b).cosine) >= _LEAST
    return np.where(values.is_day[a], near >= _LEAST_DAYS, alike | values.beside(a, b))
