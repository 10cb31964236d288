"""A claim's page as one self-contained HTML file, in the style of the brief."""

from __future__ import annotations

from markupsafe import Markup

from atstake.model.claim_page import ClaimPage
from atstake.publish import labels
from atstake.publish.html.links import Links
from atstake.publish.html.page import View, environment, policy, static, styles


def render(page: ClaimPage, *, home: str = "", links: str = "", desk: Links | None = None) -> str:
    """The page. Deterministic: the same page gives the same bytes. ``home``, ``links`` as for an actor's."""
    style, script = styles("page.css", "actor.css", desk=desk), static("actor.mjs")
    template = environment().get_template("claim.html.j2")
    written = template.render(
        brief=page,
        view=View(page, desk),
        parts=[(field, heading) for field, heading in labels.CLAIM_PARTS if getattr(page, field)],
        labels=labels,
        home=home,
        links=links,
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script, served=desk is not None),
    )
    return "\n".join(line.rstrip() for line in written.splitlines() if line.strip()) + "\n"
