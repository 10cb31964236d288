"""What extractors find in one document. Annotations are facts about words, never changed later:
resolution adds links beside them.

Every annotation has an ``id`` computed from what it is (document, kind, spans), see
``provenance.content_id``; so the same words read by the same rule have the same id on any run.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from atstake.model.text import Span, Target

MentionForm = Literal["name", "title", "nominal", "pronoun", "acronym", "handle"]
MentionType = Literal[
    "person",
    "government",
    "organisation",
    "armed-group",
    "population",
    "place",
    "demonym",
    "title",
    "unknown",
]
Act = Literal[
    "says", "denies", "accuses", "demands", "rejects", "promises", "threatens",
    "proposes", "confirms", "doubts", "praises", "agrees", "other",
]  # fmt: skip
Polarity = Literal["positive", "negative"]
Certainty = Literal["scheduled", "tentative", "proposed", "conditional", "cancelled"]
FigureKind = Literal[
    "killed", "injured", "casualties", "missing", "displaced", "detained",
    "troops", "strikes", "money", "percent", "votes", "other",
]  # fmt: skip
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementMark = Literal["headline", "heading", "lead", "question", "open", "reason", "stakes"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or some place.

    ``head`` is the head word's stretch. ``metonym`` is true where a place's name acts or speaks
    as a government. ``antecedent`` is the id of the mention, in the same document, that these
    words point back to (coreference). ``role`` is the title said with a name
    ("Russian Foreign Minister"), ``modifier`` what dates it ("former", "acting").
    ``country`` is the ISO 3166 alpha-3 code that the words (role included) give, ``known`` the
    canonical name where the tables that ship know the words.
    """

    id: str
    target: Target
    form: MentionForm
    type: MentionType
    head: Span
    metonym: bool = False
    antecedent: str | None = None
    role: Target | None = None
    modifier: str = ""
    country: str | None = None
    known: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what (PARC, PolNeAR): source, cue, content.

    ``source`` may be absent ("it is alleged"); ``cue`` may be (a post, a transcript's turn).
    ``mention`` is the id of the mention that is the source. ``form`` tells a quotation from
    reported speech; ``channel`` is where the source was named: in the text, as a transcript's
    label, as a post's account, as a headline's "Kerry: ..."; "relayed": inside another's words.
    ``via`` is the id of the attribution whose words tell it ("the king denied it, the minister said"),
    ``joint`` that of the first of several who say it together ("Brenia and Arland said").
    ``probability`` is calibrated: of those at 0.8, eight in ten are attributions.
    """

    id: str
    content: Target
    source: Target | None = None
    cue: Target | None = None
    mention: str | None = None
    act: Act = "says"
    polarity: Polarity = "positive"
    hedged: bool = False
    form: Literal["direct", "indirect", "mixed"] = "indirect"
    channel: Literal["text", "transcript", "post", "headline", "signature", "relayed"] = "text"
    probability: float = 1.0
    via: str | None = None
    joint: str | None = None

    @property
    def document(self) -> str:
        """Id of the document."""
        return self.content.document

    @property
    def relayed(self) -> bool:
        """Whether somebody else than a news outlet tells that its source said it."""
        return self.channel == "relayed"

    @property
    def second(self) -> bool:
        """Whether its words are another attribution's too: told inside it, or said together."""
        return self.relayed or self.joint is not None

    @property
    def parts(self) -> tuple[Target, ...]:
        """Source, cue and content, as far as there are any."""
        return tuple(t for t in (self.source, self.cue, self.content) if t is not None)

    @property
    def whole(self) -> Span:
        """The outermost stretch over source, cue and content."""
        return Span(min(t.start for t in self.parts), max(t.end for t in self.parts))


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: ``value`` as in the standard ("2015-12-15", "P3D", "PRESENT_REF"), ``mod`` likewise.

    ``earliest`` and ``latest`` are the interval of local days that the words can mean, inclusive,
    YYYY-MM-DD; null where open or where the expression names no day (a duration, a set).
    """

    id: str
    target: Target
    type: TimeType
    value: str
    mod: str = ""
    earliest: str | None = None
    latest: str | None = None
    clock: str | None = None
    """Time of day as said, with its zone in words ("10:00 Moscow time" -> "10:00 Moscow")."""
    signal: str = ""
    """The preposition before it (a TimeML SIGNAL): "since", "until", "by", "within", "from", ..., or ""."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that matters. ``target`` is the clause or sentence, ``number`` the words of the value.

    ``low`` and ``high`` in base units (34000000000, not 34), null = open. ``of`` says in the text's
    own words what is counted. ``place`` and ``as_of`` as far as the text says so.
    ``attribution`` is the id of the attribution around it, if any.
    """

    id: str
    target: Target
    number: Span
    kind: FigureKind
    of: str = ""
    low: float | None = None
    high: float | None = None
    unit: str = ""
    place: str | None = None
    place_mention: str | None = None
    as_of: str | None = None
    since: str | None = None
    cumulative: bool = False
    attribution: str | None = None
    which: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A coded event (PLOVER): who did what to whom, where, when. Mentions by id."""

    id: str
    target: Target
    trigger: Span
    event_type: str
    mode: str | None = None
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    earliest: str | None = None
    latest: str | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Upcoming:
    """An event told as ahead of the document's date; ``cue`` is the words that give its certainty."""

    id: str
    target: Target
    what: str
    participants: tuple[str, ...] = ()
    place: str | None = None
    earliest: str | None = None
    latest: str | None = None
    certainty: Certainty = "scheduled"
    cue: Span | None = None
    time: str | None = None
    probability: float = 1.0
    """How likely an editor would put it in a diary, by how it is told alone."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the reading, with what it is good for in a brief.

    ``outlet`` is true where the reporter says it in their own voice: no attribution covers it.
    """

    id: str
    target: Target
    paragraph: int
    position: int
    outlet: bool = True
    marks: tuple[StatementMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody is said to have been somewhere: mentions by id, ``company`` those who were there with them.

    ``earliest`` and ``latest`` as far as the words say when; ``trigger`` is the word that tells it.
    """

    id: str
    target: Target
    trigger: Span
    who: str
    place: str
    company: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True)
class Annotations:
    """All that was found in one document."""

    document: str
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    upcoming: tuple[Upcoming, ...] = ()
    statements: tuple[Statement, ...] = ()
    presences: tuple[Presence, ...] = ()
    phrases: tuple[Span, ...] = ()
    """Noun phrases by which a matter can be named, in text order."""

    def merged(self, other: Annotations) -> Annotations:
        """Both together; ``other`` may hold only some layers. A layer that ``other`` fills replaces ours."""
        layers = {f.name: getattr(other, f.name) for f in fields(self) if f.name != "document"}
        return replace(self, **{name: layer for name, layer in layers.items() if layer})
