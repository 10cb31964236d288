"""What was rejected is gone with all links to it; what was relabelled is renamed; undo brings it back."""

from __future__ import annotations

from dataclasses import replace

from made_review import DESK, at

from atstake.model.annotations import Attribution, Figure
from atstake.model.claims import Resolution
from atstake.model.provenance import Judgement
from atstake.model.stages import Evidence
from atstake.resolve.deciding import Decisions, heeded
from atstake.resolve.review import judge

FOUND = replace(DESK.resolution, attributed=(("t1", "actor-lund"),), mentioned=(("m3", "actor-lundh"),))


def under(*judgements: Judgement) -> Resolution:
    return Decisions()(replace(DESK.evidence, judgements=judgements), FOUND)


def stored(judgement: Judgement, number: int) -> Judgement:
    return replace(judgement, id=f"j{number}", at=f"2020-01-0{number}")


def test_without_judgements_nothing_changes():
    assert under() == FOUND
    assert heeded(DESK.evidence) is DESK.evidence


def test_a_rejected_actor_said_nothing_that_is_shown():
    found = under(stored(judge(DESK, "reject", "actor-lund", by=""), 1))
    assert [a.id for a in found.actors] == ["actor-lundh"]
    assert found.attributed == () and found.mentioned == FOUND.mentioned
    assert found.disputes[0].speaker_b is None


def test_the_last_word_counts_and_undo_gives_everything_back():
    reject = stored(judge(DESK, "reject", "dispute-1", by=""), 1)
    assert under(reject).disputes == ()
    assert under(reject, stored(judge(DESK, "confirm", "dispute-1", by=""), 2)) == FOUND
    assert under(reject, Judgement("j2", "undo", "dispute", at="2020-01-02", undoes="j1")) == FOUND


def test_relabelling_sets_names_and_only_known_relations():
    named = under(stored(judge(DESK, "relabel", "actor-lundh", "A. Lundh", by=""), 1))
    assert [a.name for a in named.actors] == ["Anna Lund", "A. Lundh"]
    relation = judge(DESK, "relabel", "dispute-1", "rejects", by="")
    assert under(stored(relation, 1)).disputes[0].relation == "rejects"
    assert under(stored(replace(relation, value="likes"), 1)).disputes == FOUND.disputes


def test_orphans_are_listed():
    lost = Judgement("j1", "reject", "claim", (at("d2", "was not there"),))
    assert under(lost).orphans == ("j1",)


def test_a_rejected_attribution_is_not_read_at_all():
    attribution = Attribution("t1", at("d1", "the bridge is closed"), mention="m1")
    figure = Figure("f1", at("d1", "the bridge"), at("d1", "bridge").spans[0], "other", attribution="t1")
    before = replace(DESK.evidence.annotations["d1"], attributions=(attribution,), figures=(figure,))
    judgement = Judgement("j1", "reject", "attribution", (attribution.content,))
    evidence = Evidence(DESK.evidence.documents, {**DESK.evidence.annotations, "d1": before}, (judgement,))
    after = heeded(evidence).annotations["d1"]
    assert after.attributions == () and after.figures[0].attribution is None
    assert after.mentions == before.mentions


def test_with_a_rejected_attribution_goes_what_only_its_words_tell():
    outer = Attribution("t1", at("d1", "the bridge is closed"), mention="m1")
    relayed = Attribution("t2", at("d1", "closed"), channel="relayed", via="t1")
    agency = Attribution("t3", at("d1", "bridge"), via="t1")
    before = replace(DESK.evidence.annotations["d1"], attributions=(outer, relayed, agency))
    judgement = Judgement("j1", "reject", "attribution", (outer.content,))
    evidence = replace(DESK.evidence, annotations={"d1": before}, judgements=(judgement,))
    left = heeded(evidence).annotations["d1"].attributions
    assert [(a.id, a.via) for a in left] == [("t3", None)]


def test_an_attribution_can_be_given_its_right_speaker():
    attribution = Attribution("t1", at("d2", "was not there"), mention="m3")
    before = replace(DESK.evidence.annotations["d2"], attributions=(attribution,))

    def speaker(name: str) -> str | None:
        judgement = Judgement("j1", "relabel", "attribution", (attribution.content,), name)
        evidence = Evidence(
            DESK.evidence.documents, {**DESK.evidence.annotations, "d2": before}, (judgement,)
        )
        return heeded(evidence).annotations["d2"].attributions[0].mention

    assert speaker("lund") == "m2"
    assert speaker("Anna Lund") == "m1"
    assert speaker("Nobody") == "m3"
