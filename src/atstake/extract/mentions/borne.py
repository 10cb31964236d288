"""Names of bodies that are somebody's surname where they stand."""

from __future__ import annotations

from itertools import pairwise

from atstake.extract.mentions.role_before import HONORIFIC
from atstake.extract.mentions.spots import Board
from atstake.facts.gazetteer import Entry
from atstake.model.reading import Token

_Found = tuple[int, int, Entry]


def without_surnames(board: Board, found: list[_Found]) -> list[_Found]:
    """Leaves out bodies of one word that the text has for a surname, and nowhere by their longer name.

    "Karl Brandt, a docker, ... Brandt said": he is not the Brandt Group. A firm may be named after
    somebody.
    """
    borne = _surnames(board)
    long = {entry.name for first, last, entry in found if last - first > 1}

    def is_borne(first: int, last: int, entry: Entry) -> bool:
        body = entry.kind in ("organisation", "armed-group") and entry.sector != "BUS"
        alone = last - first == 1 and entry.name not in long and " " in entry.name
        return body and alone and board.reading.tokens[first].text in borne

    return [hit for hit in found if not is_borne(*hit)]


def _surnames(board: Board) -> set[str]:
    """The words behind a form of address, or at the end of what the recogniser takes for a full name."""
    tokens = board.reading.tokens
    return {
        token.text
        for before, token in pairwise(tokens)
        if token.text.istitle() and (before.text.lower() in HONORIFIC or _ends_name(before, token))
    }


def _ends_name(before: Token, token: Token) -> bool:
    inside = before.entity == token.entity == "PERSON" and not token.entity_start
    return inside and before.text.istitle()
