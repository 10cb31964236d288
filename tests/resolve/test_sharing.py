"""One statement held against all at once is alike to each as it is when held against it alone."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from atstake.resolve.lexical import Weighing, containment, cosine
from atstake.resolve.sharing import Rows, Sharing

statements = st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=8), min_size=1, max_size=12)


@given(statements)
def test_all_at_once_equals_one_by_one_to_the_last_bit(words):
    weighing = Weighing(words)
    vectors = [weighing.vector(w) for w in words]
    sharing = Sharing(vectors)
    for vector in vectors:
        assert sharing.alike(vector).tolist() == [cosine(vector, other) for other in vectors]


@given(statements, st.sets(st.sampled_from("abcxyz")), st.integers(0, 4))
def test_holders_are_those_of_words_that_few_hold(words, asked, most):
    weighing = Weighing(words)
    telling = {w for w in asked if 0 < sum(w in held for held in words) <= most}
    expected = [i for i, held in enumerate(words) if telling & set(held)]
    assert Sharing([weighing.vector(w) for w in words]).holders(asked, most).tolist() == expected


@given(statements, statements)
def test_pairs_at_once_are_each_as_it_is_alone_to_the_last_bit(one, other):
    weighing = Weighing(one + other)
    first, second = ([weighing.vector(w) for w in words] for words in (one, other))
    pairs = [(a, b) for a in range(len(first)) for b in range(len(second))]
    number: dict[str, int] = {}
    rows, others = Rows(first, number), Rows(second, number)
    shared = rows.shared(*np.array(pairs, np.int64).T, others)
    assert shared.cosine.tolist() == [cosine(first[a], second[b]) for a, b in pairs]
    assert shared.first_in_second.tolist() == [containment(first[a], second[b]) for a, b in pairs]
    assert shared.second_in_first.tolist() == [containment(second[b], first[a]) for a, b in pairs]


def test_no_pairs_share_nothing():
    none = np.zeros(0, np.int64)
    assert all(column.dtype == np.float64 and not len(column) for column in Rows([]).shared(none, none))


def test_nothing_said_is_like_nothing():
    assert Sharing([]).holders(["a"], 3).tolist() == []
    assert Sharing([{}, {}]).alike({"a": 1.0}).tolist() == [0.0, 0.0]
