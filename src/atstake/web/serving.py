"""The socket, the server and the browser. Nothing but this machine can reach it unless a host is given."""

from __future__ import annotations

import os
import socket
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer

import uvicorn

from atstake.config import Settings
from atstake.errors import UsageError
from atstake.store import Dossier
from atstake.web.app import app
from atstake.web.shelf import Shelf

LOCAL = "127.0.0.1"
PORT = 8765


def serve(
    dossiers: Sequence[Path],
    settings: Settings | None = None,
    *,
    host: str = LOCAL,
    port: int | None = None,
    opens: bool = True,
    say: Callable[[str], None] = print,
) -> None:
    """Serves the dossiers until it is interrupted. UsageError where the port is taken.

    Without a port it takes ``PORT``, or any free one where that is taken.
    """
    for path in dossiers:
        Dossier.open(path).close()
    with _bound(host, port) as listening:
        taken = listening.getsockname()[1]
        address = f"http://{host}:{taken}/"
        shelf = Shelf(dossiers, settings or Settings())
        try:
            say(f"{address}  (Ctrl-C ends it)")
            if opens:
                Timer(0.8, webbrowser.open, [address]).start()
            with suppress(KeyboardInterrupt):
                _server(shelf, _hosts(host, taken)).run(sockets=[listening])
        finally:
            shelf.close()


def _server(shelf: Shelf, hosts: list[str]) -> uvicorn.Server:
    config = uvicorn.Config(
        app(shelf, hosts),
        log_level="error",
        access_log=False,
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    return uvicorn.Server(config)


def _hosts(host: str, port: int) -> list[str]:
    """What the Host of a request may be."""
    names = {host, "localhost", LOCAL} if host == LOCAL else {host}
    return sorted({f"{name}:{port}" for name in names} | (names if port == 80 else set()))


def _bound(host: str, port: int | None) -> socket.socket:
    """A socket that nothing else listens on."""
    for wanted in (port,) if port is not None else (PORT, 0):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if os.name == "posix":
                # Elsewhere it would let two programs listen on one port.
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((host, wanted))
            # From here on who comes waits, and is not turned away, until the server has started.
            listening.listen(128)
            return listening
        except OSError as error:
            listening.close()
            if port is not None:
                raise UsageError(f"{host}:{wanted}: {error.strerror}; give another --port") from error
    raise UsageError(f"{host}: no port is free here; give another --host or --port")
