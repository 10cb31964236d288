"""What came of adding coverage, and how its progress is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Progress = Callable[[int, int, str], None]
"""Called as (done, of, name of what was done last)."""


@dataclass
class Added:
    """What came of adding: ids of new documents, how many inputs were known, and a line for each problem."""

    new: list[str] = field(default_factory=list)
    known: int = 0
    known_names: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    private: str = ""
    """Who keeps the new documents private: read, and in no output. Nobody, where they are public."""

    def pass_over(self, name: str) -> None:
        """Notes an input that the dossier knows already."""
        self.known += 1
        self.known_names.append(name)
