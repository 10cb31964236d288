"""A document as the extractors read it: the same offsets, furniture blanked, words with their syntax."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from atstake.model.text import Document, Span, Target


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its Universal Dependencies-like analysis (Penn tags, ClearNLP labels, as spaCy gives them).

    ``head`` is the index of the governing token in ``Reading.tokens`` (its own for a root);
    ``entity`` is the OntoNotes type of the name it belongs to, or "", and ``entity_start``
    is true on the first word of one.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""
    entity_start: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its stretch of text and its tokens ``tokens[first:last]``."""

    span: Span
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True)
class Reading:
    """What the extractors get.

    ``text`` has the length and the offsets of ``document.text``; furniture and the posts
    inside are blanked with spaces (line breaks stay), so any span found here is a span there.
    """

    document: Document
    text: str
    paragraphs: tuple[Span, ...]
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    children: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False)
    """For each token index the indices of its direct dependents, in order."""

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.span.start for s in self.sentences]

    def target(self, *spans: Span) -> Target:
        """A target on the stored text."""
        return Target.of(self.document, *spans)

    def tokens_in(self, span: Span) -> range:
        """Indices of the tokens that begin inside the span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def touches_next(self, index: int) -> bool:
        """Whether a token and the next have no space between them, as "re", "-" and "election" have."""
        return 0 <= index < len(self.tokens) - 1 and self.tokens[index].end == self.tokens[index + 1].start

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers the offset, or None (furniture, white space)."""
        i = bisect_right(self._sentence_starts, offset) - 1
        if i < 0 or offset >= self.sentences[i].span.end:
            return None
        return self.sentences[i]

    def sentences_in(self, span: Span) -> Iterator[Sentence]:
        """The sentences that share a character with the span."""
        i = max(0, bisect_right(self._sentence_starts, span.start) - 1)
        for sentence in self.sentences[i:]:
            if sentence.span.start >= span.end:
                return
            if sentence.span.overlaps(span):
                yield sentence

    def subtree(self, index: int) -> list[int]:
        """The token and all it governs, in text order."""
        found, stack = [], [index]
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(self.children.get(i, ()))
        return sorted(found)

    def above(self, index: int) -> list[int]:
        """The token and all that govern it, from the nearest up to the root."""
        found = [index]
        while self.tokens[found[-1]].head not in found:
            found.append(self.tokens[found[-1]].head)
        return found
