"""Whose a judgement is that stands in somebody's words; all texts are invented."""

import pytest

from atstake.facts.held import holder, is_held_by_another


def at(words: str) -> tuple[str, int]:
    return words.replace("^", ""), words.index("^")


@pytest.mark.parametrize(
    "words",
    [
        "The prince believes the flood warnings are a ^hoax",
        "that Holm considers the inquiry a ^hoax",
        "Holm has repeatedly called the reports ^baseless",
        "The prince told the council that it was a ^lie",
        "Mr. Holm thinks it is a ^hoax",
    ],
)
def test_what_another_is_said_to_think_is_the_others(words):
    assert is_held_by_another(*at(words))


@pytest.mark.parametrize(
    "words",
    [
        "This is a ^lie",
        "We think the report is ^false",
        "I believe that Holm's report is ^false",
        "What the prince says is a ^lie",
        "The claim that the prince believes in it is ^false",
        "Anyone who says we stole it is telling a ^lie",
        "The reports that Holm says he read are ^false",
        "The allegations are ^false, and the prince believes so",
        "The story told by the paper is a ^lie",
        "The paper’s claims are ^false",
        "Norden Lens’ claims are ^false",
        "The so-called report is a ^hoax",
        "Any suggestion that the prince thought so is ^absurd",
        "The prince believes it. The report is ^false",
    ],
)
def test_what_somebody_says_of_a_saying_is_their_own(words):
    assert not is_held_by_another(*at(words))


def test_a_pronoun_may_be_who_speaks():
    words, here = at("that he considers the report ^false")
    assert not is_held_by_another(words, here)
    found = holder(words, here)
    assert found is not None
    assert words[slice(*found)] == "he"
