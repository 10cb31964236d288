"""Nominal mentions of actors: "the Syrian government", "rebels", "officials in Ankara", "the minister"."""

from __future__ import annotations

from dataclasses import dataclass

from atstake.extract.mentions.counted import is_counted
from atstake.extract.mentions.missions import congressional, mission
from atstake.extract.mentions.spots import Board, Spot
from atstake.facts.agents import Agent, meaning
from atstake.facts.gazetteer import Entry
from atstake.facts.organisations import MISSIONS
from atstake.facts.people import named, people, surnamed
from atstake.model.annotations import MentionForm, MentionType

_LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "advmod", "case", "punct"}
)
_TYPES: dict[str, MentionType] = {
    "office": "person",
    "rank": "person",
    "person": "person",
    "government": "government",
    "body": "organisation",
    "armed": "armed-group",
    "opposition": "organisation",
    "population": "population",
}
# Nouns of the table that mean an actor only behind an article or a name ("the state", "its side").
_VAGUE = frozenset(
    "state side head chief member chair house force industry business market command press school "
    "daily staff local party source minister general private major host star post command officer "
    "personnel figure rally nation public campaign resistance house representative deputy justice "
    "count lord bank maker mission program women children committee council commission bureau "
    "agency assembly department tank missile jet drone helicopter fleet firm institute foundation "
    "league association society union club faction executive proxy speaker owner trader".split()
)


@dataclass(frozen=True, slots=True)
class _Phrase:
    first: int
    last: int
    head: int
    agent: Agent


def put_nominals(board: Board, places: dict[int, Entry]) -> None:
    """Puts the nominal mentions on the board; ``places`` are the tokens of names of states, by index."""
    tokens = board.reading.tokens
    roles = {i for spot in board.spots if spot.role for i in range(*spot.role)}
    for index, token in enumerate(tokens):
        if token.pos not in ("NOUN", "PROPN", "ADJ") or index in board.taken or index in roles:
            continue
        if is_counted(board, index):
            continue
        phrase = _phrase(board, index, places)
        if phrase is None or _vague(board, phrase):
            continue
        spot = _delegation(board, phrase, places) or _spot(board, phrase, places)
        if spot is not None and board.free(spot.first, spot.last):
            board.put(spot)


def _phrase(board: Board, index: int, places: dict[int, Entry]) -> _Phrase | None:
    """The longest agent phrase whose head word is the token: "secretary of state", "foreign ministry"."""
    tokens = board.reading.tokens
    if index + 2 < len(tokens) and tokens[index + 1].text.lower() == "of":
        for length in (5, 4, 3):
            agent = _meaning(board, index, index + length, places)
            if agent:
                return _Phrase(index, index + length, index, agent)
    for length in (4, 3, 2, 1):
        start = index + 1 - length
        if start < 0 or not board.free(start, index + 1):
            continue
        agent = _meaning(board, start, index + 1, places)
        if agent:
            return None if _is_modifier(board, index) else _Phrase(start, index + 1, index, agent)
    return None


def _meaning(board: Board, first: int, last: int, places: dict[int, Entry]) -> Agent | None:
    tokens = board.reading.tokens
    if last > len(tokens) or not board.same_sentence(first, last - 1):
        return None
    words = [t.text for i, t in enumerate(tokens[first:last], first) if i == first or i not in places]
    phrase = " ".join(words)
    agent = meaning(phrase) or meaning("".join(_with_hyphens(words)))
    if agent and agent.plural and agent.group in ("office", "rank", "person"):
        # "Leaders" and "ministers" together speak for their government.
        return meaning(phrase, "government", "body", "opposition", "armed") or agent
    return agent


def _with_hyphens(words: list[str]) -> list[str]:
    """The words joined by spaces, but not around a hyphen or in front of an apostrophe."""
    joined: list[str] = []
    for word in words:
        if joined and word not in ("-", "'s", "’s") and joined[-1] != "-":
            joined.append(" ")
        joined.append(word)
    return joined


def _is_modifier(board: Board, index: int) -> bool:
    """Whether the noun only describes the next ("government forces", "rebel fighters", "police station")."""
    tokens = board.reading.tokens
    token = tokens[index]
    return (
        token.dep in ("compound", "amod", "nmod")
        and token.head > index
        and tokens[token.head].pos in ("NOUN", "PROPN")
    )


def _vague(board: Board, phrase: _Phrase) -> bool:
    if phrase.last - phrase.first > 1 or phrase.agent.noun not in _VAGUE:
        return False
    tokens = board.reading.tokens
    acting = tokens[phrase.head].dep in ("nsubj", "nsubjpass")
    described = any(
        board.reading.tokens[c].dep in ("poss", "compound", "amod")
        or tokens[c].text.lower() in ("the", "this")
        for c in board.reading.children.get(phrase.head, ())
    )
    return not (described and (acting or phrase.agent.group in ("body", "office", "government")))


def _left_edge(board: Board, phrase: _Phrase) -> int:
    """Where the noun phrase begins: over determiners, adjectives, compounds and possessives."""
    reading, first = board.reading, phrase.first
    tokens = reading.tokens
    edge = first
    while edge > 0 and board.same_sentence(phrase.head, edge - 1) and phrase.head - edge < 9:
        before = edge - 1
        token = tokens[before]
        if token.text in (",", '"', "“", "”", "(", ":", ";", "—", "–"):
            break
        inside = first <= token.head < phrase.last or edge <= token.head < phrase.last
        joined = token.text == "-" or tokens[edge].text == "-" or token.tag == "POS"
        if not joined and not (inside and token.dep in _LEFT):
            break
        if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound"):
            break
        edge = before
    return edge


def _spot(board: Board, phrase: _Phrase, places: dict[int, Entry]) -> Spot | None:
    tokens = board.reading.tokens
    edge = _left_edge(board, phrase)
    if _is_regional(board, edge, phrase, places) or _is_partisan(board, edge, phrase, places):
        return None
    country = _country_left(board, edge, phrase.last, places)
    last = phrase.last
    if country is None:
        country, last = _country_right(board, phrase.last, places)
    taken = [board.taken[i] for i in range(edge, last) if i in board.taken]
    country = country or _country_of_pair(board, phrase.head)
    if phrase.agent.group == "population" and not any(
        i in places and places[i].kind in ("state", "demonym") for i in range(edge, last)
    ):
        # Residents of a town, or people in a state, are not the people of the state.
        country = None
    people = [s for s in taken if s.type == "person"]
    if phrase.agent.noun == "campaign" and people and _runs(board, people[-1].last, phrase.first):
        return _campaign(board, people[-1], phrase)
    for spot in people:
        country = country or _country_of_person(board, spot)
        if tokens[spot.last].tag == "POS" or tokens[spot.head].dep == "poss":
            edge = max(edge, spot.last)
    for spot in {id(s): s for s in taken}.values():
        if (
            spot.first >= edge
            and spot.last <= last
            and (spot.type in ("place", "government", "population") or spot in people)
        ):
            board.spots.remove(spot)
            for i in range(spot.first, spot.last):
                board.taken.pop(i, None)
    while edge < phrase.first and (
        edge in board.taken or tokens[edge].tag == "POS" or tokens[edge].text == "-"
    ):
        edge += 1
    heads = phrase.agent.group == "office" or (phrase.agent.group == "rank" and country == "UNO")
    form: MentionForm = "title" if heads else "nominal"
    body = next((e.name for i in range(edge, last) if (e := places.get(i)) and e.kind in _BODIES), "")
    if not phrase.agent.plural:
        body = body or mission(board, phrase.last, phrase.agent.noun, country)
    return Spot(edge, last, phrase.head, form, _TYPES[phrase.agent.group], country, body)


def _delegation(board: Board, phrase: _Phrase, places: dict[int, Entry]) -> Spot | None:
    """Those whom a state sends to congress, of all parties or one: "Ohio's congressional delegation"."""
    if phrase.agent.noun != "delegation":
        return None
    tokens, edge = board.reading.tokens, _left_edge(board, phrase)
    at = next((i for i in range(edge, phrase.first) if i in places and places[i].kind == "region"), None)
    known = congressional(board, phrase.last, places[at].name) if at is not None else ""
    if at is None or not known:
        return None
    start = next(i for i in range(at + 1, phrase.first + 1) if i not in places and tokens[i].tag != "POS")
    return Spot(start, phrase.last, phrase.head, "nominal", "organisation", places[at].code, known)


def _campaign(board: Board, person: Spot, phrase: _Phrase) -> Spot:
    """ "The Holm campaign" is a body of its own, with her surname as its name, and no state's.

    So is "Ada Holm's campaign", beside which she is named.
    """
    known = f"{board.reading.tokens[person.last - 1].text} campaign"
    if person.last < phrase.first:
        return Spot(phrase.first, phrase.last, phrase.head, "nominal", "organisation", known=known)
    board.spots.remove(person)
    for i in range(person.first, person.last):
        board.taken.pop(i, None)
    return Spot(person.last - 1, phrase.last, phrase.head, "name", "organisation", known=known)


def _runs(board: Board, last: int, first: int) -> bool:
    """Whether all that stands between a name and "campaign" tells whose it is, and for what."""
    between = [t.text.lower() for t in board.reading.tokens[last:first]]
    return set(between) <= _FOR_OFFICE and (not between or between[0] in ("'s", "’s", "'", "’"))


_FOR_OFFICE = frozenset(
    "'s ’s ' ’ re-election reelection election re - presidential primary senate gubernatorial own".split()
)


_STATES_OWN = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
_SERVANTS = frozenset("leader official adviser advisor aide negotiator diplomat side".split())


def _is_regional(board: Board, edge: int, phrase: _Phrase, places: dict[int, Entry]) -> bool:
    """Whether a part of a state has the office or the body: "Texas officials", "the state of Iowa"."""
    if phrase.agent.group not in ("government", "body") or phrase.agent.sector not in _STATES_OWN:
        return False
    tokens = board.reading.tokens
    inside = [places[i] for i in range(edge, phrase.last) if i in places and places[i].code]
    behind = phrase.last + 1
    if not inside and behind < len(tokens) and tokens[phrase.last].text.lower() == "of" and behind in places:
        inside = [places[behind]]
    return bool(inside) and inside[-1].kind == "region"


def _is_partisan(board: Board, edge: int, phrase: _Phrase, places: dict[int, Entry]) -> bool:
    """Whether a party, a firm or somebody out of office has the officials: these speak for no government."""
    if phrase.agent.group != "government" or not set(phrase.agent.noun.split()) & _SERVANTS:
        return False
    tokens = board.reading.tokens
    for index in range(edge, phrase.first):
        spot = board.taken.get(index)
        if spot is not None and spot.type == "person":
            if not _is_in_office(board, spot):
                return True
        elif index in places:
            if places[index].sector in ("PTY", "LEG"):
                return True
        elif tokens[index].text.lower() in ("party", "campaign", "union", "company"):
            return True
        elif tokens[index].entity in ("PERSON", "ORG", "NORP"):
            return tokens[index].text[:1].isupper()
    return False


def _is_in_office(board: Board, spot: Spot) -> bool:
    """Whether somebody governed on the day of the text, by the table; no senator does."""
    date = board.reading.document.date
    known = people().get(spot.known)
    meant = (known,) if known else surnamed(board.words(spot.first, spot.last).split()[-1], date)
    titles = [t.title.lower() for person in meant for t in person.roles_at(date)]
    return len(meant) == 1 and any("senator" not in title and "speaker" not in title for title in titles)


_BODIES = frozenset({"seat", "organisation", "armed-group"})


_FOREIGN = frozenset(
    {"-backed", "-supported", "-funded", "-sponsored", "-allied", "-linked", "-armed", "-based"}
)
"""Whom a state supports, or who has an office there, is not its own: "Saudi-backed rebels"."""


def _country_left(board: Board, edge: int, last: int, places: dict[int, Entry]) -> str | None:
    tokens = board.reading.tokens
    inside = [i for i in range(edge, last) if i in places and places[i].code]
    found = [places[i].code for i in inside if "".join(t.text for t in tokens[i + 1 : i + 3]) not in _FOREIGN]
    return found[-1] if found else None


def _country_of_pair(board: Board, head: int) -> str | None:
    """The country of what it is joined to: "the Syrian government and the opposition"."""
    token = board.reading.tokens[head]
    spot = board.taken.get(token.head) if token.dep == "conj" else None
    joined = (
        spot is not None
        and spot.form == "nominal"
        and spot.type in ("government", "organisation", "armed-group")
    )
    return spot.country if spot and joined else None


def _country_right(board: Board, last: int, places: dict[int, Entry]) -> tuple[str | None, int]:
    """ "of Turkey" belongs to the mention; "in Ankara", "from Iran" only tell the country."""
    tokens = board.reading.tokens
    if last + 1 >= len(tokens) or not board.same_sentence(last - 1, last + 1):
        return None, last
    preposition = tokens[last].text.lower()
    at = last + 1
    if tokens[at].text.lower() == "the":
        at += 1
    if preposition == "of" and (person := _person_near(board, at)):
        return _country_of_person(board, person), last
    if at not in places or not places[at].code:
        return None, last
    if preposition == "of":
        end = at + 1
        while end in places and places[end] is places[at]:
            end += 1
        if end < len(tokens) and tokens[end].tag == "POS":
            # "The president of Chile's largest union" is not the president of Chile.
            return None, last
        return places[at].code, end
    # An embassy in Cairo is anybody's but Egypt's.
    abroad = preposition == "in" and tokens[last - 1].lemma.lower() in MISSIONS
    if preposition in ("in", "from", "for") and places[at].kind in ("state", "capital") and not abroad:
        return places[at].code, last
    return None, last


def _person_near(board: Board, at: int) -> Spot | None:
    """A person who is named from there on, behind a title at most."""
    for index in range(at, min(at + 3, len(board.reading.tokens))):
        spot = board.taken.get(index)
        if spot is not None:
            return spot if spot.type == "person" else None
    return None


def _country_of_person(board: Board, spot: Spot) -> str | None:
    """Whose government: "the Assad regime"."""
    if spot.country:
        return spot.country
    name = board.words(spot.first, spot.last)
    known = named(name)
    candidates = (known,) if known else surnamed(name.split()[-1], board.reading.document.date)
    return candidates[0].country if len(candidates) == 1 else None
