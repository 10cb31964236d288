"""What editors rejected and renamed, in one place for all kinds: no other resolver needs to know of it.

``heeded`` goes before all resolvers (attributions and mentions that were rejected are not read),
``Decisions`` after all of them. Merges and splits are heeded by the clustering (``judging.constraints``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar, get_args

from atstake.model.annotations import Annotations, Mention
from atstake.model.claims import ClaimState, Relation, Resolution
from atstake.model.provenance import Judgement
from atstake.model.stages import Evidence
from atstake.resolve.judging import attached, orphans, words_of


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)

_LAYERS = {
    "claim": ("claims",),
    "dispute": ("disputes",),
    "issue": ("issues",),
    "figure": ("series",),
    "event": ("happenings", "ahead"),
    "place": ("places",),
    "gap": ("gaps",),
    "reason": ("reasons",),
}


def heeded(evidence: Evidence) -> Evidence:
    """The evidence without the attributions and mentions that editors rejected.

    A relabelled attribution gets the speaker that its value names: the mention with these words, in its own
    document where there is one. A value that no mention's words are changes nothing.
    """
    gone = {id for kind in ("attribution", "mention") for id in _rejected(kind, evidence, Resolution())}
    speakers = _speakers(evidence)
    if not gone and not speakers:
        return evidence
    kept = {document: _without(found, gone) for document, found in evidence.annotations.items()}
    return replace(evidence, annotations={d: _with_speakers(found, speakers) for d, found in kept.items()})


def _speakers(evidence: Evidence) -> dict[str, str]:
    """Attribution id -> the mention that an editor named as its source."""
    on = _judged("attribution", evidence, Resolution())
    named = {
        id: j.value.casefold() for id, judgements in on.items() for j in judgements if j.verb == "relabel"
    }
    if not named:
        return {}
    said: dict[str, list[Mention]] = {}
    for document in sorted(evidence.annotations):
        for mention in evidence.annotations[document].mentions:
            said.setdefault(mention.target.quote.casefold(), []).append(mention)
    home = {a.id: d for d, found in evidence.annotations.items() for a in found.attributions}
    return {id: _nearest(said[name], home[id]).id for id, name in named.items() if name in said}


def _nearest(mentions: list[Mention], document: str) -> Mention:
    return min(mentions, key=lambda m: (m.target.document != document, m.target))


def _with_speakers(found: Annotations, speakers: dict[str, str]) -> Annotations:
    if not any(a.id in speakers for a in found.attributions):
        return found
    given = tuple(replace(a, mention=speakers.get(a.id, a.mention)) for a in found.attributions)
    return replace(found, attributions=given)


class Decisions:
    """The last resolver: takes out what was rejected, renames what was relabelled, lists the orphans.

    ``relabel`` sets an actor's name, an issue's label, a dispute's relation or a claim's state; a value that
    is no relation or state changes nothing.
    """

    name = "decisions"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` under the judgements on single objects."""
        found = replace(so_far, orphans=orphans(evidence, so_far))
        if not any(j.verb in ("reject", "relabel") for j in evidence.judgements):
            return found
        found = _relabelled(evidence, found)
        gone = {kind: _rejected(kind, evidence, so_far) for kind in ("actor", *_LAYERS)}
        for kind, layers in _LAYERS.items():
            for layer in layers if gone[kind] else ():
                found = replace(found, **{layer: _left(getattr(found, layer), gone[kind])})
        if gone["actor"]:
            found = _without_actors(found, gone["actor"])
        return _without_links(found, gone["claim"], gone["dispute"])


def _rejected(kind: str, evidence: Evidence, resolution: Resolution) -> set[str]:
    """Ids of the objects whose last word, of reject and confirm, is reject."""
    on = _judged(kind, evidence, resolution)
    last = {
        id: [j.verb for j in judgements if j.verb in ("reject", "confirm", "oppose")]
        for id, judgements in on.items()
    }
    return {id for id, verbs in last.items() if verbs and verbs[-1] == "reject"}


def _judged(kind: str, evidence: Evidence, resolution: Resolution) -> Mapping[str, tuple[Judgement, ...]]:
    if not any(j.kind == kind for j in evidence.judgements):
        return {}
    return attached(evidence.judgements, kind, words_of(kind, resolution, evidence.annotations.values()))


def _relabelled(evidence: Evidence, found: Resolution) -> Resolution:
    def label(kind: str) -> dict[str, str]:
        on = _judged(kind, evidence, found)
        return {id: j.value for id, judgements in on.items() for j in judgements if j.verb == "relabel"}

    names, labels = label("actor"), label("issue")
    relations = {id: r for id, value in label("dispute").items() for r in get_args(Relation) if r == value}
    states = {id: s for id, value in label("claim").items() for s in get_args(ClaimState) if s == value}
    return replace(
        found,
        actors=tuple(replace(a, name=names.get(a.id, a.name)) for a in found.actors),
        issues=tuple(
            replace(i, label=labels[i.id], label_target=None) if i.id in labels else i for i in found.issues
        ),
        disputes=tuple(replace(d, relation=relations.get(d.id, d.relation)) for d in found.disputes),
        claims=tuple(replace(c, state=states.get(c.id, c.state)) for c in found.claims),
    )


def _without(found: Annotations, gone: set[str]) -> Annotations:
    """Annotations without some mentions and attributions, and without links to them."""

    def link(id: str | None) -> str | None:
        return None if id in gone else id

    return replace(
        found,
        mentions=tuple(replace(m, antecedent=link(m.antecedent)) for m in found.mentions if m.id not in gone),
        attributions=tuple(
            replace(a, mention=link(a.mention), via=link(a.via))
            for a in found.attributions
            if a.id not in gone and (a.via not in gone or not a.relayed) and a.joint not in gone
        ),
        figures=tuple(
            replace(f, attribution=link(f.attribution), place_mention=link(f.place_mention))
            for f in found.figures
        ),
        events=tuple(
            replace(
                e,
                actor=link(e.actor),
                recipient=link(e.recipient),
                place=link(e.place),
                attribution=link(e.attribution),
            )
            for e in found.events
        ),
        upcoming=tuple(
            replace(u, place=link(u.place), participants=_but(u.participants, gone)) for u in found.upcoming
        ),
    )


def _without_actors(found: Resolution, gone: set[str]) -> Resolution:
    """A resolution without some actors; what they were thought to have said is said by nobody known."""

    def who(id: str | None) -> str | None:
        return None if id in gone else id

    return replace(
        found,
        actors=tuple(replace(a, side=who(a.side)) for a in _left(found.actors, gone)),
        attributed=tuple(link for link in found.attributed if link[1] not in gone),
        mentioned=tuple(link for link in found.mentioned if link[1] not in gone),
        claims=tuple(replace(c, actors=_but(c.actors, gone)) for c in found.claims),
        disputes=tuple(
            replace(d, speaker_a=who(d.speaker_a), speaker_b=who(d.speaker_b)) for d in found.disputes
        ),
        issues=tuple(
            replace(i, positions=tuple(p for p in i.positions if p.actor not in gone)) for i in found.issues
        ),
        series=tuple(
            replace(s, points=tuple(replace(p, attributed_to=who(p.attributed_to)) for p in s.points))
            for s in found.series
        ),
        ahead=tuple(replace(a, participants=_but(a.participants, gone)) for a in found.ahead),
        happenings=tuple(
            replace(h, actor=who(h.actor), recipient=who(h.recipient)) for h in found.happenings
        ),
        shifts=tuple(s for s in found.shifts if s.actor not in gone),
        gaps=tuple(
            replace(g, speaker=who(g.speaker))
            for g in found.gaps
            if g.subject is None or g.subject not in gone
        ),
    )


def _without_links(found: Resolution, claims: set[str], disputes: set[str]) -> Resolution:
    if not claims and not disputes:
        return found
    return replace(
        found,
        disputes=tuple(
            replace(
                d,
                claim_a=None if d.claim_a in claims else d.claim_a,
                claim_b=None if d.claim_b in claims else d.claim_b,
            )
            for d in found.disputes
        ),
        issues=tuple(
            replace(i, claims=_but(i.claims, claims), disputes=_but(i.disputes, disputes))
            for i in found.issues
        ),
    )


def _left(things: Iterable[T], gone: set[str]) -> tuple[T, ...]:
    return tuple(thing for thing in things if thing.id not in gone)


def _but(ids: Iterable[str], gone: set[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id not in gone)
