"""Whether an answer can mean but one statement: the one of its kind, or the last of whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from atstake.brief.compose.coverage import LIKELY, Coverage
from atstake.model.annotations import Act, Attribution
from atstake.model.claims import Dispute
from atstake.model.text import Target

# How a short answer calls what it answers, where it says no more of it.
_CALLED = re.compile(
    r"\b(?:the|that|this) (?:(?P<charge>accusation|allegation|charge|claim)|"
    r"(?P<demand>demand|call|request|ultimatum)|(?P<offer>proposal|offer))s?\b"
    r"(?! (?:that|of|by|to|against|about|from)\b)",
    re.IGNORECASE,
)
_ACTS: dict[str, frozenset[Act]] = {
    "charge": frozenset({"accuses"}),
    "demand": frozenset({"demands"}),
    "offer": frozenset({"proposes", "promises"}),
}
_OWNS_WORDS = re.compile(
    r"['’]s? (?:[\w-]+ )?(?:accusation|allegation|charge|claim|account|version|story|statement|remark|"
    r"comment|assertion|suggestion|report|denial|demand|offer|proposal)s?\b(?! that\b)"
)
_SHORT = 12
"""Words of an answer that says little but that it answers."""


def is_the_one(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether a short answer calls what it answers by its kind, of which none is told between the two.

    "Aldovia accused Brenia of theft. "They took it all," Ruiz said. Brenia denied the accusation."
    """
    if _is_their_last(coverage, dispute):
        return True
    a, b = dispute.a, dispute.b
    called = _CALLED.search(b.quote)
    if called is None or len(b.quote.split()) > _SHORT:
        return False
    acts = next(acts for name, acts in _ACTS.items() if called[name])
    told = [t for t in coverage.attributions(a.document) if t.act in acts and t.probability >= LIKELY]
    return any(t.whole.overlaps(a.whole) for t in told) and _is_next(a, b, told)


def _is_their_last(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether an answer names whose words it answers, and these are the last of theirs before it.

    "The talks were put off because of Brenia, Okafor said. Okafor's account is a lie, Ruiz said."
    """
    a, b, whose = dispute.a, dispute.b, dispute.speaker_a
    if whose is None:
        return False
    text = coverage.text(b.document)
    owners = (m for m in coverage.mentions(b.document, b.whole) if _OWNS_WORDS.match(text, m.target.end))
    named = {actor.id for m in owners if (actor := coverage.actor_of(m)) is not None}
    theirs = [t for t in coverage.attributions(a.document) if coverage.attributed.get(t.id) == whose]
    return whose in named and _is_next(a, b, theirs)


def _is_next(a: Target, b: Target, told: Iterable[Attribution]) -> bool:
    """Whether a statement stands behind another of its document, none of those told beginning in between."""
    behind = a.document == b.document and a.end <= b.start
    return behind and not any(a.end <= t.content.start < b.start for t in told)
