"""What one side denies, or turns down, again and again is one entry with several lines.

Each telling keeps its own words and its own source: nothing is taken to mean what another says. Without this
the part is filled by one government's one denial, told by ten papers in ten ways.
"""

from __future__ import annotations

import re
from dataclasses import replace

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import alike, content_words
from atstake.model.brief import Chain, Step

LINES = 4
"""Lines of one entry; the origins of those left out are counted with it."""
_COMMON, _SHARE = 2, 0.2
_ANSWERING = re.compile(
    r"(?:den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w*|repeated\w*|insist\w*)", re.IGNORECASE
)


def joined(coverage: Coverage, made: list[Chain]) -> list[Chain]:
    """The entries in order, each of a side's answers to one thing behind the first of them."""
    kept: list[Chain] = []
    about: list[frozenset[str]] = []
    for chain in made:
        words = _about(coverage, chain)
        at = next(
            (i for i, k in enumerate(kept) if _one_side(coverage, k, chain) and _shared(about[i], words)),
            None,
        )
        if at is None:
            at = _same_matter(coverage, kept, chain)
        if at is None:
            kept.append(chain)
            about.append(words)
        else:
            kept[at] = _with(kept[at], chain)
    return kept


def _same_matter(coverage: Coverage, kept: list[Chain], chain: Chain) -> int | None:
    """The one entry in which somebody denies, where they deny "the allegations" or name who makes them."""
    (step,) = chain.steps if len(chain.steps) == 1 else (None,)
    if step is None or step.actor is None or chain.relation != "denies":
        return None
    theirs = [i for i, k in enumerate(kept) if k.relation == "denies" and _denies(k, step.actor)]
    if len(theirs) != 1:
        return None
    text = " ".join(quote.target.quote for quote in step.line.quotes)
    accusers = {s.actor for s in kept[theirs[0]].steps if s.kind not in ("denial", "rejection")}
    named = (coverage.actors[a].name.split()[-1] for a in accusers if a in coverage.actors)
    return theirs[0] if _BARE.search(text) or any(name in text for name in named) else None


def _denies(chain: Chain, actor: str) -> bool:
    return any(s.kind == "denial" and s.actor == actor for s in chain.steps)


_BARE = re.compile(
    r"\b(?:the|these|those|all|both|any such|such|his accusers?['’]s?|her accusers?['’]s?) (?:\w+ )?"
    r"(?:allegation|accusation|claim|charge)s?(?! (?:that|of|by|from|about)\b)",
    re.IGNORECASE,
)


def _one_side(coverage: Coverage, a: Chain, b: Chain) -> bool:
    side = _side(coverage, a)
    return a.relation == b.relation and side is not None and side == _side(coverage, b)


def _side(coverage: Coverage, chain: Chain) -> str | None:
    """Who denies or rejects in it, by side; None where it is nobody known, or more than one side."""
    answers = [s for s in chain.steps if s.kind in ("denial", "rejection")]
    actors = [coverage.actors.get(s.actor or "") for s in answers]
    sides = {(a.side or a.id) if a else None for a in actors}
    return sides.pop() if len(sides) == 1 and chain.relation in ("denies", "rejects") else None


def _about(coverage: Coverage, chain: Chain) -> frozenset[str]:
    """What its lines are about: their words without those that answer and the names of who speaks."""
    words = frozenset().union(*(lines.words_of(s.line) for s in chain.steps))
    actors = [a for s in chain.steps if (a := coverage.actors.get(s.actor or ""))]
    names = content_words(" ".join(n for a in actors for n in (a.name, *(x.text for x in a.aliases))))
    return frozenset(w for w in words - names if not _ANSWERING.fullmatch(w))


def _shared(a: frozenset[str], b: frozenset[str]) -> bool:
    common = len(a & b)
    return common >= _COMMON and common >= _SHARE * min(len(a), len(b))


def _with(chain: Chain, more: Chain) -> Chain:
    """The entry with another's lines behind its own, as far as there is room for all of them."""
    said = [lines.words_of(s.line) for s in chain.steps]
    base = len(chain.steps)
    new = [replace(s, answers=None if s.answers is None else s.answers + base) for s in more.steps]
    fresh = not any(alike(lines.words_of(s.line), words) for s in new for words in said)
    steps: tuple[Step, ...] = (*chain.steps, *new) if fresh and base + len(new) <= LINES else chain.steps
    origins = tuple(sorted({*chain.origins, *more.origins}))
    return replace(chain, steps=steps, origins=origins, confidence=max(chain.confidence, more.confidence))
