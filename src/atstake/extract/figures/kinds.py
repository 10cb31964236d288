"""What kind of figure a quantity is: killed, injured, troops, money, by what is counted and what befell it.

The nearest word that tells a fate ("killed", "the wounded", "death toll") decides for people; for things
their own name does ("air strikes", "votes"). Words are the plain ones of news reports on conflict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from atstake.extract.figures.befallen import FAR, by_its_verb, fate_near
from atstake.extract.figures.fates import TROOPS, fate_of, is_person
from atstake.extract.figures.nouns import noun_of
from atstake.extract.figures.tree import BEFORE_COUNTED
from atstake.model.annotations import FigureKind
from atstake.model.reading import Reading, Sentence
from atstake.text.numbers.quantities import Quantity

_STRIKES = re.compile(
    r"(?:air[- ]?)?(?:strikes?|raids?)$|(?:airstrikes?|missiles?|rockets?|bombs?|bombings?|shells?|mortars?|"
    r"rounds?|"
    r"sorties|attacks|bombardments?|barrages?|drones?|warheads?|projectiles)$"
)
# "Two of the 40 passengers died": the 40 did not.
_A_WHOLE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|half|most|some))"
    r" of (?:the|its|their|his|her) $|\bout of (?:(?:the|a total of|its|their) )?$",
    re.IGNORECASE,
)
_REACH_BACK = 24
_LOST_BEHIND = re.compile(r" (?:(?:that )?(?:were|have been|had been|was) )?lost\b")
_TO_HOSPITAL = re.compile(
    r" (?:(?:was|were|have been|had been) )?(?:taken|rushed|brought|sent|admitted)"
    r" to (?:\w+ ){0,3}hospitals?\b"
)
_SPARED_BEHIND = re.compile(r" (?:\w+ ){0,3}(?:saved|spared|changed|improved)\b")
_TOOK_BEFORE = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|took|taken|taking)\b"
    r"(?: (?:at least|more than|up to|about|some|the|over|nearly))*\W*$",
    re.IGNORECASE,
)
# "Claims thousands of lives" is no toll that anybody counted.
_UNCOUNTED = re.compile(r"(?:hundreds|thousands|tens|dozens|scores|millions)\b", re.IGNORECASE)
_VOTES = re.compile(r"(?:votes?|ballots?)$")
_VOTED = re.compile(r"(?:vot(?:ed|ing|e)|ballot|approved|passed|rejected)$")
# "A dozen states will vote": what is counted is no vote.
_VOTING_PLACES = re.compile(
    r"(?:states?|count(?:y|ies)|districts?|precincts?|provinces?|regions?|cities|towns?|countries|nations?|contests?"
    r"|primaries|races|elections?)$"
)
_FATAL_DEED = re.compile(
    r"(?:kill(?:ed|ing|ings|s)?|murder(?:ed|ing|s)?|massacred?|wound(?:ed|ing|s)|injur(?:ed|ing))$"
)
# A bare number ("killing six"), or "one man", needs its fate word this near.
_NEAR = 8.0
_GOES_ON = re.compile(
    r"(?:, )?(?:and|&|including|among them|among whom|as well as|plus|,)(?: (?:also|another|at least|some))?$"
)


def counted(reading: Reading, sentence: Sentence, quantity: Quantity, before: Counted | None) -> Counted:
    """The kind of a quantity in its sentence. ``before`` is what the one before it counts: "100 in Saqba"
    after "150 bodies in Kafr" counts bodies too, and so does "and three children"."""
    noun = noun_of(reading, sentence, quantity)
    if quantity.unit:
        return Counted("percent" if quantity.unit == "percent" else "money", noun)
    inside = list(reading.tokens_in(quantity.span)) or [sentence.first]
    first, last = inside[0], max(inside[-1], inside[-1] if noun is None else noun)
    name = reading.tokens[noun].text.lower() if noun is not None else ""
    if _VOTES.match(name) or _is_ballot(reading, sentence, quantity, last):
        return Counted("votes", noun, at=first)
    if name and _STRIKES.search(name):
        return Counted("strikes", noun, at=first)
    if name == "lives" and _lost(reading, sentence, first, last):
        return Counted("killed", noun, at=first)
    person = noun is None or is_person(reading, noun) or _directly(reading, sentence, first, last)
    if (
        not person
        and noun is not None
        and reading.tokens[noun].pos == "PROPN"
        and _fate_before(reading, first)
    ):
        # A headline's "kill 32 Monitor": the name after the number is not what is counted.
        noun, person, last = None, True, inside[-1]
    before_it = reading.text[
        max(sentence.span.start, quantity.span.start - _REACH_BACK) : quantity.span.start
    ]
    whole = first > sentence.first and _A_WHOLE.search(before_it)
    fate: tuple[FigureKind, int, float] | None = None
    if person and not whole:
        fate = by_its_verb(reading, sentence, noun) or fate_near(reading, sentence, first, last)
    hurt = fate is not None and fate[0] in ("killed", "casualties", "injured")
    if not hurt and person and _TO_HOSPITAL.match(reading.text, reading.tokens[last].end):
        fate = "injured", last, 0.0
    near = _NEAR if noun is None or (quantity.high is not None and quantity.high < 3) else FAR
    if fate is not None and fate[2] <= near:
        return Counted(fate[0], noun, fate[1], first)
    if person and before is not None and before.fate is not None and _goes_on(reading, before, first, last):
        return Counted(before.kind, noun if noun is not None else before.noun, before.fate, first)
    if name and TROOPS.search(name):
        return Counted("troops", noun, at=first)
    return Counted("other", noun, at=first)


# Private functions


@dataclass(frozen=True, slots=True)
class Counted:
    """What a quantity counts: its kind, the token index of the noun (None where elided), and how sure."""

    kind: FigureKind
    noun: int | None
    fate: int | None = None
    """The token that told what befell the counted."""
    at: int = 0
    """The token index at which the quantity begins."""


def _is_ballot(reading: Reading, sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """Whether the number is a side of a vote: "voted 88-11", "11 senators who voted no"."""
    text = reading.text
    start, end = quantity.number.start, quantity.number.end
    tally = re.match(r"[-–](?=\d)| to \d", text[end : end + 5]) or re.search(
        r"\d[-–]$", text[max(0, start - 2) : start]
    )
    if tally and re.search(r"\b(?:vot|approv|pass|reject|adopt)\w+", text[sentence.span.start : start]):
        return True
    if _VOTING_PLACES.match(reading.tokens[last].text.lower()):
        return False
    following = [t.text.lower() for t in reading.tokens[last + 1 : min(last + 4, sentence.last)]]
    return any(_VOTED.match(w) for w in following) and not any(w in ("and", ",", "to") for w in following[:1])


def _directly(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Whether the fate word and the counted are one phrase, so that the counted are alive whatever their noun
    is: "the murder of the six priests", "six priests were killed"."""
    tokens = reading.tokens
    i = last + 1
    while i < sentence.last and tokens[i].lemma in ("be", "have", "get", "also"):
        i += 1
    if i < sentence.last and i > last + 1 and fate_of(tokens[i].text.lower()) and tokens[i].pos == "VERB":
        return True
    i = first - 1
    while i > sentence.first and tokens[i].text.lower() in BEFORE_COUNTED:
        i -= 1
    return i >= sentence.first and bool(_FATAL_DEED.match(tokens[i].text.lower()))


def _lost(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Whether lives ended: "the 17 lives lost", "claimed 17 lives"."""
    text = reading.text
    behind = text[reading.tokens[last].end : sentence.span.end]
    start = reading.tokens[first].start
    if _SPARED_BEHIND.match(behind):
        return False
    took = _TOOK_BEFORE.search(text[sentence.span.start : start]) and not _UNCOUNTED.match(text, start)
    return bool(_LOST_BEHIND.match(behind) or took)


def _fate_before(reading: Reading, first: int) -> bool:
    return first > 0 and fate_of(reading.tokens[first - 1].text.lower()) is not None


def _goes_on(reading: Reading, before: Counted, first: int, last: int) -> bool:
    """Whether the number goes on with what the one before counts: "and three children", "100 in Saqba"."""
    tokens = reading.tokens
    start = max(before.at, before.noun if before.noun is not None and before.noun < first else before.at) + 1
    words = [t.text.lower() for t in tokens[start:first]]
    if _GOES_ON.match(" ".join(words)):
        return True
    following = tokens[last + 1].text.lower() if last + 1 < len(tokens) else "."
    return following in ("in", "at", "near") and all(
        tokens[k].pos in ("PROPN", "ADP", "NOUN", "PUNCT", "CCONJ", "VERB", "AUX")
        for k in range(start, first)
    )
