"""What speaks for a statement's being an answer, and for its standing against another: named numbers.

How much each is worth is fitted (``weighing``); a signal that is 0 is absent.
"""

from __future__ import annotations

import math
import re

from atstake.resolve.answers import Answer, blame
from atstake.resolve.between import WANTS
from atstake.resolve.lexical import stems
from atstake.resolve.pairs import LEAST_LEFT, Context
from atstake.resolve.units import Unit

WEAK = "weak"
"""Of an answer that neither denies nor refuses in so many words: it is right less often than it scores."""

# An answer of so few words of its own says nothing but that it answers.
_FEW_WORDS = 4
# Characters of a denial that says nothing else ("The ministry has denied this.").
_BARE = 110
# How near another document counts, on the scale of sentences in between (as if 6 away).
_FAR = -2.0
_SAME = 0.8
# A denial that says what is not so: "denied that", "denied tapping", "dismissed the claim that".
_STATES = re.compile(r"^\W*(?:\w+ing|having|any)\b|\bthat\s", re.IGNORECASE)
# "accused the ministry of hiding it".
_ACCUSED = re.compile(r"(\S+(?:\s\S+){0,9}?)\s(?:on\s\w+day\s)?of\s")
# "had said on Monday", "reported on Sunday": told behind its answer, as what went before.
_EARLIER = re.compile(r"\b(?:had|earlier|reported|previously)\b", re.IGNORECASE)
_BEHIND = 3
"""Sentences behind an answer in which a reporter may tell what it answers."""
# From this share of a denial's words in an accusation on, it denies that accusation.
_SAME_CHARGE = 0.6


def answering(context: Context, b: int) -> dict[str, float]:
    """What speaks for a statement's being an answer to some other, whichever that is."""
    unit, signs = context.units[b], context.answer(b)
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
        "after-accusation": float(context.is_next(b)),
        "weak-after": float(not signs.strong and context.is_next(b)),
        "pointing-after": float(signs.pointing and context.is_next(b)),
        "to-denial-against": float(_to_denial(unit) and _against(signs, unit)),
        "furniture": float(bool({"heading", "question"} & set(unit.statement.marks))),
    }
    return {name: value for name, value in found.items() if value}


def signals(context: Context, a: int, b: int) -> dict[str, float]:
    """What speaks for b's standing against a of all: named numbers, absent where 0."""
    first, second = context.units[a], context.units[b]
    found = _of_answered(context.answer(a), context.answer(b), first, second)
    found |= _of_speakers(first, second)
    found |= _of_place(first, second, context.answer(b))
    found |= _of_content(context, a, b)
    found |= {
        "accuser": context.accuses(a, b),
        "told-again": context.told_again(a),
        "told-by": float(context.is_told_by(a, b)),
        "tells-its-answer": float(context.tells_answer_of(a, b)),
        "kin-answer": float(context.answer(a).strong and bool(first.parties & second.parties)),
    }
    found |= _of_order(context, a, b)
    return {name: value for name, value in found.items() if value}


def _of_answered(signs: Answer, reply: Answer, a: Unit, b: Unit) -> dict[str, float]:
    """What kind of statement the first is, and whether it is of the kind that the answer answers."""
    denial = "denial" in reply.kinds
    names = bool(a.named & (b.parties | b.behalf)) or _is_described(a, b)
    blamed = blame(signs, names) if denial else 0.0
    another = not names and _accuses_another(a, b)
    wants = a.act in WANTS
    to_denial = _to_denial(b) and _against(reply, b)
    denied = signs.strong or "denies" in a.refers
    return {
        "blame": blamed,
        "blame-names": blamed * names,
        "names-b": float(names) * (1.0 if denial else 0.4),
        "wants": float(wants and not denial),
        "both-want": float(wants and b.act in WANTS),
        "says": float(denial and a.act in ("says", "confirms", "accuses")),
        "noun-fits": float(a.act in b.refers or ("says" in b.refers and a.act in ("accuses", "confirms"))),
        "accused-unknown": float(denial and a.act == "accuses" and not a.named - a.parties and not another),
        "accusation-called": float(a.act == "accuses" and "accuses" in b.refers),
        "noun-misfit": float(
            "accuses" in b.refers and not blame(signs, names) and a.act in ("says", "confirms")
        ),
        "outlet-said": float(a.outlet),
        "nobody-said": float(a.speaker is None and a.of is None),
        "is-answer": float(denied and not to_denial),
        "denial-denied": float(to_denial and denied and bool(b.owners & a.parties or not b.owners)),
        "furniture-said": float(bool({"heading", "question"} & set(a.statement.marks))),
        "short-said": float(len(a.words) < _FEW_WORDS),
        "lead-said": float(bool({"lead", "headline"} & set(a.statement.marks))),
        f"{_turn(reply, b)}-to-{a.act}": 1.0,
        "inside": float(a.of == b.id),
        "inside-owned": float(a.of == b.id and a.speaker is not None),
    }


def _accuses_another(a: Unit, b: Unit) -> bool:
    """Whether somebody else stands between "accused" and "of": a body, or one who is only described."""
    whom = _ACCUSED.match(a.said.strip()) if a.act == "accuses" else None
    if whom is None:
        return False
    words = set(stems(whom[1]))
    return bool(a.against - b.parties) or (bool(words) and words.isdisjoint(b.called))


def _is_described(a: Unit, b: Unit) -> bool:
    """Whether an accusation has the noun by which its answerer is described ("the commission's chairman")."""
    whom = _ACCUSED.match(a.said.strip()) if a.act == "accuses" and not a.against else None
    return whom is not None and not set(b.called).isdisjoint(stems(whom[1]))


def _turn(reply: Answer, b: Unit) -> str:
    """How an answer answers, in one word."""
    if b.act in ("denies", "rejects", "doubts", "accuses"):
        return b.act
    for kind in ("denial", "refusal", "doubt", "reproof", "counter"):
        if kind in reply.kinds:
            return kind
    return "against" if reply.against else "says"


def _to_denial(b: Unit) -> bool:
    """Whether a statement is about somebody else's denial."""
    return "denies" in b.refers and b.act != "denies" and not b.owners & b.parties


def _against(signs: Answer, b: Unit) -> bool:
    """Whether it goes against what it is about, and does not just tell of it."""
    return (
        b.act in ("rejects", "doubts") or signs.against or bool(signs.kinds & {"refusal", "doubt", "reproof"})
    )


def _of_speakers(a: Unit, b: Unit) -> dict[str, float]:
    same = a.speaker is not None and a.speaker == b.speaker and not a.outlet
    return {
        "same-speaker": float(same),
        "kin": float(bool(a.parties & b.parties) and not same),
        "b-names-a": float(bool(b.named & a.parties)),
        "owned-by-a": float(bool(b.owners & a.parties)),
        "owned-fits": float(
            bool(b.owners & a.parties) and a.of is None and (a.act in b.refers or a.act == "accuses")
        ),
        "owned-by-other": float(bool(b.owners - b.parties) and not b.owners & a.parties and not a.of),
        "opposed-other": float(bool(b.opposes) and not b.opposes & a.parties),
        "shared-named": min(1.0, len(a.named & b.named) / 4),
    }


def _of_place(a: Unit, b: Unit, signs: Answer) -> dict[str, float]:
    if a.document != b.document:
        return {"abroad": 1.0, "near": _FAR}
    gap = b.position - a.position
    few = len(b.words) <= _FEW_WORDS or signs.pointing
    bare = len(b.words) <= 1 and len(b.whole) <= _BARE and not _says_what(b)
    opens = b.target.start - b.statement.target.start < LEAST_LEFT
    return {
        "near": -math.log1p(abs(gap)),
        "next": float(gap == 1),
        "next-few": float(gap == 1 and few and opens),
        "next-against": float(gap == 1 and signs.against),
        "next-bare": float(gap == 1 and opens and bare and (signs.strong or signs.pointing)),
        "next-accused": float(gap == 1 and a.act in ("accuses", "demands", "threatens")),
        "hangs-on": float(gap == 0 and not opens and signs.strong and a.target.start < b.target.start),
        "ahead": float(gap < 0),
        "ahead-earlier": float(-_BEHIND <= gap < 0 and signs.strong and _is_earlier(a)),
    }


def _says_what(unit: Unit) -> bool:
    """Whether a refusal says what it refuses to do, however short: "refused to apologise"."""
    return unit.said.lstrip().startswith("to ") and bool(unit.words)


def _is_earlier(unit: Unit) -> bool:
    """Whether a statement is told as one that was made before what was told last."""
    cue = unit.attribution.cue if unit.attribution else None
    return cue is not None and bool(_EARLIER.search(cue.quote))


def _of_order(context: Context, a: int, b: int) -> dict[str, float]:
    """Whether it is the last that was said before the answer, by anyone else or by whom the answer names."""
    first, second = context.units[a], context.units[b]
    if first.of is not None or first.document != second.document or first.position >= second.position:
        return {}
    between = context.between(b)[a]
    return {
        "last-said": float(not between.others and first.attribution is not None),
        "said-between": -math.log1p(between.others),
        "last-of-named": float(bool(second.named & first.parties) and not between.named),
        "one-paragraph": float(first.paragraph == second.paragraph),
        "last-of-act": float(bool(second.refers) and first.act in second.refers and not between.called),
        "last-accusation": float(first.act == "accuses" and not between.accused),
        "last-wanted": float(first.act in WANTS and not between.wanted),
    }


def _of_content(context: Context, a: int, b: int) -> dict[str, float]:
    first, second = context.units[a], context.units[b]
    if first.of is not None:
        # Its words are a part of the answer's own: that they are alike says nothing.
        return {}
    alike = context.alike(a, b)
    own = len(second.words) > _FEW_WORDS
    negated = context.answer(a).negated != context.answer(b).negated
    charged = first.act == "accuses" or context.answer(a).blames
    inside = context.inside(b, a) if len(second.words) > 2 or _says_what(second) else 0.0
    stated = len(second.words) > 2 and _STATES.search(second.said) is not None
    apart = stated and not inside and context.answer(b).strong
    near = first.document == second.document and second.position - first.position == 1
    return {
        "apart": float(apart),
        "next-apart": float(apart and near),
        "same-charge": float("denial" in context.answer(b).kinds and charged and inside >= _SAME_CHARGE),
        "alike": alike * own,
        "b-in-a": inside,
        "a-in-b": context.inside(a, b) if len(first.words) > 2 else 0.0,
        "alike-negated": alike * negated * own,
        "same-words": float(alike > _SAME),
    }
