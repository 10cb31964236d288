"""How central a sentence is to its story: the cosine of its words with those of all sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from atstake.model.annotations import Statement
from atstake.model.stages import Evidence
from atstake.resolve.latest import Latest
from atstake.resolve.lexical import Vector, Weighing, cosine, stems


class Centre:
    """The story's centre of gravity in words."""

    def __init__(self, evidence: Evidence) -> None:
        every = [stems(s.target.quote) for s in statements(evidence)]
        self._weighing = Weighing(every)
        counts = Counter(w for words in every for w in set(words))
        # In one order: a sum of fractions in another differs in its last digit, and so may what leads.
        weights = {w: n * self._weighing.weight(w) for w, n in sorted(counts.items())}
        length = sum(x * x for x in weights.values()) ** 0.5
        self._centre: Vector = {w: x / length for w, x in weights.items()} if length else {}

    def vector(self, text: str) -> Vector:
        """The unit vector of a text's words."""
        return self._weighing.vector(stems(text))

    def nearness(self, text: str) -> float:
        """0 for a sentence that shares no word with the story, at most 1."""
        return cosine(self.vector(text), self._centre)

    def alike(self, a: str, b: str) -> float:
        """Cosine of two texts' words."""
        return cosine(self.vector(a), self.vector(b))


centre_of = Latest(Centre)
"""The centre of a story."""


def statements(evidence: Evidence) -> Iterable[Statement]:
    """All statements, by document and place."""
    for key in sorted(evidence.annotations):
        if key in evidence.documents:
            yield from evidence.annotations[key].statements
