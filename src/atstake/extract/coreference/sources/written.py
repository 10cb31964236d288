"""Whose words "the statement" or "the letter" are: of who has just been told to have written one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from atstake.extract.coreference.written import has_own_words
from atstake.model.annotations import Attribution, Mention
from atstake.model.reading import Reading

_NOUNS = "statement|letter|memo|communiqu[eé]|tweet|message|op-ed|manifesto"
_BARE = re.compile(
    rf"(?:the|that|this|its|their|his|her)\s+(?:[a-z]+\s+)?({_NOUNS})(?:,? (?:which|itself).*)?",
    re.IGNORECASE,
)
_ISSUED = (
    r"\W+(?:\w+ ){0,3}?(?:issued|released|put out|published|posted|circulated|wrote|sent|signed)\s+"
    r"(?:an?|its|the|their|his|her)\s+(?:[\w-]+ ){0,4}?"
)
_BACK = 1200
"""Characters back to whoever has written it."""


class _Written(NamedTuple):
    at: int
    mention: Mention


def written_by(
    reading: Reading,
    said: Attribution,
    told: Mapping[str, tuple[Attribution, Mention]],
    mentions: list[Mention],
) -> Mention | None:
    """Who wrote what the source of an attribution is, by the last who is told to; None where nobody is.

    ``told`` are the attributions whose sources are known, by id.
    """
    found = _BARE.fullmatch(said.source.quote) if said.source is not None else None
    if found is None or said.source is None:
        return None
    noun, here = found[1].lower(), said.source.start
    authors = [
        *(_Written(a.whole.start, m) for a, m in told.values() if _is_so_told(a, noun)),
        *(_Written(m.target.start, m) for m in mentions if _has_written(reading, m, noun)),
    ]
    near = [w for w in authors if here - _BACK <= w.at < here]
    return max(near, key=lambda w: w.at).mention if near else None


def _is_so_told(a: Attribution, noun: str) -> bool:
    """Whether the words of an attribution's cue or source name what was written: "said in a statement"."""
    return any(noun in t.quote.lower() for t in (a.source, a.cue) if t is not None)


def _has_written(reading: Reading, mention: Mention, noun: str) -> bool:
    if mention.form == "pronoun" or mention.type in ("place", "population"):
        return False
    text, end = reading.text, mention.target.end
    if has_own_words(reading, mention):
        return noun in text[max(0, mention.target.start - 60) : end + 50].lower()
    if re.compile(rf" {noun}\b").match(text, end):
        return True
    subject = reading.tokens[reading.tokens_in(mention.head).start].dep == "nsubj"
    return subject and re.compile(_ISSUED + noun, re.IGNORECASE).match(text, end) is not None
