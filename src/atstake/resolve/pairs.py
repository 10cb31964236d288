"""Which statements are held against which, and what speaks for their standing against each other.

Never all with all: a statement that answers meets those before it in its document, and any statement
meets the few in other documents that share its rare words.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from atstake.resolve.answers import Answer, answer, blame
from atstake.resolve.columns import Column, Numbers
from atstake.resolve.lexical import Vector, Weighing, cosine
from atstake.resolve.sharing import Rows, Shared, Sharing
from atstake.resolve.units import Unit

# Sentences back, and ahead for an answer told first, that an answer looks for what it answers.
BEFORE, AFTER = 60, 20
# Statements of other documents that one meets: those most like it in rare words.
ABROAD = 8
# Of who is named for what is answered, so many statements of other documents.
OWNED = 3
# A word in more statements than this finds nobody; a statement asks with so many of its rarest.
COMMON, ASKING = 120, 8
_LEAST_ABROAD = 0.12
# Characters of a sentence before the clause that denies it ("..., which they deny") to be the other side.
LEAST_LEFT = 30
# Characters before a clause in which a word turns from the statement before to what answers it.
_LINK = 40
_TURNS = re.compile(
    r"\b(?:but|while|although|though|despite|whereas|which|yet|however|an?\s+(?:\w+\s+)?"
    r"(?:accusation|allegation|claim|charge|suggestion|idea|account|demand|proposal|assertion|report|notion|"
    r"move|offer|step|plan|request|position|call|characteri[sz]ation|interpretation|view|conclusion))\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\w+")
# A statement inside its denial has to be shorter than this share of it.
_INSIDE = 0.85
# Two sentences that share this much of the longer one's words are one sentence; so are two of which one holds
# so many words of the other in a row.
_COPIED, _IN_A_ROW = 0.8, 10
# From this on a statement blames whom it names; a party that blames another e^_OFTEN times does it for good.
_BLAMES = 0.5
_OFTEN = 2.0
_TOLD_AGAIN = 0.35


@dataclass
class Context:
    """The units of a dossier with what is computed once for each."""

    units: Sequence[Unit]

    def __post_init__(self) -> None:
        # Of what another tells of somebody only answers take part: the teller's own statement holds the rest.
        # Of those who say something together the first does.
        self.units = [u for u in self.units if (u.via is None or u.inner is not None) and not u.joint]
        self.weighing = Weighing(u.words for u in self.units)
        self._abroad: dict[int, list[int]] = {}
        self._again: dict[int, float] = {}
        self._accusing: dict[tuple[frozenset[str], frozenset[str]], float] = {}
        self.by_document: dict[str, list[int]] = defaultdict(list)
        told_inside: dict[tuple[str, int], list[Unit]] = defaultdict(list)
        told_by: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            if unit.inner is not None and unit.of is None:
                told_inside[unit.document, unit.position].append(unit)
            if unit.attribution is not None and unit.attribution.via is not None:
                told_by[unit.attribution.via].append(unit)
        self._told = [
            (
                *(i for i in told_inside[u.document, u.position] if _holds(u, i)),
                *(i for i in told_by[u.attribution.id if u.attribution else ""] if _is_others(u, i)),
            )
            for u in self.units
        ]
        self._answers = [answer(u, inner) for u, inner in zip(self.units, self._told, strict=True)]
        self._tellers: dict[str, frozenset[str]] = {}
        for unit in self.units:
            if unit.attribution is not None:
                before = self._tellers.get(unit.attribution.id, frozenset())
                self._tellers[unit.attribution.id] = before | unit.parties
        self._vectors = [self.weighing.vector(u.words) for u in self.units]
        self._more: dict[int, Vector] = {}
        self._sharing = Sharing(self._vectors)
        self._rows = Rows(self._vectors)
        number: dict[str, int] = {}
        self._documents = np.array([number.setdefault(u.document, len(number)) for u in self.units], np.int64)
        self._by_itself = np.array([u.of is None for u in self.units], np.bool_)
        self._by_party: dict[str, list[int]] = defaultdict(list)
        for i, unit in enumerate(self.units):
            self.by_document[unit.document].append(i)
            for party in sorted(unit.parties):
                self._by_party[party].append(i)

    @cached_property
    def _blamed(self) -> Counter[tuple[str, str]]:
        """How often, in the whole story, one party blames another."""
        found: Counter[tuple[str, str]] = Counter()
        for i, unit in enumerate(self.units):
            if unit.of is None and blame(self._answers[i], names=True) >= _BLAMES:
                others = sorted(unit.named - unit.parties)
                found.update((accuser, other) for accuser in sorted(unit.parties) for other in others)
        return found

    def accusing(self, a: Numbers, b: Numbers) -> Column:
        """Of pairs how far the one's party is known in the story to blame the other's, 0 to 1."""
        units = self.units
        pairs = zip(a.tolist(), b.tolist(), strict=True)
        return np.array([self._accuses(units[i].parties, units[j].parties) for i, j in pairs], np.float64)

    def _accuses(self, first: frozenset[str], second: frozenset[str]) -> float:
        known = self._accusing.get((first, second))
        if known is None:
            blamed = self._blamed
            times = max((blamed.get((x, y), 0) for x in first for y in second), default=0)
            known = self._accusing[first, second] = min(1.0, math.log1p(times) / _OFTEN)
        return known

    def told_again(self, every: Numbers) -> Column:
        """How far statements are told again in other documents, 0 to 1."""
        ones, places = np.unique(every, return_inverse=True)
        again = np.array([self._again_abroad(i) for i in ones.tolist()], np.float64)
        return again[places]

    def _again_abroad(self, i: int) -> float:
        self.abroad(i)
        return self._again[i]

    def answer(self, i: int) -> Answer:
        """The answering words of the unit at an index."""
        return self._answers[i]

    def answers_told(self, i: int) -> frozenset[str]:
        """The parties of whose answer a statement tells: "the king, who denied it, ..."."""
        unit = self.units[i]
        inside = (u.parties for u in self._told[i] if u.inner in ("denies", "rejects"))
        return frozenset().union(unit.owners if "denies" in unit.refers else (), *inside)

    def tellers(self, i: int) -> frozenset[str]:
        """The parties of who tells a statement, where that is somebody else."""
        unit = self.units[i]
        via = unit.via or (unit.attribution.via if unit.attribution else None)
        return self._tellers.get(via or "", frozenset())

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

    def elaborated(self, b: int) -> Vector:
        """The words of an answer that says little but that it answers, with those that its party adds to it.

        "Varga contradicted Koro, saying that ...", "Varga denied it. "Not one of our men ...," he said".
        """
        if b not in self._more:
            unit = self.units[b]
            added = (o for o in self._around(b) if o.parties & unit.parties or o.called == unit.called != ())
            self._more[b] = self.weighing.vector([*unit.words, *(w for o in added for w in o.words)])
        return self._more[b]

    def _around(self, b: int) -> Iterator[Unit]:
        """What is said in the same sentence, and in the next one of its paragraph."""
        unit = self.units[b]
        for i in self.by_document[unit.document]:
            other = self.units[i]
            gap = other.position - unit.position
            if other is not unit and other.of is None and gap in (0, 1) and other.paragraph == unit.paragraph:
                yield other

    def like_elaborated(self, a: int, b: int) -> float:
        """Cosine of a statement's words and those of an answer with what is added to it."""
        return cosine(self._vectors[a], self.elaborated(b))

    def owned(self, b: int) -> list[int]:
        """Of whom a denial names for what it answers ("Koro's accusation"): their likeliest elsewhere.

        Only statements that are what they are called; first the person's own, then the most alike.
        """
        unit = self.units[b]
        others = unit.owners - unit.parties
        if not others or not self._answers[b].strong:
            return []
        found = []
        for a in sorted({a for party in others for a in self._by_party[party]}):
            other = self.units[a]
            fits = other.act in unit.refers or ("accuses" in unit.refers and self._answers[a].blames)
            if fits and other.of is None and other.document != unit.document:
                found.append((other.speaker not in unit.owning, -self.like_elaborated(a, b), a))
        return [a for *_, a in sorted(found)[:OWNED]]

    def shared(self, a: Numbers, b: Numbers) -> Shared:
        """How alike the words of pairs of units are, and which share of the one's stands in the other."""
        return self._rows.shared(a, b)

    def abroad(self, i: int) -> list[int]:
        """The units of other documents that share most of this one's rare words."""
        if i not in self._abroad:
            self._abroad[i] = self._nearest_abroad(i)
        return self._abroad[i]

    def _nearest_abroad(self, i: int) -> list[int]:
        rare = sorted(set(self.units[i].words), key=lambda w: (self.weighing.count(w), w))[:ASKING]
        others = self._sharing.holders(rare, COMMON)
        self._again[i] = 0.0
        others = others[self._by_itself[others] & (self._documents[others] != self._documents[i])]
        if not len(others):
            return []
        alike = self._sharing.alike(self._vectors[i])[others]
        others, alike = others[alike >= _LEAST_ABROAD], alike[alike >= _LEAST_ABROAD]
        nearest = np.argsort(-alike, kind="stable")[:ABROAD]
        self._again[i] = min(1.0, int((alike[nearest] >= _TOLD_AGAIN).sum()) / 3)
        found: list[int] = others[nearest].tolist()
        return found


def _holds(outer: Unit, inner: Unit) -> bool:
    return (
        outer is not inner
        and outer.of is None
        and not outer.parties & inner.parties
        and outer.target.whole.contains(inner.target.whole)
    )


def may_answer(context: Context, b: int) -> bool:
    """Whether a statement has anything of an answer; the others are not asked what they answer."""
    unit, signs = context.units[b], context.answer(b)
    if unit.of is not None:
        return False
    if signs.strong or signs.pointing or signs.kinds or signs.against:
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
            met = {*context.abroad(b), *context.owned(b)}
            abroad = (a for a in met if not _copies(context.units[a], unit))
            others = {*_at_home(context, b), *abroad}
            yield from ((a, b) for a in sorted({*short, *(a for a in others if _apart(context, a, b))}))


def _is_others(unit: Unit, inner: Unit) -> bool:
    """Whether what is told inside a statement stands in its sentence and is told to be another's."""
    return inner.position == unit.position and inner.id != unit.id and inner.speaker != unit.speaker


def _copies(other: Unit, unit: Unit) -> bool:
    """Whether the other's sentence is the same one, in another article: neither answers the other."""
    first, second = _set_of_words(other.whole), _set_of_words(unit.whole)
    most = _COPIED * max(1, len(first), len(second))
    if min(len(first), len(second)) >= most and len(first & second) >= most:
        return True
    return _holds_words(other.said, unit.whole) or _holds_words(unit.said, other.whole)


def _holds_words(one: str, other: str) -> bool:
    """Whether the longer holds all words of the other in a row, and these are many."""
    (count, short), (_, long) = sorted((_plainly(one), _plainly(other)))
    return count >= _IN_A_ROW and short in long


@lru_cache(maxsize=5_000)
def _plainly(text: str) -> tuple[int, str]:
    """How many words a text has, and these in small letters: a sentence is held against many."""
    words = _PLAIN.findall(text.lower())
    return len(words), f" {' '.join(words)} "


@lru_cache(maxsize=5_000)
def _set_of_words(text: str) -> frozenset[str]:
    return frozenset(_plainly(text)[1].split())


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
    if outer.start - inner.start < LEAST_LEFT or first.speaker == second.speaker:
        return False
    sentence = first.statement.target
    before = max(inner.start, outer.start - _LINK)
    between = sentence.quote[before - sentence.start : outer.start - sentence.start + 12]
    return bool(_TURNS.search(between))
