"""Filling a dossier: which of the inputs are new, reading them, and keeping what was read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property

from atstake.config import Settings
from atstake.errors import InputError
from atstake.model.annotations import Annotations
from atstake.model.intake import Intake
from atstake.model.provenance import Judgement, Run
from atstake.model.text import Document
from atstake.pipeline.added import Added, Progress
from atstake.pipeline.reading import Found, Reader, read_groups
from atstake.resolve.refer import document_words
from atstake.store import Dossier


class Filling:
    """Reads into one dossier; the models are loaded with the first text."""

    def __init__(self, dossier: Dossier, settings: Settings) -> None:
        self._dossier, self._settings = dossier, settings

    def take(self, intakes: Iterable[Intake], progress: Progress | None, private: str) -> Added:
        """Reads and keeps what is new; ``private`` names who wants it read for the desk alone."""
        added = Added(private=private)
        waiting = self._new(intakes, added)
        results = self._read([intake.documents for intake in waiting])
        for done, (intake, (run, found, failed)) in enumerate(zip(waiting, results, strict=True), start=1):
            self._keep(intake, found, run, added)
            added.problems += [f"{intake.name}: {why}" for why in failed]
            if progress:
                progress(done, len(waiting), intake.name)
        return added

    def again(self, progress: Progress | None = None) -> Added:
        """Reads the documents of which the dossier holds no annotations: those, and a line for each fault."""
        read = Added()
        documents = self._dossier.documents()
        waiting = [documents[i] for i in self._dossier.unread()]
        results = self._read([(d,) for d in waiting])
        for done, (document, (run, (found,), failed)) in enumerate(
            zip(waiting, results, strict=True), start=1
        ):
            self._dossier.annotate(replace(found, document=document.id), run)
            read.new.append(document.id)
            read.problems += [f"{document.id}: {why}" for why in failed]
            if progress:
                progress(done, len(waiting), document.id)
        return read

    def run(self) -> Run:
        """The record of this reading, or of the last one where nothing is read and no model loaded."""
        runs = self._dossier.runs()
        if "_reader" not in self.__dict__ and runs:
            return max(runs.values(), key=lambda run: run.made)
        return self._reader.run(_now())

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._settings)

    def _read(self, groups: Sequence[tuple[Document, ...]]) -> Iterable[Found]:
        return read_groups(groups, self._settings, _now(), lambda: self._reader) if groups else ()

    def _new(self, intakes: Iterable[Intake], added: Added) -> list[Intake]:
        """Those that can be read and are not in the dossier, each once."""
        waiting = []
        seen: set[str] = set()
        for intake in intakes:
            added.notes += [f"{intake.name}: {note}" for note in intake.notes]
            if intake.problem:
                added.problems.append(intake.problem)
                continue
            digest = hashlib.sha256(intake.raw).hexdigest()
            if digest in seen or self._dossier.has(digest):
                added.pass_over(intake.name)
                continue
            seen.add(digest)
            try:
                self._dossier.must_be_free(intake.documents)
            except InputError as error:
                added.problems.append(f"{intake.name}: {error}")
                continue
            waiting.append(intake)
        return waiting

    def _keep(self, intake: Intake, annotations: tuple[Annotations, ...], run: Run, added: Added) -> None:
        for document in intake.documents if added.private else ():
            # Before the document itself: it is at no time public.
            words = (document_words(document),)
            self._dossier.judge(Judgement("", "withhold", "document", words, "", added.private))
        try:
            new = self._dossier.add(intake.documents, annotations, run, raw=intake.raw)
        except InputError as error:
            added.problems.append(f"{intake.name}: {error}")
            return
        if new:
            added.new += [d.id for d in intake.documents]
        else:
            added.pass_over(intake.name)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
