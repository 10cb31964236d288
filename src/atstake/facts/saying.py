"""Verbs of saying by what a rule asks of them (``saying.tsv`` says where they are from)."""

from __future__ import annotations

from functools import cache

from atstake.facts.tables import lexicon


@cache
def saying(use: str) -> frozenset[str]:
    """The lemmas that serve a use. Raises ``KeyError`` for one that the table has not."""
    return {row: frozenset(lemmas.split()) for row, lemmas in lexicon("saying")}[use]
