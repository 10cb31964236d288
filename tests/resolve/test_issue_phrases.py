"""What names a thing, worked out the same in every process."""

from __future__ import annotations

from atstake.model.annotations import Annotations
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.resolve.lexical import Weighing
from atstake.resolve.phrases import best_phrase

WORDS = "granite harbour wharf dredging licence review panel"


class Asked(Weighing):
    """Notes in which order its weights are added up."""

    def __init__(self) -> None:
        super().__init__([WORDS.split()])
        self.asked: list[str] = []

    def weight(self, word: str) -> float:
        self.asked.append(word)
        return super().weight(word)


def test_the_words_of_a_phrase_are_weighed_in_one_order():
    """A set of words has another order in every process, and a sum of fractions another last digit."""
    document = Document("a", f"{WORDS}.")
    whole = Span(0, len(WORDS))
    evidence = Evidence({"a": document}, {"a": Annotations("a", phrases=(whole,))})
    weighing = Asked()
    found = best_phrase(evidence, [Target.of(document, whole)], weighing, {})
    assert found is not None and found.text == WORDS
    assert len(weighing.asked) > 5 and weighing.asked == sorted(weighing.asked)
