"""Fetching one address, because the user gave it: bounded in time and size."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from atstake.errors import InputError
from atstake.intake.limits import Limits

_AGENT = "atstake (reads one page for its user)"


def is_url(name: str) -> bool:
    """Whether an input is an address of the web; nothing else is ever fetched."""
    return name.lower().startswith(("http://", "https://"))


class Answer(NamedTuple):
    """What a server sent: bytes, the charset it declares, and by what it tells versions apart."""

    raw: bytes
    charset: str
    etag: str
    modified: str


@dataclass(frozen=True, slots=True)
class Held:
    """The version that is here already, as the server named it, and a hash of its bytes."""

    etag: str = ""
    modified: str = ""
    digest: str = ""


def fetch(url: str, limits: Limits) -> tuple[bytes, str]:
    """The bytes at an address and the charset its server declares.

    Raises ``InputError`` where it cannot be had, is too large, or comes too slowly.
    """
    answer = _fetched(url, limits, {})
    return answer.raw, answer.charset


def fetch_new(url: str, limits: Limits, held: Held) -> Answer | None:
    """The same, or None where the server says that it is what is held (ETag, Last-Modified: RFC 9110)."""
    asked = {"If-None-Match": held.etag, "If-Modified-Since": held.modified}
    try:
        return _fetched(url, limits, {k: v for k, v in asked.items() if v})
    except _Unchanged:
        return None


class _Unchanged(Exception):
    """The server's 304."""


def _fetched(url: str, limits: Limits, conditions: Mapping[str, str]) -> Answer:
    headers = {"User-Agent": _AGENT, "Accept": "text/html,application/xhtml+xml,*/*;q=0.5", **conditions}
    request = Request(url, headers=headers)
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
            said = answer.headers
            charset, etag = said.get_content_charset() or "", said.get("ETag", "")
            return Answer(b"".join(chunks), charset, etag, said.get("Last-Modified", ""))
    except HTTPError as error:
        if error.code == 304 and conditions:
            raise _Unchanged from error
        raise InputError(
            f"the server answers {error.code} {error.reason}; save the page and give the file"
        ) from error
    except (URLError, OSError, ValueError) as error:
        reason = str(getattr(error, "reason", error)).splitlines()[0][:120]
        raise InputError(f"cannot be fetched ({reason}); save the page and give the file") from error
