"""States of the United States, by name and as parties' tags shorten them."""

from __future__ import annotations

from functools import cache

from atstake.facts.tables import rows


@cache
def american_states() -> dict[str, str]:
    """Name of a state by its name and abbreviations, in small letters without full stops."""
    return {bare(cell): row[0] for row in rows("american_states") for cell in row}


@cache
def abbreviated() -> frozenset[str]:
    """The states as newspapers shorten them, with their full stops: "Ariz.", "Ohio"."""
    return frozenset(short for _, short, _ in rows("american_states"))


def bare(text: str) -> str:
    """An abbreviation without full stops and blanks at its ends, in small letters.

    >>> bare("N.H."), bare("Ariz. ")
    ('nh', 'ariz')
    """
    return text.replace(".", "").strip().lower()
