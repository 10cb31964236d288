"""Published briefs: their lines, and the resolved objects behind them, each state stored once."""

from __future__ import annotations

import hashlib
import sqlite3

from atstake.model.claims import Resolution
from atstake.model.provenance import Build, BuiltLine
from atstake.store.codec import decode, encode
from atstake.store.resolved import assembled


def append(db: sqlite3.Connection, build: Build) -> None:
    """Stores the build and the present resolution; call it in a transaction."""
    lines = encode(build.lines, tuple[BuiltLine, ...])
    db.execute(
        "INSERT INTO builds (id, made, run, lines) VALUES (?, ?, ?, ?)",
        (build.id, build.made, build.run, lines),
    )
    rows = db.execute("SELECT layer, position, body FROM resolved").fetchall()
    digests = [hashlib.sha256(body.encode()).hexdigest() for _, _, body in rows]
    bodies = ((digest, row[2]) for digest, row in zip(digests, rows, strict=True))
    db.executemany("INSERT OR IGNORE INTO states VALUES (?, ?)", bodies)
    placed = ((build.id, row[0], row[1], digest) for digest, row in zip(digests, rows, strict=True))
    db.executemany("INSERT INTO built_states VALUES (?, ?, ?, ?)", placed)


def decoded(row: tuple[str, str, str, str]) -> Build:
    """The build from its row: id, made, run, lines."""
    return Build(row[0], row[1], row[2], decode(row[3], tuple[BuiltLine, ...]))


def resolution(db: sqlite3.Connection, build: str) -> Resolution:
    """The resolved objects as they stood at a build."""
    query = (
        "SELECT layer, position, body FROM built_states JOIN states USING (digest)"
        " WHERE build = ? ORDER BY layer, position"
    )
    return assembled(db.execute(query, (build,)))
