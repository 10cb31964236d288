"""The people that the recogniser misses: behind a title, beside an office, in what they do, named again."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile

from atstake.extract.mentions.persons.names import end_behind_title, is_name_token, trimmed
from atstake.extract.mentions.persons.recognised import is_judged, is_the
from atstake.extract.mentions.persons.spot import put
from atstake.extract.mentions.role_before import HONORIFIC
from atstake.extract.mentions.roles import role_of
from atstake.extract.mentions.spots import Board, Spot
from atstake.facts.agents import meaning, sex_of
from atstake.facts.organisations import named_as

_LONGEST_NAME, _LONGEST_TITLED = 4, 5
"""Words of a name, and of one behind a title."""
# Words that end the names of places whose first word is often a given name ("Charlotte Harbor").
_LANDS = frozenset(
    "avenue bay beach bluff bridge canyon castle city cove county court creek fall field forest garden grove "
    "harbor harbour height hill hospital house hotel island isle junction lake mill mountain park pier place "
    "plain plaza point pond ridge river road school spring square station street township trail valley "
    "village way wood".split()
)


def put_behind_titles(board: Board, places: set[int]) -> None:
    """ "President Kiir", "Gen. Haftar": capitalised words behind a title are a person."""
    for index in range(1, len(board.reading.tokens)):
        if index in board.taken or index in places or not _is_behind_title(board, index):
            continue
        first, last = trimmed(board, index, end_behind_title(board, index, places))
        # "The Sheriffs Service": of several holders no one name follows, but that of a body may.
        title = meaning(board.reading.tokens[index - 1].text, "office", "rank")
        if title and title.plural and last - first == 1 and named_as(board.words(first, last)):
            continue
        if 0 < last - first <= _LONGEST_TITLED:
            put(board, first, last, None)


def _is_behind_title(board: Board, index: int) -> bool:
    """Whether a capitalised word that means no office or body itself stands right behind a title."""
    before, name = board.reading.tokens[index - 1 : index + 1]
    titled = meaning(before.text, "office", "rank") or before.text.lower() in HONORIFIC
    if not titled or not before.text[:1].isupper() or not board.same_sentence(index - 1, index):
        return False
    return name.pos == "PROPN" and is_name_token(name) and not meaning(name.text)


def put_apposed(board: Board, places: set[int]) -> None:
    """ "Its minister, Ana Koro," and "Koro, the minister,": an office in apposition makes a person.

    The recogniser often takes names that it has not met for bodies.
    """
    index = 0
    while index < len(board.reading.tokens):
        last = _end_of_run(board, index, places)
        if 0 < last - index <= _LONGEST_NAME and not any(
            meaning(t.text) for t in board.reading.tokens[index:last]
        ):
            role = role_of(board, index, last)
            if role is not None and _is_one_office(board, *role):
                put(board, index, last, None)
        index = max(last, index + 1)


def _is_one_office(board: Board, first: int, last: int) -> bool:
    """Whether the words name an office that one person holds, and no body ("the firm of the president")."""
    own = takewhile(lambda t: t.pos != "ADP", board.reading.tokens[first:last])
    found = [m for t in own if (m := meaning(t.text, "office", "rank"))]
    return bool(found) and not any(m.plural for m in found)


def put_acting(board: Board, places: set[int]) -> None:
    """A given name with another behind it, before "who" or a verb that it is the subject of.

    The recogniser takes people whose names it has not met for places, or misses them: a "he" behind them
    would then be somebody else.
    """
    tokens, index = board.reading.tokens, 0
    while index < len(tokens):
        last = index
        while last < len(tokens) and _may_be_name(board, last, places) and board.same_sentence(index, last):
            last += 1
        if last - index in (2, 3) and sex_of(board.words(index, last)) and _acts(board, index, last):
            put(board, index, last, None)
        index = max(last, index + 1)


def _may_be_name(board: Board, index: int, places: set[int]) -> bool:
    token = board.reading.tokens[index]
    written = token.pos == "PROPN" and is_name_token(token) and token.text[1:].islower()
    return written and index not in places and index not in board.taken and not meaning(token.text)


def _acts(board: Board, first: int, last: int) -> bool:
    """Whether a name is who the text says does or says something."""
    tokens = board.reading.tokens
    before = tokens[first - 1] if first and board.same_sentence(first, first - 1) else None
    if named_as(tokens[last - 1].text) or (before is not None and before.text.lower() in ("the", "in", "at")):
        return False
    if [t.text for t in tokens[last : last + 2]] == [",", "who"]:
        return True
    name = tokens[last - 1]
    verb = tokens[name.head]
    if name.dep not in ("nsubj", "nsubjpass"):
        return False
    return verb.pos == "VERB" and name.text.lower().rstrip("s") not in _LANDS


def put_recurring(board: Board, places: set[int]) -> None:
    """A name of two or three words that the recogniser missed, when its last word recurs alone: a person.

    Bodies are seldom called by their last word alone.
    """
    tokens = board.reading.tokens
    alone = Counter(
        t.text
        for i, t in enumerate(tokens)
        if t.pos == "PROPN"
        and t.entity in ("", "PERSON", "ORG")
        and is_name_token(t)
        and i not in places
        and not (i and tokens[i - 1].pos == "PROPN")
        and not (i + 1 < len(tokens) and tokens[i + 1].pos == "PROPN")
    )
    index = 0
    while index + 1 < len(tokens):
        last = _end_of_run(board, index, places)
        words = [t.text for t in tokens[index:last]]
        named_so = len(words) in (2, 3) and alone[words[-1]] >= 2 and not any(meaning(w) for w in words)
        if named_so and is_the(board, index, last):
            board.put(Spot(index, last, last - 1, "name", "organisation"))
        elif named_so:
            put(board, index + is_judged(board, index, last), last, None)
        index = max(last, index + 1)


def _end_of_run(board: Board, first: int, places: set[int]) -> int:
    """Where a run of capitalised names that nothing has claimed ends; ``first`` where none begins there."""
    last = first
    while (
        last < len(board.reading.tokens)
        and _unclaimed(board, last, places)
        and (last == first or board.same_sentence(first, last))
    ):
        last += 1
    return last


def _unclaimed(board: Board, index: int, places: set[int]) -> bool:
    token = board.reading.tokens[index]
    plain = token.pos == "PROPN" and is_name_token(token) and token.text[1:].islower()
    return (
        plain and index not in places and index not in board.taken and token.entity in ("", "PERSON", "ORG")
    )
