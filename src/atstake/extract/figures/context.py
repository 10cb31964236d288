"""What stands around a figure: its place, its dates, its claimant, and names and money that look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atstake.extract.figures.claimant import Claimants
from atstake.extract.figures.when import Dates
from atstake.extract.figures.where import Places
from atstake.model.annotations import Annotations
from atstake.model.reading import Reading
from atstake.model.text import Span

_STERLING = re.compile(
    r"[£€]|\b(?:sterling|pence|GBP|Brit(?:ain|ish)|UK|U\.K\.|England|Scotland|Wales|London"
    r"|[mb]illion pounds)\b"
)
_CAPITALISED = re.compile(r" [A-Z][a-z]+\b")


class Context:
    """One document's annotations, asked around a quantity."""

    def __init__(self, reading: Reading, found: Annotations) -> None:
        self._reading = reading
        self.places, self.dates = Places(reading, found), Dates(reading, found)
        self.claimants = Claimants(reading, found)
        self.has_sterling = _STERLING.search(reading.text) is not None
        self._names = frozenset(name for name in self._numbered() if name)

    def is_name(self, number: Span) -> bool:
        """Whether a number begins a name, here or elsewhere in the text: "18 South, a blog, wrote"."""
        return self._with_the_next(number) in self._names

    def _with_the_next(self, number: Span) -> str:
        behind = _CAPITALISED.match(self._reading.text, number.end)
        return self._reading.text[number.start : number.end] + behind[0] if behind else ""

    def _numbered(self) -> Iterator[str]:
        """Numbers with a name in the singular behind them and no more of a phrase: nothing is counted so."""
        tokens = self._reading.tokens
        for i, token in enumerate(tokens[:-2]):
            name, after = tokens[i + 1], tokens[i + 2]
            named = name.tag == "NNP" and not name.entity
            if token.text.isdigit() and named and after.pos in ("PUNCT", "VERB", "AUX", "ADP"):
                yield self._with_the_next(Span(token.start, token.end))
