"""A strip of time with a mark for each event: a dot for a day, a bar with soft ends for an uncertain date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from atstake.model.brief import Past
from atstake.publish.charts import svg

_SIDE, _LANE, _AXIS = 24.0, 20.0, 22.0
_MOST_LANES = 8


def timeline(entries: Sequence[Past]) -> str:
    """The drawing of the dated entries, numbered as in the list; "" where fewer than two have a date."""
    dated = [(n, *_interval(p), p) for n, p in enumerate(entries, 1) if p.earliest or p.latest]
    if len(dated) < 2:
        return ""
    first, last = min(d[1] for d in dated), max(d[2] for d in dated)
    days = max((last - first).days, 1)
    room = svg.WIDTH - 2 * _SIDE
    key = svg.identifier(*(p.event for *_, p in dated))
    lanes: list[float] = []
    marks = []
    for n, start, end, entry in sorted(dated, key=lambda d: (d[1], d[0])):
        x1 = _SIDE + room * (start - first).days / days
        x2 = _SIDE + room * (end - first).days / days
        lane = next((i for i, taken in enumerate(lanes) if taken < x1 - 12), len(lanes))
        lane = min(lane, _MOST_LANES - 1)
        if lane == len(lanes):
            lanes.append(0.0)
        lanes[lane] = x2 + 18
        marks.append((n, x1, x2, lane, entry))
    base = _LANE * len(lanes) + 14
    body = [_soft(key), svg.line(_SIDE, base, svg.WIDTH - _SIDE, base, svg.SOFT)]
    body += _ticks(first, last, base)
    for n, x1, x2, lane, entry in marks:
        body += _mark(n, x1, x2, base - _LANE * (lane + 0.7), key, entry)
    told = "; ".join(f"{n}: {p.when}" for n, _, _, p in dated)
    return svg.document(base + _AXIS + 6, "When it happened", told, body, key)


def _interval(entry: Past) -> tuple[date, date]:
    start = date.fromisoformat((entry.earliest or entry.latest or "")[:10])
    end = date.fromisoformat((entry.latest or entry.earliest or "")[:10])
    return (start, end) if start <= end else (end, start)


def _mark(n: int, x1: float, x2: float, y: float, key: str, entry: Past) -> list[str]:
    label = svg.text(x2 + 8, y + 4, str(n), fill=svg.SOFT, more=' font-size="11"')
    if x2 - x1 < 1:
        return [svg.dot(x1, y, tip=entry.when), label]
    width = max(x2 - x1, 10)
    bar = f'<rect x="{svg.number(x1)}" y="{svg.number(y - 4)}" width="{svg.number(width)}" height="8" '
    return [f'{bar}rx="4" fill="url(#{key}-s)"/>', label]


def _soft(key: str) -> str:
    """A fill that fades at both ends: somewhere in here."""
    stops = "".join(
        f'<stop offset="{offset}" stop-color="{svg.INK}" stop-opacity="{opacity}"/>'
        for offset, opacity in (("0", "0.05"), ("0.3", "0.75"), ("0.7", "0.75"), ("1", "0.05"))
    )
    return f'<defs><linearGradient id="{key}-s">{stops}</linearGradient></defs>'


def _ticks(first: date, last: date, y: float) -> list[str]:
    days = max((last - first).days, 1)
    room = svg.WIDTH - 2 * _SIDE
    found = []
    for share in (0.0, 0.5, 1.0) if days > 1 else (0.0, 1.0):
        day = first + timedelta(days=round(days * share))
        x = _SIDE + room * (day - first).days / days
        anchor = "start" if share == 0 else "end" if share == 1 else "middle"
        found.append(svg.line(x, y, x, y + 5, svg.SOFT))
        found.append(svg.text(x, y + _AXIS - 2, f"{day.day} {day:%b %Y}", anchor=anchor, fill=svg.SOFT))
    return found
