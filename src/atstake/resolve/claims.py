"""Claims: statements of many articles that say the same, clustered.

Saying the same means the same content words, numbers and polarity, promised or told alike: the topic
alone is not enough. A quotation and its paraphrase by the same speaker need less in common than
two speakers do. Precision comes before recall: two claims too many can be merged by an editor.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from atstake.model.claims import Claim, ClaimState, Resolution
from atstake.model.provenance import content_id
from atstake.model.stages import Evidence
from atstake.model.text import Target
from atstake.resolve.answers import negated
from atstake.resolve.cluster import DIFFERENT, Scheme, cluster
from atstake.resolve.judging import constraints
from atstake.resolve.lexical import Vector, Weighing, cosine
from atstake.resolve.units import Unit, units
from atstake.text.overlap import Words

# Cosine of content words from which two statements are one claim; less where one speaker says both.
SAME, SAME_SPEAKER = 0.66, 0.55
# A statement is looked up by its rarest words, as pairs of them, so that a block holds few.
_RARE = 5
_LEAST_WORDS = 3
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_BEST_LENGTH = range(60, 280)


@dataclass(frozen=True)
class Item:
    """A unit as the clustering compares it."""

    unit: Unit
    vector: Vector
    blocks: tuple[str, ...]
    numbers: frozenset[str]
    negated: bool


class Claims:
    """Fills ``claims``: those on most origins first, then those told most."""

    name = "claims"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with the claims of the dossier."""
        told = [u for u in units(evidence, so_far) if _is_telling(u)]
        items = _items(told)
        words = Words({key: (item.unit.target,) for key, item in items.items()})
        decided = constraints(evidence.judgements, "claim", words.best)
        groups = cluster(items, _SCHEME, decided)
        origin = dict(so_far.origin_of)
        made = _one_a_place(([items[k].unit for k in group] for group in groups), origin)
        kept = [c for c in made if c.attributions or len(c.origins) > 1]
        kept.sort(
            key=lambda c: (-len(c.origins), -len(c.attributions) - len(c.statements), c.first or "", c.id)
        )
        return replace(so_far, claims=tuple(kept))


def score(a: Item, b: Item) -> float | None:
    """How alike two statements are as claims: 0.5 and more is the same claim."""
    if a.unit.id == b.unit.via or b.unit.id == a.unit.via:
        # What is told to have been said is one telling with what tells it.
        return DIFFERENT
    if a.numbers != b.numbers and a.numbers and b.numbers:
        return DIFFERENT
    if a.negated != b.negated or _kind(a.unit.act) != _kind(b.unit.act):
        return DIFFERENT
    own = bool(a.unit.parties & b.unit.parties)
    return min(1.0, 0.5 * cosine(a.vector, b.vector) / (SAME_SPEAKER if own else SAME))


# Private functions


def _is_telling(unit: Unit) -> bool:
    marks = set(unit.statement.marks)
    return unit.of is None and len(set(unit.words)) >= _LEAST_WORDS and not marks & {"heading", "question"}


def _items(told: Iterable[Unit]) -> dict[str, Item]:
    every = list(told)
    weighing = Weighing(u.words for u in every)
    return {
        f"{u.id}@{u.position}": Item(
            unit=u,
            vector=weighing.vector(u.words),
            blocks=_blocks(u, weighing),
            numbers=frozenset(_NUMBER.findall(u.said)),
            negated=negated(u),
        )
        for u in every
    }


def _blocks(unit: Unit, weighing: Weighing) -> tuple[str, ...]:
    """Pairs of the statement's rarest words that somebody else uses too."""
    known = [w for w in sorted(set(unit.words)) if weighing.count(w) > 1]
    rare = sorted(sorted(known, key=lambda w: (weighing.count(w), w))[:_RARE])
    return tuple(f"{a} {b}" for i, a in enumerate(rare) for b in rare[i + 1 :])


_SCHEME: Scheme[Item] = Scheme(
    blocks=lambda item: item.blocks, score=score, threshold=0.5, cohesion=0.45, window=30
)
_KINDS = {"promises": "will", "threatens": "will", "demands": "shall", "proposes": "shall"}


def _kind(act: str) -> str:
    """What the act does with its content: told as so, willed, wanted; denied is told as not so."""
    return _KINDS.get(act, "not" if act in ("denies", "rejects") else "is")


def _one_a_place(groups: Iterable[list[Unit]], origin: Mapping[str, str]) -> list[Claim]:
    """A claim of each group; what two attributions give of one speaker in the same words is one claim.

    Of two speakers the same words are two claims: the second's id tells them apart.
    """
    told: dict[Target, dict[str, list[Unit]]] = defaultdict(lambda: defaultdict(list))
    for tellings in groups:
        best = min(tellings, key=_worse)
        told[best.target][best.speaker or ""] += tellings
    return [
        _claim(tellings, origin, *([speaker] if n else []))
        for speakers in told.values()
        for n, (speaker, tellings) in enumerate(sorted(speakers.items()))
    ]


def _claim(tellings: list[Unit], origin: Mapping[str, str], *more: object) -> Claim:
    best = min(tellings, key=_worse)
    dates = sorted(u.date for u in tellings if u.date)
    attributions = tuple(sorted({u.attribution.id for u in tellings if u.attribution}))
    statements = tuple(sorted({u.statement.id for u in tellings if u.outlet}))
    speakers = {u.speaker for u in tellings if u.speaker and not u.outlet}
    origins = tuple(sorted({origin.get(u.document, u.document) for u in tellings}))
    return Claim(
        id=content_id("claim", best.target.document, [(s.start, s.end) for s in best.target.spans], *more),
        target=best.target,
        attributions=attributions,
        statements=statements,
        actors=tuple(sorted(speakers)),
        state=_state(tellings, origins),
        origins=origins,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )


def _state(tellings: list[Unit], origins: tuple[str, ...]) -> ClaimState:
    """Corroborated where two parties say it in two origins, each in other words than a shared quotation."""
    said = [u for u in tellings if u.attribution]
    own = [u for u in said if u.parties and u.attribution and u.attribution.form != "direct" and not u.via]
    parties: dict[str, frozenset[str]] = defaultdict(frozenset)
    for u in own:
        parties[_together(u)] |= u.parties
    theirs = [(parties[_together(u)], u.document) for u in own]
    apart = any(not p & q and d != e for p, d in theirs for q, e in theirs)
    if len(origins) > 1 and apart:
        return "corroborated"
    return "attributed" if said else "reported"


def _together(unit: Unit) -> str:
    """The id that the statements of all who say one thing together share."""
    said = unit.attribution
    return (said.joint or said.id) if said is not None else unit.id


def _worse(unit: Unit) -> tuple[int, int, int, int, str, Target]:
    """Sorts the best telling first: a known speaker, not relayed, readable, in own words, the earliest."""
    quoted = unit.attribution is not None and unit.attribution.form != "indirect"
    readable = len(unit.whole) in _BEST_LENGTH
    return (
        unit.speaker is None,
        unit.via is not None,
        not readable,
        not quoted,
        unit.date or "9999",
        unit.target,
    )
