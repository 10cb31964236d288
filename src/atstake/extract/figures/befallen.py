"""What befell the counted: by the verb that they hang on, else by the nearest word that tells a fate."""

from __future__ import annotations

import re

from atstake.extract.figures.fates import fate_of
from atstake.extract.figures.others import PREDICATE, is_of_others
from atstake.extract.figures.tree import has_own_number
from atstake.model.annotations import FigureKind
from atstake.model.reading import Reading, Sentence

# Words between a fate word and a number that hand the number to another clause.
_CLAUSE_BREAK = re.compile(r"^(?:[;:]|when|while|after|before|who|which|that|but|if|by)$")
_JOINED = re.compile(r"^(?:and|or|&|/)$")
_REACH = 12
FAR = 22
_NO_FATE = re.compile(
    r"\b(?:death\ (?:penalty|row|sentence|squads?)|body\ of\ work|governing\ bod)", re.IGNORECASE
)
# What who does it has undergone: "three died".
_UNDERGONE = frozenset("die perish drown flee vanish disappear".split())
_RIGHT_BEHIND = 2.5
_WENT = frozenset({"displaced", "missing", "detained"})
"""Fates of those who stand behind the dead of a sentence without being hurt."""
_OWN_CLAUSE = frozenset({"who", "whose", "whom"})


def fate_near(
    reading: Reading, sentence: Sentence, first: int, last: int
) -> tuple[FigureKind, int, float] | None:
    """The fate word nearest to the number's phrase (tokens first..last), its token, and how far it is."""
    tokens = reading.tokens
    if _NO_FATE.search(reading.text[sentence.span.start : sentence.span.end]):
        return None
    options: list[tuple[float, int, FigureKind]] = []
    for i in range(max(sentence.first, first - FAR), min(sentence.last, last + _REACH)):
        kind = fate_of(tokens[i].text.lower())
        if (
            kind is None
            or tokens[i].entity in ("PERSON", "ORG")
            or is_of_others(reading, i, range(first, last + 1))
        ):
            continue
        cost = _cost(reading, i, first, last)
        if cost is not None:
            options.append((cost, i, kind))
    if not options:
        return None
    after = last + 1
    while after < sentence.last and tokens[after].text.lower() in ("more", "others"):
        after += 1
    goes_on = tokens[after].text.lower() if after < sentence.last else ""
    if goes_on in _OWN_CLAUSE and tokens[first - 1].text in ("and", ",", "&") and first > sentence.first:
        # "Scores who perished and thousands more who lost their homes": theirs is told behind them.
        options = [o for o in options if o[1] >= first]
        if not options:
            return None
    behind = [o for o in options if o[1] > last and o[0] <= _RIGHT_BEHIND and o[2] in _WENT]
    if behind and _is_another_predicate(reading, min(options)[1], first):
        # "110 dead and 300 more homeless", "90 have been killed and 300 more driven out": each its own.
        options = behind
    cost, at, kind = min(options)
    return (_joined_kind(reading, sentence, at) or kind), at, cost


def by_its_verb(
    reading: Reading, sentence: Sentence, noun: int | None
) -> tuple[FigureKind, int, float] | None:
    """What befell the counted by the verb that they are subject or object of, however far it stands.

    "86 members of the forces, who include ..., were killed", "three civilians, two women and a man, died".
    """
    if noun is None:
        return None
    tokens = reading.tokens
    at, role = tokens[noun].head, tokens[noun].dep
    verb = tokens[at]
    kind = fate_of(verb.text.lower())
    if kind is None or verb.pos != "VERB" or not sentence.first <= at < sentence.last:
        return None
    if (
        role == "nsubjpass"
        or (role == "nsubj" and verb.lemma in _UNDERGONE)
        or (role == "dobj" and at < noun)
    ):
        return (_joined_kind(reading, sentence, at) or kind), at, 0.0
    return None


# Private functions


def _is_another_predicate(reading: Reading, at: int, first: int) -> bool:
    """Whether a fate word before a number is told of the number before it: "110 dead and 300 ..."."""
    tokens = reading.tokens
    if at >= first or tokens[first - 1].text not in ("and", ",", "or"):
        return False
    return at + 1 == first - 1 and any(t.pos == "NUM" for t in tokens[max(0, at - PREDICATE) : at])


def _cost(reading: Reading, at: int, first: int, last: int) -> float | None:
    """How far the fate word is from the number; None where another number or clause stands between."""
    tokens = reading.tokens
    if first <= at <= last:
        return 0.0
    between = range(at + 1, first) if at < first else range(last + 1, at)
    if at > last and all(tokens[k].lemma in ("be", "have", "get", "also", "so", "far") for k in between):
        return 0.0
    cost = float(len(between)) + (0.5 if at > last else 0.0)
    for k in between:
        word = tokens[k].text.lower()
        if tokens[k].pos == "NUM" and tokens[k].entity not in ("DATE", "TIME"):
            if tokens[k - 1].text.lower() not in ("and", ",", "&"):
                return None
        elif _CLAUSE_BREAK.match(word):
            cost += 6.0
        elif word == ",":
            cost += 2.0
    reach = FAR if tokens[at].text.lower() in ("toll", "tolls", "count") and at < first else _REACH
    return (cost if reach == _REACH else cost / 2) if cost <= reach else None


def _joined_kind(reading: Reading, sentence: Sentence, at: int) -> FigureKind | None:
    """Killed or injured together ("dead and wounded") are casualties."""
    tokens = reading.tokens
    here = fate_of(tokens[at].text.lower())
    for step in (1, -1):
        link, other = at + step, at + 2 * step
        if sentence.first <= other < sentence.last and _JOINED.match(tokens[link].text.lower()):
            there = fate_of(tokens[other].text.lower())
            last = max(at, other) + 1
            if last < sentence.last and has_own_number(tokens, last):
                return None
            if {here, there} == {"killed", "injured"}:
                return "casualties"
    return None
