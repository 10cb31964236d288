"""The words of a candidate: its clause, the event in a few of its own words, who takes part, where."""

from __future__ import annotations

from collections.abc import Iterable

from atstake.extract.upcoming import cues
from atstake.extract.upcoming.candidates import Candidate
from atstake.model.annotations import Mention
from atstake.model.reading import Reading
from atstake.model.text import Span

_LONG = 250
"""Characters from which a sentence is too long to stand for one event."""
_MOST_WORDS = 12
_PARTS = frozenset(
    "dobj attr acomp oprd prep prt pobj dative agent compound amod det poss nummod case nmod".split()
)
_COURSE = frozenset(
    "take hold happen occur begin start open resume restart continue proceed go come end finish be follow "
    "expect schedule plan set slate conduct".split()
)
_ACTORS = frozenset("person government organisation armed-group population".split())


def clause(reading: Reading, candidate: Candidate) -> Span:
    """The sentence, or of a long one the clause around the event."""
    sentence = candidate.sentence.span
    if len(sentence) <= _LONG:
        return sentence
    cue = reading.tokens_in(candidate.cue)
    top = cue[0] if cue and cue[0] in reading.above(candidate.head) else candidate.head
    inside = [i for i in reading.subtree(top) if candidate.sentence.first <= i < candidate.sentence.last]
    start = min(reading.tokens[inside[0]].start, candidate.cue.start)
    end = max(reading.tokens[inside[-1]].end, candidate.cue.end)
    return Span(start, end) if end - start >= _LONG // 5 else sentence


def apart(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """Whether two candidates of a sentence are two events: neither is part of the other or of its cue.

    "Plans to fly to Ankara and meet the minister" are two, "plans to fly to Ankara for talks" is one.
    """
    for a, b in ((one, other), (other, one)):
        if reading.tokens[a.head].pos not in ("VERB", "AUX"):
            return False
        if a.head in reading.tokens_in(b.cue) or (a.cue == b.cue and a.head == b.head):
            return False
        at = a.head
        while at != b.head and reading.tokens[at].dep in ("conj", "dep") and reading.tokens[at].head != at:
            at = reading.tokens[at].head
        if at != b.head and b.head in reading.above(a.head):
            return False
    return True


def part(reading: Reading, candidate: Candidate, rivals: Iterable[Candidate]) -> Span:
    """The words of a candidate in a sentence that tells other events too: its own clause alone."""
    heads = {r.head for r in rivals}
    below = set(reading.subtree(candidate.head))
    for head in heads & below:
        below -= set(reading.subtree(head))
    cue = reading.tokens_in(candidate.cue)
    own = sorted(below | set(cue[:1]) if cue and not heads & set(cue) else below)
    inside = [i for i in own if candidate.sentence.first <= i < candidate.sentence.last]
    while len(inside) > 1 and reading.tokens[inside[-1]].pos in ("PUNCT", "CCONJ"):
        inside.pop()
    return Span(reading.tokens[inside[0]].start, reading.tokens[inside[-1]].end)


def what(reading: Reading, candidate: Candidate, time: Span | None) -> str:
    """The event in a few words of the text, without its date: "fly to Ankara"."""
    subject = _subject_of_course(reading, candidate)
    if subject is not None:
        return subject
    first, last = candidate.head, candidate.head
    if reading.tokens[first].pos in ("NOUN", "PROPN"):
        while first > candidate.sentence.first and _part_before(reading, first - 1, candidate.head):
            first -= 1
    limit = min(candidate.sentence.last, first + _MOST_WORDS)
    for index in range(candidate.head + 1, limit):
        token = reading.tokens[index]
        if time is not None and token.start >= time.start and token.start < time.end:
            break
        if token.text == "-" and index + 1 < limit and reading.touches_next(index):
            # "A three-day forum" does not end at "three".
            continue
        if not _within(reading, index, candidate.head):
            break
        last = index
    while last > candidate.head and reading.tokens[last].tag in (
        "IN",
        "TO",
        "DT",
        ",",
        "CC",
        "PRP$",
        "HYPH",
        "``",
    ):
        last -= 1
    return reading.text[reading.tokens[first].start : reading.tokens[last].end]


def _subject_of_course(reading: Reading, candidate: Candidate) -> str | None:
    """ "Talks" of "talks are due to resume": the thing itself, where the verb tells only its course.

    So too of "called off the talks" and "the talks were called off".
    """
    head = reading.tokens[candidate.head]
    course = head.lemma.lower() in _COURSE or candidate.kind in ("fixed-for", "cancel")
    objects = [
        reading.tokens[c] for c in reading.children.get(candidate.head, ()) if reading.tokens[c].dep == "dobj"
    ]
    acts = any(o.lemma.lower() not in ("place", "effect", "force") for o in objects)
    if head.pos == "NOUN" or not course or (acts and candidate.kind != "cancel"):
        return None
    if head.dep == "acl" and candidate.kind == "fixed-for":
        return _noun_phrase(reading, head.head)
    deps = ("dobj", "nsubjpass") if candidate.kind == "cancel" else ("nsubj", "nsubjpass")
    for at in reading.above(candidate.head)[: 1 if candidate.kind == "cancel" else 3]:
        for child in reading.children.get(at, ()):
            token = reading.tokens[child]
            if token.dep in deps:
                named = token.entity in ("PERSON", "GPE", "ORG", "NORP")
                if token.pos == "PRON":
                    return _gathering(reading, candidate)
                return _noun_phrase(reading, child) if token.pos in ("NOUN", "PROPN") and not named else None
        if reading.tokens[at].dep not in ("xcomp", "acomp", "ccomp", "conj"):
            break
    return None


def _gathering(reading: Reading, candidate: Candidate) -> str | None:
    """The last gathering named before a pronoun's event: "talks ..., they will go ahead"."""
    for index in range(candidate.head - 1, candidate.sentence.first - 1, -1):
        token = reading.tokens[index]
        if token.pos == "NOUN" and token.lemma.lower() in cues.GATHERINGS:
            return _noun_phrase(reading, index)
    return None


def _noun_phrase(reading: Reading, noun: int) -> str:
    """A noun with what belongs to it, up to a verb or a mark; at most so many words."""
    inside = reading.subtree(noun)
    first = last = noun
    while (
        first - 1 in inside and reading.tokens[first - 1].tag not in ("DT", "PRP$", ",") and noun - first < 6
    ):
        first -= 1
    while last + 1 in inside and last - first < _MOST_WORDS:
        token = reading.tokens[last + 1]
        if token.pos in ("VERB", "AUX", "PUNCT", "SCONJ") or token.tag in ("WDT", "WP"):
            break
        last += 1
    while last > noun and reading.tokens[last].tag in ("IN", "DT", "CC", "PRP$", "TO"):
        last -= 1
    return reading.text[reading.tokens[first].start : reading.tokens[last].end]


def _part_before(reading: Reading, index: int, head: int) -> bool:
    token = reading.tokens[index]
    return token.dep in ("compound", "amod", "nmod", "poss", "nummod", "case") and _within(
        reading, index, head
    )


def _within(reading: Reading, index: int, head: int) -> bool:
    """Whether a token belongs to the event's own phrase: its objects and prepositions, no further clause."""
    at = index
    for _ in range(8):
        token = reading.tokens[at]
        if at == head:
            return True
        if token.dep not in _PARTS:
            return False
        at = token.head
    return False


def participants(reading: Reading, candidate: Candidate, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The ids of the mentions that take part: in the event's clause, or subject of what plans it."""
    inside = set(reading.subtree(candidate.head))
    for index in reading.above(candidate.head)[:3]:
        for child in reading.children.get(index, ()):
            if reading.tokens[child].dep in ("nsubj", "nsubjpass"):
                inside |= set(reading.subtree(child))
        if index != candidate.head and reading.tokens[index].pos in ("VERB", "AUX"):
            break
    found = [
        m
        for m in mentions
        if m.type in _ACTORS
        and candidate.sentence.span.overlaps(m.head)
        and set(reading.tokens_in(m.head)) & inside
    ]
    return tuple(m.id for m in sorted(found, key=lambda m: (m.head.start, m.id)))


def place(reading: Reading, candidate: Candidate, mentions: Iterable[Mention]) -> str | None:
    """The name of a place in the event's clause, as it stands."""
    inside = set(reading.subtree(candidate.head))
    for mention in sorted(mentions, key=lambda m: m.head.start):
        if mention.type == "place" and not mention.metonym and set(reading.tokens_in(mention.head)) & inside:
            return mention.target.quote
    return None
