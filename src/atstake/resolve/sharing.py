"""How alike a statement or value is to all others at once, and many pairs are, by the words they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from atstake.resolve.columns import Column, Numbers
from atstake.resolve.lexical import Vector


class Sharing:
    """The vectors of all statements, word by word.

    Each word's holders and weights are a stretch of two arrays, so that a statement is multiplied with all
    that share a word in one step.
    """

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._size = len(vectors)
        number: dict[str, int] = {}
        words = np.array([number.setdefault(w, len(number)) for v in vectors for w in v], np.int64)
        units = np.repeat(np.arange(self._size), [len(v) for v in vectors])
        weights = np.array([weight for v in vectors for weight in v.values()], np.float64)
        order = np.argsort(words, kind="stable")
        units, weights = units[order], weights[order]
        ends = np.cumsum(np.bincount(words, minlength=len(number))).tolist()
        self._held = {
            word: (units[start:end], weights[start:end])
            for word, start, end in zip(number, [0, *ends], ends, strict=False)
        }

    def alike(self, vector: Vector, most: int | None = None) -> Column:
        """The cosine of a vector and each statement's: to the last bit what ``lexical.cosine`` gives.

        A vector has its words in order, so the products are added in the same order here and there. Words
        that more than ``most`` hold are left out.
        """
        found = np.zeros(self._size)
        for word, weight in vector.items():
            if word in self._held:
                units, weights = self._held[word]
                if most is None or len(units) <= most:
                    found[units] += weight * weights
        return found

    def holders(self, words: Iterable[str], most: int) -> Numbers:
        """The statements, in order, that hold any of the words which no more than ``most`` hold."""
        found = np.zeros(self._size, np.bool_)
        for word in words:
            if word in self._held and len(self._held[word][0]) <= most:
                found[self._held[word][0]] = True
        return np.flatnonzero(found)


class Shared(NamedTuple):
    """Of some pairs the cosine of each, and the share of the one's weight that stands in the other."""

    cosine: Column
    first_in_second: Column
    second_in_first: Column


class Rows:
    """Vectors as rows of numbers, to hold many pairs of them against each other at once.

    Rows that are held against those of others have their words by the same numbers.
    """

    def __init__(self, vectors: Sequence[Vector], number: dict[str, int] | None = None) -> None:
        number = {} if number is None else number
        lengths = np.array([len(v) for v in vectors], np.int64)
        self._lengths, self._starts = lengths, np.cumsum(lengths) - lengths
        self._words = np.array([number.setdefault(w, len(number)) for v in vectors for w in v], np.int64)
        self._weights = np.array([weight for v in vectors for weight in v.values()], np.float64)
        rows = np.repeat(np.arange(len(vectors)), lengths)
        keys = (rows << _ROW) | self._words
        order = np.argsort(keys)
        self._keys, self._sorted = np.append(keys[order], -1), np.append(self._weights[order], 0.0)
        self._totals = _summed(rows, self._weights * self._weights, len(vectors))

    def shared(self, a: Numbers, b: Numbers, other: Rows | None = None) -> Shared:
        """How pairs of a row here and one of the others agree: to the last bit as ``lexical`` has it.

        A vector has its words in order, so what they come to is added in the same order here and there.
        """
        other = self if other is None else other
        lengths = self._lengths[a]
        pairs = np.repeat(np.arange(len(a)), lengths)
        at = np.arange(len(pairs)) + np.repeat(self._starts[a] - np.cumsum(lengths) + lengths, lengths)
        wanted = (b[pairs] << _ROW) | self._words[at]
        found = np.searchsorted(other._keys[:-1], wanted)
        both = other._keys[found] == wanted
        pairs, one, two = pairs[both], self._weights[at[both]], other._sorted[found[both]]
        return Shared(
            _summed(pairs, one * two, len(a)),
            _share(_summed(pairs, one * one, len(a)), self._totals[a]),
            _share(_summed(pairs, two * two, len(a)), other._totals[b]),
        )


# A row's number stands above those of its words.
_ROW = 32


def _summed(places: Numbers, values: Column, count: int) -> Column:
    """The sums of the values of each place, added up in their order."""
    # Of no values at all the counts are whole numbers.
    return np.bincount(places, values, count).astype(np.float64)


def _share(part: Column, whole: Column) -> Column:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
