"""Names of people, with the role that is said beside them."""

from __future__ import annotations

from atstake.extract.mentions.known import Found
from atstake.extract.mentions.persons.labels import is_address, names_nobody, put_turns
from atstake.extract.mentions.persons.missed import put_acting, put_apposed, put_behind_titles, put_recurring
from atstake.extract.mentions.persons.recognised import is_said_to_be_a_body, recognised
from atstake.extract.mentions.persons.spot import put
from atstake.extract.mentions.persons.surnames import put_surnames
from atstake.extract.mentions.spots import Board, Spot

__all__ = ["is_address", "names_nobody", "put_persons"]


def put_persons(board: Board, found: list[Found]) -> None:
    """Puts the people on the board: those of the tables, those the recogniser finds, those behind a title."""
    places = {i for first, last, entry in found if entry.kind != "person" for i in range(first, last)}
    for first, last, entry in found:
        if entry.kind == "person" and board.free(first, last):
            grown = _grown(board, first, last)
            put(board, *grown, entry if grown[1] == last else None)
    for first, last in recognised(board, places):
        if board.free(first, last) and is_said_to_be_a_body(board, first, last):
            board.put(Spot(first, last, last - 1, "name", "organisation"))
        elif board.free(first, last):
            put(board, first, last, None)
    put_turns(board)
    put_behind_titles(board, places)
    put_apposed(board, places)
    put_acting(board, places)
    put_recurring(board, places)
    put_surnames(board, places)


def _grown(board: Board, first: int, last: int) -> tuple[int, int]:
    """A known name with a further name behind it is another person ("Charles Taylor Jr.")."""
    tokens = board.reading.tokens
    while last < len(tokens) and tokens[last].text in ("Jr", "Jr.", "Sr.", "II", "III"):
        last += 1
    return first, last
