"""Who may ask what: a page of another site, or a name that points here, gets nothing.

* The Host must be one of ours: a foreign name that resolves to this machine (DNS rebinding) is refused.
* What changes something must come from a page of ours: its Origin, and a token that only our pages hold.
* A body has a bound, whether it says its length or not.
* Every answer forbids framing, sniffing and keeping; a page may load what its own policy names.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Iterable
from html import unescape

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from atstake.errors import AtstakeError, UsageError

MOST_BYTES = 200_000_000
"""Most bytes of one request, as much as ``intake`` reads of one input."""

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class TooLarge(AtstakeError):
    """More than is taken at once."""


class Refused(AtstakeError):
    """A request that no page of ours makes."""


class Guard:
    """Stands before the app: hosts, methods, origins, sizes; and what every answer says to the browser."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], most: int = MOST_BYTES) -> None:
        self._app = app
        self._hosts = frozenset(h.lower() for h in hosts)
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on what is allowed."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        refused = self._refused(scope["method"], headers)
        if refused:
            await refused(scope, receive, _saying(send))
            return
        await self._app(scope, _bounded(receive, self._most), _saying(send))

    def _refused(self, method: str, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "").lower()
        if host not in self._hosts or len(headers.getlist("host")) != 1:
            return PlainTextResponse("This address is not the app's; open the one that it printed.\n", 421)
        if method in ("GET", "HEAD"):
            return None
        if method != "POST":
            return PlainTextResponse("Not a method of this app.\n", 405)
        if headers.get("origin", "").lower() != f"http://{host}":
            return PlainTextResponse("Only the app's own pages may change something.\n", 403)
        length = headers.get("content-length", "")
        if length.isdigit() and int(length) > self._most:
            return PlainTextResponse(too_large(self._most) + "\n", 413)
        return None


def too_large(most: int) -> str:
    """What somebody is told who sent too much."""
    return (
        f"That is over the limit of {most // 1_000_000} MB at once; add it in parts, or with `atstake add`."
    )


def new_token() -> str:
    """A secret for one run of the app."""
    return secrets.token_urlsafe(32)


def must_hold(token: str, given: str) -> None:
    """Raises ``Refused`` where a form does not hold the token of this run."""
    if not hmac.compare_digest(token.encode(), given.encode("utf8", "replace")):
        raise Refused("This page is from an earlier run of the app: load it again, then send it once more.")


def own_page(request: Request, back: str) -> str:
    """The address to go back to, where it is one of ours; the first page where it is not."""
    plain = re.fullmatch(r"/(?:[\w.~%/?=&:@+#-]*)", back) and not back.startswith("//") and "\\" not in back
    return back if plain else "/"


def bounded_number(given: str, most: int) -> int:
    """A whole number that a client gave. Raises ``UsageError``."""
    if not given.isascii() or not given.isdigit() or len(given) > 9 or int(given) > most:
        raise UsageError(f"{given[:20]!r} is no number of this text")
    return int(given)


def _bounded(receive: Receive, most: int) -> Receive:
    """The body, counted as it comes: a length need not be given, and need not be true."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise TooLarge(too_large(most))
        return message

    return counted


def _saying(send: Send) -> Send:
    """Every answer with the headers that bind the browser; a page's own policy, which it states first."""
    start: Message | None = None

    async def said(message: Message) -> None:
        nonlocal start
        if message["type"] == "http.response.start":
            start = message
            return
        if start is not None:
            headers = MutableHeaders(raw=start["headers"])
            for name, value in _ALWAYS.items():
                headers[name] = value
            headers["Content-Security-Policy"] = _policy(headers, message.get("body", b""))
            start["headers"] = headers.raw
            await send(start)
            start = None
        await send(message)

    return said


def _policy(headers: Headers, body: bytes) -> str:
    if not headers.get("content-type", "").startswith("text/html"):
        return _NOTHING
    stated = _POLICY.search(body[:4000].decode("utf8", "replace"))
    return f"{unescape(stated[1])}; frame-ancestors 'none'" if stated else _NOTHING
