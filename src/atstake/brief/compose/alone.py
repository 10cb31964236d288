"""Answers that stand by themselves: what they answer is not in the coverage, or not sure, but they say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from atstake.brief.compose import answering, lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.whose import source_words
from atstake.brief.compose.wording import day
from atstake.model.annotations import Attribution
from atstake.model.brief import Chain, Step, StepKind
from atstake.model.claims import Dispute, Relation
from atstake.model.provenance import content_id
from atstake.model.text import Target

SHOWN = 0.5
"""The least calibrated confidence of a dispute that no words make explicit: more likely right than wrong."""
ANSWER: dict[Relation, StepKind] = {
    "denies": "denial",
    "contradicts": "contradiction",
    "rejects": "rejection",
    "differs-in-figure": "figure",
}
_SURELY_TOLD = 0.8
"""The least probability of an attribution whose denial is shown although no pair was found for it."""
_SENTENCES = 2
_DESCRIBED = 7
"""Words of a source that describes who speaks."""
_NOBODY = re.compile(
    r"(?:he|she|it|they|we|i|you|who|which|that|this|these|those|one|others?|nobody|no one|everyone|someone"
    r"|people|both|some|many|few)(?! \w)|(?:his|her|its|their|my|our)\b"
    r"|(?:the )?(?:duo|pair|trio|two|three|four|latter|former|rest)(?! \w)"
    r"|.*\b(?:respondents?|per ?cent|half|polls?|surveys?|statements?)\b",
    re.IGNORECASE,
)
_FINDS = frozenset("find finds found show shows showed shown indicate indicates indicated".split())


def answered_alone(coverage: Coverage, disputes: list[Dispute]) -> Chain | None:
    """A denial or rejection whose statement cannot be shown, by itself, where it says what it answers."""
    for d in disputes:
        if (
            d.relation not in ("denies", "rejects")
            or not d.explicit
            or not coverage.name(d.speaker_b, d.b.document)
        ):
            continue
        found = _lone(coverage, d.relation, d.b, d.speaker_b, d.confidence, d.also_b)
        if found is not None:
            return found
    return None


def told_alone(coverage: Coverage) -> Iterator[Chain]:
    """What somebody is surely told to deny or turn down, whether it stands against a statement or not."""
    for denial in _denials(coverage):
        if (made := _told_alone(coverage, denial)) is not None:
            yield made


class _Denial(NamedTuple):
    """What somebody is told to deny: all its words, and by whom where nobody is known to be meant."""

    attribution: Attribution
    told: Target
    described: str


def _denials(coverage: Coverage) -> list[_Denial]:
    """What somebody known is surely told to deny or reject in a sentence or two, surest first.

    Whether it stands against a statement of the coverage or not: that it is denied is in its own words.
    """
    found = [
        a
        for key, layers in coverage.annotations.items()
        for a in layers.attributions
        if key in coverage.documents and a.probability >= _SURELY_TOLD
        # Of those who deny together the first stands for all.
        if a.joint is None
    ]
    denials = (_Denial(a, Target.of(coverage.documents[a.document], a.whole), _described(a)) for a in found)
    known = (d for d in denials if d.described or _speaker(coverage, d) in coverage.actors)
    whole = [d for d in known if len(coverage.sentences(d.told)) <= _SENTENCES]
    return sorted(whole, key=lambda d: (-d.attribution.probability, d.attribution.id))


def _speaker(coverage: Coverage, denial: _Denial) -> str | None:
    return coverage.attributed.get(denial.attribution.id)


def _told_alone(coverage: Coverage, denial: _Denial) -> Chain | None:
    attribution, target, described = denial
    speaker, act = _speaker(coverage, denial), attribution.act
    if _is_mutual(coverage, attribution):
        return None
    plain = act in ("denies", "rejects") or answering.is_said_plainly(coverage, target, speaker)
    if not plain or is_found(coverage, target, speaker):
        return None
    relation: Relation = act if act in ("denies", "rejects") else answering.relation(target.quote)
    made = _lone(coverage, relation, target, speaker, attribution.probability * SHOWN)
    if made is None or speaker in coverage.actors:
        return made
    return replace(made, steps=tuple(replace(s, name=described) for s in made.steps))


_MUTUAL = re.compile(
    r"\b(?:disagree|differ|clash|spar|split|argu|quarrel)\w*\b(?: \w+ly)? (?:on|over|about)\b", re.IGNORECASE
)


def _is_mutual(coverage: Coverage, said: Attribution) -> bool:
    """Whether two only differ with each other: who "disagreed on the date" turns nothing down."""
    cue = said.cue
    if cue is None or not _MUTUAL.match(coverage.text(said.document), cue.start):
        return False
    joined = said.joint or any(o.joint == said.id for o in coverage.attributions(said.document))
    return bool(joined) or " and " in source_words(said)


def _lone(
    coverage: Coverage,
    relation: Relation,
    target: Target,
    speaker: str | None,
    confidence: float,
    also: tuple[Target, ...] = (),
) -> Chain | None:
    """An answer by itself, where it says what it answers."""
    line = lines.make(coverage, "claims", target, speaker=speaker, also=also)
    if line is None or not answering.says_itself(coverage, line, speaker):
        return None
    actor = speaker if speaker in coverage.actors else None
    step = Step(ANSWER[relation], actor, coverage.name(speaker, target.document), line, day(line.date))
    return Chain(content_id("chain", line.key), (step,), relation, line.origins, confidence)


def _described(attribution: Attribution) -> str:
    """How whoever denies or rejects is described, in the words of the source: "Trump's lawyers", "critics".

    Empty where the verb is not one of denying, or nobody is described by it.
    """
    if attribution.act not in ("denies", "rejects") or attribution.via:
        return ""
    words = source_words(attribution)
    if len(words.split()) > _DESCRIBED or _NOBODY.match(words):
        return ""
    return words[:1].upper() + words[1:]


def is_found(coverage: Coverage, target: Target, speaker: str | None) -> bool:
    """Whether the words are what somebody found or a poll shows: whoever rejects in them is another."""
    said = [a for a in coverage.attributions(target.document) if a.content.whole.overlaps(target.whole)]
    own = [a for a in said if coverage.attributed.get(a.id) == speaker and a.cue is not None]
    return bool(own) and all(a.cue and not _FINDS.isdisjoint(a.cue.quote.casefold().split()) for a in own)
