"""*What we do not know*: questions that the coverage leaves open, accusations with no reply found."""

from __future__ import annotations

from typing import Literal

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.brief.compose.wording import the
from atstake.model.brief import Part, Unknown
from atstake.model.claims import Gap

_MOST: dict[str, int] = {"open-question": 6, "no-reply": 4, "single-origin": 3}
_ORDER: tuple[Literal["open-question", "no-reply", "single-origin"], ...] = (
    "open-question",
    "no-reply",
    "single-origin",
)


def gaps(coverage: Coverage, taken: Seen) -> Part[Unknown]:
    """Open questions first, then what nobody answered, then what rests on one text."""
    shown: list[Unknown] = []
    more = 0
    for kind in _ORDER:
        found = []
        for gap in coverage.resolution.gaps:
            if (
                gap.kind == kind
                and (entry := _entry(coverage, gap))
                and taken.add(lines.words_of(entry.line))
            ):
                found.append(entry)
        shown += found[: _MOST[kind]]
        more += max(0, len(found) - _MOST[kind])
    return Part(tuple(shown), more)


def _entry(coverage: Coverage, gap: Gap) -> Unknown | None:
    line = lines.make(
        coverage, "unknown", gap.target, speaker=gap.speaker if gap.kind == "no-reply" else None
    )
    if line is None:
        return None
    subject = coverage.name(gap.subject)
    if gap.kind == "no-reply":
        remark = f"No reply from {the(subject)} found." if subject else "No reply found."
        said = coverage.name(gap.speaker, gap.target.document)
        return Unknown(gap.kind, line, f"{said}: {remark}" if said else remark)
    return Unknown(gap.kind, line, "One origin." if gap.kind == "single-origin" else "")
