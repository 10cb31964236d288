"""The ledger of a corpus run: one line for each part that is wholly on disk."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from atstake.errors import AtstakeError, UsageError

NAME = "extract.jsonl"
FORMAT = "atstake-corpus/1"


@dataclass(frozen=True)
class Part:
    """Inputs of the stream in one part: how many, a hash of them, the rows by table, what was skipped."""

    part: int
    inputs: int
    digest: str
    run: str
    rows: dict[str, int] = field(default_factory=dict)
    known: int = 0
    problems: tuple[str, ...] = ()


class Ledger:
    """The ledger in a folder. Raises ``UsageError`` where the folder is another run's."""

    def __init__(self, folder: Path, head: dict[str, Any]) -> None:
        self._path = folder / NAME
        self._head = {"format": FORMAT, **head}
        self.parts: list[Part] = []
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lines = self._path.read_text("utf8").splitlines() if self._path.exists() else []
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{folder}: cannot be used ({error}); -o wants a folder") from error
        if lines:
            self._read(lines)
        elif any(folder.iterdir()):
            raise UsageError(f"{folder} holds other files; -o wants a new folder, or one of an earlier run")
        self._write([self._head, *map(asdict, self.parts)])

    def add(self, part: Part) -> None:
        """Notes a part that is on disk. One that was noted under its number before is replaced."""
        if part.part < len(self.parts):
            self.parts = [*self.parts[: part.part], part]
            self._write([self._head, *map(asdict, self.parts)])
            return
        self.parts.append(part)
        self._write([asdict(part)], more=True)

    def _read(self, lines: list[str]) -> None:
        read = [row for line in lines if (row := _row(line)) is not None]
        if not read or read[0] != self._head:
            raise UsageError(
                f"{self._path.parent} is of another version, model or form; give another -o, or empty it"
            )
        for row in read[1:]:
            part = Part(**{**row, "problems": tuple(row["problems"])})
            if part.part == len(self.parts):
                self.parts.append(part)

    def _write(self, rows: list[dict[str, Any]], *, more: bool = False) -> None:
        text = "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
        place = self._path if more else self._path.with_name(f".{NAME}.part")
        try:
            with place.open("a" if more else "w", encoding="utf8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if not more:
                place.replace(self._path)
        except OSError as error:
            raise AtstakeError(
                f"{self._path} was not written: {error.strerror}; run it again to go on"
            ) from error


def _row(line: str) -> dict[str, Any] | None:
    """A line of the ledger; None for one that a kill cut off."""
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) else None
