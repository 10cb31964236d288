"""Disputes that editors set and confirmed: they rest on the judgement, whose words are whose on the text."""

from __future__ import annotations

from dataclasses import replace

from test_regrouped import APART, FIRST, STORY, desk, heeded, sentence, stored
from tests.resolve.made_statements import Story

from atstake.model.claims import OUTLET
from atstake.model.provenance import Judgement
from atstake.model.stages import Evidence
from atstake.pipeline.resolving import resolve
from atstake.resolve.deciding import Decisions
from atstake.resolve.judging import orphans
from atstake.resolve.regrouped import Regrouped
from atstake.resolve.review import judge, oppose

NONE = replace(APART, disputes=())


def test_two_statements_that_nothing_connects_are_a_dispute_with_their_own_speakers():
    said = oppose(desk(NONE), ["Aldovia accused Brenia", "the words false"], "denies", by="N.N.")
    (made,) = heeded(NONE, said)
    assert (made.a, made.b) == (sentence("a", 0), sentence("b", 1))
    assert (made.speaker_a, made.speaker_b) == ("government-aldovia", "government-brenia")
    assert (made.relation, made.explicit, made.confidence, made.judgement) == ("denies", True, 1.0, "j1")
    assert made.origins == ("o1", "o2")


def test_a_reporters_own_words_are_the_outlets_and_unknown_speakers_nobodys():
    story = Story().document(
        "a", "The lake is poisoned.", ("It is clean, a fisherman said.", "a fisherman", "said", "says")
    )
    evidence = Evidence(story.documents, story.annotations)
    known = replace(story.resolution(), attributed=())
    said = stored(
        Judgement(
            "", "oppose", "dispute", tuple(s.target for s in story.annotations["a"].statements), "contradicts"
        )
    )
    (made,) = Regrouped()(replace(evidence, judgements=said), known).disputes
    assert (made.speaker_a, made.speaker_b) == (OUTLET, None)


def test_what_was_found_already_is_the_editors_from_then_on():
    said = oppose(desk(APART), ["Aldovia accused Brenia", "Brenia denied this"], "rejects", by="N.N.")
    made = {d.id: d for d in heeded(APART, said)}
    assert len(made) == 2
    assert (made[FIRST.id].relation, made[FIRST.id].confidence, made[FIRST.id].judgement) == (
        "rejects",
        1.0,
        "j1",
    )
    turned = oppose(desk(APART), ["Brenia denied this", "Aldovia accused Brenia"], by="N.N.")
    other = next(d for d in heeded(APART, turned) if d.judgement)
    assert (other.a, other.b) == (FIRST.b, FIRST.a) and len(heeded(APART, turned)) == 2


def test_confirmed_it_is_sure_and_rejected_afterwards_it_is_gone():
    confirmed = judge(desk(APART), "confirm", FIRST.id, by="N.N.")
    assert next(d for d in heeded(APART, confirmed) if d.id == FIRST.id).judgement == "j1"
    rejected = judge(desk(APART), "reject", FIRST.id, by="N.N.")
    for judgements, left in (((confirmed, rejected), 1), ((rejected, confirmed), 2)):
        evidence = replace(STORY.evidence(), judgements=stored(*judgements))
        assert len(Decisions()(evidence, Regrouped()(evidence, APART)).disputes) == left


def test_a_set_dispute_that_was_rejected_can_be_set_again():
    said = oppose(desk(NONE), ["Aldovia accused Brenia", "the words false"], by="N.N.")
    (made,) = heeded(NONE, said)
    rejected = judge(desk(replace(NONE, disputes=(made,))), "reject", made.id, by="N.N.")
    for judgements, left in (((said, rejected), 0), ((said, rejected, said), 1)):
        evidence = replace(STORY.evidence(), judgements=stored(*judgements))
        assert len(Decisions()(evidence, Regrouped()(evidence, NONE)).disputes) == left


def test_where_the_words_are_gone_it_is_an_orphan():
    said = oppose(desk(NONE), ["Aldovia accused Brenia", "the words false"], by="N.N.")
    (kept,) = stored(said)
    one = {"a": STORY.documents["a"]}
    evidence = Evidence(one, {"a": STORY.annotations["a"]}, (kept,))
    assert not Regrouped()(evidence, NONE).disputes
    assert orphans(evidence, NONE) == ("j1",)


def test_more_coverage_leaves_it_where_it_is():
    said = stored(oppose(desk(NONE), ["Aldovia accused Brenia", "the words false"], by="N.N."))
    more = Story(dict(STORY.documents), dict(STORY.annotations)).document("c", "The lake is wide.")
    found = [resolve(Evidence(s.documents, s.annotations, said)).disputes for s in (STORY, more)]
    ours = [[d for d in disputes if d.judgement] for disputes in found]
    assert len(ours[0]) == 1 and ours[0] == ours[1]
