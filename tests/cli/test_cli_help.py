"""Every command tells by example how it is used; asking costs no heavy import."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from atstake.cli.main import group

COMMANDS = group.list_commands(None)  # type: ignore[arg-type]
HEAVY = (
    "numpy onnxruntime tokenizers spacy trafilatura lxml jinja2 dateparser pycountry cattrs sqlite3 "
    "starlette uvicorn pyarrow".split()
)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_that_calls_the_command(atstake, command):
    done = atstake(command, "--help")
    assert done.code == 0 and not done.err
    assert "Example" in done.out and f"  atstake {command} " in done.out


def test_the_list_names_all_commands(atstake):
    done = atstake("--help")
    assert done.code == 0 and all(f"  {command} " in done.out for command in COMMANDS)
    assert atstake().code == 2 or "Commands" in atstake().out


def test_version(atstake):
    from atstake import __version__

    assert __version__ in atstake("--version").out


def test_help_imports_nothing_heavy():
    program = (
        "import sys, json, contextlib, io\n"
        "from atstake.cli import main\n"
        "told = io.StringIO()\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(told):\n"
        "    main(sys.argv[1:])\n"
        "assert 'Example' in told.getvalue()\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    for arguments in (
        ["--help"],
        ["brief", "--help"],
        ["review", "--help"],
        ["serve", "--help"],
        ["extract", "-h"],
    ):
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
        )
        loaded = {name.split(".")[0] for name in json.loads(done.stdout)}
        assert not loaded & set(HEAVY)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nonsense"], "nonsense"),
        (["brief"], "INPUTS"),
        (["export", "none.atstake"], "none.atstake"),
        (["brief", "x.txt", "--workers", "0"], "workers"),
    ],
)
def test_wrong_use_is_code_2_and_says_what(atstake, arguments, told):
    done = atstake(*arguments)
    assert done.code == 2 and told in done.err and "Traceback" not in done.err
