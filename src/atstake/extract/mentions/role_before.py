"""The title in front of a name, with what it is of: "former Ind. Mayor", "the minister, X,"."""

from __future__ import annotations

from atstake.extract.mentions.spots import Board
from atstake.facts.agents import meaning
from atstake.facts.american_states import american_states, bare
from atstake.facts.offices import ONE_HOLDER

MODIFIERS = frozenset(
    "former ex acting interim outgoing incoming late then ousted designate elect emeritus exiled deposed "
    "retired newly".split()
)
"""What dates a role."""
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split()
)
HONORIFIC = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame prof. professor".split())
"""Forms of address, which are no roles."""


def office_of_rank(board: Board, first: int) -> tuple[int, int] | None:
    """The office in front of a rank ("its chief of staff, General X"): it says more than the rank."""
    tokens = board.reading.tokens
    rank = _title_start(board, first)
    ranked = rank is not None and meaning(" ".join(t.text for t in tokens[rank:first]), "rank")
    if not ranked or rank is None or rank < 2 or tokens[rank - 1].text != ",":
        return None
    return role_before(board, rank) if board.same_sentence(rank, rank - 2) else None


def role_before(board: Board, first: int) -> tuple[int, int] | None:
    """The title right in front of a name, with whose or what it is of, or None."""
    tokens = board.reading.tokens
    end = first
    title = _title_start(board, end - 1) if end > 1 and tokens[end - 1].text == "," else None
    if title is not None and _is_title(board, title, end - 1):
        if not any(_is_apposed(board, i, first) for i in range(title, end - 1)):
            return None
        end -= 1
    start = _title_start(board, end)
    if start is None or _is_of_several(board, start, end, first):
        return None
    reached = _reaching(board, start, end, first)
    if reached is None:
        return None
    start = reached
    while start < end and (
        tokens[start].text in ("-", "'s", "’s", "'", "’")
        or (tokens[start].tag in ("VBD", "VBN", "VBG", "VBZ") and tokens[start].text.lower() not in MODIFIERS)
    ):
        start += 1
    start = _behind_age(board, _begin_of_name(board, start, first))
    start = _behind_setting(board, start, end)
    if start < end and tokens[end - 1].text.islower() and _is_of_any(board, start):
        return None
    return (start, end) if start < end else None


def _is_of_any(board: Board, start: int) -> bool:
    """Whether a title is of somebody not named: "there is one failed minister Ida Holm calls a friend"."""
    tokens, before = board.reading.tokens, start - 1
    while before > 0 and tokens[before].tag in ("JJ", "VBN", "VBG"):
        before -= 1
    return before >= 0 and tokens[before].text.lower() in _ANY


_ANY = frozenset("a an one another any no every".split())


def _reaching(board: Board, start: int, end: int, first: int) -> int | None:
    """Where a title begins with all that is said in front of it; None where what it is of is not told."""
    tokens = board.reading.tokens
    while start > 0 and board.same_sentence(first, start - 1) and first - start < 9:
        before = tokens[start - 1]
        if before.text == "," and (town := _town_before(board, start)) is not None:
            start = town
            continue
        if (whose := _whose(board, start, end)) is not None:
            if tokens[start].start - before.end > 1:
                # What a site sets behind a name stands between: whose title it is, is not told.
                return None
            start = whose
            continue
        extends = (
            before.pos in ("PROPN", "ADJ", "NOUN") or before.tag == "POS" or before.text in ("-", "'s", "’s")
        )
        if (
            not extends
            or before.text in (",", '"', "“", "”", "‘")
            or before.text.lower() in _DAYS
            or (before.pos == "NOUN" and before.dep == "pobj")
        ):
            break
        taken = board.taken.get(start - 1)
        if taken is not None and taken.type == "person":
            break
        if before.pos == "NOUN" and before.text.islower() and tokens[start].text[:1].isupper():
            # "... a carrot Foreign Minister X had held out": the title begins with its capital.
            break
        start -= 1
    return start


def _whose(board: Board, start: int, end: int) -> int | None:
    """Where a person's name begins that only says whose a title is: "former Ida Holm spokesman Jon Berg"."""
    taken, tokens = board.taken.get(start - 1), board.reading.tokens
    if taken is None or taken.type != "person" or taken.last != start:
        return None
    last = tokens[start - 1]
    return taken.first if last.dep == "compound" and start <= last.head < end else None


def _town_before(board: Board, start: int) -> int | None:
    """Where a town begins that stands with its state before an office: "former Moss Vale, Ind., Mayor"."""
    tokens = board.reading.tokens
    for state in (start - 2, start):
        town = state - 2
        if town < 0 or bare(tokens[state].text) not in american_states():
            continue
        if tokens[town].text.lower() in _DAYS:
            # "On Tuesday, Ohio Gov. Holm said".
            continue
        if tokens[state - 1].text == "," and tokens[town].pos == "PROPN":
            first = _first_of_town(board, town)
            # "In Moss Vale, Ind., Mayor Holm said": only where it was said.
            return None if first and tokens[first - 1].pos == "ADP" else first
    return None


def _first_of_town(board: Board, last: int) -> int:
    tokens, first = board.reading.tokens, last
    while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].entity == tokens[last].entity:
        first -= 1
    return first


def _behind_setting(board: Board, start: int, end: int) -> int:
    """Where a role begins behind a place that only sets the scene: "From Oslo Secretary of State X said"."""
    tokens, place = board.reading.tokens, start
    opens = start > 0 and tokens[start - 1].pos == "ADP" and tokens[start - 1].text.istitle()
    while opens and place < end and tokens[place].entity in ("GPE", "LOC"):
        place += 1
    office = board.words(place, end).casefold()
    return place if place < end and office in ONE_HOLDER else start


def _behind_age(board: Board, start: int) -> int:
    """Where a role begins behind an age: "30-year-old leader" is a leader."""
    words = [t.text.lower() for t in board.reading.tokens[start : start + _AGE]]
    return start + words.index("old") + 1 if "year" in words[:3] and "old" in words else start


_AGE = 6
"""Words of "30-year-old"."""


def _is_title(board: Board, start: int, end: int) -> bool:
    """Whether words in front of a comma and a name are an office, or say whose somebody is out of office.

    "The minister, Ida Holm,", "the family's lawyer, Ida Holm,".
    """
    words, before = board.words(start, end), board.reading.tokens[start - 1] if start else None
    if meaning(words, "office"):
        return True
    private = meaning(words, "rank", "person")
    return private is not None and private.sector == "CVL" and before is not None and before.tag == "POS"


def _begin_of_name(board: Board, start: int, first: int) -> int:
    """Where a name begins that the role would begin inside of: "12 Hours host", and not "Hours host"."""
    tokens = board.reading.tokens
    begin = start
    while (
        begin > 0
        and tokens[begin].entity not in ("", "DATE", "PERSON")
        and not tokens[begin].entity_start
        and begin - 1 not in board.taken
        and board.same_sentence(first, begin - 1)
    ):
        begin -= 1
    return begin if tokens[begin].entity_start or not tokens[start].entity else start


_FIELD = 5
"""Words of what an office is for."""


def role_with_field(board: Board, first: int) -> tuple[int, int] | None:
    """An office with what it is for, in front of a name: "Under Secretary of State for Trade Ida Holm"."""
    tokens, at = board.reading.tokens, first - 1
    while at > 1 and first - at <= _FIELD and (tokens[at].text.istitle() or tokens[at].pos == "CCONJ"):
        at -= 1
    if (
        first - at < _LEAST_FIELD
        or tokens[first - 1].pos == "CCONJ"
        or tokens[at].text not in ("of", "for")
        or tokens[at + 1].pos != "PROPN"
    ):
        return None
    start = _title_start(board, at)
    if start is None or not board.same_sentence(start, first) or not tokens[at - 1].text[:1].isupper():
        return None
    if not meaning(" ".join(t.text for t in tokens[start:at]), "office"):
        return None
    while start > 0 and tokens[start - 1].text.istitle() and meaning(tokens[start - 1].text) is None:
        if tokens[start - 1].pos not in ("PROPN", "ADJ", "ADP", "NOUN") or start - 1 in board.taken:
            break
        start -= 1
    return start, first


_LEAST_FIELD = 2


def _is_apposed(board: Board, title: int, name: int) -> bool:
    """Whether the syntax binds a name behind a comma to the title before it ("the minister, Ida Holm,")."""
    tokens = board.reading.tokens
    spanned = range(name, min(name + 4, len(tokens)))
    return any(tokens[i].dep == "appos" and tokens[i].head == title for i in spanned) or (
        tokens[title].dep in ("appos", "compound", "nmod") and tokens[title].head in spanned
    )


def _is_of_several(board: Board, start: int, end: int, name: int) -> bool:
    """Whether a plural stands before one name, which it then only counts ("151 delegates Holm won")."""
    tokens = board.reading.tokens
    title = meaning(" ".join(t.text for t in tokens[start:end]), "office", "rank", "person")
    if title is None or not title.plural:
        return False
    behind = tokens[name + 1 : name + 5]
    return not any(t.text.lower() in ("and", ",", "&", "or") for t in behind)


def _title_start(board: Board, end: int) -> int | None:
    """Where the title that ends at ``end`` begins, at its head phrase; None where there is none."""
    tokens = board.reading.tokens
    for length in (4, 3, 2, 1):
        start = end - length
        if start < 0 or not board.same_sentence(start, end - 1):
            continue
        if length == 1 and tokens[start].text.islower() and tokens[start].tag in ("VB", "VBP", "VBD"):
            # "Who could judge Holm": a deed.
            continue
        phrase = " ".join(t.text for t in tokens[start:end]).replace(" - ", "-")
        if meaning(phrase, "office", "rank"):
            return start if phrase.lower() not in HONORIFIC or _is_post(board, start) else None
        if (
            length == 1
            and meaning(phrase, "person", "government", "opposition")
            and tokens[start].pos in ("NOUN", "PROPN")
        ):
            return start
    return None


def _is_post(board: Board, index: int) -> bool:
    """Whether a professor's field or school is said, which makes a role of the form of address."""
    tokens = board.reading.tokens
    before = tokens[index - 1]
    bound = (
        index > 0 and before.dep in ("compound", "amod", "nmod") and before.pos in ("NOUN", "PROPN", "ADJ")
    )
    return bound and before.head >= index and tokens[index].text.lower() == "professor"
