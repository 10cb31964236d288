"""Pronouns, handles and organisations that no table knows."""

from __future__ import annotations

import re
from collections.abc import Set

from atstake.extract.mentions.headlines import before_verb, is_headline_verb
from atstake.extract.mentions.known import is_land
from atstake.extract.mentions.missions import mission
from atstake.extract.mentions.role_before import HONORIFIC
from atstake.extract.mentions.roles import modifier_of, role_of
from atstake.extract.mentions.spots import Board, Spot
from atstake.facts.agents import meaning, sex_of
from atstake.facts.gazetteer import Entry, entry_of
from atstake.facts.organisations import MISSIONS, named_as
from atstake.model.annotations import MentionForm, MentionType
from atstake.model.text import Span

PRONOUNS: dict[str, MentionType] = {
    **dict.fromkeys("he him his himself she her hers herself i me my myself mine".split(), "person"),
    **dict.fromkeys(
        "they them their theirs themselves we us our ours ourselves it its itself".split(), "unknown"
    ),
}
_HANDLE = re.compile(r"@\w{2,20}")
_NO_ORGANISATION = re.compile(r"^(?:[\d\W]+|.{1,1}|https?.*|www.*|.*\.com)$")


def put_handles(board: Board) -> None:
    """Puts the handles of accounts ("@name") on the board."""
    text = board.reading.text
    for match in _HANDLE.finditer(text):
        if match.start() and (text[match.start() - 1].isalnum() or text[match.start() - 1] == "."):
            continue
        tokens = board.reading.tokens_in(Span(match.start(), match.end()))
        if len(tokens) and board.free(tokens.start, tokens.stop):
            board.put(Spot(tokens.start, tokens.stop, tokens.stop - 1, "handle", "unknown"))


def put_pronouns(board: Board) -> None:
    """Puts personal and possessive pronouns on the board."""
    for index, token in enumerate(board.reading.tokens):
        kind = PRONOUNS.get(token.text.lower())
        if kind is None or index in board.taken or token.pos not in ("PRON", "DET", "PROPN", "ADJ"):
            continue
        if token.text.isupper() and len(token.text) > 1 and token.text not in ("HE", "SHE", "THEY"):
            continue
        board.put(Spot(index, index + 1, index, "pronoun", kind))


def put_organisations(board: Board, places: dict[int, Entry]) -> None:
    """Puts the organisations that the recogniser finds on the board."""
    tokens = board.reading.tokens
    roles = {i for spot in board.spots if spot.role for i in range(*spot.role)}
    surnames = {tokens[s.last - 1].text for s in board.spots if s.type == "person"}
    index = 0
    while index < len(tokens):
        if tokens[index].entity != "ORG" or index in roles or is_headline_verb(board, index):
            index += 1
            continue
        last = index + 1
        while last < len(tokens) and tokens[last].entity == "ORG" and not tokens[last].entity_start:
            last += 1
        last = before_verb(board, index, last)
        _put_organisation(board, index, last, places, surnames)
        index = last


def put_bodies(board: Board, known: Set[int], *, recognised: bool) -> None:
    """Puts bodies on the board by the last word of their name, which is often missed: "the Dockers' Union".

    ``known`` are the tokens of what the tables know, ``recognised`` whether what the recogniser finds
    has been put: until then that is left to it. What follows a state or its adjective is that state's
    body, and described ("Brenia's Electoral Commission").
    """
    tokens = board.reading.tokens
    for index, token in enumerate(tokens):
        kind = named_as(token.text)
        if index in known or not kind or not _in_body(board, index, known):
            continue
        if token.entity == "ORG" and not recognised:
            continue
        if kind == "firm" and (token.pos != "PROPN" or token.entity not in ("PERSON", "ORG")):
            continue
        first = index
        while first and board.same_sentence(first - 1, index) and _in_body(board, first - 1, known):
            first -= 1
        while first < index and (tokens[first].tag == "POS" or tokens[first].text in _ARTICLES):
            first += 1
        goes_on = index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper()
        goes_on = goes_on or (index + 1 < len(tokens) and tokens[index + 1].text in ("of", "for", "on"))
        owned = tokens[first - 1].tag == "POS" and first - 2 in known
        if goes_on or owned or first - 1 in known or not 2 <= index + 1 - first <= _LONGEST:
            continue
        name = board.words(first, index + 1)
        if meaning(name) is None and not sex_of(name) and board.free(first, index + 1):
            board.put(Spot(first, index + 1, index, "name", "organisation"))


_ARTICLES = frozenset({"The", "A", "An", "Its", "His", "Her", "Their", "This", "That"})
_LONGEST = 6
"""Words of a body's name."""


def _in_body(board: Board, index: int, known: Set[int]) -> bool:
    token = board.reading.tokens[index]
    if index in board.taken or index in known or token.entity in ("GPE", "NORP", "DATE", "TIME", "ORDINAL"):
        return False
    if is_headline_verb(board, index):
        return False
    return token.tag == "POS" or (token.pos in ("PROPN", "NOUN", "ADJ") and token.text.istitle())


def _put_organisation(
    board: Board, first: int, last: int, places: dict[int, Entry], surnames: set[str]
) -> None:
    tokens = board.reading.tokens
    while first < last and tokens[first].text.lower() in ("the", "a", "an"):
        first += 1
    while last > first and (tokens[last - 1].tag == "POS" or not tokens[last - 1].text[-1:].isalnum()):
        last -= 1
    first, last = _own_words(board, first, last)
    last = _before_place(board, first, last, places)
    if last <= first or not board.free(first, last):
        return
    state = entry_of(board.words(first, last - 1)) if last - first > 1 else None
    if state is not None and state.kind in ("state", "demonym") and _is_mission(tokens[last - 1].text):
        # Told by its state, as "the American embassy" is: it has no name of its own.
        known = mission(board, last, tokens[last - 1].text.lower(), state.code)
        board.put(Spot(first, last, last - 1, "nominal", "organisation", state.code, known))
        return
    if last - first > _WHOLE and sex_of(board.words(last - 2, last)) and tokens[last - 3].text[:1].isupper():
        # "Office of Roads and Bridges Ada Holm": the body, and who speaks for it.
        board.put(Spot(last - 2, last, last - 1, "name", "person"))
        last -= 2
    while last - first > _ADDRESSED and _is_styled(board, first, last):
        first += 1
    name = board.words(first, last)
    if (
        _describes(board, first, last, places)
        or _NO_ORGANISATION.match(name)
        or not name[:1].isupper()
        or all(i in places for i in range(first, last))
    ):
        return
    if (
        is_writing(name)
        or is_a_member(name)
        or (last - first <= _ADDRESSED and is_land(board, last - 1, last))
    ):
        return
    if last - first == 1 and not (name.isupper() or tokens[first].pos == "PROPN"):
        return
    if last - first == 1 and len(name) > 3 and name.isupper() and _is_heading(board, first):
        return
    country = next((places[i].code for i in range(first, last) if i in places and places[i].code), None)
    if _names_a_person(board, first, last, surnames, country):
        surnames.add(tokens[last - 1].text)
        role = role_of(board, first, last)
        board.put(Spot(first, last, last - 1, "name", "person", role=role, modifier=modifier_of(board, role)))
        return
    form: MentionForm = "acronym" if last - first == 1 and name.replace(".", "").isupper() else "name"
    board.put(Spot(first, last, last - 1, form, "organisation", country))


def _is_mission(word: str) -> bool:
    return word.istitle() and word.lower() in MISSIONS


_WRITINGS = frozenset(
    "Constitution Amendment Act Bible Quran Koran Torah Declaration Treaty Accord Statute".split()
)
"""What is written down says nothing by itself, and is no body."""


def is_writing(name: str) -> bool:
    """Whether a name is that of a law or a treaty.

    >>> is_writing("Harbour Dues Act"), is_writing("Holm Foods")
    (True, False)
    """
    return name.split()[-1] in _WRITINGS


def is_a_member(name: str) -> bool:
    """Whether a word is one person of a party that the tables know by its plural: "the Democrat"."""
    party = entry_of(f"{name}s")
    return party is not None and party.sector == "PTY"


_OLDEST = 105
_ADDRESSED, _LONG_NAME = 2, 3
"""Words of a name behind "Ms.", and of any."""
_WHOLE = 4
"""Words of a body's name from which the last two may be somebody's name."""


def _is_heading(board: Board, index: int) -> bool:
    """Whether a word in capitals is a heading or a label, not short for a body: "REPORT", "ANALYSIS:".

    It fills its line, or a colon or bar parts it from the rest, or the text has it in small letters too.
    """
    reading = board.reading
    token = reading.tokens[index]
    before, after = board.line(index)
    if not before.strip() and (not after.strip(" .:|—–-") or after.lstrip()[:1] in (":", "|", "—", "–")):
        return True
    return any(t.text == token.text.lower() for t in reading.tokens)


def _is_person(board: Board, first: int, last: int) -> bool:
    """Whether the words are a person's name: a given name that tells the sex, or a person's noun in front."""
    words = [t.text for t in board.reading.tokens[first:last]]
    given = bool(sex_of(" ".join(words))) and not any(meaning(word) for word in words)
    return (given and last - first == 2) or _behind_a_person_noun(board, first, last)


def _names_a_person(board: Board, first: int, last: int, surnames: set[str], country: str | None) -> bool:
    """Whether what the recogniser takes for a body is somebody's name, by what stands around and in it."""
    length, name = last - first, board.reading.tokens[last - 1].text
    if length <= _ADDRESSED and _is_addressed(board, first):
        return True
    if country is not None or length > _LONG_NAME:
        return False
    if length == 1:
        return name in surnames and not name.isupper()
    return name in surnames or _is_aged(board, last) or _is_person(board, first, last)


def _is_aged(board: Board, last: int) -> bool:
    """Whether an age stands behind a name, as it does behind a person's: "Ada Holm, 21, of Karsa"."""
    behind = [t.text for t in board.reading.tokens[last : last + 3]]
    aged = len(behind) > 2 and behind[0] == "," and behind[2] == "," and behind[1].isdigit()
    return aged and int(behind[1]) <= _OLDEST and len(behind[1]) < len("2015")


def _is_addressed(board: Board, first: int) -> bool:
    """Whether "Ms." or its like stands in front."""
    before = [t.text.lower() for t in board.reading.tokens[max(0, first - 2) : first]]
    return bool(before) and (before[-1] in HONORIFIC or (before[-1] == "." and before[0] in HONORIFIC))


def _is_styled(board: Board, first: int, last: int) -> bool:
    """Whether a name begins with what its bearer is: "Sister Ida Holm", "Commander Jon Berg"."""
    style = meaning(board.reading.tokens[first].text, "person", "office", "rank")
    return style is not None and not style.plural and bool(sex_of(board.words(first + 1, last)))


def _behind_a_person_noun(board: Board, first: int, last: int) -> bool:
    """Whether a noun for a person stands right in front: "economist Ines Duarte"."""
    tokens = board.reading.tokens
    titled = all(t.text[:1].isupper() and t.text[1:].islower() for t in tokens[first:last])
    return (
        titled
        and first > 0
        and tokens[first - 1].text.islower()
        and meaning(tokens[first - 1].text, "person", "rank") is not None
    )


def _describes(board: Board, first: int, last: int, places: dict[int, Entry]) -> bool:
    """Whether the words are a state's body by description ("Chinese Commerce Ministry"), not a name."""
    words = [t.text for i, t in enumerate(board.reading.tokens[first:last], first) if i not in places]
    words = [w for w in words if w not in ("'s", "’s", "the", "The")]
    if len(words) > 1 and words[0].lower() == "of":
        words = words[1:]
    phrase = re.sub(r" of$", "", " ".join(words))
    return meaning(phrase, "body", "government", "armed", "opposition") is not None


def _own_words(board: Board, first: int, last: int) -> tuple[int, int]:
    """Leaves off half a bracket, as "(OSI" of the Office of Sound Ideas (OSI), and the number of a flight."""
    words = [t.text for t in board.reading.tokens[first:last]]
    if "(" in words and ")" not in words:
        return first, first + words.index("(")
    if ")" in words and "(" not in words:
        return first + words.index(")") + 1, last
    for at in range(1, len(words) - 1):
        if words[at] == "Flight" and any(c.isdigit() for c in words[at + 1]):
            return first, first + at
    return first, last


def _before_place(board: Board, first: int, last: int, places: dict[int, Entry]) -> int:
    """Leaves "in China" off "the Chamber of Commerce in China"."""
    tokens = board.reading.tokens
    for index in range(first + 1, last):
        if tokens[index].text.lower() in ("in", "at", "on") and tokens[index].pos == "ADP":
            return index
    return last
