"""*Why now*: the lead-up, conditions and stakes that the coverage gives."""

from __future__ import annotations

import re
from collections import Counter

from atstake.brief.compose import lines
from atstake.brief.compose.addressed import is_addressed
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.dated import is_gone_by
from atstake.brief.compose.likeness import Seen
from atstake.brief.compose.opening.argued import expects, judges
from atstake.model.brief import Line, Part
from atstake.model.claims import Reason
from atstake.model.text import Span, Target

MOST = 4
_A_TEXT = 2
"""Reasons that one text gives, where there is a common subject."""
_BESIDE, _MERELY = 0.35, 0.65
"""There a reason below this share of the most central statement's centrality is beside the point; one that
does not lead up to anything has to be nearer to it."""
_LEADS_UP = re.compile(
    r"\b(?:comes?|came|coming)\s+(?:\w+\s+){0,3}?(?:ahead of|after|before|amid|on the (?:eve|heels))\b"
    r"|\bcomes?\s+as\b|\bfollow(?:s|ed)?\s+(?:the|an?|weeks|months|days)\b"
    r"|\bfollowing [A-Z]\w+[’']s\b"
    r"|(?<!lie )(?<!lies )(?<!get )(?<!gets )(?<!got )(?<!getting )(?<!stay )(?<!far )(?<!points )"
    r"\bahead of (?!it\b|him\b|her\b|them\b)"
    r"|\b(?:on the eve of|in the wake of|in response to(?! (?:an? |the )?(?:\w+[’']?s? )?questions?)"
    r"|in retaliation for|amid)\b"
    r"|(?<!for )\b(?:days?|weeks?|months?|hours?)\s+after\b|\bafter\s+(?:days|weeks|months|years)\s+of\b"
    r"|\b(?:at stake|turning point|last chance)\b",
    re.IGNORECASE,
)
# "Holm, who left in the wake of the war, ...": of somebody, and not of what the sentence tells.
_OF_SOMEBODY = re.compile(r"\b(?:who|whom|whose|which|something)\b[^,;–—]*$")
_TO_COME = re.compile(r"\b(?:will|would|could|may|might|should|plans?|planned|hopes?)\b", re.IGNORECASE)
# "Because the banks need time.": what it is the reason for stands elsewhere.
_TORN = re.compile(r"\W*Because\b")
_IN_FRONT = re.compile(r"\b(?:get|gets|got|getting|stay|far|points) ahead of\b", re.IGNORECASE)
_ARGUED = 0.4
"""Share of a sentence."""
_FEW = 2
"""Lines that lead up to something, from which on a mere "because" is not needed."""
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
        if _is_torn(line) or (not _leads_up(line) and _is_beside(coverage, line)):
            continue
        if is_gone_by(coverage, reason.target) or is_addressed(reason.target.quote):
            continue
        if _is_the_writers(coverage, reason.target):
            continue
        if taken.add(lines.words_of(line)):
            found.append(line)
    found = _to_the_point(coverage, found)
    found.sort(key=lambda line: (not _leads_up(line), not lines.is_whole(line)))
    if sum(_leads_up(line) for line in found) >= _FEW:
        found = [line for line in found if _leads_up(line)]
    return Part(tuple(found[:MOST]), max(0, len(found) - MOST))


def _is_the_writers(coverage: Coverage, target: Target) -> bool:
    """Whether it is what a writer judges or only expects."""
    if coverage.speaker(target.document, target.whole) is not None:
        return False
    return judges(target.quote) or expects(target.quote)


def _leads_up(line: Line) -> bool:
    """Whether it tells what went before, or what is at stake; a mere "because" may be of anything."""
    return any(_tells_before(q.target.quote) for q in line.quotes)


def _tells_before(words: str) -> bool:
    """Whether one of the phrases that lead up to something belongs to what a sentence tells has happened."""
    for match in _LEADS_UP.finditer(words):
        before = words[: match.start()]
        ahead = match.group().lower().startswith("ahead") and _TO_COME.search(before)
        if not ahead and not _OF_SOMEBODY.search(before):
            return True
    return False


def _is_torn(line: Line) -> bool:
    """Whether it is half a sentence, of which the other half stands elsewhere."""
    return any(_TORN.match(q.target.quote) for q in line.quotes)


def _is_beside(coverage: Coverage, line: Line) -> bool:
    """Whether a "because" is what somebody argues, or what came before is told of somebody or to come."""
    quotes = [q.target for q in line.quotes]
    return any(
        _LEADS_UP.search(t.quote) or _IN_FRONT.search(t.quote) or _is_argued(coverage, t) for t in quotes
    )


def _is_argued(coverage: Coverage, target: Target) -> bool:
    """Whether a good part of it is somebody's own words."""
    own = (a for a in coverage.attributions(target.document) if a.form != "indirect")
    told = sum(len(s) for a in own for s in a.content.spans if target.whole.contains(s))
    return coverage.speaker(target.document, target.whole) is not None or told > _ARGUED * len(target.whole)


def _to_the_point(coverage: Coverage, found: list[Line]) -> list[Line]:
    """Of several articles what most of them speak of, and from one text no more than a few."""
    if not coverage.has_subject:
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
