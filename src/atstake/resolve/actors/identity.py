"""Who a chain certainly is, the same in every document: its identity, as a string, and its kind.

"government:FRA", "person:Name in the table", "known:Body in the table", "body:FRA:army", "armed:FRA:REB",
"opposition:FRA:activists", "population:FRA:people", "office:FRA:president"; "" where only its name can tell.
"""

from __future__ import annotations

import re

from atstake.facts.agents import Agent, ending, meaning, of_phrase
from atstake.facts.gazetteer import entry_of
from atstake.facts.organisations import is_ones_own
from atstake.facts.people import holders, named, people
from atstake.facts.shares import MEMBERS
from atstake.facts.states import states
from atstake.facts.tables import plain
from atstake.model.annotations import Mention
from atstake.model.claims import ActorKind

_GENERIC = frozenset({"a", "an", "another", "one", "some", "any", "no", "every", "each"})


def identity_of(
    lead: Mention, telling: list[Mention], known: str, country: str | None, date: str | None
) -> tuple[str, ActorKind]:
    """The identity and the kind of a chain: its leading mention, all that are no pronouns, what they tell."""
    if lead.type == "person":
        spoken_for = _spoken_for(lead, telling, known, country)
        if spoken_for:
            return spoken_for, "government" if spoken_for.startswith("government") else "organisation"
        return _person_identity(lead, telling, known, country, date), "person"
    # A seat of government ("the Kremlin") that the tables name as the government itself.
    if known.startswith("Government of ") and country and lead.type == "organisation":
        return f"government:{country}", "government"
    described = lead.type == "government" and lead.form == "nominal"
    if described and known and not known.startswith("Government") and not _is_state(known):
        return f"known:{known}", "organisation"
    if lead.type == "government" and country:
        return f"government:{country}", "organisation" if country in ("EUR", "UNO") else "government"
    told = lead.form != "nominal" or is_ones_own(known)
    if known and lead.type in ("organisation", "armed-group") and told:
        return f"known:{known}", "armed-group" if lead.type == "armed-group" else "organisation"
    return _group_identity(lead, country)


def _group_identity(lead: Mention, country: str | None) -> tuple[str, ActorKind]:
    agent = agent_of(lead)
    if lead.form in ("name", "acronym", "handle") or agent is None or not country:
        if lead.type == "population" and country:
            return f"population:{country}:people", "population"
        return "", "armed-group" if lead.type == "armed-group" else "organisation"
    if agent.group == "body":
        if agent.noun in MEMBERS:
            plain_ones = agent.plural and _are_all(lead)
            return (f"members:{country}:{agent.noun}" if plain_ones else ""), "organisation"
        if agent.noun in _ONE_OF_MANY or (agent.sector in _MANY and agent.noun not in _ALL_OF_THEM):
            return (f"members:{country}:{agent.noun}" if agent.plural else ""), "organisation"
        key = body_key(agent.noun)
        if country == "USA" and key in ("parliament", "congress"):
            return "known:US Congress", "organisation"
        if country == "USA" and key == "house":
            return "known:US House of Representatives", "organisation"
        return f"body:{country}:{key}", "organisation"
    if agent.group == "armed":
        return f"armed:{country}:{armed_key(agent)}", "armed-group"
    if agent.group == "opposition":
        if agent.noun == "critic":
            # Critics of a government are not its country's opposition, and nobody says who they are.
            return "", "organisation"
        return f"opposition:{country}:{opposition_key(agent.noun)}", "organisation"
    if agent.plural or agent.noun in ("people", "public", "population"):
        return f"population:{country}:{agent.noun}", "population"
    return "", "organisation"


_MANY = frozenset({"BUS", "NGO", "EDU", "SOC", "MED", "PTY"})
_ALL_OF_THEM = frozenset(
    "media|press|television|tv|radio|civil society|industry|business|news agency|ruling coalition".split("|")
)
_ONE_OF_MANY = frozenset(
    "agency commission department bureau committee subcommittee officer commander general soldier serviceman "
    "servicewoman paratrooper commando detective investigator cop policeman policewoman spy".split()
)
"""Of companies, papers or soldiers a state has many: which "the American company" is only its text tells."""


def _are_all(lead: Mention) -> bool:
    """Whether members of a parliament are told by their country alone; others are some of them."""
    words = [w for w in plain(lead.target.quote).split() if w not in ("the", "these", "those")]
    return all((entry := entry_of(w)) is not None and bool(entry.code) for w in words[:-1])


def _spoken_for(lead: Mention, telling: list[Mention], known: str, country: str | None) -> str:
    """Whom an unnamed spokesman or official speaks for: the body named in the words, else the government."""
    if any(m.form in ("name", "handle") for m in telling):
        return ""
    words = plain(lead.target.quote)
    reports = bool(known) and words.endswith(("reporter", "correspondent"))
    if "spokes" not in words and not _OFFICIAL_SOURCE.search(words) and not reports:
        return _of_envoy(words, country)
    if known and known not in people() and not _is_state(known):
        return f"known:{known}"
    return f"government:{country}" if country and country not in ("UNO", "EUR") else ""


def _of_envoy(words: str, country: str | None) -> str:
    """The government that an unnamed ambassador speaks for; former ones speak for none."""
    sent = (
        _ENVOY.fullmatch(words) is not None
        and not _PAST.search(words)
        and country not in (None, "UNO", "EUR")
    )
    return f"government:{country}" if sent else ""


_PAST = re.compile(r"\b(?:former|ex|one-time|onetime|retired|then)\b")
_ENVOY = re.compile(
    r"(?:the |its |their |(?:[\w.-]+ ){0,2}[\w.-]+['’]s? )(?:[\w.-]+ ){0,3}"
    r"(?:ambassador|envoy|permanent representative)"
)
_OFFICIAL_SOURCE = re.compile(r"\b(diplomatic|government|official|security|military|intelligence) source")


def armed_key(agent: Agent) -> str:
    """A noun for fighters as a key: who is called a militant or a terrorist may be no rebel."""
    return "militants" if agent.sector == "REB" and not _REBELS.search(agent.noun) else agent.sector


_REBELS = re.compile("rebel|insurgen|opposition|guerrilla|resistance")


def opposition_key(noun: str) -> str:
    """A noun of the opposition as a key: protesters and activists are not the parties."""
    if "activist" in noun:
        return "activists"
    marching = ("protest", "demonstrator", "rioter", "marcher")
    return "protesters" if any(word in noun for word in marching) else "opposition"


def _person_identity(
    lead: Mention, telling: list[Mention], known: str, country: str | None, date: str | None
) -> str:
    if known in people():
        return f"person:{known}"
    names = [m.target.quote for m in telling if m.form in ("name", "handle")]
    for name in names:
        person = named(name)
        if person is not None:
            return f"person:{person.name}"
    if names or lead.form != "title" or lead.target.quote.split()[0].lower() in _GENERIC:
        return ""
    agent = agent_of(lead)
    if agent is None or agent.plural or not country:
        return ""
    noun = "secretary-general" if country == "UNO" and agent.noun in ("chief", "head") else agent.noun
    holding = holders(
        "foreign minister" if noun in ("top diplomat", "chief diplomat") else noun, country, date
    )
    if len(holding) == 1:
        return f"person:{holding[0].name}"
    return f"office:{country}:{agent.noun}" if agent.noun in _ONE_HOLDER else ""


_ONE_HOLDER = frozenset({
    "president", "prime minister", "premier", "chancellor", "vice president", "king", "queen", "emir",
    "crown prince", "supreme leader", "foreign minister", "foreign secretary", "secretary of state",
    "defense minister", "defence minister", "defense secretary", "defence secretary", "finance minister",
    "treasury secretary", "interior minister", "information minister", "trade representative",
})  # fmt: skip
"""Offices that a state has one of; an ambassador or a senator can be anybody."""


def agent_of(mention: Mention) -> Agent | None:
    """The agent noun of a described mention."""
    words = plain(mention.target.quote).split()
    head = plain(mention.target.quotes[0][mention.head.start - mention.target.start :]).split()
    if (agent := of_phrase(head)) is not None:
        return agent
    agent = ending(words, len(words) - len(head) + 1)
    if agent is None or not agent.plural or agent.group not in ("rank", "office", "person"):
        return agent
    return meaning(agent.noun + "s", "government", "body", "opposition", "armed") or agent


_SAME_BODY = {
    "army": "troops|troop|soldier|armed forces|military|forces|force|infantry|government force|"
    "government troop|regime force|serviceman|paratrooper",
    "parliament": "legislature",
    "state television": "state tv",
    "state news agency": "state-run news agency|official news agency",
    "police": "policeman|police officer|police force|policewoman|riot police",
    "defense ministry": "defence ministry",
    "foreign ministry": "foreign affairs ministry|external affairs ministry",
    "interior ministry": "internal affairs ministry",
    "health ministry": "public health ministry",
    "labor ministry": "labour ministry",
    "oil ministry": "petroleum ministry",
    "royal family": "royals|monarchy|royal court",
    "coalition": "military coalition|international coalition|international alliance|led coalition",
}
_BODY_OF = {word: body for body, words in _SAME_BODY.items() for word in words.split("|")}


def body_key(noun: str) -> str:
    """ "commerce ministry" and "ministry of commerce" are one; "troops" and "soldiers" are the army."""
    if noun.startswith("ministry of "):
        noun = noun.removeprefix("ministry of ").removeprefix("the ").removeprefix("national ") + " ministry"
    return _BODY_OF.get(noun, noun)


def _is_state(name: str) -> bool:
    return any(state.name == name for state in states().values())
