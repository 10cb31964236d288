"""Which pairs are worth comparing: blocking with a sorted neighbourhood in each block.

Items that share a blocking key are candidates. Within a block the members stand in a fixed order and
each meets only the ``window`` members before and after it (the sorted neighbourhood method of
Hernández and Stolfo, 1995). A block of at most ``window + 1`` members is therefore compared whole,
and a larger one costs at most ``2 * window`` comparisons an item, never all with all. Which pairs are
candidates depends on the set of items alone, not on the order in which they came.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

Pair = tuple[str, str]


def pair(a: str, b: str) -> Pair:
    """The two keys in their one order."""
    return (a, b) if a < b else (b, a)


class Blocks:
    """Blocks of item keys. ``insert`` and ``remove`` say which pairs became candidates or ceased to be."""

    def __init__(self, window: int) -> None:
        if window < 1:
            raise ValueError("a window holds at least one neighbour")
        self._window = window
        self._members: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._support: dict[Pair, int] = {}

    def __contains__(self, candidate: Pair) -> bool:
        return candidate in self._support

    def fill(self, items: Iterable[tuple[str, str, Iterable[str]]]) -> set[Pair]:
        """Adds the first items, each with its order and its blocking keys; the pairs that became candidates.

        The same as inserting one after the other, in a third of the time: each block is sorted once.
        """
        if self._members:
            raise ValueError("only empty blocks are filled")
        for key, order, blocks in items:
            for block in set(blocks):
                self._members[block].append((order, key))
        support, window = self._support, self._window
        for members in self._members.values():
            members.sort()
            keys = [key for _, key in members]
            for at, key in enumerate(keys):
                # Spelt out, for a large story has a million.
                for other in keys[at + 1 : at + 1 + window]:
                    both = (key, other) if key < other else (other, key)
                    support[both] = support.get(both, 0) + 1
        return set(support)

    def insert(self, key: str, order: str, blocks: Iterable[str]) -> set[Pair]:
        """Adds an item under its blocking keys; the pairs whose candidacy may have changed.

        ``order`` places the item in its blocks (then its key does): likely matches should sort close.
        """
        changed: set[Pair] = set()
        for block in sorted(set(blocks)):
            members = self._members[block]
            at = bisect_left(members, (order, key))
            # Members on either side that stood exactly a window apart are now too far from each other.
            changed.update(self._count(self._across(members, at), -1))
            insort(members, (order, key))
            changed.update(self._count(self._around(members, at), +1))
        return changed

    def remove(self, key: str, order: str, blocks: Iterable[str]) -> set[Pair]:
        """Takes an item out again; undoes ``insert`` exactly."""
        changed: set[Pair] = set()
        for block in sorted(set(blocks)):
            members = self._members[block]
            at = bisect_left(members, (order, key))
            changed.update(self._count(self._around(members, at), -1))
            del members[at]
            changed.update(self._count(self._across(members, at), +1))
            if not members:
                del self._members[block]
        return changed

    def _across(self, members: list[tuple[str, str]], at: int) -> Iterator[Pair]:
        """Pairs a full window apart with the gap before position ``at`` between them."""
        for left in range(max(0, at - self._window), min(at, len(members) - self._window)):
            yield pair(members[left][1], members[left + self._window][1])

    def _around(self, members: list[tuple[str, str]], at: int) -> Iterator[Pair]:
        """The member at ``at`` with each of its neighbours."""
        low, high = max(0, at - self._window), min(len(members), at + self._window + 1)
        for other in (*members[low:at], *members[at + 1 : high]):
            yield pair(members[at][1], other[1])

    def _count(self, pairs: Iterable[Pair], by: int) -> list[Pair]:
        touched, support = list(pairs), self._support
        for each in touched:
            now = support.get(each, 0) + by
            if now:
                support[each] = now
            else:
                del support[each]
        return touched
