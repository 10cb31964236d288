"""Whose an office said with a surname can be."""

from atstake.facts.offices import has_office, is_anothers


def test_an_office_is_not_a_relatives_or_a_reporters():
    assert is_anothers("gov.", "Holm", "", ["wife"], "2019-01-01")
    assert is_anothers("governor", "Holm", "", ["news anchor"], "2019-01-01")
    assert not is_anothers("governor", "Holm", "", ["former mayor"], "2019-01-01")
    assert not is_anothers("governor", "Holm", "", ["wife", "gov."], "2019-01-01")


def test_an_office_of_one_is_theirs_who_held_it_by_the_table():
    assert is_anothers("president", "Bush", "", [], "2019-01-01")
    assert not is_anothers("president", "Bush", "George W. Bush", [], "2019-01-01")
    assert not is_anothers("president", "Holm", "", [], "2019-01-01")
    assert not is_anothers("chairman", "Bush", "", [], "2019-01-01")


def test_an_abbreviated_office_is_the_office():
    assert has_office("gov.", "governor")
    assert not has_office("lt. gov.", "mayor")
