"""What the parts of the mention extractor hand each other: a stretch of tokens and what it stands for."""

from __future__ import annotations

from dataclasses import dataclass, field

from atstake.model.annotations import MentionForm, MentionType
from atstake.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention to be: ``tokens[first:last]`` with its head word; ``role`` is a stretch of tokens too."""

    first: int
    last: int
    head: int
    form: MentionForm
    type: MentionType
    country: str | None = None
    known: str = ""
    metonym: bool = False
    role: tuple[int, int] | None = None
    modifier: str = ""


@dataclass
class Board:
    """The tokens of a reading with the spots that are on them; a token belongs to one spot at most."""

    reading: Reading
    spots: list[Spot] = field(default_factory=list)
    taken: dict[int, Spot] = field(default_factory=dict)

    def free(self, first: int, last: int) -> bool:
        """Whether no spot is on any token of the stretch."""
        return not any(i in self.taken for i in range(first, last))

    def put(self, spot: Spot) -> None:
        """Adds a spot. The stretch must be free."""
        self.spots.append(spot)
        for i in range(spot.first, spot.last):
            self.taken[i] = spot

    def replace(self, old: Spot, new: Spot) -> None:
        """Puts a spot in the place of another."""
        self.spots.remove(old)
        for i in range(old.first, old.last):
            self.taken.pop(i, None)
        self.put(new)

    def words(self, first: int, last: int) -> str:
        """The stretch as it stands in the text."""
        tokens = self.reading.tokens
        return self.reading.text[tokens[first].start : tokens[last - 1].end] if last > first else ""

    def line(self, index: int) -> tuple[str, str]:
        """What stands before a token in its line of the text, and behind it."""
        text, token = self.reading.text, self.reading.tokens[index]
        end = text.find("\n", token.end)
        begin = text.rfind("\n", 0, token.start) + 1
        return text[begin : token.start], text[token.end : end if end >= 0 else None]

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one sentence."""
        tokens = self.reading.tokens
        if not (0 <= one < len(tokens) and 0 <= other < len(tokens)):
            return False
        return self.reading.sentence_at(tokens[one].start) is self.reading.sentence_at(tokens[other].start)
