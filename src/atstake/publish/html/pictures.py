"""The drawings of the page, as SVG from ``publish.charts``; each stands beside its table."""

from __future__ import annotations

from markupsafe import Markup

from atstake.model.brief import Brief
from atstake.publish import charts
from atstake.publish.words import named_controls_kept as named


def pictures(brief: Brief) -> dict[str, Markup]:
    """Drawings by part (a count's by its series); a part without one is told by its table or list alone."""
    drawn = {count.series: charts.figures(count) for count in brief.figures}
    drawn |= {"past": charts.timeline(brief.past.items), "where": charts.locator(brief.where.items)}
    return {part: Markup(named(svg)) for part, svg in drawn.items() if svg}
