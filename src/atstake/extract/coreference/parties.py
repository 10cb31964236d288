""" "Both parties" of American coverage: what these say the Democrats and the Republicans say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from atstake.extract.coreference.barred import may_speak
from atstake.extract.coreference.joint import in_order, speaks_together, together
from atstake.facts.organisations import organisation_sector
from atstake.model.annotations import Annotations, Attribution, Mention
from atstake.model.reading import Reading

_BOTH = re.compile(
    r"(?:both (?:of the )?(?:major |main |political )*|(?:the )?two (?:major |main )?political )parties"
    r"|each party",
    re.IGNORECASE,
)
_TWO = frozenset({"Democratic Party", "Republican Party"})
_NEAR = 500
"""Characters before them in which one of the two is spoken of: other texts have two parties to a deal."""


def with_both_parties(reading: Reading, found: Annotations) -> Annotations:
    """``found`` with the statements of both parties, where a text names these two and no other party."""
    parties = {m.known: m.country for m in found.mentions if organisation_sector(m.known) == "PTY"}
    if not parties.keys() >= _TWO or set(parties.values()) != {"USA"}:
        return found
    every: list[Attribution] = []
    for said in found.attributions:
        named = _named(reading, said, found.mentions) if said.mention is None else []
        if len(named) == len(_TWO):
            said = replace(said, mention=named[0].id)
            every.append(together(said, named[1]))
        every.append(said)
    return in_order(found, every)


def _named(reading: Reading, said: Attribution, mentions: Sequence[Mention]) -> list[Mention]:
    """The last that stands for each of the two before what both are told to say, else the first behind it."""
    if said.source is None or not _BOTH.fullmatch(said.source.quote):
        return []
    at = said.source.start
    last: dict[str, Mention] = {}
    for mention in mentions:
        later = mention.known in last and mention.target.start > at
        fits = mention.known in _TWO and not later and speaks_together(reading, mention)
        if fits and may_speak(reading, said, mention):
            last[mention.known] = mention
    near = any(at - _NEAR <= m.target.start < at for m in mentions if m.known in _TWO)
    return [last[name] for name in sorted(last)] if near else []
