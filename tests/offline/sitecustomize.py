"""No network while tests run, in this process and, by way of PYTHONPATH, in all that it starts.

Loopback and local sockets stay: browsers are driven through them.
"""

from __future__ import annotations

import socket
from typing import Any

_LOCAL = ("localhost", "127.0.0.1", "::1", "", None)


class NetworkUsed(RuntimeError):
    """Something asked for the network at run time."""


def _refuses(call: Any) -> Any:
    def guarded(self: socket.socket, address: Any, *more: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in _LOCAL:
            raise NetworkUsed(f"no network in tests: {address}")
        return call(self, address, *more)

    return guarded


def _looks_up(call: Any) -> Any:
    def guarded(host: Any, *more: Any, **named: Any) -> Any:
        if host not in _LOCAL:
            raise NetworkUsed(f"no network in tests: {host}")
        return call(host, *more, **named)

    return guarded


def block() -> None:
    """Blocks it from here on, once."""
    if not hasattr(socket, "_atstake_offline"):
        socket.socket.connect = _refuses(socket.socket.connect)  # type: ignore[method-assign]
        socket.socket.connect_ex = _refuses(socket.socket.connect_ex)  # type: ignore[method-assign]
        socket.getaddrinfo = _looks_up(socket.getaddrinfo)
        socket._atstake_offline = True  # type: ignore[attr-defined]


block()
