"""The app as a process of its own: it says where it is, answers there alone, and ends cleanly on Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

pytest.importorskip("uvicorn")


def _hears_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_it_says_where_it_is_and_ends_on_ctrl_c(dossier: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "atstake", "serve", str(dossier), "--port", "0", "--no-open"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_hears_interrupts,
        start_new_session=True, env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout is not None
    try:
        found = re.match(r"(http://127\.0\.0\.1:(\d+)/)  \(Ctrl-C ends it\)", process.stdout.readline())
        assert found
        with urlopen(f"{found[1]}", timeout=120) as answer:
            assert "Dossiers" in answer.read().decode()
        with pytest.raises(HTTPError, match="421"):
            urlopen(Request(found[1], headers={"Host": "evil.example"}), timeout=60)
        with socket.socket() as other, pytest.raises(OSError):
            other.bind(("127.0.0.1", int(found[2])))
    finally:
        os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0 and not out and not err, err
    assert sorted(p.name for p in dossier.parent.iterdir()) == [dossier.name], "it is a single file again"


def test_a_port_that_is_taken_or_no_dossier_is_one_line(atstake, dossier, tmp_path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        atstake("serve", dossier, "--port", taken.getsockname()[1], "--no-open").says(2, "--port")
    (tmp_path / "a.txt").write_text("no dossier")
    atstake("serve", "a.txt", "--no-open").says(1, "a.txt", "not a dossier")
    assert atstake("serve", "none.atstake").code == 2
