"""Words by which a statement answers another: denial, refusal, counter, reproof, and pointing back.

The words are in ``facts/answers.tsv``. A word found is a signal, no verdict: how much each kind is worth
is fitted (see ``weighing``). All patterns are for text in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, get_args

from atstake.facts.held import is_held_by_another
from atstake.facts.tables import alternatives
from atstake.facts.withheld import withheld
from atstake.model.annotations import Act
from atstake.resolve.units import Unit
from atstake.text.cases import lowered

Kind = Literal["denial", "refusal", "counter", "reproof", "doubt"]


def _compiled(*kinds: str) -> re.Pattern[str]:
    """One expression for all answering words of some kinds, for text in small letters."""
    return re.compile(rf"\b(?:{'|'.join(alternatives('answers', kind) for kind in kinds)})\b")


PATTERNS: dict[Kind, re.Pattern[str]] = {kind: _compiled(kind) for kind in get_args(Kind)}
_ANSWERING = _compiled(*PATTERNS)

_POINTING = re.compile(r"\b(?:this|that|those|these|such|it|so)\b")
# "said that ..." points at nothing.
_THAT = re.compile(r"^\W*that\b")
_OPENS_AGAINST = re.compile(
    r"^\W*(?:but|however|yet|while|although|though|despite|nevertheless|instead|meanwhile|still)\b"
)
_TURNS_LATER = re.compile(r",\s*(?:however|though|by contrast|instead|in contrast|on the other hand)\s*[,.]")
_FEW_WORDS = 4
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b|\b(?:un|dis)(?:able|likely|true)",
)


_BLAME, _HARM = _compiled("blame"), _compiled("harm")
# Who will not talk refuses nothing that was wanted of the other side.
_SILENT = re.compile(
    r"\b(?:refus\w+|declin\w+|unwilling|reluctant|would\s*n['’]t|would not)\s+to\s+(?:\w+ly\s+)?"
    r"(?:say|comment|answer|discuss|elaborate|speculate|respond|talk|speak|disclose|reveal|specify|identify|"
    r"name|provide details|give details|be drawn)\b",
)
# Nor who did not say it; and who denies somebody a thing answers no claim.
_MUTE = re.compile(
    r"\b(?:(?:did|does|do|would|could|has|have|had)(?:\s+not|n['’]t)|never)\s+(?:yet\s+|immediately\s+|\w+ly\s+)?"
    r"(?:indicate|sa(?:y|id)|specif(?:y|ied)|elaborate|comment|respond|disclose|reveal|name|identif(?:y|ied))\w*",
)
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\b(?=(.*))", re.DOTALL)
# Nor who does not deny it, or nobody who would.
_NOT_DENIED = re.compile(
    r"(?:\b(?:not|never|neither|nor|cannot|nobody|no\s+one|none|without)|n['’]t)\s+(?:yet\s+|have\s+|\w+ly\s+)?"
    r"(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|disagree[sd]?|"
    r"dismiss(?:es|ed|ing)?|rul(?:e|es|ed|ing)\s+out|contradict(?:s|ed|ing)?|oppos(?:e|es|ed|ing)|"
    r"object(?:s|ed|ing)?)\b",
)
# Nor do two who differ between themselves turn down what somebody said.
_MUTUAL = re.compile(
    r"\b(?:and\s+(?:[\w’'.-]+\s+){1,5}?|(?:the\s+two|both)\s+(?:[\w’'.-]+\s+){0,3}?)(?:(?:do|did)(?:\s+not|n['’]t)\s+agree|disagreed?|differ(?:ed)?|"
    r"(?:are|were|remain(?:ed)?)\s+(?:at\s+odds|divided|split))\b(?!\s+with)",
)
# Who looks into an accusation does not make it.
_PROBES = re.compile(r"\b(?:investigat|examin|verif|prob|look\w*\s+into|inspect)\w*")
_ACT_KINDS: dict[str, Kind] = {
    "denies": "denial",
    "rejects": "refusal",
    "accuses": "reproof",
    "doubts": "doubt",
}


@dataclass(frozen=True)
class Answer:
    """What in a statement speaks for its answering, and for its being what others answer.

    ``kinds`` are the kinds of answering words in it; ``pointing`` is true where it points back with a bare
    pronoun, ``against`` where it opens with "but" or has a "however"; ``blames`` and ``harms`` where it tells
    of blame or wrong.
    """

    kinds: frozenset[Kind]
    pointing: bool
    against: bool
    negated: bool
    blames: bool
    harms: bool

    @cached_property
    def strong(self) -> bool:
        """Whether it denies or refuses in so many words."""
        return bool(self.kinds & {"denial", "refusal"})


def answer(unit: Unit, inner: Iterable[Unit] = ()) -> Answer:
    """The answering words of a unit: those of its shown words, and the speech act of its cue.

    The words of ``inner`` answers, told inside it by somebody else, are not its own.
    """
    own = unit.whole
    for other in inner:
        own = own.replace(other.target.quote, " ")
    sentence, said = lowered(unit.whole), lowered(unit.said)
    told = text = sentence if own == unit.whole else lowered(own)
    for pattern in (_SILENT, _MUTE, _NOT_DENIED, _MUTUAL):
        told = pattern.sub(" ", told)
    if "den" in told:
        told = _DENIES.sub(_said_untrue, told)
    kinds = _kinds(told)
    if unit.attribution is not None and _is_anothers(told, said):
        kinds.discard("denial")
    if unit.act in _ACT_KINDS and not _takes_back(unit.act, text):
        kinds.add(_ACT_KINDS[unit.act])
    return Answer(
        kinds=frozenset(kinds),
        pointing=len(unit.words) <= _FEW_WORDS and bool(_POINTING.search(_THAT.sub(" ", said))),
        against=bool(_OPENS_AGAINST.match(sentence) or _TURNS_LATER.search(sentence)),
        negated=negated(unit),
        blames=(unit.act == "accuses" or bool(_BLAME.search(text))) and not _PROBES.search(text),
        harms=bool(_HARM.search(said)),
    )


def _kinds(text: str) -> set[Kind]:
    """The kinds of answering words in a text in small letters; four sentences of five have none."""
    if not _ANSWERING.search(text):
        return set()
    return {kind for kind, pattern in PATTERNS.items() if pattern.search(text)}


def _is_anothers(told: str, said: str) -> bool:
    """Whether all denying words are what another is said to hold ("the king thinks it a hoax")."""
    denying = PATTERNS["denial"]
    held = sum(is_held_by_another(said, m.end()) for m in denying.finditer(said))
    return held > 0 and held == sum(1 for _ in denying.finditer(told))


def _said_untrue(word: re.Match[str]) -> str:
    """A word of denying as it is, where it holds something to be untrue; a blank where a favour is denied."""
    return " " if withheld(word[1]) else word[0]


def _takes_back(act: Act, text: str) -> bool:
    """Whether the word behind an act of denying or refusing is none: withheld, mutual or not so.

    The text is in small letters.
    """
    denied = act == "denies" and any(withheld(word[1]) for word in _DENIES.finditer(text))
    none = act in ("denies", "rejects", "doubts") and (_NOT_DENIED.search(text) or _MUTUAL.search(text))
    return bool(denied or none)


def negated(unit: Unit) -> bool:
    """Whether what is said is said to be not so."""
    negative = unit.attribution is not None and unit.attribution.polarity == "negative"
    return negative or is_negative(unit.said)


@lru_cache(maxsize=10_000)
def is_negative(text: str) -> bool:
    """Whether there is a negation in a text."""
    return bool(_NEGATION.search(lowered(text)))


def blame(signs: Answer, names: bool) -> float:
    """How far a statement blames somebody, 0 to 1; ``names``: it names whom it would blame."""
    if signs.blames:
        return 1.0
    return (0.6 if names else 0.25) * signs.harms
