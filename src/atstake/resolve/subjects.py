"""Subjects: what several actors speak of, named by the phrase that their statements share.

Most of what is on the table nobody denies or rejects in so many words, and yet each side says something on
it. Chosen is, one after the other, the phrase that most actors in most documents share and that tells most;
a statement stands under the first that it speaks of. Outlets and peoples do not count as actors.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from atstake.model.claims import Resolution
from atstake.model.stages import Evidence
from atstake.resolve.lexical import Weighing, stems
from atstake.resolve.phrases import Phrase, phrases
from atstake.resolve.positions import STANDS
from atstake.resolve.unit import Unit

_ACTORS, _QUARREL = 3, 2
"""Actors from which on what they speak of is a subject; of two one has to turn on something."""
_AGAINST = frozenset({"accuses", "denies", "rejects"})
_DOCUMENTS = 2
_TITLES, _OF_TITLES = 2, 0.5
"""Headlines, and their share, in which a single word has to stand: "sequester" may be one, "people" not."""
_MOST = 8
_BETWEEN = 2
"""Words of content that may stand between those of a name."""
_OFTEN = 0.25
"""Share of the statements with a word that have a longer name of the thing."""
# A name of so many words of content is easiest to read.
_BEST_LENGTH = 2.5

Stems = frozenset[str]


@dataclass(frozen=True)
class Subject:
    """What is spoken of: its name, the stems by which it is met, and the statements on it, the best first."""

    name: Phrase
    words: Stems
    statements: tuple[Unit, ...]


def subjects(
    evidence: Evidence, so_far: Resolution, told: Sequence[Unit], weighing: Weighing
) -> list[Subject]:
    """The subjects of a story, those of which most is told first."""
    voices = _voices(so_far)
    held = [u for u in told if u.speaker in voices and not u.deed]
    found = _found(evidence, so_far, held)
    made: list[Subject] = []
    while found and len(made) < _MOST:
        chosen = max(found, key=lambda s: (s.worth(weighing), sorted(s.words)))
        near = sorted(chosen.near, key=lambda i: (_rank(held[i], chosen.words, weighing), i))
        made.append(Subject(chosen.name, chosen.words, tuple(held[i] for i in near)))
        left = (s.without(chosen.near, held) for s in found if not _is_nested(s.words, chosen.words))
        found = [s for s in left if s.counts]
    return made


def met_by(words: Iterable[str]) -> tuple[str, ...]:
    """Stems as subjects are met by: of "wars", too short to lose its ending elsewhere, "war"."""
    return tuple(w.removesuffix("s") for w in words)


@dataclass(frozen=True)
class _Candidate:
    """A phrase as it may be named, and the statements (indices) that have its words."""

    words: Stems
    name: Phrase
    near: frozenset[int]
    actors: int
    documents: int
    contrary: bool

    def without(self, used: frozenset[int], held: Sequence[Unit]) -> _Candidate:
        """The same where some statements stand under another."""
        return self if self.near.isdisjoint(used) else _counted(self.words, self.name, self.near - used, held)

    def worth(self, weighing: Weighing) -> float:
        """By how much the phrase tells, and how many speak of it, how often and where."""
        # In one order: a sum of fractions in another differs in its last digit.
        telling = sum(weighing.weight(w) for w in sorted(self.words))
        short = 1 + abs(len(self.words) - _BEST_LENGTH) / 2
        spread = math.log1p(self.actors) * math.log1p(len(self.near)) * math.log1p(self.documents)
        return telling / short * spread

    @property
    def counts(self) -> bool:
        """Whether actors enough speak of it."""
        two = self.contrary and len(self.words) > 1
        return self.actors >= (_QUARREL if two else _ACTORS) and self.documents >= _DOCUMENTS


def _counted(words: Stems, name: Phrase, near: frozenset[int], held: Sequence[Unit]) -> _Candidate:
    actors, documents = {held[i].speaker for i in near}, {held[i].document for i in near}
    contrary = any(held[i].act in _AGAINST for i in near)
    return _Candidate(words, name, near, len(actors), len(documents), contrary)


def _voices(so_far: Resolution) -> frozenset[str]:
    """Who can be a party: no people, no outlet."""
    return frozenset(a.id for a in so_far.actors if a.kind != "population" and a.sector != "MED")


def _found(evidence: Evidence, so_far: Resolution, held: Sequence[Unit]) -> list[_Candidate]:
    """The phrases of statements by whose words actors enough speak."""
    holding: dict[str, set[int]] = defaultdict(set)
    named: dict[Stems, list[Phrase]] = defaultdict(list)
    told = [met_by(unit.words) for unit in held]
    for i, unit in enumerate(held):
        for word in told[i]:
            holding[word].add(i)
        for phrase in _phrases_said(evidence, unit):
            named[frozenset(met_by(phrase.stems))].append(phrase)
    headlines = [frozenset(met_by(stems(d.title or ""))) for d in evidence.documents.values()]
    least = max(_TITLES, math.ceil(_OF_TITLES * len(headlines)))
    called = _names(so_far)
    every = (
        _counted(words, _commonest(phrases), _speaking(words, told, holding), held)
        for words, phrases in named.items()
        if words not in called and (len(words) > 1 or sum(words <= line for line in headlines) >= least)
    )
    found = [s for s in every if s.counts]
    return [_told_whole(s, found) for s in found]


def _speaking(words: Stems, told: Sequence[Sequence[str]], holding: Mapping[str, set[int]]) -> frozenset[int]:
    """The statements in which the words stand together: not "the school, where a shooting"."""
    every = set.intersection(*(holding[w] for w in words))
    return frozenset(i for i in every if _stand_together(words, told[i]))


def _stand_together(words: Stems, told: Sequence[str]) -> bool:
    if len(words) == 1:
        return True
    width = len(words) + _BETWEEN
    return any(words <= set(told[i : i + width]) for i, word in enumerate(told) if word in words)


def _commonest(phrases: Sequence[Phrase]) -> Phrase:
    """The phrase as most have it; of these the shortest."""
    texts = Counter(p.text.casefold() for p in phrases)
    return min(phrases, key=lambda p: (-texts[p.text.casefold()], len(p.text), p.target))


def _told_whole(subject: _Candidate, found: Sequence[_Candidate]) -> _Candidate:
    """A subject of one word under the longer name that it often has: "bill" as "harbour bill"."""
    if len(subject.words) > 1:
        return subject
    longer = [o for o in found if subject.words < o.words and len(o.near) >= _OFTEN * len(subject.near)]
    whole = max(longer, key=lambda o: (len(o.near), sorted(o.words)), default=subject)
    return replace(subject, name=whole.name)


def _names(so_far: Resolution) -> Set[Stems]:
    """Whole names, and each word of the names of people and states: who is spoken of is no subject."""
    every = {
        frozenset(met_by(stems(name)))
        for a in so_far.actors
        for name in (a.name, *(x.text for x in a.aliases))
    }
    people = (a for a in so_far.actors if a.kind in ("person", "government", "place"))
    return every | {frozenset({s}) for a in people for s in met_by(stems(a.name))}


def _phrases_said(evidence: Evidence, unit: Unit) -> Iterator[Phrase]:
    """The phrases of what is said, and none of the words that tell who says it."""
    own = unit.attribution.content.spans if unit.attribution else unit.target.spans
    for phrase in phrases(evidence, unit.target):
        if any(s.contains(phrase.target.whole) for s in own):
            yield phrase


def _is_nested(words: Stems, other: Stems) -> bool:
    """Whether a subject names what another names in more or fewer words: "trial" beside "Senate trial"."""
    return words <= other or other <= words


def _rank(unit: Unit, words: Stems, weighing: Weighing) -> tuple[bool, bool, bool, float]:
    """Stands before tellings, the speaker's own words before others, then what is most about the subject."""
    form = unit.attribution.form if unit.attribution else "indirect"
    whole = sum(weighing.weight(w) for w in sorted(set(met_by(unit.words))))
    about = sum(weighing.weight(w) for w in sorted(words)) / whole if whole else 0.0
    return unit.act not in STANDS, unit.act == "other" or bool(unit.via), form == "indirect", -about
