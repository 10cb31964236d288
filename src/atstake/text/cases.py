"""A text in small letters, for patterns of many words.

A pattern that ignores case tries each of its words at each place; one of small letters sees by the next
character which of them can stand there, and is several times as fast. So these are written in small letters,
compiled without ``re.IGNORECASE``, and sought in ``lowered`` text.
"""

from __future__ import annotations

from functools import lru_cache


def lowered(text: str) -> str:
    """The text in small letters, every character at its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=16)
def lowered_whole(text: str) -> str:
    """The same for a document's text, which is asked for sentence by sentence."""
    return lowered(text)
