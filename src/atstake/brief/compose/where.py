"""*Where*: the places that matter, each with a sentence that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.quoting import exact
from atstake.model.brief import Line, Part, Spot
from atstake.model.claims import Place

MOST = 10
_SOME = 3
"""Articles from which on, and places that have to remain, so that a place named once is passed over."""


def places(coverage: Coverage) -> Part[Spot]:
    """Places by how many independent texts name them as places."""
    made = [s for p in coverage.resolution.places if (s := _spot(coverage, p)) is not None]
    made.sort(key=lambda s: (-len(s.line.origins), -s.mentions, s.name))
    often = [s for s in made if s.mentions > 1 or len(s.line.origins) > 1]
    shown = (often if len(coverage.articles) >= _SOME <= len(often) else made)[:MOST]
    return Part(tuple(_apart(shown)), len(made) - len(shown))


def _apart(spots: Iterable[Spot]) -> Iterator[Spot]:
    """The spots with an anchor each: one sentence may name two places."""
    seen: set[str] = set()
    for spot in spots:
        line = spot.line
        if line.key in seen:
            line = replace(line, key=lines.key("where", spot.name, line.key))
        seen.add(line.key)
        yield replace(spot, line=line)


def _spot(coverage: Coverage, place: Place) -> Spot | None:
    mentions = [coverage.mention[m] for m in place.mentions if m in coverage.mention]
    literal = [m for m in mentions if not m.metonym]
    if not literal:
        return None
    origins = coverage.origins(m.target.document for m in literal)
    line = next(
        (x for m in literal[:5] if (x := lines.make(coverage, "where", m.target, origins=origins))), None
    )
    if line is None:
        first = literal[0].target
        quote = exact(coverage, first.document, first.whole)
        line = Line(lines.key("where", first.quote), (quote,), (), coverage.date(first.document), origins)
    return Spot(place.id, place.name, place.lat, place.lon, line, place.country, len(literal), place.disputed)
