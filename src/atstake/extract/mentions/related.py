"""The role that a clause behind a name tells: "Ada Holm, who formerly served as ambassador to Brenia"."""

from __future__ import annotations

from atstake.extract.mentions.spots import Board
from atstake.facts.agents import is_somebody

_SERVES = frozenset("serve work act".split())
_LONGEST = 10
"""Words of a role."""
_BACK = 6
"""Words before a role in which its clause begins."""
_LINKS = frozenset("of for to at in on the and a an".split())
_ENDS = frozenset("under during from since until before after when where while that which who as".split())
_PAST = frozenset("formerly previously once".split())
_NOW = frozenset("now currently also still".split())


def role_related(board: Board, last: int) -> tuple[int, int] | None:
    """What somebody is told to be or to have served as, in a clause right behind their name."""
    tokens = board.reading.tokens
    if last + 3 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].text.lower() != "who":
        return None
    verb = last + 2
    while tokens[verb].text.lower() in _PAST | _NOW | {"has", "had"} and verb + 2 < len(tokens):
        verb += 1
    start = verb + 1
    if tokens[verb].lemma.lower() in _SERVES and tokens[start].text.lower() == "as":
        start += 1
    elif tokens[verb].lemma.lower() != "be":
        return None
    if tokens[start].text.lower() in _NOW | _PAST:
        start += 1
    # "Who is the chairman", and not "who is chairing" or "who was killed".
    if tokens[start].text.lower() in ("the", "a", "an", "its", "his", "her", "their"):
        start += 1
    end = _end(board, start, last)
    heads = [
        i for i in range(start, end) if tokens[i].pos in ("NOUN", "PROPN") and is_somebody(tokens[i].text)
    ]
    first = next((i for i in range(start, end) if tokens[i].text.lower() in _LINKS), end)
    return (start, end) if heads and heads[0] < first and end - start <= _LONGEST else None


def _end(board: Board, start: int, last: int) -> int:
    """Where the words of a role end: before a further clause, another role, or what it is set in."""
    tokens, end = board.reading.tokens, start
    while end < len(tokens) and board.same_sentence(last, end):
        token = tokens[end]
        if token.text.lower() in _ENDS or token.pos in ("VERB", "AUX", "PRON", "SCONJ"):
            break
        if token.pos == "PUNCT" and token.text != "-":
            break
        if token.pos == "CCONJ" and end + 1 < len(tokens) and not tokens[end + 1].text[:1].isupper():
            break
        end += 1
    while end > start and tokens[end - 1].text.lower() in _LINKS | {"."}:
        end -= 1
    return end


def is_left(board: Board, role: tuple[int, int]) -> bool:
    """Whether the clause that tells a role tells it as one of before: "who was", "who once served as".

    In "who served as President Holm's adviser" the president is not the one who served.
    """
    tokens = board.reading.tokens
    if role[1] < len(tokens) and tokens[role[1]].pos == "PROPN":
        return False
    before = [t.text.lower() for t in tokens[max(0, role[0] - _BACK) : role[0]]]
    if "who" not in before:
        return False
    clause = before[len(before) - 1 - before[::-1].index("who") :]
    if not _PAST.isdisjoint(clause) or "had" in clause:
        return True
    return "has" not in clause and not {"was", "were", "served", "worked", "acted"}.isdisjoint(clause)
