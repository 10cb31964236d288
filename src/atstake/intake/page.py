"""Saved pages and web archives: guarded extraction, then the draft."""

from __future__ import annotations

import email
import email.policy
import json
import re
import subprocess
import sys
import threading
from email.message import EmailMessage
from typing import Any
from urllib.parse import urljoin

from atstake.errors import InputError
from atstake.intake.credits import split_authors
from atstake.intake.dates import read_published
from atstake.intake.draft import Draft, DraftPost
from atstake.intake.limits import Limits
from atstake.intake.sniff import decoded
from atstake.model.text import Link, Span

_NESTING = re.compile(r"<(/?)(div|section|article|table|blockquote|ul|ol)\b", re.I)
_DEEPEST = 1000
"""Pages with tags left open reach a few hundred; parsers give up or slow down beyond."""


class Extractor:
    """Takes pages apart in a process of its own; it is started again after a page that it dies of."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def __call__(self, markup: str, url: str = "") -> dict[str, Any]:
        """What ``worker.extract`` returns.

        Raises ``InputError`` where the page is nested beyond reason, or takes too long or too much.
        """
        if _depth(markup) > _DEEPEST:
            raise InputError(
                f"nests its elements more than {_DEEPEST} deep, which no article does; save its text"
            )
        answer = self._ask(markup.encode("utf-8", "replace"), url)
        if answer is None:
            self.close()
            bounds = f"{self._limits.seconds:g} s and {self._limits.megabytes} MB"
            raise InputError(f"could not be taken apart within {bounds}; save its text")
        if "error" in answer:
            raise InputError(f"could not be read as a page ({answer['error']}); save its text")
        return answer

    def close(self) -> None:
        """Ends the process, if there is one."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ask(self, markup: bytes, url: str) -> dict[str, Any] | None:
        process = self._process = self._process or self._start()
        assert process.stdin and process.stdout
        timer = threading.Timer(self._limits.seconds, process.kill)
        timer.start()
        try:
            header = json.dumps({"length": len(markup), "url": url}).encode() + b"\n"
            process.stdin.write(header + markup)
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            return None
        finally:
            timer.cancel()
        answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "atstake.intake.worker", str(self._limits.megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )


def from_page(markup: str, extractor: Extractor, url: str = "") -> Draft:
    """The draft of one page. Raises ``InputError`` where there is no text in it."""
    found = extractor(markup, url)
    text = str(found["text"])
    if not text.strip():
        raise InputError("has no article text that could be found; save its text")
    published, note = read_published(found["published"])
    return Draft(
        text=text,
        url=url or found["url"],
        publisher=found["publisher"],
        title=found["title"],
        published=published,
        published_from=found["published_from"] if published else "",
        authors=tuple(a for value in found["authors"] for a in split_authors(value)),
        language=found["language"],
        media_type="text/html",
        headings=tuple(found["headings"]),
        posts=tuple(_post(p) for p in found["posts"]),
        related=tuple(
            Link(r["title"], _absolute(r["url"], url or found["url"]), None) for r in found["related"]
        ),
        notes=tuple([note] if note else []),
    )


def page_in_archive(raw: bytes) -> tuple[str, str]:
    """The markup of the first page in an MHTML file, and its address.

    Raises ``InputError`` where there is none.
    """
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(part, EmailMessage):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
                markup, _ = decoded(body, part.get_content_charset() or "")
                return markup, address if address.startswith("http") else ""
    raise InputError("is a web archive without a page in it")


def _post(found: dict[str, Any]) -> DraftPost:
    return DraftPost(
        Span(found["start"], found["end"]),
        found["author"] or None,
        found["handle"] or None,
        found["published"] or None,
        found["published_from"],
        found["url"],
    )


def _absolute(link: str, base: str) -> str | None:
    try:
        address = urljoin(base, link)
    except ValueError:
        return None
    return address if address.startswith(("http://", "https://")) else None


def _depth(markup: str) -> int:
    """The deepest nesting of block elements; inline ones are often left open."""
    open_, deepest = 0, 0
    for match in _NESTING.finditer(markup):
        open_ = max(0, open_ - 1) if match[1] else open_ + 1
        deepest = max(deepest, open_)
    return deepest
