"""Events told by nouns: "the shelling of the town on 3 May", "her talks with the premier on Monday".

A noun tells one only where it bears a day of its own, and names who did it or to whom: without these, "the
attack" points back at what is told elsewhere, or speaks of attacks at large.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atstake.extract.events.candidates import KEEPS_FROM_BEING, Candidate, head_token, usable
from atstake.model.annotations import Mention, TimeExpression
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span

ROOTS = {
    noun: root
    for root, nouns in {
        "ASSAULT": "attack strike airstrike raid bombing bombardment shelling shooting assault massacre "
        "ambush killing assassination beheading execution",
        "COERCE": "arrest detention deportation abduction kidnapping seizure",
        "PROTEST": "protest demonstration march rally riot",
        "CONSULT": "meeting talk summit visit",
        "YIELD": "resignation surrender withdrawal release",
    }.items()
    for noun in nouns.split()
}
"""The PLOVER root of a noun of a deed. "Strike" is no protest here."""
_BY = frozenset({"by", "from"})
_TO = frozenset("of on against at with".split())
_UNREAL = frozenset(
    "planned foiled alleged failed attempted possible potential threatened aborted supposed".split()
)
_MOST = 25
"""Tokens that a noun's phrase may have."""


def candidates(
    reading: Reading, sentence: Sentence, mentions: list[Mention], times: Iterable[TimeExpression]
) -> Iterator[Candidate]:
    """The nouns of a sentence that tell a dated event, with their parties."""
    days = [reading.tokens_in(t.target.whole) for t in times if _is_past_day(t, reading.document.date)]
    by_head = {i: m for m in mentions if (i := head_token(reading, m)) is not None}
    for noun in range(sentence.first, sentence.last) if days else ():
        token = reading.tokens[noun]
        if token.pos != "NOUN" or token.lemma.lower() not in ROOTS or noun in by_head:
            continue
        if _is_none(reading, noun):
            continue
        below = _phrase(reading, noun)
        if len(below) > _MOST or not any(set(d) & set(below) for d in days):
            continue
        actor, recipient = _parties(reading, noun, by_head)
        if actor is not None or recipient is not None:
            yield Candidate(noun, actor, recipient, _span(reading, sentence, below))


# Private functions


def _is_past_day(time: TimeExpression, published: str | None) -> bool:
    one = time.type in ("DATE", "TIME") and time.earliest and time.earliest == time.latest
    return bool(one) and published is not None and (time.latest or "") <= published


def _is_none(reading: Reading, noun: int) -> bool:
    """ "No attack", "a foiled attack", "denied the attack": none that is known to have happened."""
    below = {reading.tokens[c].text.lower() for c in reading.children.get(noun, ())}
    above = reading.tokens[reading.tokens[noun].head].lemma.lower()
    return bool(below & (_UNREAL | {"no", "any"})) or above in KEEPS_FROM_BEING


def _phrase(reading: Reading, noun: int) -> list[int]:
    """The noun and what is below it, clauses left out: their days are not its own."""
    inside, stack = [noun], list(reading.children.get(noun, ()))
    while stack:
        i = stack.pop()
        if reading.tokens[i].pos in ("VERB", "AUX") or reading.tokens[i].dep in ("conj", "appos"):
            continue
        inside.append(i)
        stack.extend(reading.children.get(i, ()))
    return sorted(inside)


def _parties(
    reading: Reading, noun: int, by_head: dict[int, Mention]
) -> tuple[Mention | None, Mention | None]:
    """ "The army's raid on X", "the raid by the army on X": who by place, and to whom."""
    actor = recipient = None
    for child in reading.children.get(noun, ()):
        token = reading.tokens[child]
        if token.dep in ("poss", "amod", "compound", "nmod"):
            actor = actor or usable(by_head.get(child))
        elif token.dep in ("prep", "agent"):
            word = token.text.lower()
            for below in reading.children.get(child, ()):
                found = usable(by_head.get(below))
                if word in _BY:
                    actor = actor or found
                elif word in _TO:
                    recipient = recipient or found
    return actor, recipient


def _span(reading: Reading, sentence: Sentence, inside: list[int]) -> Span:
    first, last = reading.tokens[inside[0]], reading.tokens[inside[-1]]
    return Span(max(first.start, sentence.span.start), min(last.end, sentence.span.end))
