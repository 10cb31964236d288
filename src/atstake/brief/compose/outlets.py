"""Outlets and reporters: sources of a story and no parties, unless most of it speaks of them."""

from __future__ import annotations

import re

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.standing import role_now, side_of
from atstake.model.claims import Actor

_OUTLETS = "MED"
_REPORTS = frozenset(
    "host moderator anchor anchorman anchorwoman presenter interviewer reporter correspondent journalist "
    "columnist editor photographer blogger commentator pundit".split()
)
_BEFORE = 60
"""Characters before an outlet's name in which it is said to be told something."""
# "Told the Post", "interviews with the Post", "outlets, including the Post"; "the Post's poll".
_AS_SOURCE = re.compile(
    r"\b(?:t(?:old|ell|ells|elling)|inform(?:ed|s)?|according to|cit(?:ed|es|ing)|quot(?:ed|es|ing)"
    r"|(?:said|wrote|written|spoke|spoken|speaking|appear\w*|report\w*|interview\w*|statement|comments?|remarks"
    r"|op-ed|article|column|story|photo\w*|poll|survey|questions?) (?:in|on|to|by|with|for|from|via)"
    r"|(?:obtained|seen|reviewed) by|outlets,? (?:including|such as|like)"
    r"|(?-i:[A-Z])[\w.-]+ (?-i:[A-Z])[\w.-]+ of)\s+(?:\w+[’']s\s+)?"
    r"(?:the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)
_REPORTS_IT = re.compile(
    r"(?:[’']s?(?: (?-i:[A-Z])[\w.-]+){0,4})?(?: and other \w+)?"
    r"(?:,| (?:has|had|first|also|later|separately))* (?:report(?:s|ed|ing)?|said|says|wrote"
    r"|writes|noted|notes|cit(?:ed|es|ing)|quot(?:ed|es|ing)|obtained|got a?hold|(?:spoke|talked) (?:to|with)"
    r"|interview(?:ed|s)?|published|poll|survey|query|exclusive|investigation|correspondent|reporter)\b"
    # "The Post's senior court reporter Ada Holm", "the Post's Holm, who asked": whose they are.
    r"|[’']s? (?:(?!(?:to|the|of|and|in|on|for|that)\b)[\w-]+ ){0,3}"
    r"(?:correspondent|reporter|editor|anchor|columnist)\b"
    r"|[’']s (?-i:[A-Z])[\w.-]+(?: (?-i:[A-Z])[\w.-]+)?(?:,| (?:who|whether|if|asked)\b)",
    re.IGNORECASE,
)


def merely_asks(coverage: Coverage, actor: Actor, named: dict[str, int]) -> bool:
    """Whether it is an outlet or a reporter of whom little of the coverage speaks: a source, no party."""
    if not is_of_the_press(coverage, actor) or not coverage.has_subject:
        return False
    texts = len(coverage.origins(d.id for d in coverage.articles))
    spoken_of = named[actor.id] if actor.kind == "person" else _spoken_of(coverage, actor)
    # A state's own broadcaster speaks for it.
    return 2 * spoken_of <= texts and not side_of(coverage, actor)


def is_of_the_press(coverage: Coverage, actor: Actor) -> bool:
    """Whether it is an outlet, or somebody who works for one by their role."""
    role = role_now(coverage, actor)
    heads = set(role.title.casefold().split(" of ")[0].split()[-1:]) if role else set()
    return actor.sector == _OUTLETS or coverage.is_outlet(actor.id) or not heads.isdisjoint(_REPORTS)


def _spoken_of(coverage: Coverage, actor: Actor) -> int:
    """By how many independent texts an outlet is named as more than who reports something, or is told it."""
    documents = set()
    for id in actor.mentions:
        mention = coverage.mention.get(id)
        if mention is None or not coverage.sources.isdisjoint((id, mention.antecedent)):
            continue
        text, start, end = coverage.text(mention.target.document), mention.target.start, mention.target.end
        if _AS_SOURCE.search(text[max(0, start - _BEFORE) : start]) or _REPORTS_IT.match(text, end):
            continue
        documents.add(mention.target.document)
    return len(coverage.origins(documents))
