"""Which statements are held against which, and what speaks for their standing against each other.

Never all with all: a statement that answers meets those before it in its document, and any statement
meets the few in other documents that share its rare words.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from atstake.resolve.answers import Answer, answer
from atstake.resolve.lexical import Weighing, containment, cosine
from atstake.resolve.units import Unit

Similarity = Callable[[Unit, Unit], float]

# Sentences back, and ahead for an answer told first, that an answer looks for what it answers.
BEFORE, AFTER = 60, 20
# Statements of other documents that one meets: those most like it in rare words.
ABROAD = 8
# A word in more statements than this finds nobody; a statement asks with so many of its rarest.
COMMON, ASKING = 120, 8
_LEAST_ABROAD = 0.12
# Characters of a sentence before the clause that denies it ("..., which they deny") to be the other side.
_LEAST_LEFT = 30
# Characters before a clause in which a word turns from the statement before to what answers it.
_LINK = 40
_TURNS = re.compile(
    r"\b(?:but|while|although|though|despite|whereas|which|yet|however|an?\s+(?:\w+\s+)?"
    r"(?:accusation|allegation|claim|charge|suggestion|idea|account|demand|proposal|assertion|report|notion|"
    r"move|offer|step|plan|request|position|call|characteri[sz]ation|interpretation|view|conclusion))\b",
    re.IGNORECASE,
)
# A statement inside its denial has to be shorter than this share of it.
_INSIDE = 0.85
# An answer of so few words of its own says nothing but that it answers.
_FEW_WORDS = 4
# Characters of a denial that says nothing else ("The ministry has denied this.").
_BARE = 110
# From this on a statement blames whom it names; a party that blames another e^_OFTEN times does it for good.
_BLAMES = 0.5
_OFTEN = 2.0
_TOLD_AGAIN = 0.35
# How near another document counts, on the scale of sentences in between (as if 6 away).
_FAR = -2.0
_SAME = 0.8
# From this share of a denial's words in an accusation on, it denies that accusation.
_SAME_CHARGE = 0.6
_WANTS = frozenset({"demands", "proposes", "promises", "threatens"})


@dataclass
class Context:
    """The units of a dossier with what is computed once for each."""

    units: Sequence[Unit]
    similarity: Similarity | None = None

    def __post_init__(self) -> None:
        self.weighing = Weighing(u.words for u in self.units)
        self._abroad: dict[int, list[int]] = {}
        self._again: dict[int, float] = {}
        self._most: dict[int, float] = {}
        self.by_document: dict[str, list[int]] = defaultdict(list)
        told_inside: dict[tuple[str, int], list[Unit]] = defaultdict(list)
        for unit in self.units:
            if unit.inner is not None and unit.of is None:
                told_inside[unit.document, unit.position].append(unit)
        self._answers = [
            answer(u, (i for i in told_inside[u.document, u.position] if _holds(u, i))) for u in self.units
        ]
        self._vectors = [self.weighing.vector(u.words) for u in self.units]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for i, unit in enumerate(self.units):
            self.by_document[unit.document].append(i)
            for word in sorted(set(unit.words)):
                self._holders[word].append(i)

    @cached_property
    def _blamed(self) -> Counter[tuple[str, str]]:
        """How often, in the whole story, one party blames another."""
        found: Counter[tuple[str, str]] = Counter()
        for i, unit in enumerate(self.units):
            if unit.of is None and _blame(self._answers[i], names=True) >= _BLAMES:
                others = sorted(unit.named - unit.parties)
                found.update((accuser, other) for accuser in sorted(unit.parties) for other in others)
        return found

    def accuses(self, a: int, b: int) -> float:
        """How far the one's party is known in the story to blame the other's, 0 to 1."""
        first, second = self.units[a], self.units[b]
        if first.parties & second.parties:
            return 0.0
        times = max((self._blamed[x, y] for x in first.parties for y in second.parties), default=0)
        return min(1.0, math.log1p(times) / _OFTEN)

    def told_again(self, i: int) -> float:
        """How far a statement is told again in other documents, 0 to 1."""
        if i not in self._again:
            near = sum(self.alike(i, j) >= _TOLD_AGAIN for j in self.abroad(i))
            self._again[i] = min(1.0, near / 3)
        return self._again[i]

    def answer(self, i: int) -> Answer:
        """The answering words of the unit at an index."""
        return self._answers[i]

    def before(self, i: int) -> Unit | None:
        """The unit before it in its document, of an earlier sentence."""
        unit = self.units[i]
        while i > 0 and self.units[i - 1].document == unit.document:
            i -= 1
            if self.units[i].position < unit.position:
                return self.units[i]
        return None

    def is_next(self, i: int) -> bool:
        """Whether the sentence before accuses or demands something, in another party's mouth."""
        unit, before = self.units[i], self.before(i)
        return (
            before is not None
            and unit.position - before.position == 1
            and before.act in ("accuses", "demands", "threatens")
            and before.speaker is not None
            and unit.speaker is not None
            and not unit.outlet
            and not before.parties & unit.parties
        )

    def alike(self, i: int, j: int) -> float:
        """Cosine of two units' words."""
        return cosine(self._vectors[i], self._vectors[j])

    def most_alike(self, b: int) -> float:
        """How alike the most like statement is that stands before or after it in its document."""
        if b not in self._most:
            rivals = (a for a in self.by_document[self.units[b].document] if self._rival(a, b))
            self._most[b] = max((self.alike(a, b) for a in rivals), default=0.0)
        return self._most[b]

    def _rival(self, a: int, b: int) -> bool:
        first, second = self.units[a], self.units[b]
        return first.of is None and first.position != second.position and not first.parties & second.parties

    def inside(self, i: int, j: int) -> float:
        """Which share of the one's content stands in the other."""
        return containment(self._vectors[i], self._vectors[j])

    def abroad(self, i: int) -> list[int]:
        """The units of other documents that share most of this one's rare words."""
        if i not in self._abroad:
            self._abroad[i] = self._nearest_abroad(i)
        return self._abroad[i]

    def _nearest_abroad(self, i: int) -> list[int]:
        unit = self.units[i]
        rare = sorted(set(unit.words), key=lambda w: (self.weighing.count(w), w))[:ASKING]
        shared: Counter[int] = Counter()
        for word in rare:
            holders = self._holders[word]
            if len(holders) <= COMMON:
                for j in holders:
                    if self.units[j].document != unit.document and self.units[j].of is None:
                        shared[j] += 1
        scored = [(self.alike(i, j), j) for j in shared]
        near = sorted((s for s in scored if s[0] >= _LEAST_ABROAD), key=lambda s: (-s[0], s[1]))
        return [j for _, j in near[:ABROAD]]


def _holds(outer: Unit, inner: Unit) -> bool:
    return (
        outer is not inner
        and outer.attribution is not None
        and outer.target.whole.contains(inner.target.whole)
    )


def may_answer(context: Context, b: int) -> bool:
    """Whether a statement has anything of an answer; the others are not asked what they answer."""
    unit, signs = context.units[b], context.answer(b)
    if unit.of is not None:
        return False
    if signs.strong or signs.pointing or context.is_next(b) or signs.kinds or signs.against:
        return True
    return bool(unit.owners - unit.parties)


def candidates(context: Context) -> Iterator[tuple[int, int]]:
    """Index pairs (a, b) where b may answer a; by the answer, then what it may answer."""
    inside: dict[int, list[int]] = defaultdict(list)
    keys = {(u.id, u.position): i for i, u in enumerate(context.units) if u.of is None}
    for i, unit in enumerate(context.units):
        if unit.of is not None:
            inside[keys[unit.of, unit.position]].append(i)
    for b, unit in enumerate(context.units):
        if may_answer(context, b):
            short = [i for i in inside[b] if _shorter(context.units[i], unit)]
            others = {*_at_home(context, b), *context.abroad(b)}
            yield from ((a, b) for a in sorted({*short, *(a for a in others if _apart(context, a, b))}))


def _shorter(inner: Unit, outer: Unit) -> bool:
    return len(inner.target.whole) < _INSIDE * len(outer.target.whole)


def _at_home(context: Context, b: int) -> Iterator[int]:
    unit, signs = context.units[b], context.answer(b)
    for a in context.by_document[unit.document]:
        other = context.units[a]
        gap = unit.position - other.position
        if a == b or other.of is not None or not -AFTER <= gap <= BEFORE:
            continue
        answering = (
            signs.strong
            or (gap == 1 and context.is_next(b))
            or (
                bool(signs.kinds or signs.against)
                and (abs(gap) <= 3 or (unit.parties | unit.named) & (other.parties | other.named))
            )
        )
        if answering or context.alike(a, b) >= _LEAST_ABROAD:
            yield a


def _apart(context: Context, a: int, b: int) -> bool:
    """Whether the two are two statements.

    Two stretches of one sentence are, where something turns between them ("but", "while", "which"), or where
    the one denies what the other, told inside it, says.
    """
    first, second = context.units[a], context.units[b]
    if first.document != second.document or first.position != second.position:
        return True
    outer, inner = second.target.whole, first.target.whole
    if context.answer(b).strong and first.speaker != second.speaker and outer.contains(inner):
        if second.outlet:
            return False
        return _shorter(first, second) and first.act not in ("denies", "rejects")
    if outer.start - inner.start < _LEAST_LEFT or first.speaker == second.speaker:
        return False
    sentence = first.statement.target
    before = max(inner.start, outer.start - _LINK)
    between = sentence.quote[before - sentence.start : outer.start - sentence.start + 12]
    return bool(_TURNS.search(between))


def answering(context: Context, b: int) -> dict[str, float]:
    """What speaks for a statement's being an answer to some other, whichever that is."""
    unit, signs = context.units[b], context.answer(b)
    found = {f"is-{kind}": 1.0 for kind in signs.kinds}
    found |= {f"act-{unit.act}": 1.0}
    found |= {
        "refers": float(bool(unit.refers)),
        "owned": float(bool(unit.owners - unit.parties)),
        "strong-refers": float(signs.strong and bool(unit.refers)),
        "weak-owned": float(not signs.strong and bool(signs.kinds) and bool(unit.owners - unit.parties)),
        "nested": float(unit.inner is not None),
        "against": float(signs.against),
        "pointing": float(signs.pointing),
        "negated": float(signs.negated),
        "outlet": float(unit.outlet),
        "nobody": float(unit.speaker is None),
        "nobody-named": float(not unit.named),
        "after-accusation": float(context.is_next(b)),
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
    found |= {"accuser": context.accuses(a, b), "told-again": context.told_again(a)}
    found |= _of_order(context, a, b)
    return {name: value for name, value in found.items() if value}


def _of_answered(signs: Answer, reply: Answer, a: Unit, b: Unit) -> dict[str, float]:
    """What kind of statement the first is, and whether it is of the kind that the answer answers."""
    denial = "denial" in reply.kinds
    names = bool(a.named & b.parties)
    blame = _blame(signs, names) if denial else 0.0
    wants = a.act in _WANTS
    to_denial = _to_denial(b) and _against(reply, b)
    denied = signs.strong or "denies" in a.refers
    return {
        "blame": blame,
        "blame-names": blame * names,
        "names-b": float(names) * (1.0 if denial else 0.4),
        "wants": float(wants and not denial),
        "says": float(denial and a.act in ("says", "confirms", "accuses")),
        "noun-fits": float(a.act in b.refers or ("says" in b.refers and a.act in ("accuses", "confirms"))),
        "accused-unknown": float(denial and a.act == "accuses" and not a.named - a.parties),
        "accusation-called": float(a.act == "accuses" and "accuses" in b.refers),
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


def _blame(signs: Answer, names: bool) -> float:
    if signs.blames:
        return 1.0
    return (0.6 if names else 0.25) * signs.harms


def _of_speakers(a: Unit, b: Unit) -> dict[str, float]:
    same = a.speaker is not None and a.speaker == b.speaker and not a.outlet
    return {
        "same-speaker": float(same),
        "kin": float(bool(a.parties & b.parties) and not same),
        "both-outlet": float(a.outlet and b.outlet),
        "b-names-a": float(bool(b.named & a.parties)),
        "owned-by-a": float(bool(b.owners & a.parties)),
        "owned-fits": float(
            bool(b.owners & a.parties) and a.of is None and (a.act in b.refers or a.act == "accuses")
        ),
        "owned-by-other": float(bool(b.owners - b.parties) and not b.owners & a.parties and not a.of),
        "shared-named": min(1.0, len(a.named & b.named) / 4),
    }


def _of_place(a: Unit, b: Unit, signs: Answer) -> dict[str, float]:
    if a.document != b.document:
        return {"abroad": 1.0, "near": _FAR}
    gap = b.position - a.position
    few = len(b.words) <= _FEW_WORDS or signs.pointing
    bare = len(b.words) <= 1 and len(b.whole) <= _BARE
    opens = b.target.start - b.statement.target.start < _LEAST_LEFT
    return {
        "near": -math.log1p(abs(gap)),
        "next": float(gap == 1),
        "next-few": float(gap == 1 and few and opens),
        "next-against": float(gap == 1 and signs.against),
        "next-bare": float(gap == 1 and opens and bare and (signs.strong or signs.pointing)),
        "next-accused": float(gap == 1 and a.act in ("accuses", "demands", "threatens")),
        "one-sentence": float(gap == 0 and a.of is None),
        "hangs-on": float(gap == 0 and not opens and signs.strong and a.target.start < b.target.start),
        "ahead": float(gap < 0),
    }


def _of_order(context: Context, a: int, b: int) -> dict[str, float]:
    """Whether it is the last that was said before the answer, by anyone else or by whom the answer names."""
    first, second = context.units[a], context.units[b]
    if first.of is not None or first.document != second.document or first.position >= second.position:
        return {}
    between = [
        u
        for u in (context.units[i] for i in range(a + 1, b))
        if u.of is None and first.position < u.position < second.position
    ]
    others = [u for u in between if u.attribution is not None and not u.parties & second.parties]
    named = bool(second.named & first.parties)
    return {
        "last-said": float(not others and first.attribution is not None),
        "said-between": -math.log1p(len(others)),
        "last-of-named": float(named and not any(second.named & u.parties for u in between)),
        "one-paragraph": float(first.paragraph == second.paragraph),
        "last-of-act": float(
            bool(second.refers)
            and first.act in second.refers
            and not any(u.act in second.refers for u in between)
        ),
        "last-accusation": float(first.act == "accuses" and not any(u.act == "accuses" for u in between)),
        "last-wanted": float(first.act in _WANTS and not any(u.act in _WANTS for u in between)),
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
    told = "denial" in context.answer(b).kinds and charged and len(second.words) > 2
    found = {
        "same-charge": float(told and context.inside(b, a) >= _SAME_CHARGE),
        "alike": alike * own,
        "b-in-a": context.inside(b, a) * (len(second.words) > 2),
        "a-in-b": context.inside(a, b) * (len(first.words) > 2),
        "most-alike": float(alike > 0 and alike >= context.most_alike(b)),
        "alike-negated": alike * negated * own,
        "same-words": float(alike > _SAME),
    }
    if context.similarity is not None:
        meaning = context.similarity(first, second)
        found |= {"meaning": meaning, "meaning-own": meaning * own}
    return found
