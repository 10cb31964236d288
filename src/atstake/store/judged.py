"""Judgements: appended, never changed."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

from atstake.model.provenance import Judgement, content_id
from atstake.store.codec import decode, encode
from atstake.store.connection import now


def append(db: sqlite3.Connection, judgement: Judgement) -> Judgement:
    """Stores a judgement; call it in a transaction. One whose id is there already is left as it is.

    A judgement without a time gets the present one, but always later than the last, so that the order in
    which judgements sort is the order in which they were made, whatever the clock does.
    """
    known = db.execute("SELECT body FROM judgements WHERE id = ?", (judgement.id,)).fetchone()
    if judgement.id and known:
        return decode(known[0], Judgement)
    if not judgement.at:
        last = db.execute("SELECT max(at) FROM judgements").fetchone()[0]
        judgement = replace(judgement, at=max(now(), _after(last)) if last else now())
    if not judgement.id:
        body = encode(judgement)
        judgement = replace(judgement, id=content_id("judgement", body))
    db.execute(
        "INSERT INTO judgements (id, at, by, verb, kind, body) VALUES (?, ?, ?, ?, ?, ?)",
        (judgement.id, judgement.at, judgement.by, judgement.verb, judgement.kind, encode(judgement)),
    )
    return judgement


def read(db: sqlite3.Connection) -> tuple[Judgement, ...]:
    """All judgements, oldest first."""
    return tuple(
        decode(row[0], Judgement) for row in db.execute("SELECT body FROM judgements ORDER BY at, id")
    )


def _after(at: str) -> str:
    try:
        later = datetime.fromisoformat(at) + timedelta(microseconds=1)
    except ValueError:
        return at
    return later.isoformat(timespec="microseconds")
