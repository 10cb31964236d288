"""People in office and bodies of the Phoenix dictionaries (MIT; good until about 2014)."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from atstake.facts.people import Tenure
from atstake.facts.tables import plain, several


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody in office; the ``title`` of each tenure is a PLOVER sector."""

    name: str
    country: str
    tenures: tuple[Tenure, ...]

    def sector_on(self, date: str | None) -> str:
        """The sector on a date (YYYY-MM-DD): ELI once the last office has ended; with no date the first."""
        held = [t for t in self.tenures if t.title != "ELI" and t.holds(date)]
        if held:
            return held[-1 if date else 0].title
        return "ELI"


@cache
def _officials() -> dict[str, Official]:
    packed = files("atstake.facts").joinpath("data", "phoenix.tsv.gz").read_bytes()
    found: dict[str, Official] = {}
    for line in gzip.decompress(packed).decode("utf8").splitlines():
        if line.startswith("#"):
            continue
        name, country, roles, others = line.split("\t")
        official = Official(name, country, tuple(_tenure(role) for role in roles.split(";")))
        for each in (name, *several(others)):
            found.setdefault(plain(each), official)
    return found


def _tenure(text: str) -> Tenure:
    sector, _, dates = text.partition("@")
    first, _, last = dates.partition("..")
    return Tenure(sector, first or None, last or None)


def official(name: str) -> Official | None:
    """Who or what has exactly that name, or None."""
    return _officials().get(plain(name))
