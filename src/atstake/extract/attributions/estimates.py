"""Counts that somebody gives without a verb of saying: "the Red Cross put the death toll at 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atstake.model.annotations import Attribution
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span
from atstake.text.numbers.quantities import quantities

ESTIMATE = re.compile(
    r"(?P<source>[A-Z][^,;:“”\"()]{1,90}?(?:, [^,;:“”\"]{2,80},)?)\s+"
    r"(?P<cue>(?:(?:has|have|had|later|also)\s+)?(?:put|puts|placed|estimated|estimates))\s+"
    r"(?P<content>(?:the|its|their|that|this)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:number|toll|figure|count|total|tally|turnout|crowd|attendance|cost|bill|damage|losses)s?\b[^.;:“”\"]{0,80}?"
    r"\sat\s[^;:“”\"]{1,60}?)"
    r"(?=,\s|[.!]?\s*$)"
)
"""A sentence that gives a count of what was counted before."""
_CHANCE = 0.9
"""Set by hand, like those of labels."""


def estimates(reading: Reading) -> Iterator[Attribution]:
    """The sentences that say at what somebody puts a count."""
    for sentence in reading.sentences:
        span = sentence.span
        match = ESTIMATE.match(reading.text[span.start : span.end])
        if match is not None:
            source, cue, content = (
                Span(*match.span(g)).shift(span.start) for g in ("source", "cue", "content")
            )
            if not any(quantities(reading.text, content.start, content.end)):
                continue
            target = reading.target(content)
            yield Attribution(
                id=target_id("attribution", target, "text"),
                content=target,
                source=reading.target(source),
                cue=reading.target(cue),
                act="says",
                polarity="positive",
                hedged=False,
                form="indirect",
                channel="text",
                probability=_CHANCE,
            )
