"""The editors' verbs: from what they point at to a judgement, or one clear line."""

from __future__ import annotations

import pytest
from made_review import BODIES, DESK, at

from atstake.errors import InputError, UsageError
from atstake.model.provenance import Judgement
from atstake.model.stages import Evidence
from atstake.resolve.refer import Desk
from atstake.resolve.review import history, judge, merge, oppose, split, undo
from atstake.resolve.review_file import read_choices


def stored(judgement: Judgement, number: int) -> Judgement:
    from dataclasses import replace

    return replace(judgement, id=f"judgement-{number}", at=f"2020-01-0{number}T00:00:00")


def test_a_merge_points_at_the_words_of_both_by_id_or_by_name():
    by_id = merge(DESK, ["actor-lund", "actor-lundh"], by="N.N.")
    assert by_id == merge(DESK, ["anna LUND", "Anna Lundh"], by="N.N.")
    assert by_id.kind == "actor"
    assert [t.quote for t in by_id.targets] == ["Anna Lund", "Anna Lundh"]


def test_a_split_parts_words_or_a_whole_document():
    words = split(DESK, "actor-lund", ["Lund"], by="N.N.")
    assert [t.quote for t in words.targets] == ["Anna Lund", "Lund"]
    document = split(DESK, "actor-lund", ["d2"], by="N.N.")
    assert {t.document for t in document.targets[1:]} == {"d2"}
    with pytest.raises(UsageError, match="leave some"):
        split(DESK, "actor-lund", ["d1", "d2"], by="N.N.")


def test_a_merge_after_a_split_overrides_it():
    parted = stored(split(DESK, "actor-lund", ["d2"], by="N.N."), 1)
    desk = Desk(Evidence(DESK.evidence.documents, DESK.evidence.annotations, (parted,)), DESK.resolution)
    merged = merge(desk, ["actor-lund", "actor-lundh"], by="N.N.")
    assert set(parted.targets) <= set(merged.targets)


def test_a_dispute_is_judged_by_both_its_sides():
    rejected = judge(DESK, "reject", "dispute-1", by="N.N.")
    assert [t.quote for t in rejected.targets] == ["the bridge is closed", "Lund denied this"]


def test_statements_are_set_against_each_other_by_words_by_place_or_by_id():
    words = oppose(DESK, ["bridge is closed", "was not there"], by="N.N.")
    assert (words.verb, words.kind, words.value) == ("oppose", "dispute", "contradicts")
    assert [t.quote for t in words.targets] == ["bridge is closed", "was not there"]
    start = BODIES["d2"].index("Lund denied")
    placed = oppose(DESK, ["claim-1", f"d2:{start}-{start + 11}"], "denies", by="N.N.")
    assert placed.targets == (at("d1", "the bridge is closed"), at("d2", "Lund denied"))


def test_words_and_places_can_be_pinned_and_objects_be_found_by_their_words():
    pinned = judge(DESK, "pin", "denied this", by="N.N.")
    assert (pinned.kind, pinned.targets) == ("line", (at("d2", "denied this"),))
    start = BODIES["d2"].index("denied this")
    assert judge(DESK, "pin", f"d2:{start}-{start + 11}", by="N.N.") == pinned
    noted = judge(DESK, "note", "the bridge is closed", "asked again", by="N.N.", kind="claim")
    assert (noted.kind, noted.value) == ("claim", "asked again")


def test_the_title_is_a_judgement_too():
    assert judge(DESK, "relabel", "title", "The bridge", by="N.N.").kind == "title"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: merge(DESK, ["actor-lund", "actor-nobody"], by=""), "no such id"),
        (lambda: merge(DESK, ["actor-lund"], by=""), "two different"),
        (lambda: merge(DESK, ["actor-lund", "dispute-1"], by=""), "different things"),
        (lambda: merge(DESK, ["actor-", "dispute-1"], by=""), "2 ids begin"),
        (lambda: judge(DESK, "bless", "actor-lund", by=""), "no such verb"),
        (lambda: judge(DESK, "relabel", "actor-lund", by=""), "say what with"),
        (lambda: judge(DESK, "reject", "the bridge", by=""), "no object"),
        (lambda: judge(DESK, "hide", "title", by=""), "relabelled or noted"),
        (lambda: judge(DESK, "pin", "d1:5-900", by=""), "characters"),
        (lambda: split(DESK, "actor-lund", ["bridge"], by=""), "does not stand"),
        (lambda: oppose(DESK, ["claim-1"], by=""), "two statements"),
        (lambda: oppose(DESK, ["claim-1", "denied this"], "doubts", by=""), "one of denies, contradicts"),
        (lambda: oppose(DESK, ["claim-1", "no such words"], by=""), "no such id"),
        (lambda: oppose(DESK, ["claim-1", "bridge"], by=""), "do not overlap"),
        (lambda: judge(DESK, "oppose", "claim-1", by=""), "other arguments"),
        (lambda: undo((), "judgement-1", by=""), "no judgement"),
    ],
)
def test_what_cannot_be_understood_is_said_in_one_line(call, told):
    with pytest.raises(UsageError, match=told) as raised:
        call()
    assert "\n" not in str(raised.value)


def test_undo_takes_back_the_last_and_the_history_shows_it():
    first = stored(judge(DESK, "confirm", "actor-lund", by="N.N."), 1)
    second = stored(judge(DESK, "relabel", "title", "The bridge", by="N.N."), 2)
    gone = stored(undo((first, second), "last", by="M.M."), 3)
    assert gone.undoes == second.id
    entries = history((first, second, gone), orphans=[first.id])
    assert [(e.judgement.id, e.in_force, e.orphan) for e in entries] == [
        ("judgement-3", True, False),
        ("judgement-2", False, False),
        ("judgement-1", True, True),
    ]
    assert "[undone]" in entries[1].line() and "words not found" in entries[2].line()
    with pytest.raises(UsageError, match="already"):
        undo((first, second, gone), second.id, by="")
    redo = stored(undo((first, second, gone), gone.id, by=""), 4)
    assert history((first, second, gone, redo))[2].in_force


CHOICES = """
by = "N.N."
title = "The bridge"

[[merge]]
what = ["Anna Lund", "Anna Lundh"]

[[split]]
what = "actor-lund"
parted = "d2"

[[note]]
what = "dispute-1"
value = "Called; no answer."
"""


def test_a_file_of_choices_becomes_judgements_once():
    made = read_choices(DESK, CHOICES)
    assert [(j.verb, j.kind, j.by) for j in made] == [
        ("relabel", "title", "N.N."),
        ("merge", "actor", "N.N."),
        ("split", "actor", "N.N."),
        ("note", "dispute", "N.N."),
    ]
    holding = tuple(stored(j, n) for n, j in enumerate(made, 1) if j.verb != "split")
    desk = Desk(Evidence(DESK.evidence.documents, DESK.evidence.annotations, holding), DESK.resolution)
    assert [j.verb for j in read_choices(desk, CHOICES, by="other")] == ["split"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = ", "not a TOML"),
        ("[[bless]]\nwhat='x'", "bless: not known"),
        ("[[hide]]\nwords='x'", "hide 1: has no `what`"),
        ("[[hide]]\nwhat='bridge'\n[[hide]]\nwhat='nowhere said'", "hide 2: nowhere said"),
        ("[[hide]]\nwhat='bridge'\ncolour='x'", "colour is not known"),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused_whole(text, told):
    with pytest.raises(InputError, match=told):
        read_choices(DESK, text)
