import re
from dataclasses import replace

from atstake.brief.compose import compose
from atstake.publish import markdown, terminal
from hostile import hostile_brief
from made_story import Story


def brief():
    story = Story()
    return compose(story.evidence, story.resolution, story.run)


def test_each_quote_has_a_note_that_says_where_it_stands():
    text = markdown.render(brief())
    used, told = (
        set(re.findall(r"\[\^(\d+)\](?!:)", text)),
        set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)),
    )
    assert used == told
    assert len(used) > 10
    assert "- Denial, Government of Borland, 4 May 2021: “Borland has denied this.”[^" in text
    assert "The Daily Sample, 4 May 2021, credits Northwire, characters " in text


def test_words_that_hold_quotation_marks_stand_in_single_ones():
    assert "‘“The gates were never opened,” Mr Brandt told reporters.’" in markdown.render(brief())


def test_hostile_words_are_escaped():
    text = markdown.render(hostile_brief())
    assert not re.search(r"(?<!\\)<(?!https?://)", re.sub(r"\\<", "", text))
    assert not re.search(r"(?<!\\)\]\(\s*javascript", text)
    assert "\u202e" not in text and "\x00" not in text


def test_the_summary_fits_its_width_and_has_no_controls():
    for width in (40, 80):
        text = terminal.summary(hostile_brief(), width)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    lines = terminal.summary(brief(), 60).splitlines()
    assert max(map(len, lines)) <= 60
    assert lines[0] == "Talks on the Tess dam open"


def test_a_past_event_ahead_has_what_came_of_it_behind_it():
    story = Story()
    meeting, *others = story.resolution.ahead
    over = replace(meeting, afterwards=story.resolution.happenings[0].target)
    brief = compose(story.evidence, replace(story.resolution, ahead=(over, *others)), story.run)
    (line,) = [x for x in markdown.render(brief).splitlines() if x.startswith("- **5 May 2021**")]
    assert f"Since then: “{over.afterwards.quote}”" in line
