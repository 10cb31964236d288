"""Time expressions: values, intervals and directions on sentences made for this."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atstake.extract.parse import Parser
from atstake.extract.times import Times
from atstake.extract.times.reader import read
from atstake.model.annotations import Annotations, TimeExpression
from atstake.model.text import Document

TUESDAY = "2015-12-15"


def found(text: str, published: str | None = TUESDAY, toward: int = 0) -> list[tuple[str, str, str]]:
    """Words, value and mod of each expression."""
    day = date.fromisoformat(published) if published else None
    return [(text[s:e], m.value, m.mod) for s, e, m, _ in read(text, day, lambda _: toward)]


def only(text: str, published: str | None = TUESDAY, toward: int = 0) -> tuple[str, str]:
    """Words and value of the one expression."""
    ((words, value, _),) = found(text, published, toward)
    return words, value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Talks opened on 15 December 2015.", "15 December 2015", "2015-12-15"),
        ("They parted on Aug. 7, 1998, in anger.", "Aug. 7, 1998", "1998-08-07"),
        ("It fell on the 2nd of March 2014.", "2nd of March 2014", "2014-03-02"),
        ("Nothing since September 2014.", "September 2014", "2014-09"),
        ("The plant shut in 1996.", "1996", "1996"),
        ("Growth of the 1970s", "the 1970s", "197"),
        ("He spoke at 10:00 Moscow time.", "10:00 Moscow time", "2015-12-15T10:00"),
        ("A vote at 9 a.m. Wednesday is planned.", "9 a.m. Wednesday", "2015-12-09T09:00"),
        ("They met last week.", "last week", "2015-W50"),
        ("They meet next week.", "next week", "2015-W52"),
        ("Polls open in January next year.", "January next year", "2016-01"),
        ("It was sold two years ago.", "two years ago", "2013"),
        ("He left 11 days ago.", "11 days ago", "2015-12-04"),
        ("for the past six months", "the past six months", "P6M"),
        ("It lasted more than four hours.", "more than four hours", "PT4H"),
        ("a two-day visit", "two-day", "P2D"),
        ("every Thursday", "every Thursday", "XXXX-WXX-4"),
        ("in the third quarter of 2018", "the third quarter of 2018", "2018-Q3"),
        ("ahead of Easter Sunday 2016", "Easter Sunday 2016", "2016-03-27"),
        ("He was tired of the 11th century.", "the 11th century", "10"),
        ("The law of nineteen ninety-six", "nineteen ninety-six", "1996"),
        ("It burned in May nineteen ninety-six.", "May nineteen ninety-six", "1996-05"),
        ("They fell through the nineties.", "the nineties", "199"),
        ("an hour later", "an hour later", "PT1H"),
        ("a decades-long quarrel", "decades-long", "PXE"),
        ("a week-long strike", "week-long", "P1W"),
        ("It will one day be theirs.", "one day", "FUTURE_REF"),
        ("as in past years", "past years", "PAST_REF"),
        ("a recent ruling", "recent", "PAST_REF"),
        ("He spoke for a minute and a half.", "a minute", "PT1M30S"),
        ("by year's end", "year's end", "2015"),
        ("by year-end", "year-end", "2015-12-31"),
        ("It is up 3% since year-end.", "year-end", "2014-12-31"),
        ("Polls close on Election Day 2016.", "Election Day 2016", "2016-11-08"),
        ("Shops shut in Christmas week.", "Christmas week", "2015-W52"),
        ("in the weeks ahead", "the weeks ahead", "PXW"),
    ],
)
def test_values(text: str, words: str, value: str) -> None:
    assert (words, value) in [(w, v) for w, v, _ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "He paid $1998 for it.",
        "A 48-year-old man",
        "They won 3:2 at home.",
        "some 2000 protesters",
        "a second attempt",
        "one of three-quarters",
        "Feb. 30 does not exist",
        "a six-year-old boy",
        "the long-term plan",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert [v for _, v, _ in found(text) if v != "2015-02"] == []


def test_next_is_in_the_next_week_and_last_is_the_one_before() -> None:
    assert only("next Wednesday")[1] == "2015-12-23"
    assert only("last Friday")[1] == "2015-12-11"
    assert only("last Tuesday")[1] == "2015-12-08"


@pytest.mark.parametrize(("toward", "value"), [(1, "2015-12-18"), (-1, "2015-12-11"), (0, "2015-12-11")])
def test_a_bare_weekday_goes_where_its_verb_points(toward: int, value: str) -> None:
    assert only("Friday", toward=toward)[1] == value


def test_the_day_of_publication_is_meant_by_its_own_weekday() -> None:
    assert only("Tuesday", toward=1)[1] == only("Tuesday", toward=-1)[1] == TUESDAY


def test_the_narrative_gives_the_day_for_what_follows() -> None:
    values = [
        v for _, v, _ in found("On March 3, 2014, he left. Two days later he was back. The next morning")
    ]
    assert values == ["2014-03-03", "2014-03-05", "2014-03-06TMO"]


def test_year_ago_figures_are_of_the_same_quarter() -> None:
    text = "Profit rose in the third quarter of 2015 from a year earlier. A year ago it had fallen."
    assert [v for _, v, _ in found(text)] == ["2015-Q3", "2014-Q3", "2014-Q3"]


def test_the_same_period_last_year_is_that_years_quarter() -> None:
    text = "Profit rose in the third quarter of 2015 from the same period last year."
    assert [v for _, v, _ in found(text)] == ["2015-Q3", "2014-Q3"]
    text = "Profit rose in the third quarter of 2015 and beat last year's quarter."
    assert [v for _, v, _ in found(text)] == ["2015-Q3", "2014-Q3"]


def test_this_week_told_at_a_weekend_of_what_is_to_come_is_the_next() -> None:
    sunday = date(2015, 12, 13)
    assert [m.value for *_, m, _ in read("this week", sunday, lambda _: 1)] == ["2015-W51"]
    assert [m.value for *_, m, _ in read("this week", sunday, lambda _: -1)] == ["2015-W50"]


def test_in_so_long_counts_from_the_day_on_which_it_was_said() -> None:
    told = "On Monday she said it would open in two weeks."
    days = [(m.first, m.last) for *_, m, _ in read(told, date(2015, 12, 15), lambda at: 1 if at > 9 else -1)]
    assert days[1] == (date(2015, 12, 28), date(2015, 12, 28))
    apart = [
        m.first
        for *_, m, _ in read(
            "She left on Monday. It opens in two weeks.", date(2015, 12, 15), lambda at: 1 if at > 19 else -1
        )
    ]
    assert apart[1] == date(2015, 12, 29)


def test_the_next_48_hours_end_on_the_day_after_next() -> None:
    ((_, _, meaning, _),) = read("in the next 48 hours", date(2015, 12, 15), lambda _: 1)
    assert (meaning.first, meaning.last) == (date(2015, 12, 15), date(2015, 12, 17))


def test_the_same_year_is_the_one_named_before() -> None:
    assert [v for _, v, _ in found("It will peak by 2030 and end in the same year.")] == ["2030", "2030"]


def test_later_this_week_ends_on_sunday() -> None:
    ((_, _, meaning, _),) = read("later this week", date(2015, 12, 15), lambda _: 0)
    assert (meaning.first, meaning.last) == (date(2015, 12, 15), date(2015, 12, 20))
    ((_, _, meaning, _),) = read("earlier this week", date(2015, 12, 16), lambda _: 0)
    assert (meaning.first, meaning.last) == (date(2015, 12, 14), date(2015, 12, 16))


def test_a_range_is_one_interval_and_a_list_two_days() -> None:
    assert only("June 12-14, 2018")[1] == "2018-06-12/2018-06-14"
    assert [v for _, v, _ in found("on April 24 and 25.", "1999-02-10")] == ["1999-04-24", "1999-04-25"]


def test_without_a_date_of_publication_the_value_stays_open() -> None:
    assert only("Friday", None)[1] == "XXXX-WXX-5"
    assert only("Aug. 7", None)[1] == "XXXX-08-07"
    assert found("Feb. 31", None) == [("Feb.", "XXXX-02", "")] or found("Feb. 31", None) == []


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def times(parser: Parser, text: str, published: str = TUESDAY) -> tuple[TimeExpression, ...]:
    reading = parser(Document("d", text, published=published))
    return Times()(reading, Annotations("d")).times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministers will meet on Friday.", "2015-12-18"),
        ("The ministers met on Friday.", "2015-12-11"),
        ("The committee is due to vote on Thursday.", "2015-12-17"),
        ("The committee voted on Thursday.", "2015-12-10"),
        ("Talks planned for Saturday may slip.", "2015-12-19"),
        ("The hearing was postponed until Monday.", "2015-12-21"),
        ("The envoy arrives in Geneva on Sunday.", "2015-12-20"),
        ("The army said on Monday that it had won.", "2015-12-14"),
        ("The bank would decide in March, she said.", "2016-03"),
        ("The bank decided in March.", "2015-03"),
        ("The envoy could not be reached on Monday.", "2015-12-14"),
        ("Until Friday, they had not called him a suspect.", "2015-12-11"),
        ("The first leaders to speak on Monday were from the north.", "2015-12-14"),
        ("Firms have been invited to a meeting on Friday.", "2015-12-18"),
        ("She summoned her cabinet for an emergency meeting on Friday.", "2015-12-18"),
        ("They proposed meeting by Friday.", "2015-12-18"),
        ("They gave him until Friday to answer.", "2015-12-18"),
        ("They will decide after Friday's vote.", "2015-12-18"),
        ("He resigned after Friday's vote.", "2015-12-11"),
        ("As a Friday showdown vote in the assembly neared, tempers rose.", "2015-12-18"),
        ("He said on Friday he was looking at it.", "2015-12-11"),
        ("He called for talks to be held with Holm Friday after she met the king.", "2015-12-11"),
        ("She said she will resign Friday after they met.", "2015-12-18"),
        ("Friday's deal allows for $165 billion.", "2015-12-11"),
        ("Friday's vote is crucial.", "2015-12-18"),
        ("It gives her 31 percent, up from 22 percent in October.", "2015-10"),
        ("He left, only to return on Friday.", "2015-12-11"),
        ("They are recruiting for the August election.", "2016-08"),
        ("They lost the August election.", "2015-08"),
        ("She will speak in just two weeks.", "2015-W53"),
    ],
)
def test_the_verb_gives_the_direction(parser: Parser, text: str, value: str) -> None:
    (time,) = times(parser, text)
    assert time.value == value


def test_the_signal_before_it_is_kept(parser: Parser) -> None:
    signals = [
        t.signal for t in times(parser, "He must answer by Friday. Nothing has moved since September 2014.")
    ]
    assert signals == ["by", "since"]


_PIECES = st.sampled_from(
    "the last next this early late mid end of on in Tuesday Friday January Feb. May March 29 30 31 1st 2016 "
    "1996 "
    "12:30 p.m. two three a few dozen days weeks months years ago earlier later quarter third half year day "
    "morning night and - , . to from until weekend decade century Easter Christmas today tomorrow summer "
    "'90s "
    "1970s fiscal week month hours 9999 1000 every daily now 24:00 12/31/99 2016-02-30".split()
)
_DAYS = st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 20))


@given(st.lists(_PIECES, min_size=1, max_size=12), _DAYS, st.sampled_from((-1, 0, 1)))
def test_no_value_is_a_day_that_is_not_there(pieces: list[str], published: date, toward: int) -> None:
    text = " ".join(pieces)
    last = 0
    for start, end, meaning, _ in read(text, published, lambda _: toward):
        assert last <= start < end <= len(text)
        last = end
        for day in re.findall(r"\d{4}-\d\d-\d\d", meaning.value):
            date.fromisoformat(day)
        for year, month in re.findall(r"^(\d{4})-(\d\d)$", meaning.value):
            assert 1 <= int(month) <= 12 and int(year) >= 1
        if meaning.first and meaning.last:
            assert meaning.first <= meaning.last


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)),
    st.integers(-1, 1),
    st.sampled_from(("{m} {d}, {y}", "{d} {m} {y}", "{m} {y}", "late {m} {y}", "{y}", "{iso}", "early {y}")),
)
def test_an_interval_holds_what_its_text_names(day: date, toward: int, shape: str) -> None:
    text = shape.format(m=calendar.month_name[day.month], d=day.day, y=day.year, iso=day.isoformat())
    ((_, _, meaning, _),) = read(f"in {text}", day + timedelta(100), lambda _: toward)
    assert meaning.first is not None and meaning.last is not None
    if shape.startswith("late"):
        assert meaning.last == date(day.year, day.month, calendar.monthrange(day.year, day.month)[1])
        assert meaning.first.day <= 16
    elif shape.startswith("early"):
        assert meaning.first == date(day.year, 1, 1) and meaning.last >= date(day.year, 4, 1)
    else:
        assert meaning.first <= day <= meaning.last


_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ORDINARY = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))


@given(
    st.sampled_from(_WEEKDAYS),
    st.sampled_from(("", "last ", "next ", "this ")),
    _ORDINARY,
    st.integers(-1, 1),
)
def test_a_weekday_is_a_day_of_that_name_within_a_fortnight(
    name: str, before: str, published: date, toward: int
) -> None:
    ((_, _, meaning, _),) = read(f"{before}{name}", published, lambda _: toward)
    assert meaning.first == meaning.last and meaning.first is not None
    assert _WEEKDAYS[meaning.first.weekday()] == name
    gap = (meaning.first - published).days
    assert abs(gap) <= 13
    assert not toward or before or gap * toward >= 0


@given(
    st.sampled_from(calendar.month_name[1:]),
    _ORDINARY,
    st.integers(-1, 1),
    st.sampled_from(("", "late ", "early ")),
)
def test_a_month_lies_in_that_month_where_its_verb_points(
    name: str, published: date, toward: int, part: str
) -> None:
    ((_, _, meaning, _),) = read(f"in {part}{name}", published, lambda _: toward)
    assert meaning.first and meaning.last
    assert calendar.month_name[meaning.first.month] == calendar.month_name[meaning.last.month] == name
    assert meaning.first.year == meaning.last.year
    assert toward <= 0 or (meaning.last.year, meaning.last.month) >= (published.year, published.month)


@given(st.integers(1, 60), st.sampled_from(("days", "weeks", "months", "years")), _ORDINARY)
def test_so_long_ago_is_behind_and_holds_the_day_so_far_back(count: int, unit: str, published: date) -> None:
    ((_, _, meaning, _),) = read(f"{count} {unit} ago", published, lambda _: 0)
    assert meaning.first and meaning.last and meaning.first < published
    length = {"days": 1, "weeks": 7, "months": 30.44, "years": 365.25}[unit]
    about = published - timedelta(round(count * length))
    slack = timedelta({"days": 0, "weeks": 0, "months": 31, "years": 366}[unit])
    assert meaning.first - slack <= about <= meaning.last + slack


@given(
    st.sampled_from(("today", "this week", "this month", "this year", "this weekend", "later this week")),
    _ORDINARY,
)
def test_this_period_holds_the_day_of_publication(words: str, published: date) -> None:
    ((_, _, meaning, _),) = read(words, published, lambda _: 0)
    assert meaning.first and meaning.last and published <= meaning.last
    assert "weekend" in words or meaning.first <= published


@given(_ORDINARY, st.integers(1, 40), st.integers(0, 27))
def test_a_range_of_days_holds_both_ends(first: date, far: int, gap: int) -> None:
    last = first.day + gap + 1
    if last > calendar.monthrange(first.year, first.month)[1]:
        return
    text = f"{calendar.month_name[first.month]} {first.day}-{last}, {first.year}"
    ((_, _, meaning, _),) = read(text, first + timedelta(far), lambda _: 0)
    assert (meaning.first, meaning.last) == (first, first.replace(day=last))


@given(st.integers(1900, 2090), st.integers(0, 11))
def test_the_weekday_of_a_holiday_that_has_one(year: int, month: int) -> None:
    for name, weekday in (("Election Day", 1), ("Thanksgiving", 3), ("Easter Sunday", 6), ("Labor Day", 0)):
        ((_, _, meaning, _),) = read(f"{name} {year}", date(year, month + 1, 1), lambda _: 0)
        assert meaning.first == meaning.last and meaning.first is not None
        assert meaning.first.weekday() == weekday and meaning.first.year == year


def test_a_month_that_names_a_noun_is_the_nearest_whatever_the_verb(parser: Parser) -> None:
    told = "The cabinet will punish Borland for the August attack. It will vote in August."
    document = Document("d", told, published="2013-09-03")
    found = Times()(parser(document), Annotations("d")).times
    assert [t.value for t in found] == ["2013-08", "2014-08"]


@pytest.mark.parametrize(
    ("told", "month"),
    [
        ("At the same June hearing, senators asked Holm whether he would go.", "2018-06"),
        ("The June hearing on the dam was called off.", "2019-06"),
        ("At the June hearing, senators will ask Holm to go.", "2019-06"),
    ],
)
def test_a_month_that_names_an_occasion_is_behind_where_its_verb_is(
    parser: Parser, told: str, month: str
) -> None:
    found = Times()(parser(Document("d", told, published="2019-05-05")), Annotations("d")).times
    assert [t.value for t in found] == [month]


def test_a_month_that_somebody_is_called_like_is_their_name():
    told = "Theresa May met the deputies. May’s spokesman said she would go on. She will leave in May."
    reading = Parser()(Document("d", told, published="2019-04-01"))
    found = Times()(reading, Annotations("d")).times
    assert [told[t.target.start :] for t in found] == ["May."]


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        # What was ahead on Friday and is over on Monday.
        ("The ministry said on Friday that it would shut the port on Sunday.", "2013-08-05", "2013-08-04"),
        ("Its decision Friday to shut the port Sunday came as a shock.", "2013-08-05", "2013-08-04"),
        ("The ministry said on Friday that it would shut the port on Sunday.", "2013-08-03", "2013-08-04"),
        ("The ministry said on Monday that the council would vote on Thursday.", "2013-08-07", "2013-08-08"),
        ("The ministry said on Monday that the council would vote on Thursday.", "2013-08-09", "2013-08-08"),
        # How she left, and not what lies ahead.
        ("The envoy left as planned for a trip to Oslo on Sunday.", "2013-08-05", "2013-08-04"),
        ("The trip to Oslo is planned for Sunday.", "2013-08-05", "2013-08-11"),
    ],
)
def test_a_weekday_is_the_next_one_from_when_it_was_told(
    parser: Parser, text: str, published: str, days: str
):
    reading = parser(Document("d", text, published=published))
    assert Times()(reading, Annotations("d")).times[-1].earliest == days


def test_an_ordinal_that_counts_is_no_day_of_the_month() -> None:
    text = "On Monday they meet in the third and final debate. They meet again on the third."
    assert [words for words, *_ in found(text)] == ["Monday", "the third"]
