"""Places: where the story plays, with coordinates from the gazetteer that ships.

A place's mentions are those of its name as a place; a capital that stands for a government is no place.
Places that states dispute are flagged and have no country, so that nothing that is made of them takes a side.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from atstake.facts.places import PlaceFact, find, is_shared
from atstake.facts.worldmap import disputed_at
from atstake.model.annotations import Mention
from atstake.model.claims import Place, Resolution
from atstake.model.provenance import content_id
from atstake.model.stages import Evidence

# Countries named at least this often, of all place names, are what the story is about.
_ABOUT = 0.02
_REGION = re.compile(r" ?, ((?:[A-Z][a-z]+ ?){1,3})\b")
_PARTY = re.compile(r"\b[RDI][-–]\Z")


@dataclass
class _Found:
    fact: PlaceFact
    names: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)


class Places:
    """Fills ``places``: those named by most origins first; what the gazetteer does not know is left out."""

    name = "places"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with the places."""
        origin_of = dict(so_far.origin_of)
        mentions = _literal(evidence)
        near = countries_of(mentions)
        found: dict[str, _Found] = {}
        for mention in mentions:
            fact = find(mention.target.quote, _within(evidence, mention) or near)
            if fact is not None:
                key = content_id("place", fact.name, fact.lat, fact.lon)
                each = found.setdefault(key, _Found(fact))
                each.names[mention.target.quote] += 1
                each.mentions.append(mention)
        origins = {
            key: {origin_of.get(m.target.document, m.target.document) for m in each.mentions}
            for key, each in found.items()
        }
        ordered = sorted(found, key=lambda k: (-len(origins[k]), -len(found[k].mentions), k))
        return replace(so_far, places=tuple(_place(key, found[key]) for key in ordered))


def countries_of(mentions: list[Mention]) -> frozenset[str]:
    """The countries that the story is about, by its place names."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        fact = find(mention.target.quote)
        if fact is not None and fact.country and not is_shared(mention.target.quote):
            counts[fact.country] += 1
    total = sum(counts.values())
    return frozenset(code for code, n in counts.items() if n >= max(2, _ABOUT * total) or total < 20)


# Private functions


def _literal(evidence: Evidence) -> list[Mention]:
    """Place names meant as places, in an order of their own."""
    found: dict[str, Mention] = {}
    for key in sorted(evidence.annotations):
        for mention in evidence.annotations[key].mentions if key in evidence.documents else ():
            literal = mention.type == "place" and not mention.metonym and mention.form in ("name", "acronym")
            if literal and not _is_seat(evidence.documents[key].text, mention):
                found[mention.id] = mention
    return sorted(found.values(), key=lambda m: (m.target.document, m.target.start, m.id))


def _is_seat(text: str, mention: Mention) -> bool:
    """Whether a state stands behind a party's letter, for a member of a legislature: "(R-Ind.)"."""
    return _PARTY.search(text, max(0, mention.target.start - 3), mention.target.start) is not None


def _within(evidence: Evidence, mention: Mention) -> frozenset[str]:
    """The country of the state or area said behind a town: "Portsmouth, New Hampshire"."""
    text = evidence.documents[mention.target.document].text
    said = _REGION.match(text, mention.target.end)
    words = said[1].split() if said else []
    for n in range(len(words), 0, -1):
        region = find(" ".join(words[:n]))
        if region is not None and region.kind != "city" and region.country:
            return frozenset({region.country})
    return frozenset()


def _place(key: str, found: _Found) -> Place:
    fact = found.fact
    contested = fact.disputed or (fact.kind == "city" and disputed_at(fact.lon, fact.lat) is not None)
    return Place(
        id=key,
        name=_shown(found),
        lat=fact.lat,
        lon=fact.lon,
        country=fact.country,
        mentions=tuple(m.id for m in found.mentions),
        disputed=contested,
    )


def _shown(found: _Found) -> str:
    """The spelling that the coverage uses most; the gazetteer's only where that is in capitals."""
    by_use: dict[int, list[str]] = defaultdict(list)
    for name, count in found.names.items():
        if not (name.isupper() and len(name) > 4):
            by_use[count].append(name)
    return min(by_use[max(by_use)]) if by_use else found.fact.name
