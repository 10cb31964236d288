"""Words of a sentence cut so that they stand by themselves: to the end of a phrase, from a subject on."""

from __future__ import annotations

import re

from atstake.model.reading import Reading, Sentence

MOST = 60
"""Characters of such words."""
_SUBJECT = 6
"""Words of a subject that is named with its verb."""
WHEN = frozenset({"DATE", "TIME"})
"""Entities that tell when."""
_BREAKS = frozenset(",;:()[]“”\"'‘’–—…/") | {"--", "...", "-"}
_CUT_BEFORE = frozenset({"prep", "cc", "mark", "relcl", "acl", "advcl", "agent", "punct", "npadvmod", "prt"})
"""What may be left off a phrase, with all behind it."""
_TORN = frozenset({"DT", "IN", "CC", "PRP$", "WDT", "WP", "TO", "MD", "POS", "WRB", "PDT", "CD", "$"})
_TORN_POS = frozenset({"AUX", "ADP", "SCONJ"})
_TORN_DEPS = frozenset({"amod", "compound", "nmod", "nummod", "det", "poss", "aux", "auxpass"})
_LEANS = frozenset("so very not n't more most only just as too also even still then".split())
_GOES_ON = frozenset("on for to into in from against toward towards through among".split())
_CARRIES = frozenset({"prep", "dative", "xcomp", "advcl", "acl"})
"""How a verb goes on behind its object, and with which words."""
_LEADS_ON = frozenset({"compare", "accord", "include"})
_POINTS = frozenset(
    {"it", "him", "her", "them", "this", "these", "those", "here", "there", "so", "us", "me", "you"}
)
"""Words that say nothing without what stands before them."""


def clipped(
    reading: Reading, begin: int, end: int, below: set[int], least: int = -1, most: int = MOST
) -> str:
    """The words from a token on that hang on the counted, cut where a phrase ends, not before ``least``."""
    tokens = reading.tokens
    stop = begin
    start = tokens[begin].start if begin < len(tokens) else 0
    while stop < end and stop in below and not _breaks(reading, stop) and not is_a_number(reading, stop):
        if _points(reading, stop):
            break
        if tokens[stop].end - start > most or "\n" in reading.text[start : tokens[stop].end]:
            break
        stop += 1
    whole = stop >= end or stop not in below or _breaks(reading, stop) or _is_when(reading, stop)
    while stop > begin and (not whole or _is_torn(reading, begin, stop)):
        stop -= 1
        whole = stop > begin and _can_cut(reading, stop)
    if stop <= max(begin, least):
        return ""
    told = tokens[begin:stop]
    says = any(t.pos in ("NOUN", "PROPN", "VERB") or t.dep == "acomp" for t in told)
    if not says:
        return ""
    words = " ".join(reading.text[start : told[-1].end].split())
    return words.rstrip(".?!") if told[-1].end >= tokens[end - 1].end else words


def sentence_from(reading: Reading, sentence: Sentence, first: int, end: int) -> str:
    """Words from a subject on, as they stand inside a sentence; "" where they are too long or broken."""
    tokens = reading.tokens
    if end <= first or any(_breaks(reading, i) or tokens[i].pos == "NUM" for i in range(first, end)):
        return ""
    words = reading.text[tokens[first].start : tokens[end - 1].end]
    if (
        len(words) > MOST
        or "\n" in words
        or any(tokens[i].text.lower() in _POINTS for i in range(first, end))
    ):
        return ""
    begins = tokens[first].text
    name = first + 1 < end and tokens[first + 1].pos == "PROPN"
    small = not name and re.search(rf"\b{re.escape(begins.lower())}\b", reading.text)
    # "The council", "Police": a word that stands in small letters too is no name.
    plain = tokens[first].tag == "NNS" and not tokens[first].entity
    if tokens[first].pos == "DET" or plain or (first == sentence.first and small):
        words = words[:1].lower() + words[1:]
    return words


def subject_of(reading: Reading, verb: int) -> int | None:
    """The named or described subject of a verb, or of the verb that it goes on with ("hopes to win")."""
    tokens, at = reading.tokens, verb
    for _ in range(3):
        found = [
            c for c in reading.children.get(at, ()) if tokens[c].dep in ("nsubj", "nsubjpass") and c < at
        ]
        if found:
            named = tokens[found[0]].pos in ("NOUN", "PROPN") and tokens[found[0]].tag not in ("WDT", "WP")
            short = len(reading.subtree(found[0])) <= _SUBJECT
            return found[0] if named and short else None
        if tokens[at].dep not in ("xcomp", "acomp", "conj") or tokens[at].head >= at:
            return None
        over = tokens[at].head
        if tokens[at].dep != "conj" and any(
            tokens[c].dep in ("dobj", "dative") and c < at for c in reading.children.get(over, ())
        ):
            # "She asked the council to spend 40": it is the council that spends.
            return None
        at = over
    return None


def is_told(reading: Reading, verb: int) -> bool:
    """Whether a verb stands in a sentence, and not with a capital in a headline."""
    token = reading.tokens[verb]
    return token.pos in ("VERB", "AUX") and token.text[:1].islower()


def is_helped(reading: Reading, verb: int) -> bool:
    """Whether a participle is told as a whole verb: "is holding"."""
    tokens = reading.tokens
    return any(tokens[c].dep in ("aux", "auxpass") for c in reading.children.get(verb, ()))


def is_denied(reading: Reading, verb: int) -> bool:
    """Whether a verb is told with "not": nobody "won" what "he did not win"."""
    return any(reading.tokens[c].dep == "neg" for c in reading.children.get(verb, ()))


def is_a_number(reading: Reading, at: int, over: int | None = None) -> bool:
    """Whether a token is a number and no date; below ``over``, in no clause of its own."""
    tokens, token = reading.tokens, reading.tokens[at]
    digits = token.pos == "NUM" and token.text[:1].isdigit() and token.entity not in WHEN
    if not digits and token.tag != "$":
        # "The two contenders": a word may go with what follows.
        return False
    while over is not None and at not in (over, tokens[at].head):
        at = tokens[at].head
        if tokens[at].dep in ("relcl", "acl") and at != over:
            return False
    return True


def tail(reading: Reading, sentence: Sentence, begin: int, verb: int) -> str:
    """What a verb goes on with from a token on: "on roads", "to build the wall"; "" where it does not."""
    tokens = reading.tokens
    if begin >= sentence.last:
        return ""
    child = tokens[begin].head if tokens[begin].tag == "TO" else begin
    if tokens[child].head != verb or child <= verb or is_a_time(reading, child):
        return ""
    if tokens[begin].text.lower() not in _GOES_ON or tokens[child].dep not in _CARRIES:
        return ""
    return clipped(reading, begin, sentence.last, set(reading.subtree(child)))


def is_a_time(reading: Reading, at: int) -> bool:
    """Whether a phrase only tells when, which a figure says by itself."""
    tokens = reading.tokens
    near = (at, *reading.children.get(at, ()))
    return tokens[at].pos != "VERB" and any(tokens[i].entity in WHEN for i in near)


# Private functions


def _breaks(reading: Reading, at: int) -> bool:
    """Whether a token ends a phrase; the stroke of "re-election" does not."""
    tokens = reading.tokens
    if tokens[at].text not in _BREAKS:
        return False
    return not (tokens[at].text == "-" and reading.touches_next(at - 1) and reading.touches_next(at))


def _can_cut(reading: Reading, at: int) -> bool:
    """Whether what begins at a token may be left off: a phrase of its own, a clause, "to build the wall"."""
    token = reading.tokens[at]
    clause = token.tag == "TO" and reading.tokens[token.head].dep in ("acl", "relcl", "advcl")
    return (token.dep in _CUT_BEFORE and token.text not in ("of", "-")) or clause


def _is_when(reading: Reading, at: int) -> bool:
    """Whether "this" begins a time: what stands before "this year" is whole."""
    token = reading.tokens[at]
    over = reading.tokens[token.head]
    return token.dep == "det" and over.dep == "npadvmod" and over.entity in WHEN


def _points(reading: Reading, at: int) -> bool:
    """Whether a word says nothing without what stands before: "it", "between that time"."""
    token = reading.tokens[at]
    return (token.text.lower() in _POINTS and token.tag != "PRP$") or (
        token.text.lower() == "that" and token.tag == "DT"
    )


def _is_torn(reading: Reading, begin: int, stop: int) -> bool:
    """Whether words end in the middle of a phrase: before the noun, or the verb of its clause."""
    tokens, last = reading.tokens, reading.tokens[stop - 1]
    if last.text == "-":
        return True
    if (
        last.dep in ("amod", "compound", "nmod", "nummod", "det", "poss", "aux", "auxpass")
        and last.head >= stop
    ):
        return True
    if last.tag in ("VBN", "VBG") and any(c >= stop for c in reading.children.get(stop - 1, ())):
        # "The worst crime committed" by somebody.
        return last.dep in ("acl", "amod", "xcomp")
    if any(tokens[i].dep in ("nsubj", "nsubjpass") and tokens[i].head >= stop for i in range(begin, stop)):
        return True
    if last.tag in ("RB", "JJR", "RBR"):
        # "Smaller" than what, "not" what; "a way out" is whole.
        leads = last.head >= stop or any(c >= stop for c in reading.children.get(stop - 1, ()))
        return last.tag != "RB" or leads or last.text.lower() in _LEANS
    return last.tag in _TORN or last.pos in _TORN_POS or last.lemma.lower() in _LEADS_ON
