"""What each statement is by itself, as columns over all statements: looked up for many pairs at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import get_args

import numpy as np

from atstake.model.annotations import Act
from atstake.resolve.answers import Answer
from atstake.resolve.columns import Flags, Numbers, Sets, flags, numbered
from atstake.resolve.lexical import stems
from atstake.resolve.pairs import LEAST_LEFT, Context
from atstake.resolve.units import Unit

ACTS: tuple[Act, ...] = get_args(Act)
"""The acts by their numbers."""
ACCUSES, SAYS, CONFIRMS, DENIES = map(ACTS.index, ("accuses", "says", "confirms", "denies"))
WANTED = np.isin(ACTS, ("demands", "proposes", "promises", "threatens"))
"""By an act's number whether something is wanted of another by it, willed or announced."""
# An answer of so few words of its own says nothing but that it answers.
FEW_WORDS = 4
# Characters of a denial that says nothing else ("The ministry has denied this.").
_BARE = 110
# A denial that says what is not so: "denied that", "denied tapping", "dismissed the claim that".
_STATES = re.compile(r"^\W*(?:\w+ing|having|any)\b|\bthat\s", re.IGNORECASE)
# "accused the ministry of hiding it".
_ACCUSED = re.compile(r"(\S+(?:\s\S+){0,9}?)\s(?:on\s\w+day\s)?of\s")
# "had said on Monday", "reported on Sunday": told behind its answer, as what went before.
_EARLIER = re.compile(r"\b(?:had|earlier|reported|previously)\b", re.IGNORECASE)


class Aspects:
    """The columns of a story's statements."""

    def __init__(self, context: Context) -> None:
        units = context.units
        self.signs = [context.answer(i) for i in range(len(units))]
        self._place(units)
        self._voice(units)
        self._content(units)
        self._answering(units)
        self._parties(context)

    def _place(self, units: Sequence[Unit]) -> None:
        self.document = numbered(u.document for u in units)
        self.position = np.array([u.position for u in units], np.int64)
        self.paragraph = np.array([u.paragraph for u in units], np.int64)
        self.start = np.array([u.target.start for u in units], np.int64)
        self.alone = flags(u.of is None for u in units)
        self.furniture = flags(is_furniture(u) for u in units)
        self.lead = flags(not {"lead", "headline"}.isdisjoint(u.statement.marks) for u in units)
        ids = {id: n for n, id in enumerate({u.id: None for u in units})}
        self.id = np.array([ids[u.id] for u in units], np.int64)
        self.of = np.array([-1 if u.of is None else ids.get(u.of, -1) for u in units], np.int64)

    def _voice(self, units: Sequence[Unit]) -> None:
        self.act = np.array([ACTS.index(u.act) for u in units], np.int64)
        self.outlet = flags(u.outlet for u in units)
        self.spoken = flags(u.speaker is not None for u in units)
        self.speaker = numbered(u.speaker or "" for u in units)
        self.attributed = flags(u.attribution is not None for u in units)
        self.earlier = flags(_is_earlier(u) for u in units)
        whom = [_accused(u) for u in units]
        self.accuses_one = flags(words is not None for words in whom)
        self.accuses_by_word = flags(bool(words) for words in whom)
        self.accuses_body = flags(bool(u.against) for u in units)
        self.whom: Sets = [words or frozenset() for words in whom]

    def _content(self, units: Sequence[Unit]) -> None:
        self.words = np.array([len(u.words) for u in units], np.int64)
        says_what = flags(_says_what(u) for u in units)
        self.contained = (self.words > 2) | says_what
        self.states = (self.words > 2) & flags(_STATES.search(u.said) is not None for u in units)
        self.bare = (self.words <= 1) & ~says_what & flags(len(u.whole) <= _BARE for u in units)
        self.opens = self.start - [u.statement.target.start for u in units] < LEAST_LEFT
        self.refers = np.array([[act in u.refers for act in ACTS] for u in units], np.bool_)
        self.refers = self.refers.reshape(len(units), len(ACTS))

    def _answering(self, units: Sequence[Unit]) -> None:
        signs = self.signs
        self.strong = flags(s.strong for s in signs)
        self.denial = flags("denial" in s.kinds for s in signs)
        self.pointing = flags(s.pointing for s in signs)
        self.against = flags(s.against for s in signs)
        self.negated = flags(s.negated for s in signs)
        self.blames = flags(s.blames for s in signs)
        self.harms = flags(s.harms for s in signs)
        both = [*zip(signs, units, strict=True)]
        self.to_denial = flags(is_to_denial(u) and is_against(s, u) for s, u in both)
        self.turn = np.array([_turn(s, u) for s, u in both], np.str_)

    def _parties(self, context: Context) -> None:
        units = context.units
        self.parties: Sets = [u.parties for u in units]
        self.named: Sets = [u.named for u in units]
        self.owners: Sets = [u.owners for u in units]
        self.opposed: Sets = [u.opposes for u in units]
        self.accused: Sets = [u.against for u in units]
        self.answering_for: Sets = [u.parties | u.behalf for u in units]
        self.called: Sets = [frozenset(u.called) for u in units]
        self.tellers: Sets = [context.tellers(i) for i in range(len(units))]
        self.answers_told: Sets = [context.answers_told(i) for i in range(len(units))]
        self.names_none = flags(u.named <= u.parties for u in units)
        self.owned = flags(bool(u.owners) for u in units)
        self.owned_by_other = flags(not u.owners <= u.parties for u in units)
        self.opposes = flags(bool(u.opposes) for u in units)


def within(one: Sets, other: Sets, a: Numbers, b: Numbers) -> Flags:
    """Of pairs whether the set of the other has all of the set of the one."""
    return flags(one[i] <= other[j] for i, j in zip(a.tolist(), b.tolist(), strict=True))


def only(where: Flags, asked: Callable[[Numbers, Numbers], Flags], a: Numbers, b: Numbers) -> Flags:
    """What is asked of pairs, of some alone: not so of the rest."""
    found = np.zeros(len(where), np.bool_)
    found[where] = asked(a[where], b[where])
    return found


def is_furniture(unit: Unit) -> bool:
    """Whether a sentence is a heading or a question."""
    return not {"heading", "question"}.isdisjoint(unit.statement.marks)


def is_to_denial(unit: Unit) -> bool:
    """Whether a statement is about somebody else's denial."""
    return "denies" in unit.refers and unit.act != "denies" and not unit.owners & unit.parties


def is_against(signs: Answer, unit: Unit) -> bool:
    """Whether it goes against what it is about, and does not just tell of it."""
    turned = signs.against or bool(signs.kinds & {"refusal", "doubt", "reproof"})
    return unit.act in ("rejects", "doubts") or turned


def _accused(unit: Unit) -> frozenset[str] | None:
    """The words that stand between "accused" and "of"; None where nothing does."""
    whom = _ACCUSED.match(unit.said.strip()) if unit.act == "accuses" else None
    return frozenset(stems(whom[1])) if whom else None


def _turn(signs: Answer, unit: Unit) -> str:
    """How an answer answers, in one word."""
    if unit.act in ("denies", "rejects", "doubts", "accuses"):
        return unit.act
    for kind in ("denial", "refusal", "doubt", "reproof", "counter"):
        if kind in signs.kinds:
            return kind
    return "against" if signs.against else "says"


def _says_what(unit: Unit) -> bool:
    """Whether a refusal says what it refuses to do, however short: "refused to apologise"."""
    return unit.said.lstrip().startswith("to ") and bool(unit.words)


def _is_earlier(unit: Unit) -> bool:
    """Whether a statement is told as one that was made before what was told last."""
    cue = unit.attribution.cue if unit.attribution else None
    return cue is not None and bool(_EARLIER.search(cue.quote))
