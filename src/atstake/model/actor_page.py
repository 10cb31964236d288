"""The page of one actor: what they said over time, where they were, their roles, and how they are known.

Like the brief it holds all that a rendering shows, and each line and quote stands on stored words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from atstake.model.annotations import Act
from atstake.model.brief import CLIP, Line, OriginGroup, Page, Part, Quote, Stop
from atstake.model.claims import ActorKind, Join, Relation
from atstake.model.provenance import Verb


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says against a statement; ``actor`` and ``name`` as in a brief's steps."""

    relation: Relation
    actor: str | None
    name: str
    line: Line


@dataclass(frozen=True, slots=True)
class Said:
    """One statement with all its tellings (``line.also``), on the day it was first published."""

    line: Line
    act: Act
    date: str | None
    when: str
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """A position that changed, as a reporter tells it; ``was`` is what was said before, where it is known."""

    line: Line
    was: Line | None = None
    when: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A role: said by the coverage on the days of ``when`` (``words``), or held then by the table."""

    title: str
    when: str
    words: Quote | None = None


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words that stand for the actor: how often, and where, the antecedent noted beside a pronoun."""

    text: str
    count: int
    form: Literal["name", "description", "pronoun"] = "name"
    examples: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor decided of the actor; ``command`` takes it back (or brings it back)."""

    judgement: str
    verb: Verb
    by: str
    when: str
    why: str
    words: tuple[Quote, ...]
    command: str


@dataclass(frozen=True)
class ActorPage(Page):
    """The page, its parts in their order. An empty part does not appear.

    ``country`` is the state's name with its ISO 3166 alpha-3 ``code``, ``sector`` a PLOVER sector, ``reason``
    why they are held to be so; ``side`` is the name of the side in this story. ``quoted`` counts
    attributions, ``statements.more`` statements that cannot stand alone or for which there is no room.
    """

    actor: str
    name: str
    kind: ActorKind
    role: str = ""
    country: str = ""
    code: str | None = None
    sector: str | None = None
    reason: str = ""
    side: str = ""
    mentions: int = 0
    quoted: int = 0
    origins: int = 0
    statements: Part[Said] = field(default_factory=Part)
    shifts: Part[Shift] = field(default_factory=Part)
    stops: Part[Stop] = field(default_factory=Part)
    roles: Part[Held] = field(default_factory=Part)
    spellings: Part[Spelling] = field(default_factory=Part)
    joined: Part[Join] = field(default_factory=Part)
    decisions: Part[Decision] = field(default_factory=Part)
    sources: Part[OriginGroup] = field(default_factory=Part)
    names: tuple[tuple[str, str], ...] = ()
    when: str = ""
    """The days of the coverage that it quotes, in words."""
    language: str = "en"
    run: str = ""
    version: str = ""
    clip: int = CLIP
