import pycountry
from hypothesis import given
from hypothesis import strategies as st

from atstake.facts.gazetteer import entry_of, match
from atstake.facts.states import government_of, states
from atstake.facts.tables import plain, straight

OTHERS = {"XKX", "EUR", "SUN", "YUG", "CSK", "DDR"}
"""Kosovo (user-assigned), the Union, and states that are no more."""


def test_codes_are_iso():
    known = {c.alpha_3 for c in pycountry.countries}
    assert set(states()) - known == OTHERS


def test_longest_name_wins():
    hit = match("South Sudan said", 0)
    assert hit is not None and hit.entry.code == "SSD" and hit.end == len("South Sudan")


def test_capital_seat_group_and_body():
    assert entry_of("Nairobi").code == "KEN"
    assert entry_of("the Kremlin").name == "Government of Russia"
    assert entry_of("Daesh").name == entry_of("ISIL").name == "Islamic State"
    assert entry_of("U.N.").code == "UNO"


def test_capitals_of_a_headline_but_not_the_verb():
    assert match("KENYA VOTES", 0).entry.code == "KEN"
    assert match("us", 0) is None
    assert match("THIS IS IT", 5) is None or match("THIS IS IT", 5).entry.name == "Islamic State"


def test_a_name_inside_a_word_is_none():
    assert match("Malian troops", 0).entry.kind == "demonym"
    assert match("Chinatown", 0) is None


def test_lost_apostrophes():
    assert match("Kenyas army", 0) is None
    assert match("Kenyas army", 0, loose=True).entry.code == "KEN"


def test_governments_are_named():
    assert government_of("GBR") == "Government of the United Kingdom"
    assert government_of("EUR") == "European Union"
    assert government_of(None) is None


@given(st.text(max_size=80), st.integers(0, 79))
def test_a_hit_lies_in_the_text(text: str, start: int):
    text = straight(text)
    if start < len(text):
        hit = match(text, start)
        assert hit is None or start == hit.start < hit.end <= len(text)


@given(st.text(max_size=60))
def test_plain_is_idempotent_and_straight_keeps_length(text: str):
    assert plain(plain(text)) == plain(text)
    assert len(straight(text)) == len(text)
