"""Mentions of actors and of the places that may stand for them, in one document.

Names come from the tables that ship and, where these know none, from the parser's recogniser; nominal
mentions from the agent nouns; whether a place's name acts is decided in ``metonyms``.
"""

from __future__ import annotations

from dataclasses import replace

from atstake.extract.mentions.counted import put_counted
from atstake.extract.mentions.known import find_known, put_known
from atstake.extract.mentions.nominals import put_nominals
from atstake.extract.mentions.others import put_bodies, put_handles, put_organisations, put_pronouns
from atstake.extract.mentions.persons import is_address, names_nobody, put_persons
from atstake.extract.mentions.roles import countries_of
from atstake.extract.mentions.spots import Board, Spot
from atstake.extract.mentions.towns import put_towns
from atstake.facts.gazetteer import Entry
from atstake.model.annotations import Annotations, Mention
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span


class Mentions:
    """The extractor of the layer ``mentions``."""

    name = "mentions"
    needs: frozenset[str] = frozenset()
    makes = frozenset({"mentions"})

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """All mentions of the document, in text order; antecedents are left to coreference."""
        board = Board(reading)
        known = find_known(board)
        places = {i: entry for first, last, entry in known for i in range(first, last)}
        put_handles(board)
        taken = {i for first, last, _ in known for i in range(first, last)}
        put_counted(board, taken)
        put_bodies(board, taken, recognised=False)
        put_persons(board, known)
        put_known(board, known)
        put_organisations(board, places)
        put_bodies(board, taken, recognised=True)
        put_towns(board)
        put_nominals(board, places)
        put_pronouns(board)
        for spot in [s for s in board.spots if _is_label(board, s)]:
            board.spots.remove(spot)
        spots = sorted((_unless_a_kind(board, s) for s in board.spots), key=lambda s: (s.first, s.last))
        return Annotations(
            reading.document.id, mentions=tuple(_mention(reading, spot, places) for spot in spots)
        )


_KINDS = frozenset({"PAC", "PACs", "NGO", "NGOs"})


def _unless_a_kind(board: Board, spot: Spot) -> Spot:
    """A body that is only called by its kind ("the PAC") as a description, whatever its capitals."""
    kind = spot.form in ("name", "acronym") and board.words(spot.first, spot.last) in _KINDS
    return replace(spot, form="nominal", known="") if kind else spot


def _is_label(board: Board, spot: Spot) -> bool:
    """Whether it is a transcript's label for anybody ("QUESTION") or a mere form of address ("MS")."""
    words = board.words(spot.first, spot.last)
    if spot.form in ("nominal", "title") and is_address(words):
        return True
    return spot.form in ("name", "acronym") and not spot.known and words.isupper() and names_nobody(words)


def _mention(reading: Reading, spot: Spot, places: dict[int, Entry]) -> Mention:
    target = reading.target(_span(reading, spot.first, spot.last))
    role = reading.target(_span(reading, *spot.role)) if spot.role else None
    if role is not None and reading.text[role.start : role.end] != role.quote:
        # What a site sets between stands in its words: whose role it is, is not told.
        role = None
    said = countries_of(reading, spot.role, places) if spot.role and role else []
    return Mention(
        id=target_id("mention", target),
        target=target,
        form=spot.form,
        type=spot.type,
        head=_span(reading, spot.head, spot.head + 1),
        metonym=spot.metonym,
        role=role,
        modifier=spot.modifier if role else "",
        country=spot.country or (said[0] if said else None),
        known=spot.known,
    )


def _span(reading: Reading, first: int, last: int) -> Span:
    return Span(reading.tokens[first].start, reading.tokens[last - 1].end)
