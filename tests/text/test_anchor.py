"""Offsets to selectors and back, in texts with emoji, right-to-left and CJK characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atstake.model.text import Document, Span, Target
from atstake.text.anchor import QuoteSelector, Utf16, locate, occurrences, quote_selector, stands

# Few characters, so that words repeat: Latin, Arabic, Hebrew, CJK (one outside the BMP), emoji with joiner.
texts = st.text(alphabet="ab .مשא中𠮷😀\u200d\n\u0301\u202e", max_size=60)


def spans(text: str) -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda ends: Span(min(ends), max(ends))
    )


texts_with_spans = texts.flatmap(lambda text: st.tuples(st.just(text), spans(text)))


@given(texts_with_spans)
def test_a_span_is_found_again_by_its_selector(given_):
    text, span = given_
    found = locate(text, quote_selector(text, span), near=span.start)
    assert found == (span if len(span) else None)


@given(texts_with_spans, texts)
def test_what_is_found_is_the_exact_words(given_, other):
    text, span = given_
    selector = quote_selector(text, span)
    found = locate(other, selector)
    if found is not None:
        assert other[found.start : found.end] == selector.exact


@given(texts)
def test_utf16_offsets_are_what_a_browser_counts(text):
    offsets = Utf16(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert offsets.units(offset) == units
        assert offsets.code_points(units) == offset


def test_utf16_refuses_half_a_character_and_what_is_outside():
    offsets = Utf16("a😀b")
    assert offsets.code_points(3) == 2
    for wrong in (2, 5, -1):
        with pytest.raises(ValueError):
            offsets.code_points(wrong)
    with pytest.raises(ValueError):
        offsets.units(4)


def test_prefix_and_suffix_choose_between_two_places():
    text = "He denied it. She denied it too."
    assert locate(text, QuoteSelector("denied it", prefix="She ")) == Span(18, 27)
    assert locate(text, QuoteSelector("denied it", suffix=".")) == Span(3, 12)
    assert locate(text, QuoteSelector("denied it")) is None
    assert locate(text, QuoteSelector("denied it"), near=30) == Span(18, 27)
    assert locate(text, QuoteSelector("accepted it"), near=3) is None


def test_overlapping_occurrences_are_all_found():
    assert list(occurrences("aaa", "aa")) == [Span(0, 2), Span(1, 3)]
    assert list(occurrences("aaa", "")) == []


def test_a_target_stands_only_on_its_exact_words():
    document = Document("d", "One 😀 two")
    target = Target.of(document, Span(4, 5), Span(6, 9))
    assert stands(target, document.text)
    assert not stands(target, "One two  ")
