"""From a stretch of text to a quote that can stand alone: whole sentences, clipped, referents shown."""

from __future__ import annotations

import re

from atstake.brief.compose.coverage import Coverage
from atstake.model.annotations import Mention
from atstake.model.brief import Note, Quote
from atstake.model.text import Span, Target

CONTEXT = 160
"""Most code points of a paragraph shown on each side of a quote."""

_BULLET = re.compile(r"[\s•·▪–—*>|-]*(?:(?:But|And|Yet|So|However|Meanwhile|Still),?\s+(?=\w))?")
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’/-]{2,40}(?:,? \w+\.? \d{1,2}(?:, \d{4})?)?\s*(?:\([^)\n]{2,40}\)\s*)?[-–—:]+\s+"
)
_OPENING, _CLOSING = "“‘\"'«", "”’\"'»"
_POINTS_BACK = re.compile(r"(?:the|this|that|his|her|their)\b", re.IGNORECASE)


def quote(coverage: Coverage, target: Target, *, whole: bool = True) -> Quote:
    """The target as a quote: grown to whole sentences where they fit, clipped, with its paragraph."""
    text = coverage.text(target.document)
    wide = target.whole
    if whole:
        sentences = coverage.sentences(target)
        grown = Span(min(s.start for s in sentences), max(s.end for s in sentences))
        wide = grown if len(grown) <= coverage.clip else _room(grown, wide, coverage.clip, text)
        edges = grown
    else:
        edges = wide
    shown = tidy(coverage, target.document, _clip(wide, coverage.clip, text))
    cut_before = (
        bool(text[edges.start : shown.start].strip())
        and shown.start > tidy(coverage, target.document, edges).start
    )
    cut_after = bool(text[shown.end : edges.end].strip(" \n" + _CLOSING + _OPENING))
    exact = Target(target.document, (shown,), (text[shown.start : shown.end],))
    before, after = context(text, shown)
    return Quote(exact, cut_before, cut_after, notes(coverage, exact), before, after)


def exact(coverage: Coverage, document: str, span: Span) -> Quote:
    """Just these words, with their paragraph around them."""
    text = coverage.text(document)
    shown = _clip(span, coverage.clip, text)
    before, after = context(text, shown)
    return Quote(
        Target(document, (shown,), (text[shown.start : shown.end],)),
        False,
        shown.end < span.end,
        (),
        before,
        after,
    )


def bare(coverage: Coverage, document: str, span: Span) -> Quote:
    """Just these words, clipped, with nothing around them."""
    text = coverage.text(document)
    shown = _clip(span, coverage.clip, text)
    return Quote(Target(document, (shown,), (text[shown.start : shown.end],)), cut_after=shown.end < span.end)


def tidy(coverage: Coverage, document: str, span: Span) -> Span:
    """Without white space, bullets, a dateline, a conjunction that points back, a lone quotation mark."""
    text, dateline = coverage.text(document), coverage.documents[document].dateline
    start, end = span.start, span.end
    if dateline and span.start < dateline.end < span.end and dateline.start <= span.start + 2:
        start = dateline.end
    match = _DATELINE.match(text, start, end)
    if match:
        start = match.end()
    match = _BULLET.match(text, start, end)
    start = match.end() if match else start
    while end > start and text[end - 1].isspace():
        end -= 1
    words = text[start:end]
    if words[:1] in ("“", '"') and not any(c in words[1:] for c in '”"'):
        start += 1
    elif words[-1:] in ("”", '"') and not any(c in words[:-1] for c in '“"'):
        end -= 1
    return Span(start, max(start, end))


def context(text: str, span: Span) -> tuple[str, str]:
    """The rest of the paragraph on each side, at most ``CONTEXT`` code points, cut between words."""
    first = max(text.rfind("\n", 0, span.start) + 1, 0)
    last = text.find("\n", span.end)
    last = len(text) if last < 0 else last
    before, after = text[first : span.start], text[span.end : last]
    if len(before) > CONTEXT:
        before = before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0]
    return before, after


def notes(coverage: Coverage, target: Target) -> tuple[Note, ...]:
    """A bracket behind each word that points to somebody named outside the quote, once for each."""
    span = target.whole
    inside = coverage.mentions(target.document, span)
    named: set[str] = set()
    found = []
    for mention in inside:
        who = coverage.actor_of(mention)
        if who is None:
            continue
        if mention.form in {"name", "acronym", "handle"}:
            named.add(who.id)
        elif who.id not in named and _needs_name(coverage, mention, span, inside):
            named.add(who.id)
            found.append(Note(mention.target.end, who.name))
    return tuple(found)


def _needs_name(coverage: Coverage, mention: Mention, span: Span, inside: list[Mention]) -> bool:
    words = mention.target.quote
    if mention.form == "pronoun":
        if words.casefold() in _FIRST:
            return False
    elif not _POINTS_BACK.match(words):
        return False
    back = coverage.mention.get(mention.antecedent or "")
    if back is not None and span.contains(back.target.whole) and back in inside and back.form != "pronoun":
        return False
    who = coverage.actor_of(mention)
    return who is not None and who.kind != "place" and who.name.casefold() not in words.casefold()


_FIRST = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself who whom whose which that".split()
)


def _room(sentence: Span, core: Span, most: int, text: str) -> Span:
    """As much of a long sentence as fits: from its start if the core then fits, else around the core."""
    if core.end - sentence.start <= most:
        return Span(sentence.start, min(sentence.end, sentence.start + most))
    if len(core) >= most:
        return core
    spare = most - len(core)
    after = min(spare, sentence.end - core.end)
    start = core.start - (spare - after)
    start = next((i for i in range(max(start, 0), core.start) if text[i - 1 : i].isspace()), core.start)
    return Span(start, core.end + after)


def _clip(span: Span, most: int, text: str) -> Span:
    """At most so many code points, cut between words."""
    if len(span) <= most:
        end = span.end
        if end < len(text) and text[end - 1 : end].isalnum() and text[end : end + 1].isalnum():
            end = _word_end(text, span.start, end)
        return Span(span.start, end)
    return Span(span.start, _word_end(text, span.start, span.start + most))


def _word_end(text: str, start: int, end: int) -> int:
    cut = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return cut if cut > start else end
