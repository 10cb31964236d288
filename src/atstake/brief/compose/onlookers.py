"""Who stands beside a story: asked about it, related to somebody in it, or named to tell of somebody else."""

from __future__ import annotations

import re

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.standing import role_now
from atstake.model.claims import Actor
from atstake.model.text import Target

_ONLOOKERS = frozenset(
    "professor analyst pollster historian economist scholar lecturer researcher expert biographer author "
    "consultant fellow wife husband son daughter voter resident student tourist passerby".split()
)
"""Heads of roles of people who are asked about a story, or stand beside it."""
_BEFORE = 40
"""Characters before a name in which it is told that something was under somebody."""
# "A secretary under President Holm".
_UNDER = re.compile(r"\bunder (?:(?:former|then|the late) ?-?|[A-Z][\w.]+ )*$")
# "A former Holm adviser", "a Holm-era rule".
_THEIRS = re.compile(
    r"(?:(?:[’']s)?(?: administration)?(?: White House)? (?:advis[eo]r|aide|official|appointee|spokes\w+"
    r"|secretary|speechwriter|staffer|veteran|alum\w*|nominee)s?\b|[-‑](?:era|appointed|nominated)\b)"
)


def looks_on(coverage: Coverage, actor: Actor) -> bool:
    """Whether somebody's role is one of those who are asked about a story, or stand beside it."""
    role = role_now(coverage, actor)
    return role is not None and not _ONLOOKERS.isdisjoint(role.title.casefold().replace(",", " ").split())


def only_tells_of_others(coverage: Coverage, actor: Actor) -> bool:
    """Whether somebody is named only to say whom another served, or when: "an aide under President Holm"."""
    named = [coverage.mention[m].target for m in actor.mentions if m in coverage.mention]
    told = [t for t in named if t.document in coverage.documents]
    return bool(told) and all(_tells_of_another(coverage, target) for target in told)


def _tells_of_another(coverage: Coverage, name: Target) -> bool:
    text = coverage.text(name.document)
    before = text[max(0, name.start - _BEFORE) : name.start]
    return _UNDER.search(before) is not None or _THEIRS.match(text, name.end) is not None
