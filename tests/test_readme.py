"""What the README and its neighbours promise is there: files they point to, commands, options, forms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import atstake
from atstake.cli.asking import _FORMATS
from atstake.cli.main import group
from atstake.resolve.review import VERBS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_of_a_page_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf8"))
    missing = [x for x in links if "://" not in x and not (page.parent / x).exists()]
    assert not missing


def test_all_commands_are_told_and_exist():
    told = set(re.findall(r"^\| `atstake (\w+)", README, re.M)) | set(re.findall(r"`(\w+) DOSSIER`", README))
    assert told == set(group.list_commands(None))  # type: ignore[arg-type]


def test_the_forms_and_verbs_told_are_those_there_are():
    forms = re.search(r"export DOSSIER --format ([^`]+)`", README)
    assert forms and set(forms[1].replace("\\", "").split("|")) == set(_FORMATS)
    verbs = re.search(r"review DOSSIER (\S+)", README)
    assert verbs and set(verbs[1].replace("\\", "").split("|")) == {*VERBS, "list"}


def test_the_python_of_the_readme_runs(models, sample, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coverage").symlink_to(sample / "second")
    program = re.search(r"```python\n(.+?)```", README, re.S)
    assert program and "atstake.open" in program[1]
    exec(program[1], {})
    assert (tmp_path / "brief.html").exists()


def test_every_form_can_be_written():
    from atstake.pipeline import forms

    assert set(_FORMATS) <= set(forms._WRITERS) | forms.FOLDERS


def test_one_version():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    assert project["version"] == atstake.__version__
