"""The page of one claim, from what was read and resolved. Pure: the same input, the same page."""

from __future__ import annotations

from dataclasses import replace

from atstake.brief.compose import lines, quoting, sources
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import alike
from atstake.brief.compose.wording import capital, day, days, the
from atstake.errors import UsageError
from atstake.model.actor_page import Answer
from atstake.model.annotations import Act
from atstake.model.brief import Line, Part, Quote, walk
from atstake.model.claim_page import ClaimPage, Telling
from atstake.model.claims import OUTLET, Claim, Dispute, Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence
from atstake.model.text import Target

MOST = 60


def claim_page(evidence: Evidence, resolution: Resolution, run: Run, claim: str) -> ClaimPage:
    """The page of the claim with that id. Raises ``UsageError`` for an id that no claim has."""
    found = next((c for c in resolution.claims if c.id == claim), None)
    if found is None:
        raise UsageError(f"{claim}: no such claim in this dossier; give words of the coverage, or an id")
    coverage = Coverage(evidence, resolution)
    told = _targets(coverage, found)
    tellings = _tellings(coverage, found)
    first, second = _answers(coverage, found, told, True), _answers(coverage, found, told, False)
    title = _title(coverage, found)
    parts = (title, tellings.items, first.items, second.items)
    used = {q.target.document for part in parts for q in walk(part, Quote)}
    groups = tuple(g for g in sources.groups(coverage) if any(s.document in used for s in g.sources))
    dates = [s.date for g in groups for s in g.sources if s.date]
    return ClaimPage(
        claim=found.id,
        title=title,
        state=found.state,
        origins=len(found.origins),
        tellings=tellings,
        answers=first,
        answered=second,
        sources=Part(groups),
        names=tuple((a.id, a.name) for a in resolution.actors),
        when=days(min(dates, default=None), max(dates, default=None)),
        run=run.id,
        version=run.version,
        clip=coverage.clip,
    )


def _title(coverage: Coverage, claim: Claim) -> Line:
    quote = quoting.exact(coverage, claim.target.document, claim.target.whole)
    return Line(
        lines.key("claim-title", quote.target.quote), (quote,), date=coverage.date(claim.target.document)
    )


def _targets(coverage: Coverage, claim: Claim) -> list[Target]:
    """All words that tell the claim."""
    wanted = {*claim.attributions, *claim.statements}
    found = [claim.target]
    for layers in coverage.annotations.values():
        found += [a.content for a in layers.attributions if a.id in wanted]
        found += [s.target for s in layers.statements if s.id in wanted]
    return found


def _tellings(coverage: Coverage, claim: Claim) -> Part[Telling]:
    """Each speaker's words once, the oldest first, the same words elsewhere behind them."""
    told: list[tuple[str | None, str, Act, Target]] = []
    for document, layers in coverage.annotations.items():
        for a in layers.attributions:
            if a.id in claim.attributions:
                actor = coverage.attributed.get(a.id)
                told.append((actor, capital(the(coverage.name(actor))), a.act, a.content))
        for s in layers.statements:
            if s.id in claim.statements:
                told.append((None, coverage.publisher(document), "says", s.target))
    told.sort(key=lambda t: (coverage.date(t[3].document) or "", t[3]))
    made: list[Telling] = []
    for actor, name, act, target in told:
        line = lines.make(coverage, f"telling-{claim.id}-{actor or name}", target, speaker=actor or OUTLET)
        if line is not None:
            date = coverage.date(target.document)
            _add(made, Telling(actor, name, act, date, day(date), line))
    return Part(tuple(made[:MOST]), max(0, len(made) - MOST) + len(told) - sum(_count(t) for t in made))


def _add(made: list[Telling], one: Telling) -> None:
    """Puts a telling behind the same speaker's words that are nearly its own, or at the end."""
    words = lines.words_of(one.line)
    for n, other in enumerate(made):
        if (other.actor, other.name) == (one.actor, one.name) and alike(words, lines.words_of(other.line)):
            also = (*other.line.also, *one.line.quotes)
            origins = tuple(sorted({*other.line.origins, *one.line.origins}))
            made[n] = replace(other, line=replace(other.line, also=also, origins=origins))
            return
    made.append(one)


def _count(telling: Telling) -> int:
    return 1 + len(telling.line.also)


def _answers(coverage: Coverage, claim: Claim, told: list[Target], first: bool) -> Part[Answer]:
    """What is said against the claim; with ``first`` false, what the claim itself is said against."""
    made: dict[str, Answer] = {}
    # One line may stand on both sides, in two disputes: each has an anchor of its own.
    key = f"{'answer' if first else 'answered'}-{claim.id}"
    for d in sorted(coverage.resolution.disputes, key=lambda d: (-d.confidence, d.id)):
        mine, other, speaker, also = _sides(d, first)
        if speaker in claim.actors:
            continue
        if not any(m.meets(t) for m in mine for t in told):
            continue
        line = lines.make(coverage, key, other, speaker=speaker, answers=True, also=also)
        if line is not None:
            name = the(coverage.name(speaker, other.document))
            made.setdefault(line.key, Answer(d.relation, speaker, name, line))
    return Part(tuple(made.values()))


def _sides(d: Dispute, first: bool) -> tuple[tuple[Target, ...], Target, str | None, tuple[Target, ...]]:
    if first:
        return (d.a, *d.also_a), d.b, d.speaker_b, d.also_b
    return (d.b, *d.also_b), d.a, d.speaker_a, d.also_a
