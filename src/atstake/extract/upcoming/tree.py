"""What the rules ask of the syntax around an event's word."""

from __future__ import annotations

from atstake.extract.upcoming.candidates import Candidate
from atstake.model.reading import Reading

MODIFIES = frozenset({"compound", "nmod", "nummod", "amod"})
"""How a word hangs on the noun that it tells more of."""


def is_negated(reading: Reading, candidate: Candidate) -> bool:
    """Whether the event, or what puts it ahead, has a "not": "are not due to return until Monday"."""
    cue = reading.tokens_in(candidate.cue)
    # "Are not due" has its "not" with the verb.
    said = [reading.tokens[i].head for i in cue if reading.tokens[i].dep == "acomp"]
    below = [c for i in (candidate.head, *cue, *said) for c in reading.children.get(i, ())]
    things = (c for c in below if reading.tokens[c].dep in ("nsubj", "nsubjpass"))
    # "No vote is expected before Friday".
    none = any(reading.tokens[d].text.lower() == "no" for c in things for d in reading.children.get(c, ()))
    return none or any(reading.tokens[c].dep == "neg" for c in below)
