"""Where a person's name begins and ends."""

from __future__ import annotations

import re

from atstake.extract.mentions.role_before import HONORIFIC
from atstake.extract.mentions.spots import Board
from atstake.facts.agents import meaning
from atstake.facts.spelling import families
from atstake.model.reading import Token

_PARTICLES = frozenset(
    "al el bin ibn ben bint de del della der den di da dos du van von la le ter ap abu abd ul ud y".split()
)
_OPENING = frozenset("al el abu ibn de van von".split())
"""Particles that a name may open with, small or not."""
_ARABIC = frozenset("al el bin ibn bint abu abd".split())
_NOT_IN_NAMES = frozenset(
    "The A An In On At By For From With And But Or As If When While After Before Since Though Although "
    "Because Until Unless Despite Whether Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday January February July "
    "September October November December Photo Image Video Read More Mr Mrs Ms Mr. Mrs. "
    "Ms. Dr Dr. Sen. Rep. Gov. Gen. Related Update Breaking Opinion Exclusive Watch Getty Images "
    "Brexit Reuters AP AFP Twitter Facebook Share Follow Story Continued".split()
)
MONTHS = frozenset("March April May June August".split())
"""Months that are names of people too: where the recogniser takes them for one."""
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})


def is_name_token(token: Token) -> bool:
    """Whether a token can be part of a person's name."""
    if token.text in MONTHS:
        return token.entity == "PERSON"
    return (
        token.text[:1].isupper() and token.text not in _NOT_IN_NAMES and any(c.isalpha() for c in token.text)
    )


_DATES = frozenset(
    "in on of by since until till from to through before after during last next this early late mid "
    "between every each and".split()
)


def is_named_month(board: Board, index: int) -> bool:
    """Whether a month is somebody's surname where it stands: "May said", not "in May" nor "May 5"."""
    tokens = board.reading.tokens
    before = tokens[index - 1].text.lower() if index and board.same_sentence(index - 1, index) else ""
    dated = index + 1 < len(tokens) and tokens[index + 1].text[:1].isdigit()
    return not dated and before not in _DATES and not before[:1].isdigit()


def _next_is_name(board: Board, index: int) -> bool:
    tokens = board.reading.tokens
    if index + 1 >= len(tokens):
        return False
    step = 2 if tokens[index + 1].text in ("-", "‑") else 1
    return index + step < len(tokens) and tokens[index + step].text[:1].isupper()


def end_of_name(board: Board, index: int, places: set[int]) -> int:
    """Where the name ends that the token at ``index`` belongs to."""
    tokens = board.reading.tokens
    last = index + 1
    while last < len(tokens) and board.same_sentence(index, last) and last not in board.taken:
        token = tokens[last]
        if (
            token.text in ("-", "‑")
            and board.reading.touches_next(last - 1)
            and board.reading.touches_next(last)
        ):
            last += 2
        elif (token.text.lower() in _PARTICLES and _next_is_name(board, last)) or (
            last not in places and is_name_token(token) and _goes_on(board, index, last)
        ):
            last += 1
        elif token.text in ("’", "'") and tokens[last - 1].text == "O" and _next_is_name(board, last):
            # "Terence O’ Hara", with a space that slipped in.
            last += 2
        elif behind := _behind_nickname(board, last):
            last = behind
        else:
            break
    return min(last, len(tokens))


def end_behind_title(board: Board, index: int, places: set[int]) -> int:
    """Where the name ends that begins at ``index``, behind a title: whatever the recogniser says."""
    tokens = board.reading.tokens
    last = index + 1
    while last < len(tokens) and last not in board.taken and last not in places:
        token = tokens[last]
        joined = (
            token.text in ("-", "‑")
            and board.reading.touches_next(last - 1)
            and board.reading.touches_next(last)
        )
        goes_on = token.pos == "PROPN" and is_name_token(token) and not meaning(token.text)
        if not (joined or goes_on or (token.text.lower() in _PARTICLES and _next_is_name(board, last))):
            break
        last += 1
    return last


def start_of_surname(board: Board, index: int) -> int:
    """Where a surname begins with the particles that hyphens join to it: "al-Haddad"."""
    tokens, first = board.reading.tokens, index
    while first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].text.lower() in _PARTICLES:
        first -= 2
    return first


def _behind_nickname(board: Board, index: int) -> int:
    """Where a name goes on behind a nickname in quotation marks, as in 'Ada M. "Addie" Holm'; 0 for none."""
    tokens = board.reading.tokens
    opened = index + 3 < len(tokens) and tokens[index].text in _QUOTES and board.reading.touches_next(index)
    if not opened or not board.same_sentence(index, index + 3):
        return 0
    nick, closed, name = tokens[index + 1 : index + 4]
    quoted = closed.text in _QUOTES and nick.end == closed.start and nick.text[:1].isupper()
    whole = tokens[index - 1].end < tokens[index].start and closed.end < name.start
    goes_on = name.pos == "PROPN" and is_name_token(name) and not meaning(name.text)
    return index + 3 if quoted and whole and goes_on else 0


def _goes_on(board: Board, first: int, last: int) -> bool:
    """Whether the capitalised word at ``last`` belongs to the name that begins at ``first``."""
    token = board.reading.tokens[last]
    if token.text in ("Jr.", "Jr", "Sr.", "II", "III", "IV"):
        return True
    if meaning(token.text, "office", "rank") and token.entity != "PERSON":
        return False
    inside = token.entity == "PERSON" and not token.entity_start
    return inside or (token.entity == "" and token.pos == "PROPN") or _east_asian(board, first, last)


def _east_asian(board: Board, first: int, last: int) -> bool:
    """Whether a name that begins with a family name can go on: Korean and Chinese ones have three parts."""
    tokens = board.reading.tokens
    return last - first < 3 and tokens[first].text.lower() in families() and tokens[last].pos == "PROPN"


def start_of_name(board: Board, index: int, places: set[int]) -> int:
    """Where the name begins that the token at ``index`` belongs to."""
    tokens = board.reading.tokens
    first = index
    if _has_given(board, first):
        first -= 1
    while (
        first > 0
        and (first - 1) not in board.taken
        and (first - 1) not in places
        and board.same_sentence(first, first - 1)
    ):
        before = tokens[first - 1]
        if (
            before.text in ("-", "‑")
            and board.reading.touches_next(first - 1)
            and board.reading.touches_next(first - 2)
        ):
            first -= 2
        elif _is_half_of_given(board, first - 1):
            first -= 3
        elif (
            (before.text.lower() in _PARTICLES and first > 1 and tokens[first - 2].entity == "PERSON")
            or re.fullmatch(r"[A-Z]\.", before.text)
            or (
                is_name_token(before)
                and before.pos == "PROPN"
                and before.entity == "PERSON"
                and not meaning(before.text, "office", "rank")
            )
        ):
            first -= 1
        else:
            break
    return max(first, 0)


def _is_half_of_given(board: Board, index: int) -> bool:
    """Whether a token is the second half of a given name in front: "Yuk-ling Lau"."""
    tokens = board.reading.tokens
    if index < 2 or tokens[index].pos != "PROPN" or not tokens[index].text.islower():
        return False
    glued = (
        tokens[index - 1].text in ("-", "‑")
        and board.reading.touches_next(index - 1)
        and board.reading.touches_next(index - 2)
    )
    return glued and tokens[index - 2].pos == "PROPN" and tokens[index - 2].text[:1].isupper()


def _has_given(board: Board, first: int) -> bool:
    """Whether a capitalised word, not behind a preposition, is the given name before "Al" or "bin"."""
    tokens = board.reading.tokens
    if not first or tokens[first].text.lower() not in _ARABIC or not board.same_sentence(first, first - 1):
        return False
    given = tokens[first - 1]
    behind = first > 1 and tokens[first - 2].pos == "ADP" and board.same_sentence(first, first - 2)
    return given.pos == "PROPN" and is_name_token(given) and first - 1 not in board.taken and not behind


def trimmed(board: Board, first: int, last: int) -> tuple[int, int]:
    """The tokens of a name without titles before it, and without what is no name at either end."""
    tokens = board.reading.tokens
    while first < last and (
        (meaning(tokens[first].text, "office", "rank", "government", "body", "person") and (last - first > 1))
        or tokens[first].text.lower() in HONORIFIC
        or not is_name_token(tokens[first])
    ):
        if tokens[first].text.lower() in _OPENING:
            break
        first += 1
    while last > first and (
        tokens[last - 1].tag in ("POS", "''", "``")
        or not any(c.isalpha() for c in tokens[last - 1].text)
        or tokens[last - 1].text in _NOT_IN_NAMES
        or tokens[last - 1].text in ("'s", "’s")
    ):
        last -= 1
    return first, last


def is_place_before(board: Board, index: int, places: set[int]) -> bool:
    """Whether a place only stands before a name; before "Al" it is a given name ("Sydney Al Tamer")."""
    return index in places and board.reading.tokens[index + 1].text.lower() not in _ARABIC
