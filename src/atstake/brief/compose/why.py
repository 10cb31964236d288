"""*Why now*: the lead-up, conditions and stakes that the coverage gives."""

from __future__ import annotations

import re
from collections import Counter

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.model.brief import Line, Part
from atstake.model.claims import Reason
from atstake.model.text import Span, Target

MOST = 4
_SOME, _A_TEXT = 3, 2
"""Articles from which on a dossier has a common subject, and reasons that one text of it gives."""
_BESIDE, _MERELY = 0.35, 0.65
"""There a reason below this share of the most central statement's centrality is beside the point; one that
does not lead up to anything has to be nearer to it."""
_LEADS_UP = re.compile(
    r"\b(?:comes?|came|coming)\s+(?:\w+\s+){0,3}?(?:ahead of|after|before|amid|on the (?:eve|heels))\b"
    r"|\bcomes?\s+as\b|\bfollow(?:s|ed)?\s+(?:the|an?|weeks|months|days)\b"
    r"|(?<!lie )(?<!lies )\bahead of (?!it\b|him\b|her\b|them\b)"
    r"|\b(?:on the eve of|in the wake of|in response to|in retaliation for|amid)\b"
    r"|(?<!for )\b(?:days?|weeks?|months?|hours?)\s+after\b|\bafter\s+(?:days|weeks|months|years)\s+of\b"
    r"|\b(?:at stake|turning point|last chance)\b",
    re.IGNORECASE,
)
# "It comes ahead of ...": the subject is what the page is about, and the words after it say why now.
_TOP = 12
"""Sentences at the top of an article whose "it" and "this" are what the article is about."""
_IT_COMES = re.compile(r"(?:It|This|That)\s+(?:also\s+)?(?=(?:comes?|came|follows?|followed)\b)")


def reasons(coverage: Coverage, taken: Seen) -> Part[Line]:
    """Reasons that stand on their own and were not said above, in the order of their weight."""
    found = []
    for reason in coverage.resolution.reasons:
        line = lines.make(coverage, "why", reason.target, origins=reason.origins) or _without_it(
            coverage, reason
        )
        if line is None or any(lines.is_caption(coverage, q.target) for q in line.quotes):
            continue
        if taken.add(lines.words_of(line)):
            found.append(line)
    found = _to_the_point(coverage, found)
    found.sort(key=lambda line: (not _leads_up(line), not lines.is_whole(line)))
    return Part(tuple(found[:MOST]), max(0, len(found) - MOST))


def _leads_up(line: Line) -> bool:
    """Whether it tells what went before, or what is at stake; a mere "because" may be of anything."""
    return any(_LEADS_UP.search(q.target.quote) for q in line.quotes)


def _to_the_point(coverage: Coverage, found: list[Line]) -> list[Line]:
    """Of several articles what most of them speak of, and from one text no more than a few."""
    if len(coverage.articles) < _SOME:
        return found
    weight = {line.key: coverage.centrality(lines.words_of(line)) for line in found}
    greatest = coverage.greatest
    told: Counter[str] = Counter()
    kept = []
    for line in found:
        text = line.quotes[0].target.document
        least = (_BESIDE if _leads_up(line) else _MERELY) * greatest
        if weight[line.key] >= least and told[text] < _A_TEXT:
            told[text] += 1
            kept.append(line)
    return kept


def _without_it(coverage: Coverage, reason: Reason) -> Line | None:
    """The sentence from "comes ahead of" on."""
    sentence = coverage.sentences(reason.target)[0]
    document = coverage.documents[reason.target.document]
    match = _IT_COMES.match(document.text, sentence.start, sentence.end)
    above = sum(s.target.start < sentence.start for s in coverage.statements(document.id))
    if match is None or above >= _TOP:
        return None
    target = Target.of(document, Span(match.end(), sentence.end))
    return lines.clause(coverage, "why", target)
