import pytest

from atstake.brief.compose.wording import amount, count, day, days, listed, number, the


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2015-12-15", "2015-12-15", "15 December 2015"),
        ("2015-12-15", "2015-12-20", "15–20 December 2015"),
        ("2016-01-01", "2016-01-31", "January 2016"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("2015-11-28", "2015-12-02", "28 November – 2 December 2015"),
        ("2015-12-28", "2016-01-02", "28 December 2015 – 2 January 2016"),
        ("2015-12-15", None, "from 15 December 2015"),
        (None, "2015-12-15", "by 15 December 2015"),
        (None, None, ""),
        ("soon", "soon", ""),
    ],
)
def test_days(earliest, latest, words):
    assert days(earliest, latest) == words


def test_a_day_with_its_weekday():
    assert day("2015-12-15", weekday=True) == "Tuesday 15 December 2015"


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (9000, None, "", "at least 9,000"),
        (None, 5, "", "up to 5"),
        (12, 12, "", "12"),
        (200, 999, "", "200 to 999"),
        (34e9, 34e9, "USD", "US$34 billion"),
        (1e6, 2e6, "CNY", "1 million to 2 million CNY"),
        (25, 25, "%", "25%"),
        (1.5e6, None, "", "at least 1.5 million"),
    ],
)
def test_amounts(low, high, unit, words):
    assert amount(low, high, unit) == words


def test_counts_and_lists():
    assert (count(1, "article"), count(3, "post"), count(102, "article")) == (
        "one article",
        "three posts",
        "102 articles",
    )
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c", "d"], 2) == "a, b and 2 more"
    assert number(1429) == "1,429"


def test_articles():
    assert the("Government of Arland") == "the Government of Arland"
    assert the("The panel") == "the panel"
    assert the("Anna Weil") == "Anna Weil"
    assert the("A senator") == "a senator"
    assert the("A. Weil") == "A. Weil"
