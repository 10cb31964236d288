"""Asking the app as a browser does, and reading its pages."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest

from atstake.web.app import app
from atstake.web.shelf import Shelf

testclient = pytest.importorskip("starlette.testclient")
HOST = "127.0.0.1:8765"
ORIGIN = {"Origin": f"http://{HOST}"}
TOKEN = "token-of-this-run"
MOST = 2_000_000


class Client:
    """Asks as a browser does, with the origin and the token of the app's own pages."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        made = app(shelf, [HOST], token=TOKEN, most=MOST)
        self.http = testclient.TestClient(
            made, base_url=f"http://{HOST}", follow_redirects=False, raise_server_exceptions=False
        )

    def get(self, path: str, status: int = 200, **more: object):
        answer = self.http.get(path, **more)
        assert answer.status_code == status, (path, told(answer.text))
        return answer

    def post(self, path: str, data: dict | None = None, **more: object):
        sent = {"token": TOKEN, **(data or {})}
        return self.http.post(path, data=sent, headers=more.pop("headers", ORIGIN), **more)

    def add(self, data: dict | None = None, files: list | None = None) -> str:
        """Adds coverage and waits; the page that says what came of it."""
        answer = self.post("/d/story/add", data, files=files or [])
        assert answer.status_code == 303, told(answer.text)
        return self.waited(answer.headers["location"])

    def decide(self, verb: str, what: str, kind: str = "", **more: object) -> str:
        """Decides, and gives the page that says so."""
        answer = self.post("/d/story/review", {"verb": verb, "what": what, "kind": kind, **more})
        assert answer.status_code == 303, told(answer.text)
        to = answer.headers["location"]
        if "/job/" in to:  # a slow machine: the work has a page of its own
            self.waited(to)
            to = f"/d/story/decisions?job={to.rpartition('/')[2]}"
        return self.get(to).text

    def waited(self, job: str) -> str:
        until = time.monotonic() + 120
        while not self.get(f"{job}.json").json()["ended"] and time.monotonic() < until:
            time.sleep(0.05)
        return self.get(job).text


def told(page: str) -> str:
    """The one line that a page of trouble holds."""
    found = re.search(r'role="alert">(.*?)</p>', page, re.S)
    return unescape(re.sub(r"<[^>]+>", "", found[1])) if found else page[:300]


def links(page: str, start: str) -> list[str]:
    """The addresses on a page that begin like this, each once."""
    return list(
        dict.fromkeys(unescape(x) for x in re.findall(r'href="([^"]+)"', page) if x.startswith(start))
    )
