"""Feeds read again and again, from a server on this machine: what is new once, what fails in one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from atstake.cli.watching import seconds
from atstake.errors import UsageError
from atstake.intake import Watched
from atstake.pipeline import Story
from atstake.pipeline.watching import LATEST, Watch, pause

TEXTS = {
    "Sel": "The harbour council of Port Sel said on Monday that the ferry talks would go on. "
    "Borland denied that its boats had stopped the ferry.",
    "Nor": "The mayor of Nor accused Arland on Tuesday of closing the northern lock. "
    "Arland rejected the accusation and said that the water was too low.",
}
ENTRY = (
    "<item><guid>{id}</guid><title>News from {id}</title><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>"
    "<description>{text}</description></item>"
)


def feed(*ids: str) -> bytes:
    entries = "".join(ENTRY.format(id=id, text=TEXTS[id]) for id in ids)
    channel = f"<channel><title>Harbour</title>{entries}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'.encode()


class Site:
    """A server whose feed a test changes; it knows what it was asked."""

    def __init__(self) -> None:
        self.body, self.status, self.etag, self.asked = feed("Sel"), 200, '"1"', []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(dict(self.headers))
                same = bool(site.etag) and self.headers.get("If-None-Match") == site.etag
                status = 304 if same and site.status == 200 else site.status
                self.send_response(status)
                if site.etag:
                    self.send_header("ETag", site.etag)
                self.send_header("Last-Modified", "Mon, 03 May 2021 10:00:00 GMT")
                self.send_header("Content-Type", "application/rss+xml")
                self.end_headers()
                if status == 200:
                    self.wfile.write(site.body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/feed"


@pytest.fixture
def site():
    made = Site()
    yield made
    made.server.shutdown()


@pytest.fixture
def story(models, tmp_path):
    with Story.open(tmp_path / "s.atstake") as opened:
        yield opened


class Clock:
    """Time that passes only when somebody sleeps; after some sleeps it is interrupted."""

    def __init__(self, sleeps: int) -> None:
        self.now, self.left, self.slept = 0.0, sleeps, []

    def __call__(self) -> float:
        return self.now

    def sleep(self, length: float) -> None:
        self.slept.append(length)
        if not self.left:
            raise KeyboardInterrupt
        self.left -= 1
        self.now += length


def test_what_is_new_is_added_once_and_told(story, site):
    lines: list[str] = []
    watching = Watch(story, [site.url], 600, lines.append, lines.append, clock := Clock(0))
    assert watching.look()
    assert story.documents == 1 and "1 new, 0 known" in lines[0]
    site.body, site.etag = feed("Sel", "Nor"), '"2"'
    clock.now = 700
    lines.clear()
    assert watching.look()
    assert story.documents == 2 and "1 new, 1 known" in lines[0]
    told = lines[1:]
    assert told and all(x.startswith("  New: ") and "\n" not in x for x in told)
    assert any("Nor" in x or "Arland" in x for x in told), told
    assert not any("ferry" in x for x in told)
    lines.clear()
    clock.now = 1400
    assert watching.look() and lines == [] and story.documents == 2


@pytest.mark.parametrize("etag", ['"1"', ""])
def test_a_feed_that_did_not_change_is_not_sent_or_not_read_again(site, etag):
    site.etag = etag
    watched = Watched(site.url)
    assert len(list(watched.look())) == 1
    assert len(list(watched.look())) == 1, "what was not taken is looked at again"
    watched.taken()
    assert list(watched.look()) == []
    asked = site.asked[-1]
    assert asked["If-Modified-Since"].startswith("Mon, 03 May") and asked.get("If-None-Match", "") == etag
    assert "If-None-Match" not in site.asked[0] and "If-Modified-Since" not in site.asked[0]


def test_a_feed_that_fails_is_one_line_and_the_others_go_on(story, site, tmp_path):
    (tmp_path / "a.rss").write_bytes(feed("Nor"))
    site.status = 503
    lines: list[str] = []
    clock = Clock(4)
    watching = Watch(
        story, [site.url, str(tmp_path / "a.rss"), "none.rss"], 600, print, lines.append, clock, clock.sleep
    )
    with pytest.raises(KeyboardInterrupt):
        watching.run()
    assert story.documents == 1
    assert [line.partition("  ")[2].partition(" ")[0] for line in lines[:2]] == [site.url, "none.rss"]
    assert "answers 503" in lines[0] and "asked again in 20 min" in lines[0] and "does not exist" in lines[1]
    assert all("\n" not in line for line in lines)
    assert len(site.asked) == 2, "a feed that fails is asked more and more rarely"
    site.status = 200
    clock.now += LATEST
    assert watching.look() is False and story.documents == 2


def test_a_revised_entry_is_told_once_and_never_read_again(story, site, monkeypatch):
    lines: list[str] = []
    clock = Clock(0)
    watching = Watch(story, [site.url], 600, print, lines.append, clock)
    watching.look()
    read = []
    monkeypatch.setattr(story._filling, "_read", lambda groups: read.extend(groups) or ())
    for n in (2, 3):
        site.body, site.etag = feed("Sel").replace(b"would go on", b"would end" + b"." * n), f'"{n}"'
        clock.now += 700
        assert watching.look()
    assert len(lines) == 1 and "another text under this id" in lines[0] and read == []


def test_the_pause_doubles_and_has_a_bound():
    assert [pause(600, n) for n in range(3)] == [1200, 2400, 4800]
    assert pause(600, 50) == pause(600, 10**6) == LATEST and pause(100_000, 0) == 100_000


@pytest.mark.parametrize("wrong", ["", "10", "5s", "-1m", "1w", "m", "9999999m"])
def test_a_wrong_interval(wrong):
    with pytest.raises(UsageError, match="--every"):
        seconds(wrong)
    assert (seconds("90s"), seconds("10m"), seconds("2h"), seconds("1D")) == (90, 600, 7200, 86400)


def test_once_from_the_command(atstake, site, tmp_path):
    done = atstake("watch", "s.atstake", site.url, "--once")
    assert done.code == 0 and "1 new, 0 known" in done.out and "New: " in done.out and not done.err
    again = atstake("watch", "s.atstake", site.url, "--once")
    assert again.code == 0 and again.out == ""
    site.status = 500
    failed = atstake("watch", "s.atstake", site.url, "--once", "-q")
    assert failed.code == 1 and not failed.out and len(failed.err.splitlines()) == 1
    atstake("watch", "new.atstake", "none.rss", "--once")
    assert not (tmp_path / "new.atstake").exists()


def _hears_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_ends_it_cleanly(tmp_path):
    (tmp_path / "a.rss").write_bytes(feed("Sel"))
    command = [sys.executable, "-m", "atstake", "watch", "s.atstake", "a.rss"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True, preexec_fn=_hears_interrupts, env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout is not None
    assert "1 new" in process.stdout.readline()
    time.sleep(0.2)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0 and not err, err
    assert out.splitlines()[-1] == "ended; what was read is kept"
