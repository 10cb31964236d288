"""Small letters, each at its place; what is sought in them is what ignoring case finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from atstake.resolve.answers import PATTERNS, is_negative
from atstake.text.cases import lowered, lowered_whole
from atstake.text.numbers.numerals import numerals


@given(st.text())
def test_every_character_keeps_its_place(text):
    assert len(lowered(text)) == len(text)
    assert lowered_whole(text) == lowered(text)
    assert all(
        small == c.lower() for small, c in zip(lowered(text), text, strict=True) if len(c.lower()) == 1
    )


def test_a_capital_that_is_two_characters_when_small_stays():
    assert lowered("The İvrin Post DENIED it") == "the İvrin post denied it"


def test_patterns_are_written_in_small_letters():
    for pattern in PATTERNS.values():
        words = re.sub(r"\\[A-Za-z]", "", pattern.pattern)
        assert words == words.lower()
        assert not pattern.flags & re.IGNORECASE


def test_capitals_are_read_as_small_letters_are():
    assert is_negative("NOBODY was there") and is_negative("No.")
    text = "USD10M, a Dozen, TENS OF THOUSANDS, Two Million and MINUS 3"
    assert [(n.span, n.low) for n in numerals(text)] == [(n.span, n.low) for n in numerals(text.lower())]
    assert len(list(numerals(text))) == 5
