"""Events ahead, on sentences made for this: what is told, when, how certain, and what is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atstake.extract.parse import Parser
from atstake.extract.times import Times
from atstake.extract.upcoming import Ahead
from atstake.extract.upcoming.candidates import candidates
from atstake.extract.upcoming.certainty import certainty
from atstake.extract.upcoming.conditions import supposed
from atstake.extract.upcoming.when import when
from atstake.extract.upcoming.wording import sentence_words, wording
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
    (event,) = ahead(parser, "Officials said on Monday that inspectors would visit the site.")
    assert (event.earliest, event.latest) == (TUESDAY, None)


def test_what_is_to_be_done_at_once_begins_with_its_telling_a_law_does_not(parser: Parser) -> None:
    (event,) = ahead(parser, "The foreign minister will travel to Geneva to meet the envoy.")
    assert (event.earliest, event.latest) == (TUESDAY, None)
    (event,) = ahead(parser, "The government will impose sanctions on the bank, the minister said.")
    assert (event.earliest, event.latest) == (None, None)


def test_what_names_the_event_not_the_course_it_takes(parser: Parser) -> None:
    (event,) = ahead(parser, "Peace talks between the two sides are due to resume on Thursday.")
    assert event.what == "Peace talks between the two sides"


def test_what_does_not_end_at_a_hyphen(parser: Parser) -> None:
    (event,) = ahead(parser, "The minister will attend a high-level conference in Oslo on Friday.")
    assert event.what == "attend a high-level conference in Oslo"


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
    assert [(e.earliest, e.latest) for e in found if "governor" in e.what] == [(TUESDAY, first)]


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
        ("The minister said she would like to see talks with Holm start, starting in May.", "proposed"),
        ("The minister threatened to cancel the meeting on Friday in Oslo.", "tentative"),
        ("The minister is considering canceling the meeting on Friday in Oslo.", "tentative"),
        ("The minister said it would be better to cancel the meeting on Friday.", "tentative"),
        ("“We are hoping to see the minister on Friday in Oslo,” she said.", "proposed"),
        ("“I will not attend the meeting scheduled for Tuesday with Holm,” she said.", "cancelled"),
    ],
)
def test_wishes_and_callings_off(parser: Parser, text: str, certainty: str) -> None:
    assert [e.certainty for e in ahead(parser, text)] == [certainty]


def candidate_of(parser: Parser, text: str, word: str) -> tuple[tuple[str | None, str | None], str]:
    """The days and the certainty of the candidate whose own word is this, however unlikely it is an event."""
    reading = parser(Document("d", text, published=TUESDAY))
    times = Times()(reading, Annotations("d")).times
    found = [c for s in reading.sentences for c in candidates(reading, s)]
    (one,) = [c for c in found if reading.tokens[c.head].text == word]
    days = when(reading, one, times)
    return (days.first, days.last), certainty(reading, one, dated=days.dated)[0]


@pytest.mark.parametrize(
    ("text", "word", "days", "sure"),
    [
        ("The town has 60 days to review the plan.", "review", (TUESDAY, "2016-02-13"), "scheduled"),
        ("They asked the minister to report within a month.", "report", (TUESDAY, "2016-01-15"), "proposed"),
        ("The council will not vote until January.", "vote", ("2016-01-01", "2016-01-31"), "scheduled"),
        ("The council won't get to vote until May.", "get", ("2016-05-01", "2016-05-31"), "scheduled"),
        ("He will travel to Oslo as early as Friday.", "travel", ("2015-12-18", "2015-12-18"), "scheduled"),
        ("She said next month she will visit Oslo.", "visit", ("2016-01-01", "2016-01-31"), "scheduled"),
        ("Votes are not expected before January.", "expected", ("2016-01-01", None), "scheduled"),
        ("They are not due to return until Friday.", "return", ("2015-12-18", "2015-12-18"), "scheduled"),
        ("The judge will wait until January to rule.", "wait", ("2016-01-01", "2016-01-31"), "scheduled"),
        ("Envoys will meet in the coming weeks.", "meet", (TUESDAY, None), "scheduled"),
        ("A ruling could come any day.", "come", (TUESDAY, None), "tentative"),
        ("The trial will take two weeks.", "take", (TUESDAY, "2015-12-29"), "scheduled"),
        ("The dam will not open for two to three years.", "open", ("2017-12-15", "2018-12-15"), "scheduled"),
        (
            "The council postponed the hearing lined up for Friday.",
            "postponed",
            ("2015-12-18", "2015-12-18"),
            "cancelled",
        ),
        ("He is to brief them on Tuesday. She said no.", "brief", (TUESDAY, TUESDAY), "scheduled"),
        ("She is supposed to brief them on Friday.", "brief", ("2015-12-18", "2015-12-18"), "scheduled"),
        ("They are prepared to close the dam.", "close", (None, None), "conditional"),
        ("The court ordered them to close the dam.", "close", (None, None), "scheduled"),
        ("She said they were opening the border.", "opening", (None, None), "scheduled"),
        ("I am hopeful that she will open the border.", "open", (None, None), "proposed"),
        ("Farmers did better in this year's election.", "election", (None, None), "scheduled"),
        ("Farmers hope for this year's election.", "election", (TUESDAY, "2015-12-31"), "proposed"),
        ("Villagers fear the January 30 deadline.", "deadline", ("2016-01-30", "2016-01-30"), "scheduled"),
        ("Any agreement would ease the blockade.", "ease", (None, None), "conditional"),
        ("A second round will require their consent.", "require", (None, None), "conditional"),
        ("Should the mayor resign, his deputy would lead the town.", "lead", (None, None), "conditional"),
        ("The town must answer if the river rises.", "answer", (None, None), "conditional"),
        ("The farmers look forward to meeting the minister.", "look", (None, None), "proposed"),
        ("The farmers called for an investigation into the dam.", "investigation", (None, None), "proposed"),
        ("The farmers are willing to meet the minister.", "meet", (None, None), "proposed"),
        ("They introduced a bill that would ban the dams.", "ban", (None, None), "proposed"),
        ("A blockade would raise the price of bread.", "raise", (None, None), "conditional"),
        ("That would end the siege.", "end", (None, None), "conditional"),
        ("She said she would end the siege.", "end", (None, None), "scheduled"),
        ("She said she would build a bridge if elected.", "build", (None, None), "conditional"),
        ("Farmers did not know if she would visit the dam.", "visit", (None, None), "scheduled"),
        ("The mayor could be fined should she refuse.", "fined", (None, None), "conditional"),
        ("Otherwise the court will fine the mayor.", "fine", (None, None), "conditional"),
        ("The deputy takes over if the mayor resigns.", "resigns", (None, None), "conditional"),
        ("The council will not pay unless the river rises.", "pay", (None, None), "conditional"),
        ("The mayor is considering a visit to Oslo.", "considering", (None, None), "tentative"),
        ("Farmers are weighing whether to strike.", "strike", (None, None), "tentative"),
        ("The mayor is reportedly planning to visit Oslo.", "visit", (None, None), "tentative"),
        ("A meeting is likely this week.", "meeting", (TUESDAY, "2015-12-20"), "tentative"),
        ("She spoke of her hope that farmers will return.", "return", (None, None), "proposed"),
    ],
)
def test_days_and_certainty_of_a_candidate(
    parser: Parser, text: str, word: str, days: tuple[str | None, str | None], sure: str
) -> None:
    assert candidate_of(parser, text, word) == (days, sure)


def test_the_words_that_weigh_hide_names_and_numbers(parser: Parser) -> None:
    reading = parser(
        Document("d", "On Friday Angela Merkel will meet 40 farmers in Berlin.", published=TUESDAY)
    )
    sentence = reading.sentences[0]
    (one,) = [c for c in candidates(reading, sentence) if c.kind == "will"]
    words = sentence_words(reading, sentence) | wording(reading, one)
    assert {"s:<PERSON>", "s:meet", "s:farmer", "d:dobj:farmer", "dp:in:<GPE>", "2:will meet"} <= words
    assert not any(name in w for w in words for name in ("merkel", "Merkel", "berlin", "Berlin", "40"))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(("by", "on", "until", "before", "after", "within", "as early as", "not until", "in")),
    st.sampled_from(
        "Friday,next week,a month,January 30,three days,the end of the year,tomorrow,2017".split(",")
    ),
    st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 1)),
)
def test_an_interval_ahead_is_in_order_and_not_behind(
    parser: Parser, before: str, words: str, day: date
) -> None:
    negated = " not" if before.startswith("not") else ""
    text = f"The council will{negated} vote {before.removeprefix('not ')} {words}."
    reading = parser(Document("d", text, published=day.isoformat()))
    times = Times()(reading, Annotations("d")).times
    for one in candidates(reading, reading.sentences[0]):
        days = when(reading, one, times)
        first, last = days.first, days.last
        assert first is None or date.fromisoformat(first) >= day
        assert last is None or date.fromisoformat(last) >= (date.fromisoformat(first) if first else day)


def test_what_is_done_in_a_place_is_done_when_the_sentence_before_goes_there(parser: Parser) -> None:
    found = ahead(parser, "She will fly to Oslo on Friday. In Oslo, she will meet the mayor of Bergen.")
    assert [(e.earliest, e.latest) for e in found] == [("2015-12-18", "2015-12-18")] * 2


@pytest.mark.parametrize(
    ("text", "kind_only"),
    [
        ("She has a majority of lawmakers who would vote to end the strike.", True),
        ("He met the envoy, who would vote to end the strike.", False),
        ("He met lawmakers who will vote to end the strike.", False),
    ],
)
def test_people_of_a_kind_are_no_event(parser: Parser, text: str, kind_only: bool) -> None:
    reading = parser(Document("d", text, published=TUESDAY))
    found = [c for s in reading.sentences for c in candidates(reading, s)]
    (vote,) = [c for c in found if reading.tokens[c.head].text == "vote"]
    assert supposed(reading, vote) is kind_only
    told = Ahead()(reading, Annotations("d"))
    assert not (kind_only and [u for u in told.upcoming if u.what.startswith("vote")])


@pytest.mark.parametrize(
    ("text", "what", "first", "last"),
    [
        ("The two senators announced they would support the bill on Friday.", "support", None, None),
        ("The minister announced that she would resign on Friday.", "resign", "2015-12-18", "2015-12-18"),
        ("They will meet in Vienna and cut emissions by 2020.", "meet", TUESDAY, None),
        ("The state plans to cut emissions by 2020.", "cut", TUESDAY, "2020-12-31"),
        (
            "With a week to go until the vote on Dec. 22, the party is nervous.",
            "vote",
            "2015-12-22",
            "2015-12-22",
        ),
        ("They could have the final word after the 2020 census.", "have", None, None),
        ("The troops will leave after 2020.", "leave", "2021-01-01", None),
    ],
)
def test_a_day_of_the_telling_or_of_another_deed_is_not_the_events(
    parser: Parser, text: str, what: str, first: str | None, last: str | None
):
    (event,) = ahead(parser, text)
    assert event.what.startswith(what)
    assert (event.earliest, event.latest) == (first, last)


def test_a_month_long_ahead_is_the_last_one_where_the_sentence_is_of_the_past(parser: Parser):
    told = "A special session to address gun control in July was shut down by the party."
    assert not any(e.latest for e in ahead(parser, told))
    (event,) = ahead(parser, "The session in July will be shut to the public.")
    assert event.earliest == "2016-07-01"


@pytest.mark.parametrize(
    "text",
    [
        "It was then that officials decided to hold conventions later in the month, when all were home.",
        "The next week, the party barnstormed in Arden, as it got ready to hold its convention.",
    ],
)
def test_what_was_ahead_of_something_past_is_not_ahead(parser: Parser, text: str):
    assert not any(e.latest for e in ahead(parser, text))


def test_what_comes_only_in_a_couple_of_weeks_is_not_called_off(parser: Parser):
    (event,) = ahead(parser, "The test of the website probably won't come for another couple of weeks.")
    assert event.certainty != "cancelled"


def test_a_year_that_says_which_is_not_when(parser: Parser):
    assert not any(
        e.latest for e in ahead(parser, "The race will be the 2015 contest that is watched by most analysts.")
    )


@pytest.mark.parametrize(
    "text",
    [
        "A hearing on the dam, set for Wednesday, has been moved to Friday at the request of the ministry.",
        "A hearing on the dam, scheduled for Wednesday, has been postponed to Friday, the judge said.",
        "The spokeswoman said the hearing planned for Wednesday had been put back to Friday.",
    ],
)
def test_what_is_moved_takes_place_on_the_new_day(parser: Parser, text: str):
    (event,) = ahead(parser, text)
    assert (event.earliest, event.latest, event.certainty) == ("2015-12-18", "2015-12-18", "scheduled")


def test_what_could_be_moved_is_not(parser: Parser):
    events = ahead(parser, "The hearing set for Wednesday could be moved to Friday.")
    assert not [e for e in events if e.certainty == "scheduled" and e.earliest == "2015-12-18"]


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday night, after a tense meeting that demonstrated there could be a walkout if the strike"
        " dragged on, both quietly agreed that it was time to go.",
        "There was significant attention on the first states to begin reopening in late April and early May,"
        " but the strike has taken a back seat.",
    ],
)
def test_a_day_of_what_was_is_not_ahead(parser: Parser, text: str):
    assert not any(e.latest for e in ahead(parser, text, "2015-06-22"))


@pytest.mark.parametrize(
    "text",
    [
        "The two states had agreed Tuesday to hold further talks on the dam.",
        "The ministers have agreed today to hold further talks on the dam.",
    ],
)
def test_the_day_of_an_agreement_is_not_that_of_what_was_agreed(parser: Parser, text: str):
    assert not any(e.latest for e in ahead(parser, text))
