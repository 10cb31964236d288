"""Signals of many pairs at once, as columns: what is asked of each pair is asked of all in one step.

A large story has a hundred thousand pairs of statements; named numbers made for one after the other took most
of the time of its resolution.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Sets = Sequence[frozenset[Any]]
"""A column of sets, as the sets of statements' parties."""
Columns = Mapping[str, Column]
"""Signals by name, each a number for each of some pairs."""
Found = dict[str, Column | Flags]
"""Signals as they are found, some of them told by yes and no."""


def flags(values: Iterable[bool]) -> Flags:
    """A column of yes and no."""
    return np.array(list(values), np.bool_)


def numbered(names: Iterable[Hashable]) -> Numbers:
    """A column of names as numbers: the same for the same name."""
    number: dict[Hashable, int] = {}
    return np.array([number.setdefault(name, len(number)) for name in names], np.int64)


def meet(one: Sets, other: Sets, a: Numbers, b: Numbers) -> Flags:
    """Of pairs whether the set of the one has anything of the set of the other."""
    apart = map(frozenset.isdisjoint, map(one.__getitem__, a.tolist()), map(other.__getitem__, b.tolist()))
    return np.logical_not(np.fromiter(apart, np.bool_, len(a)))


def signals(found: Found) -> Columns:
    """The signals that are found as numbers; absent where 0 for all."""
    return {name: column.astype(np.float64) for name, column in found.items() if column.any()}


def row(columns: Columns, at: int) -> dict[str, float]:
    """The signals of one of the pairs, absent where 0."""
    return {name: float(column[at]) for name, column in columns.items() if column[at]}
