"""The table of heads since 2012: who held office when, and that a surname of it alone says nothing."""

from __future__ import annotations

import pytest

from atstake.facts.people import holders, named, people, surnamed


@pytest.mark.parametrize(
    ("title", "country", "date", "name"),
    [
        ("president", "ITA", "2019-06-01", "Sergio Mattarella"),
        ("prime minister", "UKR", "2022-03-01", "Denys Shmyhal"),
        ("president", "IRQ", "2021-01-01", "Barham Salih"),
        ("prime minister", "VNM", "2023-01-01", "Pham Minh Chinh"),
    ],
)
def test_holders_of_an_office_at_a_date(title, country, date, name):
    assert [p.name for p in holders(title, country, date)] == [name]


def test_both_spellings_are_one_person_and_nobody_stands_twice():
    assert named("Han Deok-Soo") == named("Han Duck-soo")
    names = [name for person in people().values() for name in person.names]
    twice = {n for n in names if names.count(n) > 1}
    assert len(twice) < 6, twice


def test_a_surname_alone_of_that_table_is_nobody():
    assert surnamed("Shmyhal", "2022-03-01") == ()


def test_every_tenure_ends_after_it_begins():
    for person in people().values():
        assert all(not (t.first and t.last) or t.first <= t.last for t in person.tenures), person


def test_a_bank_has_no_head_of_state():
    assert "Mario Draghi" not in [p.name for p in holders("president", "ITA", "2016-01-01")]
    assert [p.name for p in holders("president", "PSE", "2010-01-01")] == ["Mahmoud Abbas"]
