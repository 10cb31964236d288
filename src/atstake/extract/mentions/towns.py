"""Names that the document itself shows to be a place's: "in the town of X", "in X", "X was hit".

The recogniser takes towns that it does not know for people or bodies. What the document frames as a place,
and never lets speak, is no actor.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from atstake.extract.mentions.spots import Board, Spot
from atstake.facts.agents import sex_of
from atstake.facts.cues import verbs

# Closed classes of English: prepositions of place, and what places are.
_LOCATIVES = frozenset("in at near outside around into inside towards across throughout".split())
_KINDS_OF_PLACE = frozenset(
    "town city village district suburb province neighbourhood neighborhood region port island county area "
    "valley township hamlet settlement camp market streets outskirts".split()
)


def put_towns(board: Board) -> None:
    """Turns such people and bodies on the board into places."""
    named: dict[str, list[Spot]] = defaultdict(list)
    placed: dict[str, list[Spot]] = defaultdict(list)
    for spot in board.spots:
        if spot.form == "name" and spot.type == "place":
            placed[board.words(spot.first, spot.last)].append(spot)
        elif spot.form == "name" and spot.type in ("person", "organisation") and not spot.known:
            named[board.words(_start(board, spot), spot.last)].append(spot)
    for name, spots in named.items():
        if _is_town(board, name, spots, placed[name]):
            for spot in spots:
                board.replace(spot, replace(spot, type="place", role=None, modifier="", country=None))


def _is_town(board: Board, name: str, spots: list[Spot], placed: list[Spot]) -> bool:
    """``placed`` are those of the name that are places already."""
    if any(spot.role for spot in spots) or any(_speaks(board, spot) for spot in spots):
        return False
    if any(_is_called_a_place(board, spot) for spot in (*spots, *placed)):
        return True
    if all(spot.type == "organisation" for spot in spots) and _is_city(board, name, len(spots)):
        return True
    located = sum(_is_located(board, spot) for spot in spots)
    person = all(spot.type == "person" for spot in spots)
    # Bodies stand behind "in" and "at" too ("at the ministry"); people never do.
    return person and " " in name and not sex_of(name) and located >= 1 and 2 * located >= len(spots)


def _is_city(board: Board, name: str, bodies: int) -> bool:
    """Whether the recogniser takes a name for a place behind "in", as often as for a body."""
    tokens = board.reading.tokens
    placed = (
        t.text == name and t.entity == "GPE" and tokens[i - 1].text == "in" for i, t in enumerate(tokens) if i
    )
    return sum(placed) >= bodies


def _start(board: Board, spot: Spot) -> int:
    """Where the name begins, with the capitalised words in front that the recogniser left out."""
    tokens, first = board.reading.tokens, spot.first
    while first and first - 1 not in board.taken and tokens[first - 1].pos == "PROPN":
        if not (board.same_sentence(first, first - 1) and tokens[first - 1].text[:1].isupper()):
            break
        first -= 1
    return first


def _is_called_a_place(board: Board, spot: Spot) -> bool:
    """ "The town of X"."""
    tokens = board.reading.tokens
    first = _start(board, spot)
    return (
        first > 1
        and tokens[first - 1].text.lower() == "of"
        and tokens[first - 2].text.lower() in _KINDS_OF_PLACE
        and board.same_sentence(first, first - 2)
    )


def _is_located(board: Board, spot: Spot) -> bool:
    first = _start(board, spot)
    before = board.reading.tokens[first - 1] if first else None
    return before is not None and before.text.lower() in _LOCATIVES and before.pos == "ADP"


def _speaks(board: Board, spot: Spot) -> bool:
    """Whether it is the subject of a verb of speech, or has a title of address in front of it."""
    token = board.reading.tokens[spot.head]
    verb = board.reading.tokens[token.head]
    return token.dep in ("nsubj", "nsubjpass") and verb.text.lower() in verbs()
