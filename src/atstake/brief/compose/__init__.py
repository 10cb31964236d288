"""From what was read and resolved to the page, one module a part. Pure: the same input, the same brief."""

from __future__ import annotations

from atstake.brief.compose import (
    ahead,
    claims,
    figures,
    opening,
    past,
    posts,
    sources,
    table,
    turns,
    unknown,
    where,
    who,
    why,
)
from atstake.brief.compose.changes import compare, marked
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.brief.compose.lines import words_of
from atstake.brief.compose.voices import with_voices
from atstake.model.brief import CLIP, Brief
from atstake.model.claims import Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence


def compose(
    evidence: Evidence,
    resolution: Resolution,
    run: Run,
    *,
    clip: int = CLIP,
    before: Resolution | None = None,
) -> Brief:
    """The brief of a dossier.

    ``clip`` is the most code points of one quote on the page; ``before`` what was resolved at the build to
    compare with, for *What changed*.
    """
    coverage = Coverage(evidence, resolution, clip)
    brief = _composed(coverage, run)
    return marked(brief, compare(coverage, before)) if before is not None else brief


def _composed(coverage: Coverage, run: Run) -> Brief:
    chains = claims.chains(coverage)
    counted = figures.counts(coverage)
    upcoming = ahead.upcoming(coverage)
    people = who.people(coverage)
    taken = Seen(words_of(step.line) for chain in chains for step in chain.steps)
    told = Seen(
        words_of(x) for x in [*(s.line for c in chains for s in c.steps), *(n.line for n in upcoming)]
    )
    key_points = opening.key_points(coverage, chains, counted, upcoming, taken)
    contests = with_voices(coverage, people, table.issues(coverage), key_points)
    for entry in upcoming:
        taken.add(words_of(entry.line))
    return Brief(
        title=opening.title(coverage),
        standfirst=opening.standfirst(coverage),
        key_points=key_points,
        who=people,
        table=contests,
        why_now=why.reasons(coverage, taken),
        claims=chains,
        shifts=turns.turns(coverage),
        figures=counted,
        ahead=upcoming,
        past=past.timeline(coverage, told),
        where=where.places(coverage),
        unknown=unknown.gaps(coverage, taken),
        posts=posts.posts(coverage),
        sources=sources.groups(coverage),
        related=sources.related(coverage),
        names=tuple((a.id, a.name) for a in coverage.resolution.actors),
        first=min((d.date for d in coverage.articles if d.date), default=None),
        last=coverage.now,
        run=run.id,
        version=run.version,
        clip=coverage.clip,
    )
