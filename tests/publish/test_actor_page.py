"""An actor's page: composed of a made-up story, checked, and rendered so that nothing on it can act."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from dataclasses import replace

import pytest

from atstake.brief.actor import actor_page
from atstake.brief.check import check
from atstake.errors import CheckError
from atstake.model.annotations import Presence
from atstake.model.claims import Join, Shift
from atstake.publish import actor_markdown, actor_terminal
from atstake.publish.html.actor import render
from made_story import Story


def made(story: Story, actor: str = "weil"):
    return actor_page(story.evidence, story.resolution, story.run, actor)


def test_every_statement_stands_on_its_words_and_pronouns_have_their_antecedent():
    story = Story()
    spoken = made(story, "brandt")
    assert check(spoken, story.documents) > 0
    assert spoken.quoted == 1 and len(spoken.statements) == 1
    assert "“The gates were never opened,”" in spoken.statements.items[0].line.quotes[0].target.quote
    page = made(story)
    pronouns = [s for s in page.spellings if s.form == "pronoun"]
    assert [s.text for s in pronouns] == ["she"]
    assert all(q.notes[0].text == "Anna Weil" for s in pronouns for q in s.examples)
    assert "[= <bdi>Anna Weil</bdi>]" in render(page)


def test_a_changed_text_stops_the_page():
    story = Story()
    page = made(story)
    documents = {i: replace(d, text=" " + d.text) for i, d in story.documents.items()}
    with pytest.raises(CheckError):
        check(page, documents)


def test_a_name_from_outside_cannot_act_on_the_page():
    story = Story()
    actors = tuple(
        replace(a, name='<script>alert("x")</script>‮', joins=(Join("<b>", 1, "the same name"),))
        if a.id == "weil"
        else a
        for a in story.resolution.actors
    )
    page = actor_page(story.evidence, replace(story.resolution, actors=actors), story.run, "weil")
    written = render(page)
    assert "<script>alert" not in written and "‮" not in written and "<b>" not in written
    assert "‮" not in actor_markdown.render(page) + actor_terminal.render(page)
    assert "http://" not in written.replace("http://www.w3.org", "")


def test_a_shift_of_position_is_shown_in_the_reporter_s_words():
    story = Story()
    target = story.t("other-1", "“The gates were never opened,” Mr Brandt told reporters.")
    shift = Shift("shift-1", target, target.whole, "brandt", ("other-1",))
    resolution = replace(story.resolution, shifts=(shift,))
    page = actor_page(story.evidence, resolution, story.run, "brandt")
    assert check(page, story.documents) > 0
    assert [s.line.quotes[0].target.document for s in page.shifts] == ["other-1"]
    written = render(page)
    assert "Shifts of position" in written and ">Before<" not in written
    assert "Shifts of position" in actor_markdown.render(page) + actor_terminal.render(page)
    assert actor_page(story.evidence, resolution, story.run, "weil").shifts.items == ()


def test_a_stop_is_shown_with_place_day_and_company():
    story = Story()
    wire = story.documents["wire-1"]
    by_words = {m.target.quote: m.id for m in story.evidence.annotations["wire-1"].mentions}
    target = story.t("wire-1", wire.text.split("\n\n")[2])
    place = next(p for p in story.resolution.places if p.mentions)
    presence = Presence("p", target, target.whole, by_words["Anna Weil"], place.mentions[0],
                        (by_words["Ivo Brandt"],), "2021-05-03", "2021-05-03")  # fmt: skip
    found = dict(story.evidence.annotations)
    found["wire-1"] = replace(found["wire-1"], presences=(presence,))
    page = actor_page(replace(story.evidence, annotations=found), story.resolution, story.run, "weil")
    (stop,) = page.stops
    assert (stop.where, stop.when) == (place.name, "3 May 2021")
    assert [name for _, name in stop.company] == ["Ivo Brandt"]


def test_its_own_style_and_script_are_let_through_and_nothing_else():
    written = render(made(Story()))
    policy = re.search(r'content="(default-src[^"]*)"', written)[1]
    for tag in ("style", r"script[^>]*"):
        inside = re.search(rf"<{tag}>(.*?)</", written, re.S)[1]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in html.unescape(policy)


def test_what_another_tells_of_them_is_no_quotation():
    story = Story()
    before = made(story, "brandt")
    found = {
        key: replace(a, attributions=tuple(replace(x, channel="relayed") for x in a.attributions))
        for key, a in story.evidence.annotations.items()
    }
    told = replace(story.evidence, annotations=found)
    page = actor_page(told, story.resolution, story.run, "brandt")
    assert before.quoted == 1
    assert (page.quoted, page.origins) == (0, 0)
