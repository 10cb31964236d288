"""Which body, government or group "the ministry", "the government" or "rebels" means in a document."""

from __future__ import annotations

import re
from dataclasses import replace

from atstake.extract.coreference.bodies import BODIES
from atstake.extract.coreference.chain import Chain, Chains, noun_of
from atstake.extract.coreference.shares import is_described, is_share
from atstake.extract.coreference.titles import clear_best
from atstake.facts.organisations import named_as, organisation_sector
from atstake.facts.people import people
from atstake.facts.shares import MEMBERS
from atstake.facts.states import states
from atstake.model.annotations import Mention

_PARLIAMENTS = frozenset("congress parliament".split())
_PAPER = re.compile(r"Daily|Times|Post|Journal|Today|Guardian|Monde|Sinmun|Haaretz|Spiegel")
_AGENCY = re.compile(r"Agency|News|Xinhua|TASS|SANA|KCNA|IRNA|Yonhap|Kyodo|Anadolu|Interfax|AFP|Reuters")
_MEDIA = {"newspaper": _PAPER, "daily": _PAPER, "news agency": _AGENCY}
_MONARCHIES = frozenset("SAU JOR BHR MAR GBR NLD BEL DNK NOR SWE ESP THA KHM BTN TON LSO SWZ".split())


def grouped(chains: Chains, mention: Mention) -> Chain | None:
    """Bodies, governments and groups: by country and noun; without a country, the last of that noun."""
    noun = noun_of(mention)
    reading = chains.scene.reading
    if is_share(reading, mention) or (noun in MEMBERS and is_described(reading, mention)):
        return None
    if noun == "leader" and mention.country is None:
        # "The two leaders" are of two states, or of anything.
        return None
    if noun == "state" and mention.country is None and is_plural(chains, mention):
        return None
    if noun == "official" and mention.country is None:
        return _officials(chains, mention)
    if noun in ("kingdom", "country") and mention.country is None:
        return _state_meant(chains, noun)
    if apposed := _apposed(chains, mention):
        return apposed
    if mention.country:
        return chains.by_key.get(group_key(mention))
    if noun in MEMBERS:
        return _members(chains, mention)
    if noun == "government" and (state := _set_in(chains, mention)):
        ruling = [c for c in chains.chains if c.type == "government" and c.country == state]
        return ruling[-1] if ruling else None
    if mention.type == "population" and mention.target.quote.split()[0].lower() not in _DEFINITE:
        return None
    return _alike(chains, mention, noun)


def _set_in(chains: Chains, mention: Mention) -> str | None:
    """The state in which a sentence is set: "In Brenia, thousands marched and the government fell"."""
    reading, at = chains.scene.reading, chains.scene.places[mention.id].sentence
    start = reading.sentences[at].span.start
    for other in chains.scene.in_sentence(at):
        opening = reading.text[start : other.target.start].strip().casefold()
        set_off = reading.text.startswith(",", other.target.end)
        state = states().get(other.country or "") if other.type == "place" else None
        if state is not None and opening in _IN and set_off:
            return state.code if other.known == state.name else None
    return None


_IN = frozenset({"in", "in the", "elsewhere, in", "meanwhile in", "and in", "but in"})


def _officials(chains: Chains, mention: Mention) -> Chain | None:
    """The government that "officials" or "the official" of no country serve."""
    if not is_plural(chains, mention):
        chain = _alike(chains, mention, "official")
        other = chain is not None and _another_named(chains, chain.seen[-1].token, mention, "official")
        return None if other else chain
    words = mention.target.quote
    if _LOCAL.search(words) or (_OF_A_SERVICE.search(words) and len(_ruled(chains)) > 1):
        return None
    found = _alike(chains, mention, "official")
    return found if found is not None and _is_near(chains, found, mention) else None


def _ruled(chains: Chains) -> set[str]:
    """The states whose governments a document tells of."""
    return {c.country for c in chains.chains if c.type in ("government", "organisation") and c.country}


# Of which state, a text that tells of two need not say: "migration officials".
_OF_A_SERVICE = re.compile(
    r"\b(?:\w*migration|border|customs|intelligence|defen[cs]e|military|security|army|navy|transport\w*|aviation|prison"
    r"|justice|court|trade|finance|treasury|law enforcement)\s+officials\b",
    re.IGNORECASE,
)
# Officials of something smaller than a state, or of others.
_LOCAL = re.compile(
    r"\b(?:local|state|county|city|town|village|municipal|provincial|regional|district|school|hospital|health|police"
    r"|fire|emergency|election|university|company|union|league|team|party|campaign|foreign|overseas|allied"
    r"|international)\b(?! (?:minist\w+|affairs|policy|relations))",
    re.IGNORECASE,
)
_OFFICIALS = 4
"""Sentences back to the government that "officials" serve."""


def _is_near(chains: Chains, chain: Chain, mention: Mention) -> bool:
    """Whether a government is told by its country not far before."""
    here = chains.scene.places[mention.id].sentence
    return any(
        m.country is not None and 0 <= here - place.sentence <= _OFFICIALS
        for m, place in zip(chain.mentions, chain.seen, strict=True)
    )


def _alike(chains: Chains, mention: Mention, noun: str) -> Chain | None:
    """Who was called by the same noun before, or is of the kind that it names; "companies" are not one."""
    if mention.type == "organisation" and is_plural(chains, mention):
        several = [c for c in chains.chains if not c.names and all(is_plural(chains, m) for m in c.mentions)]
        alike = [c for c in several if c.type == mention.type and _has_noun(c, noun)]
        return alike[-1] if alike and mention.target.quote.split()[0].lower() in _DEFINITE else None
    if mention.type == "organisation" and (speaking := _just_spoke(chains, mention, noun)):
        return speaking
    one = mention.type == "organisation"
    same = [
        c
        for c in chains.chains
        if c.country
        and c.type == mention.type
        and _has_noun(c, noun)
        and (c.plural or c.type != "person")  # "Lawyers say": not the one lawyer of before.
        and not (one and all(is_plural(chains, m) for m in c.mentions))
    ]
    countries = {c.country for c in same}
    if len(countries) == 1 or (same and mention.type in ("armed-group", "organisation")):
        return max(same, key=lambda c: c.seen[-1].token)
    if same:
        return _last_of_noun(chains, same, mention, noun) or clear_best(chains, same, mention)
    named = _body_meant(chains, mention, noun)
    return named or (_ruling(chains, mention, noun) if mention.type == "government" else None)


def _ruling(chains: Chains, mention: Mention, noun: str) -> Chain | None:
    """The government that "the administration", "officials" or "the government" of no country is.

    "The port authority" is a body of its own.
    """
    if noun == "regime" or (noun == "authority" and not is_plural(chains, mention)):
        # "This vile regime" is none that the text calls a government.
        return None
    if noun == "administration" and (president := _president(chains)):
        chain = chains.start(mention)
        chain.country = president
        return chain
    described = [
        c for c in chains.chains if c.type == "government" and any(m.form == "nominal" for m in c.mentions)
    ]
    if len(described) == 1:
        return described[0]
    return _government_meant(chains, mention) if noun != "regime" else None


def _apposed(chains: Chains, mention: Mention) -> Chain | None:
    """A description right behind a name is that name's: "Red Cross, an aid group,"."""
    if mention.target.quote.split()[0].lower() not in ("a", "an", "the"):
        return None
    if chains.scene.places[mention.id].subject:
        # "In a filing with the bank, the company said": the company is another.
        return None
    text = chains.scene.reading.text
    if text.startswith(("'", "’"), mention.target.end) or (
        mention.type == "person" and is_plural(chains, mention)
    ):
        # "According to Ada Holm, the brothers' plan was another".
        return None
    for chain in chains.chains:
        last = chain.mentions[-1]
        if chain.type == mention.type and last.form in ("name", "acronym"):
            between = text[last.target.end : mention.target.start]
            if len(between) <= 2 and between.strip() in ("", ","):
                return chain
    return None


_LOWER_HOUSE = "US House of Representatives"
_AMERICAN = frozenset({"US Presidency", "US Congress", "US Senate", "House Republicans", "House Democrats"})
_DEFINITE = frozenset("the these those its their both".split())
# An observatory is one by its name.
_ANY_BODY = (BODIES - {"observatory"}) | frozenset("company firm manufacturer agency bank party".split())


def _just_spoke(chains: Chains, mention: Mention, noun: str) -> Chain | None:
    """ "The company" right after a body that said something: that body, or the one firm that is named."""
    if noun not in _ANY_BODY or not mention.target.quote.lower().startswith("the "):
        return None
    bodies = [c for c in chains.chains if c.type in ("organisation", "armed-group") and c.names]
    if noun in _FIRM:
        firms = [c for c in bodies if named_as(c.full) == "firm" or organisation_sector(c.known) == "BUS"]
        if len(firms) == 1:
            return firms[0]
        bodies = firms or [c for c in bodies if not _is_no_firm(chains, c)]
    here = chains.scene.places[mention.id].sentence
    spoke = [
        (place.token, c)
        for c in bodies
        for place in c.seen
        if place.source and 0 <= here - place.sentence <= 2
    ]
    if not spoke:
        return None
    last, chain = max(spoke, key=lambda x: x[0])
    return None if _another_named(chains, last, mention, noun) else chain


def _another_named(chains: Chains, last: int, mention: Mention, noun: str) -> bool:
    """Whether another one came up since: "the Observatory said ... a group of writers ... the group said"."""
    between = chains.scene.reading.text[chains.scene.token(last).end : mention.target.start]
    other = rf"\b(?:an?|another|one|some|several) (?:[\w-]+ ){{0,3}}{noun}s?\b"
    return re.search(other, between, re.IGNORECASE) is not None


_FIRM = frozenset("company firm manufacturer".split())
_PUBLISHER = re.compile(
    r"\b(?:newspaper|daily|website|magazine|tabloid|broadcaster|channel|agency|station) $"
)


def _is_no_firm(chains: Chains, chain: Chain) -> bool:
    """Whether a name is that of a body of another kind: an authority, a union, a paper."""
    text = chains.scene.reading.text
    told = any(_PUBLISHER.search(text, max(0, m.target.start - 12), m.target.start) for m in chain.mentions)
    return told or named_as(chain.full) == "body" or organisation_sector(chain.known) not in ("", "BUS")


def _last_of_noun(chains: Chains, same: list[Chain], mention: Mention, noun: str) -> Chain | None:
    """ "The official" is the last one who was called so, at most three sentences before."""
    here = chains.scene.places[mention.id].sentence
    called = [
        (place.token, c)
        for c in same
        for m, place in zip(c.mentions, c.seen, strict=True)
        if m.form in ("nominal", "title") and noun_of(m) == noun and 0 <= here - place.sentence <= 3
    ]
    return max(called, key=lambda x: x[0])[1] if called else None


def _body_meant(chains: Chains, mention: Mention, noun: str) -> Chain | None:
    """ "The council" after "Security Council", "the newspaper" after a paper: the body named last."""
    if mention.type == "organisation" and noun in _PARLIAMENTS:
        return _legislature(chains, mention)
    if noun == "house":
        return _lower_house(chains, mention)
    if not mention.target.quote.lower().startswith(("the ", "its ")):
        return None
    fitting = [
        c
        for c in chains.chains
        if c.type in ("organisation", "armed-group")
        and (
            any(_is_called(_kind(name), noun) for name in (*c.names, c.known) if name)
            or (noun in _MEDIA and organisation_sector(c.known) == "MED" and _MEDIA[noun].search(c.known))
        )
    ]
    return max(fitting, key=_last_called, default=None)


def _last_called(chain: Chain) -> int:
    """The token at which a chain's actor is last called by more than an "it" that nothing is said of."""
    told = zip(chain.mentions, chain.seen, strict=True)
    return max((place.token for m, place in told if m.form != "pronoun" or place.subject), default=-1)


_ALSO_CALLED = {
    "union": "federation confederation syndicate guild brotherhood",
    "regulator": "authority agency commission administration",
    "watchdog": "authority agency commission administration",
}


def _kind(name: str) -> str:
    """The word of a body's name that says what it is: "observatory" of "Observatory for Human Rights"."""
    return re.split(r" (?:for|of|on|and) ", name.lower())[0].split()[-1]


def _is_called(last: str, noun: str) -> bool:
    """Whether a body whose name ends in the one word may be called by the other."""
    return last == noun or last in _ALSO_CALLED.get(noun, "").split()


def _legislature(chains: Chains, mention: Mention) -> Chain | None:
    """The parliament of the one state whose chambers the document names, for "congress" of no country."""
    found = _chambers(chains)
    exact = [c for c in found if c.known == "US Congress"]
    if exact or not found:
        return exact[0] if exact else None
    chain = chains.start(mention)
    chain.known, chain.country = "US Congress", "USA"
    return chain


def _lower_house(chains: Chains, mention: Mention) -> Chain | None:
    """ "The House" in a text on American politics is the one of Congress, never the White House."""
    if "House" not in mention.target.quote:
        return None
    named = next((c for c in chains.chains if c.known == _LOWER_HOUSE), None)
    if named is not None or not any(c.known in _AMERICAN for c in chains.chains):
        return named
    chain = chains.start(mention)
    chain.known, chain.country = _LOWER_HOUSE, "USA"
    return chain


def _members(chains: Chains, mention: Mention) -> Chain | None:
    """Those who sit in the one parliament that the document names, for "lawmakers" of no country.

    They are no parliament: what they say, it has not said.
    """
    if not _chambers(chains):
        return None
    key = group_key(replace(mention, country="USA"))
    if key not in chains.by_key:
        chains.by_key[key] = chains.start(mention)
        chains.by_key[key].country = "USA"
    return chains.by_key[key]


def _chambers(chains: Chains) -> list[Chain]:
    return [c for c in chains.chains if c.known in ("US Congress", "US Senate", _LOWER_HOUSE)]


def _government_meant(chains: Chains, mention: Mention) -> Chain | None:
    """ "The government" with no country: the government that acted in the sentences right before."""
    first = mention.target.quote.lower().split()[0]
    if first != "the":
        return None
    here = chains.scene.places[mention.id].sentence
    near = {
        c.country: c
        for c in chains.chains
        if c.type == "government"
        and c.country
        and any(p.subject and 0 <= here - p.sentence <= 2 for p in c.seen)
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _president(chains: Chains) -> str | None:
    """Whose administration is meant by "the administration": that of the one president of the document."""
    date = chains.scene.reading.document.date
    held = {
        known.country
        for c in chains.chains
        if (known := people().get(c.known))
        and any(t.title.startswith("President of") for t in known.roles_at(date))
    }
    return "USA" if date and "USA" in held else None


def _state_meant(chains: Chains, noun: str) -> Chain | None:
    governments = [
        c for c in chains.chains if c.type == "government" and (noun != "kingdom" or c.country in _MONARCHIES)
    ]
    return max(governments, key=lambda c: c.seen[-1].token, default=None)


def is_plural(chains: Chains, mention: Mention) -> bool:
    """Whether the mention's head is a plural."""
    return chains.scene.token(chains.scene.places[mention.id].token).tag in ("NNS", "NNPS")


def _has_noun(chain: Chain, noun: str) -> bool:
    """Whether it was described by the noun, or by a longer one that ends in it ("electoral commission")."""
    called = [noun_of(m) for m in chain.mentions if m.form in ("nominal", "title")]
    return any(c == noun or (noun in _PLAIN_BODIES and c.endswith(f" {noun}")) for c in called)


_PLAIN_BODIES = frozenset("commission ministry court department bank".split())


def group_key(mention: Mention) -> str:
    """What tells described groups of one document apart: type, country and noun."""
    if mention.type == "government":
        return f"government {mention.country}"
    return f"{mention.type} {mention.country} {noun_of(mention)}"
