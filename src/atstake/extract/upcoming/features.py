"""What speaks for and against a clause being an event that an editor would put in a diary."""

from __future__ import annotations

import re

from atstake.extract.upcoming import cues
from atstake.extract.upcoming.candidates import Candidate
from atstake.extract.upcoming.when import When
from atstake.model.reading import Reading

_QUOTES = re.compile(r"[“”\"]")
_NAMES = frozenset("PERSON ORG GPE NORP".split())


def features(reading: Reading, candidate: Candidate, when: When) -> frozenset[str]:
    """The names of the features that hold for a candidate."""
    tokens, head = reading.tokens, reading.tokens[candidate.head]
    lemma = head.lemma.lower()
    found = {f"kind={candidate.kind}"}
    subject = _subject(reading, candidate.head)
    if head.pos in ("VERB", "AUX"):
        found.add("doing" if lemma in cues.DOINGS else "state" if lemma in cues.STATES else "other-verb")
    found |= _date_features(reading, candidate, when)
    found |= _subject_features(reading, subject)
    below = [tokens[i] for i in reading.subtree(candidate.head)]
    if any(t.entity in _NAMES and t.entity_start for t in below):
        found.add("names")
    if sum(t.entity in _NAMES and t.entity_start for t in below) > 1:
        found.add("names-2")
    if any(t.lemma.lower() in cues.GATHERINGS and t.pos == "NOUN" for t in below):
        found.add("gathering")
    if _inside_quotes(reading, candidate, head.start):
        found.add("quoted")
    if any(t.dep == "neg" and t.head == candidate.head for t in below):
        found.add("negated")
    words = {t.lemma.lower() for t in tokens[candidate.sentence.first : candidate.sentence.last]}
    if words & cues.CONDITIONS:
        found.add("condition")
    if head.dep in ("relcl", "advcl", "acl"):
        found.add("side-clause")
    if head.dep in ("ccomp", "ROOT"):
        found.add("main-clause")
    return frozenset(found)


def _date_features(reading: Reading, candidate: Candidate, when: When) -> set[str]:
    if not when.dated:
        return {"undated"}
    found = {"dated", f"dated:{candidate.kind}"}
    if when.span is not None and when.time is not None:
        near = reading.tokens_in(when.span)
        if near and abs(near[0] - candidate.head) <= 8:
            found.add("dated-near")
    if when.time is None:
        found.add("soon")
    return found


def _subject(reading: Reading, head: int) -> int | None:
    for at in (head, reading.tokens[head].head):
        for c in reading.children.get(at, ()):
            if reading.tokens[c].dep in ("nsubj", "nsubjpass"):
                return c
    return None


def _subject_features(reading: Reading, subject: int | None) -> set[str]:
    if subject is None:
        return {"no-subject"}
    token = reading.tokens[subject]
    word = token.text.lower()
    if word in ("i", "we", "you"):
        return {"subject-speaker"}
    if word in ("it", "this", "that", "there", "which", "what", "who"):
        return {"subject-it"}
    if token.pos == "PRON":
        return {"subject-pronoun"}
    if token.entity in _NAMES:
        return {"subject-name"}
    if token.lemma.lower() in cues.GATHERINGS:
        return {"subject-gathering"}
    return {"subject-noun"}


def _inside_quotes(reading: Reading, candidate: Candidate, offset: int) -> bool:
    before = reading.text[max(0, candidate.sentence.span.start - 600) : offset].rsplit("\n\n", 1)[-1]
    opened = before.count("“") - before.count("”")
    return opened > 0 or before.count('"') % 2 == 1
