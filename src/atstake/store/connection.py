"""Opening the file, keeping its version, and saying in one line what is wrong with it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from atstake.errors import DossierError
from atstake.store.migrations import APPLICATION_ID, MIGRATIONS, Migration

WAIT = 10.0
"""Seconds to wait for another writer before giving up."""


def now() -> str:
    """The time as it is written into a dossier: ISO 8601, UTC, microseconds, so that it sorts as text."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


@contextmanager
def told_clearly(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into a ``DossierError`` that names the file and says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise DossierError(f"{path}: {_advice(error)}") from error


def _advice(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    return {
        sqlite3.SQLITE_FULL: "the disk is full; nothing was lost, free some space and run the command again",
        sqlite3.SQLITE_BUSY: "another program is writing to this dossier; try again when it has finished",
        sqlite3.SQLITE_LOCKED: "another program is writing to this dossier; try again when it has finished",
        sqlite3.SQLITE_READONLY: "this dossier, or its folder, may not be written to",
        sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that the folder exists and may be written to",
        sqlite3.SQLITE_PERM: "no permission to open this dossier",
        sqlite3.SQLITE_NOTADB: "this is not a dossier",
        sqlite3.SQLITE_CORRUPT: "this dossier is damaged; restore it from a copy",
        sqlite3.SQLITE_IOERR: "the disk could not be read or written; nothing that was finished is lost",
    }.get(primary or -1, f"the dossier refused: {error}")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, whatever interrupts it (Ctrl-C included). The write lock is taken at once."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        # A full disk makes SQLite roll back by itself.
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def connect(path: Path, *, create: bool, readonly: bool) -> sqlite3.Connection:
    """An open dossier of the current version. Raises ``DossierError``."""
    if not path.exists() and not create:
        raise DossierError(f"{path}: there is no such dossier; `atstake add` makes one")
    if path.is_dir():
        raise DossierError(f"{path}: this is a folder, not a dossier")
    with told_clearly(path):
        db = _open(path, readonly)
        try:
            version = _version(db, path)
            if not readonly and version <= len(MIGRATIONS):
                db.execute("PRAGMA journal_mode = WAL")
                migrate(db, path, MIGRATIONS)
            _check(db, path)
        except BaseException:
            db.close()
            raise
    return db


def migrate(db: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Brings the file to the newest version, after a copy named ``<path>.v<N>``.

    Each migration and its record are one transaction: an interrupted one leaves the version before it.
    """
    version = _version(db, path)
    if 0 < version < len(migrations):
        _copy(db, path.with_name(f"{path.name}.v{version}"))
    for number, migration in enumerate(migrations[version:], start=version + 1):
        with transaction(db):
            if _version(db, path) >= number:
                continue  # another program was faster
            migration.apply(db)
            db.execute("INSERT INTO migrations VALUES (?, ?)", (migration.name, now()))
            db.execute(f"PRAGMA user_version = {number}")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _open(path: Path, readonly: bool) -> sqlite3.Connection:
    mode = "rwc"
    if readonly:
        # Where the folder may not be written SQLite cannot make its -shm file; nobody else writes there.
        beside = path.with_name(path.name + "-wal")
        frozen = not os.access(path.parent, os.W_OK) and not beside.exists()
        mode = "ro&immutable=1" if frozen else "ro"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    db = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None)
    db.text_factory = lambda raw: raw.decode("utf8", "surrogatepass")
    db.execute("PRAGMA foreign_keys = ON")
    # FULL: what a command said it has stored survives a power cut too.
    db.execute("PRAGMA synchronous = FULL")
    return db


def _version(db: sqlite3.Connection, path: Path) -> int:
    """The file's number; 0 for an empty file. Raises ``DossierError`` where it is no dossier."""
    application = int(db.execute("PRAGMA application_id").fetchone()[0])
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if application == APPLICATION_ID:
        return version
    if application or version or db.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise DossierError(f"{path}: this is a database, but not a dossier")
    return 0


def _check(db: sqlite3.Connection, path: Path) -> None:
    version = _version(db, path)
    if version > len(MIGRATIONS):
        raise DossierError(
            f"{path}: this dossier is of version {version}, newer than this atstake knows"
            f" ({len(MIGRATIONS)}); update atstake"
        )
    if version < len(MIGRATIONS):
        raise DossierError(
            f"{path}: this dossier is of an older version; open it once where it may be written to"
        )


def _copy(db: sqlite3.Connection, to: Path) -> None:
    with sqlite3.connect(to) as copy:
        db.backup(copy)
    copy.close()
