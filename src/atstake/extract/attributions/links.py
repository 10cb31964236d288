"""Where two spans stand to each other, as the link heads see it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

ORDER_REACH = 5
"""How many candidates to the left, and to the right, are told apart."""
ORDERS = 2 * ORDER_REACH
PARAGRAPHS = 5
SENTENCES = 7


def order(askers: Ints, answers: Ints) -> Ints:
    """For each asker and answer (by start, answers sorted): which answer to the left or right it is."""
    before = np.searchsorted(answers, askers, side="left")
    ranks = np.arange(len(answers))[None, :] - before[:, None]
    classes: Ints = np.clip(ranks, -ORDER_REACH, ORDER_REACH - 1) + ORDER_REACH
    return classes


def apart(askers: Ints, answers: Ints, kinds: int) -> Ints:
    """How many paragraphs (or sentences) the answer is after the asker, as a class among ``kinds``."""
    reach = kinds // 2
    classes: Ints = np.clip(answers[None, :] - askers[:, None], -reach, reach) + reach
    return classes
