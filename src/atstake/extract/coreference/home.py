"""Who "the Arizona Republican" or "the Texas senator" is.

By the state that the text gives somebody ("R-Ariz."), else who has just spoken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from atstake.extract.coreference.chain import Chain, Chains
from atstake.facts.american_states import american_states, bare
from atstake.facts.people import people
from atstake.model.annotations import Mention
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span

_NOUNS = "Republican|Democrat|senator|congressman|congresswoman|lawmaker|representative"
_SITTING = re.compile(
    rf"[Tt]he (?:(?:freshman|junior|senior|veteran|conservative|liberal|moderate|retiring) )?"
    rf"(?P<state>[A-Z]\w+(?: [A-Z]\w+)?) (?P<party>Republican |Democratic |GOP )?(?P<noun>{_NOUNS})"
)
_BEHIND = re.compile(
    r"[Tt]he (?:\w+ )?(?:senator|congressman|congresswoman|lawmaker|representative) from "
    r"(?P<state>[A-Z]\w+(?: [A-Z]\w+)?)"
)
# What stands behind a name: ", R-Ariz.,", " (D-Calif.)", ", a Republican from Texas".
_TAG = re.compile(r"(?:['’]s)?,? ?\(?(?P<party>[RDI])[-–—](?P<state>[A-Z][A-Za-z. ]{1,14}?)[),;:—]")
_FROM = re.compile(
    r",? (?:\(|an? |the )?(?:\w+ ){0,2}?(?P<party>[RD])(?:epublican|emocrat)?\w* (?:from|of) "
    r"(?P<state>[A-Z]\w+(?: [A-Z]\w+)?)"
)
_OWN = re.compile(r"(?:, | )(?P<state>[A-Z]\w+(?: [A-Z]\w+)?) (?P<party>[RD])(?:epublican|emocrat)\b")
_BACK = 2
"""Sentences back to who has just spoken."""


def sitting(reading: Reading, source: Span) -> Mention | None:
    """The mention that a source which tells of somebody's state alone is, or None."""
    found = _SITTING.match(reading.text, source.start, source.end)
    if found is None or bare(found["state"]) not in american_states():
        return None
    if reading.text[found.end() : source.end].strip()[:1] not in ("", ","):
        return None
    target = reading.target(Span(*found.span()))
    head = Span(*found.span("noun"))
    return Mention(target_id("mention", target), target, "title", "person", head, country="USA")


def home_told(reading: Reading, mention: Mention) -> tuple[str, str] | None:
    """The American state that a mention says somebody sits for, and the party ("R", "D" or "")."""
    sits = _SITTING.fullmatch(mention.target.quote)
    found = sits or _BEHIND.match(reading.text, mention.target.start)
    state = american_states().get(bare(found["state"])) if found else None
    if state is None:
        return None
    party = (sits["party"] or sits["noun"])[0] if sits else ""
    return state, {"R": "R", "D": "D", "G": "R"}.get(party, "")


def from_home(chains: Chains, mention: Mention, wanted: tuple[str, str]) -> Chain | None:
    """Who sits for the state, as the text tells; else who has just spoken, where nothing tells otherwise."""
    told = [(c, list(_told(chains, c))) for c in _people(chains)]
    sits = [c for c, homes in told if any(_is_so(wanted, home) for home in homes)]
    if sits:
        return sits[0] if len(sits) == 1 else None
    return _just_spoke(chains, mention, [c for c, homes in told if not homes])


def _people(chains: Chains) -> list[Chain]:
    return [c for c in chains.chains if c.type == "person" and c.names]


def _is_so(wanted: tuple[str, str], home: tuple[str, str]) -> bool:
    return wanted[0] == home[0] and (not wanted[1] or not home[1] or wanted[1] == home[1])


def _told(chains: Chains, chain: Chain) -> Iterator[tuple[str, str]]:
    """State and party that the text puts right behind somebody's name."""
    text = chains.scene.reading.text
    for mention in chain.mentions:
        if mention.form != "name":
            continue
        for pattern in (_TAG, _FROM, _OWN):
            found = pattern.match(text, mention.target.end)
            state = american_states().get(bare(found["state"])) if found else None
            if found and state:
                yield state, found["party"]


def _just_spoke(chains: Chains, mention: Mention, silent: list[Chain]) -> Chain | None:
    """Who spoke in the last sentences, where no other person has done anything since; no office holder."""
    here = chains.scene.places[mention.id]
    near = [
        (place.token, place.source, c)
        for c in _people(chains)
        for place in c.seen
        if place.token < here.token and here.sentence - place.sentence <= _BACK
        if (place.source or place.subject) and not place.quoted
    ]
    if not near:
        return None
    _, spoke, last = max(near, key=lambda row: row[0])
    governs = last.known in people()
    return last if spoke and not governs and any(c is last for c in silent) else None
