"""What can be decided on, as pages list it: its name or words, what is said of it, who decided what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from atstake.model.claims import OUTLET, ClaimState, Relation
from atstake.model.text import Target
from atstake.pipeline.edition import Edition
from atstake.publish import labels
from atstake.resolve.judging import attached

KINDS = "dispute claim actor issue event figure place gap reason origin".split()
"""What has ids and stands on words, the most decided on first."""
ON_A_LINE = ("dispute", "claim", "issue", "event", "figure", "gap", "reason")
"""What a line of the brief can tell of."""


@dataclass(frozen=True)
class Thing:
    """One object: its words, and what a page says of it besides."""

    id: str
    words: tuple[Target, ...]
    name: str = ""
    tag: str = ""
    about: str = ""
    speakers: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()

    @property
    def places(self) -> list[tuple[Target, str]]:
        """Its words, each with its place as ``review split`` takes it, each once."""
        once = sorted(set(self.words))
        return [(t, f"{t.document}:{t.start}-{t.end}") for t in once]


class Things:
    """The objects of an edition."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        resolution = edition.made.resolution
        self._actors = {a.id: a for a in resolution.actors}
        self._claims = {c.id: c for c in resolution.claims}
        self._disputes = {d.id: d for d in resolution.disputes}
        self._issues = {i.id: i for i in resolution.issues}
        self._places = {p.id: p for p in resolution.places}
        self._origins = {o.id: o.documents for o in resolution.origins}

    def all(self, kind: str) -> list[Thing]:
        """All of a kind that stand on words, in the order of the dossier; disputes the surest first."""
        desk = self._edition.desk
        targets = desk.objects(kind)
        if kind == "origin":
            targets = {id: desk.stand_in(kind, id) for id in targets}
        decided = attached(self._edition.made.evidence.judgements, kind, targets)
        said = {
            id: tuple(
                f"{labels.VERBS[j.verb]} by {j.by}" + (f": {j.value}" if j.value else "") for j in found
            )
            for id, found in decided.items()
        }
        made = [self._thing(kind, id, words, said.get(id, ())) for id, words in targets.items() if words]
        if kind == "dispute":
            made.sort(key=lambda t: (-self._disputes[t.id].confidence, t.id))
        return made

    def one(self, kind: str, id: str) -> Thing | None:
        """The one with an id, or None."""
        return next((t for t in self.all(kind) if t.id == id), None)

    def on(self, targets: list[Target]) -> list[tuple[str, Thing]]:
        """What stands on words: an object whose own words share a stretch with them."""
        return [
            (kind, thing)
            for kind in ON_A_LINE
            for thing in self.all(kind)
            if any(_meet(mine, asked) for mine in thing.words for asked in targets)
        ]

    def _thing(self, kind: str, id: str, words: tuple[Target, ...], decided: tuple[str, ...]) -> Thing:
        about = getattr(self, f"_{kind}", None)
        name, tag, said, speakers = about(id) if about else ("", "", "", ())
        return Thing(id, words, name, tag, said, speakers, decided)

    def _speaker(self, id: str | None) -> str:
        if id == OUTLET:
            return "the outlet, in its own words"
        actor = self._actors.get(id or "")
        return actor.name if actor else "somebody not named"

    def _dispute(self, id: str) -> tuple[str, str, str, tuple[str, ...]]:
        d = self._disputes[id]
        speakers = (self._speaker(d.speaker_a), self._speaker(d.speaker_b))
        told = f"{'explicit, ' if d.explicit else ''}confidence {d.confidence:.2f}"
        return f"{speakers[0]} and {speakers[1]}", d.relation, told, speakers

    def _claim(self, id: str) -> tuple[str, str, str, tuple[str, ...]]:
        c = self._claims[id]
        names = ", ".join(self._speaker(a) for a in c.actors[:4])
        return "", c.state, f"{names}; {labels.origins(len(c.origins))}" if names else "", ()

    def _actor(self, id: str) -> tuple[str, str, str, tuple[str, ...]]:
        a = self._actors[id]
        role = a.role_on(None)
        return a.name, "", role.title if role else a.kind.replace("-", " "), ()

    def _issue(self, id: str) -> tuple[str, str, str, tuple[str, ...]]:
        i = self._issues[id]
        return i.label, "", f"{len(i.positions)} positions", ()

    def _place(self, id: str) -> tuple[str, str, str, tuple[str, ...]]:
        p = self._places[id]
        return p.name, "", p.country or "", ()

    def _origin(self, id: str) -> tuple[str, str, str, tuple[str, ...]]:
        documents = self._origins[id]
        return "", "", f"{len(documents)} document{'' if len(documents) == 1 else 's'}", ()


def choices(kind: str) -> tuple[str, ...]:
    """What an object of a kind can be relabelled as, where that is not free."""
    known: dict[str, tuple[str, ...]] = {"dispute": get_args(Relation), "claim": get_args(ClaimState)}
    return known.get(kind, ())


def _meet(a: Target, b: Target) -> bool:
    return a.document == b.document and any(x.overlaps(y) for x in a.spans for y in b.spans)


__all__ = ["KINDS", "Thing", "Things", "choices"]
