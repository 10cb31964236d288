"""What a stage is: the protocols behind which extractors and resolvers can be replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from atstake.model.annotations import Annotations
from atstake.model.claims import Resolution
from atstake.model.provenance import Judgement
from atstake.model.reading import Reading
from atstake.model.text import Document


class Extractor(Protocol):
    """Reads one document and returns annotations of the layers it ``makes``.

    ``needs`` names the layers of ``Annotations`` that must be there before.
    """

    name: str
    needs: frozenset[str]
    makes: frozenset[str]

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """The layers it makes, and only those."""
        ...


@dataclass(frozen=True)
class Evidence:
    """What resolution works on: documents with their annotations, and what editors decided."""

    documents: Mapping[str, Document]
    annotations: Mapping[str, Annotations]
    judgements: tuple[Judgement, ...] = ()


class Resolver(Protocol):
    """Adds its layers to what was resolved so far; the same evidence gives the same result in any order."""

    name: str

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with this resolver's layers filled."""
        ...
