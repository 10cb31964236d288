"""Fetching one address, because the user gave it: bounded in time and size."""

from __future__ import annotations

import time
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from atstake.errors import InputError
from atstake.intake.limits import Limits

_AGENT = "atstake (reads one page for its user)"


def is_url(name: str) -> bool:
    """Whether an input is an address of the web; nothing else is ever fetched."""
    return name.lower().startswith(("http://", "https://"))


def fetch(url: str, limits: Limits) -> tuple[bytes, str]:
    """The bytes at an address and the charset its server declares.

    Raises ``InputError`` where it cannot be had, is too large, or comes too slowly.
    """
    request = Request(
        url, headers={"User-Agent": _AGENT, "Accept": "text/html,application/xhtml+xml,*/*;q=0.5"}
    )
    deadline = time.monotonic() + limits.fetch_seconds
    try:
        with urlopen(request, timeout=min(10.0, limits.fetch_seconds)) as answer:
            chunks, size = [], 0
            while chunk := answer.read1(65536):  # what is there now: a server that drips is caught below
                chunks.append(chunk)
                size += len(chunk)
                if size > limits.page_bytes:
                    raise InputError(f"is over {limits.page_bytes // 1_000_000} MB; save what you need of it")
                if time.monotonic() > deadline:
                    raise InputError(
                        f"did not come within {limits.fetch_seconds:g} s; save the page and give the file"
                    )
            return b"".join(chunks), answer.headers.get_content_charset() or ""
    except HTTPError as error:
        raise InputError(
            f"the server answers {error.code} {error.reason}; save the page and give the file"
        ) from error
    except (URLError, OSError, ValueError) as error:
        reason = str(getattr(error, "reason", error)).splitlines()[0][:120]
        raise InputError(f"cannot be fetched ({reason}); save the page and give the file") from error
