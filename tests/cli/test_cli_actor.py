"""One actor's page from the command: its forms, and what an editor's merge and undo do to it."""

from __future__ import annotations

import json


def test_a_page_in_every_form(atstake, dossier, tmp_path):
    for ending in ("html", "md", "txt", "json"):
        done = atstake("actor", "Irina Volkova", dossier, "-o", tmp_path / f"page.{ending}", "-q")
        assert done.code == 0, done.err
    page = json.loads((tmp_path / "page.json").read_text())
    assert page["name"] == "Irina Volkova" and 0 < len(page["statements"]["items"]) <= page["quoted"]
    for ending in ("html", "md", "txt"):
        assert "Irina Volkova" in (tmp_path / f"page.{ending}").read_text()
    shown = atstake("actor", "Irina Volkova", dossier)
    assert "STATEMENTS OVER TIME" in shown.out and "WORDS FOR THEM" in shown.out


def test_merge_is_told_with_its_undo_and_undo_gives_the_page_from_before(atstake, dossier, tmp_path):
    page, undone = tmp_path / "page.html", tmp_path / "undone.html"
    assert atstake("actor", "Irina Volkova", dossier, "-o", page).code == 0
    before = page.read_text()
    merge = atstake(
        "review", dossier, "merge", "Irina Volkova", "Daniel Arden", "--by", "N.N.", "--why", "a test"
    )
    assert merge.code == 0, merge.err
    judgement = merge.out.partition(":")[0]
    assert atstake("actor", "Daniel Arden", dossier, "-o", page).code == 0
    merged = page.read_text()
    assert f"atstake review story.atstake undo {judgement}" in merged
    assert "a test" in merged and "Irina Volkova" in merged and "an editor’s merge" in merged
    assert atstake("review", dossier, "undo", judgement).code == 0
    assert atstake("actor", "Irina Volkova", dossier, "-o", undone).code == 0
    assert undone.read_text() == before


def test_the_itinerary_says_where_when_and_with_whom(atstake, dossier):
    shown = atstake("actor", "John Kerry", dossier).out
    assert "15 December 2015: Moscow, with Sergey Lavrov" in " ".join(shown.split())


def test_nobody_of_that_name_is_one_clear_line(atstake, dossier):
    atstake("actor", "Nobody at All", dossier).says(2, "Nobody at All")
