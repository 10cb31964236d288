"""A feed that is read again and again: only where it changed since the last look is anything handed on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from atstake.errors import InputError
from atstake.intake.fetch import Held, fetch_new, is_url
from atstake.intake.limits import Limits
from atstake.intake.reader import read_bytes
from atstake.model.intake import Intake


@dataclass
class Watched:
    """One feed, an address or a file. ``look`` raises ``InputError`` where it cannot be had or read.

    What a look handed on counts as seen only once ``taken`` is called: who was interrupted looks again.
    """

    name: str
    limits: Limits = field(default_factory=Limits)
    held: Held = field(default_factory=Held)
    _next: Held = field(default_factory=Held)

    def look(self) -> Iterator[Intake]:
        """All entries where the feed changed, nothing where it did not."""
        if is_url(self.name):
            answer = fetch_new(self.name, self.limits, self.held)
            if answer is None:
                return
            raw, charset, etag, modified = answer
        else:
            raw, charset, etag, modified = self._file(), "", "", ""
        digest = hashlib.sha256(raw).hexdigest()
        if digest == self.held.digest:
            self.held = Held(etag, modified, digest)
            return
        self._next = Held(etag, modified, digest)
        yield from read_bytes(self.name, raw, charset, self.limits)

    def taken(self) -> None:
        """All of the last look was kept."""
        if self._next.digest:
            self.held, self._next = self._next, Held()

    def _file(self) -> bytes:
        path = Path(self.name)
        try:
            if path.stat().st_size > self.limits.stream_bytes:
                raise InputError(f"is over the limit of {self.limits.stream_bytes / 1e6:.0f} MB")
            return path.read_bytes()
        except FileNotFoundError as error:
            raise InputError("does not exist") from error
        except OSError as error:
            raise InputError(f"cannot be read ({error.strerror})") from error
