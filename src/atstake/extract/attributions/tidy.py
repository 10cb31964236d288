"""Small repairs of learned spans, by punctuation and paragraphs alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from atstake.model.reading import Reading
from atstake.model.text import Span

_QUOTES = '"“«'
_BETWEEN = 12
"""Characters of other text that may stand between a statement and its part in another paragraph."""


def tidy(text: str, spans: list[Span]) -> list[Span]:
    """Spans in order, without white space at either end; touching ones joined; none empty."""
    kept: list[Span] = []
    for span in sorted(spans):
        start, end = span.start, span.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        if kept and not text[kept[-1].end : start].strip():
            kept[-1] = Span(kept[-1].start, max(end, kept[-1].end))
        else:
            kept.append(Span(start, end))
    return kept


def in_reach(reading: Reading, content: Sequence[Span], others: Iterable[Span], cue: Span) -> list[Span]:
    """The parts of a content in its cue's paragraph, and those of other paragraphs that run on from there.

    ``others`` are the spans of source and cue. With the reporter's words in between, a part of another
    paragraph is mostly somebody else's: "... , Holm said. Brandt agreed. <I never did.>"
    """
    held = (*content, *others)
    near = [s for s in content if _is_near(reading, s, held, cue)]
    near = [s for s in near if not _is_closed_before(reading, s, near, cue)] or near
    kept = near or list(content)
    told = [s for s in kept if not _is_why_unnamed(reading, s, cue)]
    return told or kept


# Why a source is not named: "speaking on condition of anonymity to discuss <the talks>".
_UNNAMED = re.compile(
    r"\b(?:anonymity|anonymously|background|unauthori[sz]ed|lacked? authorization"
    r"|not (?:be(?:ing)? )?(?:named|identified|authori[sz]ed|permitted|allowed)"
    r"|declined to be (?:named|identified))\b[^.;\n]{0,60}"
    r"\b(?:to|of|about|on|because)(?: \w+){0,4}\s+$",
    re.IGNORECASE,
)
_REASONS = 140
"""Characters in which a reporter says why somebody is not named."""


def _is_why_unnamed(reading: Reading, part: Span, cue: Span) -> bool:
    """Whether a part before the cue only ends the reporter's words on why the source is not named."""
    before = reading.text[max(0, part.start - _REASONS) : part.start]
    return part.end <= cue.start and _UNNAMED.search(before) is not None


def _is_closed_before(reading: Reading, part: Span, parts: Sequence[Span], cue: Span) -> bool:
    """Whether a part ends a paragraph before that of the cue, which has its own words behind it.

    "... , said Holm. <“It was madness.”>" and then "The council has approved <the plan>". Who "added" it,
    or is called by a pronoun, goes on.
    """
    text = reading.text
    goes_on = _SAYS_ON.search(text, max(part.end, cue.start - _PRONOUN), cue.end) is not None
    apart = part.end <= cue.start and "\n" in text[part.end : cue.start]
    if goes_on or not apart or not _CLOSED.search(text[part.start : part.end]):
        return False
    return any(s.start >= cue.end and "\n" not in text[cue.end : s.start] for s in parts)


_PRONOUN = 6
# "He said", "Holm added".
_SAYS_ON = re.compile(r"\b(?:he|she|they|it|i|we)\s+\S|\badd(?:s|ed|ing)?\b", re.IGNORECASE)
_CLOSED = re.compile(r"[.!?…][”\"’'»]*$")


def _is_near(reading: Reading, part: Span, held: Sequence[Span], cue: Span) -> bool:
    start, end = (part.end, cue.start) if part.end <= cue.start else (cue.end, part.start)
    between = reading.text[start:end]
    if start >= end or "\n" not in between:
        return True
    if cue.end <= part.start and reading.text[part.start] in _QUOTES and _goes_on(reading, cue, part):
        return True
    free = (c for at, c in enumerate(between, start) if not any(s.start <= at < s.end for s in held))
    return len("".join(free).strip()) <= _BETWEEN


def _goes_on(reading: Reading, cue: Span, part: Span) -> bool:
    """Whether a quotation opens the paragraph behind the sentence of the cue, which ends its own."""
    sentence = reading.sentence_at(cue.start)
    return sentence is not None and not reading.text[sentence.span.end : part.start].strip()
