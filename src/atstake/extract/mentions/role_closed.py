"""The role that a name behind a comma closes: "the head of the Ferry Union, Ida Holm, said"."""

from __future__ import annotations

from atstake.extract.mentions.spots import Board
from atstake.facts.agents import agents, is_somebody

_LONGEST = 14
"""Words of a role."""
_OF = frozenset("of for to in at on".split())
_ARTICLES = frozenset("the a an its his her their".split())
_CLOSES = frozenset({",", ".", ")", ";"})


def role_closed(board: Board, first: int, last: int) -> tuple[int, int] | None:
    """An office with what it is of, between its article and a comma, the name and a second comma.

    The parser hangs the name on the office, or on the last noun before it, which the office is of. Where that
    noun is somebody too ("the mother of the victim, Ida Holm,") it is not known who is named.
    """
    tokens = board.reading.tokens
    comma = first - 1
    if comma < 1 or tokens[comma].text != "," or not board.same_sentence(first, comma - 1):
        return None
    if last < len(tokens) and tokens[last].text not in _CLOSES:
        return None
    bound = next((tokens[i].head for i in range(first, last) if tokens[i].dep == "appos"), None)
    office = None if bound is None else _office_over(board, bound, comma)
    if office is None:
        return None
    start = _start(board, office)
    lowered = [t.text.lower() for t in tokens[start:comma]]
    if start < 1 or tokens[start - 1].text.lower() not in _ARTICLES or comma - start > _LONGEST:
        return None
    return None if "," in lowered or "and" in lowered[: office - start] else (start, comma)


def _office_over(board: Board, bound: int, comma: int) -> int | None:
    """The noun for who holds an office, from the noun that a name is hung on up through what it is of."""
    tokens, at = board.reading.tokens, bound
    last = tokens[comma - 1].text
    if at >= comma or (is_somebody(last) and last.islower()):
        return None
    if at < comma - 1 and _is_office(tokens[at].text) and tokens[at + 1].text.lower() in _OF:
        return at
    while tokens[at].dep == "pobj" and tokens[tokens[at].head].text.lower() in _OF:
        at = tokens[tokens[at].head].head
        if tokens[at].pos in ("NOUN", "PROPN") and _is_office(tokens[at].text):
            return at
    return None


def _is_office(noun: str) -> bool:
    """Whether it says what somebody is, and of one: not "a woman", not "members"."""
    known = agents().get(noun.casefold(), ())
    plain = bool(known) and all(agent.sector == "UNK" or agent.plural for agent in known)
    return is_somebody(noun) and not plain


def _start(board: Board, office: int) -> int:
    """Where the words begin that stand before an office and belong to it, its article left out."""
    tokens, start = board.reading.tokens, office
    while start > 0 and tokens[start - 1].text.lower() not in _ARTICLES:
        before = tokens[start - 1]
        bound = before.pos in ("NOUN", "PROPN", "ADJ", "ADV", "NUM") or before.tag in (
            "POS",
            "VBN",
            "VBG",
            "HYPH",
        )
        if not bound:
            break
        start -= 1
    return start
