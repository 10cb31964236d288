"""Where the pages of the local app lead; the written page has none of these links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from atstake.model.brief import Line
from atstake.model.text import Target

PAGES = (
    ("", "Overview"),
    ("brief", "Brief"),
    ("changes", "What changed"),
    ("review", "Review"),
    ("decisions", "Decisions"),
    ("add", "Add coverage"),
    ("download", "Download"),
)
"""Pages of one dossier, as its bar names them."""


@dataclass(frozen=True)
class Links:
    """Addresses below one dossier's, made here alone; ``notice`` is what its bar has to say."""

    base: str
    title: str
    notice: str = ""
    here: str | None = None
    query: str = ""
    told: Mapping[str, str] = field(default_factory=dict)
    """The claims that lines tell, by the lines' keys."""

    @property
    def pages(self) -> tuple[tuple[str, str], ...]:
        """What the bar names."""
        return PAGES

    @property
    def actors(self) -> str:
        """What an actor's id is put behind."""
        return f"{self.base}/actor/"

    @property
    def claims(self) -> str:
        """What a claim's id is put behind."""
        return f"{self.base}/claim/"

    def page(self, name: str) -> str:
        """One of the dossier's pages."""
        return f"{self.base}/{name}"

    def words(self, target: Target) -> str:
        """The stored text with these words marked."""
        at = [("at", f"{s.start}-{s.end}") for s in target.spans]
        return f"{self.base}/source?{urlencode([('doc', target.document), *at])}#here"

    def document(self, id: str) -> str:
        """The stored text of a document."""
        return f"{self.base}/source?{urlencode({'doc': id})}"

    def line(self, line: Line) -> str:
        """What stands on a line's words, and what can be decided of it."""
        words = [("words", place(q.target)) for q in line.quotes]
        return f"{self.base}/line?{urlencode([('key', line.key), *words])}"

    def claim(self, line: Line) -> str:
        """The page of the claim that a line tells, "" where it tells none."""
        id = self.told.get(line.key)
        return f"{self.claims}{quote(id, safe='')}" if id else ""

    def object(self, kind: str, id: str) -> str:
        """What can be decided of an object."""
        return f"{self.base}/object/{quote(kind, safe='')}/{quote(id, safe='')}"


def place(target: Target) -> str:
    """Words by their place: spans, and the document behind them, whose id may hold any character."""
    return "_".join(f"{s.start}-{s.end}" for s in target.spans) + f"@{target.document}"
