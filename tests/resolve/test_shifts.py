"""Shifts of position as reporters tell them; what is only possible, denied or said by others is none."""

from __future__ import annotations

import pytest
from tests.resolve.made_statements import Story

from atstake.resolve.shifts import Shifts


def found(*lines):
    story = Story().document("a", *lines)
    evidence = story.evidence()
    return [(s.target.quote, s.actor) for s in Shifts()(evidence, story.resolution()).shifts]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ruiz reversed his position on the dam.", "ruiz"),
        ("Ruiz has since walked back his earlier remarks.", "ruiz"),
        ("Ruiz, who changed his story, left the room.", "ruiz"),
        ("Okafor backtracked on Monday.", "okafor"),
        ("Okafor, a lawyer, later reversed herself.", "okafor"),
        ("Ruiz welcomed the dam in May, but then withdrew his support for it.", "ruiz"),
        ("Ruiz confirmed the deal after initially denying any talks.", "ruiz"),
        ("Okafor initially denied the talks but later spoke of a meeting.", "okafor"),
        ("Days after ruling out talks, Ruiz met the union.", "ruiz"),
        ("Okafor climbed down on Monday.", "okafor"),
        ("Ruiz has rowed back on his earlier promise.", "ruiz"),
    ],
)
def test_told_as_so(text, actor):
    assert found(text, "Ferries ran late.") == [(text, actor)]


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz has not reversed his position on the dam.",
        "Ruiz would never have changed his mind.",
        "Nobody knew whether Ruiz changed his story.",
        "Okafor refused to have reversed her position.",
        "Ruiz reversed his car on the bridge.",
        "Ruiz dropped his phone in the harbour.",
        "Okafor initially denied the talks.",
        "Okafor initially denied the talks, but Ruiz later spoke of a meeting.",
        "The sea backtracked.",
        "Aldovia said that Ruiz spoke, and the engineers backtracked.",
    ],
)
def test_told_otherwise(text):
    assert found(text, "Ferries ran late.") == []


def test_what_others_say_of_somebody_is_none():
    line = ("Okafor said that Ruiz reversed his position on the dam.", "Okafor", "said", "says")
    assert found(line, "Ferries ran late.") == []


def test_once_a_sentence_with_the_words_that_say_so():
    story = Story().document("a", "Ruiz reversed course and changed his mind.", "Ferries ran late.")
    (shift,) = Shifts()(story.evidence(), story.resolution()).shifts
    assert shift.target.quote[shift.cue.start : shift.cue.end] == "reversed course"
    assert shift.origins == ("a",)


def test_what_a_speaker_does_by_saying_so():
    line = (
        "The dam may stay, Okafor said on Friday, softening her earlier refusal.",
        "Okafor",
        "said",
        "says",
    )
    assert found(line, "Ferries ran late.") == [(line[0], "okafor")]


def test_nobody_is_known_to_have_dropped_a_demand_where_nobody_speaks():
    assert found("The rain went on, dropping its earlier demands.", "Ferries ran late.") == []


def test_what_a_reporter_adds_behind_reported_words_is_the_speaker_s():
    text = "Ruiz said that the books were wrong, after initially insisting that they were right."
    assert found((text, "Ruiz", "said", "says"), "Ferries ran late.") == [(text, "ruiz")]
