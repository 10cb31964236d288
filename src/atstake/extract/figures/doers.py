"""What the counted do, who does something with them, and what hurt them: "who back Weil", "that Weil won"."""

from __future__ import annotations

import re

from atstake.extract.figures.fates import is_person
from atstake.extract.figures.kinds import Counted
from atstake.extract.figures.phrases import (
    MOST,
    clipped,
    is_a_number,
    is_helped,
    is_told,
    sentence_from,
    subject_of,
)
from atstake.facts.agents import is_somebody
from atstake.model.reading import Reading, Sentence

_GAINS = frozenset("win get receive take earn garner draw carry have".split())
_OPINIONS = frozenset(
    "say tell support oppose approve disapprove favor favour believe think want prefer back trust agree "
    "disagree view vote plan".split()
)
"""What only people do, of whom a share is told without a noun."""
_LINKS = frozenset({"of", "with", "for", "on", "to", "from", "against", "in", "at", "among", "by"})
_OF_TALLY = frozenset({"NUM", "SYM", "PUNCT"})
_ON_WHAT = frozenset({"for", "to", "against", "on", "in"})
_CAUSES = frozenset({"in", "by", "during", "from", "of", "at"})
_DEED = re.compile(
    r"(?:bombing|shooting|killing|stabbing|blast|attack|explosion|clash|assault|strike|airstrike|raid|fire|storm"
    r"|crash|earthquake|flood|war|battle|outbreak|epidemic|virus|disease|massacre|riot|hurricane|ambush|siege)$"
)


def doing(reading: Reading, sentence: Sentence, begin: int, top: int, what: Counted) -> str:
    """What the counted do: "who said they oppose the bridge"."""
    tokens = reading.tokens
    verb = tokens[top].head
    if tokens[top].dep not in ("nsubj", "nsubjpass") or verb < begin or not is_told(reading, verb):
        return ""
    if tokens[begin].pos == "CCONJ":
        return ""
    below = {i for i in reading.subtree(verb) if i >= begin}
    words = clipped(reading, begin, sentence.last, below, verb)
    passive = any(tokens[c].dep == "auxpass" for c in reading.children.get(verb, ()))
    if not words or (words.endswith(tokens[verb].text) and not passive):
        # "The cash that has come": with what, is cut off.
        return ""
    if tokens[verb].tag in ("VBG", "VBN") and not is_helped(reading, verb):
        # "With 40 percent of wards reporting", "three men held in the fort".
        return words
    return f"{'who' if _are_people(reading, what) else 'that'} {words}"


def opinion(reading: Reading, sentence: Sentence, phrase: range) -> str:
    """What a share of no noun think, however it was parsed: "who back Weil" of "42 percent back Weil"."""
    tokens, begin = reading.tokens, phrase[-1] + 1
    if begin >= sentence.last:
        return ""
    verb = next((i for i in range(begin, min(begin + 3, sentence.last)) if tokens[i].pos != "ADV"), begin)
    if tokens[verb].pos == "AUX":
        verb += 1
    if verb >= sentence.last or tokens[verb].lemma.lower() not in _OPINIONS or tokens[verb].tag == "VBG":
        return ""
    words = clipped(reading, begin, sentence.last, set(range(begin, sentence.last)), verb)
    return f"who {words}" if " " in words else ""


def gained(reading: Reading, sentence: Sentence, phrase: range) -> str:
    """Who won a share of nothing that is named: "that Weil won"."""
    tokens, top = reading.tokens, top_of(reading, phrase)
    if tokens[top].dep not in ("dobj", "obj") or tokens[tokens[top].head].lemma not in _GAINS:
        return ""
    return done_to(reading, sentence, phrase, top)


def top_of(reading: Reading, phrase: range) -> int:
    """The token over a phrase."""
    tokens, at = reading.tokens, phrase[-1]
    while tokens[at].head in phrase and tokens[at].head != at:
        at = tokens[at].head
    return at


def done_to(reading: Reading, sentence: Sentence, phrase: range, top: int) -> str:
    """Who does what with the counted: "that Weil won", "by which Weil beat Brandt"."""
    tokens = reading.tokens
    verb, link = tokens[top].head, None
    linked = tokens[top].dep == "pobj" and tokens[verb].text.lower() in _LINKS
    if linked or (tokens[verb].text == "worth" and tokens[tokens[verb].head].lemma == "be"):
        verb, link = tokens[verb].head, verb
    elif tokens[top].dep not in ("dobj", "obj"):
        return ""
    if not is_told(reading, verb) or verb >= phrase[0]:
        return ""
    subject = subject_of(reading, verb)
    if subject is None:
        return _done_by_antecedent(reading, sentence, phrase, verb, link)
    if tokens[verb].tag == "VBG" and not is_helped(reading, verb):
        return ""
    by = link is not None and tokens[link].text.lower() == "by"
    first = min(reading.subtree(subject))
    end = _before(reading, verb, phrase) if link is None else link if by else link + 1
    words = sentence_from(reading, sentence, first, end)
    if not words:
        return ""
    return f"{'by which' if by else 'that'} {words}"


def voted(reading: Reading, sentence: Sentence, phrase: range) -> str:
    """What a tally of votes was cast on: "by which the Senate passed the bill" of "... 52-48"."""
    tokens = reading.tokens
    verb = next((i for i in reading.above(phrase[0]) if tokens[i].tag in ("VBD", "VBN", "VBZ")), None)
    subject = subject_of(reading, verb) if verb is not None and verb < phrase[0] else None
    if subject is None:
        return ""
    first, stop = min(reading.subtree(subject)), phrase[0]
    while stop > first and (
        tokens[stop - 1].pos in ("DET", "ADP", "PUNCT", "ADJ") or tokens[stop - 1].text == ","
    ):
        stop -= 1
    words = sentence_from(reading, sentence, first, stop)
    behind = next(
        (i for i in range(phrase[0], sentence.last) if tokens[i].pos not in _OF_TALLY), sentence.last
    )
    on = ""
    if words and verb == stop - 1 and behind < sentence.last and tokens[behind].text.lower() in _ON_WHAT:
        on = clipped(reading, behind, sentence.last, set(range(behind, sentence.last)))
    return f"by which {words} {on}".strip() if words else ""


def cause(reading: Reading, sentence: Sentence, fate: int) -> str:
    """What people were hurt by or in: "in the fire", "by the attack on the mill"."""
    tokens = reading.tokens
    for child in reading.children.get(fate, ()):
        deed = [c for c in reading.children.get(child, ()) if tokens[c].dep == "pobj"]
        told = child > fate and tokens[child].text.lower() in _CAUSES and deed
        if told and tokens[deed[0]].pos == "NOUN" and not tokens[deed[0]].entity:
            below = set(reading.subtree(child))
            words = clipped(reading, child, sentence.last, below)
            if words and not any(is_a_number(reading, i) for i in below):
                return words
    if tokens[fate].dep == "relcl":
        return _of_deed(reading, sentence, fate)
    subject = subject_of(reading, fate) if tokens[fate].pos == "VERB" and tokens[fate].tag != "VBN" else None
    if subject is None or tokens[subject].pos != "NOUN" or tokens[subject].entity:
        return ""
    words = sentence_from(reading, sentence, min(reading.subtree(subject)), subject + 1)
    return f"by {words}" if words else ""


# Private functions


def _are_people(reading: Reading, what: Counted) -> bool:
    """Whether the counted are people by their noun."""
    tokens = reading.tokens
    if what.noun is None:
        return False
    noun = tokens[what.noun]
    return (
        is_person(reading, what.noun)
        or is_somebody(noun.lemma.lower())
        or is_somebody(noun.text)
        or noun.entity == "NORP"
    )


def _done_by_antecedent(
    reading: Reading, sentence: Sentence, phrase: range, verb: int, link: int | None
) -> str:
    """The same of a relative clause: "that the young make up" of "the young, who make up 20 percent"."""
    tokens, noun = reading.tokens, reading.tokens[verb].head
    relative = [
        c
        for c in reading.children.get(verb, ())
        if tokens[c].dep == "nsubj" and tokens[c].tag in ("WP", "WDT")
    ]
    if tokens[verb].dep != "relcl" or not relative or noun > relative[0]:
        return ""
    first = min((i for i in reading.subtree(noun) if i <= noun), default=noun)
    named = sentence_from(reading, sentence, first, noun + 1)
    does = sentence_from(
        reading, sentence, relative[0] + 1, link + 1 if link is not None else _before(reading, verb, phrase)
    )
    return f"that {named} {does}" if named and does and len(named) + len(does) < MOST else ""


def _before(reading: Reading, verb: int, phrase: range) -> int:
    """Where the words of a verb end before its object and what measures it ("won at least 40")."""
    end = phrase[0]
    while end > verb + 1 and reading.tokens[end - 1].head >= phrase[0]:
        end -= 1
    return end


def _of_deed(reading: Reading, sentence: Sentence, fate: int) -> str:
    """The deed that a clause is on: "by the attack on Karst" of "the attack on Karst that killed 12"."""
    tokens = reading.tokens
    begins = min(reading.subtree(fate))
    over = [i for i in reading.above(tokens[fate].head)[:4] if i < begins]
    deed = next((i for i in over if tokens[i].pos == "NOUN" and _DEED.match(tokens[i].lemma.lower())), None)
    if deed is None:
        return ""
    first = min(reading.subtree(deed))
    if tokens[first].pos == "ADP" or first > deed:
        first = deed
    words = sentence_from(reading, sentence, first, begins) or sentence_from(
        reading, sentence, first, deed + 1
    )
    return f"by {words}" if words else ""
