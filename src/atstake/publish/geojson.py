"""The places of a story as GeoJSON (RFC 7946): a point for each with coordinates, most mentioned first."""

from __future__ import annotations

from typing import Any

from atstake.model.claims import Place, Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Target
from atstake.publish.evidence import CLIP, outermost

Json = dict[str, Any]


def places(evidence: Evidence, resolution: Resolution, *, text: bool = True) -> Json:
    """A FeatureCollection in WGS 84; each feature tells how often and where first the coverage names it.

    Offsets are code points into the outermost document. ``text=False`` clips the quotes.
    """
    targets = {m.id: m.target for found in evidence.annotations.values() for m in found.mentions}
    features = [
        _feature(place, [targets[m] for m in place.mentions if m in targets], evidence, text)
        for place in resolution.places
        if place.lat is not None and place.lon is not None
    ]
    features.sort(key=lambda f: (-f["properties"]["mentions"], f["properties"]["name"], f["id"]))
    return {"type": "FeatureCollection", "features": features}


def _feature(place: Place, targets: list[Target], evidence: Evidence, text: bool) -> Json:
    properties: Json = {
        "name": place.name,
        "country": place.country,
        "disputed": place.disputed,
        "mentions": len(targets),
        "documents": sorted({outermost(evidence.documents, t.document)[0] for t in targets}),
    }
    if targets:
        properties["first"] = _first(targets, evidence, text)
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": properties,
    }


def _first(targets: list[Target], evidence: Evidence, text: bool) -> Json:
    """The earliest mention, by date of publication and place in the text."""
    first = min(targets, key=lambda t: (evidence.documents[t.document].date or "9999", t))
    document, by = outermost(evidence.documents, first.document)
    quote = first.quote if text else first.quote[:CLIP]
    return {"doc": document, "start": first.start + by, "end": first.end + by, "quote": quote}
