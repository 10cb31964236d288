"""Editors' verbs from the command: the next brief follows them, and undo brings back the one before."""

from __future__ import annotations

import json

import pytest

from atstake.cli.asking import KINDS
from atstake.pipeline import Story


@pytest.fixture
def state(models, dossier):
    """The brief and the evidence as they are now, without times and ids of runs."""

    def read():
        with Story.open(dossier, create=False) as story:
            story.write(dossier.with_suffix(".json"))
        written = json.loads(dossier.with_suffix(".json").read_text())
        written["run"] = None
        written["brief"]["changes"] = None
        return _without_changes(written)

    return read


def test_hide_takes_a_line_off_the_page_and_undo_brings_it_back(atstake, dossier, state):
    before = state()
    line = before["brief"]["key_points"]["items"][0]
    words = next(p["target"]["quotes"][0] for p in line["parts"] if "target" in p)
    done = atstake("review", dossier, "hide", line["key"], "--by", "N.N.")
    assert done.code == 0, done.err
    hidden = state()
    assert words not in [w for item in hidden["brief"]["key_points"]["items"] for w in _quotes(item)]
    assert atstake("review", dossier, "undo", "last").code == 0
    assert state() == before


def test_relabel_the_title(atstake, dossier, state):
    before = state()
    assert atstake("review", dossier, "relabel", "title", "What is at stake in Moscow").code == 0
    title = state()["brief"]["title"]
    assert "What is at stake in Moscow" in json.dumps(title)
    assert atstake("review", dossier, "undo", "last").code == 0
    assert state() == before


def test_merge_makes_two_origins_one_and_undo_parts_them(atstake, dossier, state):
    before = state()
    origins = {d["origin"] for d in before["documents"]}
    first, second = (
        next(d["origin"] for d in before["documents"] if d["id"] == i)
        for i in ("sample-preview", "sample-ukraine")
    )
    done = atstake("review", dossier, "merge", first, second, "--why", "one reporter", "--by", "N.N.")
    assert done.code == 0, done.err
    merged = state()
    assert len({d["origin"] for d in merged["documents"]}) == len(origins) - 1
    by = {d["id"]: d["origin"] for d in merged["documents"]}
    assert by["sample-preview"] == by["sample-ukraine"]
    assert atstake("review", dossier, "undo", "last").code == 0
    assert state() == before


def test_history_tells_who_did_what_and_what_was_taken_back(atstake, dossier):
    atstake("review", dossier, "note", "brief", "Ask the ministry.", "--by", "N.N.")
    atstake("review", dossier, "undo", "last", "--by", "M.M.")
    lines = atstake("review", dossier, "list").out.splitlines()
    assert len(lines) == 2
    assert "M.M." in lines[0] and "undo" in lines[0]
    assert "Ask the ministry." in lines[1] and "[undone]" in lines[1]


def test_what_is_not_there_is_told_and_nothing_is_kept(atstake, dossier):
    atstake("review", dossier, "hide", "words that stand nowhere at all").says(2)
    atstake("review", dossier, "undo", "last").says(2, "undo")
    atstake("review", dossier, "merge").says(2, "merge")
    assert atstake("review", dossier, "list").out == ""


def test_choices_from_a_file(atstake, dossier, tmp_path, sample):
    (tmp_path / "choices.toml").write_text('by = "N.N."\ntitle = "Two ministers and a war"\n')
    arguments = ("brief", sample / "first", "-o", "b.html", "--dossier", dossier, "--choices", "choices.toml")
    assert atstake(*arguments).code == 0
    assert "Two ministers and a war" in (tmp_path / "b.html").read_text()
    assert atstake(*arguments).code == 0
    assert len(atstake("review", dossier, "list").out.splitlines()) == 1
    (tmp_path / "choices.toml").write_text("title = ")
    done = atstake(*arguments)
    assert done.code and "choices.toml" in done.err and "Traceback" not in done.err


def _quotes(line):
    return [q for part in line["parts"] if "target" in part for q in part["target"]["quotes"]]


def _without_changes(thing):
    if isinstance(thing, dict):
        return {k: _without_changes(v) for k, v in thing.items() if k != "change"}
    if isinstance(thing, list):
        return [_without_changes(v) for v in thing]
    return thing


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_listed_and_taken(atstake, dossier, kind):
    listed = [line.split() for line in atstake("show", dossier, "--ids", kind).out.splitlines()]
    assert listed
    if listed[0][0] != "no":
        done = atstake("review", dossier, "note", listed[0][0], "Seen.")
        assert done.code == 0, done.err


def test_documents_are_shown_with_the_ids_that_withhold_and_split_take(atstake, dossier):
    id = atstake("show", dossier).out.splitlines()[3].split()[1]
    assert atstake("review", dossier, "withhold", id).code == 0
    assert len(atstake("review", dossier, "list").out.splitlines()) == 1
