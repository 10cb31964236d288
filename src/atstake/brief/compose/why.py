"""*Why now*: the lead-up, conditions and stakes that the coverage gives."""

from __future__ import annotations

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.model.brief import Line, Part

MOST = 4


def reasons(coverage: Coverage, taken: Seen) -> Part[Line]:
    """Reasons that stand on their own and were not said above, in the order of their weight."""
    found = []
    for reason in coverage.resolution.reasons:
        line = lines.make(coverage, "why", reason.target, origins=reason.origins)
        if line is not None and taken.add(lines.words_of(line)):
            found.append(line)
    return Part(tuple(found[:MOST]), max(0, len(found) - MOST))
