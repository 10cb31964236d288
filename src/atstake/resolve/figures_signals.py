"""What speaks for two values' being of one thing: named numbers, of many pairs of values at once.

Of days and of the rest by themselves. How much each is worth is fitted (``weighing``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from atstake.resolve.columns import Column, Columns, Flags, Found, Numbers, flags, meet, numbered, signals
from atstake.resolve.lexical import stems
from atstake.resolve.sharing import Rows
from atstake.resolve.told import Told, Value, ordinal, value_of
from atstake.resolve.values import DAY, LENGTH

NEXT = 600
"""Characters between two values of one document that are told beside each other."""
PEOPLE = frozenset(
    stem
    for word in "people civilians persons citizens victims others residents men dead deaths lives"
    for stem in stems(word)
)
"""What people are counted as."""
HARMED = frozenset({"killed", "injured", "casualties", "missing"})
"""Kinds of figures of people who came to harm."""
_SOON, _LATE, _LONG = 2, 4, 14
_MOST = 4.0
_SETS_AGAINST = re.compile(
    r"\b(?:higher|lower|however|instead|others?|another|whereas|while|but|although|only|closer to|rather than"
    r"|far (?:more|fewer)|disput\w+|contradict\w+|revis\w+|correct\w+|contrary|differ\w*|discrepan\w+"
    r"|exaggerat\w+|earlier|initial\w*|toll|tally|tallied|estimates?|estimated|according to|put the|puts the"
    r"|versus|insist\w*|actual\w*)\b",
    re.IGNORECASE,
)


class Values:
    """Values as told, as columns over all of them, and what pairs of them have in common."""

    def __init__(self, figures: Sequence[Told]) -> None:
        self.told = figures
        self.values = [t.value for t in figures]
        self.there, self.within = [t.beside for t in figures], [t.within for t in figures]
        every = [t.figure for t in figures]
        self._words(figures)
        self._place(figures)
        self.is_day = flags(f.unit == DAY for f in every)
        self.kind = numbered(f.kind for f in every)
        self.percent = flags(f.kind == "percent" for f in every)
        self.money = flags(f.kind == "money" for f in every)
        self.harmed = flags(f.kind in HARMED for f in every)
        self.casualties = flags(f.kind == "casualties" for f in every)
        self.people = flags(t.of <= PEOPLE for t in figures)
        self.counts = flags(bool(t.of) for t in figures)
        self.of = numbered(t.of for t in figures)
        self.main = flags(t.main for t in figures)
        self.listed = flags(t.listed for t in figures)
        self.length = flags(f.unit == LENGTH for f in every)
        self.bound = flags(f.high is None for f in every)
        self.single = flags(f.low == f.high for f in every)
        self.low = np.array([f.low or 0.0 for f in every], np.float64)
        self.high = np.array([f.high or 0.0 for f in every], np.float64)
        self.size = np.array([abs(value_of(f) or 0.0) for f in every], np.float64)
        self._speakers(figures)

    def _words(self, figures: Sequence[Told]) -> None:
        number: dict[str, int] = {}
        self.near = Rows([t.near for t in figures], number)
        self.tight = Rows([t.tight for t in figures], number)
        self.sentence = Rows([t.sentence for t in figures], number)

    def _place(self, figures: Sequence[Told]) -> None:
        every = [t.figure for t in figures]
        self.document = numbered(t.document.id for t in figures)
        self.date = _days(ordinal(t.document.date) for t in figures)
        self.day, self.incident = _days(t.day for t in figures), _days(t.incident for t in figures)
        self.start = np.array([f.number.start for f in every], np.int64)
        self.quote = numbered(f.target.quote for f in every)
        texts = (t.document.text[t.figure.number.start : t.figure.number.end] for t in figures)
        self.number = numbered(text.casefold() for text in texts)
        self.end = np.array([f.number.end for f in every], np.int64)
        self.located = flags(bool(f.place) for f in every)
        self.place = numbered(f.place for f in every)
        self.grounded = flags(bool(t.places) for t in figures)
        self.by_means = flags(bool(t.means) for t in figures)

    def _speakers(self, figures: Sequence[Told]) -> None:
        self.spoken = flags(t.speaker is not None for t in figures)
        self.speaker = numbered(t.speaker for t in figures)
        self.quoted = flags(t.figure.attribution is not None for t in figures)
        self.source = numbered(t.speaker or t.figure.attribution for t in figures)
        self._against: dict[int, bool] = {}

    def meet(self, of: Callable[[Told], frozenset[str]], a: Numbers, b: Numbers) -> Flags:
        """Whether some set of the one value of a pair has anything of that of the other."""
        sets = [of(t) for t in self.told]
        return meet(sets, sets, a, b)

    def told_in(self, a: Numbers, sets: Sequence[frozenset[Value]], b: Numbers) -> Flags:
        """Whether the value of the one of a pair is also in that set of the other."""
        values = self.values
        return flags(values[i] in sets[j] for i, j in zip(a.tolist(), b.tolist(), strict=True))

    def beside(self, a: Numbers, b: Numbers) -> Flags:
        """Whether both are told in one document, near each other."""
        near: Flags = np.less(np.abs(self.start[a] - self.start[b]), NEXT)
        home: Flags = np.equal(self.document[a], self.document[b])
        return home & near

    def signals(self, a: Numbers, b: Numbers) -> Columns:
        """What speaks for pairs of values, all of days or none; absent where 0 for all."""
        days = bool(len(a)) and bool(self.is_day[a[0]])
        found = self._shared(a, b)
        found |= self._of_days(a, b) if days else self._of_numbers(a, b, found["near-alike"])
        named = {f"day-{name}": column for name, column in found.items()} if days else found
        if days:
            named["day"] = np.ones(len(a))
        return signals(named)

    def _shared(self, a: Numbers, b: Numbers) -> Found:
        home, next_to = self.document[a] == self.document[b], self.beside(a, b)
        apart = np.abs(self.date[a] - self.date[b])
        near, tight = self.near.shared(a, b), self.tight.shared(a, b)
        told, again = self.near.shared(a, b, self.sentence), self.near.shared(b, a, self.sentence)
        close, again_close = self.tight.shared(a, b, self.near), self.tight.shared(b, a, self.near)
        both, same = self.spoken[a] & self.spoken[b], self.speaker[a] == self.speaker[b]
        places = self.grounded[a] & self.grounded[b]
        shared = self.meet(lambda t: t.places, a, b)
        return {
            "near-alike": near.cosine,
            "tight-alike": tight.cosine,
            "sentence-alike": self.sentence.shared(a, b).cosine,
            "near-told": np.maximum(told.first_in_second, again.first_in_second),
            "tight-told": np.maximum(close.first_in_second, again_close.first_in_second),
            "told-near": (apart <= _LATE) & ~home,
            "told-far": apart > _LONG,
            "home": home,
            "home-next": next_to,
            "home-against": next_to & self._set_against(next_to, a, b),
            "two-speakers": both & ~same,
            "one-speaker": both & same,
            "one-quoted": self.quoted[a] != self.quoted[b],
            "home-two-speakers": home & (self.source[a] != self.source[b]),
            "told-there": ~home & (self.told_in(a, self.there, b) | self.told_in(b, self.there, a)),
            "told-within": self.told_in(a, self.within, b) | self.told_in(b, self.within, a),
            "places-shared": shared,
            "places-apart": places & ~shared,
        }

    def _set_against(self, where: Flags, a: Numbers, b: Numbers) -> Flags:
        """Whether the words around the later of two values set it against what was told before."""
        after = (self.start[b] > self.start[a]) | (
            (self.start[b] == self.start[a]) & (self.end[b] > self.end[a])
        )
        found = np.zeros(len(where), np.bool_)
        found[where] = [self._sets_against(i) for i in np.where(after, b, a)[where].tolist()]
        return found

    def _sets_against(self, i: int) -> bool:
        if i not in self._against:
            self._against[i] = _SETS_AGAINST.search(self.told[i].figure.target.quote) is not None
        return self._against[i]

    def _of_numbers(self, a: Numbers, b: Numbers, alike: Column | Flags) -> Found:
        harmed = self.harmed[a] & self.harmed[b]
        people = self.people[a] & self.people[b] & harmed
        days, since = np.abs(self.day[a] - self.day[b]), np.abs(self.incident[a] - self.incident[b])
        low, high = np.minimum(self.size[a], self.size[b]), np.maximum(self.size[a], self.size[b])
        pairs = zip(low.tolist(), high.tolist(), strict=True)
        ratio = np.array([min(math.log(y / x), _MOST) if x > 0 else _MOST for x, y in pairs], np.float64)
        counted, same = self.counts[a] & self.counts[b], self.meet(lambda t: t.of, a, b)
        located, place = self.located[a] & self.located[b], self.place[a] == self.place[b]
        means, by = self.by_means[a] & self.by_means[b], self.meet(lambda t: t.means, a, b)
        apart = self.grounded[a] & self.grounded[b] & ~self.meet(lambda t: t.places, a, b)
        beside = self.beside(a, b)
        return {
            "of-same": same,
            "of-equal": counted & (self.of[a] == self.of[b]),
            "people": people,
            "of-differs": ~people & counted & ~same,
            "kind-differs": self.kind[a] != self.kind[b],
            "listed": self.listed[a] & self.listed[b],
            "unlisted": ~self.listed[a] & ~self.listed[b],
            "length": self.length[a],
            "place-same": located & place,
            "place-differs": located & ~place,
            "time-same": days == 0,
            "time-near": (days > 0) & (days <= _SOON),
            "time-differs": days > _SOON,
            "ratio": ratio,
            "ratio-small": ratio < math.log(1.5),
            "small-numbers": high < 10,
            "large-numbers": low >= 1000,
            "means-same": by,
            "means-differ": means & ~by,
            "bound": self.bound[a] | self.bound[b],
            "both-main": self.main[a] & self.main[b],
            "neither-main": ~self.main[a] & ~self.main[b],
            "percent": self.percent[a],
            "money": self.money[a],
            "incident-same": since <= 1,
            "incident-differs": since > _SOON,
            "harmed": harmed,
            "harmed-incident-differs": harmed & (since > 1),
            "harmed-places-apart": harmed & apart,
            "harmed-near-alike": harmed * alike,
            "harmed-ratio": harmed * ratio,
            "harmed-next": harmed & beside,
            "harmed-next-two": harmed & beside & (self.source[a] != self.source[b]),
        }

    def _of_days(self, a: Numbers, b: Numbers) -> Found:
        low, high = self.low, self.high
        after = (low[b] < low[a]) | ((low[b] == low[a]) & (high[b] < high[a]))
        gap = np.where(after, low[a] - high[b], low[b] - high[a])
        ahead = self.low > self.date
        return {
            "gap": np.array([math.log(max(days, 1)) for days in gap.tolist()], np.float64),
            "next-day": gap <= 1,
            "week": gap <= 7,
            "both-single": self.single[a] & self.single[b],
            "neither-single": ~self.single[a] & ~self.single[b],
            "ahead": ahead[a] & ahead[b],
            "ahead-differs": ahead[a] != ahead[b],
        }


def _days(days: Iterable[float | None]) -> Column:
    """Days by number; what is of no known day is no number, and compares as neither near nor far."""
    return np.array([day or math.nan for day in days], np.float64)
