"""The speech act of a cue in its context, polarity and hedging."""

import pytest

from atstake.extract.attributions.acts import act_of, is_hedged, is_negated
from atstake.extract.attributions.content_acts import polarity
from atstake.facts.cues import verb_forms


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "it will rain", "says"),
        ("", "it will rain", "says"),
        (":", "talks will go on", "says"),
        ("according to", "the dam has burst", "says"),
        ("denied", "having sent the boats", "denies"),
        ("did not deny", "having sent the boats", "other"),
        ("denial", "of the raid", "denies"),
        ("denied", "the prisoners a trial", "other"),
        ("was denied", "a seat at the table", "other"),
        ("denial", "of a visa", "other"),
        ("denied", "his request for a visa", "rejects"),
        ("said", "the prince believes the reports are a hoax", "says"),
        ("said", "the reports are a hoax", "denies"),
        ("pleaded not guilty to", "the charge", "denies"),
        ("has pleaded", "not guilty to all charges", "denies"),
        ("pleaded", "guilty to one charge", "confirms"),
        ("rejected", "claims that its boats had fired", "denies"),
        ("dismissed", "the report as propaganda", "denies"),
        ("rejected", "the demand for a new vote", "rejects"),
        ("rejection of", "the plan", "rejects"),
        ("ruled out", "talks before spring", "rejects"),
        ("has not accepted", "the plan", "rejects"),
        ("does not support", "the plan", "rejects"),
        ("refused", "to hand over the files", "rejects"),
        ("declined", "to comment", "other"),
        ("refused to confirm", "the report", "other"),
        ("accused", "its neighbour of theft", "accuses"),
        ("went on to accuse", "its neighbour", "accuses"),
        ("accusations", "that the river was dammed", "accuses"),
        ("called for", "an inquiry", "demands"),
        ("called", "the plan a good one", "says"),
        ("asked for", "more boats", "demands"),
        ("asked", "whether the dam would hold", "other"),
        ("was asked about", "the dam", "other"),
        ("wants", "the governor to go", "demands"),
        ("vowed", "to rebuild the dam", "promises"),
        ("threatened", "to close the river", "threatens"),
        ("warned", "of serious consequences", "threatens"),
        ("warned", "the islanders not to sail", "demands"),
        ("suggested", "holding talks in spring", "proposes"),
        ("suggested", "it was a mistake", "says"),
        ("acknowledged", "that the dam was weak", "confirms"),
        ("expressed doubt", "that the dam would hold", "doubts"),
        ("doesn’t believe", "the report", "doubts"),
        ("welcomed", "the ruling", "praises"),
        ("voiced support for", "the plan", "agrees"),
        ("never said", "the dam was safe", "denies"),
        ("said", "“That is a lie.”", "denies"),
        ("said", "the claims are completely false", "denies"),
        ("said", "“We categorically reject the plan”", "rejects"),
        ("said", "the governor must go", "demands"),
        ("said", "“The dam held. Those who doubted it must answer.”", "says"),
        ("per", "the harbour master", "says"),
        ("reportedly", "the dam has burst", "says"),
        ("with a dry", "“That was that.”", "says"),
        ("with a shrug over", "the dam", "other"),
        ("called Sunday on", "the islanders to leave", "demands"),
        ("said", "she would not comment before the vote", "other"),
        ("rejected", "the notion of sharing the river", "rejects"),
        ("dismissed", "the notion that the river was shared", "denies"),
        ("lamented", "the loss of the boats", "other"),
    ],
)
def test_act(cue: str, content: str, act: str) -> None:
    assert act_of(cue, content) == act


def test_negation() -> None:
    assert is_negated("did not say")
    assert not is_negated("said")
    assert polarity("that the dam would not hold") == "negative"
    assert polarity("they prefer building a dam over not building one") == "positive"
    assert polarity("the dam would hold because nobody touched it") == "positive"


def test_hedges() -> None:
    assert is_hedged("suggested", "the dam broke")
    assert is_hedged("said", "the dam may have broken")
    assert not is_hedged("said", "the dam broke")
    assert not is_hedged("said", "the dam broke because the rain may have lasted")
    assert not is_hedged("asked", "whether the dam could hold")


def test_verb_forms() -> None:
    assert verb_forms("deny") == ("deny", "denies", "denying", "denied")
    assert verb_forms("admit")[2:] == ("admitting", "admitted")
    assert verb_forms("write") == ("write", "writes", "writing", "wrote", "written")
