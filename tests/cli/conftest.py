"""The command in this process, with the models of the session."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Done:
    """What a user sees of a command."""

    code: int
    out: str
    err: str

    def says(self, code: int, *words: str) -> None:
        """It ended with the code and one clear line that holds the words."""
        lines = self.err.splitlines()
        assert self.code == code, self.err or self.out
        assert len(lines) == 1 and lines[0].startswith("atstake: "), self.err
        assert "Traceback" not in self.err
        for word in words:
            assert word in self.err


Atstake = Callable[..., Done]


@pytest.fixture
def atstake(models: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Atstake:
    """Runs the command in an empty folder: ``atstake("brief", "x.txt", stdin=b"...")``."""
    from atstake.cli import main

    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, stdin: bytes = b"") -> Done:
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        code = ended.value.code
        return Done(code if isinstance(code, int) else int(bool(code)), out.getvalue(), err.getvalue())

    return run
