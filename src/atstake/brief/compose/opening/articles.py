"""What an article counts for at the head of a page: news or a column, new or overtaken."""

from __future__ import annotations

import re
from datetime import date

from atstake.brief.compose.coverage import Coverage
from atstake.model.text import Document

EACH = 3
"""Articles from which on each gives no more than one of the key points."""
_COLUMN = re.compile(
    r"/(?:opinions?|commentary|editorials?|columns?|columnists|op-ed|comment(?:isfree)?|blogs?)/|-column/",
    re.I,
)
_LABELLED = re.compile(r"\W*(?:analysis/)?(?:opinion|commentary|editorial|column|op-ed)\b\W", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our|[Ll]et[’']s)\b")
_MARKS = frozenset('“”"‘')
_OFTEN = 0.15
_SAID, _LONG, _REPORTED = 0.5, 12, 0.33
"""Likelihood of an attribution, sentences of a text, and attributions a sentence from which on it reports."""
_FRESH = 0.25
"""Share of newer articles at which a lead weighs half as much: a page tells where things stand."""
_A_WEEK = 7
_SEVERAL = 12
"""Days and articles from which on that counts in full: what was told yesterday is not yet old."""


def columns(coverage: Coverage) -> set[str]:
    """The columns of a dossier in which as many articles are none as make a common subject but for one."""
    opinion = {d.id for d in coverage.articles if is_column(coverage, d)}
    return opinion if len(coverage.articles) - len(opinion) >= EACH - 1 else set()


def is_column(coverage: Coverage, document: Document) -> bool:
    """Whether an article is opinion: by its address, title or first words, or as it says "I" and "you"."""
    labelled = _LABELLED.match(document.title) or _LABELLED.match(document.text)
    if labelled or _COLUMN.search(document.url or ""):
        return True
    own = [s.target.quote for s in coverage.statements(document.id) if s.outlet]
    if _reports_nobody(coverage, document):
        return True
    unquoted = [words for words in own if not _MARKS.intersection(words)]
    return sum(_PERSONAL.search(words) is not None for words in unquoted) > _OFTEN * len(unquoted)


def _reports_nobody(coverage: Coverage, document: Document) -> bool:
    """Whether a text of some length tells little of what others say: who reports, does."""
    sentences = len(coverage.statements(document.id))
    said = sum(a.probability >= _SAID for a in coverage.attributions(document.id))
    return sentences >= _LONG and said < _REPORTED * sentences


def freshness(coverage: Coverage, told: str | None) -> float:
    """1 for what was published on the newest day, half of that where so many articles are newer."""
    dates = [d.date for d in coverage.articles if d.date]
    if not told or not dates:
        return 0.5
    newer = sum(d > told for d in dates) / len(dates)
    apart = (date.fromisoformat(max(dates)) - date.fromisoformat(told)).days
    counts = min(1.0, apart / _A_WEEK, len(dates) / _SEVERAL)
    return float(0.5 ** (newer / _FRESH * counts))
