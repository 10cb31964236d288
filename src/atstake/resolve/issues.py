"""Issues and positions: what is contested, and what each actor says on it.

An issue is a subject that several parties speak of (``subjects.py``), with the disputes whose two sides do;
disputes on none of these that share what they are about are one too. A position is the statement in which an
actor takes a stand on the subject, or comes closest to what the disputes are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from atstake.model.claims import OUTLET, Dispute, Issue, Position, Resolution
from atstake.model.provenance import content_id
from atstake.model.stages import Evidence
from atstake.resolve.cluster import DIFFERENT, Scheme, cluster
from atstake.resolve.lexical import Vector, Weighing, cosine, stems
from atstake.resolve.phrases import Phrase, best_phrase, spread_of
from atstake.resolve.positions import ACTORS_AT_MOST, STANDS, of_actor
from atstake.resolve.subjects import Subject, met_by, subjects
from atstake.resolve.units import Unit, units

# Disputes about the same thing share this much of their words.
_SAME_ISSUE = 0.25
# A statement is a position on an issue from this much of the issue's words on.
_ON_IT = 0.22
# What takes a stand counts for more than telling.
_STAND_BONUS = 1.25
# What another tells of an actor counts for less than the actor's own words.
_RELAYED = 0.9
_RARE = 8


@dataclass(frozen=True)
class _About:
    dispute: Dispute
    vector: Vector
    rare: tuple[str, ...]


class Issues:
    """Fills ``issues``, most contested first. Needs ``disputes``."""

    name = "issues"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with issues and positions."""
        told = [u for u in units(evidence, so_far) if u.of is None]
        weighing = Weighing(u.words for u in told)
        origin = dict(so_far.origin_of)
        disputes = [d for d in so_far.disputes if d.relation != "differs-in-figure"]
        spoken = subjects(evidence, so_far, told, weighing)
        on = {d.id: _subject_of(d, spoken) for d in disputes}
        made = [
            _subject_issue(s, [d for d in disputes if on[d.id] == i], told, origin)
            for i, s in enumerate(spoken)
        ]
        about = {d.id: _about(d, weighing) for d in disputes if on[d.id] is None}
        groups = cluster(about, _SCHEME)
        finder = _Finder(told, weighing, origin)
        spread = spread_of(evidence) if groups else {}
        for group in groups:
            members = [about[key].dispute for key in group]
            issue = _issue(evidence, members, weighing, spread)
            if issue is not None:
                made.append(replace(issue, positions=finder.positions(issue, members)))
        merged = _once(made)
        merged.sort(key=lambda i: (-len(i.disputes), -len({o for p in i.positions for o in p.origins}), i.id))
        return replace(so_far, issues=tuple(merged))


def _subject_of(dispute: Dispute, spoken: Sequence[Subject]) -> int | None:
    """The first subject that the two sides of a dispute speak of."""
    words = set(met_by(_words(dispute)))
    return next((i for i, subject in enumerate(spoken) if subject.words <= words), None)


def _subject_issue(
    subject: Subject, disputes: Sequence[Dispute], told: Sequence[Unit], origin: Mapping[str, str]
) -> Issue:
    """A subject as an issue: who disputes comes first, then who says most on it.

    A disputant's own statement leads where it speaks of the subject, and stands behind the others where not.
    """
    sides = [s for d in disputes for s in ((d.speaker_a, d.a), (d.speaker_b, d.b))]
    said = (u for u in told if not u.deed)
    own = [u for u in said if any(s == u.speaker and t.meets(u.target) for s, t in sides)]
    about = [u for u in own if subject.words & set(met_by(u.words))]
    by_actor: dict[str, list[Unit]] = defaultdict(list)
    for unit in (*about, *subject.statements, *own):
        if unit.speaker and unit.speaker != OUTLET:
            by_actor[unit.speaker].append(unit)
    disputing = {speaker for speaker, _ in sides}
    ordered = sorted(by_actor, key=lambda a: (a not in disputing, -len(by_actor[a]), a))[:ACTORS_AT_MOST]
    issue = _named(subject.name, disputes)
    positions = (p for a in ordered for p in of_actor(issue.id, a, by_actor[a], origin))
    return replace(issue, positions=tuple(positions))


def _about(dispute: Dispute, weighing: Weighing) -> _About:
    words = _words(dispute)
    rare = sorted(set(words), key=lambda w: (weighing.count(w), w))[:_RARE]
    return _About(dispute, weighing.vector(words), tuple(sorted(rare)))


def _words(dispute: Dispute) -> list[str]:
    return [w for t in (dispute.a, dispute.b) for w in stems(t.quote) if not w[0].isdigit()]


def _alike(a: _About, b: _About) -> float | None:
    likeness = cosine(a.vector, b.vector)
    return 0.5 * likeness / _SAME_ISSUE if likeness > 0 else DIFFERENT


_SCHEME: Scheme[_About] = Scheme(
    blocks=lambda a: a.rare, score=_alike, threshold=0.5, cohesion=0.4, window=40
)


def _issue(
    evidence: Evidence,
    members: Sequence[Dispute],
    weighing: Weighing,
    spread: Mapping[tuple[str, ...], int],
) -> Issue | None:
    targets = [t for d in members for t in (d.a, d.b, *d.also_a, *d.also_b)]
    phrase = best_phrase(evidence, targets, weighing, spread)
    return _named(phrase, members) if phrase is not None else None


def _named(phrase: Phrase, members: Sequence[Dispute]) -> Issue:
    claims = {c for d in members for c in (d.claim_a, d.claim_b) if c}
    return Issue(
        id=content_id("issue", phrase.stems),
        label=phrase.text,
        label_target=phrase.target,
        claims=tuple(sorted(claims)),
        disputes=tuple(d.id for d in sorted(members, key=lambda d: (-d.confidence, d.id))),
    )


def _once(issues: Iterable[Issue]) -> list[Issue]:
    """Issues that came to the same name are one."""
    by_id: dict[str, Issue] = {}
    for issue in sorted(issues, key=lambda i: (i.id, i.disputes)):
        old = by_id.get(issue.id)
        if old is None:
            by_id[issue.id] = issue
            continue
        held = {(p.actor, p.target): p for p in (*old.positions, *issue.positions)}
        by_id[issue.id] = replace(
            old,
            claims=tuple(sorted({*old.claims, *issue.claims})),
            disputes=old.disputes + tuple(d for d in issue.disputes if d not in old.disputes),
            positions=tuple(held.values()),
        )
    return list(by_id.values())


class _Finder:
    """Finds what each actor says on an issue, by the issue's words."""

    def __init__(self, told: Sequence[Unit], weighing: Weighing, origin: Mapping[str, str]) -> None:
        self._told = [u for u in told if u.speaker and u.speaker != OUTLET]
        self._weighing, self._origin = weighing, origin
        self._vectors = [weighing.vector(u.words) for u in self._told]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for i, unit in enumerate(self._told):
            for word in sorted(set(unit.words)):
                self._holders[word].append(i)

    def positions(self, issue: Issue, members: Sequence[Dispute]) -> tuple[Position, ...]:
        """The best statements of each actor, the disputants' own first, then by weight of origins."""
        sides = {(d.speaker_a, d.a) for d in members} | {(d.speaker_b, d.b) for d in members}
        centre = self._weighing.vector([w for d in members for w in _words(d)] + list(stems(issue.label)))
        near: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for i in self._candidates(centre):
            unit = self._told[i]
            worth = cosine(centre, self._vectors[i]) * (_STAND_BONUS if unit.act in STANDS else 1.0)
            worth *= _RELAYED if unit.via else 1.0
            own = any(s == unit.speaker and t.meets(unit.target) for s, t in sides)
            if unit.speaker and (own or worth >= _ON_IT) and not unit.deed:
                near[unit.speaker].append((worth + own, i))
        ordered = sorted(near, key=lambda a: (-max(near[a])[0], -len(near[a]), a))[:ACTORS_AT_MOST]
        return tuple(p for actor in ordered for p in self._best(issue, actor, near[actor]))

    def _candidates(self, centre: Vector) -> list[int]:
        words = sorted(centre, key=lambda w: (-centre[w], w))[: 2 * _RARE]
        return sorted({i for w in words for i in self._holders[w]})

    def _best(self, issue: Issue, actor: str, near: list[tuple[float, int]]) -> list[Position]:
        ordered = [self._told[i] for _, i in sorted(near, key=lambda n: (-n[0], n[1]))]
        return of_actor(issue.id, actor, ordered, self._origin)
