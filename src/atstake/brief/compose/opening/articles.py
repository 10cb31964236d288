"""What an article counts for at the head of a page: news or a column, new or overtaken."""

from __future__ import annotations

import re
from datetime import date

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.opening.argued import argues
from atstake.model.text import Document

EACH = 3
"""Articles from which on each gives no more than one of the key points."""
_COLUMN = re.compile(
    r"/(?:opinions?|commentary|editorials?|columns?|columnists|op-ed|comment(?:isfree)?|blogs?)/|-column/",
    re.I,
)
_LABELLED = re.compile(
    r"\W*(?:(?:analysis/)?(?:opinion|commentary|editorial|column|op-ed)\b\W|analysis:)", re.IGNORECASE
)
# An outlet's pages of opinion, or a desk of guests, by their name.
_OF_OPINION = re.compile(
    r"\b(?:opinions?|editorials?|op-ed|commentary|columnists?|guest (?:writers?|columns?|essays?))\b",
    re.IGNORECASE,
)
# "HOLM: The dam must go": a headline that begins with who writes it.
_BYLINE = re.compile(r"\s*([A-Z][A-Z’'-]{2,}): ")
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
    """Whether an article is opinion: by address, title, first words, outlet or byline, or as it argues."""
    labelled = _LABELLED.match(document.title) or _LABELLED.match(document.text)
    if labelled or _COLUMN.search(document.url or "") or _OF_OPINION.search(document.publisher):
        return True
    writer = _BYLINE.match(document.title)
    if writer is not None and any(writer[1].casefold() in a.casefold() for a in document.authors):
        return True
    statements = coverage.statements(document.id)
    own = [s.target.quote for s in statements if s.outlet and not _ABOVE & set(s.marks)]
    reports = sum(a.probability >= _SAID for a in coverage.attributions(document.id))
    return _reports_nobody(len(statements), reports) or argues(own, len(statements), reports)


def _reports_nobody(sentences: int, reports: int) -> bool:
    """Whether a text of some length tells little of what others say: who reports, does."""
    return sentences >= _LONG and reports < _REPORTED * sentences


_ABOVE = {"headline", "heading"}


def freshness(coverage: Coverage, told: str | None) -> float:
    """1 for what was published on the newest day, half of that where so many articles are newer."""
    dates = [d.date for d in coverage.articles if d.date]
    if not told or not dates:
        return 0.5
    newer = sum(d > told for d in dates) / len(dates)
    apart = (date.fromisoformat(max(dates)) - date.fromisoformat(told)).days
    counts = min(1.0, apart / _A_WEEK, len(dates) / _SEVERAL)
    return float(0.5 ** (newer / _FRESH * counts))
