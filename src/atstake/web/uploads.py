"""What a form sends, as inputs for ``Story.add``: files under names of our own, and the addresses it names.

A file's own name is shown and never used as a path; only its ending is kept, in plain letters, because it
helps to tell what the file is.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from atstake.errors import UsageError

if TYPE_CHECKING:
    from atstake.pipeline import Added

_ENDING = re.compile(r"(?:\.(?:jsonl|ndjson|json))?\.[a-z0-9]{1,8}$")
_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_FIELDS = ("title", "outlet", "date", "url")
MOST_ADDRESSES = 100


@dataclass
class Given:
    """The inputs of one form, and what each is called for people."""

    folder: Path
    inputs: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def file(self, name: str, content: BinaryIO) -> None:
        """Keeps an uploaded file."""
        ending = _ENDING.search(name.lower())
        with self._new(plain_name(name), ending[0] if ending else ".txt").open("wb") as file:
            shutil.copyfileobj(content, file)

    def text(self, text: str, fields: Mapping[str, str]) -> None:
        """Keeps a pasted text, with what was said about it."""
        said = {k: fields[k].strip() for k in _FIELDS if fields.get(k, "").strip()}
        if said:
            ending, content = ".json", json.dumps(said | {"text": text})
        else:
            ending, content = ".txt", text
        place = self._new("the pasted text", ending)
        place.write_text(content, encoding="utf8", errors="replace", newline="")

    def addresses(self, lines: Iterable[str]) -> None:
        """Takes addresses of the web, one a line. Raises ``UsageError`` for anything else."""
        found = [line.strip() for line in lines if line.strip()]
        for line in found:
            if not _ADDRESS.fullmatch(line):
                raise UsageError(
                    f"{line[:100]}: not an address of the web; begin it with http:// or https://"
                )
        if len(found) > MOST_ADDRESSES:
            raise UsageError(f"{len(found)} addresses: at most {MOST_ADDRESSES} at once")
        self.inputs += found

    def told(self, added: Added) -> None:
        """Puts the names that people know into what is said of the inputs."""
        for lines in (added.problems, added.notes, added.known_names):
            lines[:] = [self.named(line) for line in lines]

    def gone(self) -> None:
        """Takes away what was uploaded: the dossier has its own copy."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _new(self, name: str, ending: str) -> Path:
        path = self.folder / f"{len(self.inputs) + 1}{ending}"
        self.inputs.append(str(path))
        self.names[str(path)] = name
        return path

    def named(self, line: str) -> str:
        """A line with the names that people know instead of ours."""
        for path in sorted(self.names, key=len, reverse=True):
            line = line.replace(path, self.names[path])
        return line


def plain_name(name: str) -> str:
    """The last part of a name as a client gives it, for people to read."""
    last = re.split(r"[\\/]", name)[-1]
    return " ".join(last.split())[:120] or "a file without a name"
