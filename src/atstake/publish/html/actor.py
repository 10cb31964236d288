"""An actor's page as one self-contained HTML file, in the style of the brief."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from atstake.model.actor_page import ActorPage, Said
from atstake.model.brief import Spot, Stop
from atstake.publish import charts, labels
from atstake.publish.html.links import Links
from atstake.publish.html.page import View, environment, policy, static, styles
from atstake.publish.words import named_controls_kept as named


def render(
    page: ActorPage, *, dossier: str = "DOSSIER", home: str = "", links: str = "", desk: Links | None = None
) -> str:
    """The page. Deterministic: the same page gives the same bytes.

    ``dossier`` is the file's name for the commands of an editor; ``home`` the address of the brief and
    ``links`` what an actor's id is put behind to get their page's, where there are any.
    """
    style, script = styles("page.css", "actor.css", desk=desk), static("actor.mjs")
    written = (
        environment()
        .get_template("actor.html.j2")
        .render(
            brief=page,
            view=View(page, desk),
            parts=[(field, heading) for field, heading in labels.ACTOR_PARTS if getattr(page, field)],
            labels=labels,
            days=_days(page),
            pictures=_pictures(page),
            dossier=dossier,
            home=home,
            links=links,
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script, served=desk is not None),
        )
    )
    return "\n".join(line.rstrip() for line in written.splitlines() if line.strip()) + "\n"


def _days(page: ActorPage) -> list[tuple[str, list[Said]]]:
    """Statements by the day on which they were first published."""
    return [(when, list(found)) for when, found in groupby(page.statements, key=lambda s: s.when)]


def _pictures(page: ActorPage) -> dict[str, Markup]:
    """The map of the stops, where two or more places have coordinates."""
    spots = list({s.place: _spot(s) for s in page.stops if s.place and s.lat is not None}.values())
    drawn = charts.locator(spots) if len(spots) > 1 else ""
    return {"stops": Markup(named(drawn))} if drawn else {}


def _spot(stop: Stop) -> Spot:
    return Spot(
        stop.place or "", stop.where, stop.lat, stop.lon, stop.line, mentions=1, disputed=stop.disputed
    )
