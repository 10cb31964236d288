"""Bad files, newer versions, full disks, other writers, kills: one clear line, and nothing lost."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from made_dossier import ARTICLE, RUN, numbered

from atstake.errors import DossierError
from atstake.store import Dossier, connection
from atstake.store.connection import migrate
from atstake.store.migrations import MIGRATIONS, Migration


@pytest.fixture
def path(tmp_path) -> Path:
    with Dossier.open(tmp_path / "story.atstake", create=True) as dossier:
        dossier.add([ARTICLE], [], RUN)
    return tmp_path / "story.atstake"


def refused(path: Path, told: str, **how: bool) -> None:
    with pytest.raises(DossierError, match=told) as raised:
        Dossier.open(path, **how)
    assert "\n" not in str(raised.value) and str(path) in str(raised.value)


def test_a_closed_dossier_is_one_file(path):
    assert [p.name for p in path.parent.iterdir()] == ["story.atstake"]


def test_what_is_no_dossier_is_refused_and_left_alone(tmp_path):
    refused(tmp_path / "none", "no such dossier")
    refused(tmp_path / "no-folder" / "x", "check that the folder exists", create=True)
    refused(tmp_path, "a folder")
    (tmp_path / "text").write_text("not a database " * 100)
    refused(tmp_path / "text", "not a dossier")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE t (x)")
    db.close()
    before = other.read_bytes()
    refused(other, "not a dossier", create=True)
    assert other.read_bytes() == before


def test_a_damaged_dossier_is_refused(path):
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    with pytest.raises(DossierError, match="damaged"), Dossier.open(path) as dossier:
        dossier.documents()


def test_a_newer_version_is_refused_and_not_touched(path):
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    refused(path, "version 99, newer than this")
    refused(path, "update atstake", readonly=True)
    assert path.read_bytes() == before


def _adds_a_column(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE resolved ADD COLUMN extra TEXT")


def test_an_older_version_is_migrated_after_a_copy(path, monkeypatch):
    newer = (*MIGRATIONS, Migration("9999 a column", _adds_a_column))
    monkeypatch.setattr(connection, "MIGRATIONS", newer)
    refused(path, "older version", readonly=True)
    before = path.read_bytes()
    with Dossier.open(path) as dossier:
        assert dossier.documents() == {"article-1": ARTICLE}
        names = [row[0] for row in dossier._db.execute("SELECT name FROM migrations ORDER BY name")]
    assert names == [m.name for m in newer]
    copy = path.with_name(f"story.atstake.v{len(MIGRATIONS)}")
    assert copy.exists() and path.read_bytes() != before
    monkeypatch.setattr(connection, "MIGRATIONS", MIGRATIONS)
    with Dossier.open(copy) as old:
        assert old.documents() == {"article-1": ARTICLE}


def test_a_migration_that_fails_leaves_the_version_before(path):
    def fails(db: sqlite3.Connection) -> None:
        _adds_a_column(db)
        raise KeyboardInterrupt

    db = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(KeyboardInterrupt):
        migrate(db, path, (*MIGRATIONS, Migration("9999 fails", fails)))
    db.close()
    with Dossier.open(path) as dossier:
        columns = [row[1] for row in dossier._db.execute("PRAGMA table_info (resolved)")]
    assert "extra" not in columns


def test_a_full_disk_loses_no_finished_document(path):
    with Dossier.open(path) as dossier:
        pages = dossier._db.execute("PRAGMA page_count").fetchone()[0]
        dossier._db.execute(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(DossierError, match=r"disk is full.*run the command again"):
            for n in range(1000):
                dossier.add([numbered(n)], [], RUN, raw=os.urandom(500))
        stored = n
        assert len(dossier.documents()) == 1 + stored > 1
        dossier._db.execute("PRAGMA max_page_count = 1000000")
        assert dossier.add([numbered(n)], [], RUN)
    with Dossier.open(path) as dossier:
        assert len(dossier.documents()) == 2 + stored
        assert dossier._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_another_writer_is_waited_for_and_then_named(path, monkeypatch):
    monkeypatch.setattr(connection, "WAIT", 0.1)
    with Dossier.open(path) as first, Dossier.open(path) as second:
        first._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(DossierError, match="another program is writing"):
            second.add([numbered(1)], [], RUN)
        first._db.execute("COMMIT")
        assert second.add([numbered(1)], [], RUN)


def _tries(path: Path) -> str:
    """What somebody sees who may only read."""
    with Dossier.open(path, readonly=True) as dossier:
        told = [f"{len(dossier.documents())} read"]
    for there, create in ((path, False), (path.with_name("new"), True)):
        try:
            Dossier.open(there, create=create).close()
        except DossierError as error:
            told.append(str(error))
    return "\n".join(told)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="permissions of POSIX")
def test_a_read_only_folder_can_be_read_but_not_written(path):
    with tempfile.TemporaryDirectory() as name:
        shutil.copy(path, name)
        folder, inside = Path(name), Path(name) / path.name
        inside.chmod(0o444)
        folder.chmod(0o555)
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            if os.geteuid() == 0:  # root may write anywhere
                os.setuid(65534)
            try:
                os.write(writing, _tries(inside).encode())
            finally:
                os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            lines = pipe.read().splitlines()
        os.waitpid(child, 0)
        folder.chmod(0o755)
    assert lines[:1] == ["1 read"]
    assert "may not be written to" in lines[1]
    assert "new: cannot be opened" in lines[2]


_ADDS_FOR_EVER = """
import sys
sys.path.insert(0, sys.argv[2])
from itertools import count
from made_dossier import RUN, found_in, numbered
from atstake.store import Dossier
with Dossier.open(sys.argv[1], create=True) as dossier:
    for n in count():
        document = numbered(n)
        dossier.add([document], [found_in(document)], RUN, raw=b"raw %d" % n)
        print(n, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.parametrize("after", [1, 7, 40])
def test_a_kill_loses_no_finished_document(tmp_path, after):
    path = tmp_path / "story.atstake"
    writer = subprocess.Popen(
        [sys.executable, "-c", _ADDS_FOR_EVER, str(path), str(Path(__file__).parent)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout
    said = [writer.stdout.readline() for _ in range(after)]
    writer.send_signal(signal.SIGKILL)
    said += writer.stdout.readlines()
    writer.wait()
    finished = [int(line) for line in said if line.endswith("\n")]
    # The copy of a killed writer's files is what another machine would find.
    shutil.copytree(tmp_path, tmp_path.with_name(f"copy-{after}"))
    with Dossier.open(tmp_path.with_name(f"copy-{after}") / "story.atstake") as dossier:
        documents = dossier.documents()
        assert [numbered(n).id for n in finished] == list(documents)[: len(finished)]
        assert len(documents) - len(finished) in (0, 1)
        assert list(dossier.annotations()) == list(documents)
        assert dossier.add([numbered(len(documents))], [], RUN)
        assert dossier._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
