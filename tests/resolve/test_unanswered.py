"""Accusations that stay open, and those that do not."""

from __future__ import annotations

from tests.resolve.made_statements import Story

from atstake.resolve.disputes import Disputes
from atstake.resolve.gaps import Gaps

ACCUSED = ("Ruiz accused Brenia of poisoning the wells of the town.", "Ruiz", "accused", "accuses")
SILENT = "Brenia did not respond to a request for comment."
DENIED = ("Brenia denied the accusation.", "Brenia", "denied", "denies")


def unanswered(story: Story) -> list[tuple[str, str | None]]:
    found = Gaps()(story.evidence(), Disputes()(story.evidence(), story.resolution())).gaps
    return [(g.target.quote, g.subject) for g in found if g.kind == "no-reply"]


def test_what_the_reporter_says_is_unanswered_is_open_although_another_charge_was_denied():
    other = ("Aldovia accused Brenia of shelling the town.", "Aldovia", "accused", "accuses")
    story = Story().document("a", other, DENIED, date="2020-03-01")
    assert unanswered(story.document("b", ACCUSED, SILENT)) == [(ACCUSED[0], "government-brenia")]


def test_what_was_denied_later_is_not_open():
    denial = ("Brenia denied poisoning the wells of the town.", "Brenia", "denied", "denies")
    story = Story().document("a", ACCUSED, SILENT, date="2020-03-01")
    assert not unanswered(story.document("b", denial, date="2020-03-04"))


def test_of_several_who_are_named_the_accused_stands_before_of():
    line = ("Ruiz accused Brenia of helping Corland to poison the wells.", "Ruiz", "accused", "accuses")
    assert unanswered(Story().document("a", line, "Ferries ran late.")) == [(line[0], "government-brenia")]


def test_a_group_without_a_name_may_go_unanswered():
    line = ("Farmers accused Brenia of poisoning the wells.", "Farmers", "accused", "accuses")
    assert unanswered(Story().document("a", line, SILENT)) == [(line[0], "government-brenia")]
    assert not unanswered(Story().document("a", line, "Ferries ran late."))
