"""Who does something with the counted, and what: "that Weil won", "by which Weil beat Brandt"."""

from __future__ import annotations

from dataclasses import dataclass

from atstake.extract.figures.doers import helpers_of
from atstake.extract.figures.phrases import (
    MOST,
    clipped,
    is_denied,
    is_helped,
    is_told,
    sentence_from,
    subject_of,
    tail,
)
from atstake.model.reading import Reading, Sentence

_GAINS = frozenset("win get receive take earn garner draw carry have".split())
_LINKS = frozenset({"of", "with", "for", "on", "to", "from", "against", "in", "at", "among", "by"})
_OF_TALLY = frozenset({"NUM", "SYM", "PUNCT"})
_ON_WHAT = frozenset({"for", "to", "against", "on", "in"})
_WITH_TAIL = 80
"""Characters of who does it, and with what it goes on."""
_TELLS = frozenset("tell ask remind warn assure inform urge".split())
"""Verbs whose object is told something."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb under which the counted stand, with the preposition between, if any."""

    verb: int
    link: int | None
    phrase: range
    top: int
    """The token over all that stands between the verb and the number."""
    behind: int
    """Where begins what follows the counted and what is said of them."""

    @property
    def end(self) -> int:
        """Where the counted begin."""
        return self.phrase[0]


def deed_over(reading: Reading, phrase: range, top: int, behind: int) -> Deed | None:
    """The deed of which the counted are the object, where one is told in plain words before them."""
    tokens = reading.tokens
    verb, link = tokens[top].head, None
    linked = tokens[top].dep == "pobj" and tokens[verb].text.lower() in _LINKS
    if linked or (tokens[verb].text == "worth" and tokens[tokens[verb].head].lemma == "be"):
        verb, link = tokens[verb].head, verb
    elif tokens[top].dep not in ("dobj", "obj"):
        return None
    told = is_told(reading, verb) and verb < phrase[0] and not is_denied(reading, verb)
    described = tokens[verb].dep in ("amod", "conj") and tokens[verb].tag == "VBN"
    if described and not is_helped(reading, verb):
        # "Existing and planned tariffs on 40 goods".
        return None
    if not told or (link is None and tokens[verb].lemma.lower() in _TELLS):
        return None
    return Deed(verb, link, phrase, top, behind)


def done_to(reading: Reading, sentence: Sentence, deed: Deed) -> str:
    """Who does what with the counted: "that Weil won", "by which Weil beat Brandt"."""
    tokens = reading.tokens
    subject = subject_of(reading, deed.verb)
    by = deed.link is not None and tokens[deed.link].text.lower() == "by"
    end = _before(reading, deed) if deed.link is None else deed.link if by else deed.link + 1
    if subject is None:
        words = _by_antecedent(reading, sentence, deed.verb, end)
    elif tokens[deed.verb].tag == "VBG" and not is_helped(reading, deed.verb):
        return ""
    else:
        words = _from_subject(reading, sentence, deed.verb, subject, end)
    if not words:
        return ""
    goes_on = tail(reading, sentence, deed.behind, deed.verb) if deed.link is None else ""
    whole = f"{'by which' if by else 'that'} {words}"
    return f"{whole} {goes_on}" if goes_on and len(whole) + len(goes_on) < _WITH_TAIL else whole


def gained(reading: Reading, sentence: Sentence, deed: Deed | None) -> str:
    """Who won a share of nothing that is named: "that Weil won"."""
    if deed is None or deed.link is not None or reading.tokens[deed.verb].lemma not in _GAINS:
        return ""
    return done_to(reading, sentence, deed)


def voted(reading: Reading, sentence: Sentence, phrase: range) -> str:
    """What a tally of votes was cast on: "by which the Senate passed the bill" of "... 52-48"."""
    tokens = reading.tokens
    verb = next((i for i in reading.above(phrase[0]) if tokens[i].tag in ("VBD", "VBN", "VBZ")), None)
    if verb is None or verb >= phrase[0]:
        return ""
    subject, stop = subject_of(reading, verb), phrase[0]
    while stop > verb + 1 and (
        tokens[stop - 1].pos in ("DET", "ADP", "PUNCT", "ADJ") or tokens[stop - 1].text == ","
    ):
        stop -= 1
    if subject is None:
        words = _by_antecedent(reading, sentence, verb, stop)
    else:
        words = _from_subject(reading, sentence, verb, subject, stop)
        # "Passed the Ferry Act (FA) by a vote of 38-24": to the end of what was voted on.
        on_what = [c for c in reading.children.get(verb, ()) if tokens[c].dep == "dobj" and c < stop]
        if not words and on_what:
            words = _from_subject(reading, sentence, verb, subject, on_what[0] + 1)
    behind = next(
        (i for i in range(phrase[0], sentence.last) if tokens[i].pos not in _OF_TALLY), sentence.last
    )
    on = ""
    if words and verb == stop - 1 and behind < sentence.last and tokens[behind].text.lower() in _ON_WHAT:
        on = clipped(reading, behind, sentence.last, set(range(behind, sentence.last)))
    return f"by which {words} {on}".strip() if words else ""


# Private functions


def _from_subject(reading: Reading, sentence: Sentence, verb: int, subject: int, end: int) -> str:
    """A subject with its verb: "the council approved" of "the council met and approved 40 grants" too."""
    below = reading.subtree(subject)
    first = _unnumbered(reading, below[0], subject)
    joint = verb
    while reading.tokens[joint].dep == "xcomp":
        joint = reading.tokens[joint].head
    own = any(c == subject for c in reading.children.get(joint, ()))
    if own or reading.tokens[joint].dep != "conj":
        return sentence_from(reading, sentence, first, end)
    named = sentence_from(reading, sentence, first, below[-1] + 1)
    does = sentence_from(reading, sentence, helpers_of(reading, joint, below[-1] + 1), end)
    if reading.tokens[joint].tag == "VB":
        # "The council must close and sell 40 boats."
        over = reading.children.get(reading.tokens[joint].head, ())
        may = [reading.tokens[c].text for c in over if reading.tokens[c].tag == "MD"]
        does = f"{may[0]} {does}" if may and does else ""
    return f"{named} {does}" if named and does and len(named) + len(does) < MOST else ""


def _by_antecedent(reading: Reading, sentence: Sentence, verb: int, end: int) -> str:
    """The same of a relative clause: "the young make up" of "the young, who make up 20 percent"."""
    tokens, noun = reading.tokens, reading.tokens[verb].head
    relative = [
        c
        for c in reading.children.get(verb, ())
        if tokens[c].dep == "nsubj" and tokens[c].tag in ("WP", "WDT")
    ]
    if tokens[verb].dep != "relcl" or not relative or noun > relative[0]:
        return ""
    first = _unnumbered(reading, min((i for i in reading.subtree(noun) if i <= noun), default=noun), noun)
    named = sentence_from(reading, sentence, first, noun + 1)
    does = sentence_from(reading, sentence, relative[0] + 1, end)
    return f"{named} {does}" if named and does and len(named) + len(does) < MOST else ""


def _unnumbered(reading: Reading, first: int, noun: int) -> int:
    """Where a subject begins without its own number: "clerks" of "four clerks"."""
    tokens, at = reading.tokens, first
    while at < noun and tokens[at].pos in ("DET", "NUM"):
        at += 1
    several = tokens[noun].tag in ("NNS", "NNPS")
    return at if several and at > first and tokens[at - 1].pos == "NUM" else first


def _before(reading: Reading, deed: Deed) -> int:
    """Where the words of a verb end before its object and what measures it ("won at least 40")."""
    end = deed.end
    if deed.top < end:
        return min(reading.subtree(deed.top))
    while end > deed.verb + 1 and reading.tokens[end - 1].head >= deed.end:
        end -= 1
    return end
