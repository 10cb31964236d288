"""Favours denied and claims denied; all texts are invented."""

import pytest

from atstake.facts.withheld import is_recipient, withheld


@pytest.mark.parametrize(
    "after",
    [
        "a seat to the party of the coast",
        "the visa that he had applied for",
        "the opposition leader entry",
        "asylum seekers entry at the border",
        "her a new trial",
        "us a seat at the table",
        "Holm a say in it",
        "Ada Holm an audience",
        "loans to more than 300 farmers",
        "40 requests",
        "benefits to widows.",
        "justice",
    ],
)
def test_a_favour_is_withheld(after):
    assert withheld(f" {after}") == "favour"


@pytest.mark.parametrize("after", ["his request for a visa", "a motion to dismiss the case", "her appeal"])
def test_what_was_asked_for_is_turned_down(after):
    assert withheld(f" {after}") == "request"


@pytest.mark.parametrize(
    "after",
    [
        "that he had a visa",
        "he was granted bail",
        "seeking a visa",
        "ever having asked for a seat",
        "the allegations",
        "any wrongdoing",
        "it",
        "them in a statement",
        "her claims",
        "her role in the visa scandal",
        "a visa had been promised",
        "reports of visa fraud",
        "the call took place",
        "any request for money was made",
        "the charges and a request for bail",
        "knowledge of any loan",
        "a link between the jobs and the loan",
        "a security breach",
    ],
)
def test_a_claim_is_not(after):
    assert withheld(f" {after}") is None


def test_who_was_denied_a_favour_says_nothing():
    assert is_recipient("was denied", "the visa that he had applied for")
    assert not is_recipient("denied", "the visa")
    assert not is_recipient("was denied", "by the ministry")
