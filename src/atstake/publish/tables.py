"""The evidence file as flat tables: one CSV or Parquet file for each kind of thing.

Targets become columns ``doc``, ``start``, ``end``, ``quote`` (with a prefix where a row has two); lists of
ids are joined with a space, other lists with "; ". Offsets are code points into the text, end exclusive.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from atstake.errors import AtstakeError, UsageError

Row = dict[str, Any]
_TABLES = (
    "documents", "actors", "attributions", "claims", "disputes", "issues",
    "positions", "figures", "upcoming", "events", "places", "shifts",
)  # fmt: skip
# A cell that begins with one of these is run as a formula by spreadsheets (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tables(evidence: Mapping[str, Any]) -> dict[str, list[Row]]:
    """Rows by table, of an evidence file; ``mentions`` has a table of its own."""
    found = {name: [_flat(row) for row in evidence.get(name, ())] for name in _TABLES}
    found["mentions"] = [
        {"of": thing["id"], **mention}
        for name in ("actors", "places")
        for thing in evidence[name]
        for mention in thing["mentions"]
    ]
    return {name: rows for name, rows in found.items() if rows}


def write_csv(evidence: Mapping[str, Any], folder: Path) -> list[Path]:
    """One ``NAME.csv`` a table (RFC 4180, UTF-8); what a spreadsheet would run gets a quote mark."""
    written = []
    for name, rows in tables(evidence).items():
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, _columns(rows), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({k: _cell(v) for k, v in row.items()} for row in rows)
        written.append(_put(folder, f"{name}.csv", out.getvalue().encode("utf8", "replace")))
    return written


def write_parquet(evidence: Mapping[str, Any], folder: Path) -> list[Path]:
    """One ``NAME.parquet`` a table. Raises ``UsageError`` where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise UsageError("Parquet needs an extra: pip install 'atstake[parquet]'") from error
    written = []
    for name, rows in tables(evidence).items():
        columns = _columns(rows)
        table = pa.table({c: _column([row.get(c) for row in rows]) for c in columns})
        out = io.BytesIO()
        pq.write_table(table, out)
        written.append(_put(folder, f"{name}.parquet", out.getvalue()))
    return written


def _flat(row: Mapping[str, Any]) -> Row:
    flat: Row = {}
    for key, value in row.items():
        if key in ("mentions", "furniture"):
            continue
        if isinstance(value, Mapping):
            prefix = "" if key == "target" else f"{key}_"
            flat |= {f"{prefix}{k}": v for k, v in value.items()}
        elif isinstance(value, list):
            flat[key] = _joined(value)
        else:
            flat[key] = value
    return flat


def _joined(values: list[Any]) -> str:
    """Spans as "12-40 52-60", ids with spaces, names with semicolons."""
    if values and isinstance(values[0], list):
        return " ".join(f"{start}-{end}" for start, end in values)
    texts = [str(v) for v in values]
    return ("; " if any(" " in t for t in texts) else " ").join(texts)


def _columns(rows: list[Row]) -> list[str]:
    return list(dict.fromkeys(k for row in rows for k in row))


def _column(values: list[Any]) -> list[Any]:
    """Numbers of one kind, since low and high can be whole or not."""
    mixed = {type(v) for v in values if v is not None} == {int, float}
    return [float(v) if mixed and v is not None else v for v in values]


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _put(folder: Path, name: str, content: bytes) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        path.write_bytes(content)
    except OSError as error:
        raise AtstakeError(f"{folder / name} was not written: {error.strerror}") from error
    return path
