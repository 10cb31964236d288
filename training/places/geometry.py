"""Plane geometry on lon/lat rings, as far as the map needs it."""

from __future__ import annotations

from itertools import pairwise

from training.places.disputed import Point

Ring = list[Point]


def simplified(line: Ring, tolerance: float) -> Ring:
    """Douglas and Peucker (1973): the points without which the line would move by more than the tolerance."""
    if len(line) < 3:
        return line
    keep, stack = {0, len(line) - 1}, [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        farthest, distance = first, 0.0
        for i in range(first + 1, last):
            away = _from_chord(line[i], line[first], line[last])
            if away > distance:
                farthest, distance = i, away
        if distance > tolerance:
            keep.add(farthest)
            stack += [(first, farthest), (farthest, last)]
    return [line[i] for i in sorted(keep)]


def clipped(ring: Ring, window: Ring) -> Ring:
    """The part of a ring inside a convex counter-clockwise window (Sutherland and Hodgman, 1974)."""
    found = ring
    for a, b in zip(window, window[1:] + window[:1], strict=True):
        given, found = found, []
        for p, q in zip(given, given[1:] + given[:1], strict=True):
            p_in, q_in = _left(a, b, p) >= 0, _left(a, b, q) >= 0
            if p_in:
                found.append(p)
            if p_in != q_in:
                found.append(_crossing(a, b, p, q))
    return found


def area(ring: Ring) -> float:
    """Signed area in square degrees, positive counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]])) / 2


def centroid(ring: Ring) -> Point:
    size = area(ring)
    if not size:
        return ring[0]
    x = y = 0.0
    for a, b in pairwise([*ring, ring[0]]):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return x / (6 * size), y / (6 * size)


def holds(ring: Ring, point: Point) -> bool:
    """Whether the point is inside the ring (even-odd rule)."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _from_chord(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5
    if not length:
        return ((p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2) ** 0.5
    return abs(dx * (a[1] - p[1]) - (a[0] - p[0]) * dy) / length


def _left(a: Point, b: Point, p: Point) -> float:
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def _crossing(a: Point, b: Point, p: Point, q: Point) -> Point:
    one, two = _left(a, b, p), _left(a, b, q)
    t = one / (one - two)
    return p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])
