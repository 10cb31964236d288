"""Copies of one text are one origin, whatever the order; an editor can part and join them."""

from __future__ import annotations

import random

import pytest

from atstake.model.claims import Resolution
from atstake.model.provenance import Judgement
from atstake.model.stages import Evidence
from atstake.model.text import Credit, Document, Span, Target
from atstake.resolve.origins import Origins

_WORDS = (
    "harbour council strike ferry talks union mayor port budget vote crane dock tariff letter reply".split()
)


def _text(seed: int, length: int = 160) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(_WORDS) + str(chosen.randrange(40)) for _ in range(length))


WIRE = _text(1)
DOCUMENTS = {
    d.id: d
    for d in (
        Document(
            "wire", WIRE, publisher="Sample Wire", published="2021-03-01", agencies=(Credit("SW", None),)
        ),
        Document(
            "new-lead", _text(2, 30) + " " + WIRE[200:], publisher="Sample Post", published="2021-03-02"
        ),
        Document("cut-tail", WIRE[:900], publisher="Sample Herald", published="2021-03-02"),
        Document("other", _text(3), publisher="Sample Courier", published="2021-03-01"),
    )
}


def _groups(documents: dict[str, Document], *judgements: Judgement) -> list[tuple[str, ...]]:
    found = Origins()(Evidence(documents, {}, judgements), Resolution())
    return [o.documents for o in found.origins]


def _on(*names: str) -> tuple[Target, ...]:
    return tuple(Target.of(DOCUMENTS[name], Span(0, 5)) for name in names)


def test_a_wire_story_and_its_copies_are_one_origin_led_by_the_earliest() -> None:
    assert _groups(DOCUMENTS) == [("wire", "cut-tail", "new-lead"), ("other",)]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_does_not_matter(seed: int) -> None:
    names = list(DOCUMENTS)
    random.Random(seed).shuffle(names)
    assert _groups({name: DOCUMENTS[name] for name in names}) == _groups(DOCUMENTS)


def test_shared_passages_are_shown_where_they_stand() -> None:
    origin = Origins()(Evidence(DOCUMENTS, {}), Resolution()).origins[0]
    assert origin.echoes
    for echo in origin.echoes:
        for target in (echo.first, echo.second):
            words = DOCUMENTS[target.document].text[target.start : target.end]
            assert words == target.quotes[0] and words in WIRE


def test_an_editor_parts_and_joins() -> None:
    split = Judgement("j1", "split", "origin", _on("wire", "new-lead"), at="2021-03-03")
    assert ("wire", "cut-tail") in _groups(DOCUMENTS, split) or ("new-lead",) in _groups(DOCUMENTS, split)
    merge = Judgement("j2", "merge", "origin", _on("wire", "other"), at="2021-03-03")
    assert len(_groups(DOCUMENTS, merge)) == 1
    undo = Judgement("j3", "undo", "origin", undoes="j2", at="2021-03-04")
    assert _groups(DOCUMENTS, merge, undo) == _groups(DOCUMENTS)


@pytest.mark.parametrize("seed", range(20, 32))
def test_a_short_text_cut_out_of_another_is_its_copy(seed: int) -> None:
    whole = Document("whole", _text(seed, 110), publisher="Sample Post")
    cut = Document("cut", " ".join(whole.text.split()[:60]), publisher="Sample Herald")
    (group,) = _groups({"whole": whole, "cut": cut})
    assert sorted(group) == ["cut", "whole"]


@pytest.mark.parametrize("seed", range(20, 32))
def test_two_short_notes_with_one_sentence_in_common_are_two(seed: int) -> None:
    stock = _text(99, 22)
    first = Document("first", _text(seed, 30) + " " + stock, publisher="Sample Post")
    second = Document("second", _text(seed + 50, 30) + " " + stock, publisher="Sample Herald")
    assert len(_groups({"first": first, "second": second})) == 2
