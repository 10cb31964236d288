"""What is made of the evidence that was asked for last: several resolvers in turn ask for the same."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

from atstake.model.stages import Evidence

T = TypeVar("T")


class Latest(Generic[T]):
    """A function of the evidence that remembers the last answer, as long as that evidence is there.

    Evidence never changes, so it is told by what it is, not by what it holds.
    """

    def __init__(self, make: Callable[[Evidence], T]) -> None:
        self._make = make
        self._made: tuple[weakref.ref[Evidence], T] | None = None

    def __call__(self, evidence: Evidence) -> T:
        """What is made of the evidence."""
        if self._made is None or self._made[0]() is not evidence:
            self._made = weakref.ref(evidence), self._make(evidence)
        return self._made[1]
