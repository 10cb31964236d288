"""*Why now*: the lead-up, conditions and stakes that the coverage gives."""

from __future__ import annotations

import re

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.model.brief import Line, Part
from atstake.model.claims import Reason
from atstake.model.text import Span, Target

MOST = 4
# "It comes ahead of ...": the subject is what the page is about, and the words after it say why now.
_IT_COMES = re.compile(r"(?:It|This|That)\s+(?:also\s+)?(?=(?:comes?|came|follows?|followed)\b)")


def reasons(coverage: Coverage, taken: Seen) -> Part[Line]:
    """Reasons that stand on their own and were not said above, in the order of their weight."""
    found = []
    for reason in coverage.resolution.reasons:
        line = lines.make(coverage, "why", reason.target, origins=reason.origins) or _without_it(
            coverage, reason
        )
        if line is not None and taken.add(lines.words_of(line)):
            found.append(line)
    found.sort(key=lambda line: not lines.is_whole(line))
    return Part(tuple(found[:MOST]), max(0, len(found) - MOST))


def _without_it(coverage: Coverage, reason: Reason) -> Line | None:
    """The sentence from "comes ahead of" on."""
    sentence = coverage.sentences(reason.target)[0]
    document = coverage.documents[reason.target.document]
    match = _IT_COMES.match(document.text, sentence.start, sentence.end)
    if match is None:
        return None
    target = Target.of(document, Span(match.end(), sentence.end))
    return lines.clause(coverage, "why", target)
