"""How much is read, and for how long."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one input; what is over them is named and left out, never cut silently.

    ``page_bytes`` and ``text_bytes`` per page and per text or record, ``text_characters`` for the text
    of one article (about 160,000 words; parsers have their own bound there); ``stream_bytes`` for what is
    read whole (standard input, an unpacked feed or array of records). ``seconds`` and ``megabytes``
    bound the extraction of one page, ``fetch_seconds`` a download as a whole.
    A news page of 2024 has about 0.3 MB, one in a thousand more than 5 MB.
    """

    page_bytes: int = 10_000_000
    text_characters: int = 1_000_000
    text_bytes: int = 5_000_000
    stream_bytes: int = 200_000_000
    seconds: float = 20.0
    megabytes: int = 1_500
    fetch_seconds: float = 30.0
