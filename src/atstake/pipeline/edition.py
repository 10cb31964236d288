"""A story as it stands at one moment: what the local app shows while the dossier goes on growing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from atstake.brief.actor import actor_page
from atstake.brief.check import check
from atstake.brief.claim import claim_page
from atstake.model.actor_page import ActorPage
from atstake.model.brief import Brief
from atstake.model.claim_page import ClaimPage
from atstake.model.provenance import Build, Judgement
from atstake.model.text import Target
from atstake.pipeline import forms
from atstake.resolve.refer import Desk
from atstake.resolve.review import Entry
from atstake.store import State
from atstake.text.overlap import Words


@dataclass(frozen=True)
class Edition:
    """Everything that pages are made of, loaded and resolved once; private and protected words are not in it.

    ``state`` is the dossier's when it was loaded: another one means that this edition is out of date.
    """

    dossier: str
    state: State
    made: forms.Made
    exported: forms.Made
    """The same as ``export`` writes it: where nothing is new, compared with the build before the last."""
    history: tuple[Entry, ...] = ()
    builds: tuple[Build, ...] = ()

    @property
    def brief(self) -> Brief:
        """The brief, every quote of it compared with the stored text."""
        return self.made.brief

    @cached_property
    def desk(self) -> Desk:
        """What can be pointed at."""
        return Desk(self.made.evidence, self.made.resolution)

    @cached_property
    def told(self) -> dict[str, str]:
        """The claims that the brief's lines tell, by the lines' keys."""
        words = Words(self.desk.objects("claim"))
        found = ((line.key, words.best(q.target)) for line in self.brief.lines() for q in line.quotes)
        return {key: claim for key, claim in found if claim}

    def actor(self, ref: str) -> ActorPage:
        """The page of an actor; UsageError where ``ref`` means none, or several."""
        return actor(self.made, self.desk, ref, self.dossier)

    def claim(self, ref: str) -> ClaimPage:
        """The page of a claim; UsageError where ``ref`` means none, or several."""
        return claim(self.made, self.desk, ref)

    def written_from(self, *, text: bool) -> forms.Made:
        """What a download is written from; without ``text`` where full texts must not leave the desk."""
        return self.exported if text else replace(self.exported, text=False)


def actor(made: forms.Made, desk: Desk, ref: str, dossier: str) -> ActorPage:
    """An actor's page, every quote of it checked."""
    found = desk.refer(ref, "actor")
    page = actor_page(made.evidence, made.resolution, made.run, found.id, dossier=dossier)
    check(page, made.evidence.documents)
    return page


def claim(made: forms.Made, desk: Desk, ref: str) -> ClaimPage:
    """A claim's page, every quote of it checked."""
    found = desk.refer(ref, "claim")
    page = claim_page(made.evidence, made.resolution, made.run, found.id)
    check(page, made.evidence.documents)
    return page


def shown_history(entries: tuple[Entry, ...], shown: tuple[Judgement, ...]) -> tuple[Entry, ...]:
    """The history for a page: words of private documents left out, protected names masked."""
    masked = {j.id: j for j in shown}
    return tuple(replace(e, judgement=_shown(e.judgement, masked)) for e in entries)


def _shown(judgement: Judgement, masked: dict[str, Judgement]) -> Judgement:
    if judgement.id in masked:
        return masked[judgement.id]
    none: tuple[Target, ...] = ()
    return replace(judgement, targets=none, value="" if judgement.verb == "redact" else judgement.value)
