"""The best allowed sequence, against trying all of them."""

import itertools

import numpy as np
import pytest

from atstake.extract.attributions.tags import TAG_IDS, TAGS
from atstake.extract.attributions.viterbi import spans, tag


def allowed(tags: tuple[int, ...]) -> bool:
    names = ["O", *(TAGS[t] for t in tags)]
    return all(b[0] != "I" or a[2:] == b[2:] for a, b in itertools.pairwise(names))


@pytest.mark.parametrize("seed", range(5))
def test_equals_exhaustive_search(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(7, len(TAGS))).astype(np.float32)
    starts = np.array([0, 4, 5])
    found = tag(scores, starts)
    for a, b in ((0, 4), (4, 5), (5, 7)):
        best = max(
            (t for t in itertools.product(range(len(TAGS)), repeat=b - a) if allowed(t)),
            key=lambda t: sum(scores[a + i, x] for i, x in enumerate(t)),
        )
        assert tuple(found[a:b]) == best


def test_nothing_gives_nothing() -> None:
    assert len(tag(np.zeros((0, len(TAGS)), np.float32), np.zeros(0, np.int64))) == 0


def test_spans_of_tags() -> None:
    names = ["B-source", "I-source", "B-cue", "B-content", "I-content", "O", "B-content"]
    found = spans(np.array([TAG_IDS[n] for n in names]))
    assert found == {"source": [(0, 2)], "cue": [(2, 3)], "content": [(3, 5), (6, 7)]}
