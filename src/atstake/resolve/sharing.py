"""How alike one statement or value is to all others at once, by the words that they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

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

    def alike(self, vector: Vector, most: int | None = None) -> NDArray[np.float64]:
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

    def holders(self, words: Iterable[str], most: int) -> NDArray[np.int64]:
        """The statements, in order, that hold any of the words which no more than ``most`` hold."""
        found = np.zeros(self._size, np.bool_)
        for word in words:
            if word in self._held and len(self._held[word][0]) <= most:
                found[self._held[word][0]] = True
        return np.flatnonzero(found)
