"""Statements as resolution compares them: one speaker, one sentence, one thing said.

An attribution over several sentences becomes one unit a sentence, because that is what is answered and
shown; a sentence in the reporter's own voice is a unit by itself.
"""

from __future__ import annotations

import operator

from atstake.model.claims import Actor, Resolution
from atstake.model.stages import Evidence
from atstake.resolve.parties import Parties
from atstake.resolve.unit import Unit
from atstake.resolve.unit_maker import of_document

__all__ = ["Parties", "Unit", "units"]


def units(evidence: Evidence, resolution: Resolution) -> tuple[Unit, ...]:
    """All units of a dossier, by document and place."""
    return _LATEST.of(evidence, resolution)


class _Latest:
    """The units made last: several resolvers in turn ask for the same."""

    def __init__(self) -> None:
        self._asked: tuple[object, ...] = ()
        self._actors: tuple[Actor, ...] = ()
        self._governments: dict[str, str] = {}
        self._parties: dict[str, frozenset[str]] = {}
        self._made: tuple[Unit, ...] = ()

    def of(self, evidence: Evidence, resolution: Resolution) -> tuple[Unit, ...]:
        """The units of the evidence under who is who in the resolution.

        Where only the actors have changed (they were given sides), what was read off the words stays.
        """
        asked = (evidence, resolution.attributed, resolution.mentioned)
        known = len(self._asked) == len(asked) and all(map(operator.is_, asked, self._asked))
        if known and self._actors is resolution.actors:
            return self._made
        parties = Parties(resolution)
        if known and self._governments == parties.governments:
            if self._parties != parties.each:
                self._made = tuple(unit.under(parties) for unit in self._made)
        else:
            self._made = _all(evidence, parties)
        self._asked, self._actors = asked, resolution.actors
        self._governments, self._parties = parties.governments, parties.each
        return self._made

    def forget(self) -> None:
        """Lets go of the evidence."""
        self._asked, self._actors, self._governments, self._parties, self._made = (), (), {}, {}, ()


_LATEST = _Latest()


def _all(evidence: Evidence, parties: Parties) -> tuple[Unit, ...]:
    found: list[Unit] = []
    for key in sorted(evidence.annotations):
        if key in evidence.documents:
            found.extend(of_document(evidence.documents[key], evidence.annotations[key], parties))
    return tuple(found)
