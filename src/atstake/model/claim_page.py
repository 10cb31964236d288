"""The page of one claim: every telling of it, every answer to it, and what it answers itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from atstake.model.actor_page import Answer
from atstake.model.annotations import Act
from atstake.model.brief import CLIP, Line, OriginGroup, Part, Quote, Source, walk
from atstake.model.claims import ClaimState


@dataclass(frozen=True, slots=True)
class Telling:
    """Who says it, on the day it was first published; ``line.also`` holds the same words elsewhere.

    ``actor`` is None and ``name`` the outlet's where a reporter states it as fact.
    """

    actor: str | None
    name: str
    act: Act
    date: str | None
    when: str
    line: Line


@dataclass(frozen=True)
class ClaimPage:
    """The page, its parts in their order. An empty part does not appear. ``title`` is the best telling."""

    claim: str
    title: Line
    state: ClaimState
    origins: int
    tellings: Part[Telling] = field(default_factory=Part)
    answers: Part[Answer] = field(default_factory=Part)
    answered: Part[Answer] = field(default_factory=Part)
    sources: Part[OriginGroup] = field(default_factory=Part)
    names: tuple[tuple[str, str], ...] = ()
    when: str = ""
    """The days of the coverage that it quotes, in words."""
    language: str = "en"
    run: str = ""
    version: str = ""
    clip: int = CLIP

    def documents(self) -> dict[str, Source]:
        """All sources by document id."""
        return {s.document: s for group in self.sources for s in group.sources}

    def lines(self) -> Iterator[Line]:
        """Every line of every part, in the order of the page."""
        yield from walk(self, Line)

    def quotes(self) -> Iterator[Quote]:
        """Every quote, other tellings included."""
        yield from walk(self, Quote)
