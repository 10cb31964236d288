"""Bodies that are named by how many sit in them: "the Gang of Eight", and "the Gang" behind it."""

from __future__ import annotations

import re
from collections.abc import Set

from atstake.extract.mentions.spots import Board, Spot
from atstake.facts.shares import NUMBERS
from atstake.model.text import Span

_COUNTED = re.compile(r"\b(Gang|Group|Band|Club|Circle|Squad|Committee|Council) of (\d{1,3}|[A-Z][a-z]+)\b")
_ALONE = r"(?<=[Tt]he ){}\b(?! of\b)(?! [A-Z])"


def put_counted(board: Board, known: Set[int]) -> None:
    """Puts such bodies on the board; ``known`` are the tokens of what the tables know.

    What is called by the first word alone is the last one of that kind that the text has named.
    """
    named: list[tuple[int, str, str]] = []
    for match in _COUNTED.finditer(board.reading.text):
        span = Span(*match.span())
        indices = board.reading.tokens_in(span)
        if len(indices) and is_counted(board, indices.start) and _put(board, span, match.group(), known):
            named.append((match.start(), match[1], match.group()))
    for at, kind, name in reversed(named):
        for match in re.compile(_ALONE.format(kind)).finditer(board.reading.text, at):
            _put(board, Span(*match.span()), name, known)


def is_counted(board: Board, index: int) -> bool:
    """Whether a token opens the name of such a body, be it on the board or not."""
    match = _COUNTED.match(board.reading.text, board.reading.tokens[index].start)
    return match is not None and (match[2].isdigit() or match[2].lower() in NUMBERS)


def _put(board: Board, span: Span, name: str, known: Set[int]) -> bool:
    """Puts one there, but where it only tells whose bill or member is meant ("Gang of Eight senators")."""
    indices = board.reading.tokens_in(span)
    if not len(indices) or indices.start in known or not board.free(indices.start, indices.stop):
        return False
    behind = next(
        (t for t in board.reading.tokens[indices.stop :][:2] if any(map(str.isalnum, t.text))), None
    )
    text = board.reading.text
    beside = behind is not None and not text[span.end : behind.start].strip(" \"”’'")
    if behind is None or not beside or behind.pos not in ("NOUN", "PROPN", "ADJ"):
        board.put(Spot(indices.start, indices.stop, indices.start, "name", "organisation", known=name))
    return True
