"""Which documents are like which, as few numbers: a large dossier has a hundred thousand links."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Link = tuple[int, str, str]
"""How alike two documents are, in millionths, and their ids."""

BITS = 21
"""Bits of each part of a packed link: two million documents, and twice the likeness of a text to itself."""
_MASK = (1 << BITS) - 1


@dataclass(frozen=True)
class Links:
    """``ids`` are the documents by their number; each link is one number: the two documents' and how alike.

    The highest bits are the number of the one document, then come that of the other and the likeness.
    Iterated they are ``Link``s.
    """

    ids: Sequence[str]
    packed: array[int]

    @classmethod
    def of(cls, links: Iterable[Link]) -> Links:
        """Links packed."""
        made = list(links)
        ids = sorted({id for _, *pair in made for id in pair})
        number = {id: n for n, id in enumerate(ids)}
        packed = ((number[a] << BITS | number[b]) << BITS | strength for strength, a, b in made)
        return cls(ids, array("q", packed))

    def __iter__(self) -> Iterator[Link]:
        for each in self.packed:
            yield each & _MASK, self.ids[each >> 2 * BITS], self.ids[each >> BITS & _MASK]

    def __len__(self) -> int:
        return len(self.packed)
