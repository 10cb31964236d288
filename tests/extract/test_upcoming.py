"""Events ahead, on sentences made for this: what is told, when, how certain, and what is none."""

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


def ahead(parser: Parser, text: str, published: str | None = TUESDAY) -> tuple[Upcoming, ...]:
    reading = parser(Document("d", text, published=published))
    found = Times()(reading, Annotations("d"))
    events = Ahead()(reading, found).upcoming
    for event in events:
        assert [text[s.start : s.end] for s in event.target.spans] == list(event.target.quotes)
        assert event.what in text
        assert event.cue is None or event.target.whole.overlaps(event.cue) or event.cue.end <= len(text)
    return events


@pytest.mark.parametrize(
    ("text", "first", "last", "certainty"),
    [
        ("The foreign minister will travel to Geneva on Thursday.", "2015-12-17", "2015-12-17", "scheduled"),
        ("The two ministers are due to meet in Vienna next week.", "2015-12-21", "2015-12-27", "scheduled"),
        ("Ministers plan to hold new talks later this week.", "2015-12-15", "2015-12-20", "scheduled"),
        ("The parliament could vote on the bill on Friday.", "2015-12-18", "2015-12-18", "tentative"),
        (
            "The talks are tentatively scheduled for January next year.",
            "2016-01-01",
            "2016-01-31",
            "tentative",
        ),
        (
            "The envoy will visit Ankara on Friday if a truce holds.",
            "2015-12-18",
            "2015-12-18",
            "conditional",
        ),
        ("The opposition called for an urgent meeting of the council.", TUESDAY, None, "proposed"),
        ("The president has cancelled his trip to Paris.", None, None, "cancelled"),
        (
            "The minister said she will not attend the conference on Friday.",
            "2015-12-18",
            "2015-12-18",
            "cancelled",
        ),
        ("France must deliver the report by Friday, the court said.", TUESDAY, "2015-12-18", "proposed"),
    ],
)
def test_day_and_certainty(parser: Parser, text: str, first: str, last: str | None, certainty: str) -> None:
    (event,) = ahead(parser, text)
    assert (event.earliest, event.latest, event.certainty) == (first, last, certainty)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Vienna on Monday.",
        "The army said on Tuesday that it had taken the town.",
        "It will be a great thing for all of us.",
        "Prices have been rising for years.",
        "He suspended his account.",
    ],
)
def test_what_is_no_event_ahead(parser: Parser, text: str) -> None:
    assert ahead(parser, text) == ()


def test_the_day_on_which_it_was_said_is_not_its_day(parser: Parser) -> None:
    (event,) = ahead(parser, "Officials said on Tuesday that inspectors would visit the site.")
    assert (event.earliest, event.latest) == (None, None)


def test_what_names_the_event_not_the_course_it_takes(parser: Parser) -> None:
    (event,) = ahead(parser, "Peace talks between the two sides are due to resume on Thursday.")
    assert event.what == "Peace talks between the two sides"


def test_without_a_date_of_publication_nothing_is_ahead(parser: Parser) -> None:
    assert ahead(parser, "The ministers will meet on Thursday.", None) == ()


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("The envoy is holding talks with the mayor.", TUESDAY),
        ("The envoy held talks with the mayor last week.", None),
    ],
)
def test_also_due_is_the_same_day_as_what_is_under_way(
    parser: Parser, before: str, first: str | None
) -> None:
    found = ahead(parser, f"{before} He is also scheduled to meet the governor.")
    assert [(e.earliest, e.latest) for e in found if "governor" in e.what] == [(first, first)]


def test_a_sentence_may_tell_two_events_each_in_its_own_clause(parser: Parser) -> None:
    text = "The minister will travel to Oslo on Thursday and the president will meet her in Bergen on Friday."
    first, second = ahead(parser, text)
    assert (first.earliest, second.earliest) == ("2015-12-17", "2015-12-18")
    assert not first.target.whole.overlaps(second.target.whole)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The envoy said he was hopeful that the ministers will meet in Oslo on Friday.", "proposed"),
        ("The government has asked parliament to postpone the vote on Friday.", "cancelled"),
        ("The minister has pulled out of the talks scheduled for Friday in Oslo.", "cancelled"),
    ],
)
def test_wishes_and_callings_off(parser: Parser, text: str, certainty: str) -> None:
    assert [e.certainty for e in ahead(parser, text)] == [certainty]
