"""*What we do not know*: questions that the coverage leaves open, accusations with no reply found."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.brief.compose.wording import the
from atstake.model.brief import Part, Prose, Unknown
from atstake.model.claims import Gap

_MOST: dict[str, int] = {"open-question": 6, "no-reply": 4}
_MANY = 8
"""Articles from which on a dossier is large."""
_BESIDE = 0.3
"""In a large dossier an open point below this share of the greatest centrality is beside the point."""
_ASKED = 2
"""How much more a mere question has to be to the point than what is said not to be known."""
_ANSWERABLE = {"person", "government", "armed-group"}
_OPEN = re.compile(
    r"\b(?:unclear|unknown|uncertain|not (?:yet |immediately |entirely )?(?:clear|known|certain)"
    r"|remains? to be seen"
    r"|(?:has|have) yet to|whether|no one (?:knows|is sure))\b",
    re.IGNORECASE,
)
_ORDER: tuple[Literal["open-question", "no-reply"], ...] = ("open-question", "no-reply")


def gaps(coverage: Coverage, taken: Seen) -> Part[Unknown]:
    """Open questions first, then what nobody answered. That a claim rests on one text, its line says."""
    shown: list[Unknown] = []
    more = 0
    for kind in _ORDER:
        told = [e for g in coverage.resolution.gaps if g.kind == kind and (e := _entry(coverage, g))]
        told = _central(coverage, told)
        told.sort(key=lambda e: (not lines.is_whole(e.line), not _is_open(e)))
        found = [e for e in told if taken.add(lines.words_of(e.line))]
        shown += found[: _MOST[kind]]
        more += max(0, len(found) - _MOST[kind])
    return Part(tuple(shown), more)


def _central(coverage: Coverage, told: list[Unknown]) -> list[Unknown]:
    """Of a large dossier what most of it speaks of, too."""
    if len(coverage.articles) < _MANY:
        return told
    weight = {e.line.key: coverage.centrality(lines.words_of(e.line)) for e in told}
    least = _BESIDE * max(weight.values(), default=0.0)
    return [e for e in told if weight[e.line.key] >= least * (1 if _is_open(e) else _ASKED)]


def _is_open(entry: Unknown) -> bool:
    """Whether the words themselves say that something is not known."""
    return entry.kind != "open-question" or any(_OPEN.search(q.target.quote) for q in entry.line.quotes)


def _entry(coverage: Coverage, gap: Gap) -> Unknown | None:
    line = lines.make(
        coverage, "unknown", gap.target, speaker=gap.speaker if gap.kind == "no-reply" else None
    )
    if line is None:
        return None
    if gap.kind == "no-reply":
        accused = coverage.actors.get(gap.subject or "")
        if accused is not None and accused.kind not in _ANSWERABLE:
            return None
        subject = accused.name if accused else ""
        remark = f"No reply from {the(subject)} found." if subject else "No reply found."
        said = coverage.name(gap.speaker, gap.target.document)
        led = (Prose(f"{said}: "), *line.parts) if said and line.quotes == line.parts else line.parts
        return Unknown(gap.kind, replace(line, parts=led), remark)
    return Unknown(gap.kind, line)
