"""The page of one claim: every telling of it, every answer to it, and what it answers itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from atstake.model.actor_page import Answer
from atstake.model.annotations import Act
from atstake.model.brief import CLIP, Line, OriginGroup, Page, Part
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
class ClaimPage(Page):
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
