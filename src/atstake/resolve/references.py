"""How an answer names what it answers: "the allegations", "Washington's demand", "an idea put by Smith".

A reference is a noun of saying that is definite, with the mention that owns it where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from atstake.facts.states import demonyms
from atstake.model.annotations import Act, Mention
from atstake.model.text import Span
from atstake.text.cases import lowered_whole

# By the act that the statement referred to is, when it is called so.
_NOUNS: tuple[tuple[Act, str], ...] = (
    ("accuses", r"accusations?|allegations?|charges?|criticisms?|suspicions?|blame"),
    ("demands", r"demands?|calls?|requests?|ultimatums?|conditions?|preconditions?|appeals?|urgings?"),
    ("proposes", r"proposals?|offers?|plans?|drafts?|initiatives?|bids?|models?|pledges?|invitations?"),
    ("threatens", r"threats?|sanctions|warnings?|tariffs|pressure"),
    ("denies", r"denials?|rejections?|refusals?"),
    (
        "says",
        r"claims?|reports?|assertions?|suggestions?|statements?|remarks?|comments?|rumou?rs?|contentions?|"
        r"account|version|argument|arguments|words|views?|ideas?|notion|speculation|narrative|explanations?|line|"
        r"concerns?|fears|worries|insistence|beliefs?|theory|theories|characteri[sz]ations?|interpretations?|"
        r"assessments?|conclusions?|findings?|complaints?|reporting|"
        r"stor(?:y|ies)|testimon(?:y|ies)",
    ),
)
_NOUN = re.compile(r"\b(?:" + "|".join(f"(?P<{act}>{words})" for act, words in _NOUNS) + r")\b")
_DETERMINER = re.compile(
    r"\b(?:the|this|that|these|those|such|any|all|its|his|her|their)\s+(?:so-called\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)
_ADJECTIVE = re.compile(r"\b([A-Z][a-z]+|U\.S\.|US|UK)(?:['’]s?)?\s+(?:[\w-]+\s+){0,1}$")
_OWNER_BEFORE = re.compile(r"^(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}$")
_OWNER_AFTER = re.compile(
    r"^(?:\s+\w+)?\s+(?:by|from)\s+(?:(?:the|some|its|his|her|their)\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)


@dataclass(frozen=True)
class Reference:
    """``act`` that the noun names, whose it is (a mention's id), and where the phrase begins."""

    noun: Span
    act: Act
    owner: str | None
    start: int
    country: str | None = None
    """ISO code of the state whose adjective owns it ("Chinese offers"), where no mention does."""


def references(text: str, span: Span, mentions: Iterable[Mention]) -> tuple[Reference, ...]:
    """The references in a stretch of text, in order."""
    here = sorted(mentions, key=lambda m: (m.target.start, -m.target.end))
    found = []
    for match in _NOUN.finditer(lowered_whole(text), span.start, span.end):
        noun = Span(match.start(), match.end())
        owner = _owner(text, noun, here)
        determined = _DETERMINER.search(text, max(0, noun.start - 40), noun.start)
        adjective = None if owner else _ADJECTIVE.search(text, max(0, noun.start - 40), noun.start)
        country = demonyms().get(adjective.group(1).casefold()) if adjective else None
        if owner is None and determined is None and country is None:
            continue
        begins = [noun.start]
        if owner is not None:
            begins.append(owner.target.start)
        if determined is not None:
            begins.append(determined.start())
        if country and adjective:
            begins.append(adjective.start())
        act = next(act for act, _ in _NOUNS if match.group(act))
        start = (
            max(span.start, min(begins)) if owner is None or owner.target.start < noun.start else noun.start
        )
        found.append(Reference(noun, act, owner.id if owner else None, start, country))
    return tuple(found)


def _owner(text: str, noun: Span, mentions: list[Mention]) -> Mention | None:
    """The mention just before the noun ("Washington's new", "U.S.") or the one after "by"."""
    before = [m for m in mentions if m.target.end <= noun.start and noun.start - m.target.end <= 40]
    for mention in sorted(before, key=lambda m: (-m.target.end, m.target.start)):
        if _OWNER_BEFORE.match(text[mention.target.end : noun.start]):
            return mention
    after = [m for m in mentions if 0 < m.target.start - noun.end <= 40]
    for mention in after:
        if _OWNER_AFTER.match(text[noun.end : mention.target.start]):
            return mention
    return None
