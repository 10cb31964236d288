"""Who only reports a story: outlets, their people, and whoever is named with an outlet."""

from __future__ import annotations

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.outlets import is_of_the_press
from atstake.model.text import Span, Target

_AROUND = 40
"""Characters before a name in which an outlet may stand."""


def reports(coverage: Coverage, actor: str) -> bool:
    """Whether an actor is of the press, by role or by the outlet before the name ("the Echo's Ida Holm")."""
    known = coverage.actors.get(actor)
    if known is None:
        return False
    if is_of_the_press(coverage, known) or any(mark in known.name for mark in ("’s ", "'s ")):
        return True
    named = (coverage.mention[m].target for m in known.mentions if m in coverage.mention)
    return any(_is_behind_outlet(coverage, target) for target in named)


def _is_behind_outlet(coverage: Coverage, name: Target) -> bool:
    """Whether an outlet stands in the genitive right before somebody's name."""
    if name.document not in coverage.documents:
        return False
    text = coverage.text(name.document)
    before = coverage.mentions(name.document, Span(max(0, name.start - _AROUND), name.start))
    owners = (m for m in before if text[m.target.end : name.start].strip(" ") in ("’s", "'s", "’", "'"))
    return any((who := coverage.actor_of(m)) is not None and coverage.is_outlet(who.id) for m in owners)
