"""Links in the order in which they join documents, eight to a document, sorted as packed numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from atstake.model.links import BITS, Links

_MASK = (1 << BITS) - 1


def strongest_first(links: Iterable[Links], rank: Mapping[str, int]) -> Iterable[tuple[int, int, int]]:
    """How alike and the ranks of the two: each link between known documents once, ties by the ranks."""
    keys = np.sort(np.concatenate([_keys(each, rank) for each in links]))
    # Faster than np.unique, which sorts behind a table of hashes.
    keys = keys[np.append(True, keys[1:] != keys[:-1])] if len(keys) else keys
    parts = (_MASK - (keys >> 2 * BITS), keys >> BITS & _MASK, keys & _MASK)
    return zip(*(part.tolist() for part in parts), strict=True)


def _keys(links: Links, rank: Mapping[str, int]) -> NDArray[np.int64]:
    """Each link of known documents as a number: how far from the strongest, the lower rank, the higher."""
    ranks = np.array([rank.get(id, -1) for id in links.ids], np.int64)
    packed = np.array(links.packed, np.int64)
    one, other = ranks[packed >> 2 * BITS], ranks[packed >> BITS & _MASK]
    low, high = np.minimum(one, other), np.maximum(one, other)
    keys = ((_MASK - (packed & _MASK)) << BITS | low) << BITS | high
    found: NDArray[np.int64] = keys[low >= 0]
    return found
