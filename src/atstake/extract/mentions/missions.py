"""Bodies by whose they are: embassies, with where they are, and the members of congress of one state."""

from __future__ import annotations

from atstake.extract.mentions.spots import Board
from atstake.facts.organisations import MISSIONS
from atstake.facts.states import states

_ABBREVIATED = {"USA": "US", "GBR": "UK"}


def mission(board: Board, last: int, noun: str, country: str | None) -> str:
    """ "US embassy in Cairo", of the mission that ends before a token; "" where nothing tells where."""
    tokens, at = board.reading.tokens, last + 1
    state = states().get(country or "")
    if noun not in MISSIONS or state is None or at >= len(tokens):
        return ""
    if tokens[last].text.lower() not in ("in", "at") or not tokens[at].text[:1].isupper():
        return ""
    end = at + 1
    while end < len(tokens) and tokens[end - 1].dep == "compound":
        end += 1
    whose = _ABBREVIATED.get(state.code) or (state.demonyms[0] if state.demonyms else state.name)
    return f"{whose} {noun} in {board.words(at, end)}"


def congressional(board: Board, last: int, region: str) -> str:
    """ "Ohio congressional delegation", of a delegation that ends before a token; "" where it is no such."""
    before = board.reading.tokens[last - 2].text.lower() if last > 1 else ""
    return f"{region} congressional delegation" if before == "congressional" else ""
