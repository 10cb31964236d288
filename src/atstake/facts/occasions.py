"""What happens on a day, by the words that name it (``occasions.tsv``)."""

from __future__ import annotations

import re
from functools import cache

from atstake.facts.cues import verb_forms
from atstake.facts.tables import lexicon

_WORD = re.compile(r"[a-z]+")


@cache
def gatherings() -> frozenset[str]:
    """Nouns that name something that happens on a day: "meeting", "hearing", "deadline"."""
    return _lemmas("gathering")


def names_an_occasion(words: str) -> bool:
    """Whether words tell of something that has its day, though they may not say which: "will be voted on"."""
    return not _forms().isdisjoint(_WORD.findall(words.casefold()))


@cache
def _forms() -> frozenset[str]:
    nouns = {form for noun in gatherings() for form in (noun, f"{noun}s")}
    return frozenset(nouns | {form for verb in _lemmas("doing") for form in verb_forms(verb)})


def _lemmas(kind: str) -> frozenset[str]:
    return frozenset(w for row, lemmas in lexicon("occasions") if row == kind for w in lemmas.split())
