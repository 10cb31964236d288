"""Whose words a stretch of a text is: what a speaker is told to say, what they only tell."""

from __future__ import annotations

import re

from atstake.brief.compose.coverage import Coverage
from atstake.model.annotations import Attribution, Mention
from atstake.model.text import Span, Target


def own_words(coverage: Coverage, document: str, span: Span, speaker: str | None) -> list[Span]:
    """What the speaker is told to say in statements that the stretch meets."""
    said = (a for a in coverage.attributions(document) if a.whole.overlaps(span))
    return [s for a in said if coverage.attributed.get(a.id) == speaker for s in a.content.spans]


def is_only_told(coverage: Coverage, document: str, at: int, speaker: str | None) -> bool:
    """Whether the words at an offset are another's, and the speaker only tells of them."""
    around = [
        a for a in coverage.attributions(document) if any(s.start <= at < s.end for s in a.content.spans)
    ]
    inner = min(around, key=lambda a: (len(a.content.whole), a.id), default=None)
    if inner is None or coverage.attributed.get(inner.id) == speaker:
        return False
    return any(a.id == inner.via and coverage.attributed.get(a.id) == speaker for a in around)


def mentions_of(coverage: Coverage, document: str, span: Span, actor: str | None) -> list[Mention]:
    """Where an actor is mentioned within a stretch, in whatever form."""
    here = coverage.mentions(document, span)
    return [m for m in here if (who := coverage.actor_of(m)) is not None and who.id == actor]


def source_words(attribution: Attribution | None) -> str:
    """The words for whoever says something, where they stand in one piece; "" where they do not."""
    source = attribution.source if attribution else None
    words = " ".join(source.quote.split()).strip(" ,;:") if source and len(source.spans) == 1 else ""
    # "A senator who had said so before denies it": he is a senator.
    return re.sub(r",? (?:who|which|that)(?: (?:found|finds|showed|shows|says|said))?$", "", words)


def meant(coverage: Coverage, target: Target, span: Span) -> set[str]:
    """The actors that are mentioned where a stretch of the target is."""
    here = coverage.mentions(target.document, target.whole)
    return {actor.id for actor in coverage.actors_of(m for m in here if m.target.whole.overlaps(span))}
