#!/usr/bin/env python3
"""One command each for a contributor's day; needs Python 3.11 to 3.13 and nothing else.

python3 dev.py demo     set up, then make the explainer of the sample coverage (out/demo.html)
python3 dev.py test     set up, then lint, types, import rules and tests
python3 dev.py check    lint, types and import rules alone
python3 dev.py golden   rewrite the golden files, to be reviewed as a diff
python3 dev.py eval     the quality gate; with --update it pins new floors
python3 dev.py lock     pin the dependencies anew, with hashes
python3 dev.py setup    the virtual environment alone
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("ATSTAKE_VENV", ROOT / ".venv"))
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")


def run(*command: str | Path) -> None:
    """Runs a command in the project's folder; its failure is ours."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def setup(lock: str) -> None:
    """A virtual environment with what the lock names, and atstake itself.

    A stamp tells whether the environment already holds this lock, so that a second call costs nothing.
    """
    locked = ROOT / lock
    stamp = VENV / f"{lock}.sha256"
    wanted = hashlib.sha256(locked.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        venv.create(VENV, with_pip=True)
    pip = (BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", locked)
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    stamp.write_text(wanted)


def demo(arguments: list[str]) -> None:
    """The main job on the coverage that ships with the package."""
    setup("requirements.lock")
    (ROOT / "out").mkdir(exist_ok=True)
    run(BIN / "atstake", "demo", "-o", ROOT / "out" / "demo.html", *arguments)


def check(_: list[str]) -> None:
    """Lint, format, types and import rules."""
    setup("requirements-dev.lock")
    run(BIN / "ruff", "check", ".")
    run(BIN / "ruff", "format", "--check", ".")
    run(BIN / "mypy")
    run(BIN / "lint-imports")


def test(arguments: list[str]) -> None:
    """Everything that must pass before a change lands."""
    check([])
    run(BIN / "python", "-m", "pytest", *arguments)


def golden(arguments: list[str]) -> None:
    """Rewrites the golden files; refused in CI, where nobody would read the diff."""
    if os.environ.get("CI"):
        sys.exit("golden files are not rewritten in CI: run this on your machine and review the diff")
    setup("requirements-dev.lock")
    run(BIN / "python", "-m", "pytest", "--update-golden", *arguments)


def evaluate(arguments: list[str]) -> None:
    """The quality gate against evals/floors.json."""
    setup("requirements-dev.lock")
    run(BIN / "python", "-m", "evals", *arguments)


def lock(_: list[str]) -> None:
    """Pins what pyproject.toml asks for, for all supported Pythons and systems, with hashes and no index."""
    setup("requirements-dev.lock")
    pins = (BIN / "uv", *"pip compile --quiet --universal --generate-hashes --python-version 3.11".split())
    bare = "--no-emit-index-url --no-emit-find-links --no-annotate --no-header pyproject.toml".split()
    run(*pins, *bare, *"--group build -o requirements.lock".split())
    run(*pins, *bare, *"--all-extras --group build --group dev -o requirements-dev.lock".split())


COMMANDS = {
    "demo": demo,
    "test": test,
    "check": check,
    "golden": golden,
    "eval": evaluate,
    "lock": lock,
    "setup": lambda _: setup("requirements-dev.lock"),
}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    COMMANDS[sys.argv[1]](sys.argv[2:])
