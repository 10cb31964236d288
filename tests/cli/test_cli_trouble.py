"""Bad input, full disks, newer dossiers: one clear line, exit code 1 or 2, nothing lost."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from atstake.pipeline import Story, forms, writing
from atstake.store import connection

GOOD = "The harbour council said on Monday that the ferry talks would go on. Borland denied this."


def kept(atstake, path: Path) -> int:
    """How many documents a dossier holds."""
    with sqlite3.connect(path) as db:
        count = db.execute("SELECT COUNT(*) FROM documents").fetchone()[0]
    db.close()
    return int(count)


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("empty.txt", b"", "empty"),
        ("noise.txt", bytes(range(256)) * 40, "binary"),
        ("large.html", b"<p>" + b"x " * 25_000_000, "MB"),
        ("none.jsonl", b'{"id": "a", "title": "Only a title"}\n', "no text"),
        ("cut.jsonl", b'{"id": "a", "text": "x\n', "not JSON"),
        ("list.json", b"[1, 2", "not JSON"),
    ],
)
def test_an_input_that_cannot_be_read(atstake, tmp_path, name, raw, told):
    (tmp_path / name).write_bytes(raw)
    atstake("brief", name, "-o", "out.html").says(1, name, told)
    assert not (tmp_path / "out.html").exists()


def test_a_missing_input(atstake):
    atstake("brief", "no-such-file.txt").says(1, "no-such-file.txt", "does not exist")


def test_an_ending_of_no_form_is_refused_before_anything_is_read(atstake, tmp_path, dossier):
    """HTML in a file called .pdf opens nowhere."""
    atstake("brief", "no-such-file.txt", "-o", "brief.pdf").says(2, "brief.pdf", ".docx")
    atstake("actor", "Anna Weil", dossier, "-o", "weil.docx").says(2, "weil.docx", ".md")
    atstake("claim", "the gates", dossier, "-o", "gates.docx").says(2, "gates.docx", ".md")
    assert [p.name for p in tmp_path.iterdir()] == [dossier.name]


def test_what_failed_leaves_no_empty_dossier_behind(atstake, tmp_path, dossier):
    atstake("brief", "no-such-file.txt", "-o", "out.html").says(1, "no-such-file.txt")
    atstake("add", "new.atstake", "no-such-file.txt").says(1, "no-such-file.txt")
    assert [p.name for p in tmp_path.iterdir()] == [dossier.name]
    atstake("add", dossier, "no-such-file.txt").says(1, "no-such-file.txt")
    assert kept(atstake, dossier) > 0


def test_a_folder_with_one_bad_file_among_good_ones(atstake, tmp_path):
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "a.txt").write_text("First. " + GOOD)
    (folder / "b.txt").write_bytes(b"\0\1\2" * 500)
    (folder / "c.txt").write_text("Third. " + GOOD)
    done = atstake("brief", folder, "-o", "out.html")
    done.says(1, "b.txt", "binary")
    assert (tmp_path / "out.html").exists()
    assert kept(atstake, tmp_path / "out.atstake") == 2
    atstake("add", "out.atstake", folder).says(1, "b.txt")


def test_broken_utf8_and_wrong_dates_are_read_with_a_note(atstake, tmp_path):
    (tmp_path / "broken.txt").write_bytes(b"Caf\xe9 talks \xff\xfe. " + GOOD.encode())
    records = [
        {"text": GOOD, "date": "2015-13-45"},
        {"text": "Another. " + GOOD, "date": 17},
        {"text": "Third. " + GOOD, "date": None, "outlet": None, "authors": None, "title": None},
    ]
    (tmp_path / "records.jsonl").write_text("\n".join(map(json.dumps, records)))
    done = atstake("brief", "broken.txt", "records.jsonl", "-o", "out.html")
    assert done.code == 0 and "Traceback" not in done.err
    assert all(line.startswith("note: ") for line in done.err.splitlines())
    assert "broken.txt" in done.err and "2015-13-45" in done.err
    assert kept(atstake, tmp_path / "out.atstake") == 4


def test_one_id_with_two_texts_is_named(atstake, tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x", "text": GOOD}))
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "x", "text": "Other. " + GOOD}))
    assert atstake("add", "s.atstake", "a.jsonl").code == 0
    atstake("add", "s.atstake", "b.jsonl").says(1, "b.jsonl", "x")
    assert kept(atstake, tmp_path / "s.atstake") == 1


def test_a_dossier_from_a_newer_version(atstake, tmp_path, dossier):
    with sqlite3.connect(dossier) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = dossier.read_bytes()
    for command in (("show", dossier), ("export", dossier), ("changes", dossier), ("rebuild", dossier)):
        atstake(*command).says(1, "99", "update atstake")
    (tmp_path / "a.txt").write_text(GOOD)
    atstake("brief", "a.txt", "--dossier", dossier).says(1, "99", "update atstake")
    assert dossier.read_bytes() == before


def test_what_is_no_dossier(atstake, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    atstake("add", "a.txt", "a.txt").says(1, "not a dossier")
    assert (tmp_path / "a.txt").read_text() == GOOD


def test_an_output_that_cannot_be_written_is_refused_before_reading(atstake, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "folder").mkdir()
    atstake("brief", "a.txt", "-o", "folder").says(2, "folder")
    atstake("brief", "a.txt", "-o", "nowhere/out.html").says(2, "nowhere", "no such folder")
    assert not list(tmp_path.glob("*.atstake"))


def test_a_full_disk_while_the_page_is_written(atstake, dossier, tmp_path, sample, monkeypatch):
    (tmp_path / "out.html").write_text("the page before")

    def full(self, raw):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    done = atstake("brief", sample / "first", "-o", "out.html", "--dossier", dossier)
    done.says(1, "out.html", "No space left")
    assert (tmp_path / "out.html").read_text() == "the page before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.html", "story.atstake"]


def test_a_full_disk_while_reading_keeps_what_was_read(atstake, tmp_path, monkeypatch):
    for n in range(8):
        (tmp_path / f"{n}.txt").write_text(f"Day {n}. {GOOD} " + "The pier was closed again. " * 100)
    (tmp_path / "coverage").mkdir()
    for n in range(8):
        shutil.move(tmp_path / f"{n}.txt", tmp_path / "coverage")
    opened = connection._open

    def small(path, readonly):
        db = opened(path, readonly)
        pages = max(db.execute("PRAGMA page_count").fetchone()[0], 30)
        db.execute(f"PRAGMA max_page_count = {pages + 20}")
        return db

    monkeypatch.setattr(connection, "_open", small)
    atstake("add", "s.atstake", "coverage").says(1, "s.atstake", "disk is full", "run the command again")
    stored = kept(atstake, tmp_path / "s.atstake")
    assert 0 < stored < 8
    monkeypatch.setattr(connection, "_open", opened)
    done = atstake("add", "s.atstake", "coverage")
    assert done.code == 0 and f"{8 - stored} documents new, {stored} known" in done.out


def test_an_empty_dossier_has_nothing_to_tell(atstake, tmp_path):
    Story.open(tmp_path / "s.atstake").close()
    atstake("export", "s.atstake").says(1, "no document")


def test_a_model_that_is_none(atstake, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    atstake("brief", "a.txt", "--model-path", "nowhere.json").says(2, "nowhere.json")
    atstake("brief", "a.txt", "--model-path", "a.txt").says(1, "no model at", "a.txt")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("bogus",), ("bogus", "atstake --help")),
        (("brief",), ("INPUTS", "atstake brief --help")),
        (("review", "s.atstake", "bogus", "x"), ("bogus", "merge", "atstake review --help")),
        (("export", "s.atstake", "--format", "xml"), ("xml", "geojson", "atstake export --help")),
        (("show", "nowhere.atstake"), ("nowhere.atstake", "does not exist")),
        (("changes", "s.atstake", "--since", "yesterday"), ("yesterday", "2015-12-14")),
        (("review", "s.atstake", "hide", "x", "--kind", "bogus"), ("bogus", "no such kind", "dispute")),
        (("review", "s.atstake", "hide", ""), ("say what is meant",)),
        (("review", "s.atstake", "hide", "no-such-line"), ("no-such-line", "--ids KIND")),
        (("review", "s.atstake", "undo", "last"), ("nothing", "taken back")),
        (("actor", "Nobody Such", "s.atstake"), ("Nobody Such", "--ids KIND")),
        (("claim", "", "s.atstake"), ("say what is meant",)),
    ],
)
def test_a_wrong_use_is_told_in_one_line(atstake, tmp_path, dossier, command, told):
    shutil.copy(dossier, tmp_path / "s.atstake")
    atstake(*command).says(2, *told)


@pytest.mark.parametrize("since", ["0001-01-01", "9999-12-31T23:59"])
def test_the_first_and_the_last_day_there_is_are_times(atstake, dossier, since):
    assert atstake("changes", dossier, "--since", since).code == 0


def test_words_that_stand_nowhere_are_said_to(atstake, dossier):
    assert "no document holds these words" in atstake("show", dossier, "--find", "xylophone").out


def test_a_link_keeps_pointing_to_the_file_that_is_written(atstake, dossier, tmp_path):
    (tmp_path / "page.json").write_text("the page before")
    (tmp_path / "link.json").symlink_to(tmp_path / "page.json")
    assert atstake("export", dossier, "-o", "link.json").code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "page.json").read_text())["schema"] == "atstake/1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    writing.put(tmp_path / "pipe", "words")
    assert (tmp_path / "pipe").is_fifo() and os.read(reader, 99) == b"words"
    os.close(reader)


def test_an_export_that_cannot_be_written_is_refused_at_once(atstake, dossier, tmp_path):
    (tmp_path / "folder").mkdir()
    atstake("export", dossier, "-o", "nowhere/x.json").says(2, "nowhere", "no such folder")
    atstake("export", dossier, "-o", "folder").says(2, "folder")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a device that is always full")
def test_a_full_standard_output_is_one_clear_line(dossier):
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "atstake", "show", str(dossier)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("atstake: No space left") and len(done.stderr.splitlines()) == 1


def test_an_extra_that_is_not_installed_is_named_before_reading(atstake, tmp_path, dossier, monkeypatch):
    monkeypatch.setattr(forms, "find_spec", lambda name: None)
    (tmp_path / "a.txt").write_text(GOOD)
    atstake("brief", "a.txt", "-o", "out.docx").says(2, "atstake[docx]")
    assert not (tmp_path / "out.atstake").exists()
    atstake("export", dossier, "--format", "parquet", "-o", "tables").says(2, "atstake[parquet]")
    assert not (tmp_path / "tables").exists()
