"""The dossier's tables, as named migrations.

Never edit a migration that was released: append one. Each runs in a transaction together with its record.
``documents``, ``raws``, ``runs``, ``judgements`` and the builds are kept and migrated; everything else is
derived from them and may be dropped and made anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

APPLICATION_ID = 0x41545354
"""Marks a file as a dossier ("ATST"), in SQLite's ``application_id``."""

_FIRST = """
CREATE TABLE migrations (name TEXT PRIMARY KEY, applied TEXT NOT NULL);

CREATE TABLE runs (id TEXT PRIMARY KEY, body TEXT NOT NULL);

CREATE TABLE raws (sha256 TEXT PRIMARY KEY, deflated BLOB NOT NULL);

CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  raw TEXT REFERENCES raws (sha256),
  run TEXT NOT NULL REFERENCES runs (id),
  added TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  fields TEXT NOT NULL
);

CREATE TABLE judgements (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  verb TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL
);

CREATE TABLE builds (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  made TEXT NOT NULL,
  run TEXT NOT NULL,
  lines TEXT NOT NULL
);
CREATE TABLE states (digest TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE built_states (
  build TEXT NOT NULL REFERENCES builds (id), layer TEXT NOT NULL, position INTEGER NOT NULL,
  digest TEXT NOT NULL REFERENCES states (digest),
  PRIMARY KEY (build, layer, position)
) WITHOUT ROWID;

CREATE TABLE readings (
  document TEXT PRIMARY KEY REFERENCES documents (id), run TEXT NOT NULL REFERENCES runs (id)
);
CREATE TABLE annotations (
  document TEXT NOT NULL REFERENCES documents (id), layer TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (document, layer)
);
CREATE TABLE resolutions (
  number INTEGER PRIMARY KEY CHECK (number = 1), run TEXT NOT NULL, stale INTEGER NOT NULL
);
CREATE TABLE resolved (
  layer TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (layer, position)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
  title, text, content = 'documents', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_are_searchable AFTER INSERT ON documents BEGIN
  INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
"""

_FOREVER = ("raws", "documents", "judgements", "runs", "builds", "states", "built_states")


_NEIGHBOURHOODS = """
CREATE TABLE filed (
  number INTEGER PRIMARY KEY REFERENCES documents (number), size INTEGER NOT NULL, parent TEXT NOT NULL,
  digest TEXT NOT NULL
);
CREATE TABLE traits (
  trait INTEGER NOT NULL, number INTEGER NOT NULL, weight INTEGER NOT NULL, PRIMARY KEY (trait, number)
) WITHOUT ROWID;
CREATE TABLE near (
  number INTEGER NOT NULL, other INTEGER NOT NULL, strength INTEGER NOT NULL, PRIMARY KEY (number, other)
) WITHOUT ROWID;
CREATE TABLE parts (
  part TEXT NOT NULL, layer TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (part, layer)
);
"""


def _neighbourhoods(db: sqlite3.Connection) -> None:
    for statement in _statements(_NEIGHBOURHOODS):
        db.execute(statement)


def _first(db: sqlite3.Connection) -> None:
    for statement in _statements(_FIRST):
        db.execute(statement)
    for table in _FOREVER:
        for action in ("UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} never change'); END"
            )


def _statements(script: str) -> list[str]:
    """The script's statements: ``executescript`` would commit the transaction that we are in."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return [s for s in found if s]


@dataclass(frozen=True)
class Migration:
    """A step that takes a dossier from one version to the next."""

    name: str
    apply: Callable[[sqlite3.Connection], None]


MIGRATIONS: tuple[Migration, ...] = (
    Migration("0001 first tables", _first),
    Migration("0002 neighbourhoods", _neighbourhoods),
)
