"""What is told of somebody beside, or as not said: no words of theirs that a page could show as such."""

from __future__ import annotations

import re

from atstake.brief.compose.coverage import Coverage
from atstake.model.annotations import Attribution

# "Has yet to say how", "did not give details": what stands behind is what is not known of them.
_SILENT = re.compile(
    r"\b(?:(?:has|have|had) (?:yet|still) to"
    r"|(?:did|does|do|has|have|had|would|could)(?: not|n[’']t)(?: yet)?) (?:\w+ly )?"
    r"(?:said|say|tell|told|give|given|make|made|provided?|offer(?:ed)?|explain(?:ed)?|specify|specified"
    r"|mention(?:ed)?|disclosed?|reveal(?:ed)?|elaborated?|clarify|clarified|announced?|address(?:ed)?"
    r"|spell(?:ed)?|indicated?|identify|identified|named?|confirm(?:ed)?|comment(?:ed)?|respond(?:ed)?)\b",
    re.IGNORECASE,
)
# "Declined to weigh in", "dodged questions".
_DECLINED = re.compile(
    r"\b(?:declin|refus|avoid|dodg|sidestepp|deflect|demurr)(?:e[ds]?|s|ing|ed)\b[^,;.]{0,40}?"
    r"\b(?:say(?:ing)?|comment(?:ing)?|weigh(?:ing)? in|answer(?:ing)?|discuss(?:ing)?|elaborat(?:e|ing)"
    r"|speculat(?:e|ing)|specify(?:ing)?|tak(?:e|ing) (?:an? |any )?(?:position|side|stance|questions?)"
    r"|questions?)\b",
    re.IGNORECASE,
)
_OPENING = 30
"""Characters of what is said in which it may tell what was declined: "declined <to weigh in on the dam>"."""
# "As opposed to last year, when Holm declared": what another's words only mention.
_BESIDE = re.compile(
    r"\b(?:when|while|as|after|before|since|although|though|because|which|where|whereas|unlike|until)\s+"
    r"(?:[A-Z][\w.’'-]*\s+|the\s+|then\s*-?\s*){0,3}$"
)


def is_unsaid(coverage: Coverage, said: Attribution) -> bool:
    """Whether it is told that somebody has not said it, or not yet."""
    if said.source is None or said.form == "direct" or said.source.end > said.content.start:
        return False
    text = coverage.text(said.document)
    between = text[said.source.end : said.content.start]
    declined = _DECLINED.search(text, said.source.end, said.content.start + _OPENING)
    return _SILENT.search(between) is not None or (
        declined is not None and declined.start() < said.content.start
    )


def stands_beside(coverage: Coverage, said: Attribution) -> bool:
    """Whether it stands in a clause beside what somebody else is told to say in the same sentence.

    "Members warned that they would not vote for it, as they did when Holm declared a crisis."
    """
    if said.source is None or said.form == "direct":
        return False
    sentence = coverage.sentences(said.source)[0]
    before = coverage.text(said.document)[sentence.start : said.source.start]
    if not _BESIDE.search(before):
        return False
    mine = coverage.attributed.get(said.id)
    return any(
        a.source is not None
        and sentence.start <= a.whole.start < said.source.start
        and a.source.end <= said.source.start
        and coverage.attributed.get(a.id) != mine
        for a in coverage.attributions(said.document)
    )
