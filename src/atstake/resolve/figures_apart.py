"""Figures for one thing that differ: which two values are of the same quantity, and do not agree."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from atstake.model.annotations import Figure
from atstake.resolve.lexical import containment, cosine, stems
from atstake.resolve.sharing import Sharing
from atstake.resolve.told import Told, counted, ordinal, told, value_of
from atstake.resolve.values import DAY, LENGTH
from atstake.resolve.weighing import linear

__all__ = ["Told", "agree", "apart", "counted", "meetings", "signals", "told"]

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
_NEXT = 600
_LEAST, _LEAST_DAYS = 0.05, 0.1
_PEOPLE = frozenset(
    stem
    for word in "people civilians persons citizens victims others residents men dead deaths lives"
    for stem in stems(word)
)
_HARMED = frozenset({"killed", "injured", "casualties", "missing"})
_SOON, _LATE, _LONG = 2, 4, 14
_SETS_AGAINST = re.compile(
    r"\b(?:higher|lower|however|instead|others?|another|whereas|while|but|although|only|closer to|rather than"
    r"|far (?:more|fewer)|disput\w+|contradict\w+|revis\w+|correct\w+|contrary|differ\w*|discrepan\w+"
    r"|exaggerat\w+|earlier|initial\w*|toll|tally|tallied|estimates?|estimated|according to|put the|puts the"
    r"|versus|insist\w*|actual\w*)\b",
    re.IGNORECASE,
)


def apart(figures: Sequence[Told]) -> Iterator[tuple[Told, Told, float, dict[str, float]]]:
    """Pairs of figures that may be two values for one thing: the two, the probability, the signals."""
    model = linear("figures-lexical")
    for a, b in meetings(figures):
        if a.figure.target != b.figure.target and not agree(a.figure, b.figure):
            found = signals(a, b)
            put = _PUT_AGAINST if put_against(a, b) else 0.0
            yield a, b, max(model.probability(found), put), found


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


def signals(a: Told, b: Told) -> dict[str, float]:
    """What speaks for two figures' being of one thing; of days and of the rest by themselves."""
    found = _shared(a, b) | (_of_days(a, b) if a.figure.unit == DAY else _of_numbers(a, b))
    if a.figure.unit != DAY:
        return {name: value for name, value in found.items() if value}
    return {"day": 1.0} | {f"day-{name}": value for name, value in found.items() if value}


def meetings(figures: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of values of one family, each with those most like it; never all with all."""
    families: dict[str, list[int]] = defaultdict(list)
    for i, each in enumerate(figures):
        families[each.family].append(i)
    seen: set[tuple[int, int]] = set()
    for _, members in sorted(families.items()):
        sharing = Sharing([figures[i].sentence for i in members])
        for at, i in enumerate(members):
            near = (members[other] for other in _nearest(figures[i], at, sharing))
            seen.update((min(i, j), max(i, j)) for j in near)
        seen.update(_neighbours(figures, members))
    for i, j in sorted(seen):
        if _comparable(figures[i], figures[j]):
            yield figures[i], figures[j]


# Private functions


def _close(a: Figure, b: Figure, small: float, large: float) -> bool:
    exact = a.low == a.high and b.low == b.high
    if exact and large < _COUNTABLE and small == int(small) and large == int(large):
        return False
    return small > 0 and large / small <= _SAME


def _vague(figure: Figure) -> bool:
    """Whether a value is a wide range ("dozens"), in which much more than it says can lie."""
    return figure.low is not None and figure.high is not None and figure.high >= 2 * figure.low > 0


def _shared(a: Told, b: Told) -> dict[str, float]:
    home = a.document.id == b.document.id
    told_days = _days(a.document.date, b.document.date)
    distance = abs(a.figure.number.start - b.figure.number.start)
    later = max(a, b, key=lambda t: t.figure.number)
    names = {a.speaker, b.speaker}
    return {
        "near-alike": cosine(a.near, b.near),
        "tight-alike": cosine(a.tight, b.tight),
        "sentence-alike": cosine(a.sentence, b.sentence),
        "near-told": max(containment(a.near, b.sentence), containment(b.near, a.sentence)),
        "tight-told": max(containment(a.tight, b.near), containment(b.tight, a.near)),
        "told-near": float(told_days is not None and told_days <= _LATE and not home),
        "told-far": float(told_days is not None and told_days > _LONG),
        "home": float(home),
        "home-next": float(home and distance < _NEXT),
        "home-against": float(home and distance < _NEXT and _sets_against(later)),
        "two-speakers": float(None not in names and len(names) == 2),
        "one-speaker": float(a.speaker is not None and a.speaker == b.speaker),
        "one-quoted": float((a.figure.attribution is None) != (b.figure.attribution is None)),
        "home-two-speakers": float(home and _sources(a) != _sources(b)),
        "told-there": float(not home and (a.value in b.beside or b.value in a.beside)),
        "told-within": float(a.value in b.within or b.value in a.within),
        "places-shared": float(bool(a.places & b.places)),
        "places-apart": float(bool(a.places and b.places) and not a.places & b.places),
    }


def _of_numbers(a: Told, b: Told) -> dict[str, float]:
    first, second = a.figure, b.figure
    people = bool(a.of <= _PEOPLE and b.of <= _PEOPLE) and {first.kind, second.kind} <= _HARMED
    days = abs(a.day - b.day) if a.day and b.day else None
    low, high = sorted((abs(value_of(first) or 0.0), abs(value_of(second) or 0.0)))
    since = abs(a.incident - b.incident) if a.incident and b.incident else None
    harmed = {first.kind, second.kind} <= _HARMED
    home = a.document.id == b.document.id
    distance = abs(first.number.start - second.number.start)
    ratio = min(math.log(high / low), 4.0) if low > 0 else 4.0
    return {
        "of-same": float(bool(a.of & b.of)),
        "of-equal": float(bool(a.of) and a.of == b.of),
        "people": float(people),
        "of-differs": float(not people and bool(a.of and b.of) and not a.of & b.of),
        "kind-differs": float(first.kind != second.kind),
        "listed": float(a.listed and b.listed),
        "unlisted": float(not a.listed and not b.listed),
        "length": float(first.unit == LENGTH),
        "place-same": float(bool(first.place) and first.place == second.place),
        "place-differs": float(bool(first.place and second.place) and first.place != second.place),
        "time-same": float(days == 0),
        "time-near": float(days is not None and 0 < days <= _SOON),
        "time-differs": float(days is not None and days > _SOON),
        "ratio": ratio,
        "ratio-small": float(ratio < math.log(1.5)),
        "small-numbers": float(high < 10),
        "large-numbers": float(low >= 1000),
        "means-same": float(bool(a.means & b.means)),
        "means-differ": float(bool(a.means and b.means) and not a.means & b.means),
        "bound": float(first.high is None or second.high is None),
        "both-main": float(a.main and b.main),
        "neither-main": float(not a.main and not b.main),
        "percent": float(first.kind == "percent"),
        "money": float(first.kind == "money"),
        "incident-same": float(since is not None and since <= 1),
        "incident-differs": float(since is not None and since > _SOON),
        "harmed": float(harmed),
        "harmed-incident-differs": float(harmed and since is not None and since > 1),
        "harmed-places-apart": float(harmed and bool(a.places and b.places) and not a.places & b.places),
        "harmed-near-alike": harmed * cosine(a.near, b.near),
        "harmed-ratio": harmed * ratio,
        "harmed-next": float(harmed and home and distance < _NEXT),
        "harmed-next-two": float(harmed and home and distance < _NEXT and _sources(a) != _sources(b)),
    }


def _of_days(a: Told, b: Told) -> dict[str, float]:
    first, second = sorted((a.figure, b.figure), key=lambda f: (f.low or 0, f.high or 0))
    gap = (second.low or 0) - (first.high or 0)
    single = [f.low == f.high for f in (first, second)]
    return {
        "gap": math.log(max(gap, 1)),
        "next-day": float(gap <= 1),
        "week": float(gap <= 7),
        "both-single": float(all(single)),
        "neither-single": float(not any(single)),
        "ahead": float(_ahead(a) and _ahead(b)),
        "ahead-differs": float(_ahead(a) != _ahead(b)),
    }


def _ahead(day: Told) -> bool:
    told_on = ordinal(day.document.date)
    return told_on is not None and (day.figure.low or 0) > told_on


def _sources(told: Told) -> str | None:
    return told.speaker or told.figure.attribution


def _sets_against(later: Told) -> bool:
    """Whether the words around the later of two values set it against what was told before."""
    return _SETS_AGAINST.search(later.figure.target.quote) is not None


def _nearest(told: Told, at: int, sharing: Sharing) -> list[int]:
    """The values whose sentences have most of a value's words, above all of those near it, but itself."""
    words = sorted(told.sentence.items(), key=lambda w: (-w[1], w[0]))[:_ASKING]
    asked = {word: weight * (2.0 if word in told.near else 1.0) for word, weight in words}
    shared = sharing.alike(asked, _COMMON)
    shared[at] = 0.0
    others = np.flatnonzero(shared)
    found: list[int] = others[np.argsort(-shared[others], kind="stable")[:_MEETS]].tolist()
    return found


def _neighbours(figures: Sequence[Told], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Values that follow each other in one document: "others put the toll at 32" shares no word."""
    for i, j in pairwise(members):
        one, two = figures[i], figures[j]
        if one.document.id == two.document.id and two.figure.number.start - one.figure.number.end < _NEXT:
            yield i, j


def _comparable(a: Told, b: Told) -> bool:
    """Whether two values can be of one thing at all."""
    if a.figure.unit == DAY and _same_words(a, b):
        # A copy of "on Thursday" in a later article is no other day.
        return False
    if a.figure.target.quote == b.figure.target.quote or (a.value in b.within and b.value in a.within):
        return False
    return _of_one_kind(a, b) and _touch(a, b)


def _of_one_kind(a: Told, b: Told) -> bool:
    """Whether the kinds of two values, or what they count, do not keep them apart."""
    kinds = {a.figure.kind, b.figure.kind}
    if len(kinds) > 1 and kinds <= _HARMED:
        return "casualties" in kinds
    return len(kinds) == 1 or bool(a.of & b.of) or (not a.of or not b.of)


def _touch(a: Told, b: Told) -> bool:
    """Whether the words of two values have enough in common, or the one follows the other."""
    near = cosine(a.near, b.near)
    if a.figure.unit == DAY:
        return near >= _LEAST_DAYS
    distance = abs(a.figure.number.start - b.figure.number.start)
    if a.document.id == b.document.id and distance < _NEXT:
        return True
    return max(near, cosine(a.sentence, b.sentence)) >= _LEAST


def _same_words(a: Told, b: Told) -> bool:
    one, two = (t.document.text[t.figure.number.start : t.figure.number.end] for t in (a, b))
    return one.casefold() == two.casefold()


def _days(a: str | None, b: str | None) -> float | None:
    one, two = ordinal(a), ordinal(b)
    return None if one is None or two is None else abs(one - two)
