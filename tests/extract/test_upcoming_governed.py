"""What the words over and beside a clause make of an event ahead, on sentences made for this."""

from __future__ import annotations

import pytest

from atstake.extract.parse import Parser
from atstake.extract.times import Times
from atstake.extract.upcoming import Ahead
from atstake.model.annotations import Annotations, Upcoming
from atstake.model.text import Document

TUESDAY = "2015-12-15"


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def ahead(parser: Parser, text: str) -> tuple[Upcoming, ...]:
    reading = parser(Document("d", text, published=TUESDAY))
    return Ahead()(reading, Times()(reading, Annotations("d"))).upcoming


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The envoy believes that the two sides will sign an accord in Oslo next week.", "tentative"),
        ("She still expects the two towns to sign an accord in Oslo on Friday.", "tentative"),
        ("Analysts predicted the council would vote on the dam on Friday.", "tentative"),
        ("The two ministers will meet in Oslo on Friday, we expect.", "scheduled"),
        ("The council expects to vote on the dam on Friday.", "scheduled"),
        ("She threatened that her party would leave the coalition on Friday.", "conditional"),
        (
            "If Brenia were to close the border, Weil predicted the council would vote on Friday.",
            "conditional",
        ),
        ("Were the bill put to a vote on Friday, it would pass.", "conditional"),
        ("Absent a deal, further cuts would take effect in January.", "conditional"),
        ("Without a deal the ferry crews will strike on Friday.", "conditional"),
        ("In case the talks are broken off, the ferry crews will strike on Friday.", "conditional"),
        ("The council looks set to vote on the dam on Friday.", "tentative"),
        ("The farmer hopes the council will vote on the dam on Friday.", "proposed"),
        ("The ministry dropped its plan to close the port in January.", "cancelled"),
        ("The council rejected a request to send out ballots in January.", "cancelled"),
        ("The plan to raise the ferry tolls in January came to a halt on Monday.", "cancelled"),
        ("If the ministry drops its plan to close the port in January, crews will cheer.", "conditional"),
    ],
)
def test_forecasts_threats_conditions_and_what_comes_to_nothing(parser: Parser, text: str, sure: str) -> None:
    assert {e.certainty for e in ahead(parser, text)} == {sure}


def test_or_else_makes_its_own_clause_conditional(parser: Parser) -> None:
    text = "The mayor will need ten votes on Friday or else the council will vote in January."
    (event,) = [e for e in ahead(parser, text) if e.latest == "2016-01-31"]
    assert event.certainty == "conditional"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor planned to meet the envoy last Friday.",
        "She won six towns on the coast, which were expected to go to the mayor.",
        "The judges could have agreed to hear the case this week.",
        "No talks are planned for Friday.",
        "No vote was scheduled to take place on Friday.",
        "The mayor was able to visit the dam in January after the talks.",
    ],
)
def test_what_was_ahead_once_is_none(parser: Parser, text: str) -> None:
    assert ahead(parser, text) == ()


def test_what_is_due_is_ahead_though_its_day_is_gone(parser: Parser) -> None:
    (event,) = ahead(parser, "The experts are supposed to brief the council in Oslo on November 17, 2015.")
    assert event.certainty == "scheduled"


def test_for_all_her_doubts_asks_for_nothing(parser: Parser) -> None:
    assert not ahead(parser, "So, for all her doubts, the speaker was calling the tune last Friday.")


def test_a_day_that_opens_a_deed_of_putting_on_a_date_is_that_of_the_deed(parser: Parser) -> None:
    text = "On Friday the council scheduled a vote to lend the harbour more money."
    assert all(e.latest is None for e in ahead(parser, text))


def test_no_decision_before_a_day_comes_on_that_day_at_the_earliest(parser: Parser) -> None:
    (event,) = ahead(parser, "No decision is expected before Friday.")
    assert (event.earliest, event.latest) == ("2015-12-18", None)
