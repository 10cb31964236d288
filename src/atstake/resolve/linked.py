"""Links in the order in which they join documents, sorted as packed numbers: there are ten to a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from atstake.model.links import BITS, Links


def strongest_first(links: Iterable[Links], rank: Mapping[str, int]) -> Iterable[tuple[int, int, int]]:
    """How alike and the ranks of the two: each link between known documents once, ties by the ranks."""
    low, high, strength = np.concatenate([_ranked(each, rank) for each in links], axis=1)
    order = np.lexsort((high, low, -strength))
    ordered = np.stack((strength[order], low[order], high[order]))
    once = np.ones(ordered.shape[1], dtype=bool)
    once[1:] = (ordered[:, 1:] != ordered[:, :-1]).any(axis=0)
    return zip(*ordered[:, once].tolist(), strict=True)


def _ranked(links: Links, rank: Mapping[str, int]) -> NDArray[np.int64]:
    """Of each link between known documents the lower rank, the higher, and how alike they are."""
    ranks = np.array([rank.get(id, -1) for id in links.ids], np.int64)
    packed, mask = np.array(links.packed, np.int64), (1 << BITS) - 1
    pairs = np.sort(ranks[np.stack((packed >> 2 * BITS, packed >> BITS & mask))], axis=0)
    found: NDArray[np.int64] = np.vstack((pairs, packed & mask))[:, pairs[0] >= 0]
    return found
