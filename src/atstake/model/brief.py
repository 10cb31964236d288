"""The brief: one page, part by part, each line made of atstake's own short words and of quotes.

Everything that a rendering shows is in the brief: quotes carry document and offsets, and a clipped
stretch of the paragraph around them; ``brief.check`` compares each with the stored text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Generic, Literal, TypeVar

from atstake.model.annotations import Certainty, FigureKind
from atstake.model.claims import ActorKind, Alias, Relation
from atstake.model.text import DocumentKind, FurnitureKind, Target

CLIP = 280
"""Most code points of one quote on a page, where nothing else is set."""

ChangeKind = Literal["new", "answered", "revised", "withdrawn"]
StepKind = Literal[
    "accusation", "demand", "proposal", "statement",
    "denial", "rejection", "contradiction", "figure", "report", "check",
]  # fmt: skip
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Prose:
    """Words that atstake writes itself: short, plain, and never a paraphrase of a quote."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """Whom a pronoun means: atstake's bracket, set after the quoted words that end at offset ``at``."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The source's exact words, as they are shown.

    ``cut_before`` and ``cut_after`` say that the sentence goes on there (an ellipsis outside the quotation
    marks). ``before`` and ``after`` are the rest of the paragraph, clipped, for the words behind the line.
    """

    target: Target
    cut_before: bool = False
    cut_after: bool = False
    notes: tuple[Note, ...] = ()
    before: str = ""
    after: str = ""

    def pieces(self) -> tuple[str | Note, ...]:
        """The words with the notes where they belong; a gap between spans is " … "."""
        found: list[str | Note] = []
        for i, (span, words) in enumerate(zip(self.target.spans, self.target.quotes, strict=True)):
            if i:
                found.append(" … ")
            begin = span.start
            for note in self.notes:
                if span.start < note.at <= span.end:
                    found += [words[begin - span.start : note.at - span.start], note]
                    begin = note.at
            found.append(words[begin - span.start :])
        return tuple(p for p in found if p)


@dataclass(frozen=True, slots=True)
class Line:
    """A whole statement. ``key`` is computed from its words: the anchor of its permanent link.

    ``actors`` whose words it shows, ``date`` when they were published (YYYY-MM-DD), ``origins`` how
    many independent texts carry it; ``also`` other tellings. ``change`` what it is since the last build;
    ``editor`` says what an editor did with it ("confirmed by N.N., 12 December"). ``teller`` is who tells
    that its speaker said it, where the quote does not show that another does.
    """

    key: str
    parts: tuple[Prose | Quote, ...]
    actors: tuple[str, ...] = ()
    date: str | None = None
    origins: tuple[str, ...] = ()
    also: tuple[Quote, ...] = ()
    issue: str | None = None
    change: ChangeKind | None = None
    editor: str = ""
    teller: str = ""

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes among its parts."""
        return tuple(p for p in self.parts if isinstance(p, Quote))


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """What a part of the page holds, and how many more there are in the data."""

    items: tuple[T, ...] = ()
    more: int = 0

    def __bool__(self) -> bool:
        return bool(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Stop:
    """Somewhere the actor is said to have been, or to be due (then with a certainty).

    ``when`` is "" where the words do not say; ``told`` then says when they were published. ``company`` are
    actor ids with their names; ``lat`` and ``lon`` WGS 84 degrees.
    """

    where: str
    when: str
    line: Line
    place: str | None = None
    earliest: str | None = None
    latest: str | None = None
    told: str = ""
    company: tuple[tuple[str, str], ...] = ()
    certainty: Certainty | None = None
    lat: float | None = None
    lon: float | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A card of *Who is involved*: any actor. ``quoted`` times, by ``origins`` independent texts."""

    actor: str
    name: str
    kind: ActorKind
    role: str = ""
    role_words: Quote | None = None
    side: str = ""
    quoted: int = 0
    origins: int = 0
    aliases: tuple[Alias, ...] = ()
    handle: str = ""
    lines: tuple[Line, ...] = ()
    stops: tuple[Stop, ...] = ()
    """A few of the places where they were or are due; all stand on the actor's own page."""


@dataclass(frozen=True, slots=True)
class Stance:
    """What one actor says on one issue: a cell of the positions matrix."""

    actor: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """An issue with the stances on it; ``label`` is in the coverage's own words where it has any."""

    issue: str
    label: Line
    stances: tuple[Stance, ...]
    disputes: int = 0
    origins: int = 0
    contested: bool = True
    """False where it only gathers what several say, each of what they like."""


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of a chain: who, and what it is to the one it answers (``answers``, an index)."""

    kind: StepKind
    actor: str | None
    name: str
    line: Line
    when: str = ""
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """Accusation, denial, answer. ``relation`` is the first answer's; ``confidence`` the strongest link's.

    A chain that is "checked" ends in a checker's verdict and is no dispute of the evidence; one that is
    ``decided`` an editor set or confirmed.
    """

    key: str
    steps: tuple[Step, ...]
    relation: Relation | Literal["checked"]
    origins: tuple[str, ...] = ()
    confidence: float = 1.0
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of position as a reporter tells it, in one sentence: what was held and what is held now."""

    shift: str
    actor: str
    name: str
    """Whose position it is; "" where only the words themselves say so."""
    line: Line
    reporter: str
    """The outlet that says so."""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A row of a figure's table. ``low``, ``high`` in base units, None = open; ``words`` writes them out."""

    low: float | None
    high: float | None
    words: str
    claimant: str
    actor: str | None
    as_of: str | None
    when: str
    line: Line


@dataclass(frozen=True, slots=True)
class Count:
    """One thing counted, and what each claimant says of it."""

    series: str
    kind: FigureKind
    heading: str
    values: tuple[Value, ...]
    unit: str = ""
    disputed: bool = False
    more: int = 0


@dataclass(frozen=True, slots=True)
class Next:
    """An event ahead; ``earliest`` and ``latest`` inclusive local days, None where no date is said."""

    event: str
    line: Line
    when: str
    earliest: str | None
    latest: str | None
    certainty: Certainty
    participants: tuple[str, ...] = ()
    place: str = ""
    before: str = ""
    """What was said of it earlier, where that differs ("2 June 2021, scheduled")."""
    outcome: Line | None = None
    """What the coverage reports of it, where its day is past; None where it is still ahead."""


@dataclass(frozen=True, slots=True)
class Past:
    """An entry of the timeline."""

    event: str
    line: Line
    when: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, in WGS 84 degrees; ``mentions`` how often the coverage names it."""

    place: str
    name: str
    lat: float | None
    lon: float | None
    line: Line
    country: str | None = None
    mentions: int = 0
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """What the coverage leaves open; ``remark`` is atstake's ("No reply from X found")."""

    kind: Literal["open-question", "no-reply", "single-origin"]
    line: Line
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PostCard:
    """A post as a source of its own."""

    document: str
    author: str
    handle: str
    date: str | None
    when: str
    line: Line
    url: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Furniture of a document: its kind, how often, and its words, clipped."""

    kind: FurnitureKind
    count: int
    examples: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the dossier."""

    document: str
    kind: DocumentKind
    title: str
    publisher: str
    date: str | None
    when: str
    url: str = ""
    agencies: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    origin: str = ""
    parent: str | None = None
    left_out: tuple[LeftOut, ...] = ()
    shared: Quote | None = None
    """The longest passage that it has in common with the first of its origin."""


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Documents that are one text, the earliest first: they count once."""

    origin: str
    sources: tuple[Source, ...]
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What is different since the last build; ``was`` holds the words it replaces."""

    kind: ChangeKind
    of: Literal["claim", "dispute", "figure", "event"]
    line: Line
    remark: str = ""
    was: Quote | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline that the pages themselves point to."""

    title: str
    url: str
    publisher: str


class Page:
    """What every page can be asked: its sources, lines and quotes."""

    sources: Part[OriginGroup]

    def documents(self) -> dict[str, Source]:
        """All sources by document id."""
        return {s.document: s for group in self.sources for s in group.sources}

    def lines(self) -> Iterator[Line]:
        """Every line of every part, in the order of the page."""
        yield from walk(self, Line)

    def quotes(self) -> Iterator[Quote]:
        """Every quote, other tellings and what was left out included."""
        yield from walk(self, Quote)


@dataclass(frozen=True)
class Brief(Page):
    """The page, its parts in their order. An empty part does not appear."""

    title: Line
    standfirst: tuple[str, ...] = ()
    key_points: Part[Line] = field(default_factory=Part)
    who: Part[Person] = field(default_factory=Part)
    table: Part[Contest] = field(default_factory=Part)
    why_now: Part[Line] = field(default_factory=Part)
    claims: Part[Chain] = field(default_factory=Part)
    shifts: Part[Turn] = field(default_factory=Part)
    figures: Part[Count] = field(default_factory=Part)
    ahead: Part[Next] = field(default_factory=Part)
    past: Part[Past] = field(default_factory=Part)
    where: Part[Spot] = field(default_factory=Part)
    unknown: Part[Unknown] = field(default_factory=Part)
    posts: Part[PostCard] = field(default_factory=Part)
    sources: Part[OriginGroup] = field(default_factory=Part)
    changes: Part[Change] = field(default_factory=Part)
    related: Part[Headline] = field(default_factory=Part)
    names: tuple[tuple[str, str], ...] = ()
    """Actor id -> name, for all actors that a line refers to."""
    first: str | None = None
    last: str | None = None
    """Days of the oldest and newest article."""
    language: str = "en"
    run: str = ""
    version: str = ""
    clip: int = CLIP


def walk(thing: object, kind: type[T]) -> Iterator[T]:
    """All things of a kind inside a tree of dataclasses and tuples."""
    if isinstance(thing, kind):
        yield thing
    if isinstance(thing, tuple):
        for item in thing:
            yield from walk(item, kind)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for f in fields(thing):
            yield from walk(getattr(thing, f.name), kind)
