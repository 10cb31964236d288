"""The words of a source: what heads them, what speaks for somebody, what only stands in a clause."""

from __future__ import annotations

import re

from atstake.model.annotations import Mention
from atstake.model.reading import Reading
from atstake.model.text import Span

SPEAKS_FOR = (
    "spokes", "official", "source", "representative", "aide", "statement", "report", "editorial",
    "director", "data", "figures", "statistics", "board", "management",
)  # fmt: skip
# Who spoke for a body once does not speak for it now.
FORMER = re.compile(r"\b(?:former|ex|onetime|one-time|retired)\b", re.IGNORECASE)


def head_of(reading: Reading, span: Span) -> Span | None:
    """The word of the stretch that governs the others."""
    indices = reading.tokens_in(span)
    best: tuple[int, int] | None = None
    for index in indices:
        token = reading.tokens[index]
        if token.pos in ("PUNCT", "ADP", "CCONJ") or (token.head in indices and token.head != index):
            continue
        rank = (0 if token.pos in ("NOUN", "PROPN", "PRON") else 1, index)
        best = rank if best is None else min(best, rank)
    if best is None:
        return None
    token = reading.tokens[best[1]]
    return Span(token.start, token.end)


def is_cut_name(reading: Reading, source: Span, mention: Mention, head: Span) -> bool:
    """Whether a body's name goes on to the source's end: "Halden Bet" of "Halden Bet Security Services"."""
    rest = reading.text[mention.target.end : source.end].strip(" ,").split()
    named = mention.form in ("name", "acronym") and mention.type in ("organisation", "armed-group")
    within = mention.target.end <= head.start < source.end
    return named and within and 0 < len(rest) <= 3 and all(w[0].isupper() and w not in _POLLS for w in rest)


_POLLS = frozenset({"Poll", "Survey", "Tally", "Review", "Interview", "Exclusive"})


def with_role(mention: Mention) -> Span:
    """The mention with the title in front of it or in apposition to it."""
    role = mention.role
    if role is None or not (
        0 <= mention.target.start - role.end <= 2 or 0 <= role.start - mention.target.end <= 8
    ):
        return mention.target.whole
    return Span(min(role.start, mention.target.start), max(role.end, mention.target.end))


def is_in_clause(reading: Reading, mention: Mention, head: Span) -> bool:
    """Whether it only stands in a clause about who speaks: "officials who spoke to the agency"."""
    top, i = reading.tokens_in(head).start, reading.tokens_in(mention.head).start
    while i != top and reading.tokens[i].head != i:
        if reading.tokens[i].dep in ("relcl", "acl", "advcl", "ccomp"):
            return True
        i = reading.tokens[i].head
    return False
