"""Constrained Kruskal: joins the items of one component, strongest pair first, where nothing forbids it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

UNIT = 1_000_000
"""Scores are kept as whole millionths, so that sums do not depend on the order of adding."""

APART = -(1 << 62)
"""The score of a pair that must not be joined."""

Edge = tuple[int, str, str]
"""A scored pair: millionths, first key, second key."""


@dataclass(frozen=True, slots=True, order=True)
class Constraint:
    """What an editor decided of two items: ``together`` (must link) or not (cannot link).

    Of two that are parted ``first`` keeps the company it has; ``second`` may join only what is left.
    Where constraints contradict each other the one with the greater ``rank`` holds (for judgements:
    time, then id). ``judgement`` is the id of the judgement it comes from.
    """

    first: str
    second: str
    together: bool
    rank: tuple[str, str] = ("", "")
    judgement: str = ""


class Forest:
    """Disjoint sets that also know which sets must stay apart, and the mean score between any two."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in keys}
        self._members = {key: [key] for key in self._parent}
        self._apart: dict[str, set[str]] = {key: set() for key in self._parent}
        self._between: dict[str, dict[str, tuple[int, int]]] = {key: {} for key in self._parent}

    def find(self, key: str) -> str:
        """The key that stands for the set."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def keep_apart(self, a: str, b: str) -> None:
        """Forbids the two sets to be joined; nothing where they are one already."""
        first, second = self.find(a), self.find(b)
        if first != second:
            self._apart[first].add(second)
            self._apart[second].add(first)

    def is_apart(self, a: str, b: str) -> bool:
        """Whether the two sets must not be joined."""
        return self.find(b) in self._apart[self.find(a)]

    def compare(self, a: str, b: str, score: int) -> None:
        """Notes a score between two sets, for ``mean``."""
        first, second = self.find(a), self.find(b)
        if first != second:
            self._add(first, second, score, 1)

    def mean(self, a: str, b: str) -> float:
        """The mean of the scores noted between the two sets, in millionths; 0 where there are none."""
        total, count = self._between[self.find(a)].get(self.find(b), (0, 0))
        return total / count if count else 0.0

    def join(self, a: str, b: str) -> None:
        """Makes the two sets one. The smaller is folded into the larger."""
        into, gone = self.find(a), self.find(b)
        if into == gone:
            return
        if len(self._members[into]) < len(self._members[gone]):
            into, gone = gone, into
        self._parent[gone] = into
        self._members[into] += self._members.pop(gone)
        for other in self._apart.pop(gone):
            self._apart[other].discard(gone)
            if other != into:
                self.keep_apart(into, other)
        for other, (total, count) in self._between.pop(gone).items():
            del self._between[other][gone]
            if other != into:
                self._add(into, other, total, count)

    def sets(self) -> list[tuple[str, ...]]:
        """All sets, members sorted, in the order of their first member."""
        return sorted(tuple(sorted(members)) for members in self._members.values())

    def _add(self, a: str, b: str, total: int, count: int) -> None:
        had_total, had_count = self._between[a].get(b, (0, 0))
        self._between[a][b] = self._between[b][a] = (had_total + total, had_count + count)


def consistent(constraints: Iterable[Constraint]) -> tuple[list[Constraint], list[Constraint]]:
    """The constraints that can hold together, and those that a newer one overrides.

    Newest first, each is taken if it agrees with all taken before it. What an editor parted is no longer
    held by an older merge, unless both were parted together.
    """
    newest_first = sorted(set(constraints), key=lambda c: (c.rank, c), reverse=True)
    forest = Forest({key for c in newest_first for key in (c.first, c.second)})
    parted: dict[str, set[str]] = defaultdict(set)
    taken: list[Constraint] = []
    refused: list[Constraint] = []
    for c in newest_first:
        is_one = forest.find(c.first) == forest.find(c.second)
        is_parted = forest.is_apart(c.first, c.second) or parted[c.first] != parted[c.second]
        if (c.together and is_parted) or (not c.together and is_one):
            refused.append(c)
            continue
        taken.append(c)
        if not c.together:
            parted[c.second].add(c.judgement)
        (forest.join if c.together else forest.keep_apart)(c.first, c.second)
    return taken, refused


def partition(
    keys: Iterable[str],
    edges: Iterable[Edge],
    constraints: Iterable[Constraint],
    threshold: int,
    cohesion: int = 0,
) -> list[tuple[str, ...]]:
    """The clusters of ``keys``.

    Constraints (consistent ones, both keys among ``keys``) come first. Then the pairs from the highest
    score down to ``threshold``, ties by key, are joined unless a constraint or a pair scored ``APART``
    forbids it, or the mean of all scores between the two clusters is below a ``cohesion`` above
    zero. Pairs with an item that an editor parted from another come last.
    """
    forest = Forest(keys)
    decided = sorted(constraints)
    # Else a parted item could carry off what belongs to the one it was parted from.
    parted = {c.second for c in decided if not c.together}
    ordered = sorted(edges, key=lambda e: (e[1] in parted or e[2] in parted, -e[0], e[1], e[2]))
    for c in decided:
        if c.together:
            forest.join(c.first, c.second)
    for c in decided:
        if not c.together:
            forest.keep_apart(c.first, c.second)
    for score, a, b in ordered:
        if score == APART:
            forest.keep_apart(a, b)
        elif cohesion > 0:
            forest.compare(a, b, score)
    for score, a, b in ordered:
        if score < threshold or forest.find(a) == forest.find(b) or forest.is_apart(a, b):
            continue
        if cohesion <= 0 or forest.mean(a, b) >= cohesion:
            forest.join(a, b)
    return forest.sets()
