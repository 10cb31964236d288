"""Many pairs of statements weighed at once are each what they are by themselves."""

from __future__ import annotations

import numpy as np
import pytest
from tests.resolve.made_statements import Story

from atstake.resolve.aspects import Aspects
from atstake.resolve.between import Betweens
from atstake.resolve.columns import row
from atstake.resolve.latest import Latest
from atstake.resolve.pairs import Context, candidates
from atstake.resolve.signals import Signals
from atstake.resolve.standing import scored
from atstake.resolve.units import units
from atstake.resolve.weighing import Linear, linear

CHARGE = ("Aldovia accused Brenia of draining the dam above Karst.", "Aldovia", "accused", "accuses")
WISH = ("Corland urged Brenia to reopen the dam.", "Corland", "urged", "demands")
DENIAL = ("Brenia denied draining the dam above Karst.", "Brenia", "denied", "denies")
REFUSAL = ("Brenia rejected the demand of Corland.", "Brenia", "rejected", "rejects")
OWN = "The water level had fallen by a metre in a week."


@pytest.fixture
def context() -> Context:
    story = (
        Story().document("a", CHARGE, OWN, WISH, DENIAL, REFUSAL).document("b", WISH, REFUSAL, CHARGE, OWN)
    )
    story.document("c", OWN, DENIAL, CHARGE)
    return Context(units(story.evidence(), story.resolution()))


def test_pairs_at_once_have_the_signals_of_each_alone(context):
    pairs = sorted(candidates(context), key=lambda pair: pair[::-1])
    a, b = np.array(pairs, np.int64).T
    signals = Signals(context)
    together = signals(a, b)
    alone = [row(signals(a[n : n + 1], b[n : n + 1]), 0) for n in range(len(pairs))]
    assert len({b for _, b in pairs}) > 3
    assert [row(together, n) for n in range(len(pairs))] == alone
    model = linear("antecedent")
    assert model.scores(together, len(pairs)).tolist() == pytest.approx([model.score(each) for each in alone])


def test_a_denial_right_behind_an_accusation_of_its_speaker(context):
    units = [(u.document, u.act) for u in context.units]
    a, b = units.index(("c", "denies")), units.index(("c", "accuses"))
    found = row(Signals(context)(np.array([a]), np.array([b])), 0)
    assert found["next"] == found["is-answer"] == found["last-said"] == 1.0
    assert "ahead" not in found and "abroad" not in found
    back = row(Signals(context)(np.array([b]), np.array([a])), 0)
    assert back["ahead"] == back["blame"] == back["names-b"] == 1.0
    assert "last-said" not in back


def test_what_stands_between_is_counted_in_whole_sentences_without_the_answerer_s_own(context):
    units = [(u.document, u.act, u.of is None) for u in context.units]
    a, b = units.index(("a", "accuses", True)), units.index(("a", "rejects", True))
    found = Betweens(Aspects(context))(np.array([a]), np.array([b]))
    # The demand counts, the denial is of the party that answers, the reporter's sentence is nobody's.
    assert (found.others.tolist(), found.named.tolist()) == ([1], [True])
    assert (found.wanted.tolist(), found.called.tolist(), found.accused.tolist()) == ([True], [True], [False])


@pytest.mark.parametrize("at_once", [1, 2, 1000])
def test_however_many_are_weighed_at_once_the_same_stand(context, monkeypatch, at_once):
    expected = scored(context, 0.0)
    monkeypatch.setattr("atstake.resolve.standing._AT_ONCE", at_once)
    assert scored(context, 0.0) == expected
    assert len(expected) == len(list(candidates(context)))


def test_only_what_is_sure_enough_stands(context):
    every = scored(context, 0.0)
    least = sorted(s.probability for s in every)[len(every) // 2]
    assert scored(context, least) == [s for s in every if s.probability >= least]


def test_a_signal_without_a_weight_counts_nothing():
    model = Linear({"near": 2.0, "bias": -1.0})
    columns = {"near": np.array([1.0, 0.5]), "far": np.array([1.0, 1.0])}
    assert model.scores(columns, 2).tolist() == [1.0, 0.0]
    assert model.scores({}, 2).tolist() == [-1.0, -1.0]


def test_the_latest_is_made_once_and_let_go_with_its_evidence():
    made = []
    latest = Latest(lambda evidence: made.append(1) or len(made))
    one, other = Story().document("a", OWN).evidence(), Story().document("a", OWN).evidence()
    assert [latest(one), latest(one), latest(other), latest(one)] == [1, 1, 2, 3]
    del one
    assert latest._made[0]() is None
