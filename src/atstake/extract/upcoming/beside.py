"""Days that stand in the clause of an event ahead and are of something else: its telling, a further deed."""

from __future__ import annotations

import re
from datetime import date

from atstake.extract.upcoming import cues
from atstake.extract.upcoming.candidates import Candidate
from atstake.extract.upcoming.tree import MODIFIES
from atstake.model.annotations import TimeExpression
from atstake.model.reading import Reading

_YEAR = len("2020")
_FIVE_MONTHS = 150
_MONTH = re.compile(
    r"(?:(?:early|mid|late)[- ])?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_STANDS = frozenset(
    "support back oppose endorse favor favour accept reject respect honor honour welcome defend "
    "reconsider".split()
)
"""What somebody says where they stand with: it has no day, so a weekday beside it is that of the saying."""
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)


def is_elsewhere(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """Whether a time beside a candidate is of another thing."""
    inside = reading.tokens_in(time.target.whole)
    return (
        told_of_then(reading, candidate, time)
        or is_which(reading, inside)
        or ranks(reading, time)
        or opens_the_past(reading, candidate, time)
        or of_a_month_gone(reading, candidate, time)
        or names_what_is_no_occasion(reading, candidate, inside)
        or of_the_telling(reading, candidate, inside)
        or of_another_deed(reading, candidate, time)
    )


# "Her first rally in the state this fall": of what, and not when.
_RANK = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|only|latest|biggest|largest)(?:\s+[\w’'-]+){1,6}\s+$",
    re.IGNORECASE,
)
_SEASON = re.compile(r"(?:this|that)\s+(?:year|season|spring|summer|fall|autumn|winter)", re.IGNORECASE)


def ranks(reading: Reading, time: TimeExpression) -> bool:
    """Whether a year or season tells among which something is the first or last."""
    before = reading.text[: time.target.start][-80:]
    return _SEASON.fullmatch(time.target.quote) is not None and _RANK.search(before) is not None


def said_in_these_days(reading: Reading, time: TimeExpression) -> bool:
    """Whether a time that has begun is that of the saying it stands beside: "said this month they could"."""
    inside, published = reading.tokens_in(time.target.whole), reading.document.date or ""
    begun = time.earliest is not None and time.earliest <= published and time.mod != "END"
    if not inside or not begun or reading.tokens[inside[-1]].dep in MODIFIES | {"poss"}:
        return False
    beside = {reading.tokens[inside[-1]].head, inside[0] - 1 if inside[0] else inside[0]}
    verbs = (reading.tokens[i] for i in beside if i not in inside)
    return any(t.tag == "VBD" and t.lemma.lower() in cues.REPORTS for t in verbs)


def names_what_is_no_occasion(reading: Reading, candidate: Candidate, inside: range) -> bool:
    """Whether a weekday tells which thing is meant, one that is not held on a day: "Friday's agreement"."""
    owner = reading.tokens[inside[-1]] if reading.tokens[inside[-1]].dep == "poss" else None
    if owner is None or owner.head == candidate.head or not _WEEKDAY.match(reading.tokens[inside[0]].text):
        return False
    return reading.tokens[owner.head].lemma.lower() not in cues.GATHERINGS


def of_the_telling(reading: Reading, candidate: Candidate, inside: range) -> bool:
    """Whether a bare weekday behind a stand is when it was told: "she said they would back it on Friday"."""
    head = reading.tokens[candidate.head]
    if head.lemma.lower() not in _STANDS or head.pos != "VERB" or len(inside) != 1:
        return False
    if not _WEEKDAY.fullmatch(reading.tokens[inside[0]].text):
        return False
    # "They would back it at the vote on Friday" is on Friday.
    up = reading.above(inside[0])
    between = up[1 : up.index(candidate.head)] if candidate.head in up else up
    above = (reading.tokens[i] for i in reading.above(candidate.head)[1:])
    told = any(t.tag == "VBD" and t.lemma.lower() in cues.REPORTS | {"announce", "pledge"} for t in above)
    return told and all(reading.tokens[i].pos == "ADP" for i in between)


def of_another_deed(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """Whether a whole year belongs to a further verb: "they will meet and cut emissions by 2020"."""
    if len(time.value) != _YEAR:
        return False
    up = reading.above(reading.tokens_in(time.target.whole)[0])
    if candidate.head not in up:
        return False
    between = (reading.tokens[i] for i in up[: up.index(candidate.head)])
    return any(
        t.pos == "VERB" and t.dep in ("conj", "advcl", "acl", "relcl", "pcomp", "csubj") for t in between
    )


def names_a_thing(reading: Reading, time: TimeExpression) -> bool:
    """Whether a whole year tells which thing is meant, and not when."""
    inside = reading.tokens_in(time.target.whole)
    return len(time.value) == _YEAR and any(reading.tokens[i].dep in MODIFIES for i in inside)


def far_month(reading: Reading, time: TimeExpression) -> bool:
    """Whether a bare month was read as one five months ahead or more: it may as well be the last one."""
    published = reading.document.date
    if not published or not time.earliest or not _MONTH.fullmatch(time.target.quote):
        return False
    try:
        return (date.fromisoformat(time.earliest) - date.fromisoformat(published)).days > _FIVE_MONTHS
    except ValueError:
        return False


# "The next week", "later in the summer" of something told before; "later this week" is of today.
_THEN = re.compile(r"the (?:next|following)\b|later that\b|that\b", re.IGNORECASE)


def told_of_then(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """Whether a time is counted from something past: the sentence tells what was, and of no report of it."""
    before = reading.text[max(0, time.target.start - len("later in ")) : time.target.start]
    then = _THEN.match(time.target.quote) or before.lower() == "later in "
    return bool(then) and _tells_what_was(reading, candidate)


# Tokens into a sentence in which a day opens it.
_OPENS = 2
# "On Friday she planned to meet them" may be of the meeting; the day on which they agreed is none of it.
_INTENDS = frozenset("plan intend hope aim mean want expect".split())


def opens_the_past(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """Whether a bare weekday opens a sentence of what was: "On Monday night they agreed to meet"."""
    inside = reading.tokens_in(time.target.whole)
    if inside[0] - candidate.sentence.first > _OPENS or not _WEEKDAY.match(time.target.quote):
        return False
    root = _past_root(reading, candidate)
    meant = root is not None and reading.tokens[root].lemma.lower() in _INTENDS
    return root is not None and not meant and root != candidate.head and root in reading.above(inside[0])


def of_a_month_gone(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """Whether a bare month long ahead stands in a sentence of what was: it is the last one, not the next."""
    return far_month(reading, time) and _tells_what_was(reading, candidate)


def _tells_what_was(reading: Reading, candidate: Candidate) -> bool:
    """Whether the sentence tells what was, and of no report or plan of it."""
    root = _past_root(reading, candidate)
    return root is not None and reading.tokens[root].lemma.lower() not in cues.REPORTS | cues.PLAN


def _past_root(reading: Reading, candidate: Candidate) -> int | None:
    """The sentence's verb, where it tells of what was and puts nothing ahead."""
    within = range(candidate.sentence.first, candidate.sentence.last)
    root = next((i for i in within if reading.tokens[i].dep == "ROOT"), None)
    if root is None or reading.tokens[root].tag != "VBD":
        return None
    # "They scheduled a vote" is a deed, "they expected to meet" none.
    acts = any(reading.tokens[c].dep == "dobj" for c in reading.children.get(root, ()))
    return None if reading.tokens[root].lemma.lower() in cues.FIXED and not acts else root


def is_which(reading: Reading, inside: range) -> bool:
    """Whether a year only tells which thing something is: "will be the 2017 contest that is watched most"."""
    token = reading.tokens[inside[0]]
    thing = reading.tokens[token.head]
    named = len(inside) == 1 and token.dep in MODIFIES and token.text.isdigit()
    return named and thing.dep == "attr"
