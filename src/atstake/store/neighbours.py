"""Which documents are like which, and the resolution of each neighbourhood of a large dossier.

A document is filed under its traits (weighed numbers); its likeness to another is the sum of the products
of their weights, and each document keeps links to those that are most like it. All of it is derived.
"""

from __future__ import annotations

import hashlib
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

from atstake.model.claims import Resolution
from atstake.model.links import BITS, Links
from atstake.store.codec import decode, encode, layer_types


@dataclass(frozen=True, slots=True)
class Filing:
    """A document as it is filed: its traits, its size, and the document that it stands in, or ""."""

    document: str
    traits: Mapping[int, int]
    size: int
    parent: str = ""


class Filed(NamedTuple):
    """A filed document: its size, the document that it stands in or "", a hash of its annotations."""

    size: int
    parent: str
    digest: str


def articles(db: sqlite3.Connection) -> int:
    """How many documents stand in no other. Rows of those that are filed are not looked at."""
    every = db.execute("SELECT count(*) FROM documents").fetchone()[0]
    filed_posts = db.execute("SELECT count(*) FROM filed WHERE parent != ''").fetchone()[0]
    query = (
        "SELECT count(*) FROM documents WHERE json_extract(fields, '$.parent') IS NOT NULL"
        " AND number IN (SELECT number FROM documents EXCEPT SELECT number FROM filed)"
    )
    return int(every - filed_posts - db.execute(query).fetchone()[0])


def unfiled(db: sqlite3.Connection) -> tuple[str, ...]:
    """Ids of the documents that were read and are not filed yet."""
    query = (
        "SELECT document FROM readings JOIN documents ON id = document"
        " WHERE number NOT IN (SELECT number FROM filed) ORDER BY document"
    )
    return tuple(row[0] for row in db.execute(query))


def file(db: sqlite3.Connection, filings: Iterable[Filing], nearest: int, least: int) -> None:
    """Files documents and links each to those most like it; call it in a transaction.

    A document has ``nearest`` links of its own to documents that are alike by ``least`` and more.
    """
    for filing in filings:
        row = db.execute("SELECT number FROM documents WHERE id = ?", (filing.document,)).fetchone()
        number = int(row[0])
        alike = _alike(db, filing.traits, least)
        db.execute(
            "INSERT INTO filed VALUES (?, ?, ?, ?)",
            (number, filing.size, filing.parent, _digest(db, filing.document)),
        )
        db.executemany(
            "INSERT INTO traits VALUES (?, ?, ?)", ((t, number, w) for t, w in filing.traits.items())
        )
        _link(db, number, filing.document, alike, nearest)


def filed(db: sqlite3.Connection) -> dict[str, Filed]:
    """All filed documents by id."""
    query = "SELECT id, size, parent, digest FROM filed JOIN documents USING (number) ORDER BY id"
    return {id: Filed(size, parent, digest) for id, size, parent, digest in db.execute(query)}


def links(db: sqlite3.Connection) -> Links:
    """All links, packed by the database: a row of three numbers takes twice as long."""
    numbered = dict(db.execute("SELECT number, id FROM documents"))
    ids = [numbered.get(number, "") for number in range(max(numbered, default=-1) + 1)]
    query = f"SELECT (number << {BITS} | other) << {BITS} | strength FROM near"
    return Links(ids, array("q", [row[0] for row in db.execute(query)]))


def forget(db: sqlite3.Connection) -> None:
    """Drops what is derived from annotations; parts are kept, they are found by what they are made of."""
    for table in ("filed", "traits", "near"):
        db.execute(f"DELETE FROM {table}")


def refile(db: sqlite3.Connection, document: str) -> None:
    """Forgets all filings where this document is filed already: its traits may be others now."""
    query = "SELECT 1 FROM filed JOIN documents USING (number) WHERE id = ?"
    if db.execute(query, (document,)).fetchone():
        forget(db)


def parts(db: sqlite3.Connection) -> set[str]:
    """The keys of the neighbourhoods whose resolution is stored."""
    return {row[0] for row in db.execute("SELECT DISTINCT part FROM parts")}


def save(db: sqlite3.Connection, key: str, resolution: Resolution) -> None:
    """Stores the resolution of a neighbourhood; call it in a transaction."""
    types = layer_types(Resolution)
    rows = [(key, f.name, encode(getattr(resolution, f.name), types[f.name])) for f in fields(resolution)]
    db.executemany("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", rows)


def read(db: sqlite3.Connection, key: str) -> Resolution:
    """The resolution of a neighbourhood. Raises ``KeyError``."""
    types = layer_types(Resolution)
    rows = db.execute("SELECT layer, body FROM parts WHERE part = ?", (key,)).fetchall()
    if not rows:
        raise KeyError(key)
    return Resolution(**{layer: decode(body, types[layer]) for layer, body in rows})


def drop(db: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Drops the resolution of neighbourhoods that are none any more; call it in a transaction."""
    db.executemany("DELETE FROM parts WHERE part = ?", ((key,) for key in keys))


def _alike(db: sqlite3.Connection, traits: Mapping[int, int], least: int) -> list[tuple[int, int]]:
    """Numbers of the filed documents that share traits, with how alike they are."""
    if not traits:
        return []
    asked = ", ".join("(?, ?)" for _ in traits)
    query = (
        f"WITH asked (trait, weight) AS (VALUES {asked})"
        " SELECT number, sum(traits.weight * asked.weight) AS strength FROM asked JOIN traits USING (trait)"
        " GROUP BY number HAVING strength >= ?"
    )
    values = [v for pair in traits.items() for v in pair]
    return [(int(n), int(s)) for n, s in db.execute(query, (*values, least))]


def _link(
    db: sqlite3.Connection, number: int, document: str, alike: Sequence[tuple[int, int]], nearest: int
) -> None:
    """Links a document to its nearest, and those to it for which it is one of the nearest.

    Of two that are equally near the one with the smaller id is nearer: numbers tell the order of arrival.
    """
    lists = _lists(db, [other for other, _ in alike])
    rows = []
    for other, strength in alike:
        held = lists[other]
        last = max(held) if len(held) >= nearest else None
        if last is None or (-strength, document) < last[:2]:
            rows.append((other, number, strength))
            if last is not None:
                db.execute("DELETE FROM near WHERE number = ? AND other = ?", (other, last[2]))
    ids = _ids(db, [other for other, _ in alike])
    own = sorted((-strength, ids[other], other) for other, strength in alike)[:nearest]
    rows += [(number, other, -strength) for strength, _, other in own]
    db.executemany("INSERT INTO near VALUES (?, ?, ?)", rows)


def _lists(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, list[tuple[int, str, int]]]:
    """The links that documents have of their own: strength (negative, to sort by), id, number."""
    found: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    query = "SELECT near.number, strength, id, other FROM near JOIN documents ON documents.number = other"
    for row in db.execute(f"{query} WHERE near.number IN ({_marks(numbers)})", numbers):
        found[row[0]].append((-row[1], row[2], row[3]))
    return found


def _ids(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    return dict(db.execute(f"SELECT number, id FROM documents WHERE number IN ({_marks(numbers)})", numbers))


def _marks(values: Sequence[int]) -> str:
    return ", ".join("?" for _ in values)


def _digest(db: sqlite3.Connection, document: str) -> str:
    """A hash of all that was found in a document."""
    made = hashlib.sha256()
    query = "SELECT layer, body FROM annotations WHERE document = ? ORDER BY layer"
    for layer, body in db.execute(query, (document,)):
        made.update(f"{layer}\n{body}\n".encode())
    return made.hexdigest()[:20]
