"""The dossier's reader and writer. See the package for the methods at a glance."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from atstake.errors import InputError
from atstake.model.annotations import Annotations
from atstake.model.claims import Resolution
from atstake.model.links import Links
from atstake.model.provenance import Build, Judgement, Run
from atstake.model.stages import Evidence
from atstake.model.text import Document
from atstake.store import builds, judged, neighbours, resolved
from atstake.store.codec import decode, encode, layer_types
from atstake.store.connection import connect, now, told_clearly, transaction
from atstake.store.neighbours import Filed, Filing
from atstake.store.search import Hit, find

State = tuple[int | str, ...]
"""What tells two moments of a dossier apart."""


class Dossier:
    """One open dossier. Use it in a ``with``; one thread a dossier, any number of dossiers a file."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self._db = db

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False, readonly: bool = False) -> Self:
        """Opens the file; makes it where ``create`` is set and it is not there.

        Raises ``DossierError`` where it is no dossier, of a newer version, locked, or cannot be written.
        """
        path = Path(path)
        return cls(path, connect(path, create=create, readonly=readonly))

    def close(self) -> None:
        """Closes the file. With the last one to close it, it is a single file again."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Documents and what was read in them

    def add(
        self,
        documents: Sequence[Document],
        annotations: Iterable[Annotations],
        run: Run,
        raw: bytes | None = None,
    ) -> bool:
        """Stores one article, its posts and all that was found in them, or nothing of it.

        ``documents`` holds the article first, then the posts inside it. Returns False, and stores nothing,
        where all of them are there already. Raises ``InputError`` where an id is there with another text.
        """
        with told_clearly(self.path), transaction(self._db):
            fresh = [d for d in documents if not self._holds(d)]
            if not fresh:
                return False
            self._save_run(run)
            digest = self._save_raw(raw)
            for document in fresh:
                self._insert(document, digest, run)
            known = {d.id for d in fresh}
            for found in annotations:
                if found.document in known:
                    self._write_annotations(found, run)
            resolved.outdate(self._db)
        return True

    def must_be_free(self, documents: Sequence[Document]) -> None:
        """Raises ``InputError`` where an id is there with another text: before any of them is read."""
        with told_clearly(self.path):
            for document in documents:
                self._holds(document)

    def has(self, sha256: str) -> bool:
        """Whether the bytes with this hash were read into the dossier."""
        return bool(self._rows("SELECT 1 FROM raws WHERE sha256 = ?", (sha256,)))

    def documents(self) -> dict[str, Document]:
        """All documents by id, sorted by id."""
        rows = self._rows("SELECT id, fields, text FROM documents ORDER BY id")
        return {row[0]: _document(row[1], row[2]) for row in rows}

    def document(self, id: str) -> Document:
        """One document. Raises ``KeyError`` where there is none."""
        return _document(*self._one("SELECT fields, text FROM documents WHERE id = ?", id))

    def raw(self, id: str) -> bytes | None:
        """The bytes that the document was read from, None where they were not given. Raises ``KeyError``."""
        query = "SELECT deflated FROM documents LEFT JOIN raws ON raw = raws.sha256 WHERE id = ?"
        deflated = self._one(query, id)[0]
        return None if deflated is None else zlib.decompress(deflated)

    def annotations(self, *layers: str) -> dict[str, Annotations]:
        """What was found, by document id: the layers named, all where none is. Without unread documents."""
        found: dict[str, dict[str, Any]] = {
            row[0]: {} for row in self._rows("SELECT document FROM readings ORDER BY 1")
        }
        types = layer_types(Annotations)
        for document, layer, body in self._rows("SELECT document, layer, body FROM annotations"):
            if not layers or layer in layers:
                found[document][layer] = decode(body, types[layer])
        return {document: Annotations(document, **filled) for document, filled in found.items()}

    def state(self) -> State:
        """What changes with all that is added, read, judged or built, and with nothing derived of it."""
        counted = [f"(SELECT count(*) FROM {t})" for t in ("documents", "readings", "judgements", "builds")]
        runs = (
            "(SELECT coalesce(group_concat(run), '') FROM (SELECT DISTINCT run FROM readings ORDER BY run))"
        )
        return tuple(self._rows(f"SELECT {', '.join((*counted, runs))}")[0])

    def unread(self) -> tuple[str, ...]:
        """Ids of the documents that have no annotations, sorted."""
        query = "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM readings) ORDER BY id"
        return tuple(row[0] for row in self._rows(query))

    def annotate(self, annotations: Annotations, run: Run) -> None:
        """Replaces all that was found in one document. Raises ``KeyError`` for an unknown one."""
        with told_clearly(self.path), transaction(self._db):
            self._one("SELECT 1 FROM documents WHERE id = ?", annotations.document)
            self._save_run(run)
            self._write_annotations(annotations, run)
            resolved.outdate(self._db)

    def evidence(self) -> Evidence:
        """Documents, annotations and judgements: what resolution works on."""
        documents = self.documents()
        found = self.annotations()
        empty = {id: Annotations(id) for id in documents if id not in found}
        return Evidence(documents, dict(sorted({**found, **empty}.items())), self.judgements())

    def evidence_of(self, ids: Iterable[str], judgements: tuple[Judgement, ...] = ()) -> Evidence:
        """Some documents with their annotations; ids that are not here are passed over."""
        documents: dict[str, Document] = {}
        found: dict[str, Annotations] = {}
        types = layer_types(Annotations)
        for id in sorted(set(ids)):
            for row in self._rows("SELECT fields, text FROM documents WHERE id = ?", (id,)):
                documents[id] = _document(*row)
                layers = self._rows("SELECT layer, body FROM annotations WHERE document = ?", (id,))
                found[id] = Annotations(id, **{name: decode(body, types[name]) for name, body in layers})
        return Evidence(documents, found, judgements)

    # What resolution made of it, what editors decided, what was published

    def save_resolution(self, resolution: Resolution, run: Run) -> None:
        """Replaces the resolved objects."""
        with told_clearly(self.path), transaction(self._db):
            self._save_run(run)
            resolved.write(self._db, resolution, run.id)

    def resolution(self, *, stale: bool = False) -> Resolution | None:
        """The resolved objects as last saved; None where there are none.

        None, too, where documents, annotations or judgements came after them, unless ``stale`` is set.
        """
        with told_clearly(self.path):
            return resolved.read(self._db, stale)

    def resolved_by(self) -> Run | None:
        """The run that the stored resolution was saved with, None where none is stored."""
        with told_clearly(self.path):
            id = resolved.run_of(self._db)
        return self.runs().get(id) if id else None

    def judge(self, judgement: Judgement) -> Judgement:
        """Appends a judgement and returns it as stored: with its time and its id where it had none."""
        with told_clearly(self.path), transaction(self._db):
            resolved.outdate(self._db)
            return judged.append(self._db, judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, oldest first, those that were undone too (see ``model.provenance.in_force``)."""
        with told_clearly(self.path):
            return judged.read(self._db)

    def runs(self) -> dict[str, Run]:
        """All runs by id, sorted by id."""
        return {row[0]: decode(row[1], Run) for row in self._rows("SELECT id, body FROM runs ORDER BY id")}

    def record_build(self, build: Build) -> None:
        """Appends a published brief, with the resolved objects as they stand now."""
        with told_clearly(self.path), transaction(self._db):
            builds.append(self._db, build)

    def builds(self) -> tuple[Build, ...]:
        """All builds, oldest first, without their lines."""
        return tuple(Build(*row) for row in self._rows("SELECT id, made, run FROM builds ORDER BY number"))

    def build(self, id: str) -> Build:
        """One build with its lines. Raises ``KeyError``."""
        return builds.decoded(self._one("SELECT id, made, run, lines FROM builds WHERE id = ?", id))

    def resolution_of(self, build: str) -> Resolution:
        """The resolved objects as they stood when the build was published. Raises ``KeyError``."""
        self._one("SELECT 1 FROM builds WHERE id = ?", build)
        with told_clearly(self.path):
            return builds.resolution(self._db, build)

    # The neighbourhoods of a large dossier

    def articles(self) -> int:
        """How many documents there are that stand in no other."""
        with told_clearly(self.path):
            return neighbours.articles(self._db)

    def unfiled(self) -> tuple[str, ...]:
        """Ids of the documents that were read and are not filed by their traits yet."""
        with told_clearly(self.path):
            return neighbours.unfiled(self._db)

    def file(self, filings: Sequence[Filing], nearest: int, least: int) -> None:
        """Files documents by their traits, each linked to the ``nearest`` that are alike by ``least``."""
        with told_clearly(self.path), transaction(self._db):
            neighbours.file(self._db, filings, nearest, least)

    def filed(self) -> dict[str, Filed]:
        """All filed documents by id, sorted."""
        with told_clearly(self.path):
            return neighbours.filed(self._db)

    def links(self) -> Links:
        """How alike documents are: each one's nearest."""
        with told_clearly(self.path):
            return neighbours.links(self._db)

    def parts(self) -> set[str]:
        """Keys of the neighbourhoods whose resolution is stored."""
        with told_clearly(self.path):
            return neighbours.parts(self._db)

    def part(self, key: str) -> Resolution:
        """The resolution of a neighbourhood. Raises ``KeyError``."""
        with told_clearly(self.path):
            return neighbours.read(self._db, key)

    def save_part(self, key: str, resolution: Resolution) -> None:
        """Stores the resolution of a neighbourhood."""
        with told_clearly(self.path), transaction(self._db):
            neighbours.save(self._db, key, resolution)

    def drop_parts(self, keys: Iterable[str]) -> None:
        """Drops the resolution of what is no neighbourhood any more."""
        with told_clearly(self.path), transaction(self._db):
            neighbours.drop(self._db, keys)

    # Search and upkeep

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """Documents that hold all the words (or "exact phrases") of the query, best first."""
        with told_clearly(self.path):
            return find(self._db, query, limit)

    def drop_derived(self) -> None:
        """Forgets annotations and resolved objects and rebuilds the search index; keeps the evidence."""
        with told_clearly(self.path), transaction(self._db):
            self._db.execute("DELETE FROM annotations")
            self._db.execute("DELETE FROM readings")
            resolved.forget(self._db)
            neighbours.forget(self._db)
            self._db.execute("DELETE FROM parts")
            self._db.execute("INSERT INTO search (search) VALUES ('rebuild')")

    def _holds(self, document: Document) -> bool:
        row = self._db.execute("SELECT text FROM documents WHERE id = ?", (document.id,)).fetchone()
        if row and row[0] != document.text:
            raise InputError(
                f"{document.id}: the dossier has another text under this id; give this one its own"
            )
        return row is not None

    def _insert(self, document: Document, raw: str | None, run: Run) -> None:
        self._db.execute(
            "INSERT INTO documents (id, sha256, raw, run, added, title, text, fields)"
            " VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)",
            (
                *(document.id, document.sha256, raw, run.id, now()),
                *(_utf8(document.title), _utf8(document.text), encode(replace(document, text=""))),
            ),
        )

    def _save_run(self, run: Run) -> None:
        self._db.execute("INSERT OR IGNORE INTO runs VALUES (?, ?)", (run.id, encode(run)))

    def _save_raw(self, raw: bytes | None) -> str | None:
        if raw is None:
            return None
        digest = hashlib.sha256(raw).hexdigest()
        self._db.execute("INSERT OR IGNORE INTO raws VALUES (?, ?)", (digest, zlib.compress(raw)))
        return digest

    def _write_annotations(self, found: Annotations, run: Run) -> None:
        neighbours.refile(self._db, found.document)
        self._db.execute("DELETE FROM annotations WHERE document = ?", (found.document,))
        self._db.execute("INSERT OR REPLACE INTO readings VALUES (?, ?)", (found.document, run.id))
        types = layer_types(Annotations)
        rows = [
            (found.document, f.name, encode(layer, types[f.name]))
            for f in fields(found)
            if f.name in types and (layer := getattr(found, f.name))
        ]
        self._db.executemany("INSERT INTO annotations VALUES (?, ?, ?)", rows)

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[Any]:
        with told_clearly(self.path):
            return self._db.execute(query, values).fetchall()

    def _one(self, query: str, id: str) -> Any:
        rows = self._rows(query, (id,))
        if not rows:
            raise KeyError(id)
        return rows[0]


def _document(body: str, text: str) -> Document:
    return replace(decode(body, Document), text=text)


def _utf8(text: str) -> bytes:
    """The text as the store keeps it; lone surrogates, which SQLite's own encoder refuses, are kept."""
    return text.encode("utf8", "surrogatepass")
