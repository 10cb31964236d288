"""What speaks for and against a clause being an event that an editor would put in a diary.

All features are of grammar, of verbs and modal words, of dates, and of how much the clause shares with
the article's opening; none is a name or a topic, so what is learned on some stories holds for others.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import takewhile

from atstake.extract.upcoming import cues
from atstake.extract.upcoming.candidates import Candidate
from atstake.extract.upcoming.when import When
from atstake.model.reading import Reading, Token

_NAMES = frozenset("PERSON ORG GPE NORP".split())
_EARLY = 6
_LONG = 45
_OPENING = 700
"""Characters at the head of an article that tell what it is about."""
_PAST_ANYWAY = ("cancel", "fixed-for")
"""Kinds whose cue is a past form as a rule: "called off", "planned for"."""
_PAIRED = ("event=", "subject=", "reported", "quoted", "condition", "dated", "undated", "negated", "place=")
"""What is told differently by another kind of future: "could" said of a doing, of a state, in a quote."""


def features(reading: Reading, candidate: Candidate, when: When) -> frozenset[str]:
    """The names of the features that hold for a candidate."""
    head = reading.tokens[candidate.head]
    below = [reading.tokens[i] for i in reading.subtree(candidate.head)]
    found = {f"kind={candidate.kind}", f"place={_place(head)}"}
    found |= _kinds_of_event(head, candidate.kind, below)
    found |= _date_features(reading, candidate, when)
    found |= _subject_features(reading, _subject(reading, candidate.head))
    found |= _below_features(candidate, below)
    found |= _above_features(reading, candidate)
    found |= _sentence_features(reading, candidate, head)
    found |= _words(reading, candidate, head)
    found |= _opening_features(reading, candidate)
    found |= {f"{candidate.kind}&{f}" for f in found if f.startswith(_PAIRED)}
    return frozenset(found)


def _words(reading: Reading, candidate: Candidate, head: Token) -> set[str]:
    """The verb itself, and the word that puts it ahead."""
    cue = reading.tokens_in(candidate.cue)
    found = {f"cue={reading.tokens[cue[0]].lemma.lower()}"} if cue else set()
    if head.pos in ("VERB", "AUX") or head.lemma.lower() in cues.GATHERINGS:
        found.add(f"head={head.lemma.lower()}")
    return found


def _opening_features(reading: Reading, candidate: Candidate) -> set[str]:
    """How much of what the sentence tells of the article's opening tells of too."""
    opening = _content(takewhile(lambda t: t.start < _OPENING, reading.tokens))
    span = candidate.sentence.span
    own = _content(reading.tokens[candidate.sentence.first : candidate.sentence.last])
    if span.start < _OPENING or not own:
        return {"opening"}
    share = len(own & opening) / len(own)
    found = {"opening-much" if share >= 0.5 else "opening-some" if share >= 0.25 else "opening-little"}
    below = _content(reading.tokens[i] for i in reading.subtree(candidate.head))
    found.add(f"opening-shared={min(len(below & opening), 4)}")
    return found


def _content(tokens: Iterable[Token]) -> set[str]:
    return {t.lemma.lower() for t in tokens if t.pos in ("NOUN", "PROPN", "VERB", "ADJ")} - cues.STATES


def _place(head: Token) -> str:
    if head.dep in ("relcl", "advcl", "acl"):
        return "side"
    return "main" if head.dep in ("ccomp", "ROOT", "conj") else "other"


def _kinds_of_event(head: Token, kind: str, below: list[Token]) -> set[str]:
    lemma = head.lemma.lower()
    if kind in ("cancel", "fixed-for"):
        return {f"event={kind}"}
    if kind == "ask-for":
        gathering = any(t.lemma.lower() in cues.GATHERINGS for t in below)
        return {"event=asked-gathering" if gathering else "event=asked"}
    if head.pos not in ("VERB", "AUX"):
        return {"event=noun"}
    found = {name for name, verbs in cues.EVENTS.items() if lemma in verbs}
    if found:
        return {"event=doing"} | {f"event={name}" for name in found}
    return {"event=state"} if lemma in cues.STATES else {"event=other-verb"}


def _date_features(reading: Reading, candidate: Candidate, when: When) -> set[str]:
    if not when.dated:
        return {"dated", "soon"} if when.span else {"undated"}
    found = {"dated"}
    if when.time is None:
        return found | {"soon"}
    if when.span is not None:
        near = reading.tokens_in(when.span)
        if near and abs(near[0] - candidate.head) <= 8:
            found.add("dated-near")
    if when.first and when.last:
        first, last = date.fromisoformat(when.first), date.fromisoformat(when.last)
        length, published = (last - first).days, date.fromisoformat(reading.document.date or when.first)
        found.add("day" if not length else "days" if length < 8 else "months" if length < 200 else "years")
        far = (last - published).days
        found.add("today" if not far else "this-week" if far < 8 else "far" if far > 100 else "some-weeks")
    return found


def _subject(reading: Reading, head: int) -> int | None:
    for at in (head, reading.tokens[head].head):
        for c in reading.children.get(at, ()):
            if reading.tokens[c].dep in ("nsubj", "nsubjpass"):
                return c
    return None


def _subject_features(reading: Reading, subject: int | None) -> set[str]:
    if subject is None:
        return {"subject=none"}
    token = reading.tokens[subject]
    word = token.text.lower()
    if word in ("i", "we", "you"):
        return {"subject=speaker"}
    if word in ("it", "this", "that", "there", "which", "what", "who"):
        return {"subject=it"}
    if token.pos == "PRON":
        return {"subject=pronoun"}
    if token.entity in _NAMES:
        return {"subject=name", f"subject={token.entity}"}
    if token.lemma.lower() in cues.GATHERINGS:
        return {"subject=gathering"}
    return {"subject=noun"}


def _below_features(candidate: Candidate, below: list[Token]) -> set[str]:
    found = set()
    names = sum(t.entity in _NAMES and t.entity_start for t in below)
    found |= {"names"} if names else set()
    found |= {"names-2"} if names > 1 else set()
    if any(t.lemma.lower() in cues.GATHERINGS and t.pos == "NOUN" for t in below):
        found.add("gathering")
    if any(t.dep == "neg" and t.head == candidate.head for t in below):
        found.add("negated")
    return found


def _above_features(reading: Reading, candidate: Candidate) -> set[str]:
    """Who reports it, and whether what puts it ahead lies itself in the past ("had planned to")."""
    found = set()
    at = candidate.head
    for _ in range(6):
        token = reading.tokens[at]
        if token.head == at:
            break
        if token.dep == "ccomp" and reading.tokens[token.head].lemma.lower() in cues.REPORTS:
            found.add("reported")
        at = token.head
    cue = reading.tokens_in(candidate.cue)
    if cue and candidate.kind not in _PAST_ANYWAY and reading.tokens[cue[0]].tag in ("VBD", "VBN"):
        found.add("past-cue")
        helpers = {reading.tokens[c].text.lower() for c in reading.children.get(cue[0], ())}
        if "had" in helpers:
            found.add("past-perfect")
    return found


def _sentence_features(reading: Reading, candidate: Candidate, head: Token) -> set[str]:
    sentence = candidate.sentence
    words = {t.lemma.lower() for t in reading.tokens[sentence.first : sentence.last]}
    found = set()
    if words & cues.CONDITIONS:
        found.add("condition")
    if _inside_quotes(reading, candidate, head.start):
        found.add("quoted")
    if reading.text[sentence.span.start : sentence.span.end].rstrip("”\"' ").endswith("?"):
        found.add("question")
    if sentence.last - sentence.first > _LONG:
        found.add("long")
    early = reading.sentences[: _EARLY + 1][-1].span.start if reading.sentences else 0
    if sentence.span.start < early:
        found.add("early")
    return found


def _inside_quotes(reading: Reading, candidate: Candidate, offset: int) -> bool:
    before = reading.text[max(0, candidate.sentence.span.start - 600) : offset].rsplit("\n\n", 1)[-1]
    opened = before.count("“") - before.count("”")
    return opened > 0 or before.count('"') % 2 == 1
