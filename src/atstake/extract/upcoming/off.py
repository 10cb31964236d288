"""The words by which an event ahead is off: called off, stayed away from, its plan dropped or refused."""

from __future__ import annotations

from atstake.extract.upcoming import cues
from atstake.extract.upcoming.candidates import Candidate
from atstake.model.reading import Reading, Token
from atstake.model.text import Span

_DROPS = cues.CANCEL | frozenset("halt avert block reject veto quash".split())
"""What is done to a plan or a request of which nothing comes."""
_OF_DEEDS = frozenset("plan proposal request bid push effort decision pledge promise vow".split())
_TO_NOTHING = frozenset("halt end nothing standstill".split())


def called_off(reading: Reading, candidate: Candidate) -> Span | None:
    """The words that call off what a candidate tells of."""
    return (
        _calls_off(reading, candidate)
        or _is_off(reading, candidate)
        or _is_dropped(reading, candidate)
        or _unattended(reading, candidate)
    )


def _is_dropped(reading: Reading, candidate: Candidate) -> Span | None:
    """The words by which nothing comes of a plan: "dropped its plan to", "the plan to ... came to a halt"."""
    nouns = reading.tokens_in(candidate.cue)
    if candidate.kind != "plan-noun" or not nouns:
        return None
    noun = reading.tokens[nouns[0]]
    verb, below = reading.tokens[noun.head], [reading.tokens[c] for c in reading.children.get(noun.head, ())]
    unreal = any(t.dep in ("neg", "mark") or t.tag == "MD" for t in below)
    if noun.lemma.lower() not in _OF_DEEDS or unreal or verb.tag not in ("VBD", "VBN", "VBZ"):
        return None
    dropped = verb.lemma.lower() in _DROPS and noun.dep in ("dobj", "nsubjpass")
    ended = verb.lemma.lower() == "come" and noun.dep == "nsubj" and _comes_to_nothing(reading, below)
    return Span(verb.start, verb.end) if dropped or ended else None


def _comes_to_nothing(reading: Reading, below: list[Token]) -> bool:
    """Whether a "to" below a verb leads to an end: "came to a halt"."""
    tos = [i for t in below if t.text.lower() == "to" for i in reading.tokens_in(Span(t.start, t.end))]
    ends = (reading.tokens[c].lemma.lower() for to in tos for c in reading.children.get(to, ()))
    return not _TO_NOTHING.isdisjoint(ends)


def _calls_off(reading: Reading, candidate: Candidate) -> Span | None:
    """The words of a deed ahead that is a calling off: "asked parliament to delay the vote"."""
    head = reading.tokens[candidate.head]
    children = reading.children.get(candidate.head, ())
    particles = [c for c in children if reading.tokens[c].dep == "prt"]
    named = {head.lemma.lower()} | {
        f"{head.lemma.lower()}-{reading.tokens[c].lemma.lower()}" for c in particles
    }
    things = [c for c in children if reading.tokens[c].dep in ("dobj", "xcomp", "nsubjpass")]
    event = any(reading.tokens[c].lemma.lower() in cues.GATHERINGS | cues.DOINGS for c in things)
    if candidate.kind == "noun" or not event or not named & (cues.CANCEL - {"drop", "suspend"}):
        return None
    return Span(head.start, max([head.end, *(reading.tokens[c].end for c in particles)]))


def _unattended(reading: Reading, candidate: Candidate) -> Span | None:
    """The words by which somebody stays away: "I will not attend the meeting scheduled for Tuesday"."""
    tokens, noun = reading.tokens, candidate.head
    while tokens[noun].dep in ("acl", "relcl") and tokens[noun].head != noun:
        noun = tokens[noun].head
    verb = tokens[noun].head
    below = reading.children.get(verb, ())
    negated = next((c for c in below if tokens[c].dep == "neg"), None)
    away = tokens[noun].dep == "dobj" and tokens[verb].lemma.lower() in ("attend", "hold", "join")
    if negated is None or not away or not any(tokens[c].lemma.lower() in ("will", "would") for c in below):
        return None
    return Span(min(tokens[c].start for c in below if tokens[c].dep in ("aux", "neg")), tokens[verb].end)


def _is_off(reading: Reading, candidate: Candidate) -> Span | None:
    """The words by which the thing told of is off: "pulled out of the planned talks", "its cancellation"."""
    if candidate.kind not in ("noun", "ahead-noun", "fixed-for"):
        return None
    at = candidate.head
    for _ in range(6):
        token = reading.tokens[at]
        if token.head == at:
            return None
        above = reading.tokens[token.head]
        children = [reading.tokens[c] for c in reading.children.get(token.head, ())]
        lemma = above.lemma.lower()
        named = {lemma} | {
            f"{lemma}-{c.lemma.lower()}" for c in children if c.dep in ("prt", "prep", "advmod")
        }
        if above.pos == "NOUN" and lemma in cues.CALLING_OFF and token.dep in ("prep", "poss", "compound"):
            return Span(above.start, above.end)
        if above.pos in ("VERB", "AUX"):
            settled = above.tag == "VB" and reading.tokens[above.head].lemma.lower() in cues.PLAN | {"ask"}
            told = (above.tag in ("VBD", "VBN", "VBZ") or settled) and not any(
                c.dep in ("neg", "mark") for c in children
            )
            off = bool(named & cues.CANCEL) and token.dep in ("dobj", "nsubjpass", "prep", "prt")
            if told and off and not any(c.tag == "MD" for c in children):
                return Span(above.start, above.end)
            if token.dep not in ("relcl", "acl"):
                return None
        at = token.head
    return None
