"""Drawings of the page as SVG, each a pure function of a part's items. They hold nothing that the table or
list beside them does not hold too. Colours come from the page's CSS variables, with plain fallbacks."""

from atstake.publish.charts.figures import figures
from atstake.publish.charts.map import locator
from atstake.publish.charts.timeline import timeline

__all__ = ["figures", "locator", "timeline"]
