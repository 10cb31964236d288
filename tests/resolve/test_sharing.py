"""One statement held against all at once is alike to each as it is when held against it alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from atstake.resolve.lexical import Weighing, cosine
from atstake.resolve.sharing import Sharing

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


def test_nothing_said_is_like_nothing():
    assert Sharing([]).holders(["a"], 3).tolist() == []
    assert Sharing([{}, {}]).alike({"a": 1.0}).tolist() == [0.0, 0.0]
