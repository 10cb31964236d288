"""One address, because the user gave it: bounded in size and time, each failure one clear line."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from atstake.errors import InputError
from atstake.intake import Limits, read_inputs
from atstake.intake.fetch import fetch

PARAGRAPH = "<p>The harbour council said on Monday that the ferry talks would go on, caf\xe9 owners too.</p>"


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(404 if self.path == "/none" else 200)
        self.send_header("Content-Type", "text/html; charset=iso-8859-1")
        self.end_headers()
        if self.path == "/drip":
            for _ in range(50):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        elif self.path == "/large":
            self.wfile.write(b"x" * 200_000)
        else:
            self.wfile.write(f"<html><body><h1>Ferry talks</h1>{PARAGRAPH}</body></html>".encode("latin-1"))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_page_in_the_charset_that_its_server_declares(site: str) -> None:
    (found,) = read_inputs([f"{site}/page"])
    assert "café owners" in found.documents[0].text and found.documents[0].url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "limits", "says"),
    [
        ("/none", Limits(), "answers 404"),
        ("/large", Limits(page_bytes=100_000), "is over"),
        ("/drip", Limits(fetch_seconds=0.5), "did not come within"),
    ],
)
def test_failures(site: str, path: str, limits: Limits, says: str) -> None:
    started = time.monotonic()
    with pytest.raises(InputError, match=says):
        fetch(site + path, limits)
    assert time.monotonic() - started < 3


def test_nobody_there() -> None:
    (found,) = read_inputs(["http://127.0.0.1:9/page"])
    assert "cannot be fetched" in (found.problem or "")
