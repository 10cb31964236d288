"""Whether an answer can mean but one statement: the one of its kind, or the last of whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from atstake.brief.compose import answering
from atstake.brief.compose.coverage import LIKELY, Coverage
from atstake.brief.compose.likeness import beginnings, content_words
from atstake.facts import states
from atstake.facts.tables import alternatives, plain
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
_OWNED = alternatives("answers", "owned")
_WORDS = rf"(?:{_OWNED}|{alternatives('answers', 'owned-before')})s?\b"
# "Okafor's latest accusation", "a Brenian pledge".
_OWNS_WORDS = re.compile(rf"(?:['’]s? (?:[\w-]+ )?| ){_WORDS}(?! that\b)")
# "a Brenian pledge": the government's.
_OF_A_NATION = re.compile(rf"\b(?P<who>[A-Z]\w+) {_WORDS}")
# The same with its owner behind: "the request by Okafor".
_OF_OWNER = re.compile(rf"\b(?:{_OWNED})s? (?:by|from|of) (?:(?:the|some|several|many|both) )?(?:[\w-]+ )?$")
# Who also denies it says the same as the one before.
_ALSO = re.compile(
    r"\balso\s+(?:\w+ly\s+)?(?:den|reject|dismiss|disput|refut|rebut|contradict)\w+", re.IGNORECASE
)
# "is probing allegations of theft": a charge that is only looked into.
_LOOKED_INTO = re.compile(
    r"\b(?:prob(?:e|es|ed|ing)|investigat\w+|examin\w+|look(?:s|ed|ing)?|inquir\w+)\s+(?:(?:into|of|on|the|any)\s+)*"
    r"(?:alleg\w+|accusations?|claims?|whether|suspicions?|suspected|purported|possible|potential)\b",
    re.IGNORECASE,
)
_SAYS_NO = re.compile(r"\b(?:no|not|never|none|nothing)\b|n[’']t\b", re.IGNORECASE)
# Words of telling and answering, which two statements may share on any subject.
_NO_THING = frozenset(
    "told tells say said reported report reports denied denies deny denying denial called calls statement "
    "claim claims claimed any never did made make making has have been being other others more such".split()
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
    theirs = [t for t in coverage.attributions(a.document) if coverage.attributed.get(t.id) == whose]
    return _is_next(a, b, theirs) and whose in _owners(coverage, b)


def name_each_other(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether one side speaks of who says the other.

    "Relatives say that Okafor told them of the fire. Okafor denies speaking to them."
    """
    a, b = (_side_of(coverage, speaker) for speaker in (dispute.speaker_a, dispute.speaker_b))
    first, second = _spoken_of(coverage, dispute.a) - a, _spoken_of(coverage, dispute.b) - b
    return not (a & b) and not (b.isdisjoint(first) and a.isdisjoint(second))


def is_theirs(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether the answer says that it answers words of whoever says the statement: "Okafor's account"."""
    return dispute.speaker_a in _owners(coverage, dispute.b)


def speak_of_one_thing(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether two statements share a word of content, names apart, by its first letters."""
    first, second = (_things(coverage, target) for target in (dispute.a, dispute.b))
    return not first.isdisjoint(second)


def _things(coverage: Coverage, target: Target) -> frozenset[str]:
    """The stems of a stretch's words that are no names."""
    named = [
        m.target for m in coverage.mentions(target.document, target.whole) if m.form in ("name", "acronym")
    ]
    bare = target.quote
    for mention in sorted(named, key=lambda m: -m.start):
        bare = bare[: mention.start - target.start] + " " + bare[mention.end - target.start :]
    return beginnings(w for w in content_words(bare) if w not in _NO_THING and not w.isdigit())


def _side_of(coverage: Coverage, speaker: str | None) -> set[str]:
    """A speaker, and what it speaks for."""
    actor = coverage.actors.get(speaker or "")
    return {part for part in (actor.id, actor.side) if part} if actor else set()


def both_deny(dispute: Dispute) -> bool:
    """Whether the statement is itself an answer, or says no what the second "also" denies."""
    said = dispute.a.quote
    too = _ALSO.search(dispute.b.quote) and says_no(said)
    return answering.first_answer(said) is not None or bool(too)


def tells_it(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether who says the first is who tells of the second: "the king denied it, Okafor said"."""
    b = dispute.b
    told = (a for a in coverage.attributions(b.document) if a.via and a.whole.overlaps(b.whole))
    tellers = {
        coverage.attributed.get(a.via or "")
        for a in told
        if coverage.attributed.get(a.id) == dispute.speaker_b
    }
    return dispute.speaker_a in tellers - {None}


def says_no(words: str) -> bool:
    """Whether a statement has a word of negation."""
    return _SAYS_NO.search(words) is not None


def is_looked_into(words: str) -> bool:
    """Whether a charge is only told as what somebody examines: nobody is told to make it."""
    return _LOOKED_INTO.search(words) is not None


def _spoken_of(coverage: Coverage, target: Target) -> set[str]:
    """The actors that are mentioned in a stretch, with what they are of."""
    actors = coverage.actors_of(coverage.mentions(target.document, target.whole))
    return {part for actor in actors for part in (actor.id, actor.side) if part}


def is_of_another(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether an answer names whose words it answers, and the statement is told of somebody else.

    "Okafor rebuffed requests from the council" answers nothing that the ministry said.
    """
    whose, owners = coverage.actors.get(dispute.speaker_a or ""), _owners(coverage, dispute.b)
    if whose is None or not owners or whose.id in owners:
        return False
    sides = {coverage.actors[owner].side for owner in owners} | owners
    return whose.side not in sides - {None}


def _owners(coverage: Coverage, answer: Target) -> set[str]:
    """The actors whose words an answer says that it answers."""
    text = coverage.text(answer.document)
    mentions = coverage.mentions(answer.document, answer.whole)
    owning = (
        m
        for m in mentions
        if _OWNS_WORDS.match(text, m.target.end) or _OF_OWNER.search(text, answer.start, m.target.start)
    )
    owners = {actor.id for actor in coverage.actors_of(owning)}
    codes = {states.demonyms().get(plain(m["who"])) for m in _OF_A_NATION.finditer(answer.quote)} - {None}
    return owners | {a.id for a in coverage.actors.values() if a.kind == "government" and a.country in codes}


def _is_next(a: Target, b: Target, told: Iterable[Attribution]) -> bool:
    """Whether a statement stands behind another of its document, none of those told beginning in between."""
    behind = a.document == b.document and a.end <= b.start
    return behind and not any(a.end <= t.content.start < b.start for t in told)
