"""Why now: the lead-up, conditions and stakes that the coverage itself gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from atstake.model.annotations import Statement
from atstake.model.claims import Reason, Resolution
from atstake.model.provenance import target_id
from atstake.model.stages import Evidence
from atstake.resolve.central import Centre, centre_of, statements
from atstake.resolve.lexical import Vector, cosine

_MOST = 24
_SAME = 0.6
# A reason told at the top of an article is the article's; far down it is background.
_TOP = 12
_SHORTEST, _LONGEST = 50, 420


class Reasons:
    """Fills ``reasons``, weightiest first: near the story's centre, told early, told by many."""

    name = "reasons"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with the reasons."""
        centre = centre_of(evidence)
        origin = dict(so_far.origin_of)
        ranked = sorted(
            (s for s in statements(evidence) if _gives_reason(s)),
            key=lambda s: (-_weight(s, centre), s.target),
        )
        kept: list[tuple[Vector, list[Statement]]] = []
        for statement in ranked:
            words = centre.vector(statement.target.quote)
            twin = next((told for first, told in kept if cosine(first, words) > _SAME), None)
            if twin is not None:
                twin.append(statement)
            elif len(kept) < _MOST:
                kept.append((words, [statement]))
        return replace(so_far, reasons=tuple(_reason(told, origin) for _, told in kept))


def _gives_reason(statement: Statement) -> bool:
    marks = set(statement.marks)
    readable = _SHORTEST <= len(statement.target.quote) <= _LONGEST
    return bool(marks & {"reason", "stakes"}) and not marks & {"headline", "heading", "question"} and readable


def _weight(statement: Statement, centre: Centre) -> float:
    early = max(0.0, 1 - statement.position / _TOP)
    both = {"reason", "stakes"} <= set(statement.marks)
    own = 0.15 if statement.outlet else 0.0
    return centre.nearness(statement.target.quote) * (1 + early) + own + 0.1 * both


def _reason(told: list[Statement], origin: Mapping[str, str]) -> Reason:
    first = told[0].target
    origins = tuple(sorted({origin.get(s.target.document, s.target.document) for s in told}))
    return Reason(target_id("reason", first), first, None, origins)
