"""A static map of the story's places, from the outlines that ship: no network, and no side in disputed areas.

Plate carrée, stretched so that shapes are right in the middle of the view. Disputed areas are drawn over
the states around them, hatched and with a dashed border; the legend says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atstake.facts.places import find
from atstake.facts.worldmap import Box, Outline, Point, outlines
from atstake.model.brief import Spot
from atstake.publish.charts import svg

_HEIGHT, _LEGEND, _LINE = 380.0, 26.0, 18.0
# A place named this many times less often than the first does not widen the view.
_SELDOM = 6
# Degrees of latitude that a view shows at least: a town alone on an empty field tells nothing.
_LEAST = 12.0
_MOST_LABELS = 14
_MOST_STATES = 10
_SMALLEST_STEP = 1.2
_SMALLEST_RING = 3.0


@dataclass(frozen=True, slots=True)
class View:
    """A window on the globe: centre, and pixels a degree in either direction."""

    lon: float
    lat: float
    across: float
    up: float

    def at(self, lon: float, lat: float) -> Point:
        """Pixels from the upper left corner."""
        return svg.WIDTH / 2 + (lon - self.lon) * self.across, _HEIGHT / 2 - (lat - self.lat) * self.up

    @property
    def box(self) -> Box:
        """What the window shows, in degrees."""
        x, y = svg.WIDTH / 2 / self.across, _HEIGHT / 2 / self.up
        return self.lon - x, self.lat - y, self.lon + x, self.lat + y


def locator(spots: Sequence[Spot]) -> str:
    """The drawing of the places with coordinates; "" where there are none."""
    placed = [s for s in spots if s.lat is not None and s.lon is not None][:_MOST_LABELS]
    if not placed:
        return ""
    view = _view([(s.lon or 0.0, s.lat or 0.0) for s in _core(placed)])
    outside = [s.name for s in placed if not _is_in(s, view)]
    key = svg.identifier(*((s.place, s.name) for s in placed))
    states = [o for o in outlines() if o.kind == "country"]
    disputed = [o for o in outlines() if o.kind == "disputed"]
    apart = _path(disputed, view)
    frame = f'width="{svg.WIDTH}" height="{svg.number(_HEIGHT)}"'
    body = [
        _hatch(key),
        f'<defs><clipPath id="{key}-c"><rect {frame}/></clipPath></defs><g clip-path="url(#{key}-c)">',
        f'<path d="{_path(states, view)}" fill="{svg.TINT}" stroke="{svg.RULE}" stroke-width="0.8"/>',
        f'<path d="{apart}" fill="{svg.TINT}"/><path d="{apart}" fill="url(#{key}-h)" stroke="{svg.SOFT}" '
        'stroke-width="0.9" stroke-dasharray="3 2.5"/>',
        *_labels([s for s in placed if s.name not in outside], view, states),
        f'</g><rect {frame} fill="none" stroke="{svg.RULE}"/>',
        *_legend(key, bool(apart), outside),
    ]
    told = "; ".join(
        f"{s.name} ({abs(s.lat or 0):.1f}° {'N' if (s.lat or 0) >= 0 else 'S'}, "
        f"{abs(s.lon or 0):.1f}° {'E' if (s.lon or 0) >= 0 else 'W'})" + (", disputed" if s.disputed else "")
        for s in placed
    )
    height = _HEIGHT + _LEGEND + (_LINE if outside else 0)
    return svg.document(height, "Map of the places", told, body, key)


def _core(spots: list[Spot]) -> list[Spot]:
    """The places that the view must hold: towns and areas named often; states only where there are none.

    One mention of a far town would make the story's own places a single dot.
    """
    points = [s for s in spots if not _is_state(s)]
    most = max((s.mentions for s in points), default=0)
    return [s for s in points if s.mentions * _SELDOM >= most] or spots


def _is_state(spot: Spot) -> bool:
    known = find(spot.name)
    return known is not None and known.kind == "state"


def _is_in(spot: Spot, view: View) -> bool:
    x, y = view.at(spot.lon or 0.0, spot.lat or 0.0)
    return 0 <= x <= svg.WIDTH and 0 <= y <= _HEIGHT


def _view(points: list[Point]) -> View:
    """The window around the points, with a margin."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    lon, lat = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    squeeze = max(math.cos(math.radians(lat)), 0.2)
    tall = max((max(ys) - min(ys)) * 1.35, (max(xs) - min(xs)) * 1.35 * squeeze * _HEIGHT / svg.WIDTH, _LEAST)
    tall = min(tall, 180.0)
    up = _HEIGHT / tall
    across = max(up * squeeze, svg.WIDTH / 360)
    half = tall / 2
    return View(lon, max(-90 + half, min(90 - half, lat)), across, up)


def _path(shapes: Iterable[Outline], view: View) -> str:
    box = view.box
    parts = []
    for shape in shapes:
        for ring in shape.within(box):
            points = _thinned([view.at(*p) for p in _clipped(ring, box)])
            if len(points) > 2 and _extent(points) >= _SMALLEST_RING:
                parts.append("M" + "L".join(f"{svg.number(x)} {svg.number(y)}" for x, y in points) + "Z")
    return "".join(parts)


def _extent(points: list[Point]) -> float:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _clipped(ring: Sequence[Point], box: Box) -> list[Point]:
    """The ring inside the box and a little around it (Sutherland and Hodgman, 1974)."""
    west, south, east, north = box
    margin = (north - south) * 0.02
    found = list(ring)
    edges = ((0, west - margin, 1), (0, east + margin, -1), (1, south - margin, 1), (1, north + margin, -1))
    for axis, limit, way in edges:
        given, found = found, []
        for p, q in zip(given, given[1:] + given[:1], strict=True):
            p_in, q_in = (p[axis] - limit) * way >= 0, (q[axis] - limit) * way >= 0
            if p_in:
                found.append(p)
            if p_in != q_in:
                t = (limit - p[axis]) / (q[axis] - p[axis])
                found.append((p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])))
    return found


def _thinned(points: list[Point]) -> list[Point]:
    """Without points that no eye tells from the one before."""
    kept: list[Point] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= _SMALLEST_STEP:
            kept.append(point)
    return kept


def _labels(spots: list[Spot], view: View, states: list[Outline]) -> list[str]:
    """Dots with names, the most important first, then the states around; who finds no room goes without."""
    taken: list[Box] = []
    found = []
    for spot in spots:
        x, y = view.at(spot.lon or 0.0, spot.lat or 0.0)
        is_point = not _is_state(spot)
        if is_point:
            found.append(svg.dot(x, y, 4, tip=spot.name))
            taken.append((x - 4, y - 4, x + 4, y + 4))
        place = _room(spot.name, x, y, is_point, taken)
        if place is not None:
            anchor, left, top, box = place
            taken.append(box)
            halo = f' paint-order="stroke" stroke="{svg.PAPER}" stroke-width="3" stroke-linejoin="round"'
            style = "" if is_point else ' font-style="italic"'
            found.append(svg.text(left, top, spot.name, anchor=anchor, more=halo + style))
    named = {find(s.name) for s in spots}
    return _around([o for o in states if find(o.name) not in named], view, taken) + found


def _around(states: list[Outline], view: View, taken: list[Box]) -> list[str]:
    """Names of the largest states in view, small and soft, for orientation."""
    ranked = sorted(states, key=lambda o: (-max((_extent(list(r)) for r in o.rings), default=0.0), o.name))
    found: list[str] = []
    for outline in ranked:
        known = find(outline.name)
        if known is None or known.kind != "state" or len(found) >= _MOST_STATES:
            continue
        x, y = view.at(known.lon, known.lat)
        place = _room(known.name, x, y, False, taken)
        if place is not None:
            taken.append(place[3])
            style = ' font-style="italic" font-size="11"'
            found.append(svg.text(place[1], place[2], known.name, anchor="middle", fill=svg.SOFT, more=style))
    return found


def _room(
    name: str, x: float, y: float, is_point: bool, taken: list[Box]
) -> tuple[str, float, float, Box] | None:
    wide = svg.width_of(name)
    options = [("middle", x, y + 4, x - wide / 2)]
    if is_point:
        options = [
            ("start", x + 8, y + 4.5, x + 8),
            ("end", x - 8, y + 4.5, x - 8 - wide),
            ("middle", x, y - 9, x - wide / 2),
            ("middle", x, y + 18, x - wide / 2),
        ]
    for anchor, left, base, start in options:
        box = (start, base - 11, start + wide, base + 3)
        inside = box[0] >= 2 and box[2] <= svg.WIDTH - 2 and box[1] >= 2 and box[3] <= _HEIGHT - 2
        if inside and not any(_meet(box, other) for other in taken):
            return anchor, left, base, box
    return None


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _hatch(key: str) -> str:
    return (
        f'<defs><pattern id="{key}-h" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0V6" stroke="{svg.SOFT}" stroke-width="1.4"/>'
        "</pattern></defs>"
    )


def _legend(key: str, has_disputed: bool, outside: list[str]) -> list[str]:
    y = _HEIGHT + 18
    words = "Outlines: Natural Earth, simplified."
    far = f"Outside this map: {', '.join(outside)}."
    more = [svg.text(0, y + _LINE, svg.shortened(far, svg.WIDTH), fill=svg.SOFT, more=' font-size="12"')]
    more = more if outside else []
    if not has_disputed:
        return [svg.text(0, y, words, fill=svg.SOFT, more=' font-size="12"'), *more]
    swatch = f'<rect x="0" y="{svg.number(y - 11)}" width="22" height="13" fill="url(#{key}-h)" '
    return [
        f'{swatch}stroke="{svg.SOFT}" stroke-dasharray="3 2.5"/>',
        svg.text(
            30,
            y,
            f"Hatched: areas that states dispute; the map takes no side. {words}",
            fill=svg.SOFT,
            more=' font-size="12"',
        ),
        *more,
    ]
