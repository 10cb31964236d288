"""Whether a number is told as nearly reached: "nearly 500" is not far below 500, as "up to 500" may be."""

from __future__ import annotations

import re

_WORDS = re.compile(
    r"\b(?:nearly|almost|close to|just under|just short of|approaching)\s*(?:an?\s+)?[$€£]?\s*$",
    re.IGNORECASE,
)
_BEFORE = 24


def nearly(text: str, number: int) -> bool:
    """Whether the words before the number, which begins at that offset, say so."""
    return _WORDS.search(text[max(0, number - _BEFORE) : number]) is not None
