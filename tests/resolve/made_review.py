"""A small made-up dossier to point into."""

from __future__ import annotations

from atstake.model.annotations import Annotations, Mention
from atstake.model.claims import Actor, Alias, Claim, Dispute, Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.resolve.refer import Desk

BODIES = {
    "d1": "Anna Lund spoke first. Carl Berg said the bridge is closed.",
    "d2": "Lund denied this. Anna Lundh was not there.",
}
DOCUMENTS = {id: Document(id, text) for id, text in BODIES.items()}


def at(document: str, words: str) -> Target:
    start = BODIES[document].index(words)
    return Target.of(DOCUMENTS[document], Span(start, start + len(words)))


def _mention(id: str, target: Target) -> Mention:
    return Mention(id, target, "name", "person", target.spans[0])


_ANNOTATIONS = {
    "d1": Annotations("d1", mentions=(_mention("m1", at("d1", "Anna Lund")),)),
    "d2": Annotations(
        "d2", mentions=(_mention("m2", at("d2", "Lund")), _mention("m3", at("d2", "Anna Lundh")))
    ),
}
_RESOLUTION = Resolution(
    actors=(
        Actor("actor-lund", "Anna Lund", "person", aliases=(Alias("Lund", 1),), mentions=("m1", "m2")),
        Actor("actor-lundh", "Anna Lundh", "person", mentions=("m3",)),
    ),
    claims=(Claim("claim-1", at("d1", "the bridge is closed")),),
    disputes=(
        Dispute(
            "dispute-1",
            at("d1", "the bridge is closed"),
            at("d2", "Lund denied this"),
            None,
            "actor-lund",
            "denies",
            True,
            0.9,
        ),
    ),
)
DESK = Desk(Evidence(DOCUMENTS, _ANNOTATIONS), _RESOLUTION)
