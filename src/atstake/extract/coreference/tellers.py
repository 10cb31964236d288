"""Who only asked, or told of another, right before a "he", "she" or "it" that speaks, and so is not meant.

"Holm, who was interviewed by the reporter Brandt, ... She denied it": whoever asks or reports stands beside
the story, and who has just told something of somebody does not deny it. Where the other is no clearer, nobody
is.
"""

from __future__ import annotations

import re

from atstake.extract.coreference.chain import Chain, Chains
from atstake.extract.coreference.scene import Place
from atstake.facts.agents import agents
from atstake.model.annotations import Act, Attribution, Mention

_ASKS = frozenset(
    {"ask", "question", "press", "quiz", "interview", "grill", "confront", "approach", "contact"}
)
_PIECES = frozenset(
    {"report", "article", "story", "column", "piece", "question", "interview", "investigation"}
)
_PRESS = frozenset({"host", "anchor", "presenter", "interviewer", "moderator", "newscaster"})
_BLAMES = frozenset({"accuse", "blame"})
_DENIES: frozenset[Act] = frozenset({"denies"})


def standing_aside(chains: Chains, fitting: list[Chain], mention: Mention) -> list[Chain]:
    """Of those whom a speaking pronoun could mean, who only asked or told, where another is near."""
    here = chains.scene.places[mention.id]
    near = [(c, last) for c in fitting if (last := _last(c, here)) is not None]
    aside = [c for c, last in near if _is_aside(chains, c, last, mention, fitting)]
    return aside if len(aside) < len(near) else []


def may_deny(chains: Chains, chain: Chain, mention: Mention, fitting: list[Chain]) -> bool:
    """Whether it is no denial by who has just said what another did: it may be the other's."""
    last = _last(chain, chains.scene.places[mention.id])
    others = [c for c in fitting if c is not chain]
    return (
        last is None
        or not _denies(chains, mention)
        or not any(p.subject for _, p in _told_of(chains, chain, last, others))
    )


def _last(chain: Chain, here: Place) -> Place | None:
    """Where a chain's actor stands last, in this sentence or the one before."""
    last = chain.seen[-1]
    return last if here.sentence - last.sentence <= 1 and last.token < here.token else None


def _is_aside(chains: Chains, chain: Chain, last: Place, mention: Mention, fitting: list[Chain]) -> bool:
    if _has_asked(chains, last):
        return True
    if _is_press(chain) and not last.subject:
        return True
    if not _denies(chains, mention):
        return False
    if _blames(chains, last):
        return True
    others = [c for c in fitting if c is not chain]
    told = [a for a, _ in _told_of(chains, chain, last, others)]
    return any(_is_press(chain) or _is_piece(a) or a.act == "accuses" for a in told)


def _blames(chains: Chains, place: Place) -> bool:
    """Whether it is the subject of a verb of accusing: "attacks which Brenia blamed on Aldovia"."""
    token = chains.scene.token(place.token)
    return token.dep == "nsubj" and chains.scene.token(token.head).lemma.lower() in _BLAMES


def _has_asked(chains: Chains, place: Place) -> bool:
    """Whether it is by whom another was asked, or a piece was written."""
    scene = chains.scene
    token = scene.token(place.token)
    above = scene.token(token.head)
    if token.dep != "pobj":
        return False
    over = scene.token(above.head).lemma.lower()
    return above.text.lower() == "by" and (over in _ASKS or over in _PIECES)


def _is_press(chain: Chain) -> bool:
    """Whether somebody is called a reporter, a host or the like."""
    # By the noun at the head: a "press secretary" is none.
    heads = {
        head for role in chain.roles for head in re.split(r" (?:of|for|at|with|in) ", role)[0].split()[-1:]
    }
    return any(w in _PRESS or any(a.sector == "MED" for a in agents().get(w, ())) for w in heads)


def _denies(chains: Chains, mention: Mention) -> bool:
    return any(a.act in _DENIES for a in _said_by(chains, {mention.id}))


def _is_piece(attribution: Attribution) -> bool:
    """Whether it is told by what somebody wrote: "according to a report by Holm"."""
    source = attribution.source
    return source is not None and not _PIECES.isdisjoint(source.quote.lower().split())


def _told_of(
    chains: Chains, chain: Chain, last: Place, others: list[Chain]
) -> list[tuple[Attribution, Place]]:
    """What a chain's actor tells where they stand last, with each place of another in its words."""
    mine = {m.id for m, p in zip(chain.mentions, chain.seen, strict=True) if p.sentence == last.sentence}
    return [
        (a, place)
        for a in _said_by(chains, mine)
        for other in others
        for m, place in zip(other.mentions, other.seen, strict=True)
        if place.sentence == last.sentence and any(s.contains(m.target.whole) for s in a.content.spans)
    ]


def _said_by(chains: Chains, mentions: set[str]) -> list[Attribution]:
    return [a for a in chains.scene.attributions if chains.scene.sources.get(a.id) in mentions]
