"""What speaks for a statement's being an answer, and for its standing against another: named numbers.

How much each is worth is fitted (``weighing``); a signal that is 0 is absent.
"""

from __future__ import annotations

import math

import numpy as np

from atstake.resolve.aspects import (
    ACCUSES,
    ACTS,
    CONFIRMS,
    DENIES,
    FEW_WORDS,
    SAYS,
    WANTED,
    Aspects,
    is_against,
    is_furniture,
    is_to_denial,
    only,
    within,
)
from atstake.resolve.between import Betweens
from atstake.resolve.columns import Column, Columns, Flags, Found, Numbers, meet, signals
from atstake.resolve.pairs import Context

WEAK = "weak"
"""Of an answer that neither denies nor refuses in so many words: it is right less often than it scores."""

# How near another document counts, on the scale of sentences in between (as if 6 away).
_FAR = -2.0
_SAME = 0.8
_BEHIND = 3
"""Sentences behind an answer in which a reporter may tell what it answers."""
# From this share of a denial's words in an accusation on, it denies that accusation.
_SAME_CHARGE = 0.6


def answering(context: Context, b: int) -> dict[str, float]:
    """What speaks for a statement's being an answer to some other, whichever that is."""
    unit, signs, after = context.units[b], context.answer(b), context.is_next(b)
    found = {f"is-{kind}": 1.0 for kind in signs.kinds}
    found |= {f"act-{unit.act}": 1.0}
    found |= {
        "refers": float(bool(unit.refers)),
        "owned": float(bool(unit.owners - unit.parties)),
        "strong-refers": float(signs.strong and bool(unit.refers)),
        WEAK: float(not signs.strong),
        "weak-owned": float(not signs.strong and bool(signs.kinds) and bool(unit.owners - unit.parties)),
        "nested": float(unit.inner is not None),
        "against": float(signs.against),
        "pointing": float(signs.pointing),
        "negated": float(signs.negated),
        "outlet": float(unit.outlet),
        "nobody": float(unit.speaker is None),
        "nobody-named": float(not unit.named),
        "after-accusation": float(after),
        "weak-after": float(not signs.strong and after),
        "pointing-after": float(signs.pointing and after),
        "to-denial-against": float(is_to_denial(unit) and is_against(signs, unit)),
        "furniture": float(is_furniture(unit)),
    }
    return {name: value for name, value in found.items() if value}


class Signals:
    """What speaks for b's standing against a of all, for many pairs at once.

    What is so of one statement alone is looked up in the columns of its ``Aspects``.
    """

    def __init__(self, context: Context) -> None:
        self._context, self._of = context, Aspects(context)
        self._betweens = Betweens(self._of)

    def __call__(self, a: Numbers, b: Numbers) -> Columns:
        """The signals of pairs of indices, those of one answer together; absent where 0 for all."""
        of = self._of
        kin = meet(of.parties, of.parties, a, b)
        found = self._of_answered(a, b) | self._of_speakers(a, b, kin) | self._of_place(a, b)
        found |= self._of_content(a, b) | self._of_order(a, b)
        found |= {
            "accuser": np.where(kin, 0.0, self._context.accusing(a, b)),
            "told-again": self._context.told_again(a),
            "told-by": meet(of.parties, of.tellers, a, b),
            "tells-its-answer": meet(of.answers_told, of.parties, a, b),
            "kin-answer": of.strong[a] & kin,
        }
        return signals(found)

    def _of_answered(self, a: Numbers, b: Numbers) -> Found:
        """What kind of statement the first is, and whether it is of the kind that the answer answers."""
        of = self._of
        act, denial, accuses = of.act[a], of.denial[b], of.act[a] == ACCUSES
        blames, told = of.blames[a] | of.harms[a], (act == SAYS) | (act == CONFIRMS)
        described = only(of.accuses_one[a], lambda x, y: meet(of.whom, of.called, x, y), a, b)
        names = meet(of.named, of.answering_for, a, b) | (described & ~of.accuses_body[a])
        another = ~names & self._accuses_another(a, b, described)
        blamed = np.where(of.blames[a], 1.0, np.where(names, 0.6, 0.25) * of.harms[a]) * denial
        denied = of.strong[a] | of.refers[a, DENIES]
        called, to_denial = of.refers[b, ACCUSES], of.to_denial[b]
        found: Found = {
            "blame": blamed,
            "blame-names": blamed * names,
            "names-b": names * np.where(denial, 1.0, 0.4),
            "wants": WANTED[act] & ~denial,
            "both-want": WANTED[act] & WANTED[of.act[b]],
            "says": denial & (told | accuses),
            "noun-fits": of.refers[b, act] | (of.refers[b, SAYS] & (accuses | (act == CONFIRMS))),
            "accused-unknown": denial & accuses & of.names_none[a] & ~another,
            "accusation-called": accuses & called,
            "noun-misfit": called & ~blames & told,
            "outlet-said": of.outlet[a],
            "nobody-said": ~of.spoken[a] & of.alone[a],
            "is-answer": denied & ~to_denial,
            "denial-denied": to_denial & denied & (meet(of.owners, of.parties, b, a) | ~of.owned[b]),
            "furniture-said": of.furniture[a],
            "short-said": of.words[a] < FEW_WORDS,
            "lead-said": of.lead[a],
            "inside": of.of[a] == of.id[b],
            "inside-owned": (of.of[a] == of.id[b]) & of.spoken[a],
        }
        turns = {turn: of.turn[b] == turn for turn in sorted(set(of.turn[b].tolist()))}
        acts = {name: act == number for number, name in enumerate(ACTS)}
        return found | {f"{t}-to-{name}": turns[t] & acts[name] for t in turns for name in acts}

    def _accuses_another(self, a: Numbers, b: Numbers, described: Flags) -> Flags:
        """Whether somebody else stands between "accused" and "of": a body, or one who is only described."""
        of = self._of
        inside = only(of.accuses_one[a], lambda x, y: within(of.accused, of.parties, x, y), a, b)
        return of.accuses_one[a] & (~inside | (of.accuses_by_word[a] & ~described))

    def _of_speakers(self, a: Numbers, b: Numbers, kin: Flags) -> Found:
        of = self._of
        same = of.spoken[a] & (of.speaker[a] == of.speaker[b]) & ~of.outlet[a]
        owned, alone = meet(of.owners, of.parties, b, a), of.alone[a]
        shared = meet(of.named, of.named, a, b)
        pairs = zip(a[shared].tolist(), b[shared].tolist(), strict=True)
        named = np.zeros(len(a))
        named[shared] = [min(1.0, len(of.named[i] & of.named[j]) / 4) for i, j in pairs]
        return {
            "same-speaker": same,
            "kin": kin & ~same,
            "b-names-a": meet(of.named, of.parties, b, a),
            "owned-by-a": owned,
            "owned-fits": owned & alone & (of.refers[b, of.act[a]] | (of.act[a] == ACCUSES)),
            "owned-by-other": of.owned_by_other[b] & ~owned & alone,
            "opposed-other": of.opposes[b] & ~meet(of.opposed, of.parties, b, a),
            "shared-named": named,
        }

    def _of_place(self, a: Numbers, b: Numbers) -> Found:
        of = self._of
        home = of.document[a] == of.document[b]
        gap = np.where(home, of.position[b] - of.position[a], 0)
        few = (of.words[b] <= FEW_WORDS) | of.pointing[b]
        after, here, opens, strong = gap == 1, home & (gap == 0), of.opens[b], of.strong[b]
        asked = (of.act[a] == ACCUSES) | np.isin(of.act[a], (ACTS.index("demands"), ACTS.index("threatens")))
        return {
            "abroad": ~home,
            "near": np.where(home, _less(np.abs(gap)), _FAR),
            "next": after,
            "next-few": after & few & opens,
            "next-against": after & of.against[b],
            "next-bare": after & opens & of.bare[b] & (strong | of.pointing[b]),
            "next-accused": after & asked,
            "hangs-on": here & ~opens & strong & (of.start[a] < of.start[b]),
            "ahead": gap < 0,
            "ahead-earlier": (gap >= -_BEHIND) & (gap < 0) & strong & of.earlier[a],
        }

    def _of_order(self, a: Numbers, b: Numbers) -> Found:
        """Whether it is the last that was said before the answer, by anyone or by whom the answer names."""
        of = self._of
        before = of.alone[a] & (of.document[a] == of.document[b]) & (of.position[a] < of.position[b])
        a, b = a[before], b[before]
        between, act = self._betweens(a, b), of.act[a]
        found: Found = {
            "last-said": (between.others == 0) & of.attributed[a],
            "said-between": _less(between.others),
            "last-of-named": meet(of.named, of.parties, b, a) & ~between.named,
            "one-paragraph": of.paragraph[a] == of.paragraph[b],
            "last-of-act": of.refers[b, act] & ~between.called,
            "last-accusation": (act == ACCUSES) & ~between.accused,
            "last-wanted": WANTED[act] & ~between.wanted,
        }
        return {name: _spread(column, before) for name, column in found.items()}

    def _of_content(self, a: Numbers, b: Numbers) -> Found:
        """How alike the words are; of what stands inside an answer they are its own, and say nothing."""
        of, alone = self._of, self._of.alone[a]
        shared = self._context.shared(a, b)
        alike, own = shared.cosine * alone, of.words[b] > FEW_WORDS
        inside = np.where(alone & of.contained[b], shared.second_in_first, 0.0)
        apart = alone & of.states[b] & (inside == 0) & of.strong[b]
        after = (of.document[a] == of.document[b]) & (of.position[b] - of.position[a] == 1)
        charged = (of.act[a] == ACCUSES) | of.blames[a]
        return {
            "apart": apart,
            "next-apart": apart & after,
            "same-charge": of.denial[b] & charged & (inside >= _SAME_CHARGE),
            "alike": alike * own,
            "b-in-a": inside,
            "a-in-b": np.where(alone & (of.words[a] > 2), shared.first_in_second, 0.0),
            "alike-negated": alike * (of.negated[a] != of.negated[b]) * own,
            "same-words": alike > _SAME,
        }


def _less(counts: Numbers) -> Column:
    """Less the logarithm of one more, to the last bit what ``math`` gives."""
    known = [-math.log1p(n) for n in range(int(counts.max(initial=0)) + 1)]
    return np.array(known, np.float64)[counts]


def _spread(column: Column | Flags, to: Flags) -> Column:
    """The column with zeros for those that have none."""
    found = np.zeros(len(to), np.float64)
    found[to] = column
    return found
