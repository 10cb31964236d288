"""Neighbourhoods: a function of the set of documents, bounded, and copies stay together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atstake.model.annotations import Annotations
from atstake.model.links import Links
from atstake.model.text import Document
from atstake.resolve import neighbours
from atstake.resolve.neighbours import COPY, PART, traits
from made_documents import documents
from made_story import Story

IDS = tuple("abcdefghij")
LINKS = st.lists(
    st.tuples(st.integers(0, COPY - 1), st.sampled_from(IDS), st.sampled_from(IDS)).filter(
        lambda link: link[1] != link[2]
    ),
    max_size=40,
)
SIZES = st.fixed_dictionaries({id: st.integers(1, PART) for id in IDS})


def neighbourhoods(sizes, links, together=()):
    return neighbours.neighbourhoods(sizes, Links.of(links), together)


@given(LINKS)
def test_packed_links_are_the_links(links):
    assert list(Links.of(links)) == links and len(Links.of(links)) == len(links)


@given(SIZES, LINKS, st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=3))
def test_links_join_from_the_strongest_down(sizes, links, together):
    """As told, one link after the other; links of documents that are not there count for nothing."""
    del sizes["j"]
    together = [pair for pair in together if "j" not in pair]
    group = {id: {id} for id in sizes}
    ordered = sorted({(-s, *sorted(pair)) for s, *pair in [*links, *((COPY, *pair) for pair in together)]})
    for strength, a, b in ordered:
        if "j" in (a, b) or group[a] is group[b]:
            continue
        if -strength >= COPY or sum(sizes[id] for id in group[a] | group[b]) <= PART:
            joined = group[a] | group[b]
            group |= dict.fromkeys(joined, joined)
    assert neighbourhoods(sizes, links, together) == sorted({tuple(sorted(g)) for g in group.values()})


@given(SIZES, LINKS, st.randoms())
def test_the_order_of_links_and_their_direction_change_nothing(sizes, links, chance):
    turned = [(s, b, a) if chance.random() < 0.5 else (s, a, b) for s, a, b in links]
    chance.shuffle(turned)
    shuffled = dict(sorted(sizes.items(), reverse=True))
    assert neighbourhoods(sizes, links) == neighbourhoods(shuffled, turned)


@given(SIZES, LINKS)
def test_each_document_is_in_one_and_none_is_too_large(sizes, links):
    found = neighbourhoods(sizes, links)
    assert sorted(id for group in found for id in group) == sorted(sizes)
    assert all(len(group) == 1 or sum(sizes[id] for id in group) <= PART for group in found)


def test_the_strongest_links_come_first():
    sizes = {"a": PART // 2, "b": PART // 2, "c": PART // 2}
    assert neighbourhoods(sizes, [(300, "a", "b"), (500, "b", "c")]) == [("a",), ("b", "c")]


def test_copies_and_what_an_editor_holds_together_may_be_larger():
    sizes = dict.fromkeys("abcd", PART)
    links = [(COPY, "a", "b"), (COPY - 1, "b", "c")]
    assert neighbourhoods(sizes, links, [("d", "c")]) == [("a", "b"), ("c", "d")]


def likeness(one, other):
    return sum(weight * other.get(trait, 0) for trait, weight in one.items())


@pytest.fixture(scope="module")
def made():
    story = Story()
    return {id: traits(story.documents[id], story.evidence.annotations[id]) for id in documents()}


def test_a_copy_is_known_as_one_and_another_report_as_a_neighbour(made):
    assert likeness(made["wire-1"], made["wire-1"]) == pytest.approx(1_000_000, rel=0.02)
    assert likeness(made["wire-1"], made["copy-1"]) >= COPY
    assert likeness(made["wire-1"], made["post-1"]) < likeness(made["copy-1"], made["other-1"]) < COPY


def test_what_it_is_called_changes_nothing(made):
    story = Story()
    wire = replace(story.documents["wire-1"], id="else", publisher="Else", published=None)
    assert traits(wire, story.evidence.annotations["wire-1"]) == made["wire-1"]


def test_an_empty_text_has_no_traits():
    assert traits(Document("empty", ""), Annotations("empty")) == {}
