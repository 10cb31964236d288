"""Names of people, with the role that is said beside them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile

from atstake.extract.mentions.known import Found
from atstake.extract.mentions.roles import HONORIFIC, modifier_of, role_of
from atstake.extract.mentions.spots import Board, Spot
from atstake.facts.agents import is_somebody, meaning, sex_of
from atstake.facts.cues import verbs
from atstake.facts.gazetteer import Entry
from atstake.facts.organisations import named_as
from atstake.facts.people import named, people, surnamed
from atstake.facts.spelling import families, family_first
from atstake.facts.tables import plain
from atstake.model.reading import Token

_PARTICLES = frozenset(
    "al el bin ibn ben bint de del della der den di da dos du van von la le ter ap abu abd ul ud y".split()
)
_ARABIC = frozenset("al el bin ibn bint abu abd".split())
_NOT_IN_NAMES = frozenset(
    "The A An In On At By For From With And But Or As If When While After Before Since Though Although "
    "Because Until Unless Despite Whether Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "
    "August September October November December Photo Image Video Read More Mr Mrs Ms Mr. Mrs. "
    "Ms. Dr Dr. Sen. Rep. Gov. Gen. Related Update Breaking Opinion Exclusive Watch Getty Images "
    "Brexit Reuters AP AFP Twitter Facebook Share Follow Story Continued".split()
)
_LONGEST_NAME = 4
"""Words of a name."""
# Surnames of office holders that are common words or places.
_WORDS_TOO = frozenset(
    "may rice power key fox park moon ban hunt brown major ford bush hague grant price cook baker gates "
    "straw blair gore quinn reid lula ma li hu wen xi ri chan khan sharon sun lee jordan austin".split()
)


def put_persons(board: Board, found: list[Found]) -> None:
    """Puts the people on the board: those of the tables, those the recogniser finds, those behind a title."""
    places = {i for first, last, entry in found if entry.kind != "person" for i in range(first, last)}
    for first, last, entry in found:
        if entry.kind == "person" and board.free(first, last):
            grown = _grown(board, first, last)
            _put(board, *grown, entry if grown[1] == last else None)
    for first, last in _recognised(board, places):
        if board.free(first, last) and _is_said_to_be_a_body(board, first, last):
            board.put(Spot(first, last, last - 1, "name", "organisation"))
        elif board.free(first, last):
            _put(board, first, last, None)
    _put_turns(board)
    _put_behind_titles(board, places)
    _put_apposed(board, places)
    _put_acting(board, places)
    _put_recurring(board, places)
    _put_surnames(board, places)


def _put(board: Board, first: int, last: int, entry: Entry | None) -> None:
    role = role_of(board, first, last)
    known = people().get(entry.name) if entry else named(board.words(first, last))
    country = (known.country or None) if known else None
    name = known.name if known else ""
    head = last - 1
    board.put(Spot(first, last, head, "name", "person", country, name, False, role, modifier_of(board, role)))


def _grown(board: Board, first: int, last: int) -> tuple[int, int]:
    """A known name with a further name behind it is another person ("Charles Taylor Jr.")."""
    tokens = board.reading.tokens
    while last < len(tokens) and tokens[last].text in ("Jr", "Jr.", "Sr.", "II", "III"):
        last += 1
    return first, last


def _recognised(board: Board, places: set[int]) -> list[tuple[int, int]]:
    """Runs of tokens that the recogniser calls a person, trimmed of titles and mended at hyphens."""
    tokens = board.reading.tokens
    found = []
    index = 0
    while index < len(tokens):
        if tokens[index].entity != "PERSON" or not is_name_token(tokens[index]):
            index += 1
            continue
        first = index
        last = _end_of_name(board, first, places)
        first, last = _trimmed(board, _start_of_name(board, first, places), last)
        first = max([first, *(i + 1 for i in range(first, last - 1) if _is_place_before(board, i, places))])
        first = _without_verb(board, first, last)
        if (
            last > first
            and _looks_like_person(board, first, last, places)
            and not _is_the(board, first, last)
        ):
            found.append((first, last))
        index = max(last, index + 1)
    return found


def _is_place_before(board: Board, index: int, places: set[int]) -> bool:
    """Whether a place only stands before a name; before "Al" it is a given name ("Sydney Al Tamer")."""
    return index in places and board.reading.tokens[index + 1].text.lower() not in _ARABIC


def _is_the(board: Board, first: int, last: int) -> bool:
    """Whether two words or more right behind "the" are no person's name: "the Norden Tribune"."""
    behind = first > 0 and board.reading.tokens[first - 1].text in ("the", "The")
    return behind and last - first > 1 and named(board.words(first, last)) is None


_NO_NAMES = frozenset("VBG VB VBD VBZ VBN VBP IN JJ NN WP CD CC TO DT".split())


def _without_verb(board: Board, first: int, last: int) -> int:
    """A capitalised verb in a headline is no given name ("Meet Xi", "Clashes Between Xi")."""
    tokens = board.reading.tokens
    inside = (i for i in range(first + 1, last - 1) if tokens[i].tag == "IN" and tokens[i].text.istitle())
    first = max(first, *(i + 1 for i in inside), 0)
    starts = first == 0 or not board.same_sentence(first, first - 1)
    verb = tokens[first].tag in _NO_NAMES
    never = tokens[first].tag[0] == "V" or tokens[first].tag in ("IN", "CC", "TO", "DT")
    verb = verb and (starts or never)
    return first + 1 if last - first > 1 and (verb or _is_inverted(board, first, last)) else first


def _is_inverted(board: Board, first: int, last: int) -> bool:
    """Whether "Said Holm: ..." opens a sentence of a text that names Holm, and Said Holm nowhere else."""
    tokens = board.reading.tokens
    if last - first != 2 or not _opens_as_verb(board, first):
        return False
    before = [tokens[i - 1].text for i, t in enumerate(tokens) if i and t.text == tokens[last - 1].text]
    return before.count(tokens[first].text) == 1 and len(before) > 1


def _opens_as_verb(board: Board, index: int) -> bool:
    """Whether an inflected verb of saying opens a sentence, whatever else it may be ("Said")."""
    word = board.reading.tokens[index].text.lower()
    opens = index == 0 or not board.same_sentence(index, index - 1)
    return opens and verbs().get(word, word) != word


def is_name_token(token: Token) -> bool:
    """Whether a token can be part of a person's name."""
    return (
        token.text[:1].isupper() and token.text not in _NOT_IN_NAMES and any(c.isalpha() for c in token.text)
    )


def _glued(board: Board, left: int) -> bool:
    """Whether a token touches the next with no space between."""
    tokens = board.reading.tokens
    return left + 1 < len(tokens) and left >= 0 and tokens[left].end == tokens[left + 1].start


def _end_of_name(board: Board, index: int, places: set[int]) -> int:
    tokens = board.reading.tokens
    last = index + 1
    while last < len(tokens) and board.same_sentence(index, last) and last not in board.taken:
        token = tokens[last]
        if token.text in ("-", "‑") and _glued(board, last - 1) and _glued(board, last):
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


def _behind_nickname(board: Board, index: int) -> int:
    """Where a name goes on behind a nickname in quotation marks, as in 'Ada M. "Addie" Holm'; 0 for none."""
    tokens = board.reading.tokens
    opened = index + 3 < len(tokens) and tokens[index].text in _QUOTES and _glued(board, index)
    if not opened or not board.same_sentence(index, index + 3):
        return 0
    nick, closed, name = tokens[index + 1 : index + 4]
    quoted = closed.text in _QUOTES and nick.end == closed.start and nick.text[:1].isupper()
    whole = tokens[index - 1].end < tokens[index].start and closed.end < name.start
    goes_on = name.pos == "PROPN" and is_name_token(name) and not meaning(name.text)
    return index + 3 if quoted and whole and goes_on else 0


_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})


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


def _next_is_name(board: Board, index: int) -> bool:
    tokens = board.reading.tokens
    if index + 1 >= len(tokens):
        return False
    step = 2 if tokens[index + 1].text in ("-", "‑") else 1
    return index + step < len(tokens) and tokens[index + step].text[:1].isupper()


def _start_of_name(board: Board, index: int, places: set[int]) -> int:
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
        if before.text in ("-", "‑") and _glued(board, first - 1) and _glued(board, first - 2):
            first -= 2
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


def _has_given(board: Board, first: int) -> bool:
    """Whether a capitalised word, not behind a preposition, is the given name before "Al" or "bin"."""
    tokens = board.reading.tokens
    if not first or tokens[first].text.lower() not in _ARABIC or not board.same_sentence(first, first - 1):
        return False
    given = tokens[first - 1]
    behind = first > 1 and tokens[first - 2].pos == "ADP" and board.same_sentence(first, first - 2)
    return given.pos == "PROPN" and is_name_token(given) and first - 1 not in board.taken and not behind


def _trimmed(board: Board, first: int, last: int) -> tuple[int, int]:
    tokens = board.reading.tokens
    while first < last and (
        (meaning(tokens[first].text, "office", "rank", "government", "body", "person") and (last - first > 1))
        or tokens[first].text.lower() in HONORIFIC
        or not is_name_token(tokens[first])
    ):
        if tokens[first].text.lower() in _PARTICLES and tokens[first].text.lower() in (
            "al",
            "el",
            "abu",
            "ibn",
            "de",
            "van",
            "von",
        ):
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


def _looks_like_person(board: Board, first: int, last: int, places: set[int]) -> bool:
    name = board.words(first, last)
    if len(name) < 2 or any(_is_place_before(board, i, places) for i in range(first, last - 1)):
        return False
    if last - 1 in places or any(c.isdigit() for c in name) or "@" in name or "http" in name:
        return False
    if last - first == 1 and _is_no_person(board, name):
        return False
    if meaning(name, "office") or all(
        meaning(t.text, "office", "rank") for t in board.reading.tokens[first:last]
    ):
        return False
    last_word = board.reading.tokens[last - 1].text
    body = meaning(last_word, "body", "government") is not None
    body = body or (named_as(name) != "" and not sex_of(name))
    return not (body and last - first > 1) and len(name.split()) <= 6


def _is_no_person(board: Board, name: str) -> bool:
    """A single word that stands behind "the" or in a place ("the Observatory", "in Douma") is no person's."""
    tokens = board.reading.tokens
    before = {tokens[i - 1].text.lower() for i, t in enumerate(tokens) if t.text == name and i}
    return bool(before & {"the", "in", "near", "at", "around", "outside", "inside", "across"})


def _put_behind_titles(board: Board, places: set[int]) -> None:
    """ "President Kiir", "Gen. Haftar": capitalised words behind a title are a person."""
    tokens = board.reading.tokens
    for index in range(1, len(tokens)):
        if index in board.taken or index in places or not is_name_token(tokens[index]):
            continue
        before = tokens[index - 1]
        if not (meaning(before.text, "office", "rank") or before.text.lower() in HONORIFIC):
            continue
        if (
            before.text.lower() in ("chief", "head", "director", "leader", "major", "private", "general")
            and tokens[index].pos != "PROPN"
        ):
            continue
        if tokens[index].pos != "PROPN" or meaning(tokens[index].text) or not before.text[:1].isupper():
            continue
        if not board.same_sentence(index - 1, index):
            continue
        last = index + 1
        while (
            last < len(tokens)
            and last not in board.taken
            and last not in places
            and (
                (tokens[last].text in ("-", "‑") and _glued(board, last - 1) and _glued(board, last))
                or (
                    tokens[last].pos == "PROPN"
                    and is_name_token(tokens[last])
                    and not meaning(tokens[last].text)
                )
                or (tokens[last].text.lower() in _PARTICLES and _next_is_name(board, last))
            )
        ):
            last += 1
        first, last = _trimmed(board, index, last)
        if last > first and last - first <= 5:
            _put(board, first, last, None)


def _put_apposed(board: Board, places: set[int]) -> None:
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
                _put(board, index, last, None)
        index = max(last, index + 1)


def _put_acting(board: Board, places: set[int]) -> None:
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
            _put(board, index, last, None)
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


# Words that end the names of places whose first word is often a given name ("Charlotte Harbor").
_LANDS = frozenset(
    "avenue bay beach bluff bridge canyon castle city cove county court creek fall field forest garden grove "
    "harbor harbour height hill hospital house hotel island isle junction lake mill mountain park pier place "
    "plain plaza point pond ridge river road school spring square station street township trail valley "
    "village way wood".split()
)


def _is_said_to_be_a_body(board: Board, first: int, last: int) -> bool:
    """ "X, the aid agency,", "the newspaper X", "X, which ...": whatever the recogniser calls it."""
    tokens = board.reading.tokens
    if first and tokens[first - 1].text in _BODIES_BEFORE:
        return True
    if last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].text == "which":
        return True
    children = (c for i in range(first, last) for c in board.reading.children.get(i, ()))
    behind = (tokens[c].text for c in children if c >= last and tokens[c].dep == "appos")
    return any(
        (m := meaning(word)) is not None and m.group == "body" and not is_somebody(word) for word in behind
    )


_BODIES_BEFORE = frozenset(
    "company firm bank airline manufacturer carmaker automaker corporation conglomerate retailer newspaper "
    "website broadcaster magazine tabloid charity party union agency university network channel".split()
)
"""Nouns behind which no person's name stands without a comma: "the website Norden Lens"."""


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


def _is_one_office(board: Board, first: int, last: int) -> bool:
    """Whether the words name an office that one person holds, and no body ("the firm of the president")."""
    own = takewhile(lambda t: t.pos != "ADP", board.reading.tokens[first:last])
    found = [m for t in own if (m := meaning(t.text, "office", "rank"))]
    return bool(found) and not any(m.plural for m in found)


def _put_turns(board: Board) -> None:
    """The label of a transcript's turn ("SECRETARY KERRY") is a person, behind a title or not."""
    for turn in board.reading.document.turns:
        indices = board.reading.tokens_in(turn.speaker)
        first, last = indices.start, indices.stop
        while last > first and not any(c.isalpha() for c in board.reading.tokens[last - 1].text):
            last -= 1
        while last - first > 1 and _heads_label(board.reading.tokens[first].text):
            first += 1
        if names_nobody(board.words(first, last)):
            continue
        if last > first and board.free(first, last) and not _is_title(board.reading.tokens[first].text):
            _put(board, first, last, None)


# Labels of transcripts for a part that anybody can have.
_PARTS = frozenset(
    "q a question answer questioner reporter journalist press moderator interpreter translator operator host "
    "participant audience interviewer interviewee speaker voice unidentified unknown male female all".split()
)


def names_nobody(label: str) -> bool:
    """Whether a speaker's label names a part and not a person ("Q", "QUESTION 2", "UNIDENTIFIED MALE")."""
    words = re.findall(r"[a-z]+", label.lower())
    return len("".join(words)) < 2 or all(word in _PARTS for word in words)


def is_address(word: str) -> bool:
    """Whether it is a form of address ("Mr", "MS.")."""
    return word.lower() in HONORIFIC


def _heads_label(word: str) -> bool:
    """A title, or what is left of one ("MR" and "." of "MR. ARDEN")."""
    return not any(c.isalpha() for c in word) or _is_title(word)


def _is_title(word: str) -> bool:
    return word.lower() in HONORIFIC or meaning(word, "office", "rank", "body", "person") is not None


def _put_recurring(board: Board, places: set[int]) -> None:
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
        if named_so and _is_the(board, index, last):
            board.put(Spot(index, last, last - 1, "name", "organisation"))
        elif named_so:
            _put(board, index, last, None)
        index = max(last, index + 1)


def _unclaimed(board: Board, index: int, places: set[int]) -> bool:
    token = board.reading.tokens[index]
    plain = token.pos == "PROPN" and is_name_token(token) and token.text[1:].islower()
    return (
        plain and index not in places and index not in board.taken and token.entity in ("", "PERSON", "ORG")
    )


def _put_surnames(board: Board, places: set[int]) -> None:
    """Bare surnames of people who stand elsewhere in the document with their full name."""
    tokens = board.reading.tokens
    full: Counter[str] = Counter()
    for spot in board.spots:
        if spot.type == "person" and spot.last - spot.first > 1:
            name = board.words(spot.first, spot.last)
            surname = tokens[spot.first if family_first(name) else spot.last - 1].text
            full[_without_lost(surname, board.reading.document.date)] += 1
            if spot.known:
                full.update(w for w in spot.known.split() if len(w) > 2)
    double = {
        w for s in board.spots if s.type == "person" for w in board.words(s.first, s.last).split() if "-" in w
    }
    full.update(t.text for t in tokens if _holds_office(t, board.reading.document.date))
    for index, token in enumerate(tokens):
        lost = token.text.endswith("s") and len(token.text) > 5 and token.text not in full
        if lost and index and tokens[index - 1].text.lower() == "the":
            # "The Holms" are a family.
            continue
        bare = token.text[:-1] if lost else token.text
        if index in board.taken or index in places or bare not in full or not token.text[:1].isupper():
            continue
        if token.pos not in ("PROPN", "NOUN", "X", "ADJ", "VERB", "INTJ") and token.entity != "PERSON":
            continue
        if any(none(board, index) for none in (_inside_longer_name, _is_of_a_firm, _opens_as_verb)):
            continue
        first = index
        while first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].text.lower() in _PARTICLES:
            first -= 2
        if index > 1 and tokens[index - 1].text == "-" and board.words(index - 2, index + 1) in double:
            first = index - 2
        if board.free(first, index + 1):
            _put(board, first, index + 1, _entry_of(bare, board.reading.document.date) if lost else None)


def _is_of_a_firm(board: Board, index: int) -> bool:
    """Whether a surname is joined by "&": "Holm & Sons", "Holm & Holm"."""
    tokens = board.reading.tokens
    return "&" in (t.text for t in tokens[max(0, index - 1) : index + 2])


def _entry_of(surname: str, date: str | None) -> Entry | None:
    """The table's entry of a surname that has lost its apostrophe ("Merkels"), where only one is meant."""
    holding = surnamed(surname, date) if date else ()
    return Entry("person", holding[0].name, holding[0].country) if len(holding) == 1 else None


def _without_lost(surname: str, date: str | None) -> str:
    """The surname without the s of a lost apostrophe, where the rest is an office holder of the table."""
    lost = surname.endswith("s") and _entry_of(surname[:-1], date) and not _entry_of(surname, date)
    return surname[:-1] if lost else surname


def _holds_office(token: Token, date: str | None) -> bool:
    """Whether a capitalised word is the surname of just one office holder of the table on the date."""
    word = token.text
    if not date or len(word) < 4 or not word[0].isupper() or token.pos not in ("PROPN", "NOUN", "INTJ"):
        return False
    return plain(word) not in _WORDS_TOO and len(surnamed(word, date)) == 1


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
