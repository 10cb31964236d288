"""Noun phrases that can name a matter."""

from __future__ import annotations

import pytest

from atstake.extract.parse import Parser
from atstake.extract.phrases import Phrases
from atstake.model.annotations import Annotations
from atstake.model.text import Document


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def found(parser: Parser, text: str) -> set[str]:
    reading = parser(Document(id="d", text=text))
    return {text[s.start : s.end] for s in Phrases()(reading, Annotations("d")).phrases}


def test_a_noun_with_what_stands_before_it_and_hangs_on_it(parser: Parser) -> None:
    names = found(
        parser, "Brenia rejected the withdrawal of heavy weapons and a new fishing quota on Monday."
    )
    assert {"withdrawal", "fishing quota"} <= names
    assert any(name.startswith("withdrawal of") for name in names)


def test_people_days_and_amounts_are_no_matters(parser: Parser) -> None:
    names = found(
        parser, "The spokesman said on Tuesday that the other officials had paid $40 million last year."
    )
    assert not names & {"spokesman", "Tuesday", "officials", "year", "other officials", "last year"}


def test_every_span_begins_and_ends_with_a_word(parser: Parser) -> None:
    names = found(
        parser, "The “so-called” border-wall plan, a (costly) idea, met opposition in the assembly."
    )
    assert names and all(name[0].isalnum() and name[-1].isalnum() for name in names)


def test_who_holds_an_office_is_no_matter(parser: Parser) -> None:
    names = found(parser, "Brenia's ambassador to the united nations rejected the sale of old ferries.")
    assert not any("ambassador" in name for name in names)
    assert any(name.startswith("sale") for name in names)


def test_a_word_with_a_hyphen_is_never_cut(parser: Parser) -> None:
    names = found(parser, "The stand-off with Brenia over union-held quays was ended by a cease-fire.")
    assert any(name.startswith("stand-off") for name in names)
    assert "union-held quays" in names
    assert not any(name.startswith(("off", "held", "fire")) for name in names)
