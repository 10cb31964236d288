"""Resolved objects: one row each, in their order, layer by layer."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, get_args

from atstake.model.claims import Resolution
from atstake.store.codec import decode, encode, layer_types

Row = tuple[str, int, str]
"""Layer, position in it, the object as JSON."""


def rows(resolution: Resolution) -> list[Row]:
    """All objects of a resolution as rows."""
    types = layer_types(Resolution)
    return [
        (f.name, position, encode(thing, get_args(types[f.name])[0]))
        for f in fields(resolution)
        for position, thing in enumerate(getattr(resolution, f.name))
    ]


def assembled(found: Iterable[Row]) -> Resolution:
    """The resolution that the rows, in order of position, came from."""
    types = layer_types(Resolution)
    layers: dict[str, list[Any]] = defaultdict(list)
    for layer, _, body in found:
        layers[layer].append(decode(body, get_args(types[layer])[0]))
    return Resolution(**{layer: tuple(things) for layer, things in layers.items()})


def write(db: sqlite3.Connection, resolution: Resolution, run: str) -> None:
    """Replaces the stored resolution; call it in a transaction."""
    db.execute("DELETE FROM resolved")
    db.executemany("INSERT INTO resolved (layer, position, body) VALUES (?, ?, ?)", rows(resolution))
    db.execute("INSERT OR REPLACE INTO resolutions (number, run, stale) VALUES (1, ?, 0)", (run,))


def outdate(db: sqlite3.Connection) -> None:
    """Notes that the stored resolution no longer tells of all that is stored."""
    db.execute("UPDATE resolutions SET stale = 1")


def forget(db: sqlite3.Connection) -> None:
    """Drops the stored resolution."""
    db.execute("DELETE FROM resolved")
    db.execute("DELETE FROM resolutions")


def run_of(db: sqlite3.Connection) -> str | None:
    """The id of the run that the stored resolution was saved with."""
    row = db.execute("SELECT run FROM resolutions").fetchone()
    return row[0] if row else None


def read(db: sqlite3.Connection, stale: bool) -> Resolution | None:
    """The stored resolution, None where there is none, or an outdated one and ``stale`` is not set."""
    mark = db.execute("SELECT stale FROM resolutions").fetchone()
    if mark is None or (mark[0] and not stale):
        return None
    return assembled(db.execute("SELECT layer, position, body FROM resolved ORDER BY layer, position"))
