"""What an editor points at: an id, a name, words, or a place in a document; as objects and targets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from atstake.errors import UsageError
from atstake.model.claims import Resolution
from atstake.model.provenance import BuiltLine
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.resolve.judging import Targets, kinds, words_of
from atstake.text.anchor import occurrences
from atstake.text.overlap import Words

_PLACE = re.compile(r"(?P<document>.+):(?P<start>\d+)-(?P<end>\d+)")
_SHORTEST_PREFIX = 5
CLIP = 100
"""Most characters of a quote in a list."""
IDS = "`atstake show DOSSIER --ids KIND` lists ids"
"""Where somebody who has the wrong words for it is sent."""


@dataclass(frozen=True, slots=True)
class Referent:
    """What was pointed at: its kind ("line" for bare words), the object's id or "", and the words for it."""

    kind: str
    id: str
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Desk:
    """A dossier's evidence and resolved objects, and the lines last published, to point into."""

    evidence: Evidence
    resolution: Resolution
    lines: tuple[BuiltLine, ...] = ()

    def refer(self, ref: str, kind: str = "") -> Referent:
        """What ``ref`` means: a line's key, an object's id (or a unique beginning of one), an actor's name, a
        place ``DOCUMENT:START-END``, or words of the coverage, in all their places; ``kind`` narrows it.

        Raises ``UsageError``, with what to do, where it means nothing, or several things.
        """
        if not ref.strip():
            raise UsageError(f"say what is meant: an id, a name, or words of the coverage; {IDS}")
        shown = next((line for line in self.lines if line.id == ref and line.targets), None)
        if shown and kind in ("", "line"):
            return Referent("line", shown.id, shown.targets)
        named = self._by_id(ref, kind) or (self._by_name(ref) if kind in ("", "actor") else None)
        if named:
            return Referent(*named, self.stand_in(*named))
        targets = self.words(ref)
        if kind in ("", "line"):
            return Referent("line", "", targets)
        words = Words(self.objects(kind))
        found = {key for target in targets if (key := words.best(target))}
        if len(found) != 1:
            raise UsageError(f"{ref}: {_count(len(found), kind)} on these words; give its id ({IDS})")
        id = found.pop()
        return Referent(kind, id, tuple(t for t in targets if words.best(t) == id)[:1])

    def words(self, ref: str) -> tuple[Target, ...]:
        """All places of ``DOCUMENT:START-END`` or of exact words. Raises ``UsageError`` for none."""
        documents = self.evidence.documents
        place = _PLACE.fullmatch(ref)
        if place and place["document"] in documents:
            document = documents[place["document"]]
            start, end = int(place["start"]), int(place["end"])
            if not start < end <= len(document.text):
                raise UsageError(f"{ref}: {document.id} has {len(document.text)} characters")
            return (Target.of(document, Span(start, end)),)
        found = tuple(
            Target.of(documents[id], span)
            for id in sorted(documents)
            for span in occurrences(documents[id].text, ref)
        )
        if not found:
            raise UsageError(f"{ref}: no such id, name or words in this dossier; {IDS}")
        return found

    def first(self, ref: str) -> Target:
        """The words meant, in the oldest of the documents that hold them. Raises ``UsageError`` for none."""
        return self._oldest(self.refer(ref).targets)

    def statement(self, ref: str) -> Target:
        """The same as a statement: bare words grow to the sentence that holds them."""
        meant = self.refer(ref)
        target = self._oldest(meant.targets)
        if _PLACE.fullmatch(ref) or meant.id:
            return target
        found = self.evidence.annotations.get(target.document)
        sentences = (s.target for s in found.statements) if found else ()
        return next((s for s in sentences if s.whole.contains(target.whole)), target)

    def documents(self, ref: str) -> tuple[Target, ...]:
        """The first words of the documents meant: one by its id or address, or all of an outlet."""
        wanted = ref.casefold()
        found = [
            id
            for id, d in sorted(self.evidence.documents.items())
            if wanted in (id.casefold(), d.url.casefold(), d.publisher.casefold())
        ]
        if not found:
            raise UsageError(f"{ref}: no such document or outlet; `atstake show` lists them")
        return tuple(document_words(self.evidence.documents[id]) for id in found)

    def stand_in(self, kind: str, id: str) -> tuple[Target, ...]:
        """The few words that stand for an object in a judgement: a dispute's two sides, else one telling."""
        if kind == "origin":
            documents = next(o.documents for o in self.resolution.origins if o.id == id)
            return (document_words(self.evidence.documents[documents[0]]),)
        words = self.objects(kind)[id]
        if kind == "dispute":
            return words[:2]
        if kind == "actor":
            # A long spelling tells people of one surname apart.
            return tuple(sorted(words, key=lambda t: (not t.quote[:1].isupper(), -len(t.quote), t))[:1])
        return words[:1]

    def objects(self, kind: str) -> Targets:
        """The words of all objects of a kind, by id. Raises ``UsageError`` where there is no such kind."""
        if kind not in self._all:
            raise UsageError(f"{kind}: no such kind; one of {', '.join(self._all)}")
        return self._all[kind]

    @cached_property
    def _all(self) -> dict[str, Targets]:
        annotations = list(self.evidence.annotations.values())
        return {kind: words_of(kind, self.resolution, annotations) for kind in kinds()}

    def _oldest(self, targets: Iterable[Target]) -> Target:
        documents = self.evidence.documents
        return min(targets, key=lambda t: (documents[t.document].date or "9", t.document, t.start))

    def _by_id(self, ref: str, kind: str) -> tuple[str, str] | None:
        within = [kind] if kind else list(kinds())
        ids = [(k, id) for k in within for id in self.objects(k)]
        exact = [named for named in ids if named[1] == ref]
        begins = [named for named in ids if named[1].startswith(ref)] if len(ref) >= _SHORTEST_PREFIX else []
        if not exact and len(begins) > 1:
            raise UsageError(f"{ref}: {len(begins)} ids begin like this; give more of it")
        return next(iter(exact or begins), None)

    def _by_name(self, ref: str) -> tuple[str, str] | None:
        wanted = ref.casefold()
        found = [
            actor.id
            for actor in self.resolution.actors
            if wanted in {name.casefold() for name in (actor.name, *(a.text for a in actor.aliases))}
        ]
        if len(found) > 1:
            raise UsageError(f"{ref}: {len(found)} actors have this name; give an id: {_listed(found)}")
        return ("actor", found[0]) if found else None


def document_words(document: Document) -> Target:
    """The headline, or the first words: what stands for a document in a judgement."""
    return Target.of(document, document.headline or Span(0, min(len(document.text), 80)))


def clipped(words: str) -> str:
    """Words as a part of one line in a list."""
    line = " ".join(words.split())
    return line if len(line) <= CLIP else f"{line[: CLIP - 1]}…"


def _count(n: int, kind: str) -> str:
    return f"no {kind} stands" if n == 0 else f"{n} {kind}s stand"


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids))
