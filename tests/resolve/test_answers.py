from __future__ import annotations

import pytest
from tests.resolve.made_statements import Story

from atstake.model.annotations import Act
from atstake.resolve.answers import Answer, answer
from atstake.resolve.pairs import Context
from atstake.resolve.units import units


def answering(text: str, source: str, cue: str, act: Act) -> Answer:
    story = Story().document("a", (text, source, cue, act))
    return answer(next(u for u in units(story.evidence(), story.resolution()) if u.attribution))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Brenia did not say whether it had refused the offer of Corland.", "did not say"),
        ("Brenia never disclosed who rejected the plan of the two towns.", "disclosed"),
    ],
)
def test_what_is_not_said_may_still_be_told(text: str, cue: str) -> None:
    """The silence itself refuses nothing; what it is about may."""
    assert "refusal" in answering(text, "Brenia", cue, "other").kinds


def test_silence_is_no_refusal() -> None:
    assert not answering(
        "Brenia didn’t indicate what the price was.", "Brenia", "didn’t indicate", "other"
    ).strong


@pytest.mark.parametrize(
    "thing",
    ["the prisoners access to a doctor", "their visa", "him bail", "the party a seat", "her another term"],
)
def test_to_deny_somebody_a_thing_is_no_denial(thing: str) -> None:
    assert "denial" not in answering(f"Brenia denied {thing}.", "Brenia", "denied", "denies").kinds


def test_a_request_that_is_denied_is_turned_down_and_not_said_to_be_untrue() -> None:
    kinds = answering("Brenia denied his request for a visa.", "Brenia", "denied", "rejects").kinds
    assert "refusal" in kinds
    assert "denial" not in kinds


def test_what_somebody_is_said_to_hold_is_no_denial_of_who_says_so() -> None:
    told = "Brenia said Corland believes the floods are a hoax."
    assert not answering(told, "Brenia", "said", "says").strong
    told = "Brenia said it believes the floods are a hoax."
    assert answering(told, "Brenia", "said", "says").strong


def test_to_deny_a_claim_is_one() -> None:
    assert "denial" in answering("Brenia denied shelling the town.", "Brenia", "denied", "denies").kinds


@pytest.mark.parametrize(
    ("text", "cue", "act"),
    [
        ("Brenia did not dispute the claim.", "did not dispute", "says"),
        ("Brenia has played down the raid but not denied it.", "not denied", "denies"),
        ("Brenia would not rule out talks.", "would not rule out", "rejects"),
    ],
)
def test_what_is_not_denied_is_no_denial(text: str, cue: str, act: Act) -> None:
    assert not answering(text, "Brenia", cue, act).strong


@pytest.mark.parametrize(("told", "points"), [("this", True), ("that a dam is no answer", False)])
def test_that_which_opens_what_is_said_points_at_nothing(told: str, points: bool) -> None:
    assert answering(f"Brenia said {told}.", "Brenia", "said", "says").pointing is points


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("“Brenia denied any knowledge of the raid,” Okafor said.", "said"),
        ("Okafor recalled Brenia’s denial of the raid.", "recalled"),
    ],
)
def test_who_tells_of_a_denial_does_not_deny(line: str, cue: str) -> None:
    story = Story().document("a", (line, "Okafor", cue, "says"))
    found = Context(units(story.evidence(), story.resolution()))
    strong = {u.speaker: found.answer(i).strong for i, u in enumerate(found.units) if u.of is None}
    assert strong == {"okafor": False, "government-brenia": True}


def test_who_speaks_for_a_party_denies_with_it() -> None:
    line = (
        "Brenia said it denied any knowledge of the raid, as Brenia denied the last.",
        "Brenia",
        "said",
        "says",
    )
    story = Story().document("a", line)
    found = Context(units(story.evidence(), story.resolution()))
    assert all(found.answer(i).strong for i, u in enumerate(found.units) if u.attribution)


@pytest.mark.parametrize(
    ("line", "cue", "turns"),
    [
        ("Brenia and the two towns of Corland do not agree on the price of salt.", "do not agree", False),
        ("Brenia says the two towns do not agree on the price of salt.", "do not agree", False),
        ("Brenia and Corland disagree with the offer.", "disagree", True),
    ],
)
def test_two_who_differ_between_themselves_turn_nothing_down(line: str, cue: str, turns: bool) -> None:
    assert answering(line, "Brenia", cue, "rejects").strong is turns
