"""Which mention is the source of an attribution: the one at the head of the source's words."""

from __future__ import annotations

from atstake.model.annotations import Annotations, Attribution, Mention
from atstake.model.reading import Reading
from atstake.model.text import Span

_SPEAKS_FOR = ("spokes", "official", "source", "representative", "aide", "statement", "report", "editorial")
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my"})


def source_mentions(reading: Reading, found: Annotations) -> dict[str, str]:
    """Attribution id to the id of the mention that is its source, for those that name one."""
    mentions = sorted(found.mentions, key=lambda m: m.target.start)
    chosen = {}
    for attribution in found.attributions:
        mention = _of(reading, attribution, mentions)
        if mention is not None:
            chosen[attribution.id] = mention.id
    return chosen


def _of(reading: Reading, attribution: Attribution, mentions: list[Mention]) -> Mention | None:
    if attribution.source is None:
        return None
    spans = attribution.source.spans
    inside = [m for m in mentions if any(s.overlaps(m.head) for s in spans)]
    inside = [m for m in inside if len(inside) == 1 or not _only_describes(m)]
    if not inside:
        return None
    head = _head(reading, attribution.source.whole)
    if len(inside) == 1:
        return inside[0] if _speaks(reading, attribution, inside[0], head) else None
    named = [m for m in inside if m.type == "person" and m.form in ("name", "handle")]
    at_head = [m for m in inside if head is not None and m.target.whole.contains(head)]
    if not at_head:
        return named[0] if named else _institution(inside[0], inside)
    first = at_head[0]
    if first.form in ("nominal", "title"):
        return _apposed(reading, first, named) or _institution(first, inside) or first
    return first


def _only_describes(mention: Mention) -> bool:
    """Possessive pronouns and places in a source are not who speaks ("his lawyer", "officials in Ankara")."""
    return mention.type == "place" or (
        mention.form == "pronoun" and mention.target.quote.lower() in _POSSESSIVES
    )


def _speaks(reading: Reading, attribution: Attribution, mention: Mention, head: Span | None) -> bool:
    """Whether the only mention in a source is its head, or who the head speaks for; not a mere part of it."""
    assert attribution.source is not None
    alone = len(attribution.source.whole) - len(mention.target.whole) <= 2
    if _only_describes(mention):
        return alone and mention.type != "place"
    if head is None or mention.target.whole.overlaps(head):
        return True
    if reading.text[head.start : head.end].lower().startswith(_SPEAKS_FOR):
        return mention.form != "pronoun" and mention.type != "person"
    before = reading.text[attribution.source.start : mention.target.start].strip().lower()
    return before in ("", "the", "a", "by", "to", "according to", "and", "even")


def _head(reading: Reading, span: Span) -> Span | None:
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


def _apposed(reading: Reading, mention: Mention, named: list[Mention]) -> Mention | None:
    """The name in apposition to a title: "the minister, Jean Dupont,"; not "a spokesman for Jean Dupont"."""
    for other in named:
        between = reading.text[mention.target.end : other.target.start]
        if other.target.start >= mention.target.end and between.strip() in ("", ","):
            return other
    return None


def _institution(mention: Mention, inside: list[Mention]) -> Mention | None:
    """Whom an unnamed speaker speaks for: "a spokesman for the ministry" is the ministry."""
    speaks = any(word in mention.target.quote.lower() for word in _SPEAKS_FOR)
    if mention.form not in ("title", "nominal") or not speaks or mention.type == "organisation":
        return None
    for other in inside:
        if other is not mention and other.type in ("organisation", "government", "armed-group"):
            return other if other.form != "pronoun" else None
    return None
