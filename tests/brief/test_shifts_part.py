"""Shifts of position on the page: whose, who reports it, the whole sentence."""

from dataclasses import replace

from atstake.brief.check import check
from atstake.brief.compose import compose
from atstake.model.claims import Shift
from atstake.model.text import Span
from atstake.publish import docx, html, markdown, terminal
from made_story import Story


def made(document, words, cue, actor="brandt", clip=280):
    story = Story()
    target = story.t(document, words)
    at = target.start + words.index(cue)
    shift = Shift("sh-1", target, Span(at, at + len(cue)), actor, ("o-1",))
    brief = compose(story.evidence, replace(story.resolution, shifts=(shift,)), story.run, clip=clip)
    return brief, story


SAID = "“The gates were never opened,” Mr Brandt told reporters."


def test_a_shift_names_whose_it_is_and_who_tells_of_it():
    brief, story = made("other-1", SAID, "told reporters")
    (turn,) = brief.shifts
    assert (turn.actor, turn.name) == ("brandt", "Ivo Brandt")
    assert turn.reporter == story.documents["other-1"].publisher
    assert check(brief, story.documents)


def test_it_stands_in_every_form():
    brief, _ = made("other-1", SAID, "told reporters")
    told = f"as told by {brief.shifts.items[0].reporter}"
    assert f"Ivo Brandt, {told}" in markdown.render(brief).replace("\\", "")
    page = html.render(brief)
    assert 'id="shifts"' in page and "as told by <bdi>" in page
    assert "shifts of position 1" in " ".join(terminal.summary(brief).split())
    assert docx.render(brief)


def test_nobody_is_named_whom_the_sentence_does_not_name():
    brief, _ = made("wire-1", "The talks follow a week of floods.", "follow", actor="marr")
    assert [t.name for t in brief.shifts] == [""]
    assert f"- As told by {brief.shifts.items[0].reporter}" in markdown.render(brief)


def test_a_shift_whose_words_are_cut_off_is_not_shown():
    assert not made("other-1", SAID, "told reporters", clip=30)[0].shifts


def test_a_shift_from_what_another_sentence_tells_is_not_shown():
    assert not made("wire-1", "Borland has denied this.", "denied this", actor="borland")[0].shifts
    assert made("wire-1", "Borland has denied this.", "denied", actor="borland")[0].shifts


def test_a_page_without_shifts_has_no_such_part():
    story = Story()
    brief = compose(story.evidence, replace(story.resolution, shifts=()), story.run)
    assert not brief.shifts and "Shifts of position" not in markdown.render(brief)
