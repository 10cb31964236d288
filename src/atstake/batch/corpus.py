"""A corpus, document by document: read, written in parts, forgotten. Memory does not grow with the corpus.

The stream of inputs has a fixed order, and a part is a fixed number of them, so the files are the same
however often the run was interrupted and on however many processes it reads.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import Any

from atstake import __version__
from atstake.batch.ledger import Ledger, Part
from atstake.config import Settings
from atstake.errors import UsageError
from atstake.intake import read_inputs
from atstake.model.intake import Intake
from atstake.model.text import Document
from atstake.pipeline import forms
from atstake.pipeline.reading import Found, Group, cores, reading
from atstake.publish import corpus

SIZE = 100
"""Inputs of a part: what a kill costs at most, some twenty CPU seconds of articles."""

Progress = Callable[[int, str], None]
"""Called as (inputs done, name of the last)."""
Read = Callable[[Sequence[Group]], Iterator[Found]]


@dataclass
class Extracted:
    """What a run came to, parts of earlier runs included."""

    rows: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    known: int = 0
    problems: list[str] = field(default_factory=list)
    parts: int = 0
    before: int = 0
    """Parts that were there already."""


def extract(
    inputs: Sequence[str | PathLike[str]],
    output: str | PathLike[str],
    settings: Settings | None = None,
    *,
    text: bool = True,
    size: int = SIZE,
    progress: Progress | None = None,
) -> Extracted:
    """Reads a corpus (as ``Story.add`` reads inputs) and writes what is found in it as Parquet.

    Goes on where an earlier run into the same folder stopped; UsageError where the corpus, the version or the
    model is another than then. ``text=False`` leaves the texts out and clips the quotes.
    """
    forms.must_be_installed("parquet")
    chosen = settings or Settings()
    folder, model = Path(output), chosen.model_path.name if chosen.model_path else chosen.model
    ledger = Ledger(folder, {"version": __version__, "model": model, "text": text, "size": size})
    made, seen, done = Extracted(), _Seen(), 0
    workers = chosen.workers or cores()
    with reading(workers, chosen, "") as read:
        run = _Run(folder, ledger, read, text, size, progress or (lambda done, name: None))
        for number, batch in enumerate(_batches(read_inputs([str(i) for i in inputs]), size)):
            fresh, known = seen.fresh(batch)
            part = run.noted(number, batch)
            made.before += part is not None
            _count(made, part or run.made(number, batch, fresh, known))
            done += len(batch)
            run.progress(done, batch[-1].name)
    if len(ledger.parts) > made.parts:
        raise UsageError(f"{folder} holds more than this corpus; give all of its inputs, or another -o")
    return made


@dataclass(frozen=True)
class _Run:
    """One run into a folder."""

    folder: Path
    ledger: Ledger
    read: Read
    text: bool
    size: int
    progress: Progress

    def noted(self, number: int, batch: Sequence[Intake]) -> Part | None:
        """The part as an earlier run wrote it; None where it is to be written.

        Also where its files are gone, or the corpus has grown behind it; UsageError where it is another.
        """
        if number >= len(self.ledger.parts):
            return None
        part = self.ledger.parts[number]
        whole = all(corpus.path(self.folder, name, number).exists() for name in corpus.TABLES)
        if part.digest == _digest(batch):
            return part if whole else None
        last = number == len(self.ledger.parts) - 1
        if last and part.inputs < self.size and part.digest == _digest(batch[: part.inputs]):
            return None
        first = number * self.size + 1
        raise UsageError(
            f"{self.folder}: the corpus is not what it was (inputs {first} to {first + part.inputs - 1});"
            " give another -o"
        )

    def made(self, number: int, batch: Sequence[Intake], fresh: Sequence[Intake], known: int) -> Part:
        """Reads one part and writes it; the ledger knows it when all of its files are there."""
        tables: dict[str, list[dict[str, Any]]] = {name: [] for name in corpus.TABLES}
        run, problems = "", [i.problem for i in batch if i.problem]
        read = self.read([i.documents for i in fresh])
        for done, (intake, (by, found, failed)) in enumerate(
            zip(fresh, read, strict=True), number * self.size + 1
        ):
            run = by.id
            problems += [f"{intake.name}: {why}" for why in failed]
            self.progress(done, intake.name)
            for document, annotated in zip(intake.documents, found, strict=True):
                for name, rows in corpus.rows(document, annotated, text=self.text).items():
                    tables[name] += rows
        self._must_be_one_reader(run)
        corpus.write(self.folder, number, tables)
        counted = {name: len(rows) for name, rows in tables.items()}
        part = Part(number, len(batch), _digest(batch), run, counted, known, tuple(problems))
        self.ledger.add(part)
        return part

    def _must_be_one_reader(self, run: str) -> None:
        other = next((p.run for p in self.ledger.parts if p.run and run and p.run != run), None)
        if other:
            raise UsageError(f"{self.folder} was read by another model ({other}, now {run}); give another -o")


def _batches(stream: Iterable[Intake], size: int) -> Iterator[list[Intake]]:
    left = iter(stream)
    while batch := list(islice(left, size)):
        yield batch


def _digest(batch: Sequence[Intake]) -> str:
    """A hash of what came in: bytes, or the problem; names of files may change."""
    whole = hashlib.sha256()
    for intake in batch:
        whole.update(hashlib.sha256(intake.raw).digest() + bytes([bool(intake.problem)]))
        for document in intake.documents:
            whole.update(document.id.encode("utf8", "replace") + b"\0")
    return whole.hexdigest()


def _count(made: Extracted, part: Part) -> None:
    made.parts += 1
    made.known += part.known
    made.problems += part.problems
    for name, rows in part.rows.items():
        made.rows[name] += rows


class _Seen:
    """Ids of the documents that were met: the same document twice is one. Sixteen bytes each are kept."""

    def __init__(self) -> None:
        self._ids: set[bytes] = set()

    def fresh(self, batch: Iterable[Intake]) -> tuple[list[Intake], int]:
        """The inputs whose article was not met before, and how many others were read well."""
        found, known = [], 0
        for intake in batch:
            if not intake.documents:
                continue
            key = _key(intake.documents[0])
            known += key in self._ids
            if key not in self._ids:
                self._ids.add(key)
                found.append(intake)
        return found, known


def _key(document: Document) -> bytes:
    return hashlib.sha256(document.id.encode("utf8", "surrogatepass")).digest()[:16]
