"""How alike two statements are in their words: stems weighted by how rare they are in this story.

Cosine of tf-idf vectors (Salton 1975) with binary term frequency, which suits sentences. It needs no
model; what a sentence encoder adds to it is measured in ``docs/disputes.md``.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache
from itertools import chain

Vector = Mapping[str, float]

_WORD = re.compile(r"[A-Za-z0-9À-ɏ]+(?:['’][a-z]+)?")
# Function words of English, and the verbs of saying, which tell nothing about what is said.
STOP = frozenset(
    "a about above after again against all also although am among amid an and any are as at be because "
    "been before being below between both but by can could did do does doing down during each even ever "
    "few for from further had has have having he her here hers him his how however i if in into is it its "
    "itself just like made make many may me might more most much must my near no nor not now of off on "
    "once one only or other our out over own per same she should since so some still such than that the "
    "their them then there these they this those though through to too two under until up upon us very "
    "was we were what when where whether which while who whom whose why will with within without would "
    "yet you your say said says saying tell told tells ask asked asks add added adds call called calls "
    "accord according report reported reportedly statement mr mrs ms dr".split()
)
_ENDINGS = tuple(
    "ational ations ation ingly ments ment ings edly ing ies ied ions ion ers er ed es ly s e".split()
)
_SHORTEST_STEM = 4


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its commonest English endings; enough to meet "bombing" and "bombed"."""
    plain = re.sub(r"['’](?:s|t|re|ve|ll|d|m)?$", "", word.casefold())
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
            return plain[: -len(ending)]
    return plain


@lru_cache(maxsize=50_000)
def stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry content, in order."""
    return tuple([s for w in _WORD.findall(text) if (s := _telling(w))])


@lru_cache(maxsize=100_000)
def _telling(word: str) -> str:
    """The stem of a word that carries content, "" of another: one look for each word of a story."""
    return stem(word) if word.casefold() not in STOP and (len(word) > 1 or word.isdigit()) else ""


class Weighing:
    """Inverse document frequencies over a set of statements, and vectors by them."""

    def __init__(self, statements: Iterable[Iterable[str]]) -> None:
        sets = [set(words) for words in statements]
        self._counts = Counter(chain.from_iterable(sets))
        self._weights: dict[str, float] = {}
        self._total = len(sets)

    def weight(self, word: str) -> float:
        """How much a word tells: little for one that stands everywhere, never nothing."""
        known = self._weights.get(word)
        if known is None:
            known = self._weights[word] = math.log((2 + self._total) / (1 + self._counts[word]))
        return known

    def count(self, word: str) -> int:
        """In how many statements the word stands."""
        return self._counts[word]

    def vector(self, words: Iterable[str]) -> Vector:
        """The unit vector of some words; empty where none tells anything."""
        known = self._weights
        raw = {w: known[w] if w in known else self.weight(w) for w in sorted(set(words))}
        length = math.sqrt(sum([x * x for x in raw.values()]))
        return {w: x / length for w, x in raw.items() if x} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """Cosine of two unit vectors."""
    if len(b) < len(a):
        a, b = b, a
    # A loop, for it is a third faster than a sum: a large story asks a million times.
    total = 0.0
    for word, weight in a.items():
        if word in b:
            total += weight * b[word]
    return total


def containment(part: Vector, whole: Container[str]) -> float:
    """Which share of the one's weight stands in the other as well."""
    total = shared = 0.0
    for word, weight in part.items():
        square = weight * weight
        total += square
        if word in whole:
            shared += square
    return shared / total if total else 0.0
