"""What editors chose for the page: title, standfirst, hidden and pinned lines, confirmations and notes."""

from __future__ import annotations

from atstake.brief.compose.wording import day
from atstake.model.provenance import Judgement, in_force
from atstake.model.text import Target
from atstake.text.overlap import Words

_SHOWN = {"confirm": "Confirmed", "note": "Note", "pin": "Chosen", "oppose": "Set against each other"}


class Editors:
    """The judgements in force, looked up by the words of a line."""

    def __init__(self, judgements: tuple[Judgement, ...]) -> None:
        self._standing = {j.id: j for j in in_force(judgements)}
        lines = {j.id: j.targets for j in self._standing.values() if j.targets and j.verb != "merge"}
        self._words = Words({key: targets for key, targets in lines.items()})

    def set(self, kind: str) -> Judgement | None:
        """The last text that an editor gave the brief's title or standfirst."""
        found = [
            j for j in self._standing.values() if j.kind == kind and j.verb == "relabel" and j.value.strip()
        ]
        return max(found, key=lambda j: (j.at, j.id), default=None)

    def notes_on_brief(self) -> tuple[str, ...]:
        """Notes to the whole brief."""
        found = [
            j for j in self._standing.values() if j.kind == "brief" and j.verb == "note" and j.value.strip()
        ]
        return tuple(f"Editor’s note{_by(j)}: {j.value}" for j in sorted(found, key=lambda j: (j.at, j.id)))

    def on(self, target: Target) -> tuple[Judgement, ...]:
        """The judgements on these words, oldest first."""
        found = [self._standing[key] for key in self._words.at(target)]
        return tuple(sorted(found, key=lambda j: (j.at, j.id)))

    def hides(self, target: Target) -> bool:
        """Whether the line is to be left out."""
        return any(j.verb == "hide" for j in self.on(target))

    def says(self, target: Target) -> str:
        """What is shown of the judgements: "Confirmed by N.N., 12 December 2015"."""
        said = []
        for j in self.on(target):
            if j.verb in _SHOWN and (j.verb != "note" or j.value):
                note = f": {j.value}" if j.verb == "note" else ""
                said.append(f"{_SHOWN[j.verb]}{_by(j)}{note}")
        return "; ".join(said)

    def pinned(self) -> tuple[Target, ...]:
        """The words that are to stand among the key points, in the order of choosing."""
        found = sorted((j for j in self._standing.values() if j.verb == "pin"), key=lambda j: (j.at, j.id))
        return tuple(j.targets[0] for j in found if j.targets)


def _by(judgement: Judgement) -> str:
    when = day(judgement.at)
    return (f" by {judgement.by}" if judgement.by else "") + (f", {when}" if when else "")
