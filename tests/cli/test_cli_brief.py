"""The main job from the command: all kinds of input, all forms of output, the demo, adding twice."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

TEXT = """Title: Ferry talks go on
Outlet: Harbour Times
Date: 2021-05-03

Arland's transport minister Anna Weil met Ivo Brandt of Borland in Port Sel on Monday.

"The ferry will sail again in June," Weil told reporters. Brandt denied that anything had been agreed.

At least 30 people were injured when the pier fell in April, the harbour council said.
"""
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry talks go on</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry talks go on",
"datePublished": "2021-05-03"}</script></head><body><article><h1>Ferry talks go on</h1>
<p>Arland's transport minister Anna Weil met Ivo Brandt of Borland in Port Sel on Monday to talk about the
ferry that has not sailed since the pier fell in April.</p>
<p>"The ferry will sail again in June," Weil told reporters after three hours of talks in the town hall.
Brandt denied that anything had been agreed.</p></article></body></html>"""
RECORD = {"id": "ferry-1", "outlet": "Harbour Times", "date": "2021-05-03", "title": "Ferry talks go on"}
QUOTE = "The ferry will sail again in June"


@pytest.fixture
def inputs(tmp_path: Path) -> dict[str, Path]:
    """One article as a text, a page, a record, and in a folder."""
    folder = tmp_path / "coverage"
    folder.mkdir()
    record = RECORD | {"text": TEXT.split("\n\n", 1)[1]}
    found = {"text": tmp_path / "a.txt", "page": tmp_path / "a.html", "records": tmp_path / "a.jsonl"}
    found["text"].write_text(TEXT)
    found["page"].write_text(PAGE)
    found["records"].write_text(json.dumps(record) + "\n")
    (folder / "a.txt").write_text(TEXT)
    return found | {"folder": folder}


@pytest.mark.parametrize("kind", ["text", "page", "records", "folder"])
def test_every_kind_of_input_becomes_a_page(atstake, inputs, tmp_path, kind):
    done = atstake("brief", inputs[kind], "-o", "out.html")
    assert done.code == 0 and not done.err, done.err
    page = (tmp_path / "out.html").read_text()
    assert QUOTE in page
    assert "out.html" in done.out and "out.atstake" in done.out
    assert (tmp_path / "out.atstake").exists()


def test_standard_input(atstake, tmp_path):
    done = atstake("brief", "-", "-o", "out.md", stdin=TEXT.encode())
    assert done.code == 0, done.err
    assert (tmp_path / "out.md").read_text().startswith("# Ferry talks go on")


def test_the_page_asks_nothing_of_the_outside(sample_dossier):
    page = (sample_dossier.parent / "brief.html").read_text()
    loads = re.findall(r"""(?:\bsrc|<link[^>]*\bhref|@import|url\()\s*=?\s*["'(]?\s*(https?:)?//""", page)
    assert not loads


def test_the_output_s_ending_decides_the_form(atstake, dossier, tmp_path, inputs):
    shared = ("--dossier", dossier, "-q")
    for name in ("out.md", "out.json", "out.docx", "out.html"):
        done = atstake("brief", inputs["text"], "-o", name, *shared)
        assert done.code == 0 and not done.out and not done.err
    assert (tmp_path / "out.md").read_text().startswith("# ")
    written = json.loads((tmp_path / "out.json").read_text())
    assert written["schema"] == "atstake/1" and written["brief"]["title"]
    assert (tmp_path / "out.docx").read_bytes()[:2] == b"PK"
    assert "<!doctype html>" in (tmp_path / "out.html").read_text()[:200].lower()


def test_demo_writes_the_sample_s_page(atstake, tmp_path):
    done = atstake("demo", "-o", "demo.html")
    assert done.code == 0 and not done.err, done.err
    page = (tmp_path / "demo.html").read_text()
    for words in ("Sample Wire (invented)", "Tel Ramad", "New York", "sample_desk"):
        assert words in page


def test_adding_twice_is_nothing_new(atstake, dossier, sample):
    before = atstake("show", dossier).out
    done = atstake("add", dossier, sample / "first")
    assert done.code == 0 and "0 documents new, 13 known" in done.out
    assert atstake("show", dossier).out == before


def test_show_finds_words_where_they_stand(atstake, dossier):
    done = atstake("show", dossier, "--find", '"cluster munitions"')
    assert done.code == 0
    places = re.findall(r"^ +(\d+)-(\d+): (.+)$", done.out, re.M)
    assert places and all(int(end) > int(start) for start, end, _ in places)
    assert "sample-strike-1" in done.out


def test_rebuild_reads_all_anew_and_changes_nothing(atstake, dossier, tmp_path):
    before = atstake("export", dossier, "--format", "json").out
    done = atstake("rebuild", dossier)
    assert done.code == 0 and "15 documents read" in done.out
    after = json.loads(atstake("export", dossier, "--format", "json").out)
    assert _without_time(after) == _without_time(json.loads(before))


def test_attributions_of_one_text(atstake, inputs, tmp_path):
    done = atstake("attributions", inputs["text"], "-o", "said.html")
    assert done.code == 0 and re.search(r"[1-9]\d* attributions", done.out)
    assert QUOTE in (tmp_path / "said.html").read_text()
    assert sorted(p.name for p in tmp_path.glob("*.atstake")) == []


def _without_time(written: dict) -> dict:
    return written | {"run": written["run"] | {"made": ""}}
