"""What the rules ask of the syntax between a number and the words around it."""

from __future__ import annotations

from atstake.model.reading import Reading, Token
from atstake.model.text import Span

# What is spoken of, and not said: nobody counts "the 40 who died" by discussing them.
SPOKEN_OF = frozenset(
    "discuss debate consider weigh ponder mourn remember commemorate mark honor honour guarantee".split()
)
BEFORE_COUNTED = frozenset("the of a an at least more than some about another all these those".split())
_VAGUE_NUMBERS = frozenset("dozens scores hundreds thousands tens several many".split())
_NEARLY = frozenset("almost nearly around roughly up to as many over".split())


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


def has_own_number(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number of its own follows: "left nine dead and injured dozens"."""
    while at + 1 < len(tokens) and tokens[at].text.lower() in BEFORE_COUNTED | _NEARLY:
        at += 1
    return tokens[at].pos == "NUM" or tokens[at].text.lower() in _VAGUE_NUMBERS
