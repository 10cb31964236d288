"""*Where*: the places that matter, each with a sentence that names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.quoting import exact
from atstake.facts.agents import meaning
from atstake.facts.states import states
from atstake.facts.tables import rows, several
from atstake.model.annotations import Mention
from atstake.model.brief import Line, Part, Spot
from atstake.model.claims import Place
from atstake.model.text import Span

MOST = 10
_SOME = 3
"""Places that have to remain, so that one named once is passed over."""
_GOES_BACK = 3
"""Times that one text of several names a place that it goes back to."""
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
"""Short for a state or a part of one, which stands there by its name as well."""
_PARTS = 3
"""Parts of a state that have to be shown, so that the state itself is passed over."""
_TRIED = 5
"""Mentions of a place whose sentences are tried for one that can be understood alone."""
_AROUND = 40
"""Characters beside a place's name in which a noun for a person may stand."""
_BEHIND = re.compile(r"(?:['’]s)?[\s-]+([A-Za-z]+(?:\.(?!\s+[A-Z][a-z]+ [a-z]))?)(?:\s+([A-Za-z]+))?")
_BEFORE = re.compile(r"([A-Za-z]+)(?:\s+[A-Z][\w.’'-]+){0,3}\s+(?:of|for|from)\s+(?:the\s+)?$")
# "Halden University", "the Arden Police Department", "an Arden Republican".
_GOES_ON = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b|(?:Province|State|County|City|Valley|Island|Coast|River)\b)[A-Z][a-z]+"
)
# "In Dayton": the sentence says that something is there.
_LOCATES = re.compile(
    r"\b(?:in|at|near|outside|around|across|from|to|into|inside|towards?|throughout|over|through|on)\s+"
    r"(?:the\s+)?(?:[a-z]+(?:ern)?\s+)?"
    # "To Arden, Brock and Calder" says it of each.
    r"(?:(?:[A-Z][\w’'-]+\s?){1,3}(?:,\s+(?:and\s+)?|\s*and\s+))*$"
)


def places(coverage: Coverage) -> Part[Spot]:
    """Places by how many independent texts name them as places."""
    titles = _titles(coverage)
    made = [s for p in coverage.resolution.places if (s := _spot(coverage, p, titles)) is not None]
    made.sort(key=lambda s: (-len(s.line.origins), -s.mentions, s.name))
    made = _without_the_whole(coverage, made)
    shown = (made if not coverage.has_subject else _that_matter(coverage, made))[:MOST]
    return Part(tuple(_apart(shown)), len(made) - len(shown))


def _that_matter(coverage: Coverage, spots: list[Spot]) -> list[Spot]:
    """Of several articles the places of more than one text, or that one goes back to; and a few more.

    These have to be told of ("in Halden"); and a building that stands for a body is no place of a story.
    """
    spots = [s for s in spots if s.name not in _institutions()]
    often = [s for s in spots if len(s.line.origins) > 1 or s.mentions >= _GOES_BACK]
    rest = [s for s in spots if s not in often and _is_told_of(coverage, s)]
    rest.sort(key=lambda s: (-s.mentions, -_central(coverage, s), s.name))
    kept = {s.place for s in [*often, *rest[: max(0, _SOME - len(often))]]}
    return [s for s in spots if s.place in kept]


@cache
def _institutions() -> frozenset[str]:
    """Names of buildings and streets that stand for an institution ("Whitehall")."""
    return frozenset(name for row in rows("seats") for name in several(row[-1]))


def _central(coverage: Coverage, spot: Spot) -> float:
    return coverage.centrality(lines.words_of(spot.line))


def _is_told_of(coverage: Coverage, spot: Spot) -> bool:
    """Whether a name of the place stands behind "in", "near" or the like."""
    place = next(p for p in coverage.resolution.places if p.id == spot.place)
    named = [coverage.mention[m] for m in place.mentions if m in coverage.mention]
    return any(_locates(coverage, m) for m in named if not m.metonym)


def _without_the_whole(coverage: Coverage, spots: list[Spot]) -> list[Spot]:
    """Of several articles without a state of which several parts are shown: that it is there is plain."""
    if not coverage.has_subject:
        return spots
    whole = {s.place for s in spots if (state := states().get(s.country or "")) and s.name in state.names}
    parts = Counter(s.country for s in spots if s.place not in whole)
    return [s for s in spots if s.place not in whole or parts[s.country] < _PARTS]


def _apart(spots: Iterable[Spot]) -> Iterator[Spot]:
    """The spots with an anchor each: one sentence may name two places."""
    seen: set[str] = set()
    for spot in spots:
        line = spot.line
        if line.key in seen:
            line = replace(line, key=lines.key("where", spot.name, line.key))
        seen.add(line.key)
        yield replace(spot, line=line)


def _titles(coverage: Coverage) -> dict[str, list[Span]]:
    """The stretches of each document in which somebody's office or a body's name stands."""
    found: dict[str, list[Span]] = {}
    for document, layers in coverage.annotations.items():
        roles = [m.role.whole for m in layers.mentions if m.role is not None]
        bodies = [m.target.whole for m in layers.mentions if m.type == "organisation" and m.form == "name"]
        found[document] = [*roles, *bodies]
    return found


def _spot(coverage: Coverage, place: Place, titles: dict[str, list[Span]]) -> Spot | None:
    mentions = [coverage.mention[m] for m in place.mentions if m in coverage.mention]
    literal = [m for m in mentions if not m.metonym and not _is_whose(coverage, m, titles)]
    if not literal or place.name.casefold() in _DIRECTIONS:
        return None
    origins = coverage.origins(m.target.document for m in literal)
    telling = sorted(literal, key=lambda m: not _locates(coverage, m))[:_TRIED]
    line = next((x for m in telling if (x := lines.make(coverage, "where", m.target, origins=origins))), None)
    if line is None:
        first = literal[0].target
        quote = exact(coverage, first.document, first.whole)
        line = Line(lines.key("where", first.quote), (quote,), (), coverage.date(first.document), origins)
    return Spot(place.id, place.name, place.lat, place.lon, line, place.country, len(literal), place.disputed)


def _is_whose(coverage: Coverage, mention: Mention, titles: dict[str, list[Span]]) -> bool:
    """Whether a name only says whose mayor or senator somebody is, or begins the name of something else."""
    document, span = mention.target.document, mention.target.whole
    if any(t.contains(span) for t in titles.get(document, ())):
        return True
    text = coverage.text(document)
    if _GOES_ON.match(text, span.end):
        return True
    behind = _BEHIND.match(text, span.end, span.end + _AROUND)
    if behind and any(meaning(w, "office", "rank") for w in (behind[1], f"{behind[1]} {behind[2]}")):
        return True
    before = _BEFORE.search(text[max(0, span.start - _AROUND) : span.start])
    return before is not None and meaning(before[1], "office", "rank") is not None


def _locates(coverage: Coverage, mention: Mention) -> bool:
    text, start = coverage.text(mention.target.document), mention.target.start
    return _LOCATES.search(text[max(0, start - _AROUND) : start]) is not None
