"""What the rules ask of the syntax between a number and the words around it."""

from __future__ import annotations

from atstake.model.reading import Reading
from atstake.model.text import Span

# What is spoken of, and not said: nobody counts "the 40 who died" by discussing them.
SPOKEN_OF = frozenset(
    "discuss debate consider weigh ponder mourn remember commemorate mark honor honour guarantee".split()
)


def first_token(reading: Reading, span: Span) -> int | None:
    """The first token that begins in a span."""
    inside = reading.tokens_in(span)
    return inside[0] if inside else None


def is_of_another_thing(reading: Reading, at: int, number: int) -> bool:
    """Whether what is said at one token stands in a clause on something else than what is counted.

    "Twenty were killed in the war, which drew in fighters from Brenia": nobody was killed in Brenia.
    """
    tokens = reading.tokens
    over = reading.above(number)
    below = (i for i in reading.above(at) if i not in over)
    return any(
        tokens[i].dep in ("relcl", "acl") and tokens[i].pos in ("VERB", "AUX") and tokens[i].head not in over
        for i in below
    )
