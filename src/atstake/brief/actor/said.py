"""Statements over time: each once with all its tellings, the answers to it beside it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from atstake.brief.compose import lines, quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import alike
from atstake.brief.compose.wording import day, the
from atstake.model.actor_page import Answer, Said, Shift
from atstake.model.annotations import Attribution
from atstake.model.brief import Line, Part, Quote
from atstake.model.claims import Actor, Dispute
from atstake.model.text import Target

MOST = 150
_ANSWERS = 3


def attributions(coverage: Coverage, actor: str) -> list[Attribution]:
    """The actor's attributions, in the order of date and text."""
    found = [
        a
        for layers in coverage.annotations.values()
        for a in layers.attributions
        if coverage.attributed.get(a.id) == actor and a.document in coverage.documents
    ]
    return sorted(found, key=lambda a: (coverage.date(a.document) or "", a.document, a.content.start, a.id))


def statements(coverage: Coverage, who: Actor, said: list[Attribution]) -> Part[Said]:
    """What the actor said, oldest first; where there is too much, what most independent texts tell."""
    disputed = _disputed(coverage, who)
    groups = _told_together(coverage, said)
    entries = [entry for group in groups if (entry := _entry(coverage, who, group, disputed))]
    made = _each_once(entries)
    ranked = sorted(
        made, key=lambda s: (-len(s.answers), -len(s.line.origins), -len(s.line.also), s.line.key)
    )
    kept = {s.line.key for s in ranked[:MOST]}
    untold = len(groups) - len(entries) + len(made) - len(kept)
    return Part(tuple(s for s in made if s.line.key in kept), untold)


def shifts(coverage: Coverage, who: Actor) -> Part[Shift]:
    """Where a reporter says that the actor changed position, oldest first, each in other words once."""
    made: list[Shift] = []
    for shift in (s for s in coverage.resolution.shifts if s.actor == who.id):
        line = lines.make(coverage, f"shift-{who.id}", shift.target, speaker=who.id, answers=True)
        if line is not None and not any(alike(lines.words_of(line), lines.words_of(m.line)) for m in made):
            made.append(Shift(_noted(coverage, line), when=day(line.date)))
    return Part(tuple(sorted(made, key=lambda m: (m.line.date or "9999", m.line.quotes[0].target))))


def _told_together(coverage: Coverage, said: list[Attribution]) -> list[list[Attribution]]:
    """The tellings of one claim together, in the order of the first."""
    claim_of = {a: c.id for c in coverage.resolution.claims for a in c.attributions}
    groups: dict[str, list[Attribution]] = defaultdict(list)
    for a in said:
        groups[claim_of.get(a.id, a.id)].append(a)
    return list(groups.values())


def _entry(
    coverage: Coverage,
    who: Actor,
    group: list[Attribution],
    disputed: dict[str, list[tuple[Target, Dispute]]],
) -> Said | None:
    """The first telling in own words that can be understood on its own, the others behind it."""
    for a in sorted(group, key=lambda a: (a.relayed, a.form == "indirect")):
        others = [b.content for b in group if b is not a]
        line = lines.make(coverage, f"actor-{who.id}", a.content, speaker=who.id, also=others)
        if line is not None:
            first = min((d for b in group if (d := coverage.date(b.document))), default=None)
            answers = _answers(coverage, group, disputed)
            return Said(_noted(coverage, line), a.act, first, day(first), answers)
    return None


def _noted(coverage: Coverage, line: Line) -> Line:
    """With every pronoun's antecedent beside it, the actor's own included."""
    parts = tuple(
        replace(p, notes=quoting.notes(coverage, p.target)) if isinstance(p, Quote) else p for p in line.parts
    )
    return replace(line, parts=parts)


def _each_once(made: list[Said]) -> list[Said]:
    """Without what says the same as an earlier one in nearly the same words: that is a telling of it."""
    kept: list[Said] = []
    for entry in made:
        words = lines.words_of(entry.line)
        same = next((i for i, k in enumerate(kept) if alike(words, lines.words_of(k.line))), None)
        if same is None:
            kept.append(entry)
            continue
        line = kept[same].line
        also = (*line.also, *entry.line.quotes, *entry.line.also)
        origins = tuple(sorted({*line.origins, *entry.line.origins}))
        answers = tuple({a.line.key: a for a in (*kept[same].answers, *entry.answers)}.values())
        kept[same] = replace(
            kept[same],
            line=replace(line, also=_apart(line, also), origins=origins),
            answers=answers[:_ANSWERS],
        )
    return sorted(kept, key=lambda s: (s.date or "", s.line.quotes[0].target))


def _apart(line: Line, also: tuple[Quote, ...]) -> tuple[Quote, ...]:
    seen = {q.target for q in line.quotes}
    return tuple({q.target: q for q in also if q.target not in seen}.values())


def _disputed(coverage: Coverage, who: Actor) -> dict[str, list[tuple[Target, Dispute]]]:
    """By document, the words of the actor that somebody answers."""
    found: dict[str, list[tuple[Target, Dispute]]] = defaultdict(list)
    for d in coverage.resolution.disputes:
        if d.speaker_a == who.id:
            for target in (d.a, *d.also_a):
                found[target.document].append((target, d))
    return found


def _answers(
    coverage: Coverage, group: list[Attribution], disputed: dict[str, list[tuple[Target, Dispute]]]
) -> tuple[Answer, ...]:
    hit = {
        d.id: d
        for a in group
        for target, d in disputed.get(a.document, ())
        if target.whole.overlaps(a.content.whole)
    }
    found: dict[str, Answer] = {}
    for d in sorted(hit.values(), key=lambda d: (-d.confidence, d.id)):
        line = lines.make(
            coverage, f"answer-{group[0].id}", d.b, speaker=d.speaker_b, answers=True, also=d.also_b
        )
        if line is not None:
            name = the(coverage.name(d.speaker_b, d.b.document))
            found.setdefault(line.key, Answer(d.relation, d.speaker_b, name, line))
    return tuple(found.values())[:_ANSWERS]
