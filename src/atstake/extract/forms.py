"""Two steps of spaCy's pipeline made quick, with the same results: word classes and lemmas.

The rules for word classes are tried on every word, all of them; nearly all look at one word, its tag and its
role alone, so they are tried once on each such word. The lemmatizer seeks words in lists of up to 57,000, and
what is a base form anew each time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Match = tuple[int, int, int, int]
"""A rule's number and key, and the words, from and to, that it is about."""


def quicken(pipeline: Any) -> None:
    """Quickens a pipeline with spaCy's ``attribute_ruler`` and its lemmatizer by rules."""
    ruler = pipeline.get_pipe("attribute_ruler")
    ruler.match = _Matching(ruler)
    lemmatizer = pipeline.get_pipe("lemmatizer")
    lemmatizer.lemmatize = _Lemmas(lemmatizer.lemmatize)
    words = lemmatizer.lookups.get_table("lemma_index")
    for word_class, listed in list(words.items()):
        words[word_class] = frozenset(listed)


class _Matching:
    """Which rules match where: those of one word looked up, those of several words tried."""

    def __init__(self, ruler: Any) -> None:
        self._match = ruler.match
        self._strings = ruler.vocab.strings
        self._known: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
        self._several = type(ruler.matcher)(ruler.vocab)
        for number, rule in enumerate(ruler.patterns):
            if several := [p for p in rule["patterns"] if len(p) > 1]:
                self._several.add(str(number), several)

    def __call__(self, doc: Any) -> list[Match]:
        """The matches in a text, by rule: a later one has the last word."""
        found: list[Match] = [
            (int(self._strings[key]), key, start, end)
            for key, start, end in self._several(doc, allow_missing=True)
        ]
        for at, word in enumerate(doc):
            seen = (word.lower, word.tag, word.dep)
            rules = self._known.get(seen)
            if rules is None:
                # A rule sees no more of one word than this.
                rules = self._known[seen] = [(n, key) for n, key, _, _ in self._match(doc[at : at + 1])]
            found += [(number, key, at, at + 1) for number, key in rules]
        found.sort()
        return found


class _Lemmas:
    """The lemmas of a word, which hang on its class and form alone."""

    def __init__(self, lemmatize: Callable[[Any], list[str]]) -> None:
        self._lemmatize = lemmatize
        self._known: dict[tuple[int, str, int], list[str]] = {}

    def __call__(self, word: Any) -> list[str]:
        key = (word.orth, word.pos_, word.morph.key)
        if key not in self._known:
            self._known[key] = self._lemmatize(word)
        return self._known[key]
