"""Where things come from: ids from content, runs, and what editors decided."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from atstake.model.text import Target

Verb = Literal[
    "merge", "split", "oppose", "reject", "confirm", "relabel",
    "pin", "hide", "note", "withhold", "redact", "undo",
]  # fmt: skip


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)


def content_id(kind: str, *parts: object) -> str:
    """An id computed from what a thing is: ``kind`` and a hash of the parts.

    The parts are encoded as JSON, so that ("a", "bc") and ("ab", "c") differ; 80 bits of SHA-256.
    """
    encoded = _JSON.encode(parts).encode("utf8", "surrogatepass")
    return f"{kind}-{hashlib.sha256(encoded).hexdigest()[:20]}"


def target_id(kind: str, target: Target, *more: object) -> str:
    """The id of an annotation: its kind, where it stands, and what else tells it apart."""
    return content_id(kind, target.document, [(s.start, s.end) for s in target.spans], *more)


def pair_id(kind: str, a: Target, b: Target) -> str:
    """The id of what two targets together stand for, in this order."""
    return content_id(kind, *((t.document, [(s.start, s.end) for s in t.spans]) for t in (a, b)))


@dataclass(frozen=True, slots=True)
class Run:
    """One reading (PROV Activity): which version, which models by hash, which settings, when."""

    id: str
    version: str
    models: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    made: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an editor decided, by whom, when.

    It points at words (``targets``), not at ids that a new model would move; resolution re-attaches
    it by overlap, or shows it as an orphan. ``kind`` is what it judges ("actor", "claim", "dispute",
    "origin", "line", "event", "figure", "brief" ...), or "title" and "standfirst", which stand on no words;
    ``value`` is what it sets (a label, a title, a note, how two statements stand against each other), or the
    name that ``redact`` protects.
    ``undo`` names the judgement it takes back in ``undoes``. Nothing is ever overwritten.
    """

    id: str
    verb: Verb
    kind: str
    targets: tuple[Target, ...] = ()
    value: str = ""
    by: str = ""
    at: str = ""
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class BuiltLine:
    """A line as a brief was published with: its content id, the part it stood in, its text, its words.

    ``object`` is the id of the resolved object that it tells of, or "".
    """

    id: str
    part: str
    text: str
    targets: tuple[Target, ...] = ()
    object: str = ""


@dataclass(frozen=True)
class Build:
    """A brief that was published: when (ISO 8601, UTC), by which run, and all its lines in order."""

    id: str
    made: str
    run: str
    lines: tuple[BuiltLine, ...] = ()


def in_force(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The judgements that no later one takes back, oldest first. An undo can itself be undone."""
    undone: set[str] = set()
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id), reverse=True):
        if judgement.verb == "undo" and judgement.id not in undone and judgement.undoes:
            undone.add(judgement.undoes)
    ordered = sorted(judgements, key=lambda j: (j.at, j.id))
    return tuple(j for j in ordered if j.verb != "undo" and j.id not in undone)
