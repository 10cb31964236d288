"""Judgements reach the objects that stand on their words, survive a re-run, and are never moved."""

from __future__ import annotations

from dataclasses import replace

from atstake.model.annotations import Annotations, Mention
from atstake.model.claims import Actor, Claim, Dispute, Resolution
from atstake.model.provenance import Judgement
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.resolve.cluster import Scheme, cluster
from atstake.resolve.judging import attached, constraints, kinds, orphans, words_of
from atstake.text.overlap import Words

_TEXT = "Ann Ford spoke. Ben Ford denied it. Ford was angry. The deal is dead, Cole said."
DOCUMENT = Document("d1", _TEXT)


def at(words: str) -> Target:
    start = _TEXT.index(words)
    return Target.of(DOCUMENT, Span(start, start + len(words)))


def judged(verb, kind, *words, id="j1", at_="2020-01-01T00:00:00", value="", undoes=None) -> Judgement:
    return Judgement(id, verb, kind, tuple(at(w) for w in words), value, "N.N.", at_, undoes)


ITEMS = {"m1": (at("Ann Ford"),), "m2": (at("Ben Ford"),), "m3": (at("Ford was"),)}
FIND = Words(ITEMS).best


def test_merges_and_splits_become_constraints_on_the_items_they_stand_on():
    merge = judged("merge", "actor", "Ann Ford", "Ben Ford")
    split = judged("split", "actor", "Ben Ford", "Ford was", id="j2", at_="2020-01-02T00:00:00")
    (together, apart) = constraints([split, merge], "actor", FIND)
    assert (together.first, together.second, together.together) == ("m1", "m2", True)
    assert (apart.first, apart.second, apart.together) == ("m2", "m3", False)
    assert together.rank < apart.rank
    assert constraints([split, merge], "claim", FIND) == []


def test_a_judgement_of_which_one_target_is_lost_constrains_nothing():
    assert constraints([judged("merge", "actor", "Ann Ford", "Ben Ford", "The deal")], "actor", FIND) == []


def test_an_undone_judgement_constrains_nothing_until_the_undo_is_undone():
    merge = judged("merge", "actor", "Ann Ford", "Ben Ford")
    undo = judged("undo", "actor", id="j2", at_="2020-01-02T00:00:00", undoes="j1")
    redo = judged("undo", "actor", id="j3", at_="2020-01-03T00:00:00", undoes="j2")
    assert constraints([merge, undo], "actor", FIND) == []
    assert len(constraints([merge, undo, redo], "actor", FIND)) == 1


def test_judge_then_undo_gives_back_the_same_clusters():
    scheme = Scheme[str](blocks=lambda s: [s.split()[-1]], score=lambda a, b: 1.0 if a == b else 0.2)
    names = {"m1": "Ann Ford", "m2": "Ben Ford", "m3": "Ben Ford"}
    merge = judged("merge", "actor", "Ann Ford", "Ben Ford")
    undo = judged("undo", "actor", id="j2", at_="2020-01-02T00:00:00", undoes="j1")
    before = cluster(names, scheme)
    assert before == (("m1",), ("m2", "m3"))
    assert cluster(names, scheme, constraints([merge], "actor", FIND)) == (("m1", "m2", "m3"),)
    assert cluster(names, scheme, constraints([merge, undo], "actor", FIND)) == before


def resolution() -> tuple[Resolution, Annotations]:
    mentions = tuple(
        Mention(f"m{i}", at(w), "name", "person", at(w).spans[0])
        for i, w in enumerate(("Ann Ford", "Ben Ford"), 1)
    )
    actors = (
        Actor("a1", "Ann Ford", "person", mentions=("m1",)),
        Actor("a2", "Ben Ford", "person", mentions=("m2",)),
    )
    claim = Claim("c1", at("The deal is dead"))
    dispute = Dispute("x1", at("spoke"), at("denied it"), "a1", "a2", "denies", True, 0.9)
    return Resolution(actors=actors, claims=(claim,), disputes=(dispute,)), Annotations(
        "d1", mentions=mentions
    )


def test_a_rejected_dispute_is_not_moved_to_another_one_on_the_same_statement():
    found, _ = resolution()
    reject = judged("reject", "dispute", "spoke", "denied it")
    words = words_of("dispute", found, [])
    assert attached([reject], "dispute", words) == {"x1": (reject,)}
    other = replace(found.disputes[0], id="x2", b=at("The deal is dead"))
    assert attached([reject], "dispute", words_of("dispute", replace(found, disputes=(other,)), [])) == {}


def test_what_stands_on_no_object_any_more_is_an_orphan():
    found, annotations = resolution()
    lost = Target("gone", (Span(0, 3),), ("Ann",))
    judgements = (
        judged("relabel", "actor", "Ann Ford", id="j1"),
        judged("relabel", "actor", "Cole", id="j2"),
        judged("merge", "actor", "Ann Ford", "Ford was", id="j3"),
        judged("confirm", "claim", "The deal is dead", id="j4"),
        judged("hide", "line", "Cole said", id="j5"),
        Judgement("j6", "hide", "line", (lost,)),
        judged("relabel", "title", id="j7", value="A title"),
        judged("note", "of-the-future", "Cole said", id="j8"),
    )
    evidence = Evidence({"d1": DOCUMENT}, {"d1": annotations}, judgements)
    assert set(orphans(evidence, found)) == {"j2", "j3", "j6"}


def test_every_kind_has_words_even_where_nothing_was_resolved():
    for kind in kinds():
        assert words_of(kind, Resolution(), []) == {}
