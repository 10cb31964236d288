"""The words in and around a candidate: what is told, by its own words.

Names, dates and numbers are masked by their kind, so no person or place is learned; what is left is the
vocabulary of deeds ("vote", "sanction", "could lead to"). Each feature is one word in its place: in the
sentence, under or above the event's verb, or in a run of two or three around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from atstake.extract.upcoming.candidates import Candidate
from atstake.model.reading import Reading, Sentence, Token

_MASKED = frozenset(
    "PERSON ORG GPE NORP LOC FAC EVENT LAW PRODUCT WORK_OF_ART DATE TIME CARDINAL MONEY PERCENT ORDINAL "
    "QUANTITY".split()
)
_BARE = frozenset({"PUNCT", "SPACE", "DET"})
_BEFORE, _BEHIND = 2, 3
"""Words before what puts the event ahead, and behind the event's own word."""


def sentence_words(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """The words of a sentence, which all its candidates share."""
    tokens = reading.tokens[sentence.first : sentence.last]
    return frozenset(f"s:{word(t)}" for t in tokens if t.pos not in _BARE)


def wording(reading: Reading, candidate: Candidate) -> frozenset[str]:
    """The words under, above and beside a candidate's verb or noun."""
    return frozenset((*_below(reading, candidate), *_above(reading, candidate), *_beside(reading, candidate)))


def word(token: Token) -> str:
    """A token's lemma, or the kind of name, date or number that it is part of."""
    return f"<{token.entity}>" if token.entity in _MASKED else token.lemma.lower()


def _below(reading: Reading, candidate: Candidate) -> Iterator[str]:
    head = reading.tokens[candidate.head].lemma.lower()
    for child in reading.children.get(candidate.head, ()):
        token = reading.tokens[child]
        own = word(token)
        yield f"d:{token.dep}:{own}"
        yield f"dh:{head}:{token.dep}:{own}"
        if token.dep == "prep":
            for below in reading.children.get(child, ()):
                yield f"dp:{token.text.lower()}:{word(reading.tokens[below])}"


def _above(reading: Reading, candidate: Candidate) -> Iterator[str]:
    head = reading.tokens[candidate.head]
    above = reading.tokens[head.head]
    yield f"hd:{head.lemma.lower()}:{head.dep}"
    yield f"updep:{head.dep}:{above.lemma.lower()}"
    if above is not head:
        yield f"up:{above.lemma.lower()}"
        yield f"up2:{reading.tokens[above.head].lemma.lower()}"


def _beside(reading: Reading, candidate: Candidate) -> Iterator[str]:
    """Runs of two and three words from before the cue to behind the event's word, and single ones near."""
    cue = reading.tokens_in(candidate.cue)
    first = cue[0] if cue else candidate.head
    start, end = candidate.sentence.first, candidate.sentence.last
    low, high = min(first, candidate.head), max(first, candidate.head)
    words = [word(t) for t in reading.tokens[max(start, low - _BEFORE) : min(end, high + _BEHIND)]]
    yield from (f"2:{a} {b}" for a, b in pairwise(words))
    yield from (f"3:{a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False))
    for step in (-2, -1):
        if first + step >= start:
            yield f"b{step}:{word(reading.tokens[first + step])}"
    for step in (1, 2, 3):
        if candidate.head + step < end:
            yield f"a{step}:{word(reading.tokens[candidate.head + step])}"
