"""The parts of an actor's page put together."""

from __future__ import annotations

from atstake.brief.actor import known, said
from atstake.brief.compose import sources, stops
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.standing import role_now, side_of
from atstake.brief.compose.wording import days, the
from atstake.errors import UsageError
from atstake.facts.states import states
from atstake.model.actor_page import ActorPage
from atstake.model.brief import OriginGroup, Part, Quote, walk
from atstake.model.claims import Actor, Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence


def actor_page(
    evidence: Evidence,
    resolution: Resolution,
    run: Run,
    actor: str,
    *,
    dossier: str = "DOSSIER",
) -> ActorPage:
    """The page of the actor with that id; ``dossier`` is the file's name for the commands that undo.

    Raises ``UsageError`` for an id that no actor has.
    """
    coverage = Coverage(evidence, resolution)
    who = coverage.actors.get(actor)
    if who is None:
        raise UsageError(
            f"{actor}: no such actor in this dossier; `atstake show DOSSIER --ids actor` lists them"
        )
    return _composed(coverage, who, run, dossier)


def _composed(coverage: Coverage, who: Actor, run: Run, dossier: str) -> ActorPage:
    attributions = said.attributions(coverage, who.id)
    own = [a for a in attributions if not a.relayed]
    statements = said.statements(coverage, who, attributions)
    role = role_now(coverage, who)
    state = states().get(who.country or "")
    parts = (
        statements,
        stops.stops(coverage, who),
        known.roles(coverage, who),
        known.spellings(coverage, who),
        known.decisions(coverage, who, dossier),
        said.shifts(coverage, who),
    )
    used = {q.target.document for part in parts for q in walk(part.items, Quote)}
    shown = _sources(coverage, used)
    dates = [s.date for g in shown for s in g.sources if s.date]
    return ActorPage(
        actor=who.id,
        name=who.name,
        kind=who.kind,
        role=role.title if role else "",
        country=state.name if state else "",
        code=who.country,
        sector=who.sector,
        reason=who.reason,
        side=the(side_of(coverage, who)),
        mentions=len(who.mentions),
        quoted=len(own),
        origins=len(coverage.origins(a.document for a in own)),
        statements=statements,
        shifts=parts[5],
        stops=parts[1],
        roles=parts[2],
        spellings=parts[3],
        joined=Part(who.joins),
        decisions=parts[4],
        sources=shown,
        names=tuple((a.id, a.name) for a in coverage.resolution.actors),
        when=days(min(dates, default=None), max(dates, default=None)),
        run=run.id,
        version=run.version,
        clip=coverage.clip,
    )


def _sources(coverage: Coverage, used: set[str]) -> Part[OriginGroup]:
    """The documents that the page quotes, each with those that are one text with it."""
    groups = [g for g in sources.groups(coverage) if any(s.document in used for s in g.sources)]
    return Part(tuple(groups))
