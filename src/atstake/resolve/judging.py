"""How what editors decided reaches what a run resolves: judgements attach to words, never to ids.

A judgement points at targets. It belongs to the object that stands on the same words now (``text.overlap``);
where there is none it is an orphan: listed, never moved to something else. What the verbs mean:

* ``merge``: the objects on all targets are one. ``split``: what stands on the first target is another than
  what stands on each further one. Both become constraints on the clustering, through ``constraints``.
* ``oppose``: the second statement stands against the first (``opposed``).
* ``reject``, ``confirm``, ``relabel``, ``pin``, ``hide``, ``note`` belong to one object: ``attached``.
  ``deciding`` carries out the first three for all kinds; the brief heeds the others.
* ``undo`` takes a judgement back; ``model.provenance.in_force`` has already heeded it here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from atstake.model.annotations import Annotations, Attribution, Event, Mention, Statement
from atstake.model.claims import Resolution
from atstake.model.provenance import Judgement, in_force
from atstake.model.stages import Evidence
from atstake.model.text import Target
from atstake.resolve.partition import Constraint
from atstake.text.anchor import stands
from atstake.text.overlap import Words

CLUSTERING = ("merge", "split")

Targets = dict[str, tuple[Target, ...]]
"""Object id -> the words it stands on."""


def constraints(
    judgements: Iterable[Judgement], kind: str, find: Callable[[Target], str | None]
) -> list[Constraint]:
    """The constraints that merges and splits of one kind put on the clustering of its items.

    ``find`` gives the key of the item on a target, or None: ``Words(targets_by_key).best`` for items that are
    words, a look-up of the target's document for items that are documents. A judgement of which any target
    is not found gives no constraint at all.
    """
    made = []
    for judgement in in_force(tuple(judgements)):
        if judgement.verb not in CLUSTERING or judgement.kind != kind:
            continue
        keys = [find(target) for target in judgement.targets]
        first, others = keys[0] if keys else None, keys[1:]
        if first is None or None in others:
            continue
        rank = (judgement.at, judgement.id)
        made += [
            Constraint(first, other, judgement.verb == "merge", rank, judgement.id)
            for other in sorted({key for key in others if key is not None and key != first})
        ]
    return made


def attached(
    judgements: Iterable[Judgement], kind: str, targets: Mapping[str, Iterable[Target]]
) -> dict[str, tuple[Judgement, ...]]:
    """By object id the judgements on it (no merges, no splits), oldest first.

    An object is meant where it stands on every target of the judgement; a line, where it holds any.
    """
    words = Words(targets)
    found: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in in_force(tuple(judgements)):
        if judgement.kind == kind and judgement.verb not in CLUSTERING:
            only = words.on_all(judgement.targets)
            keys = words.holding(judgement.targets) if kind == "line" else (only,) if only else ()
            for key in keys:
                found[key].append(judgement)
    return {key: tuple(on_it) for key, on_it in found.items()}


def orphans(evidence: Evidence, resolution: Resolution) -> tuple[str, ...]:
    """Ids of the judgements in force whose words no object of their kind stands on any more, oldest first."""
    words: dict[str, Words] = {}
    lost = []
    for judgement in in_force(evidence.judgements):
        if not judgement.targets:
            continue
        if judgement.kind not in words:
            known = judgement.kind in _WORDS
            found = words_of(judgement.kind, resolution, evidence.annotations.values()) if known else {}
            words[judgement.kind] = Words(found)
        if not _is_attached(judgement, words[judgement.kind], evidence):
            lost.append(judgement.id)
    return tuple(lost)


def kinds() -> tuple[str, ...]:
    """What can be judged."""
    return tuple(_WORDS)


def words_of(kind: str, resolution: Resolution, annotations: Iterable[Annotations]) -> Targets:
    """The words that each object of a kind stands on. Raises ``KeyError`` for a kind that has none."""
    return _WORDS[kind](resolution, list(annotations))


def _is_attached(judgement: Judgement, words: Words, evidence: Evidence) -> bool:
    here = [t.document in evidence.documents for t in judgement.targets]
    if not all(here):
        return False
    if judgement.kind == "origin":
        return True
    if judgement.kind not in _WORDS or judgement.kind == "line":
        return all(stands(t, evidence.documents[t.document].text) for t in judgement.targets)
    if judgement.verb in CLUSTERING:
        return all(words.best(t) is not None for t in judgement.targets)
    return words.on_all(judgement.targets) is not None


def _by_id(layers: Iterable[Iterable[Mention | Statement | Event]]) -> dict[str, Target]:
    return {thing.id: thing.target for thing in chain.from_iterable(layers)}


def _actors(resolution: Resolution, annotations: list[Annotations]) -> Targets:
    at = _by_id(a.mentions for a in annotations)
    return {o.id: tuple(at[m] for m in o.mentions if m in at) for o in resolution.actors}


def _places(resolution: Resolution, annotations: list[Annotations]) -> Targets:
    at = _by_id(a.mentions for a in annotations)
    return {o.id: tuple(at[m] for m in o.mentions if m in at) for o in resolution.places}


def _claims(resolution: Resolution, annotations: list[Annotations]) -> Targets:
    at = _by_id(a.statements for a in annotations)
    at |= {t.id: t.content for a in annotations for t in a.attributions}
    return {
        o.id: (o.target, *(at[i] for i in (*o.attributions, *o.statements) if i in at))
        for o in resolution.claims
    }


def _events(resolution: Resolution, annotations: list[Annotations]) -> Targets:
    at = _by_id(a.events for a in annotations)
    past = {o.id: (o.target, *(at[i] for i in o.events if i in at)) for o in resolution.happenings}
    return past | {o.id: (o.target, *(t.target for t in o.tellings)) for o in resolution.ahead}


def _disputes(resolution: Resolution, _: list[Annotations]) -> Targets:
    return {o.id: (o.a, o.b, *o.also_a, *o.also_b) for o in resolution.disputes}


def _issues(resolution: Resolution, _: list[Annotations]) -> Targets:
    labels = {o.id: (o.label_target,) if o.label_target else () for o in resolution.issues}
    return {o.id: (*labels[o.id], *(p.target for p in o.positions)) for o in resolution.issues}


def _attributions(_: Resolution, annotations: list[Annotations]) -> Targets:
    found: Iterable[Attribution] = chain.from_iterable(a.attributions for a in annotations)
    return {o.id: (o.content,) for o in found}


_WORDS: dict[str, Callable[[Resolution, list[Annotations]], Targets]] = {
    "actor": _actors,
    "claim": _claims,
    "dispute": _disputes,
    "issue": _issues,
    "event": _events,
    "figure": lambda r, _: {o.id: tuple(p.target for p in o.points) for o in r.series},
    "place": _places,
    "gap": lambda r, _: {o.id: (o.target,) for o in r.gaps},
    "reason": lambda r, _: {o.id: (o.target,) for o in r.reasons},
    "attribution": _attributions,
    "mention": lambda _, a: {o.id: (o.target,) for o in chain.from_iterable(x.mentions for x in a)},
    "origin": lambda r, _: {o.id: () for o in r.origins},
    "line": lambda _, __: {},
    "title": lambda _, __: {},
    "standfirst": lambda _, __: {},
    "brief": lambda _, __: {},
}
