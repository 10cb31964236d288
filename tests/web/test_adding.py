"""Coverage that is added in the app: what was read, what was skipped and why; and beside other programs."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from app_client import Client, links, told

from atstake.config import Settings
from atstake.pipeline import Story
from atstake.web.shelf import Shelf

FERRY = (
    "The harbour council of Port Sel said on Monday that the ferry talks would go on. Borland denied this."
)
PAGE = (
    "<!DOCTYPE html><html><head><title>Ferry talks</title></head><body><article><h1>Ferry talks</h1>"
    f"<p>{FERRY}</p><p>At least 30 people were waiting at the pier, the council said.</p>"
    "</article></body></html>"
)


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/page" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_files_are_read_or_skipped_by_their_own_names(client):
    records = "\n".join(
        json.dumps({"id": f"r{n}", "title": f"Ferry {n}", "text": f"{n}. {FERRY}"}) for n in (1, 2)
    )
    given = [
        ("files", ("today.jsonl", records.encode(), "")),
        ("files", ("saved page.html", PAGE.encode(), "text/html")),
        ("files", ("picture.png", b"\x89PNG\r\n", "image/png")),
        ("files", ("empty.txt", b"", "text/plain")),
        ("files", ("again.html", PAGE.encode(), "text/html")),
    ]
    page = client.add(files=given)
    read, _, rest = page.partition("<h2>Skipped</h2>")
    assert "Ferry 1" in read and "Ferry 2" in read and "Ferry talks" in read
    assert "picture.png is a picture" in rest and "empty.txt is empty" in rest
    assert "again.html" in rest.partition("<h2>Known already</h2>")[2]
    assert "/tmp" not in page and "atstake-" not in page
    brief = client.get("/d/story/").text
    assert "Ferry 1" in brief
    assert "Nothing changed since" not in client.get("/").text


def test_progress_names_what_people_know(client):
    case = client.shelf["story"]
    told = []
    tell = case.progress
    case.progress = lambda job, named: lambda *at: (tell(job, named)(*at), told.append(job.says))  # type: ignore[method-assign]
    client.add(files=[("files", (f"page {n}.txt", f"{n}. {FERRY}".encode(), "")) for n in (1, 2)])
    assert told == ["1 of 2: page 1.txt", "2 of 2: page 2.txt"]


def test_a_text_with_what_is_said_about_it(client):
    client.add({"text": FERRY, "title": "Ferry talks go on", "outlet": "Harbour Times", "date": "2021-05-03"})
    with Story.open(client.shelf["story"].path, create=False) as story:
        (found,) = [d for d in story.dossier.documents().values() if d.publisher == "Harbour Times"]
    assert (found.text, found.title, found.date) == (FERRY, "Ferry talks go on", "2021-05-03")
    assert "Known already" in client.add(
        {"text": FERRY, "title": "Ferry talks go on", "outlet": "Harbour Times", "date": "2021-05-03"}
    )


def test_an_address_is_fetched_and_a_failure_is_one_line(client, site):
    page = client.add({"urls": f"{site}/page\n\n{site}/none"})
    assert "Ferry talks" in page.partition("<h2>Skipped</h2>")[0]
    assert "answers 404" in page and "Traceback" not in page


def test_nothing_given_is_said(client):
    answer = client.post("/d/story/add", {"text": "  "})
    assert answer.status_code == 400 and "Nothing was given" in told(answer.text)


def test_private_coverage_is_on_no_page(client):
    page = client.add({"text": "Zeppelin. " + FERRY, "title": "Zeppelin talks", "private": "1"})
    assert "Zeppelin" not in page.partition("<h1")[2].replace("Zeppelin talks", "")
    for path in (
        "/d/story/",
        "/d/story/brief",
        "/d/story/search?q=zeppelin",
        "/d/story/download/json",
        "/d/story/decisions",
    ):
        assert "Zeppelin" not in client.get(path).text.replace("“zeppelin”", "")
    assert "Kept private" in client.get("/d/story/decisions").text


def test_what_another_program_adds_is_shown(client):
    client.get("/d/story/brief")
    with Story.open(client.shelf["story"].path, Settings(workers=1), create=False) as story:
        path = client.shelf["story"].path.with_name("more.txt")
        path.write_text(f"Title: Pier talks\nOutlet: Harbour Times\n\n{FERRY}")
        assert story.add(path).new
    until = time.monotonic() + 60
    while "Pier talks" not in client.get("/d/story/").text and time.monotonic() < until:
        time.sleep(0.1)
    assert "Pier talks" in client.get("/d/story/").text


def test_two_programs_add_at_once_and_nothing_is_lost(client):
    case = client.shelf["story"]
    before = len(client.get("/d/story/download/json").json()["documents"])
    own = [("files", (f"{n}.txt", f"App {n}. {FERRY}".encode(), "")) for n in range(6)]
    job = client.post("/d/story/add", files=own).headers["location"]
    with Story.open(case.path, Settings(workers=1), create=False) as story:
        folder = case.path.parent / "coverage"
        folder.mkdir()
        for n in range(6):
            (folder / f"{n}.txt").write_text(f"Command {n}. {FERRY}")
        added = story.add(folder)
    page = client.waited(job)
    assert not added.problems and len(added.new) == 6 and "<h2>Skipped</h2>" not in page
    with Story.open(case.path, create=False) as story:
        assert len(story.dossier.documents()) == before + 12


def test_a_dossier_that_another_program_holds_is_one_line(client, monkeypatch):
    from atstake.store import connection

    monkeypatch.setattr(connection, "WAIT", 0.2)
    client.get("/d/story/brief")
    case = client.shelf["story"]
    holder = sqlite3.connect(case.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        job = client.post("/d/story/add", {"text": FERRY}).headers["location"]
        page = client.waited(job)
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    assert "another program is writing to this dossier" in page
    assert "Ferry" in client.add({"text": FERRY, "title": "Ferry"})


def test_a_dossier_that_is_gone_for_a_while_is_said_and_shown_again(client):
    case = client.shelf["story"]
    client.get("/d/story/brief")
    away = case.path.with_name("away")
    case.path.rename(away)
    page = client.get("/d/story/brief").text
    assert "there is no such dossier" in page and "Rift over" in page
    away.rename(case.path)
    assert "there is no such dossier" not in client.get("/d/story/brief").text


def test_a_fault_of_ours_is_told_and_the_next_work_is_done(client, monkeypatch, caplog):
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault")

    with monkeypatch.context() as patch:
        patch.setattr(Story, "take", fails)
        page = client.add({"text": FERRY, "title": "Ferry"})
    assert "ZeroDivisionError: a fault; nothing was lost" in page and "Traceback" not in page
    assert "a fault" in caplog.text
    assert "1 new" in client.add({"text": FERRY, "title": "Ferry"})


def test_an_empty_dossier_takes_coverage(models, tmp_path):
    Story.open(tmp_path / "story.atstake").close()
    shelf = Shelf([tmp_path / "story.atstake"], Settings(workers=1))
    try:
        client = Client(shelf)
        assert "add coverage" in told(client.get("/d/story/brief", status=409).text)
        assert "Ferry talks" in client.add({"text": FERRY, "title": "Ferry talks"})
        assert "Ferry talks" in client.get("/d/story/brief").text
    finally:
        shelf.close()


def test_dossiers_of_one_name_have_addresses_of_their_own(models, dossier, sample_dossier, tmp_path):
    shelf = Shelf([dossier, sample_dossier, dossier], Settings(workers=1))
    try:
        assert list(shelf.cases) == ["story", "story-2"]
        assert set(links(Client(shelf).get("/").text, "/d/")) >= {"/d/story/", "/d/story-2/"}
    finally:
        shelf.close()


def test_a_damaged_dossier_is_one_line_and_the_others_are_shown(models, dossier, tmp_path):
    (tmp_path / "broken.atstake").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    shelf = Shelf([dossier, tmp_path / "broken.atstake"], Settings(workers=1))
    try:
        client = Client(shelf)
        client.get("/d/story/brief")
        page = client.get("/").text
        assert "Rift over Assad" in page and "broken.atstake: " in page and "Traceback" not in page
        assert told(client.get("/d/broken/brief", status=409).text)
    finally:
        shelf.close()
