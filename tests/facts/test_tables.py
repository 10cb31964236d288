import pytest

from atstake.facts.tables import plain


@pytest.mark.parametrize(
    ("given", "folded"),
    [
        ("The  ALDOVIAN\tArmy ", "the aldovian army"),
        ("O`Brenia's", "o'brenia's"),
        ("Québec", "quebec"),
        ("Iğdır’s", "igdir's"),
        ("Al‑Brenia", "al-brenia"),
        ("", ""),
    ],
)
def test_names_are_folded_for_comparing(given: str, folded: str):
    assert plain(given) == folded
