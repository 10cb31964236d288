"""Names that the tables know, with the decision whether a place's name acts as a government."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from atstake.extract.mentions.borne import without_surnames
from atstake.extract.mentions.metonyms import acts
from atstake.extract.mentions.spots import Board, Spot
from atstake.facts.gazetteer import Entry, Hit, entry_of, match
from atstake.facts.people import one_surnamed
from atstake.facts.states import regions
from atstake.facts.tables import straight
from atstake.model.annotations import MentionForm, MentionType
from atstake.model.reading import Token

Found = tuple[int, int, Entry]

_MODIFIES = frozenset({"compound", "amod", "nmod", "nummod"})
# Names that are as often a person's, a US state's or a common word: taken only with a reason.
_DOUBTFUL = frozenset(
    "Jordan Chad Georgia Sofia Victoria Phoenix Charlotte Austin Santiago Lima Kingston "
    "Georgetown Wellington Brooklyn Wagner Fars Labour Apple Amazon Amnesty Spiegel Portland "
    "Albany Perth Darwin Aden Muscat".split()
)


def find_known(board: Board) -> list[Found]:
    """All names of the tables in the reading, as token ranges, longest first at each place."""
    text = straight(board.reading.text)
    tokens = board.reading.tokens
    found: list[Found] = []
    index = 0
    while index < len(tokens):
        hit = match(text, tokens[index].start, loose=True)
        last = _last_token(board, index, hit) if hit else index
        if hit and last > index and not _is_another(board, index, last, hit.entry):
            found.append(_with_adjective(board, index, last, hit.entry))
            index = last
        else:
            index += 1
    return _of_parts(board, _halves(board, _plausible(board, without_surnames(board, found))))


def _is_another(board: Board, first: int, last: int, entry: Entry) -> bool:
    """Whether a name of the tables stands for something else here."""
    return _are_parts(board, first, last) or _part_of_longer(board, first, last, entry)


def _are_parts(board: Board, first: int, last: int) -> bool:
    """Whether "States" are those of a federation, and not the United States: "States with old laws"."""
    tokens = board.reading.tokens
    if board.words(first, last) != "States":
        return False
    before = tokens[first - 1].text.lower() if first else ""
    after = tokens[last].text.lower() if last < len(tokens) else ""
    return before != "the" or after in ("with", "that", "of", "where", "which", "like", "such")


def _with_adjective(board: Board, first: int, last: int, entry: Entry) -> Found:
    """A name with the small word before it, where that is a group of its own: "congressional Democrats"."""
    before = board.reading.tokens[first - 1].text if first else ""
    if entry.kind == "organisation" and before.islower() and before != "the":
        longer = entry_of(board.words(first - 1, last))
        if longer is not None and longer.kind == "organisation":
            return (first - 1, last, longer)
    return (first, last, entry)


def _halves(board: Board, found: list[Found]) -> list[Found]:
    """ "The North" where the document names a state of two ("North Korea"): that state."""
    states = {entry.name.split()[0]: entry for _, _, entry in found if entry.kind == "state"}
    halves = {half: states[half] for half in ("North", "South") if half in states}
    if not halves:
        return found
    taken = {i for first, last, _ in found for i in range(first, last)}
    tokens = board.reading.tokens
    more = [
        (index, index + 1, halves[token.text])
        for index, token in enumerate(tokens)
        if token.text in halves
        and index not in taken
        and index > 0
        and tokens[index - 1].text.lower() == "the"
        and not (index + 1 < len(tokens) and tokens[index + 1].pos == "PROPN")
    ]
    return sorted([*found, *more], key=lambda hit: hit[:2])


def _of_parts(board: Board, found: list[Found]) -> list[Found]:
    """The chamber or the party of a part of a state ("the Karsa Senate", "the state Senate") as its own.

    It is none of the whole state's. Where the whole one's is not named before it, "the Senate" behind it is
    that of the part too.
    """
    made: list[Found] = []
    chambers: set[str] = {"Senate"} if _is_of_a_part(board.reading.text) else set()
    seen: set[str] = set()
    for first, last, entry in found:
        name = board.words(first, last)
        before = _part_before(board, first) if _has_parts(board, first, last, entry) else None
        if before is not None:
            while made and made[-1][1] > before:
                made.pop()
            made.append((before, last, replace(entry, kind="organisation", name="", sector="")))
            chambers |= {name} - seen if entry.sector == "LEG" else set()
        elif name in chambers and entry.kind == "seat":
            made.append((first, last, replace(entry, kind="organisation", name="", sector="")))
        else:
            seen.add(name)
            made.append((first, last, entry))
    return made


_PARTS_OWN = re.compile(
    r"\b[Ss]tate(?:[’']s)? (?:(?:Sens?|Reps?)\.|(?:Senate|House|[Ll]egislature|[Ss]enators?"
    r"|[Rr]epresentatives?|[Ll]awmakers?|legislators?)\b)"
)
_WHOLES = re.compile(r"\b(?:U\.?S\.? (?:Senat\w+|House|Sen\.|Rep\.|Congress\w*)|Congress\b|Capitol Hill)")


def _is_of_a_part(text: str) -> bool:
    """Whether a text speaks of the chambers of a part of a state, and never of the whole one's."""
    return _PARTS_OWN.search(text) is not None and _WHOLES.search(text) is None


def _has_parts(board: Board, first: int, last: int, entry: Entry) -> bool:
    """Whether parts of a state have a body of that name too: a senate, a party, the members of one."""
    if entry.sector not in ("LEG", "PTY") or entry.kind not in ("seat", "organisation"):
        return False
    return board.reading.tokens[last - 1].text in _OF_PARTS


_OF_PARTS = frozenset({"Senate", "Party", "GOP", "Democrats", "Republicans"})


def _part_before(board: Board, first: int) -> int | None:
    """Where the name of a part of a state right before a token begins, or "state" ("the state Senate")."""
    if not first:
        return None
    tokens = board.reading.tokens
    if tokens[first - 1].tag == "POS" and first > 1 and tokens[first - 2].text in ("state", "State"):
        return first
    if not _touches(board, first):
        return None
    state = board.reading.tokens[first - 1].text in ("state", "State")
    end = first - 1 if state and _touches(board, first - 1) else first
    for begin in range(end - 1, max(-1, end - 1 - _PART_WORDS), -1):
        name = board.words(begin, end)
        if any(region.name == name for region in regions()):
            return begin
    return first - 1 if state else None


def _touches(board: Board, index: int) -> bool:
    """Whether a space and no more parts a token from the one before it."""
    tokens = board.reading.tokens
    return index > 0 and board.reading.text[tokens[index - 1].end : tokens[index].start] == " "


_PART_WORDS = 3
"""Words of the name of a part of a state."""


def _last_token(board: Board, index: int, hit: Hit) -> int:
    """The token after the hit, or ``index`` where the hit ends inside a token."""
    tokens = board.reading.tokens
    last = index
    while last < len(tokens) and tokens[last].start < hit.end:
        last += 1
    end = tokens[last - 1].end
    trailing = board.reading.text[hit.end : end]
    return last if not trailing.strip(".'’s-") else index


def _part_of_longer(board: Board, first: int, last: int, entry: Entry) -> bool:
    """Whether the hit is a piece of a longer name ("Denzel Washington", "Washington Examiner")."""
    tokens = board.reading.tokens
    if entry.kind == "demonym" and tokens[last - 1].tag in ("NNS", "NNPS"):
        # "Chileans for Fair Roads" are a body, not the people.
        return [t.text.lower() == "for" for t in tokens[last : last + 1]] == [True] and (
            last + 1 < len(tokens) and tokens[last + 1].text[:1].isupper()
        )
    if entry.kind in ("person", "demonym"):
        return False
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    label = tokens[last - 1].entity
    if label == "PERSON" and entry.kind != "seat":
        joined_before = before is not None and before.entity == "PERSON" and not tokens[first].entity_start
        joined_after = after is not None and after.entity == "PERSON" and not after.entity_start
        if (joined_before or joined_after) and not (before and before.text == "/"):
            return joined_after or not _is_behind_another(board, first)
    if label in ("ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT") and entry.kind in (
        "state",
        "capital",
        "region",
    ):
        joined_after = (
            after is not None and after.entity == label and not after.entity_start and after.pos == "PROPN"
        )
        return joined_after
    return False


def _is_behind_another(board: Board, place: int) -> bool:
    """Whether the one word before a place is somebody's surname: "won Holm Ohio" has two objects."""
    tokens, at = board.reading.tokens, place - 1
    if not tokens[at].entity_start or at < 1 or tokens[at - 1].pos not in ("VERB", "AUX"):
        return False
    surname = tokens[at].text
    held = one_surnamed(surname, board.reading.document.date) is not None
    return held or any(
        t.text == surname and t.entity == "PERSON" and not t.entity_start
        for t in tokens
        if t is not tokens[at]
    )


def _plausible(board: Board, found: list[Found]) -> list[Found]:
    """Leaves out doubtful names that nothing in the document supports."""
    codes = Counter(entry.code for first, last, entry in found if board.words(first, last) not in _DOUBTFUL)
    lands = {board.words(f, x) for f, x, e in found if e.kind == "organisation" and is_land(board, f, x)}
    as_states = _as_states(board, found)
    kept = []
    for first, last, entry in found:
        name = board.words(first, last)
        token = board.reading.tokens[last - 1]
        if name in ("IS", "WHO") and token.pos != "PROPN":
            continue
        if name in _DOUBTFUL:
            if entry.kind in ("organisation", "armed-group"):
                plausible = token.entity == "ORG" and name not in lands
            elif entry.kind == "state":
                placed = token.entity == "GPE" or name in as_states
                plausible = codes[entry.code] > 0 or (name != "Georgia" and placed)
            else:
                plausible = token.entity != "PERSON" and codes[entry.code] > 0
            if not plausible:
                continue
        kept.append((first, last, entry))
    return kept


def _as_states(board: Board, found: list[Found]) -> set[str]:
    """The names that the recogniser takes for a place once in a text in which they are nobody's surname."""
    tokens = board.reading.tokens
    surnames = {t.text for t in tokens if t.entity == "PERSON" and not t.entity_start}
    names = {board.words(f, x) for f, x, e in found if e.kind == "state" and tokens[x - 1].entity == "GPE"}
    return names - surnames


def is_land(board: Board, first: int, last: int) -> bool:
    """Whether a firm's name is that of a river or the land about it: "the Amazon", "Amazon rainforest".

    A firm has an article only where its name describes the noun behind it ("the Amazon founder").
    """
    tokens = board.reading.tokens
    if board.words(first, last) not in _DOUBTFUL or last >= len(tokens):
        return False
    if tokens[last].text.lower() in _LANDS:
        return True
    describes = tokens[last - 1].dep in _MODIFIES and tokens[last - 1].head >= last
    return first > 0 and tokens[first - 1].text.lower() == "the" and not describes


_LANDS = frozenset(
    "river rain rainforest rainforests forest forests jungle basin delta valley region biome fires".split()
)


def put_known(board: Board, found: list[Found]) -> None:
    """Puts the names that are mentions of their own on the board: people, bodies, states that act, places."""
    for first, last, entry in found:
        if not board.free(first, last):
            continue
        spot = _spot(board, first, last, entry)
        if spot is not None:
            board.put(spot)


def _spot(board: Board, first: int, last: int, entry: Entry) -> Spot | None:
    if entry.kind == "person":
        return None
    form = _form(board, first, last)
    token = board.reading.tokens[last - 1]
    if entry.kind in ("organisation", "armed-group"):
        kind: MentionType = "armed-group" if entry.kind == "armed-group" else "organisation"
        return Spot(first, last, last - 1, form, kind, entry.code or None, entry.name)
    if entry.kind == "demonym":
        return _demonym(board, first, last, entry, form)
    acting = not dateline(board, first, last) and acts(board.reading, first, last) > 0
    if entry.kind == "region":
        return Spot(first, last, last - 1, form, "place", entry.code, entry.name)
    if token.dep in _MODIFIES and (not acting or entry.kind == "seat") and _modifies_noun(board, first, last):
        if entry.kind != "seat" or board.reading.tokens[token.head].lemma.lower() not in _ITS_WORDS:
            return None
        acting = True
    if entry.kind == "seat":
        if not acting and not _BUILDINGS.search(board.words(first, last)):
            acting = True
        return Spot(
            first, last, last - 1, form, "organisation" if acting else "place", entry.code, entry.name, acting
        )
    return Spot(
        first, last, last - 1, form, "government" if acting else "place", entry.code, entry.name, acting
    )


_ITS_WORDS = frozenset("statement memo letter readout announcement tweet communique communiqué".split())
"""What a seat of government writes is its own: "a White House statement"."""
_BUILDINGS = re.compile(r"\b(House|Palace|Oval Office|Hill|Street|Pentagon|Kremlin|Whitehall|Avenue|Square)$")
"""Seats that are places one can be in; "Congress" and "the State Department" always act."""


def _modifies_noun(board: Board, first: int, last: int) -> bool:
    """Whether the name stands right before the noun it modifies ("US officials"), not in a bare list."""
    tokens = board.reading.tokens
    head = tokens[tokens[last - 1].head]
    return (
        head.pos in ("NOUN", "PROPN", "ADJ") and head.start > tokens[last - 1].start and head.entity != "GPE"
    )


def _demonym(board: Board, first: int, last: int, entry: Entry, form: MentionForm) -> Spot | None:
    """A demonym as a noun: a government where "the Russians" act as one, else a population."""
    token = board.reading.tokens[last - 1]
    if (
        token.dep in _MODIFIES
        or token.pos == "ADJ"
        or (token.tag in ("JJ", "NNP") and token.dep == "compound")
    ):
        return None
    if not token.text.endswith(("s", "men", "ese", "sh", "ch")) or token.lemma.lower() == "english":
        return None
    before = board.reading.tokens[first - 1].text.lower() if first else ""
    acting = before == "the" and acts(board.reading, first, last) > 0 and not _are_some(board, token)
    start = first - 1 if before == "the" else first
    kind: MentionType = "government" if acting else "population"
    return Spot(start, last, last - 1, form, kind, entry.code, entry.name, acting)


_SOME = (
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{{1,3}}) (?:\w+ ){{0,2}}{}(?:s\b"
    r"| (?:citizens|nationals|prisoners|detainees|hostages|captives|tourists|students|journalists|reporters"
    r"|missionaries|sailors|soldiers|passengers|men|women)\b)"
)
"""People of a nation, counted."""


def _are_some(board: Board, demonym: Token) -> bool:
    """Whether a text told of some people of a nation before, whom the plural then means: "the Americans"."""
    reading = board.reading
    pattern = _SOME.format(re.escape(demonym.text.removesuffix("s")))
    return re.search(pattern, reading.text[: demonym.start], re.IGNORECASE) is not None


def _form(board: Board, first: int, last: int) -> MentionForm:
    name = board.words(first, last)
    return "acronym" if last - first == 1 and name.replace(".", "").isupper() and len(name) <= 8 else "name"


def dateline(board: Board, first: int, last: int) -> bool:
    """Whether the name stands in a dateline ("SEOUL, Dec 15 (Reuters) -", "MOSCOW — ")."""
    reading = board.reading
    span = reading.document.dateline
    start, end = reading.tokens[first].start, reading.tokens[last - 1].end
    if span is not None and span.start <= start < span.end:
        return True
    paragraph = next((p for p in reading.paragraphs if p.start <= start < p.end), None)
    if paragraph is None or start - paragraph.start > 40:
        return False
    before, after = reading.text[paragraph.start : start], reading.text[end : min(end + 40, paragraph.end)]
    if any(c in before for c in ".:!?"):
        return False
    name = reading.text[start:end]
    marked = (
        "(" in after[:30]
        or "—" in after[:30]
        or " - " in after[:30]
        or " -- " in after[:32]
        or "–" in after[:30]
    )
    return marked and (name.isupper() or start == paragraph.start) and _lower_words(before + after) <= 1


def _lower_words(text: str) -> int:
    cut = min(
        (i for i in (text.find("("), text.find("—"), text.find(" - "), text.find("–")) if i >= 0), default=30
    )
    return sum(word[:1].islower() for word in text[:cut].split())
