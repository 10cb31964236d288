"""The role behind a name in apposition: "X, a spokesman for the army,"."""

from __future__ import annotations

from collections.abc import Sequence

from atstake.extract.mentions.role_before import MODIFIERS
from atstake.extract.mentions.spots import Board
from atstake.facts.agents import agents, is_somebody, meaning
from atstake.model.reading import Token

_ARTICLES = frozenset("the a an its his her their one".split())
_APPOSED = 14
"""Words of a role in apposition."""
_CLAUSES = frozenset({"relcl", "acl", "advcl"})


def role_apposed(board: Board, last: int) -> tuple[int, int] | None:
    """What the syntax binds to a name in apposition, up to a clause that only tells more of it.

    "Ida Holm, 41, a scientist at Brenia University who studies seals, wrote".
    """
    tokens = board.reading.tokens
    head = _noun_apposed(board, last)
    if head is None:
        return None
    start = min([head, *(i for i in range(last + 1, head) if _way(board, i, head) is not None)])
    if any(not _is_age(tokens[i].text) for i in range(last + 1, start) if tokens[i].text not in _NOW):
        return None
    if _names_another(board, start, head) or _acts_itself(board, last, start, head + 1):
        return None
    end = _end_of_role(board, start, head)
    while start < head and tokens[start].text.lower() in _ARTICLES | _NOW:
        start += 1
    if _is_praise(tokens[start], tokens[start + 1]) and start + 1 < head:
        start += 2
    return (start, end) if end - start <= _APPOSED else None


def _noun_apposed(board: Board, last: int) -> int | None:
    """The noun for somebody that the parser hangs on a name in front of a comma, and that is no list's."""
    tokens = board.reading.tokens
    if last + 1 >= len(tokens) or tokens[last].text not in (",", "(", "—", "–"):
        return None
    behind = [c for c in _children(board, last - 1) if c > last and tokens[c].dep == "appos"]
    head = next((c for c in behind if tokens[c].pos in ("NOUN", "PROPN")), None)
    if head is None or not board.same_sentence(last, head):
        return None
    if not _is_role(tokens[head].text) and not meaning(board.words(head - 1, head + 1), "person"):
        return None
    if any(tokens[c].dep == "conj" and tokens[c].entity == "PERSON" for c in _children(board, head)):
        return None
    if head + 1 < len(tokens) and tokens[head + 1].tag == "POS":
        # "Ida Holm, the minister's former adviser": she is no minister.
        return None
    # "Ida Holm, her sister Ana, ...": the next of a list.
    return head if head + 1 == len(tokens) or tokens[head + 1].pos != "PROPN" else None


def _end_of_role(board: Board, start: int, head: int) -> int:
    """Where a role in apposition ends: before a clause, what else is joined, or where it grows too long."""
    tokens = board.reading.tokens
    end = head + 1
    while end < len(tokens) and (way := _way(board, end, head)) is not None:
        if tokens[end].text in _STOPS or any(_tells_more(tokens[i], head) for i in way):
            break
        if tokens[end].pos == "CCONJ" and _joins_another(board, end, head):
            break
        end += 1
    if end - start > _APPOSED:
        joints = (i for i in range(head + 1, end) if tokens[i].pos in ("CCONJ", "ADP"))
        end = max((i for i in joints if i - start <= _APPOSED and not tokens[i].entity), default=end)
    while end > head + 1 and tokens[end - 1].pos in ("ADP", "DET", "CCONJ", "ADV", "PUNCT", "PART"):
        end -= 1
    return end


def _tells_more(token: Token, head: int) -> bool:
    """Whether it heads a clause that tells more of somebody, or names them.

    In "head of the policy organization Ferry Action" the name is that of what the role is of.
    """
    return token.dep in _CLAUSES or (token.dep == "appos" and token.head == head)


def _is_praise(first: Token, second: Token) -> bool:
    """Whether a role begins with praise: "highly regarded judge"; "newly named" dates it."""
    dated = first.text.lower() in MODIFIERS | {"recently", "formerly", "previously"}
    return first.tag == "RB" and first.text.endswith("ly") and not dated and second.tag in ("VBN", "JJ")


_NOW = frozenset("also now currently still both".split())


def _is_role(noun: str) -> bool:
    """Whether it says more of somebody than that they are "a woman"."""
    known = agents().get(noun.casefold(), ())
    return is_somebody(noun) and not (known and all(agent.sector == "UNK" for agent in known))


_STOPS = frozenset({",", ")", "(", ";", ":", ".", "—", "–", '"', "“", "”", "?", "!"})


def _way(board: Board, index: int, head: int) -> tuple[int, ...] | None:
    """The tokens from one up to ``head``, which is left out; None where it does not depend on that."""
    tokens, way = board.reading.tokens, [index]
    while tokens[way[-1]].head != head:
        if tokens[way[-1]].head in way or len(way) > _APPOSED:
            return None
        way.append(tokens[way[-1]].head)
    return tuple(way) if index != head else None


def _is_age(text: str) -> bool:
    """Whether it can stand between a name and its apposition: ", 41,"."""
    return text == "," or (text.isdigit() and len(text) < len("101"))


def _names_another(board: Board, start: int, head: int) -> bool:
    """Whether somebody is named in front of the noun who does not have it: no "'s" behind their name."""
    tokens = board.reading.tokens
    named = [i for i in range(start, head) if tokens[i].entity == "PERSON"]
    return bool(named) and tokens[named[-1] + 1].tag != "POS"


def _joins_another(board: Board, index: int, head: int) -> bool:
    """Whether the "and" joins something else than a second role: not "the Office for Roads and Bridges"."""
    tokens = board.reading.tokens
    if tokens[index - 1].pos == "PROPN" and tokens[index + 1].pos == "PROPN":
        return False
    joined = [c for c in _children(board, head) if c > index and tokens[c].dep == "conj"]
    return any(not is_somebody(tokens[c].text) for c in joined[:1])


def _children(board: Board, index: int) -> Sequence[int]:
    return board.reading.children.get(index, ())


def role_after(board: Board, last: int) -> tuple[int, int] | None:
    """ "..., the Russian foreign minister," and "..., a spokesman for the army,"."""
    tokens = board.reading.tokens
    if last + 1 >= len(tokens) or tokens[last].text not in (",", "(", "—", "–"):
        return None
    start = last + 1
    if tokens[start].text.lower() in ("the", "a", "an", "who", "its", "his", "her", "their"):
        if tokens[start].text.lower() == "who":
            return None
        start += 1
    end, head_seen = start, False
    while end < len(tokens) and board.same_sentence(last, end) and end - start < 14:
        token = tokens[end]
        if token.text in (",", ")", ";", ":", ".", "—", "–", '"', "“", "”") or token.pos in (
            "VERB",
            "AUX",
            "PRON",
            "SCONJ",
        ):
            break
        if not head_seen and token.pos == "ADP":
            break
        named = meaning(token.text, "office", "rank", "person", "government", "opposition")
        if named and named.sector != "UNK" and token.pos in ("NOUN", "PROPN"):
            head_seen = True
        end += 1
    while end > start and tokens[end - 1].pos in ("ADP", "DET", "CCONJ", "ADV"):
        end -= 1
    closes = (
        end < len(tokens) and tokens[end].text in (",", ")", ";", ".", "—", "–", "”", '"')
    ) or end == len(tokens)
    person_follows = tokens[start].pos == "CCONJ" or any(
        i in board.taken and board.taken[i].type == "person" for i in range(start, min(start + 2, end))
    )
    # "Ida Holm, her sister Ana, ..." goes on with another.
    person_follows = person_follows or (
        end - start > 1
        and (tokens[end - 2].pos, tokens[end - 1].pos) == ("NOUN", "PROPN")
        and tokens[end - 1].dep != "pobj"
    )
    if not head_seen or not closes or end <= start or person_follows or _acts_itself(board, last, start, end):
        return None
    return start, end


def _acts_itself(board: Board, last: int, start: int, end: int) -> bool:
    """Whether the words behind a name are no apposition: the subject of the clause, or the next of a list.

    "After he met Ida Holm, the president, who ..., said"; "Ida Holm, the president and Jon Berg arrived".
    """
    tokens = board.reading.tokens
    roots = [i for i in range(start, end) if not start <= tokens[i].head < end or tokens[i].head == i]
    nouns = [i for i in roots if tokens[i].pos in ("NOUN", "PROPN")]
    sentence = board.reading.sentence_at(tokens[last - 1].start)
    verbs = [i for i in range(end, sentence.last if sentence else end) if tokens[i].dep == "ROOT"]
    subjects = {tokens[c].dep for i in verbs for c in board.reading.children.get(i, ())}
    if tokens[last - 1].dep != "appos" and verbs and not subjects & {"nsubj", "nsubjpass", "expl", "csubj"}:
        return True
    if not nouns or tokens[nouns[0]].head == last - 1:
        return bool(nouns) and tokens[nouns[0]].dep == "conj"
    return tokens[nouns[0]].dep in ("nsubj", "nsubjpass")
