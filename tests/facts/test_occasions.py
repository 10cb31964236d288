"""What happens on a day, by its words."""

import pytest

from atstake.facts.occasions import gatherings, names_an_occasion


def test_nouns_of_gathering_are_there():
    assert {"meeting", "deadline", "elections"} <= gatherings()


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("The ban will be voted on as part of the bill.", True),
        ("She will travel to Halden.", True),
        ("Three hearings are planned.", True),
        ("He will press on.", False),
    ],
)
def test_an_occasion_is_told_by_noun_or_verb(told, names):
    assert names_an_occasion(told) is names
