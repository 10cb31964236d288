"""Whether two lines say the same in nearly the same words, so that one of them is enough."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
# English function words, a closed class.
_FUNCTION = frozenset(
    "a an and are as at be been but by can could did do does for from had has have he her him his i if in "
    "into is it its may might more most no nor not of on or our she should so than that the their them "
    "then there these they this those to too was we were what when where which while who whom why will "
    "with would you your also after before about over under between during against said says say ".split()
)
_JACCARD = 0.55
_CONTAINED = 0.8
_FEW = 4
_BEGINNING = 5
"""Letters by which two forms of a word are one: "denies" and "denied"."""


def content_words(text: str) -> frozenset[str]:
    """The words that carry content, folded to lower case; figures count."""
    found = (w.casefold().removesuffix("’s").removesuffix("'s") for w in _WORD.findall(text))
    return frozenset(w for w in found if w not in _FUNCTION and (len(w) > 1 or w.isdigit()))


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """The words by what their other forms share: "sanct" of "sanctions" and "sanctioned"."""
    return frozenset(w[:_BEGINNING] for w in words)


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Near-duplicates: more than half of all their words shared, or the shorter within the longer."""
    if not a or not b:
        return a == b
    shared = len(a & b)
    if shared >= _JACCARD * len(a | b):
        return True
    smaller = min(len(a), len(b))
    return smaller >= _FEW and shared >= _CONTAINED * smaller


class Seen:
    """What has been said so far, on a page or in a part."""

    def __init__(self, words: Iterable[frozenset[str]] = ()) -> None:
        self._said = list(words)

    def has(self, words: frozenset[str]) -> bool:
        """Whether the same was said before."""
        return any(alike(words, said) for said in self._said)

    def add(self, words: frozenset[str]) -> bool:
        """Remember it; False where it was said before."""
        if self.has(words):
            return False
        self._said.append(words)
        return True
