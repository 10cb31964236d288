"""Judgements find their words again, and only theirs."""

from __future__ import annotations

from atstake.model.text import Document, Span, Target
from atstake.text.overlap import Words, shared

_TEXT = "The President of Syria met Foreign Minister Anna Lund, who denied the report."
_DOCUMENT = Document("d", _TEXT)


def at(words: str, document: Document = _DOCUMENT) -> Target:
    start = document.text.index(words)
    return Target.of(document, Span(start, start + len(words)))


def test_the_same_words_cut_differently_are_the_same():
    words = Words({"a": [at("Anna Lund")], "s": [at("Syria")]})
    assert words.best(at("Minister Anna Lund")) == "a"
    assert words.best(at("Anna")) == "a"


def test_words_inside_others_are_not_the_same():
    words = Words({"s": [at("Syria")]})
    assert words.best(at("The President of Syria")) is None
    assert words.best(at("met")) is None


def test_other_documents_are_other_words():
    words = Words({"a": [at("Anna Lund")]})
    assert words.best(at("Anna Lund", Document("e", _TEXT))) is None


def test_the_closest_match_comes_first_and_all_targets_must_match():
    words = Words({"long": [at("denied the report")], "exact": [at("the report")], "a": [at("Anna Lund")]})
    assert words.at(at("the report")) == ("exact", "long")
    assert words.on_all([at("the report"), at("denied the report")]) == "exact"
    assert words.on_all([at("the report"), at("Anna Lund")]) is None
    assert words.on_all([]) is None


def test_a_line_is_found_by_any_words_in_it():
    words = Words({"line": [at("who denied the report.")], "other": [at("The President of Syria")]})
    assert words.holding([at("report"), at("met")]) == ("line",)


def test_shared_counts_characters_of_all_spans():
    a = Target.of(_DOCUMENT, Span(0, 10), Span(20, 30))
    b = Target.of(_DOCUMENT, Span(5, 10), Span(20, 25))
    assert shared(a, b) == shared(b, a) == 0.5
    assert shared(a, a) == 1.0
