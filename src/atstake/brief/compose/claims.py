"""*Claims and counter-claims*: disputes as chains, accusation -> denial -> answer, weighted by origins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from atstake.brief.compose import answering, lines, subjects
from atstake.brief.compose.alone import ANSWER, SHOWN, answered_alone, is_found, told_alone
from atstake.brief.compose.checked import checks
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.joined import joined
from atstake.brief.compose.likeness import Seen, alike, content_words
from atstake.brief.compose.pairing import is_paired, opening
from atstake.brief.compose.unsaid import is_unsaid
from atstake.brief.compose.wording import day
from atstake.facts.silence import NO_ANSWER
from atstake.model.brief import Chain, Line, Part, Step
from atstake.model.claims import OUTLET, Dispute
from atstake.model.provenance import content_id
from atstake.model.text import Target

SHOWN_EXPLICIT = 0.15
"""The same where the answer's own words say that it answers ("denied", "rejects", "dismissed the claim").

What is uncertain then is only which statement it answers: below ``PAIRED`` an answer that says itself what it
answers stands alone.
"""
MOST = 10
_STEPS = 4
_BESIDE = 0.48
"""In a large dossier a dispute of one origin, below this share of the greatest centrality, is left out."""
# A question, or what both do not agree about, is nobody's account.
_ASKS = re.compile(
    r"\?[\"”’']*\s*$|^(?:the|another|a) (?:big |main |key )?question is|\bdo(?:es)? not agree\b|\bdisagree\b",
    re.IGNORECASE,
)
_FIGURES = 2
"""Figures that differ have a part of their own; here only the first few stand."""


def chains(coverage: Coverage) -> Part[Chain]:
    """Disputes that can be shown whole, the most independently reported first."""
    shown = [
        d
        for d in coverage.resolution.disputes
        if d.b.document in coverage.documents and is_shown(d) and (d.judgement or not _is_beside(coverage, d))
    ]
    paired = [d for d in shown if is_paired(coverage, d)]
    made = [c for t in _threads(paired) if (c := _chain(coverage, t)) is not None]
    lone = (answered_alone(coverage, [d]) for d in sorted(shown, key=_surest) if d not in paired)
    alone = sorted((*(c for c in lone if c), *told_alone(coverage)), key=lambda c: -c.confidence)
    made = _central(coverage, _each_line_once([*made, *alone]))
    made.sort(key=_foremost)
    return _once([*joined(coverage, made), *checks(coverage)])


def _foremost(chain: Chain) -> tuple[bool, int, int, float, str, str]:
    """What an editor decided leads, then what most origins tell."""
    date = chain.steps[0].line.date or ""
    return not chain.decided, -len(chain.origins), -len(chain.steps), -chain.confidence, date, chain.key


def _is_beside(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether nobody answers anything now: what was found out, told as history, or is told as not said."""
    answers = dispute.relation in ("denies", "rejects")
    found = answers and is_found(coverage, dispute.b, dispute.speaker_b)
    return found or answering.is_history(coverage, dispute.b) or _is_unsaid(coverage, dispute)


def _is_unsaid(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether what is to be answered is only told as not said: "she did not say that Holm had sold it"."""
    said = (a for a in coverage.attributions(dispute.a.document) if a.whole.overlaps(dispute.a.whole))
    own = [a for a in said if coverage.attributed.get(a.id) == dispute.speaker_a]
    return bool(own) and all(is_unsaid(coverage, a) for a in own)


def _each_line_once(made: list[Chain]) -> list[Chain]:
    """The entries without answers alone whose line stands in an entry before them."""
    seen: set[str] = set()
    kept = []
    for chain in made:
        keys = {step.line.key for step in chain.steps}
        if len(chain.steps) > 1 or not keys <= seen:
            kept.append(chain)
        seen |= keys
    return kept


def _surest(dispute: Dispute) -> tuple[float, str]:
    return -dispute.confidence, dispute.id


def _central(coverage: Coverage, made: list[Chain]) -> list[Chain]:
    """In a large dossier without what one text alone tells and most of the coverage does not speak of."""
    if not coverage.is_large:
        return made
    names = content_words(" ".join(s.name for c in made for s in c.steps))
    weight = {c.key: max(coverage.centrality(lines.words_of(s.line) - names) for s in c.steps) for c in made}
    least = _BESIDE * max(weight.values(), default=0.0)
    return [c for c in made if len(c.origins) > 1 or c.decided or weight[c.key] >= least]


def _once(made: list[Chain]) -> Part[Chain]:
    """Each dispute once, and not more than a few of figures."""
    seen, steps, kept = Seen(), Seen(), []
    shown: set[str] = set()
    figures = 0
    for chain in made:
        figures += chain.relation == "differs-in-figure"
        if chain.relation == "differs-in-figure" and figures > _FIGURES:
            continue
        keys = {step.line.key for step in chain.steps}
        if keys & shown or (len(chain.steps) == 1 and steps.has(lines.words_of(chain.steps[0].line))):
            continue
        words = content_words(" ".join(q.target.quote for s in chain.steps[:2] for q in s.line.quotes))
        if seen.add(words):
            kept.append(chain)
            shown |= keys
            for step in chain.steps:
                steps.add(lines.words_of(step.line))
    return Part(tuple(kept[:MOST]), max(0, len(kept) - MOST))


def is_shown(dispute: Dispute) -> bool:
    """Whether a dispute is sure enough for a page, and between two, not of one with themselves.

    One speaker's reversal is shown where it is as sure as an implicit dispute. What an editor set or
    confirmed is always shown.
    """
    if dispute.judgement:
        return True
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
    answers = [s for s in steps if s.kind in ANSWER.values()]
    if len(steps) < 2 and not any(
        answering.says_itself(coverage, s.line, s.actor or OUTLET) for s in answers
    ):
        return answered_alone(coverage, ordered)
    key = content_id("chain", *(q.target.quote for s in steps[:2] for q in s.line.quotes))
    origins = tuple(sorted({o for d in thread.disputes for o in _origins(coverage, d)}))
    surest = max(d.confidence for d in thread.disputes)
    decided = any(d.judgement for d in thread.disputes)
    return Chain(key, tuple(steps), ordered[0].relation, origins, surest, decided)


def _one_statement(dispute: Dispute) -> bool:
    """Whether both ends are the same words: a denial that says itself what it denies."""
    a, b = dispute.a, dispute.b
    return (
        a.document == b.document
        and a.whole.overlaps(b.whole)
        and (a.whole.contains(b.whole) or b.whole.contains(a.whole))
    )


def _is_one_sentence(coverage: Coverage, dispute: Dispute) -> bool:
    """Whether both sides stand in one sentence, which would be shown for each."""
    a, b = dispute.a, dispute.b
    return a.document == b.document and coverage.sentences(a)[-1].overlaps(coverage.sentences(b)[0])


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
    if dispute.judgement and (line is None or _is_one_sentence(coverage, dispute)):
        line = lines.given(coverage, "claims", target, speaker=speaker)
    if line is None:
        return None
    where = line.quotes[0].target
    if (
        answers is not None
        and not dispute.judgement
        and dispute.relation in ("denies", "rejects")
        and not _is_theirs(coverage, line, speaker)
    ):
        return None
    kind = ANSWER[dispute.relation] if answers is not None else opening(coverage, where, speaker)
    name = coverage.name(speaker, where.document)
    if speaker == OUTLET and (answers is None or dispute.relation in ("denies", "rejects")):
        # A reporter tells of a denial and makes none.
        kind = "report"
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


def _origins(coverage: Coverage, dispute: Dispute) -> tuple[str, ...]:
    targets = (dispute.a, dispute.b, *dispute.also_a, *dispute.also_b)
    return dispute.origins or coverage.origins(t.document for t in targets)
