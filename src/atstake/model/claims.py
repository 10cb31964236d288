"""What resolution makes of the annotations of many documents.

Ids are computed from content (see ``provenance``), never from the order of arrival.
``speaker`` fields hold an actor id, ``OUTLET`` where the reporter states it as fact,
or None where nobody is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from atstake.model.annotations import Certainty, FigureKind
from atstake.model.text import Span, Target

OUTLET = "(outlet)"

ActorKind = Literal["person", "government", "organisation", "armed-group", "population", "place"]
Relation = Literal["denies", "contradicts", "rejects", "differs-in-figure"]
ClaimState = Literal["reported", "attributed", "disputed", "denied", "corroborated", "superseded"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role as the coverage or the dated table gives it, with the days between which it is known to hold."""

    title: str
    first: str | None
    last: str | None
    target: Target | None = None
    """The words that give it, or None where it comes from the table that ships."""

    def held_on(self, date: str | None) -> bool:
        """Whether it is known to hold on a day (YYYY-MM-DD); an open end holds on any day on that side."""
        return date is None or (
            (not self.first or self.first <= date) and (not self.last or self.last >= date)
        )


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling of an actor, and how often it stands in the coverage."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Join:
    """Mentions under one spelling that were taken for an actor: in how many documents, and why.

    ``score`` is the clustering's, None where the identity is certain or an editor decided (``judgement``).
    """

    spelling: str
    documents: int
    reason: str
    score: float | None = None
    judgement: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks (FollowTheMoney, PLOVER).

    ``country`` ISO 3166 alpha-3; ``sector`` a PLOVER sector code with ``reason`` in words.
    ``mentions`` are mention ids, pronouns and nominals included. ``side`` is who it stands with
    in this story, by what is said in it, as an actor id of the side's most quoted member. ``joins`` says
    what was put together, and why.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    reason: str = ""
    roles: tuple[Role, ...] = ()
    aliases: tuple[Alias, ...] = ()
    mentions: tuple[str, ...] = ()
    side: str | None = None
    joins: tuple[Join, ...] = ()

    def role_on(self, date: str | None) -> Role | None:
        """The role held on a day (YYYY-MM-DD), said by the coverage before what the table says.

        With no date the first role. A role with open ends holds on any day on that side.
        """
        holding = [r for r in self.roles if r.held_on(date)]
        return min(holding, key=lambda r: (r.target is None, self.roles.index(r)), default=None)


@dataclass(frozen=True, slots=True)
class Echo:
    """A passage that two documents share, as it stands in each."""

    first: Target
    second: Target


@dataclass(frozen=True, slots=True)
class Origin:
    """The documents that are one text: a wire story and its copies. The earliest leads."""

    id: str
    documents: tuple[str, ...]
    agencies: tuple[str, ...] = ()
    echoes: tuple[Echo, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition and all its tellings.

    ``target`` is the best telling; ``attributions`` the attribution ids, ``statements`` the ids of the
    reporters' own statements of it; ``actors`` who committed to it; ``origins`` the origin ids.
    """

    id: str
    target: Target
    attributions: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    state: ClaimState = "reported"
    origins: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two statements that stand against each other; ``a`` the one disputed, ``b`` the answer.

    ``confidence`` is calibrated. ``signals`` names what spoke for it, for "show the work". ``judgement`` is
    the id of the editor's judgement that it rests on, "" where none does; its confidence is 1 then.
    """

    id: str
    a: Target
    b: Target
    speaker_a: str | None
    speaker_b: str | None
    relation: Relation
    explicit: bool
    confidence: float
    also_a: tuple[Target, ...] = ()
    also_b: tuple[Target, ...] = ()
    claim_a: str | None = None
    claim_b: str | None = None
    origins: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    judgement: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """An actor's stance on an issue: the best statement, when, and on how many origins it rests."""

    issue: str
    actor: str
    target: Target
    attribution: str | None = None
    date: str | None = None
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """What is on the table, named in the coverage's own words (``label`` is ``label_target``'s words).

    Contested where it has ``disputes``; else several actors speak of it and no dispute was found.
    """

    id: str
    label: str
    label_target: Target | None
    claims: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class FigurePoint:
    """One value of a series: who says it, as of when, in which words."""

    figure: str
    target: Target
    low: float | None
    high: float | None
    attributed_to: str | None
    as_of: str | None
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """Values for one thing: of what, of which of them, where, by whom, over time.

    ``disputed`` where claimants differ at one time.
    """

    id: str
    kind: FigureKind
    of: str
    place: str | None
    unit: str
    points: tuple[FigurePoint, ...]
    disputed: bool = False
    which: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's telling of an event ahead, as of its own date."""

    upcoming: str
    target: Target
    told: str | None
    certainty: Certainty
    earliest: str | None
    latest: str | None


SURE = 0.33
"""Probability of an event ahead from which a page shows it."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """An event ahead, from all its tellings (oldest first); the fields are those of the newest.

    ``afterwards`` is what the coverage says of it once its date had passed. ``earlier`` holds, oldest first,
    the best telling of each way in which things stood before: on other days, or not yet (or no longer) off.
    ``probability`` is that of its being an event for a diary, by all who tell of it.
    """

    id: str
    target: Target
    what: str
    participants: tuple[str, ...]
    place: str | None
    earliest: str | None
    latest: str | None
    certainty: Certainty
    tellings: tuple[Telling, ...] = ()
    origins: tuple[str, ...] = ()
    afterwards: Target | None = None
    earlier: tuple[Telling, ...] = ()
    probability: float = 1.0

    @property
    def sure(self) -> bool:
        """Whether it is likely enough for a page or a calendar; the data holds the less likely ones too."""
        return self.probability >= SURE


@dataclass(frozen=True, slots=True)
class Happening:
    """A past event from all its tellings, coded by PLOVER; actors by actor id, place by place id."""

    id: str
    target: Target
    event_type: str
    mode: str | None
    actor: str | None
    recipient: str | None
    place: str | None
    earliest: str | None
    latest: str | None
    events: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the story with WGS 84 coordinates; ``mentions`` are mention ids."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    mentions: tuple[str, ...] = ()
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """What the coverage leaves open: a question it raises, an accusation with no reply, a lone origin."""

    id: str
    kind: Literal["open-question", "no-reply", "single-origin"]
    target: Target
    speaker: str | None = None
    subject: str | None = None
    """Whose reply is missing, as an actor id."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why now: what the coverage gives as lead-up, condition or stake."""

    id: str
    target: Target
    cue: Span | None = None
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of position as a reporter tells it: the sentence, the words that say so, and whose it is."""

    id: str
    target: Target
    cue: Span
    actor: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resolution:
    """All resolved objects of a dossier, each layer sorted most important first.

    ``attributed`` links attribution id -> actor id; ``mentioned`` mention id -> actor id;
    ``origin_of`` document id -> origin id.
    """

    origins: tuple[Origin, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    issues: tuple[Issue, ...] = ()
    series: tuple[FigureSeries, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    happenings: tuple[Happening, ...] = ()
    places: tuple[Place, ...] = ()
    gaps: tuple[Gap, ...] = ()
    reasons: tuple[Reason, ...] = ()
    attributed: tuple[tuple[str, str], ...] = ()
    mentioned: tuple[tuple[str, str], ...] = ()
    origin_of: tuple[tuple[str, str], ...] = ()
    orphans: tuple[str, ...] = ()
    """Judgement ids whose words are no longer found."""
    shifts: tuple[Shift, ...] = ()
