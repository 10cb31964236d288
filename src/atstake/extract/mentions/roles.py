"""The title said with a name: in front of it, or in apposition ("X, a spokesman for the army,")."""

from __future__ import annotations

import re

from atstake.extract.mentions.related import is_left, role_related
from atstake.extract.mentions.role_before import (
    MODIFIERS,
    office_of_rank,
    role_before,
    role_with_field,
)
from atstake.extract.mentions.role_behind import role_after, role_apposed
from atstake.extract.mentions.role_closed import role_closed
from atstake.extract.mentions.spots import Board
from atstake.facts.agents import meaning
from atstake.facts.gazetteer import Entry
from atstake.facts.offices import SEAT_BEHIND, SEATS
from atstake.model.reading import Reading


def role_of(board: Board, first: int, last: int) -> tuple[int, int] | None:
    """The title in front of the name or in apposition behind it, as a range of tokens, or None."""
    before = office_of_rank(board, first) or role_before(board, first) or role_with_field(board, first)
    found = (
        (_more_than_a_seat(board, before, last) if before else None)
        or before
        or role_apposed(board, last)
        or role_after(board, last)
        or role_related(board, last)
        or role_closed(board, first, last)
    )
    # "A Washington “insider”" is what somebody is called, by whomever.
    return None if not found or _QUOTING & set(board.words(*found)) else _without_day(board, *found)


def _without_day(board: Board, start: int, end: int) -> tuple[int, int]:
    """A role without when something was done behind it: "a lawyer for the port last week"."""
    tokens, last = board.reading.tokens, end
    while last > start and tokens[last - 1].entity == "DATE":
        last -= 1
    return (start, last) if last > start and tokens[last - 1].pos in ("NOUN", "PROPN") else (start, end)


def _more_than_a_seat(board: Board, before: tuple[int, int], last: int) -> tuple[int, int] | None:
    """The office behind a name with a seat before it: "Rep. Ida Holm (D-Ohio), chairwoman of the panel,"."""
    if board.words(*before).casefold() not in SEATS:
        return None
    tokens, at = board.reading.tokens, last
    party = _PARTY.match(board.reading.text, tokens[last - 1].end)
    while party and at < len(tokens) and tokens[at].start < party.end():
        at += 1
    role = role_after(board, at)
    words = board.words(*role).split() if role else []
    offices = (
        w for w in words if (a := meaning(w, "office", "rank")) and not a.plural and a.noun not in _SITS
    )
    return role if next(offices, None) else None


_PARTY = re.compile(f"{SEAT_BEHIND}(?=,)")
_SITS = frozenset("lawmaker member legislator".split())
"""Who sits in a house does so by other words, which say no more than the seat."""
_QUOTING = frozenset('"“”«»')


def modifier_of(board: Board, role: tuple[int, int] | None) -> str:
    """What dates the role ("former", "acting"), or ""."""
    if role is None:
        return ""
    words = [t.text.lower() for t in board.reading.tokens[role[0] : role[1]]]
    tokens, at = board.reading.tokens, role[0] - 1
    if at > 0 and tokens[at].text == "-":
        # "Then-Sen. Weil".
        at -= 1
    before = tokens[at].text.lower() if at >= 0 else ""
    for word in [before, *words[:4], words[-1]]:
        if word in MODIFIERS:
            return word
    return "former" if is_left(board, role) else ""


_SENT = frozenset(
    "ambassador envoy representative adviser advisor negotiator coordinator expert analyst inspector".split()
)


def countries_of(reading: Reading, role: tuple[int, int], places: dict[int, Entry]) -> list[str]:
    """The countries that a role is of: not where somebody is sent or what they know of.

    "Ambassador to Chad", "special envoy for Chad", "Chad envoy" tell no country; "Chadian envoy" does.
    """
    found = []
    words = [t.text.lower() for t in reading.tokens[role[0] : role[1]]]
    sent = bool(_SENT & set(words))
    for index in range(*role):
        entry = places.get(index)
        if entry is None or not entry.code:
            continue
        before = set(words[max(0, index - role[0] - 2) : index - role[0]])
        named = entry.kind in ("state", "capital", "region")
        short = words[index - role[0]].replace(".", "") in ("us", "un", "uk", "eu")
        behind = words[index - role[0] + 1 : index - role[0] + 2]
        subject = named and not short and bool(set(behind) & _SENT)
        if "to" in before or (sent and "for" in before) or subject:
            continue
        found.append(entry.code)
    return found
