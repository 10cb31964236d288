"""What something will bring or be like is no event; and days that a clause names beside the event's."""

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


def days(parser: Parser, text: str) -> list[tuple[str | None, str | None]]:
    return [(e.earliest, e.latest) for e in ahead(parser, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The tax bill is expected to add 1.5 trillion crowns to the debt over the next decade.",
        "The dam is set to cost the town two millions next year.",
        "The next few days will be critical for the port.",
        "Turnout is expected to be higher next year.",
        "It was a move that will free up two millions for the port next week.",
        "The ferry workers would also be hurt by the duties next month.",
        "The storm could trigger new landslides on Friday.",
        "Weil is expected to triumph next week.",
        "The rules mean that Weil and Brandt will end up with ten seats each next week.",
        "Half of them said it would take until 2019 to mend the dam.",
    ],
)
def test_what_something_will_bring_or_be_like_is_no_event(parser: Parser, text: str) -> None:
    assert not ahead(parser, text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry will give the council its answer on Friday.",
        "The minister will appeal the ruling on Friday.",
        "The ministry told the mayor it would allow inspectors to visit the dam on Friday.",
        "The port will be open again on Friday.",
        "The duties will take effect on Friday.",
        "The governor will free the two prisoners on Friday.",
    ],
)
def test_somebodys_deed_and_what_begins_is_one(parser: Parser, text: str) -> None:
    assert days(parser, text) == [("2015-12-18", "2015-12-18")]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The council will meet in the next week.", ("2015-12-15", "2015-12-22")),
        ("The council will meet next week.", ("2015-12-21", "2015-12-27")),
        ("The council will close two schools over the next decade.", ("2015-12-15", "2025-12-15")),
        ("The council hopes to vote before the end of the year.", ("2015-12-15", "2015-12-31")),
        ("The council will wait until next year to vote on the dam.", ("2016-01-01", "2016-12-31")),
        ("The council will postpone the vote until next month.", ("2016-01-01", "2016-01-31")),
    ],
)
def test_stretches_that_begin_now_and_ends(
    parser: Parser, text: str, when: tuple[str | None, str | None]
) -> None:
    assert days(parser, text) == [when]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said this month the port could close the quay.",
        "The council wants to hold talks on the dam beyond the 2016 elections.",
        "The ferry crews will turn to Friday's accord when they meet.",
        "Ships take two weeks to reach the port.",
        "Weil will hold an early meeting in Halden, her first talks on the dam this winter.",
        "The council will vote in Halden, where they dance on Fat Tuesday.",
    ],
)
def test_a_day_of_the_saying_an_occasion_or_a_rule_dates_nothing(parser: Parser, text: str) -> None:
    assert all(last is None for _, last in days(parser, text))


def test_what_is_only_likely_is_tentative(parser: Parser) -> None:
    (event,) = ahead(parser, "In all likelihood, the council will vote on the dam on Friday.")
    assert event.certainty == "tentative"
