"""Ctrl-C while documents are read: code 130, one line, what was finished is kept, the next run goes on."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

MANY = 24
SENTENCES = (
    "The harbour council of Port {n} said on Monday that the ferry talks would go on for another week. "
    "Borland denied that its boats had stopped the ferry. At least {n} people were waiting at the pier. "
)


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    """Enough text to take a while."""
    path = tmp_path / "many.jsonl"
    records = ({"id": f"ferry-{n}", "text": SENTENCES.format(n=n + 2) * 12} for n in range(MANY))
    path.write_text("\n".join(map(json.dumps, records)))
    return path


def stored(path: Path) -> int:
    """Documents on disk now; 0 where there is no dossier yet."""
    if not path.exists():
        return 0
    try:
        with sqlite3.connect(path, timeout=1) as db:
            count = db.execute("SELECT COUNT(*) FROM readings").fetchone()[0]
        db.close()
    except sqlite3.Error:
        return 0
    return int(count)


def _hears_interrupts() -> None:
    """A shell lets what it starts in the background ignore Ctrl-C, tests too, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _alive(group: int) -> bool:
    """Whether a process of the group still runs."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("workers", [1, 2])
def test_interrupted_reading_keeps_what_is_finished(coverage, tmp_path, workers, atstake):
    path = tmp_path / "s.atstake"
    command = [sys.executable, "-m", "atstake", "add", str(path), str(coverage), "--workers", str(workers)]
    # A session of its own: Ctrl-C reaches every process of the terminal's group, workers too.
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_hears_interrupts,
    )
    until = time.monotonic() + 120
    while stored(path) < 2 and process.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130, err
    assert err.split("\n") == ["", "atstake: interrupted; what was finished is kept", ""]
    while _alive(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _alive(process.pid), "workers stayed behind"
    finished = stored(path)
    assert 2 <= finished < MANY
    if workers == 1:
        done = atstake("add", path, coverage)
        assert done.code == 0 and f"{MANY - finished} documents new, {finished} known" in done.out
        assert stored(path) == MANY


# An interrupt that came up while a string was executed, as dataclasses are made, caught or not.
HEEDED = """
import importlib

cli = importlib.import_module("atstake.cli.main")

def command(*_, **__):
    try:
        exec("raise KeyboardInterrupt")
    except KeyboardInterrupt:
        if not {caught}:
            raise
    return 0

cli.group.main = command
cli.main([])
"""


@pytest.mark.parametrize(("caught", "code"), [(True, 0), (False, 130)])
def test_an_interrupt_that_was_heeded_is_no_signal_at_the_end(
    tmp_path: Path, caught: bool, code: int
) -> None:
    (tmp_path / "heeded.py").write_text(HEEDED.format(caught=caught))
    path = os.pathsep.join(p for p in (str(tmp_path), os.environ.get("PYTHONPATH", "")) if p)
    ended = subprocess.run(
        [sys.executable, "-m", "heeded"], env=os.environ | {"PYTHONPATH": path}, check=False
    )
    assert ended.returncode == code
