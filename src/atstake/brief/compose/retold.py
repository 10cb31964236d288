"""Whether a new text tells again what an older one told, in other words.

Reworded sentences keep their content words: of each sentence as many as stand, by their beginnings, in two
neighbouring sentences of an older text are counted. A text most of whose words are so covered by one older
text is a reworded copy; in any other text a single claim counts as told before only where nearly all of its
words, its figures and its negations are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import beginnings, content_words
from atstake.model.text import Target

COPY = 0.75
"""Mean share of its sentences' words from which a text is a reworded copy of another."""

_KEPT = 0.5
"""Share below which a sentence of such a copy is one that the copy adds."""

_SAID = 0.8
"""Share from which a claim of another text was told before."""

_NEAREST = 8
"""Older texts that a new one is compared with: those that share most of its words."""

_TURNS = re.compile(
    r"\b(?:no|not|never|without|longer|\w+n[’']t|cancel\w*|withdr\w*|retract\w*|den(?:y|ie)\w*)\b"
)

Words = frozenset[str]


class Retold:
    """What new documents say that older ones said already."""

    def __init__(self, coverage: Coverage, older: Iterable[str]) -> None:
        self._coverage = coverage
        self._older = {d: self._windows(d) for d in sorted(older) if d in coverage.documents}
        self._whole = {d: frozenset[str]().union(*found) for d, found in self._older.items()}
        self._near: dict[str, list[str]] = {}
        self._copied: dict[str, str | None] = {}

    def is_old(self, target: Target) -> bool:
        """Whether the words stand in a reworded copy and are none that it adds."""
        copied = self._copy_of(target.document)
        return copied is not None and self._covered(target.quote, [copied]) >= _KEPT

    def is_said(self, target: Target) -> bool:
        """Whether an older text said this: nearly all its words, its figures, and no other negation."""
        return self._covered(target.quote, self._nearest(target.document)) >= _SAID

    def _copy_of(self, document: str) -> str | None:
        if document not in self._copied:
            self._copied[document] = self._found(document)
        return self._copied[document]

    def _found(self, document: str) -> str | None:
        told = [s.target.quote for s in self._coverage.statements(document) if _beginnings(s.target.quote)]
        for older in self._nearest(document):
            if told and sum(self._covered(words, [older]) for words in told) >= COPY * len(told):
                return older
        return None

    def _covered(self, text: str, documents: Iterable[str]) -> float:
        """The share of a sentence's words that stand together; none where its figures or turns do not."""
        words = _beginnings(text)
        needed = _turns(text) | {w for w in words if w[0].isdigit()}
        windows = (w for d in documents for w in self._older[d] if needed <= w)
        return max((len(words & w) for w in windows), default=0) / max(1, len(words))

    def _nearest(self, document: str) -> list[str]:
        if document not in self._near:
            words = frozenset[str]().union(*self._windows(document))
            shared = Counter({d: len(words & found) for d, found in self._whole.items()})
            self._near[document] = [d for d, n in shared.most_common(_NEAREST) if n and d != document]
        return self._near[document]

    def _windows(self, document: str) -> list[Words]:
        """Each two neighbouring sentences' words, turns included."""
        quotes = [s.target.quote for s in self._coverage.statements(document)]
        pairs = pairwise([*quotes, ""])
        return [_beginnings(f"{a} {b}") | _turns(f"{a} {b}") for a, b in pairs]


def _beginnings(text: str) -> Words:
    return beginnings(content_words(text))


def _turns(text: str) -> Words:
    """What turns a statement round, folded so that "not" and "n't" meet."""
    found = (m.group() for m in _TURNS.finditer(text.casefold()))
    return frozenset(
        "~not" if w in ("no", "not", "never") or w[-2:] in ("’t", "'t") else f"~{w[:4]}" for w in found
    )
