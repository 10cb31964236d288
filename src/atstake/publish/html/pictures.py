"""The drawings of the page, as SVG from ``publish.charts``; each stands beside its table."""

from __future__ import annotations

from markupsafe import Markup

from atstake.model.brief import Brief


def pictures(brief: Brief) -> dict[str, Markup]:
    """Drawings by part; a part without one is told by its table or list alone."""
    return {}
