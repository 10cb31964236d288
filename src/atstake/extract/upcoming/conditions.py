"""What an event ahead hangs on: "if the truce holds", "should she resign", "any deal would"."""

from __future__ import annotations

from collections.abc import Iterator

from atstake.extract.upcoming import cues
from atstake.extract.upcoming.candidates import Candidate
from atstake.model.reading import Reading, Token
from atstake.model.text import Span

_IFS = frozenset("if unless".split())
_NO_IF = frozenset("as even what".split())
"""Words before an "if" that makes no condition."""
_NEEDS = frozenset("require need depend hinge await".split())
"""Verbs whose object must come first: "will require a new agreement"."""
_MODAL = frozenset("will would maybe".split())
_MISSING = frozenset("absent without barring failing".split())
_NOMINAL = frozenset("PRON PROPN NOUN DET".split())
_THROUGH = frozenset("xcomp ccomp advcl acl prep pobj dobj pcomp dep".split())
"""How a clause with an "if" may hang below an event's verb."""
_FAR = 6


def condition(reading: Reading, candidate: Candidate) -> Span | None:
    """The words of a condition that a candidate's event hangs on."""
    return (
        _answer(reading, candidate)
        or _if(reading, candidate)
        or _once(reading, candidate)
        or _or_else(reading, candidate)
        or _without(reading, candidate)
        or _inverted(reading, candidate)
        or _hangs_on(reading, candidate)
    )


def reported(reading: Reading, candidate: Candidate) -> bool:
    """Whether somebody told what "would" happen: "she said she would", "word that he would"."""
    span, at = candidate.sentence.span, candidate.head
    if "according to" in reading.text[span.start : span.end].lower():
        return True
    for _ in range(_FAR):
        token = reading.tokens[at]
        if token.head == at or token.dep == "relcl":
            return False
        if token.dep in ("ccomp", "acl") and reading.tokens[token.head].pos in ("VERB", "NOUN"):
            return True
        at = token.head
    return False


def supposed(reading: Reading, candidate: Candidate) -> bool:
    """Whether it tells what kind of people there are ("lawmakers who would vote for it"), no deed to come."""
    head = reading.tokens[candidate.head]
    if candidate.kind != "would" or head.dep != "relcl":
        return False
    below = [c for c in reading.children.get(candidate.head, ()) if reading.tokens[c].text.lower() == "who"]
    # "The envoy, who would travel on": a comma makes it a deed of one who is known.
    return any(c and reading.tokens[c - 1].text != "," for c in below)


def _above(reading: Reading, index: int) -> Iterator[int]:
    """A verb and those above it, up to the first that reports it."""
    for _ in range(_FAR):
        yield index
        token = reading.tokens[index]
        if token.head == index or token.dep == "relcl":
            return
        if token.dep == "ccomp":
            # "He said he would go if they asked" hangs the "if" on either verb.
            if reading.tokens[token.head].lemma.lower() in cues.REPORTS | cues.FORECASTS | cues.THREATEN:
                yield token.head
            return
        index = token.head


def _if(reading: Reading, candidate: Candidate) -> Span | None:
    """An "if" or "unless" of the event's own clause, or of one above or below it."""
    above = set(_above(reading, candidate.head))
    for index in range(candidate.sentence.first, candidate.sentence.last):
        token = reading.tokens[index]
        if token.text.lower() not in _IFS or token.dep not in ("mark", "advmod"):
            continue
        before = reading.tokens[index - 1].text.lower() if index > candidate.sentence.first else ""
        clause = reading.tokens[token.head]
        if before in _NO_IF or clause.dep in ("ccomp", "pcomp", "ROOT"):
            continue
        if token.head in above or clause.head in above or _below(reading, clause.head, candidate.head):
            return Span(token.start, token.end)
    return None


def _below(reading: Reading, index: int, top: int) -> bool:
    for _ in range(_FAR):
        if index == top:
            return True
        token = reading.tokens[index]
        if token.head == index or token.dep not in _THROUGH:
            return False
        index = token.head
    return False


def _once(reading: Reading, candidate: Candidate) -> Span | None:
    """The "once" or "otherwise" of the event's verb or of one above it."""
    for at in list(_above(reading, candidate.head))[:3]:
        for child in reading.children.get(at, ()):
            token = reading.tokens[child]
            if token.text.lower() == "otherwise" and token.dep == "advmod":
                return Span(token.start, token.end)
            marks = (reading.tokens[m] for m in reading.children.get(child, ()))
            once = next((m for m in marks if m.text.lower() == "once" and m.dep in ("mark", "advmod")), None)
            if token.dep == "advcl" and once is not None:
                return Span(once.start, once.end)
    return None


def _or_else(reading: Reading, candidate: Candidate) -> Span | None:
    """The "or else" that opens the event's clause: "must agree soon, or else the vote will be put off"."""
    opening = reading.subtree(candidate.head)[0]
    for at in range(max(candidate.sentence.first, opening - 2), opening + 1):
        words = [reading.tokens[i] for i in (at, at + 1) if i < candidate.sentence.last]
        if [t.text.lower() for t in words] == ["or", "else"]:
            return Span(words[0].start, words[-1].end)
    return None


def _without(reading: Reading, candidate: Candidate) -> Span | None:
    """What must be missing, or be so, said first: "absent a deal, cuts would follow", "in case they do"."""
    inside = [
        i
        for i in range(candidate.sentence.first, candidate.sentence.last)
        if reading.tokens[i].pos != "PUNCT"
    ]
    words = [reading.tokens[i].text.lower() for i in inside[:2]]
    if not words or (words[0] not in _MISSING and words != ["in", "case"]):
        return None
    first = reading.tokens[inside[0]]
    above = reading.above(candidate.head)
    hangs = first.head in above or (words[0] == "in" and reading.tokens[first.head].head in above)
    verb = reading.tokens[first.head].pos in ("VERB", "AUX")
    return Span(first.start, first.end) if hangs and verb and candidate.kind in _MODAL else None


def _answer(reading: Reading, candidate: Candidate) -> Span | None:
    """ "Will respond to any strike": the answer to what has not come."""
    if reading.tokens[candidate.head].lemma not in ("respond", "retaliate", "answer"):
        return None
    below = (reading.tokens[i] for i in reading.subtree(candidate.head))
    found = next((t for t in below if t.text.lower() == "any"), None)
    return Span(found.start, found.end) if found else None


def _inverted(reading: Reading, candidate: Candidate) -> Span | None:
    """The word before its subject: "should they refuse, ministers will", "were it put to a vote"."""
    sentence = candidate.sentence
    if candidate.kind == "ought" or reading.text[: sentence.span.end].rstrip("”\"' ").endswith("?"):
        return None
    first, second = (reading.tokens[min(sentence.first + n, sentence.last - 1)] for n in (0, 1))
    if first.text.lower() in ("were", "had") and second.pos in _NOMINAL and candidate.kind == "would":
        return Span(first.start, first.end)
    for index in range(sentence.first, sentence.last - 1):
        token, after = reading.tokens[index], reading.tokens[index + 1]
        before = reading.tokens[index - 1] if index > sentence.first else None
        free = before is None or before.pos not in _NOMINAL or before.text.lower() == "that"
        if token.text.lower() == "should" and after.pos in _NOMINAL and free:
            return Span(token.start, token.end)
    return None


def _hangs_on(reading: Reading, candidate: Candidate) -> Span | None:
    """What must come first: "any deal would", "such a strike will", "will require consent"."""
    head = reading.tokens[candidate.head]
    if candidate.kind not in ("will", "would", "maybe"):
        return None
    if head.lemma.lower() in _NEEDS:
        return Span(head.start, head.end)
    for child in reading.children.get(candidate.head, ()):
        if reading.tokens[child].dep in ("nsubj", "nsubjpass"):
            found = _unsettled(reading, child, candidate.kind)
            if found is not None:
                return Span(found.start, found.end)
    return None


def _unsettled(reading: Reading, subject: int, kind: str) -> Token | None:
    """The word that makes a subject one that need not come: "any", "such", of what "would" be "a" too."""
    words = {"any", "such", "a", "an"} if kind == "would" else {"any", "such"}
    below = (reading.tokens[c] for c in reading.children.get(subject, ()))
    return next((t for t in below if t.text.lower() in words and reading.tokens[subject].pos == "NOUN"), None)
