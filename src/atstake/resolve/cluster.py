"""THE clustering of atstake: actors, claims, events and origins all use it.

    scheme = Scheme(blocks=surname_keys, score=same_person, threshold=0.6)
    groups = cluster({mention.id: mention, ...}, scheme, constraints)     # all at once
    running = Clustering(scheme, constraints)                             # or as they come
    running.add({mention.id: mention})
    running.clusters()                                                    # the same groups

Give it items under keys that are computed from content (an annotation's id), a ``Scheme``, and the
editors' constraints (``judging.constraints`` makes them from judgements). A cluster is a sorted tuple of
keys; every item is in exactly one. What holds, and is tested as properties:

* the result depends on the set of items and constraints only: any order of arrival, one by one or at once;
* adding or removing an item recomputes the clusters of its own connected component and nothing else;
* taking a constraint back gives the clusters from before it.

Pairs are never compared all with all: only items that share a blocking key meet, and in an overfull block
only neighbours in ``order`` (see ``blocking``). The method is Kruskal's with constraints (see ``partition``):
pairs from the strongest down, joined unless forbidden.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from atstake.resolve.blocking import Blocks, Pair
from atstake.resolve.partition import APART, UNIT, Constraint, consistent, partition

__all__ = ["DIFFERENT", "Clustering", "Constraint", "Scheme", "cluster"]

T = TypeVar("T")

DIFFERENT = -math.inf
"""What a score function returns for two items that are known to be different: they never share a cluster,
unless an editor says so. Known only for pairs that meet in a block."""


@dataclass(frozen=True)
class Scheme(Generic[T]):
    """How items of one type are clustered.

    ``blocks`` gives an item's blocking keys (none: it stays alone). ``score`` says how alike two items
    are, as a number (commonly 0 to 1), ``None`` where nothing speaks for or against, or ``DIFFERENT``; it
    is called with the item of the smaller key first. Pairs at or above ``threshold`` may join.
    ``cohesion`` above zero asks that the mean of all scores between two clusters reach it too, against
    chains: return a low score, not ``None``, for what is unlike. ``window`` bounds the comparisons in a
    block; ``order`` is the sort key inside it.
    """

    blocks: Callable[[T], Iterable[str]]
    score: Callable[[T, T], float | None]
    threshold: float = 0.5
    cohesion: float = 0.0
    window: int = 50
    order: Callable[[T], str] = lambda item: ""


def cluster(
    items: Mapping[str, T], scheme: Scheme[T], constraints: Iterable[Constraint] = ()
) -> tuple[tuple[str, ...], ...]:
    """The clusters of the items, each a sorted tuple of keys, in the order of their first keys."""
    running = Clustering(scheme, constraints)
    running.add(items)
    return running.clusters()


class Clustering(Generic[T]):
    """Clusters that are kept right while items and constraints come and go."""

    def __init__(self, scheme: Scheme[T], constraints: Iterable[Constraint] = ()) -> None:
        self._scheme = scheme
        self._items: dict[str, T] = {}
        self._blocks = Blocks(scheme.window)
        self._scores: dict[str, dict[str, int]] = defaultdict(dict)
        self._cluster_of: dict[str, tuple[str, ...]] = {}
        self._touched: set[str] = set()
        self._decided: dict[str, set[Constraint]] = {}
        self.overridden: tuple[Constraint, ...] = ()
        """Constraints that a newer one contradicts, and that are therefore not kept."""
        self.constrain(constraints)

    def __len__(self) -> int:
        return len(self._items)

    def add(self, items: Mapping[str, T]) -> None:
        """Adds items. A key that is there already is left as it is: keys come from content."""
        fresh = {key: items[key] for key in sorted(items) if key not in self._items}
        blocked = ((key, self._scheme.order(item), self._scheme.blocks(item)) for key, item in fresh.items())
        if self._items:
            changed = {pair for each in blocked for pair in self._blocks.insert(*each)}
        else:
            changed = self._blocks.fill(blocked)
        self._items.update(fresh)
        self._touched.update(fresh)
        self._rescore(changed)

    def remove(self, keys: Iterable[str]) -> None:
        """Takes items out. A key that is not there is passed over."""
        changed: set[Pair] = set()
        for key in sorted({k for k in keys if k in self._items}):
            item = self._items.pop(key)
            changed |= self._blocks.remove(key, self._scheme.order(item), self._scheme.blocks(item))
            self._touched.update(self._cluster_of.get(key, ()), self._linked(key))
        self._rescore(changed)

    def constrain(self, constraints: Iterable[Constraint]) -> None:
        """Sets the constraints that hold from now on, in place of all before."""
        taken, refused = consistent(constraints)
        decided: dict[str, set[Constraint]] = defaultdict(set)
        for c in taken:
            decided[c.first].add(c)
            decided[c.second].add(c)
        for key in {*decided, *self._decided}:
            if decided.get(key, set()) != self._decided.get(key, set()):
                self._touched.add(key)
        self._decided = dict(decided)
        self.overridden = tuple(sorted(refused))

    def clusters(self) -> tuple[tuple[str, ...], ...]:
        """All clusters, each a sorted tuple of keys, in the order of their first keys."""
        self._settle()
        return tuple(sorted(set(self._cluster_of.values())))

    def cluster_of(self, key: str) -> tuple[str, ...]:
        """The cluster that holds the key. Raises ``KeyError`` for an unknown one."""
        self._settle()
        return self._cluster_of[key]

    def _rescore(self, changed: set[Pair]) -> None:
        items, scores, score_of = self._items, self._scores, self._scheme.score
        for each in changed:
            a, b = each
            if each not in self._blocks:
                scores[a].pop(b, None)
                scores[b].pop(a, None)
            elif b not in scores[a]:
                score = score_of(items[a], items[b])
                if score is not None:
                    scores[a][b] = scores[b][a] = _millionths(score)
        self._touched.update(chain.from_iterable(changed))

    def _linked(self, key: str) -> set[str]:
        """The keys that the clustering may put together with this one directly."""
        threshold = _millionths(self._scheme.threshold)
        near = {other for other, score in self._scores.get(key, {}).items() if score >= threshold}
        for c in self._decided.get(key, ()):
            if c.together:
                near.add(c.second if c.first == key else c.first)
        return near & self._items.keys()

    def _settle(self) -> None:
        """Recomputes the components around what was touched since the last time."""
        waiting = self._touched
        self._touched = set()
        for key in waiting - self._items.keys():
            self._cluster_of.pop(key, None)
            self._scores.pop(key, None)
        seen: set[str] = set()
        for key in waiting & self._items.keys():
            if key not in seen:
                component = self._component(key)
                seen |= component
                for group in self._partition(component) if len(component) > 1 else ((key,),):
                    self._cluster_of.update(dict.fromkeys(group, group))

    def _component(self, key: str) -> set[str]:
        found, stack = {key}, [key]
        while stack:
            fresh = self._linked(stack.pop()) - found
            found |= fresh
            stack.extend(fresh)
        return found

    def _partition(self, component: set[str]) -> list[tuple[str, ...]]:
        edges = [
            (score, key, other)
            for key in component
            for other, score in self._scores.get(key, {}).items()
            if key < other and other in component
        ]
        inside = {
            c
            for key in component
            for c in self._decided.get(key, ())
            if c.first in component and c.second in component
        }
        return partition(
            component, edges, inside, _millionths(self._scheme.threshold), _millionths(self._scheme.cohesion)
        )


def _millionths(score: float) -> int:
    return APART if score == DIFFERENT else round(score * UNIT)
