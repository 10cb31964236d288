"""Who is named among those who say something: "Several senators, including Ida Holm and Jon Berg, said ...".

What all of them say each of them says, whoever the others are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atstake.extract.coreference.barred import may_speak
from atstake.extract.coreference.joint import in_order, speaks_together, together
from atstake.extract.coreference.sources.words import with_role
from atstake.facts.offices import SEAT_BEHIND
from atstake.model.annotations import Annotations, Attribution, Mention
from atstake.model.reading import Reading

_INCLUDING = re.compile(r"(?<!\bnot )\b(?:including|among them) ", re.IGNORECASE)
_BEHIND = re.compile(f"{SEAT_BEHIND}?")
_NEXT = re.compile(r",? (?:and|as well as) (?:the )?|, (?:the )?")


def with_included(reading: Reading, found: Annotations) -> Annotations:
    """``found`` with the statements of who is named among their sources; mentions must have their links."""
    mentions = sorted(found.mentions, key=lambda m: m.target.start)
    taken = {(a.joint or a.id, a.mention) for a in found.attributions}
    every: list[Attribution] = []
    for said in found.attributions:
        named = [m for m in _named_in(reading, said, mentions) if (said.id, m.id) not in taken]
        if named and said.mention is None:
            said, named = replace(said, mention=named[0].id), named[1:]
        every += [said, *(together(said, other) for other in named)]
    return in_order(found, every)


def _named_in(reading: Reading, said: Attribution, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that stand one after the other behind "including" in a source."""
    source = said.source
    start = _INCLUDING.search(reading.text, source.start, source.end) if source and not said.joint else None
    if source is None or start is None:
        return
    at = start.end()
    for mention in mentions:
        whole = with_role(mention)
        if whole.end <= at or mention.form not in ("name", "acronym"):
            continue
        if whole.start != at or not source.whole.contains(mention.target.whole):
            return
        behind = _BEHIND.match(reading.text, whole.end)
        at = behind.end() if behind else whole.end
        if reading.text[at : at + 1] not in (",", " ", ")") and at < source.end:
            return
        if not (speaks_together(reading, mention) and may_speak(reading, said, mention)):
            return
        yield mention
        following = _NEXT.match(reading.text, at)
        if following is None:
            return
        at = following.end()
