"""A person on the board."""

from __future__ import annotations

from atstake.extract.mentions.roles import modifier_of, role_of
from atstake.extract.mentions.spots import Board, Spot
from atstake.facts.gazetteer import Entry
from atstake.facts.people import named, people


def put(board: Board, first: int, last: int, entry: Entry | None) -> None:
    """Puts a person there, of the table where an entry or the name says so, with the role beside the name."""
    role = role_of(board, first, last)
    known = people().get(entry.name) if entry else named(board.words(first, last))
    country = (known.country or None) if known else None
    name = known.name if known else ""
    head = last - 1
    board.put(Spot(first, last, head, "name", "person", country, name, False, role, modifier_of(board, role)))
