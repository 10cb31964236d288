"""Disputes merged and split by editors."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.made_statements import Story

from atstake.errors import UsageError
from atstake.model.claims import Dispute
from atstake.model.provenance import Judgement, content_id
from atstake.model.stages import Evidence
from atstake.resolve.refer import Desk
from atstake.resolve.regrouped import Regrouped
from atstake.resolve.review import judge, merge, split, undo

STORY = (
    Story()
    .document(
        "a",
        ("Aldovia accused Brenia of poisoning the lake.", "Aldovia", "accused", "accuses"),
        ("Brenia denied this.", "Brenia", "denied", "denies"),
    )
    .document(
        "b",
        ("Corland said that Brenia poisons the lake.", "Corland", "said", "says"),
        ("Brenia called the words false.", "Brenia", "called", "denies"),
    )
)


def sentence(document, n):
    return STORY.annotations[document].statements[n].target


def dispute(a, b, confidence, **more):
    id = content_id("dispute", *((t.document, [(s.start, s.end) for s in t.spans]) for t in (a, b)))
    return Dispute(id, a, b, "government-aldovia", "government-brenia", "denies", True, confidence, **more)


FIRST = dispute(sentence("a", 0), sentence("a", 1), 0.8, origins=("o1",))
SECOND = dispute(sentence("b", 0), sentence("b", 1), 0.6, origins=("o2",))
APART = replace(STORY.resolution(), disputes=(FIRST, SECOND), origin_of=(("a", "o1"), ("b", "o2")))
JOINED = replace(FIRST, also_a=(SECOND.a,), also_b=(SECOND.b,), origins=("o1", "o2"))
TOGETHER = replace(APART, disputes=(JOINED,))


def stored(*judgements):
    return tuple(
        replace(j, id=j.id or f"j{n}", at=j.at or f"2020-01-0{n}") for n, j in enumerate(judgements, 1)
    )


def heeded(resolution, *judgements):
    evidence = Evidence(STORY.documents, STORY.annotations, stored(*judgements))
    return Regrouped()(evidence, resolution).disputes


def desk(resolution):
    return Desk(STORY.evidence(), resolution)


def test_a_merge_keeps_the_sides_of_both_and_the_surer_leads():
    merged = merge(desk(APART), [SECOND.id, FIRST.id], by="N.N.")
    assert merged.kind == "dispute" and len(merged.targets) == 4
    assert heeded(APART, merged) == (JOINED,)


def test_a_split_makes_a_restatement_a_dispute_of_its_own_with_its_own_speaker():
    parted = split(desk(TOGETHER), JOINED.id, ["b"], by="N.N.")
    one, other = sorted(heeded(TOGETHER, parted), key=lambda d: d.a)
    assert (one.id, one.also_a, one.also_b, one.origins) == (FIRST.id, (), (), ("o1",))
    assert (other.id, other.a, other.b) == (SECOND.id, SECOND.a, SECOND.b)
    assert (other.speaker_a, other.speaker_b) == ("government-corland", "government-brenia")


def test_one_side_alone_can_be_parted_and_shares_the_other():
    parted = split(desk(TOGETHER), JOINED.id, [SECOND.b.quote], by="N.N.")
    found = heeded(TOGETHER, parted)
    assert sorted(d.b for d in found) == [FIRST.b, SECOND.b]
    assert {t for d in found for t in (d.a, *d.also_a)} == {FIRST.a, SECOND.a}


def test_the_newest_holds():
    parted = split(desk(TOGETHER), JOINED.id, ["b"], by="N.N.")
    merged = merge(desk(APART), [FIRST.id, SECOND.id], by="N.N.")
    assert heeded(TOGETHER, parted, merged) == (JOINED,)
    assert {d.id for d in heeded(APART, merged, parted)} == {FIRST.id, SECOND.id}


def test_what_is_not_found_changes_nothing():
    merged = merge(desk(APART), [FIRST.id, SECOND.id], by="N.N.")
    assert heeded(replace(APART, disputes=(FIRST,)), merged) == (FIRST,)


@given(st.lists(st.sampled_from(["merge", "split"]), min_size=1, max_size=5))
def test_judged_and_undone_the_disputes_are_as_before(verbs):
    made: tuple[Judgement, ...] = ()
    for verb in verbs:
        one = (
            merge(desk(APART), [FIRST.id, SECOND.id], by="N.N.")
            if verb == "merge"
            else split(desk(TOGETHER), JOINED.id, ["b"], by="N.N.")
        )
        before = {r: heeded(r, *made) for r in (APART, TOGETHER)}
        made = stored(*made, one)
        back = stored(*made, undo(made, made[-1].id, by="N.N."))
        assert {r: heeded(r, *back) for r in (APART, TOGETHER)} == before


def test_a_dispute_is_relabelled_only_as_what_there_is():
    assert judge(desk(APART), "relabel", FIRST.id, "rejects", by="N.N.").value == "rejects"
    with pytest.raises(UsageError, match="one of denies, contradicts, rejects"):
        judge(desk(APART), "relabel", FIRST.id, "nonsense", by="N.N.")
