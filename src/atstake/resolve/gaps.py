"""What we do not know: questions left open, accusations that nobody answered, claims on one text alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from atstake.facts.silence import NO_ANSWER
from atstake.model.claims import OUTLET, Gap, Resolution
from atstake.model.provenance import target_id
from atstake.model.stages import Evidence
from atstake.resolve.central import Centre, centre_of, statements
from atstake.resolve.units import Parties, Unit, units

_MOST = 20
_SAME = 0.55
_SHORTEST, _LONGEST = 40, 420
# "Charges that the office has denied": whoever answers, there is an answer.
_ANSWERED = re.compile(
    r"\b(?:denie[sd]|deny(?:ing)?|reject(?:s|ed|ing)|dismiss(?:es|ed|ing)|refut(?:es|ed|ing)|disput(?:es|ed|ing))\b",
    re.IGNORECASE,
)
_SURE = 0.5
"""Confidence of an answer that counts although the reporter says right behind that there is none yet."""
# "accused the ministry of": what stands before "of" is accused.
_ACCUSED = re.compile(r"^\S+(?:\s\S+){0,9}?\sof\s\w+ing\b")


class Gaps:
    """Fills ``gaps``. Needs ``claims`` and ``disputes``."""

    name = "gaps"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with the gaps, each kind's most central first."""
        centre = centre_of(evidence)
        told = units(evidence, so_far)
        found = [
            *_once(_open(evidence), centre),
            *_once(_unanswered(told, so_far, Parties(so_far)), centre),
            *_once(_alone(so_far), centre),
        ]
        return replace(so_far, gaps=tuple(found))


def _open(evidence: Evidence) -> Iterable[Gap]:
    """Sentences that say that something is not known yet, and the reporters' own questions."""
    for statement in statements(evidence):
        marks = set(statement.marks)
        # What a headline asks the text below it answers, or tries to.
        asks = "question" in marks and statement.outlet and marks.isdisjoint(("heading", "headline"))
        if ("open" in marks and "heading" not in marks) or asks:
            yield Gap(target_id("gap", statement.target, "open"), "open-question", statement.target)


def _unanswered(told: Iterable[Unit], so_far: Resolution, parties: Parties) -> Iterable[Gap]:
    """Accusations against somebody of whom no answer to it is told anywhere in the story.

    Of one who has answered others, too, where the reporter says right behind it that there is none yet.
    """
    every = list(told)
    silent = {(u.document, u.position) for u in every if NO_ANSWER.search(u.whole)}
    dates = {u.document: u.date for u in every}
    answered = [
        (t, d.confidence, dates.get(d.b.document, "")) for d in so_far.disputes for t in (d.a, *d.also_a)
    ]
    kinds = {a.id: a.kind for a in so_far.actors}
    answering: set[str] = set()
    for unit in every:
        if unit.act in ("denies", "rejects"):
            answering |= unit.parties | unit.behalf
    for unit in every:
        if unit.act != "accuses" or unit.speaker == OUTLET or unit.of is not None or unit.via or unit.joint:
            continue
        behind = (unit.document, unit.position + 1) in silent
        # That there is none yet says nothing of what is told later.
        if any(
            unit.target.meets(t)
            for t, sure, when in answered
            if sure >= _SURE or not behind or when > unit.date
        ):
            continue
        if _ANSWERED.search(unit.whole):
            continue
        subject = _accused(unit, kinds, parties)
        if (subject is None or unit.speaker is None) and not behind:
            continue
        behind = behind or (unit.document, unit.position + 2) in silent
        if parties.of(subject) & answering and not behind:
            continue
        yield Gap(target_id("gap", unit.target, "reply"), "no-reply", unit.target, unit.speaker, subject)


def _accused(unit: Unit, kinds: Mapping[str, str], parties: Parties) -> str | None:
    """The one person or body named in the accusation that is not the accuser's own side."""
    # "accused the commission of favouring Holm": of the two the first, whoever that is.
    accused = unit.objects if _ACCUSED.search(unit.said.strip()) else unit.actors
    named = sorted(
        n
        for n in accused
        if kinds.get(n) in ("person", "government", "organisation") and not parties.of(n) & unit.parties
    )
    return named[0] if len(named) == 1 else None


def _alone(so_far: Resolution) -> Iterable[Gap]:
    """Disputed claims that rest on one origin, in a story of several."""
    if len(so_far.origins) < 2:
        return
    disputed = {c for d in so_far.disputes for c in (d.claim_a, d.claim_b) if c}
    for claim in so_far.claims:
        if claim.id in disputed and len(claim.origins) == 1:
            speaker = claim.actors[0] if len(claim.actors) == 1 else None
            yield Gap(target_id("gap", claim.target, "alone"), "single-origin", claim.target, speaker)


def _once(gaps: Iterable[Gap], centre: Centre) -> list[Gap]:
    """The gaps nearest the story's centre, none said twice."""
    kept: list[Gap] = []
    fits = [g for g in gaps if _SHORTEST <= len(g.target.quote) <= _LONGEST]
    for gap in sorted(fits, key=lambda g: (-centre.nearness(g.target.quote), g.id)):
        if len(kept) == _MOST:
            break
        if all(centre.alike(gap.target.quote, k.target.quote) < _SAME for k in kept):
            kept.append(gap)
    return kept
