"""Two promises: nothing is published that its text does not say, and no network is used."""

from __future__ import annotations

import socket
import sqlite3
import subprocess
import sys
from contextlib import suppress

import pytest

from atstake.errors import CheckError
from atstake.pipeline import Story


def tampered(path, change: str) -> None:
    """Changes a stored text behind the dossier's back."""
    with sqlite3.connect(path) as db:
        db.execute("DROP TRIGGER documents_no_update")
        db.execute(f"UPDATE documents SET text = {change} WHERE id = 'sample-strike-2'")
    db.close()


@pytest.mark.parametrize("change", ["replace(text, '44', '54')", "'x' || text", "substr(text, 1, 300)"])
def test_a_text_that_was_tampered_with_fails_the_brief(models, dossier, tmp_path, change):
    tampered(dossier, change)
    with Story.open(dossier, create=False) as story:
        with pytest.raises(CheckError, match="sample-strike-2"):
            story.write(tmp_path / "brief.html")
        with pytest.raises(CheckError):
            story.export("json", tmp_path / "evidence.json")
        assert len(story.dossier.builds()) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["story.atstake"]


def test_a_quote_that_does_not_stand_in_its_text_is_never_written(models, dossier, tmp_path):
    """The other way round: the text is whole, what was found in it is not."""
    with sqlite3.connect(dossier) as db:
        words = "body = replace(body, 'people were killed', 'peopel were killed')"
        db.execute(f"UPDATE annotations SET {words} WHERE layer = 'figures'")
    db.close()
    with Story.open(dossier, create=False) as story:
        with suppress(CheckError):
            story.write(tmp_path / "brief.html")
            assert "peopel" not in (tmp_path / "brief.html").read_text()
        with pytest.raises(CheckError, match="does not read"):
            story.export("json", tmp_path / "evidence.json")
    assert not (tmp_path / "evidence.json").exists()


def test_the_network_is_blocked_here_and_in_child_processes():
    with pytest.raises(RuntimeError, match="no network"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(RuntimeError, match="no network"):
        socket.getaddrinfo("example.org", 80)
    program = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode and "no network in tests" in done.stderr


def test_a_page_is_made_without_a_single_socket(models, sample, tmp_path, monkeypatch):
    """Stronger than the block: no socket of any kind is even opened."""

    def refuse(*arguments, **named):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    with Story.open(tmp_path / "s.atstake") as story:
        assert story.add(sample / "second").new
        story.write(tmp_path / "b.html")
