"""Who "the president" or "the Turkish foreign minister" is among the people of a document."""

from __future__ import annotations

from atstake.extract.coreference.chain import Chain, Chains, noun_of
from atstake.extract.coreference.home import from_home, home_told
from atstake.facts.agents import own_words
from atstake.facts.offices import has_office
from atstake.facts.people import holders, people
from atstake.facts.states import demonyms
from atstake.model.annotations import Mention


def titled(chains: Chains, mention: Mention) -> Chain | None:
    """ "the president", "the Turkish foreign minister": who has that role in the document."""
    words = mention.target.quote.lower().split()
    after = chains.scene.reading.text[mention.target.end : mention.target.end + 4]
    if _ANY & set(words[:2]) or (after == " of " and not mention.country):
        # "The president of the union" is no president of those spoken of.
        return None
    if (home := home_told(chains.scene.reading, mention)) is not None:
        return from_home(chains, mention, home)
    noun = noun_of(mention)
    if noun in ("chief", "head") and mention.country == "UNO":
        noun = "secretary-general"
    date = chains.scene.reading.document.date
    if _FORMER & set(words):
        return clear_best(chains, [c for c in chains.chains if _held(c, noun, date)], mention)
    holding = {p.name for p in holders(noun, mention.country, date)} if mention.country else set()
    regional, fitting = _of_a_region(mention, noun), []
    for chain in chains.chains:
        if chain.type != "person" or not chain.names:
            continue
        if mention.country and mention.country != chain.country and (chain.country or chain.known):
            continue
        roles = [role for role in chain.roles if _same_party(mention, role, noun)]
        said = any(has_office(role, noun) for role in roles)
        if said or (not regional and (chain.known in holding or _table_role(chain, noun, date))):
            fitting.append(chain)
    if not mention.country and _of_elsewhere(chains, noun, fitting):
        return None
    just = _just_called(chains, mention, noun, fitting)
    return _introduced(chains, mention, noun, fitting) or just or clear_best(chains, fitting, mention)


def _of_elsewhere(chains: Chains, noun: str, fitting: list[Chain]) -> bool:
    """Whether another state's holder of such an office is spoken of without a name: either can be meant."""
    states = {c.country for c in fitting}
    unnamed = (c for c in chains.chains if c.type == "person" and not c.names and c.country)
    return any(c.country not in states and any(has_office(role, noun) for role in c.roles) for c in unnamed)


def _just_called(chains: Chains, mention: Mention, noun: str, fitting: list[Chain]) -> Chain | None:
    """The one of several whom the last sentence or this calls by that office, with their name."""
    here = chains.scene.places[mention.id]
    called = [
        c
        for c in fitting
        for m, place in zip(c.mentions, c.seen, strict=True)
        if m.form == "name" and m.role is not None and has_office(own_words(m.role.quote), noun)
        if here.sentence - place.sentence <= 1 and place.token < here.token
    ]
    return called[0] if len({id(c) for c in called}) == 1 else None


def _introduced(chains: Chains, mention: Mention, noun: str, fitting: list[Chain]) -> Chain | None:
    """Whom the text has just spoken of with that noun and without a name: "a lawyer ... The lawyer"."""
    here = chains.scene.places[mention.id].sentence
    named = max((c.seen[-1].token for c in fitting), default=-1)
    for chain in reversed(chains.chains):
        first, last = chain.mentions[0], chain.seen[-1]
        if chain.type != "person" or chain.names or last.token < named or here - last.sentence > _RECENT:
            continue
        if first.target.quote.split()[0].lower() in _INDEFINITE and noun_of(first) == noun:
            return chain
    return None


_ANY = frozenset("a an another one some any no every each".split())
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_RECENT = 3
"""Sentences back to somebody without a name who is spoken of again."""

_FORMER = frozenset({"former", "ex", "ex-president", "onetime"})


def _held(chain: Chain, noun: str, date: str | None) -> bool:
    """Whether somebody is called a former holder of the office, or held it by the table and does no more."""
    if chain.type != "person" or not chain.names:
        return False
    if any(f" {word} {noun} " in f" {role} " for role in chain.roles for word in ("former", "ex")):
        return True
    known = people().get(chain.known)
    offices = [t for t in known.tenures if has_office(t.title.lower(), noun)] if known and date else []
    return bool(offices) and not any(t.holds(date) or (t.first or "") > (date or "") for t in offices)


def _table_role(chain: Chain, noun: str, date: str | None) -> bool:
    known = people().get(chain.known)
    if known is None or not date:
        return False
    if noun == "leader":
        return known.leads(date)
    noun = "foreign minister" if noun in ("top diplomat", "chief diplomat") else noun
    same = {"foreign minister": ("secretary of state", "foreign secretary")}.get(noun, ())
    return any(has_office(t.title.lower(), n) for t in known.roles_at(date) for n in (noun, *same))


def _same_party(mention: Mention, role: str, noun: str) -> bool:
    """A "Democratic nominee" is no "Republican nominee": what is said with both must share a word."""
    if noun not in _SEATS | {"nominee", "candidate", "hopeful"}:
        return True
    told = _told(mention)
    return not told or bool(told & set(role.split()))


_SEATS = frozenset("senator governor congressman congresswoman".split())
_PARTIES = frozenset("democratic republican independent".split())


def _told(mention: Mention) -> set[str]:
    """The capitalised words of a description: "Texas" of "the Texas senator"."""
    return {w.lower() for w in mention.target.quote.split()[1:] if w[:1].isupper()}


def _of_a_region(mention: Mention, noun: str) -> bool:
    """Whether it says of which part of a state somebody is, which no table of offices tells."""
    return noun in _SEATS and any(w not in _PARTIES | demonyms().keys() for w in _told(mention))


def clear_best(chains: Chains, fitting: list[Chain], mention: Mention) -> Chain | None:
    """The one that is named most, where it is named far more than others, else the one named last."""
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    by_count = sorted(fitting, key=lambda c: -len(c.mentions))
    if len(by_count[0].mentions) >= 3 * len(by_count[1].mentions):
        return by_count[0]
    here = chains.scene.places[mention.id].sentence
    latest = sorted(fitting, key=lambda c: -c.seen[-1].sentence)
    near = [c for c in latest if here - c.seen[-1].sentence <= 3]
    if near and (len(near) == 1 or near[0].seen[-1].sentence > near[1].seen[-1].sentence):
        return near[0]
    return None
