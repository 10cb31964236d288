"""Resolution: the order of the resolvers."""

from __future__ import annotations

from functools import reduce

from atstake.model.claims import Resolution
from atstake.model.stages import Evidence, Resolver
from atstake.resolve.deciding import Decisions, heeded


def resolve(evidence: Evidence) -> Resolution:
    """What the annotations of all documents come to, under the editors' judgements.

    A function of its argument alone: the same evidence gives the same resolution in any order of arrival.
    """
    heard = heeded(evidence)
    return reduce(lambda so_far, resolver: resolver(heard, so_far), _resolvers(), Resolution())


def _resolvers() -> tuple[Resolver, ...]:
    from atstake.resolve.actors import Sides
    from atstake.resolve.actors.resolver import Actors
    from atstake.resolve.ahead import AheadEvents
    from atstake.resolve.claims import Claims
    from atstake.resolve.disputes import Disputes
    from atstake.resolve.figures import FigureSeriesResolver
    from atstake.resolve.gaps import Gaps
    from atstake.resolve.issues import Issues
    from atstake.resolve.origins import Origins
    from atstake.resolve.places import Places
    from atstake.resolve.reasons import Reasons
    from atstake.resolve.regrouped import Regrouped
    from atstake.resolve.shifts import Shifts
    from atstake.resolve.timeline import Timeline

    return (
        Origins(),
        Actors(),
        AheadEvents(),
        FigureSeriesResolver(),
        Places(),
        Timeline(),
        Claims(),
        Disputes(),
        Regrouped(),
        Sides(),
        Issues(),
        Gaps(),
        Reasons(),
        Shifts(),
        Decisions(),
    )
