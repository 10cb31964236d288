"""Bare surnames, of people named in full elsewhere in the document and of office holders of its day."""

from __future__ import annotations

from atstake.extract.mentions.persons.names import MONTHS, is_named_month, start_of_surname
from atstake.extract.mentions.persons.recognised import opens_as_verb
from atstake.extract.mentions.persons.spot import put
from atstake.extract.mentions.spots import Board
from atstake.facts.gazetteer import Entry
from atstake.facts.people import one_surnamed
from atstake.facts.spelling import family_first
from atstake.facts.tables import plain
from atstake.model.reading import Token

# Surnames of office holders that are common words or places.
_WORDS_TOO = frozenset(
    "may rice power key fox park moon ban hunt brown major ford bush hague grant price cook baker gates "
    "straw blair gore quinn reid lula ma li hu wen xi ri chan khan sharon sun lee jordan austin".split()
)


def put_surnames(board: Board, places: set[int]) -> None:
    """Bare surnames of people who stand elsewhere in the document with their full name."""
    tokens, date = board.reading.tokens, board.reading.document.date
    full, double = _surnames(board), _double_names(board)
    for index, token in enumerate(tokens):
        lost = token.text.endswith("s") and len(token.text) > 5 and token.text not in full
        if lost and index and tokens[index - 1].text.lower() == "the":
            # "The Holms" are a family.
            continue
        bare = token.text[:-1] if lost else token.text
        if index in board.taken or index in places or bare not in full or not token.text[:1].isupper():
            continue
        if token.text in MONTHS:
            if not is_named_month(board, index):
                continue
        elif token.pos not in ("PROPN", "NOUN", "X", "ADJ", "VERB", "INTJ") and token.entity != "PERSON":
            continue
        if any(none(board, index) for none in (_inside_longer_name, _is_of_a_firm, opens_as_verb)):
            continue
        first = start_of_surname(board, index)
        if index > 1 and tokens[index - 1].text == "-" and board.words(index - 2, index + 1) in double:
            first = index - 2
        if board.free(first, index + 1):
            put(board, first, index + 1, _entry_of(bare, date) if lost else None)


def _surnames(board: Board) -> set[str]:
    """The surnames of the document's people, and of those who hold an office on its day."""
    tokens, date = board.reading.tokens, board.reading.document.date
    found = {t.text for t in tokens if _holds_office(t, date)}
    for spot in board.spots:
        if spot.type == "person" and spot.last - spot.first > 1:
            eastern = family_first(board.words(spot.first, spot.last))
            found.add(_without_lost(tokens[spot.first if eastern else spot.last - 1].text, date))
            found.update(w for w in spot.known.split() if len(w) > 2)
    return found


def _double_names(board: Board) -> set[str]:
    """The hyphened names of the document's people."""
    named = (board.words(s.first, s.last) for s in board.spots if s.type == "person")
    return {word for name in named for word in name.split() if "-" in word}


def _is_of_a_firm(board: Board, index: int) -> bool:
    """Whether a surname is joined by "&": "Holm & Sons", "Holm & Holm"."""
    tokens = board.reading.tokens
    return "&" in (t.text for t in tokens[max(0, index - 1) : index + 2])


def _entry_of(surname: str, date: str | None) -> Entry | None:
    """The table's entry of a surname that has lost its apostrophe ("Merkels"), where only one is meant."""
    holding = one_surnamed(surname, date) if date else None
    return Entry("person", holding.name, holding.country) if holding else None


def _without_lost(surname: str, date: str | None) -> str:
    """The surname without the s of a lost apostrophe, where the rest is an office holder of the table."""
    lost = surname.endswith("s") and _entry_of(surname[:-1], date) and not _entry_of(surname, date)
    return surname[:-1] if lost else surname


def _holds_office(token: Token, date: str | None) -> bool:
    """Whether a capitalised word is the surname of just one office holder of the table on the date."""
    word = token.text
    if not date or len(word) < 4 or not word[0].isupper() or token.pos not in ("PROPN", "NOUN", "INTJ"):
        return False
    return plain(word) not in _WORDS_TOO and one_surnamed(word, date) is not None


def _inside_longer_name(board: Board, index: int) -> bool:
    tokens = board.reading.tokens
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if (
        after is not None
        and tokens[index].entity in ("ORG", "FAC", "EVENT", "LAW")
        and after.entity == tokens[index].entity
    ):
        return not after.entity_start and after.pos == "PROPN"
    return False
