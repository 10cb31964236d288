"""Whether a word that tells a fate tells that of others than those who are counted."""

from __future__ import annotations

import re

from atstake.extract.figures.fates import fate_of, is_person
from atstake.extract.figures.tree import has_own_number
from atstake.model.reading import Reading

_TO_BLAME = frozenset(
    "involve implicate charge accuse suspect convict responsible arrest indict want question try "
    "sentence".split()
)
# Nouns for those whom something befell: they count themselves and nobody beside them.
_THEMSELVES = frozenset({"patients", "prisoners", "hostages", "captives"})
_TOLLS = frozenset({"deaths", "fatalities", "toll"})
# "Cases neared 220 and the death toll exceeded 55": the toll has a number of its own.
_ANOTHER_TOLL = re.compile(r"(?:,|\band\b|\bwhile\b|;) (?:the|its|their) (?:[a-z]+ )?(?:death )?$")
PREDICATE = 5
"""Words before a fate within which its number stands: "90 people have been killed"."""


def is_of_others(reading: Reading, at: int, phrase: range) -> bool:
    """Whether the fate is not theirs: it befell others, or describes a thing ("his dying words")."""
    token = reading.tokens[at]
    if at not in phrase and token.text.lower() in _THEMSELVES and not _is_said_of(reading, at, phrase):
        return True
    if _had_part(reading, at, phrase) or (
        token.tag == "NNS" and reading.tokens[at - 1].text.lower() == "mass"
    ):
        return True
    describes = token.dep == "amod" and token.text.lower().endswith("ing")
    if describes and token.head not in phrase and token.head != at:
        return reading.tokens[token.head].pos == "NOUN" and not is_person(reading, token.head)
    if _counts_its_own(reading, at, phrase) or _has_its_own_subject(reading, at, phrase):
        return True
    if _befell_another(reading, at, phrase):
        return True
    if at >= phrase.stop and _is_a_toll(reading, at):
        between = reading.text[reading.tokens[phrase.stop - 1].end : token.start]
        if _ANOTHER_TOLL.search(between):
            return True
    return _did_it(reading, at, phrase) or _befell_the_next(reading, at, phrase)


# Private functions


def _had_part(reading: Reading, at: int, phrase: range) -> bool:
    """Whether the counted are those who are held to have done it: "three men involved in the killing"."""
    tokens, link = reading.tokens, reading.tokens[at].head
    if tokens[at].dep != "pobj" or tokens[link].dep != "prep":
        return False
    over = tokens[link].head
    told = over
    while tokens[told].dep == "xcomp" and tokens[told].head != told:
        # "Three men known to have been involved in the killing".
        told = tokens[told].head
    subjects = [c for c in reading.children.get(over, ()) if tokens[c].dep in ("nsubj", "nsubjpass")]
    theirs = tokens[told].head in phrase or any(c in phrase for c in subjects)
    return tokens[over].lemma.lower() in _TO_BLAME and theirs


def _is_said_of(reading: Reading, at: int, phrase: range) -> bool:
    """Whether the noun tells what the counted are: "40 of the hostages", "the hostages, 40 of them women"."""
    tokens = reading.tokens
    head = tokens[at].head
    if tokens[at].dep in ("attr", "appos", "oprd", "conj") or (tokens[at].dep == "pobj" and head != at):
        over = tokens[head].head if tokens[at].dep == "pobj" else head
        return over in phrase or any(tokens[k].head in (head, at, over) for k in phrase)
    return any(tokens[k].head == at or tokens[tokens[k].head].head == at for k in phrase)


def _has_its_own_subject(reading: Reading, at: int, phrase: range) -> bool:
    """Whether a fate is told of others by a verb of theirs, and the counted do something else.

    "In the town where the brothers were killed, thousands came out": nobody else was killed.
    """
    tokens, children = reading.tokens, reading.children
    if tokens[at].pos != "VERB" or at in phrase:
        return False
    theirs = [c for c in children.get(at, ()) if tokens[c].dep in ("nsubj", "nsubjpass")]
    if not theirs or any(k in phrase or set(reading.subtree(k)) & set(phrase) for k in theirs):
        return False
    acting = [k for k in phrase if tokens[k].dep == "nsubj" and tokens[tokens[k].head].pos == "VERB"]
    # "Killed 70 people sheltering in basements": they are the killed.
    acting = [k for k in acting if tokens[tokens[k].head].tag != "VBG" or tokens[tokens[k].head].head != at]
    return any(tokens[k].head != at and not fate_of(tokens[tokens[k].head].text.lower()) for k in acting)


def _befell_another(reading: Reading, at: int, phrase: range) -> bool:
    """Whether a verb has an object of its own elsewhere: "charged 13 men with a plot to hurt the mayor"."""
    tokens = reading.tokens
    if tokens[at].pos != "VERB" or at in phrase or at in reading.above(phrase[0]):
        return False
    objects = [c for c in reading.children.get(at, ()) if tokens[c].dep in ("dobj", "obj")]
    return bool(objects) and not any(set(reading.subtree(c)) & set(phrase) for c in objects)


def _counts_its_own(reading: Reading, at: int, phrase: range) -> bool:
    """Whether a noun of death is joined behind, with a number of its own: "900 cases and deaths pass 50"."""
    tokens = reading.tokens
    if at < phrase.stop or tokens[at].text.lower() not in _TOLLS:
        return False
    joined = tokens[at - 1].text.lower() in ("and", ",", "while") and at - 1 >= phrase.stop
    behind = tokens[at + 1 : at + PREDICATE]
    return joined and any(t.pos == "NUM" for t in behind) and any(t.pos == "VERB" for t in behind)


def _is_a_toll(reading: Reading, at: int) -> bool:
    return any(t.text.lower() == "toll" for t in reading.tokens[at : at + 2])


def _befell_the_next(reading: Reading, at: int, phrase: range) -> bool:
    """Whether a further verb has its own number: "sickened 110 and killed four", "shot 14, killing five"."""
    tokens = reading.tokens
    further = at >= phrase.stop and tokens[at].pos == "VERB" and tokens[at].dep in ("conj", "advcl")
    return further and at + 1 < len(tokens) and has_own_number(tokens, at + 1)


def _did_it(reading: Reading, at: int, phrase: range) -> bool:
    """Whether the counted are those who did it to somebody: "three men hunted and killed him"."""
    tokens, verb = reading.tokens, at
    if tokens[at].pos != "VERB" or tokens[at].tag == "VBN":
        return False
    if not any(tokens[k].dep in ("dobj", "obj") for k in reading.children.get(at, ())):
        return False
    while tokens[verb].dep == "conj" and tokens[verb].head != verb:
        verb = tokens[verb].head
    return any(
        tokens[k].dep == "nsubj" and k in phrase for v in {at, verb} for k in reading.children.get(v, ())
    )
