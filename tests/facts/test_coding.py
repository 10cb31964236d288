import pytest

from atstake.facts.coding import code


@pytest.mark.parametrize(
    ("words", "date", "country", "sector"),
    [
        ("Kenyan rebels", None, "KEN", "REB"),
        ("the Norwegian foreign minister", None, "NOR", "GOV"),
        ("a former Danish defence minister", None, "DNK", "ELI"),
        ("Oslo", None, "NOR", "GOV"),
        ("the Chilean navy", None, "CHL", "MIL"),
        ("Hamas", None, "PSE", "PRM"),
        ("Boris Johnson", "2020-01-01", "GBR", "GOV"),
        ("Boris Johnson", "2023-01-01", "GBR", "ELI"),
        ("NATO", None, "IGO", "IGO"),
        ("residents of Lima", None, "PER", "CVL"),
        ("she", None, None, "UNK"),
        ("the director of the FBI", None, "USA", "COP"),
    ],
)
def test_codes(words: str, date: str | None, country: str | None, sector: str):
    found = code(words, date)
    assert (found.country, found.sector) == (country, sector), found.reason


def test_what_is_not_known_is_left_open():
    found = code("the blue umbrella")
    assert (found.country, found.sector) == (None, None)
