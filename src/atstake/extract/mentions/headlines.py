"""Verbs with a capital in a headline, which the parser takes for a part of the name before them."""

from __future__ import annotations

from atstake.extract.mentions.spots import Board
from atstake.facts.cues import verbs

_LEAST = 4
"""Words from which on a line is a headline with capitals, and not a name by itself."""
_SMALL = 3
"""Letters of the words that such a headline may leave without a capital."""


def is_headline_verb(board: Board, index: int) -> bool:
    """Whether it is the verb of who is named right before it: "Holm Slams Council Over New Dam".

    In a line of capitalised words, a form of saying behind a surname that the text has elsewhere.
    """
    tokens = board.reading.tokens
    word = tokens[index].text
    if index < 1 or not word.istitle() or not word.endswith("s") or not board.same_sentence(index, index - 1):
        return False
    if verbs().get(word.lower(), word.lower()) == word.lower() or not _is_capitalised(board, index):
        return False
    name = tokens[index - 1].text
    return any(t.text == name and t.entity == "PERSON" for i, t in enumerate(tokens) if i != index - 1)


def before_verb(board: Board, first: int, last: int) -> int:
    """Where a name ends that a headline's verb cuts off; ``last`` where none does."""
    return next((i for i in range(first + 1, last) if is_headline_verb(board, i)), last)


def _is_capitalised(board: Board, index: int) -> bool:
    """Whether the words of the line of a token have capitals, but for short ones."""
    line = board.reading.tokens[index].text.join(board.line(index)).split()
    long = [w for w in line if len(w) > _SMALL]
    return len(line) >= _LEAST and all(not w[:1].islower() for w in long)
