"""How a text argues where news reports: in sentences, and as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atstake.facts.tables import alternatives

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]|(?<!\w)[‘'][^‘’'\n]{2,60}[’'](?!\w)")
_PERSONS = re.compile(
    r"(?<!War )(?<!Title )(?<!Part )(?<!Phase )\bI\b(?!\.)|\b(?:[Mm]y|[Ww]e|[Oo]urs?|us|[Yy]ou|[Yy]ours?)\b"
    r"|\b(?:I|[Ww]e|[Yy]ou|[Ll]et)[’']\w+"
)
_OUGHT = re.compile(r"\b(?:should|must|ought to|cannot)\b", re.IGNORECASE)


def _words(*kinds: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(alternatives('judging', kind) for kind in kinds)})(?!\w)", re.IGNORECASE
    )


_POINTS, _JUDGING, _FORECAST = _words("stance", "scorn"), _words("scorn", "mood"), _words("forecast")
_LEAST = 0.2
"""Arguing sentences for a report from which on a text argues.

By that, or as it reports next to nobody, 92 of 150 texts that outlet, address or label tell to be opinion are
found without these, and 24 of 230 of news outlets, half of them analyses and columns without a label (before,
by how often "I" and "you" are said: 66 and 25).
"""
_SENTENCES = 8
"""Of a text that is long enough to tell."""


def argues(own: Sequence[str], sentences: int, reports: int) -> bool:
    """Whether a text argues more than it reports.

    ``own`` are the writer's sentences, of ``sentences`` in all, ``reports`` how often somebody else is told
    to say something.
    """
    arguing = sum(map(makes_a_point, own))
    return sentences >= _SENTENCES and arguing > _LEAST * reports


def makes_a_point(sentence: str) -> bool:
    """Whether a writer speaks as "I" or "we" to "you", asks, demands, takes a stance or scorns.

    >>> makes_a_point("We should all be ashamed."), makes_a_point("“We are ashamed,” said Holm.")
    (True, False)
    """
    words = own_words(sentence)
    signs = (_PERSONS, _OUGHT, _POINTS)
    return "?" in words or any(sign.search(words) for sign in signs)


def judges(sentence: str) -> bool:
    """Whether the writer's own words scorn, or say what it feels like.

    >>> judges("It was a disastrous day for the council."), judges("Holm calls the vote 'disastrous'")
    (True, False)
    """
    return _JUDGING.search(own_words(sentence)) is not None


def expects(sentence: str) -> bool:
    """Whether the writer's own words only say what will probably come.

    >>> expects("The vote will likely anger the port."), expects("“It will likely rain,” said Holm.")
    (True, False)
    """
    return _FORECAST.search(own_words(sentence)) is not None


def own_words(sentence: str) -> str:
    """A sentence without what stands in quotation marks."""
    return _QUOTED.sub(" ", sentence)
