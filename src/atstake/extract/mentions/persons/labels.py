"""The labels of a transcript's turns, and forms of address."""

from __future__ import annotations

import re

from atstake.extract.mentions.persons.spot import put
from atstake.extract.mentions.role_before import HONORIFIC
from atstake.extract.mentions.spots import Board
from atstake.facts.agents import meaning

# Labels of transcripts for a part that anybody can have.
_PARTS = frozenset(
    "q a question answer questioner reporter journalist press moderator interpreter translator operator host "
    "participant audience interviewer interviewee speaker voice unidentified unknown male female all".split()
)


def put_turns(board: Board) -> None:
    """The label of a transcript's turn ("SECRETARY KERRY") is a person, behind a title or not."""
    for turn in board.reading.document.turns:
        indices = board.reading.tokens_in(turn.speaker)
        first, last = indices.start, indices.stop
        while last > first and not any(c.isalpha() for c in board.reading.tokens[last - 1].text):
            last -= 1
        while last - first > 1 and _heads_label(board.reading.tokens[first].text):
            first += 1
        if names_nobody(board.words(first, last)):
            continue
        if last > first and board.free(first, last) and not _is_title(board.reading.tokens[first].text):
            put(board, first, last, None)


def names_nobody(label: str) -> bool:
    """Whether a speaker's label names a part and not a person ("Q", "QUESTION 2", "UNIDENTIFIED MALE")."""
    words = re.findall(r"[a-z]+", label.lower())
    return len("".join(words)) < 2 or all(word in _PARTS for word in words)


def is_address(word: str) -> bool:
    """Whether it is a form of address ("Mr", "MS.")."""
    return word.lower() in HONORIFIC


def _heads_label(word: str) -> bool:
    """A title, or what is left of one ("MR" and "." of "MR. ARDEN")."""
    return not any(c.isalpha() for c in word) or _is_title(word)


def _is_title(word: str) -> bool:
    return word.lower() in HONORIFIC or meaning(word, "office", "rank", "body", "person") is not None
