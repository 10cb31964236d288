"""Whether an answer is shown behind the statement that it is taken to answer, and what step that is."""

from __future__ import annotations

from atstake.brief.compose import answering, antecedents
from atstake.brief.compose.coverage import Coverage
from atstake.model.annotations import Act, Attribution
from atstake.model.brief import StepKind
from atstake.model.claims import Dispute
from atstake.model.text import Target

PAIRED = 0.5
"""The least confidence at which an answer is shown behind the statement that it is taken to answer."""
PAIRED_NEXT = 0.3
"""The same for an answer that points back ("has denied this") right behind what it answers, or that names its
kind ("denied the accusation") with no other of the kind in between."""
PAIRED_NAMED = 0.28
"""The same for an answer that refers to something said ("said that was false") right behind the statement,
and where one of the two speaks of who says the other."""
PAIRED_NEAR = 0.25
"""The same for an answer in so many words, soon behind what a known speaker charges or asks for."""
_NEXT, _NEAR = 40, 250
"""Characters between a statement and the answer right behind it, and soon behind it."""
_WANTED: tuple[StepKind, ...] = ("demand", "proposal")
_SURELY_WANTED = 0.45
"""From this confidence on whatever is rejected behind a demand is what was demanded."""
_OPENING: dict[Act, StepKind] = {"accuses": "accusation", "demands": "demand", "proposes": "proposal"}


def is_paired(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether an answer stands behind the statement that it is taken to answer.

    It is sure enough, answers in its own words, is of another side, and names nobody else whom it answers.

    A government and one of its own do not deny each other's words: both deny a third's. What an editor set or
    confirmed is a pair.
    """
    if dispute.judgement:
        return True
    kind = opening(coverage, dispute.a, dispute.speaker_a)
    if dispute.confidence < _least(coverage, dispute, kind):
        return False
    if dispute.relation not in ("denies", "rejects"):
        return True
    to = answering.Answered(dispute.a.quote, kind in _WANTED and dispute.confidence >= _SURELY_WANTED)
    own_words = answering.is_answer(coverage, dispute.b, dispute.speaker_b, to)
    if not own_words or antecedents.is_of_another(coverage, dispute):
        return False
    if antecedents.is_looked_into(dispute.a.quote) or antecedents.tells_it(coverage, dispute):
        return False
    a, b = coverage.actors.get(dispute.speaker_a or ""), coverage.actors.get(dispute.speaker_b or "")
    if a is None or b is None or a == b or a.side is None:
        return True
    own = a.side == b.side and a.country == b.country and a.country is not None
    return not own or "government" not in (a.kind, b.kind)


def _least(coverage: Coverage, dispute: Dispute, kind: StepKind) -> float:
    """The confidence from which on an answer stands behind its statement, by how it points to that."""
    if not _answers_its_kind(dispute, kind):
        return PAIRED
    if _is_soon_answered(coverage, dispute, kind):
        return PAIRED_NEAR
    refers = _stands_behind(dispute, _NEXT) and answering.refers(dispute.b.quote)
    if refers or _is_about_each_other(coverage, dispute, kind):
        return PAIRED_NAMED
    points = _points_at_the_last(dispute) or antecedents.is_the_one(coverage, dispute)
    return PAIRED_NEXT if points else PAIRED


def _is_about_each_other(coverage: Coverage, dispute: Dispute, kind: StepKind) -> bool:
    """Whether one side speaks of who says the other, and charges them or speaks of the same thing.

    Who says that something is not so is no more denied than who denies it.
    """
    if not antecedents.name_each_other(coverage, dispute):
        return False
    if dispute.relation == "denies" and antecedents.says_no(dispute.a.quote):
        return False
    known = kind == "accusation" or antecedents.is_theirs(coverage, dispute)
    return known or antecedents.speak_of_one_thing(coverage, dispute)


def _answers_its_kind(dispute: Dispute, kind: StepKind) -> bool:
    """Whether one denies what was claimed, not what was wanted, nor what the other denies too."""
    told = dispute.relation == "denies" or answering.is_of_told(dispute.b.quote)
    return not (kind in _WANTED and told) and not antecedents.both_deny(dispute)


def _points_at_the_last(dispute: Dispute) -> bool:
    """Whether the answer ends in "this" or the like and stands right behind the other statement."""
    return _stands_behind(dispute, _NEXT) and answering.points_back(dispute.b.quote)


def _is_soon_answered(coverage: Coverage, dispute: Dispute, kind: StepKind) -> bool:
    """Whether a known speaker answers, in so many words, what another has just charged or asked for."""
    known = {dispute.speaker_a, dispute.speaker_b} & coverage.actors.keys()
    if len(known) < 2 or dispute.relation not in ("denies", "rejects") or not _stands_behind(dispute, _NEAR):
        return False
    return kind != "statement"


def _stands_behind(dispute: Dispute, characters: int) -> bool:
    """Whether the answer begins so soon behind the other statement's end."""
    a, b = dispute.a, dispute.b
    return a.document == b.document and 0 <= b.start - a.end <= characters


def opening(coverage: Coverage, target: Target, speaker: str | None) -> StepKind:
    """What kind of step a statement is that others answer, by the act of whoever makes it."""
    inside = [a for a in coverage.attributions(target.document) if a.whole.overlaps(target.whole)]
    said = [a for a in inside if coverage.attributed.get(a.id) == speaker] or inside
    act = max(said, key=_size, default=None)
    return _OPENING.get(act.act, "statement") if act else "statement"


def _size(a: Attribution) -> tuple[int, str]:
    return len(a.whole), a.id
