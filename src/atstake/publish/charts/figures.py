"""Dot and range: one row for each value, by claimant and time; an arrow where a bound is open."""

from __future__ import annotations

import math
from collections.abc import Callable

from atstake.model.brief import Count, Value
from atstake.publish.charts import svg

_LEFT, _RIGHT, _ROW, _TOP = 256.0, 96.0, 38.0, 14.0
# From this ratio of largest to smallest on, a linear axis would hide the small ones.
_LOGARITHMIC = 60.0


def figures(count: Count) -> str:
    """The drawing of one thing counted; "" where there is nothing to compare, or all say the same."""
    values = [v for v in count.values if v.low is not None or v.high is not None]
    if len(values) < 2 or len({(v.low, v.high) for v in values}) < 2:
        return ""
    scale, ticks = _axis([b for v in values for b in (v.low, v.high) if b is not None])
    bottom = _TOP + _ROW * len(values)
    body = []
    for tick in ticks:
        x = scale(tick)
        body.append(svg.line(x, _TOP - 4, x, bottom))
        body.append(svg.text(x, bottom + 18, _short(tick), anchor="middle", fill=svg.SOFT))
    days = {v.when for v in values}
    for i, value in enumerate(values):
        body += _row(value, scale, _TOP + _ROW * (i + 0.5), dated=len(days) > 1)
    if len(days) == 1 and values[0].when:
        body.append(svg.text(0, bottom + 18, f"All: {values[0].when}", fill=svg.SOFT))
    told = "; ".join(f"{v.claimant or 'not attributed'}, {v.when or 'no date'}: {v.words}" for v in values)
    return svg.document(bottom + 28, count.heading, told, body, count.series)


def _row(value: Value, scale: Callable[[float], float], y: float, dated: bool) -> list[str]:
    label = svg.shortened(value.claimant or "Not attributed", _LEFT - 16)
    # The day has a line of its own: two ministries are to be told apart by their names.
    when = value.when if dated else ""
    parts = [svg.text(_LEFT - 14, y - 1.5 if when else y + 4.5, label, anchor="end")]
    if when:
        parts.append(svg.text(_LEFT - 14, y + 12, when, anchor="end", fill=svg.SOFT, more=' font-size="11"'))
    low, high = value.low, value.high
    if low is not None and high is not None and low != high:
        parts.append(svg.line(scale(low), y, scale(high), y, svg.INK, 6))
        end = scale(high)
    elif low is not None and high is not None:
        parts.append(svg.dot(scale(low), y, tip=value.words))
        end = scale(low)
    elif low is not None:
        parts += [*_arrow(scale(low), y, 1), svg.dot(scale(low), y, tip=value.words)]
        end = scale(low) + 26
    else:
        assert high is not None
        parts += [*_arrow(scale(high), y, -1), svg.dot(scale(high), y, tip=value.words)]
        end = scale(high)
    return [*parts, svg.text(end + 10, y + 4.5, value.words, fill=svg.SOFT)]


def _arrow(x: float, y: float, way: int) -> list[str]:
    """Open to one side: at least (to the right), at most (to the left)."""
    tip = x + way * 26
    head = f"M{svg.number(tip - way * 6)} {svg.number(y - 4)}L{svg.number(tip)} {svg.number(y)}"
    head += f"L{svg.number(tip - way * 6)} {svg.number(y + 4)}"
    return [
        svg.line(x, y, tip, y, svg.INK, 2),
        f'<path d="{head}" fill="none" stroke="{svg.INK}" stroke-width="2"/>',
    ]


def _axis(bounds: list[float]) -> tuple[Callable[[float], float], list[float]]:
    """A scale to pixels, and where to put its ticks."""
    room = svg.WIDTH - _LEFT - _RIGHT
    least, most = min(bounds), max(bounds)
    if least > 0 and most / least > _LOGARITHMIC:
        first, last = math.floor(math.log10(least)), math.ceil(math.log10(most))
        return (
            lambda v: _LEFT + room * (math.log10(max(v, 10.0**first)) - first) / max(1, last - first),
            [10.0**k for k in range(first, last + 1, max(1, (last - first) // 4))],
        )
    start = min(0.0, least)
    step = _step((most - start) or 1.0)
    start = math.floor(start / step) * step
    end = max(math.ceil(most / step) * step, start + step)
    ticks = [start + k * step for k in range(round((end - start) / step) + 1)]
    return lambda v: _LEFT + room * (v - start) / (end - start), ticks


def _step(extent: float) -> float:
    """A round step that cuts the extent into about four."""
    power = 10 ** math.floor(math.log10(extent / 4))
    return float(next(m * power for m in (1, 2, 2.5, 5, 10) if extent / (m * power) <= 4))


def _short(value: float) -> str:
    for size, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:g}{name}"
    return f"{value:,.10g}"
