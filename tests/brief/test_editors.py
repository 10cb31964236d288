from dataclasses import replace

from atstake.brief.compose import compose
from atstake.model.brief import Prose
from atstake.model.provenance import Judgement
from made_story import Story


def made(*judgements):
    story = Story()
    return compose(replace(story.evidence, judgements=judgements), story.resolution, story.run), story


def test_title_and_standfirst_are_the_editors():
    brief, _ = made(
        Judgement(
            "j-1", "relabel", "title", value="The dam between two states", by="N.N.", at="2021-05-06T10:00:00"
        ),
        Judgement("j-2", "relabel", "standfirst", value="Two states, one river.", at="2021-05-06T10:00:00"),
    )
    assert brief.title.parts == (Prose("The dam between two states"),)
    assert brief.standfirst[0] == "Two states, one river"


def test_a_hidden_line_is_gone_everywhere_and_an_undo_brings_it_back():
    story = Story()
    target = story.t("wire-1", "The talks follow a week of floods.")
    hide = Judgement("j-1", "hide", "line", (target,), at="2021-05-06T10:00:00")
    undo = Judgement("j-2", "undo", "line", at="2021-05-07T10:00:00", undoes="j-1")
    assert not made(hide)[0].why_now
    assert made(hide, undo)[0].why_now


def test_a_pinned_line_leads_and_a_confirmation_is_shown_as_the_editors():
    story = Story()
    target = story.t("wire-1", "The talks follow a week of floods.")
    brief, _ = made(
        Judgement("j-1", "pin", "line", (target,), by="N.N.", at="2021-05-06T10:00:00"),
        Judgement("j-2", "confirm", "line", (target,), by="N.N.", at="2021-05-07T10:00:00"),
    )
    first = brief.key_points.items[0]
    assert first.quotes[0].target == target
    assert first.editor == "Chosen by N.N., 6 May 2021; Confirmed by N.N., 7 May 2021"
