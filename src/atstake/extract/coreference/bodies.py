"""Bodies that a text calls by what they are: "the group said", "the London-based watchdog"."""

from __future__ import annotations

import re

from atstake.extract.coreference.chain import Chain, Chains
from atstake.facts.organisations import organisation_sector
from atstake.model.annotations import Mention
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span

BODIES = frozenset(
    "group organization organisation watchdog monitor body network coalition alliance movement institute "
    "outfit observatory".split()
)
"""Too vague to be actors wherever they stand; who is the source of a statement is one."""
_BODY = re.compile(
    rf"(?:the|an?|its) (?:[\w'’]+(?:-[\w'’]+)* ){{0,3}}(?P<noun>{'|'.join(sorted(BODIES))})", re.IGNORECASE
)
_LEAD = 4
"""Sentences, the headline's counted where it is glued to the text, in which a body may wait for its name."""
_SOON = 2
"""Sentences behind the description in which the name must come."""
_WATCHES = re.compile(r"\b(?:monitor\w*|watchdog|rights|observatory)\b", re.IGNORECASE)
_IS_WATCH = re.compile(r"\b(?:observatory|watch|monitor\w*|rights|documentation)\b", re.IGNORECASE)


def body_in(reading: Reading, source: Span) -> Mention | None:
    """The body that the whole of a source describes by a noun of no table."""
    found = _BODY.fullmatch(reading.text, source.start, source.end)
    if found is None or found["noun"][0].isupper():
        # "The Observatory" is a name.
        return None
    target = reading.target(source)
    head = Span(*found.span("noun"))
    return Mention(target_id("mention", target), target, "nominal", "organisation", head)


def named_late(chains: Chains) -> None:
    """Joins "a monitoring group" of a lead to the body of that kind that is named and speaks right behind it.

    Only monitors and watchdogs: reporters name them late, and seldom have two.
    """
    for chain in [c for c in chains.chains if _waits(chains, c)]:
        named = _speaks_next(chains, chain)
        if named is not None:
            chains.take_over(chain, named)


def _waits(chains: Chains, chain: Chain) -> bool:
    """Whether a lead calls a body a monitor or the like, makes it the source, and does not name it."""
    first, place = chain.mentions[0], chain.seen[0]
    quote = first.target.quote
    return (
        chain.type == "organisation"
        and not chain.names
        and place.source
        and place.sentence < _LEAD
        and quote.lower().startswith(("a ", "an "))
        and bool(_WATCHES.search(quote))
    )


def _speaks_next(chains: Chains, waiting: Chain) -> Chain | None:
    last = waiting.seen[-1]
    coming = [
        (place.token, chain)
        for chain in chains.chains
        if chain.type == "organisation" and chain.names and organisation_sector(chain.known) != "MED"
        for place in chain.seen
        if place.source and place.token > last.token and place.sentence - last.sentence <= _SOON
    ]
    first = min(coming, key=lambda x: x[0])[1] if coming else None
    return first if first is not None and _IS_WATCH.search(first.full) else None
