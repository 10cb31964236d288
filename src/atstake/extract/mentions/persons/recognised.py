"""The people that the recogniser finds, mended where it takes too much or takes a body for one."""

from __future__ import annotations

import re

from atstake.extract.mentions.headlines import before_verb, is_headline_verb
from atstake.extract.mentions.persons.names import (
    end_of_name,
    is_name_token,
    is_place_before,
    start_of_name,
    trimmed,
)
from atstake.extract.mentions.spots import Board
from atstake.facts.agents import is_somebody, meaning, sex_of
from atstake.facts.cues import verbs
from atstake.facts.organisations import named_as
from atstake.facts.people import named

_NO_NAMES = frozenset("VBG VB VBD VBZ VBN VBP IN JJ NN WP CD CC TO DT".split())
_BODIES_BEFORE = frozenset(
    "company firm bank airline manufacturer carmaker automaker corporation conglomerate retailer newspaper "
    "website broadcaster magazine tabloid charity party union agency university network channel".split()
)
"""Nouns behind which no person's name stands without a comma: "the website Norden Lens"."""
_PARTICIPLE = re.compile(r"[A-Z][a-z]{2,}(?:ed|ing)$")
_OFTEN = 3


def recognised(board: Board, places: set[int]) -> list[tuple[int, int]]:
    """Runs of tokens that the recogniser calls a person, trimmed of titles and mended at hyphens."""
    tokens = board.reading.tokens
    found = []
    index = 0
    while index < len(tokens):
        starts = tokens[index].entity == "PERSON" and is_name_token(tokens[index])
        if not starts or is_headline_verb(board, index):
            index += 1
            continue
        first = index
        last = before_verb(board, first, end_of_name(board, first, places))
        first, last = trimmed(board, start_of_name(board, first, places), last)
        first = max([first, *(i + 1 for i in range(first, last - 1) if is_place_before(board, i, places))])
        first = _without_verb(board, first, last)
        if last > first and _looks_like_person(board, first, last, places) and not is_the(board, first, last):
            found.append((first, last))
        index = max(last, index + 1)
    return found


def is_the(board: Board, first: int, last: int) -> bool:
    """Whether two words or more right behind "the" are no person's name: "the Norden Tribune"."""
    behind = first > 0 and board.reading.tokens[first - 1].text in ("the", "The")
    return behind and last - first > 1 and named(board.words(first, last)) is None


def _without_verb(board: Board, first: int, last: int) -> int:
    """A capitalised verb in a headline is no given name ("Meet Xi", "Clashes Between Xi")."""
    tokens = board.reading.tokens
    inside = (i for i in range(first + 1, last - 1) if tokens[i].tag == "IN" and tokens[i].text.istitle())
    first = max(first, *(i + 1 for i in inside), 0)
    starts = first == 0 or not board.same_sentence(first, first - 1)
    verb = tokens[first].tag in _NO_NAMES
    never = tokens[first].tag[0] == "V" or tokens[first].tag in ("IN", "CC", "TO", "DT")
    verb = verb and (starts or never)
    other = verb or _is_inverted(board, first, last) or is_judged(board, first, last)
    return first + 1 if last - first > 1 and other else first


def _is_inverted(board: Board, first: int, last: int) -> bool:
    """Whether "Said Holm: ..." opens a sentence of a text that names Holm, and Said Holm nowhere else."""
    tokens = board.reading.tokens
    if last - first != 2 or not opens_as_verb(board, first):
        return False
    before = _before_each(board, tokens[last - 1].text)
    return before.count(tokens[first].text) == 1 and len(before) > 1


def is_judged(board: Board, first: int, last: int) -> bool:
    """Whether a participle stands before a surname that the text has often: "Enraged Holm" of a heading."""
    tokens = board.reading.tokens
    word = tokens[first].text
    if last - first != 2 or not _PARTICIPLE.match(word) or sex_of(board.words(first, last)):
        return False
    before = _before_each(board, tokens[last - 1].text)
    return before.count(word) == 1 and len(before) > _OFTEN


def _before_each(board: Board, name: str) -> list[str]:
    """The word before each place where a text has a name."""
    tokens = board.reading.tokens
    return [tokens[i - 1].text for i, token in enumerate(tokens) if i and token.text == name]


def opens_as_verb(board: Board, index: int) -> bool:
    """Whether an inflected verb of saying opens a sentence, whatever else it may be ("Said")."""
    word = board.reading.tokens[index].text.lower()
    opens = index == 0 or not board.same_sentence(index, index - 1)
    return opens and verbs().get(word, word) != word


def _looks_like_person(board: Board, first: int, last: int, places: set[int]) -> bool:
    name = board.words(first, last)
    if len(name) < 2 or any(is_place_before(board, i, places) for i in range(first, last - 1)):
        return False
    if last - 1 in places or any(c.isdigit() for c in name) or "@" in name or "http" in name:
        return False
    if last - first == 1 and _is_written_short(board, first):
        return False
    if last - first == 1 and (_is_no_person(board, name) or named_as(name)):
        # "The U.S. Marshals Service": a word that names end in which are nobody's.
        return False
    if meaning(name, "office") or all(
        meaning(t.text, "office", "rank") for t in board.reading.tokens[first:last]
    ):
        return False
    last_word = board.reading.tokens[last - 1].text
    body = meaning(last_word, "body", "government") is not None
    body = body or (named_as(name) != "" and not sex_of(name))
    return not (body and last - first > 1) and len(name.split()) <= 6


def _is_written_short(board: Board, index: int) -> bool:
    """Whether capitals stand inside a word of a line that is not all capitals: "COVID", "GetMyBoat"."""
    word = board.reading.tokens[index].text
    if not _INNER_CAPITALS.search(word):
        return False
    line = word.join(board.line(index))
    return any(other.islower() for other in line.replace(word, "").split())


_INNER_CAPITALS = re.compile(r"^[A-Z]{4,}$|[a-z][A-Z][a-z]+[A-Z]")


def _is_no_person(board: Board, name: str) -> bool:
    """A single word that stands behind "the" or in a place ("the Observatory", "in Douma") is no person's."""
    tokens = board.reading.tokens
    before = {tokens[i - 1].text.lower() for i, t in enumerate(tokens) if t.text == name and i}
    return bool(before & {"the", "in", "near", "at", "around", "outside", "inside", "across"})


def is_said_to_be_a_body(board: Board, first: int, last: int) -> bool:
    """ "X, the aid agency,", "the newspaper X", "X, which ...": whatever the recogniser calls it."""
    tokens = board.reading.tokens
    if first and tokens[first - 1].text in _BODIES_BEFORE:
        return True
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        # Of "Ida Holm of Norden Ports, a firm," the firm is the one named last.
        return False
    if tokens[last + 1].text == "which":
        # "A letter by Ida Holm, which said ..." is told of the letter.
        return not (first and tokens[first - 1].text in ("by", "from") and sex_of(board.words(first, last)))
    children = (c for i in range(first, last) for c in board.reading.children.get(i, ()))
    # Of "Ada Holm, a fellow at the Harbour School, a think tank," the first tells what she is.
    first_behind = min((c for c in children if c >= last and tokens[c].dep == "appos"), default=None)
    if first_behind is None or _goes_on_to_somebody(board, first_behind):
        return False
    word = tokens[first_behind].text
    return (m := meaning(word)) is not None and m.group == "body" and not is_somebody(word)


def _goes_on_to_somebody(board: Board, first: int) -> bool:
    """Whether a body's name only tells whose somebody is: "a Federation of Ferry Men expert"."""
    tokens = board.reading.tokens
    if not tokens[first].text.istitle():
        return False
    last = first + 1
    while last < len(tokens) and (
        tokens[last].text[:1].isupper() or tokens[last].text in ("of", "for", "and")
    ):
        last += 1
    return last < len(tokens) and tokens[last].tag == "NN" and is_somebody(tokens[last].text)
