"""Whose words somebody passes on: quotes, reads out or mimics. They are not who does that."""

from __future__ import annotations

import re

from atstake.facts.organisations import organisation_sector
from atstake.model.annotations import Attribution, Mention
from atstake.model.reading import Reading

_AS_SAYING = (
    r"as (?:saying|telling|having said|stating|warning|insisting|denying|calling|adding|describing)\b"
)
_WHOM = r"(?P<whom>(?!(?:by|in|on|at|from|as|here|earlier|later|last|this)\b)[^,;:.“”\"]{1,140}?)"
_QUOTES = re.compile(rf"(?:quot|cit)(?:e[sd]?|ing)\s+{_WHOM}\s{_AS_SAYING}", re.IGNORECASE)
_QUOTE_WORD, _LETTERS = re.compile(r"quot|cit", re.IGNORECASE), 4
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?(?:quot|cit)ed$", re.IGNORECASE)
_BEFORE = 30
_READS = re.compile(
    r"(?:reads?|reading|recit(?:e[sd]?|ing))\b[^.;:“”\"]{0,40}?\b"
    r"(?:letter|statement|note|message|e-?mail|tweet|poem|passage|memo)s?\s+(?:\w+\s+)?(?:by|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_MIMICS = re.compile(
    r"\b(?:mimic(?:s|ked|king)?|imitat(?:e[sd]?|ing)|parod(?:y|ied|ies|ying))\b", re.IGNORECASE
)
_TITLED = 60
"""Characters of a title before the name of who is quoted."""


def is_passed_on(reading: Reading, attribution: Attribution) -> bool:
    """Whether the words are not those of the source, who only quotes or mimics another."""
    cue = attribution.cue
    if cue is None:
        return False
    mimics = _MIMICS.search(cue.quote) is not None
    return mimics or _quoting(reading, attribution) is not None


def author(reading: Reading, attribution: Attribution, mentions: list[Mention]) -> Mention | None:
    """Whose words they are: of "the agency quoted Holm as saying ..." Holm's, of a letter by Weil that he
    reads Weil's.
    """
    if attribution.cue is None:
        return None
    if (quoting := _quoting(reading, attribution)) is not None:
        return _whom(attribution, quoting.span("whom"), mentions)
    read = _READS.match(reading.text, attribution.cue.start)
    writers = (m for m in mentions if read is not None and _starts(m) == read.end())
    return next((m for m in writers if m.form in ("name", "acronym") and m.type != "place"), None)


def _whom(attribution: Attribution, span: tuple[int, int], mentions: list[Mention]) -> Mention | None:
    """Whom an outlet quotes; who is no outlet may tell of others what it likes."""
    source = attribution.source
    outlet = source is not None and any(
        organisation_sector(m.known) == "MED" and source.whole.overlaps(m.target.whole) for m in mentions
    )
    begin, end = span
    whom = next((m for m in mentions if begin <= m.target.start and m.target.end <= end), None)
    if not outlet or whom is None or whom.target.start > begin + _TITLED:
        return None
    spoke = whom.form in ("name", "acronym", "title") or whom.target.quote.lower() in ("him", "her")
    return whom if spoke else None


def _quoting(reading: Reading, attribution: Attribution) -> re.Match[str] | None:
    """Where a cue opens "quoted X as saying"; whoever is quoted in the passive speaks himself."""
    cue = attribution.cue
    if cue is None:
        return None
    # Few cues quote: the rest of the text is not searched for the others.
    if not _QUOTE_WORD.search(reading.text, cue.start, cue.end + _LETTERS):
        return None
    found = _QUOTES.search(reading.text, cue.start)
    if found is None or found.start() > cue.end:
        return None
    verb = found.start("whom") - 1
    return None if _PASSIVE.search(reading.text, max(0, cue.start - _BEFORE), verb) else found


def _starts(mention: Mention) -> int:
    role = mention.role
    return min(mention.target.start, role.start) if role is not None else mention.target.start
