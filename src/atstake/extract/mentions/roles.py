"""The title said with a name: in front of it, or in apposition ("X, a spokesman for the army,")."""

from __future__ import annotations

from collections.abc import Sequence

from atstake.extract.mentions.related import is_left, role_related
from atstake.extract.mentions.spots import Board
from atstake.facts.agents import agents, is_somebody, meaning
from atstake.facts.american_states import american_states, bare
from atstake.facts.gazetteer import Entry
from atstake.facts.offices import ONE_HOLDER
from atstake.model.reading import Reading, Token

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


def role_of(board: Board, first: int, last: int) -> tuple[int, int] | None:
    """The title in front of the name or in apposition behind it, as a range of tokens, or None."""
    return (
        _office_of_rank(board, first)
        or _role_before(board, first)
        or _with_field(board, first)
        or _role_apposed(board, last)
        or _role_after(board, last)
        or role_related(board, last)
    )


def _office_of_rank(board: Board, first: int) -> tuple[int, int] | None:
    """The office in front of a rank ("its chief of staff, General X"): it says more than the rank."""
    tokens = board.reading.tokens
    rank = _title_start(board, first)
    ranked = rank is not None and meaning(" ".join(t.text for t in tokens[rank:first]), "rank")
    if not ranked or rank is None or rank < 2 or tokens[rank - 1].text != ",":
        return None
    return _role_before(board, rank) if board.same_sentence(rank, rank - 2) else None


def _role_before(board: Board, first: int) -> tuple[int, int] | None:
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


def _with_field(board: Board, first: int) -> tuple[int, int] | None:
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


_ARTICLES = frozenset("the a an its his her their one".split())
_APPOSED = 14
"""Words of a role in apposition."""
_CLAUSES = frozenset({"relcl", "acl", "advcl", "appos"})


def _role_apposed(board: Board, last: int) -> tuple[int, int] | None:
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
    # "Ida Holm, her sister Ana, ...": the next of a list.
    return head if head + 1 == len(tokens) or tokens[head + 1].pos != "PROPN" else None


def _end_of_role(board: Board, start: int, head: int) -> int:
    """Where a role in apposition ends: before a clause, what else is joined, or where it grows too long."""
    tokens = board.reading.tokens
    end = head + 1
    while end < len(tokens) and (way := _way(board, end, head)) is not None:
        if _CLAUSES & {tokens[i].dep for i in way} or tokens[end].text in _STOPS:
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


def _is_post(board: Board, index: int) -> bool:
    """Whether a professor's field or school is said, which makes a role of the form of address."""
    tokens = board.reading.tokens
    before = tokens[index - 1]
    bound = (
        index > 0 and before.dep in ("compound", "amod", "nmod") and before.pos in ("NOUN", "PROPN", "ADJ")
    )
    return bound and before.head >= index and tokens[index].text.lower() == "professor"


def _role_after(board: Board, last: int) -> tuple[int, int] | None:
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


def modifier_of(board: Board, role: tuple[int, int] | None) -> str:
    """What dates the role ("former", "acting"), or ""."""
    if role is None:
        return ""
    words = [t.text.lower() for t in board.reading.tokens[role[0] : role[1]]]
    tokens, at = board.reading.tokens, role[0] - 1
    if at > 0 and tokens[at].text == "-":
        # "Then-Sen. Weil".
        at -= 1
    before = tokens[at].text.lower() if at >= 0 else ""
    for word in [before, *words[:4], words[-1]]:
        if word in MODIFIERS:
            return word
    return "former" if is_left(board, role) else ""


_SENT = frozenset(
    "ambassador envoy representative adviser advisor negotiator coordinator expert analyst inspector".split()
)


def countries_of(reading: Reading, role: tuple[int, int], places: dict[int, Entry]) -> list[str]:
    """The countries that a role is of: not where somebody is sent or what they know of.

    "Ambassador to Chad", "special envoy for Chad", "Chad envoy" tell no country; "Chadian envoy" does.
    """
    found = []
    words = [t.text.lower() for t in reading.tokens[role[0] : role[1]]]
    sent = bool(_SENT & set(words))
    for index in range(*role):
        entry = places.get(index)
        if entry is None or not entry.code:
            continue
        before = set(words[max(0, index - role[0] - 2) : index - role[0]])
        named = entry.kind in ("state", "capital", "region")
        short = words[index - role[0]].replace(".", "") in ("us", "un", "uk", "eu")
        behind = words[index - role[0] + 1 : index - role[0] + 2]
        subject = named and not short and bool(set(behind) & _SENT)
        if "to" in before or (sent and "for" in before) or subject:
            continue
        found.append(entry.code)
    return found
