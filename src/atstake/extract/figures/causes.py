"""What people were hurt by or in: "in the fire", "by the attack on the mill"."""

from __future__ import annotations

import re

from atstake.extract.figures.phrases import clipped, is_a_number, is_a_time, sentence_from, subject_of
from atstake.model.reading import Reading, Sentence

_CAUSES = frozenset({"in", "by", "during", "from", "of", "at"})
_DEED = re.compile(
    r"(?:bombing|shooting|killing|stabbing|blast|attack|explosion|clash|assault|strike|airstrike|raid|fire|storm"
    r"|crash|earthquake|flood|war|battle|outbreak|epidemic|virus|disease|massacre|riot|hurricane|ambush|siege)$"
)
_ONE_DEED = frozenset(
    "bombing shooting stabbing blast attack explosion raid crash earthquake flood massacre riot hurricane "
    "ambush epidemic outbreak".split()
)
"""What happens once, at a place: a sentence that names one tells of its dead."""
_LEAVES = frozenset({"leave", "claim", "bring", "take"})
"""Verbs of what hurt people beside what became of them: "a blast left 40 dead"."""
_UNDERGONE = frozenset("die perish drown flee vanish disappear".split())
_WHERE = frozenset({"in", "at", "on", "near", "of"})
_APART = frozenset({"since", "before", "unlike", "than", "despite"})


def cause(reading: Reading, sentence: Sentence, fate: int) -> str:
    """What people were hurt by or in: "in the fire", "by the attack on the mill"."""
    tokens = reading.tokens
    for child in reading.children.get(fate, ()):
        deed = [c for c in reading.children.get(child, ()) if tokens[c].dep == "pobj"]
        told = child > fate and tokens[child].text.lower() in _CAUSES and deed
        if told and _is_a_cause(reading, deed[0]):
            below = set(reading.subtree(child))
            words = clipped(reading, child, sentence.last, below)
            if words and not any(is_a_number(reading, i) for i in below):
                return words
    verb = _verb_over(reading, fate)
    if tokens[verb].dep == "relcl":
        return _of_deed(reading, sentence, verb) or _by_one(reading, sentence, fate)
    acts = tokens[verb].pos == "VERB" and tokens[verb].tag != "VBN" and tokens[verb].lemma not in _UNDERGONE
    subject = subject_of(reading, verb) if acts else None
    if subject is None or tokens[subject].pos != "NOUN" or tokens[subject].entity:
        return _by_one(reading, sentence, fate)
    words = sentence_from(reading, sentence, min(reading.subtree(subject)), subject + 1)
    return f"by {words}" if words else _by_one(reading, sentence, fate)


# Private functions


def _is_a_cause(reading: Reading, noun: int) -> bool:
    """Whether a noun may be what hurt people: a thing, or an event with a name ("Hurricane Ada")."""
    token = reading.tokens[noun]
    return (token.pos == "NOUN" and not token.entity) or token.entity == "EVENT"


def _verb_over(reading: Reading, fate: int) -> int:
    """The verb that tells what hurt people: "left" of "left 40 dead", else the fate itself."""
    tokens = reading.tokens
    if tokens[fate].pos == "VERB" and tokens[fate].dep not in ("amod", "oprd", "acomp"):
        return fate
    over = next((i for i in reading.above(fate)[1:] if tokens[i].pos == "VERB"), fate)
    return over if tokens[over].lemma.lower() in _LEAVES else fate


def _by_one(reading: Reading, sentence: Sentence, fate: int) -> str:
    """The one deed that a sentence names in another of its clauses: "in the shooting in Karst"."""
    tokens = reading.tokens
    deeds = [
        i
        for i in range(sentence.first, sentence.last)
        if tokens[i].pos == "NOUN" and _DEED.match(tokens[i].lemma.lower()) and tokens[i].dep != "compound"
    ]
    if len(deeds) != 1 or tokens[deeds[0]].tag != "NN" or tokens[deeds[0]].lemma.lower() not in _ONE_DEED:
        return ""
    over = tokens[tokens[deeds[0]].head]
    if over.text.lower() in _APART or fate in reading.subtree(deeds[0]):
        return ""
    return _in_the(reading, sentence, deeds[0])


def _in_the(reading: Reading, sentence: Sentence, deed: int) -> str:
    """A deed by what describes it and where it was: "in the school shooting in Karst"."""
    words = sentence_from(reading, sentence, _without_days(reading, deed), deed + 1)
    at = deed + 1
    placed = at < sentence.last and reading.tokens[at].head == deed
    where = ""
    if placed and reading.tokens[at].text.lower() in _WHERE and not is_a_time(reading, at):
        where = clipped(reading, at, sentence.last, set(reading.subtree(at)))
    return f"in the {words} {where}".strip() if words else ""


def _without_days(reading: Reading, deed: int) -> int:
    """Where the words on a deed begin, without article, owner, day and number: "school shooting"."""
    tokens, first = reading.tokens, deed
    while first > 0 and tokens[first - 1].dep in ("amod", "compound"):
        told = tokens[first - 1]
        if told.pos == "NUM" or told.entity in ("DATE", "TIME", "CARDINAL") or not told.text[:1].isalpha():
            break
        first -= 1
    return first


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
    return f"by {words}" if words else _in_the(reading, sentence, deed)
