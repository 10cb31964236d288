"""*Claims and counter-claims*: disputes as chains, accusation -> denial -> answer, weighted by origins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from atstake.brief.compose import answering, antecedents, lines, subjects
from atstake.brief.compose.checked import checks
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.joined import joined
from atstake.brief.compose.likeness import Seen, alike, content_words
from atstake.brief.compose.wording import day
from atstake.facts.silence import NO_ANSWER
from atstake.model.annotations import Act, Attribution
from atstake.model.brief import Chain, Line, Part, Step, StepKind
from atstake.model.claims import OUTLET, Dispute, Relation
from atstake.model.provenance import content_id
from atstake.model.text import Target

SHOWN = 0.5
"""The least calibrated confidence of a dispute that no words make explicit: more likely right than wrong."""

SHOWN_EXPLICIT = 0.15
"""The same where the answer's own words say that it answers ("denied", "rejects", "dismissed the claim").

What is uncertain then is only which statement it answers: below ``PAIRED`` an answer that says itself what it
answers stands alone.
"""

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

MOST = 10
_NEXT, _NEAR = 40, 250
"""Characters between a statement and the answer right behind it, and soon behind it."""
_STEPS = 4
_MANY = 8
"""Articles from which on a dossier is large."""
_BESIDE = 0.48
"""In a large dossier a dispute of one origin, below this share of the greatest centrality, is left out."""
# A question, or what both do not agree about, is nobody's account.
_ASKS = re.compile(
    r"\?[\"”’']*\s*$|^(?:the|another|a) (?:big |main |key )?question is|\bdo(?:es)? not agree\b|\bdisagree\b",
    re.IGNORECASE,
)
_FINDS = frozenset("find finds found show shows showed shown indicate indicates indicated".split())
_SURELY_TOLD = 0.8
"""The least probability of an attribution whose denial is shown although no pair was found for it."""
_SENTENCES = 2
_DESCRIBED = 7
"""Words of a source that describes who speaks."""
_NOBODY = re.compile(
    r"(?:he|she|it|they|we|i|you|who|which|that|this|these|those|one|others?|nobody|no one|everyone|someone"
    r"|people|both|some|many|few)(?! \w)|(?:his|her|its|their|my|our)\b"
    r"|.*\b(?:respondents?|per ?cent|half|polls?|surveys?|statements?)\b",
    re.IGNORECASE,
)
_FIGURES = 2
"""Figures that differ have a part of their own; here only the first few stand."""
_ANSWER: dict[Relation, StepKind] = {
    "denies": "denial",
    "contradicts": "contradiction",
    "rejects": "rejection",
    "differs-in-figure": "figure",
}
_WANTED: tuple[StepKind, ...] = ("demand", "proposal")
_SURELY_WANTED = 0.45
"""From this confidence on whatever is rejected behind a demand is what was demanded."""
_OPENING: dict[Act, StepKind] = {"accuses": "accusation", "demands": "demand", "proposes": "proposal"}


def chains(coverage: Coverage) -> Part[Chain]:
    """Disputes that can be shown whole, the most independently reported first."""
    shown = [
        d
        for d in coverage.resolution.disputes
        if d.b.document in coverage.documents
        and is_shown(d)
        and not (d.relation in ("denies", "rejects") and _is_found(coverage, d.b, d.speaker_b))
        and not answering.is_history(coverage, d.b)
    ]
    paired = [d for d in shown if is_paired(coverage, d)]
    made = [c for t in _threads(paired) if (c := _chain(coverage, t)) is not None]
    lone = (_alone(coverage, [d]) for d in sorted(shown, key=_surest) if d not in paired)
    told = (_told_alone(coverage, a) for a in _denials(coverage))
    made = _central(coverage, [*made, *(c for c in (*lone, *told) if c is not None)])
    made.sort(
        key=lambda c: (-len(c.origins), -len(c.steps), -c.confidence, c.steps[0].line.date or "", c.key)
    )
    return _once([*joined(coverage, made), *checks(coverage)])


def is_paired(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether an answer stands behind the statement that it is taken to answer.

    It is sure enough, answers in its own words, is of another side, and names nobody else whom it answers.

    A government and one of its own do not deny each other's words: both deny a third's.
    """
    if dispute.confidence < _least(coverage, dispute):
        return False
    if dispute.relation not in ("denies", "rejects"):
        return True
    wanted = _opening(coverage, dispute.a, dispute.speaker_a) in _WANTED
    to = answering.Answered(dispute.a.quote, wanted and dispute.confidence >= _SURELY_WANTED)
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


def _least(coverage: Coverage, dispute: Dispute) -> float:
    """The confidence from which on an answer stands behind its statement, by how it points to that."""
    if not _answers_its_kind(coverage, dispute):
        return PAIRED
    if _is_soon_answered(coverage, dispute):
        return PAIRED_NEAR
    refers = _stands_behind(dispute, _NEXT) and answering.refers(dispute.b.quote)
    if refers or _is_about_each_other(coverage, dispute):
        return PAIRED_NAMED
    points = _points_at_the_last(dispute) or antecedents.is_the_one(coverage, dispute)
    return PAIRED_NEXT if points else PAIRED


def _is_about_each_other(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether one side speaks of who says the other, and charges them or speaks of the same thing.

    Who says that something is not so is no more denied than who denies it.
    """
    if not antecedents.name_each_other(coverage, dispute):
        return False
    if dispute.relation == "denies" and antecedents.says_no(dispute.a.quote):
        return False
    known = _opening(coverage, dispute.a, dispute.speaker_a) == "accusation" or antecedents.is_theirs(
        coverage, dispute
    )
    return known or antecedents.speak_of_one_thing(coverage, dispute)


def _answers_its_kind(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether one denies what was claimed, not what was wanted, nor what the other denies too."""
    wanted = _opening(coverage, dispute.a, dispute.speaker_a) in _WANTED
    return not (wanted and dispute.relation == "denies") and not antecedents.both_deny(dispute)


def _points_at_the_last(dispute: Dispute) -> bool:
    """Whether the answer ends in "this" or the like and stands right behind the other statement."""
    return _stands_behind(dispute, _NEXT) and answering.points_back(dispute.b.quote)


def _is_soon_answered(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether a known speaker answers, in so many words, what another has just charged or asked for."""
    known = {dispute.speaker_a, dispute.speaker_b} & coverage.actors.keys()
    if len(known) < 2 or dispute.relation not in ("denies", "rejects") or not _stands_behind(dispute, _NEAR):
        return False
    return _opening(coverage, dispute.a, dispute.speaker_a) != "statement"


def _stands_behind(dispute: Dispute, characters: int) -> bool:
    """Whether the answer begins so soon behind the other statement's end."""
    a, b = dispute.a, dispute.b
    return a.document == b.document and 0 <= b.start - a.end <= characters


def _surest(dispute: Dispute) -> tuple[float, str]:
    return -dispute.confidence, dispute.id


def _central(coverage: Coverage, made: list[Chain]) -> list[Chain]:
    """In a large dossier without what one text alone tells and most of the coverage does not speak of."""
    if len(coverage.articles) < _MANY:
        return made
    names = content_words(" ".join(s.name for c in made for s in c.steps))
    weight = {c.key: max(coverage.centrality(lines.words_of(s.line) - names) for s in c.steps) for c in made}
    least = _BESIDE * max(weight.values(), default=0.0)
    return [c for c in made if len(c.origins) > 1 or weight[c.key] >= least]


def _once(made: list[Chain]) -> Part[Chain]:
    """Each dispute once, and not more than a few of figures."""
    seen, steps, kept = Seen(), Seen(), []
    figures = 0
    for chain in made:
        figures += chain.relation == "differs-in-figure"
        if chain.relation == "differs-in-figure" and figures > _FIGURES:
            continue
        if len(chain.steps) == 1 and steps.has(lines.words_of(chain.steps[0].line)):
            continue
        words = content_words(" ".join(q.target.quote for s in chain.steps[:2] for q in s.line.quotes))
        if seen.add(words):
            kept.append(chain)
            for step in chain.steps:
                steps.add(lines.words_of(step.line))
    return Part(tuple(kept[:MOST]), max(0, len(kept) - MOST))


def is_shown(dispute: Dispute) -> bool:
    """Whether a dispute is sure enough for a page, and between two, not of one with themselves.

    One speaker's reversal is shown where it is as sure as an implicit dispute.
    """
    if dispute.speaker_a == dispute.speaker_b and (
        dispute.speaker_a is None or dispute.relation != "contradicts"
    ):
        return False
    answers = dispute.relation in ("denies", "rejects")
    if dispute.relation == "differs-in-figure" and not _is_of_two(dispute):
        return False
    if OUTLET in (dispute.speaker_a, dispute.speaker_b) and any(
        _ASKS.search(t.quote) for t in (dispute.a, dispute.b)
    ):
        return False
    if (answers and dispute.speaker_b in (OUTLET, None)) or NO_ANSWER.search(dispute.b.quote):
        return False
    sure = (
        SHOWN_EXPLICIT if dispute.explicit and answers and dispute.speaker_a != dispute.speaker_b else SHOWN
    )
    return dispute.confidence >= sure


def _is_of_two(dispute: Dispute) -> bool:
    """Whether two values are of two articles, or of two known sides: one text holds many that are none."""
    speakers = {dispute.speaker_a, dispute.speaker_b}
    return dispute.a.document != dispute.b.document or (len(speakers) == 2 and not speakers & {None, OUTLET})


@dataclass
class _Thread:
    """Disputes that share a statement: the root is the one that answers nothing."""

    disputes: list[Dispute] = field(default_factory=list)


def _threads(disputes: list[Dispute]) -> list[_Thread]:
    """Disputes joined where one answers the other's answer, or both answer the same statement."""
    threads: list[_Thread] = []
    for dispute in sorted(disputes, key=lambda d: (-d.confidence, d.id)):
        joined = next((t for t in threads if any(_linked(d, dispute) for d in t.disputes)), None)
        if joined is None:
            threads.append(_Thread([dispute]))
        elif len(joined.disputes) < _STEPS:
            joined.disputes.append(dispute)
    return threads


def _linked(a: Dispute, b: Dispute) -> bool:
    if (a.relation == "differs-in-figure") != (b.relation == "differs-in-figure"):
        return False
    return _same(a.a, b.a) or _same(a.b, b.a) or _same(a.a, b.b)


def _same(a: Target, b: Target) -> bool:
    if a.meets(b):
        shared = min(a.end, b.end) - max(a.start, b.start)
        return shared >= 0.5 * min(len(a.whole), len(b.whole))
    return alike(content_words(a.quote), content_words(b.quote)) and len(content_words(a.quote)) >= 4


def _chain(coverage: Coverage, thread: _Thread) -> Chain | None:
    """The thread's steps: each statement once, an answer behind what it answers."""
    ordered = _in_order(thread.disputes)
    steps: list[Step] = []
    placed: list[Target] = []
    for dispute in ordered:
        first = None if _one_statement(dispute) else _place(coverage, steps, placed, dispute, "a", None)
        if first is not None:
            _place(coverage, steps, placed, dispute, "b", first)
    answers = [s for s in steps if s.kind in _ANSWER.values()]
    if len(steps) < 2 and not any(
        answering.says_itself(coverage, s.line, s.actor or OUTLET) for s in answers
    ):
        return _alone(coverage, ordered)
    key = content_id("chain", *(q.target.quote for s in steps[:2] for q in s.line.quotes))
    origins = tuple(sorted({o for d in thread.disputes for o in _origins(coverage, d)}))
    return Chain(key, tuple(steps), ordered[0].relation, origins, max(d.confidence for d in thread.disputes))


def _one_statement(dispute: Dispute) -> bool:
    """Whether both ends are the same words: a denial that says itself what it denies."""
    a, b = dispute.a, dispute.b
    return (
        a.document == b.document
        and a.whole.overlaps(b.whole)
        and (a.whole.contains(b.whole) or b.whole.contains(a.whole))
    )


def _alone(coverage: Coverage, disputes: list[Dispute]) -> Chain | None:
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
    step = Step(_ANSWER[relation], actor, coverage.name(speaker, target.document), line, day(line.date))
    return Chain(content_id("chain", line.key), (step,), relation, line.origins, confidence)


def _denials(coverage: Coverage) -> list[Attribution]:
    """What somebody known is surely told to deny or reject in a sentence or two, surest first.

    Whether it stands against a statement of the coverage or not: that it is denied is in its own words.
    """
    found = [
        a
        for key, layers in coverage.annotations.items()
        for a in layers.attributions
        if key in coverage.documents and a.probability >= _SURELY_TOLD and a.polarity == "positive"
    ]
    known = [a for a in found if coverage.attributed.get(a.id) in coverage.actors or _described(a)]
    whole = [a for a in known if len(coverage.sentences(_told(coverage, a))) <= _SENTENCES]
    return sorted(whole, key=lambda a: (-a.probability, a.id))


def _described(attribution: Attribution) -> str:
    """How whoever denies or rejects is described, in the words of the source: "Trump's lawyers", "critics".

    Empty where the verb is not one of denying, or nobody is described by it.
    """
    source = attribution.source
    if (
        attribution.act not in ("denies", "rejects")
        or source is None
        or len(source.spans) > 1
        or attribution.via
    ):
        return ""
    words = " ".join(source.quote.split()).strip(" ,;:")
    if len(words.split()) > _DESCRIBED or _NOBODY.match(words):
        return ""
    return words[:1].upper() + words[1:]


def _told(coverage: Coverage, attribution: Attribution) -> Target:
    return Target.of(coverage.documents[attribution.document], attribution.whole)


def _told_alone(coverage: Coverage, attribution: Attribution) -> Chain | None:
    speaker, target = coverage.attributed.get(attribution.id), _told(coverage, attribution)
    plain = attribution.act in ("denies", "rejects") or answering.is_said_plainly(coverage, target, speaker)
    if not plain or _is_found(coverage, target, speaker):
        return None
    act = attribution.act
    relation: Relation = act if act in ("denies", "rejects") else answering.relation(target.quote)
    made = _lone(coverage, relation, target, speaker, attribution.probability * SHOWN)
    if made is None or speaker in coverage.actors:
        return made
    return replace(made, steps=tuple(replace(s, name=_described(attribution)) for s in made.steps))


def _is_theirs(coverage: Coverage, line: Line, speaker: str | None) -> bool:
    """Whether the line's first word of answering, where it has one, is the speaker's."""
    target = line.quotes[-1].target
    answer = answering.first_answer(target.quote)
    return answer is None or subjects.is_theirs(coverage, target, answer, speaker)


def _in_order(disputes: list[Dispute]) -> list[Dispute]:
    """What is answered first: a dispute whose ``a`` is another's ``b`` stands behind it."""
    left, ordered = list(disputes), []
    while left:
        root = next((d for d in left if not any(o is not d and _same(o.b, d.a) for o in left)), left[0])
        ordered.append(root)
        left.remove(root)
    return ordered


def _place(
    coverage: Coverage,
    steps: list[Step],
    placed: list[Target],
    dispute: Dispute,
    end: str,
    answers: int | None,
) -> int | None:
    """The index of the step for one end of a dispute, made where it is not there yet."""
    target, speaker = (dispute.a, dispute.speaker_a) if end == "a" else (dispute.b, dispute.speaker_b)
    for i, other in enumerate(placed):
        if _same(target, other):
            return i
    also = dispute.also_a if end == "a" else dispute.also_b
    line = _line(coverage, target, speaker, also, answers is not None)
    if line is None:
        return None
    where = line.quotes[0].target
    if (
        answers is not None
        and dispute.relation in ("denies", "rejects")
        and not _is_theirs(coverage, line, speaker)
    ):
        return None
    kind = _ANSWER[dispute.relation] if answers is not None else _opening(coverage, where, speaker)
    name = coverage.name(speaker, where.document)
    if speaker == OUTLET:
        kind = "report" if answers is None else kind
    step = Step(kind, speaker if speaker in coverage.actors else None, name, line, day(line.date), answers)
    same = next((i for i, s in enumerate(steps) if line.quotes == s.line.quotes), None)
    if same is not None:
        # Statement and answer stand in one sentence, which is shown once, as the answer.
        if answers == same and name:
            steps[same] = replace(step, answers=steps[same].answers)
        return same
    steps.append(step)
    placed.append(target)
    return len(steps) - 1


def _line(
    coverage: Coverage, target: Target, speaker: str | None, also: tuple[Target, ...], answer: bool
) -> Line | None:
    """The statement itself, or another telling of it where that one cannot stand alone."""
    every = (target, *also)
    for i, telling in enumerate(every):
        others = every[:i] + every[i + 1 :]
        line = lines.make(coverage, "claims", telling, speaker=speaker, answers=answer, also=others)
        if line is not None:
            return line
    return (
        lines.make(coverage, "claims", target, speaker=speaker, answers=True, also=also) if answer else None
    )


def _opening(coverage: Coverage, target: Target, speaker: str | None) -> StepKind:
    inside = [a for a in coverage.attributions(target.document) if a.whole.overlaps(target.whole)]
    said = [a for a in inside if coverage.attributed.get(a.id) == speaker] or inside
    act = max(said, key=_size, default=None)
    return _OPENING.get(act.act, "statement") if act else "statement"


def _is_found(coverage: Coverage, target: Target, speaker: str | None) -> bool:
    """Whether the words are what somebody found or a poll shows: whoever rejects in them is another."""
    said = [a for a in coverage.attributions(target.document) if a.content.whole.overlaps(target.whole)]
    own = [a for a in said if coverage.attributed.get(a.id) == speaker and a.cue is not None]
    return bool(own) and all(a.cue and not _FINDS.isdisjoint(a.cue.quote.casefold().split()) for a in own)


def _size(a: Attribution) -> tuple[int, str]:
    return len(a.whole), a.id


def _origins(coverage: Coverage, dispute: Dispute) -> tuple[str, ...]:
    targets = (dispute.a, dispute.b, *dispute.also_a, *dispute.also_b)
    return dispute.origins or coverage.origins(t.document for t in targets)
