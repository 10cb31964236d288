"""Sentences that a writer says to the reader, or of themselves: no statement of what happened."""

from __future__ import annotations

import re

# The plain form of a verb at the beginning of a sentence: "Forget the vote.", "Look at the polls."
_ORDERS = re.compile(
    r"\W*(?:(?:please|just|but|and|so) )?(?:never mind|make no mistake|forget|consider|imagine|remember"
    r"|recall|suppose|picture|look|listen|wait|watch|stop|think|take|call|ask|meet|note|brace|behold|welcome"
    r"|don[’']t|do not|let|see|keep|give|get|read|blame|say goodbye|bear in mind)\b"
    r"(?! (?-i:[A-Z]\w+) (?:said|says|is|was|has)\b)",
    re.IGNORECASE,
)
_PERSONS = re.compile(
    r"\b(?:[Yy]ou|[Yy]ours?|[Yy]ou[’']\w+|I[’']\w+|[Mm]y|[Ll]et[’']s)\b"
    r"|(?<!War )(?<!Title )(?<!Part )(?<!Phase )\bI\b"
)
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")


def is_addressed(sentence: str) -> bool:
    """Whether words outside quotation marks order the reader about, or say "you" or "I"."""
    own = _QUOTED.sub("", sentence)
    return _ORDERS.match(own) is not None or _PERSONS.search(own) is not None
