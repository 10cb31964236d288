"""Resolving a dossier: as one story, or, where it is large, one neighbourhood at a time.

Each neighbourhood's resolution is stored under a key made of all that goes into it (documents, a hash of what
was found in them, the judgements on them, the version), so what did not change is never resolved again and
what is stored can never be out of date. Whatever interrupts it, what was resolved before stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from atstake import __version__
from atstake.brief.check import unchanged
from atstake.brief.withheld import withheld
from atstake.model.claims import Resolution
from atstake.model.provenance import Judgement, content_id, in_force
from atstake.model.stages import Evidence
from atstake.pipeline.added import Progress
from atstake.pipeline.resolving import resolve
from atstake.resolve import neighbours
from atstake.resolve.deciding import Decisions
from atstake.resolve.union import united
from atstake.store import Dossier
from atstake.store.neighbours import Filed, Filing
from atstake.text.overlap import Words

# Documents that are filed in one transaction.
_BATCH = 50
# What one neighbourhood shares with another is decided on once all are together.
_SHARED = frozenset({"actor", "issue", "place"})
_DECIDED_LAST = frozenset({"reject", "confirm", "relabel"})
# Judgements that stand on words in several documents, and on nothing that is resolved.
_LOOSE = frozenset({"line", "document", "title", "standfirst", "brief"})


@dataclass(frozen=True)
class Part:
    """A neighbourhood: its key, its documents, the judgements on it."""

    key: str
    documents: tuple[str, ...]
    judgements: tuple[Judgement, ...]


def is_large(dossier: Dossier) -> bool:
    """Whether it is resolved by neighbourhoods."""
    return dossier.articles() > neighbours.WHOLE


def refresh(dossier: Dossier, progress: Progress | None = None) -> list[Part]:
    """Resolves the neighbourhoods of a large dossier that are new or changed, and returns them.

    All documents must have been read. CheckError where a stored text is not what was read.
    """
    file(dossier)
    wanted = neighbourhoods(dossier)
    stored = dossier.parts()
    waiting = [part for part in wanted if part.key not in stored]
    for done, part in enumerate(waiting, start=1):
        evidence = dossier.evidence_of(part.documents, part.judgements)
        unchanged(evidence.documents)
        dossier.save_part(part.key, resolve(evidence))
        if progress:
            progress(done, len(waiting), part.documents[0])
    dossier.drop_parts(sorted(stored - {part.key for part in wanted}))
    return waiting


def union(dossier: Dossier) -> Resolution:
    """The resolution of a large dossier that is up to date, of all its neighbourhoods together."""
    judgements = in_force(dossier.judgements())
    parts = neighbourhoods(dossier)
    found = united([dossier.part(part.key) for part in parts], _parted(dossier, judgements))
    seen = {j.id for part in parts for j in part.judgements}
    last = tuple(j for j in judgements if j.id not in seen)
    words = dossier.evidence_of({t.document for j in last for t in j.targets}, last)
    decided = Decisions()(words, found)
    return _with_orphans(decided, found.orphans, judgements)


def _parted(dossier: Dossier, judgements: Iterable[Judgement]) -> frozenset[str]:
    """The mentions that stand on what an editor split off."""
    gone = [t for j in judgements if j.verb == "split" and j.kind == "actor" for t in j.targets[1:]]
    found = dossier.evidence_of({t.document for t in gone}).annotations.values()
    words = Words({m.id: (m.target,) for a in found for m in a.mentions})
    return frozenset(id for t in gone for id in words.at(t)[:1])


def _with_orphans(decided: Resolution, before: Iterable[str], judgements: Sequence[Judgement]) -> Resolution:
    lost = {*before, *decided.orphans}
    return replace(decided, orphans=tuple(j.id for j in judgements if j.id in lost))


def file(dossier: Dossier) -> None:
    """Files the documents that are not filed yet by their traits."""
    waiting = iter(dossier.unfiled())
    while batch := list(islice(waiting, _BATCH)):
        evidence = dossier.evidence_of(batch)
        filings = [_filing(evidence, id) for id in batch]
        dossier.file(filings, neighbours.NEAREST, neighbours.LEAST)


def _filing(evidence: Evidence, id: str) -> Filing:
    document = evidence.documents[id]
    # A post goes where the article is in which it stands.
    traits = {} if document.parent else neighbours.traits(document, evidence.annotations[id])
    return Filing(id, traits, len(document.text), document.parent or "")


def neighbourhoods(dossier: Dossier) -> list[Part]:
    """The neighbourhoods as they are now."""
    every = dossier.judgements()
    filed = dossier.filed()
    private = _private(every, filed)
    filed = {id: f for id, f in filed.items() if id not in private}
    judgements = [j for j in in_force(every) if not any(t.document in private for t in j.targets)]
    home = {id: f.parent if f.parent in filed else id for id, f in filed.items()}
    sizes = {id: f.size for id, f in filed.items() if home[id] == id}
    groups = neighbours.neighbourhoods(sizes, dossier.links(), _together(judgements, home))
    at = {id: n for n, group in enumerate(groups) for id in group}
    members: list[list[str]] = [[] for _ in groups]
    for id in filed:
        members[at[home[id]]].append(id)
    on: list[list[Judgement]] = [[] for _ in groups]
    for judgement in judgements:
        homes = {at.get(home.get(t.document, "")) for t in judgement.targets}
        only = homes.pop() if len(homes) == 1 else None
        if only is not None and not _is_decided_last(judgement):
            on[only].append(judgement)
    return [_part(ids, filed, tuple(found)) for ids, found in zip(members, on, strict=True)]


def _private(judgements: tuple[Judgement, ...], filed: Mapping[str, Filed]) -> frozenset[str]:
    named = withheld(judgements, {})
    return named | {id for id, f in filed.items() if f.parent in named}


def _is_decided_last(judgement: Judgement) -> bool:
    return judgement.kind in _SHARED and judgement.verb in _DECIDED_LAST


def _together(judgements: Iterable[Judgement], home: Mapping[str, str]) -> list[tuple[str, str]]:
    """The documents that judgements on one object, or on several, hold together."""
    found = []
    for judgement in judgements:
        if judgement.kind not in _LOOSE and not _is_decided_last(judgement):
            ids = [home[t.document] for t in judgement.targets if t.document in home]
            found += [(ids[0], other) for other in ids[1:] if other != ids[0]]
    return found


def _part(ids: Sequence[str], filed: Mapping[str, Filed], judgements: tuple[Judgement, ...]) -> Part:
    """The neighbourhood of some documents, in the order of their ids as all that are filed."""
    made_of = [(id, filed[id].digest) for id in ids]
    key = content_id("part", __version__, made_of, [j.id for j in judgements])
    return Part(key, tuple(ids), judgements)
