"""The dossier as the composing modules look things up in it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from atstake.brief.compose.editors import Editors
from atstake.brief.compose.likeness import content_words
from atstake.model.annotations import Attribution, Figure, Mention, Statement, TimeExpression
from atstake.model.brief import CLIP
from atstake.model.claims import OUTLET, Actor, FigurePoint, Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target

# An attribution is what a stretch belongs to where its content covers at least this share of it.
_COVERS = 0.6
# A doubtful attribution is none, where it has no source.
LIKELY = 0.5
_HOPS = 8
_SOME, _MANY = 3, 8
"""Articles from which on a dossier has a common subject, and from which on it is large."""
_FIRST = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")


class Coverage:
    """Documents, annotations and resolved objects with the look-ups that lines need. Built once a brief."""

    def __init__(self, evidence: Evidence, resolution: Resolution, clip: int = CLIP) -> None:
        self.documents, self.annotations = evidence.documents, evidence.annotations
        self.judgements, self.editors = evidence.judgements, Editors(evidence.judgements)
        self.resolution, self.clip = resolution, clip
        self.actors: dict[str, Actor] = {a.id: a for a in resolution.actors}
        self.attributed = dict(resolution.attributed)
        self.mentioned = dict(resolution.mentioned)
        self.origin_of = dict(resolution.origin_of)
        self._statements = {d: sorted(a.statements, key=_start) for d, a in self.annotations.items()}
        self._starts = {d: [s.target.start for s in found] for d, found in self._statements.items()}
        self._mentions = {d: sorted(a.mentions, key=_start) for d, a in self.annotations.items()}
        self._mention_starts = {d: [m.target.start for m in found] for d, found in self._mentions.items()}
        for said in [a for d in self.documents for a in self.attributions(d) if self._names_its_source(a)]:
            self.attributed.pop(said.id, None)

    @cached_property
    def mention(self) -> dict[str, Mention]:
        """Mentions by id."""
        return {m.id: m for found in self._mentions.values() for m in found}

    @cached_property
    def sources(self) -> frozenset[str]:
        """The mentions that are the source of an attribution."""
        said = (a.mention for layers in self.annotations.values() for a in layers.attributions)
        return frozenset(id for id in said if id is not None)

    @cached_property
    def surnames(self) -> dict[str, set[str]]:
        """The people that go by each last name."""
        found: dict[str, set[str]] = {}
        for actor in self.actors.values():
            if actor.kind == "person" and " " in actor.name:
                found.setdefault(actor.name.split()[-1], set()).add(actor.id)
        return found

    @cached_property
    def articles(self) -> list[Document]:
        """Documents that stand on their own, oldest first."""
        alone = [d for d in self.documents.values() if d.parent not in self.documents]
        return sorted(alone, key=lambda d: (self.date(d.id) or "", d.id))

    @cached_property
    def _publishers(self) -> frozenset[str]:
        return frozenset(d.publisher.casefold() for d in self.articles)

    @cached_property
    def now(self) -> str | None:
        """The day of the newest article: what lies after it is ahead."""
        return max((d.date for d in self.articles if d.date), default=None)

    @cached_property
    def shared(self) -> dict[str, float]:
        """The share of independent origins in which each content word stands, but for words of one alone."""
        counted: Counter[str] = Counter()
        leaders = {self.origin_of.get(d.id, d.id): d for d in reversed(self.articles)}
        for d in leaders.values():
            counted.update(content_words(d.text))
        few = 1 if len(leaders) < 3 else 2
        return {w: n / len(leaders) for w, n in counted.items() if n >= few}

    @property
    def has_subject(self) -> bool:
        """Whether there are articles enough to tell what all are about from what one of them tells."""
        return len(self.articles) >= _SOME

    @property
    def is_large(self) -> bool:
        """Whether there are so many that not all they tell can be shown."""
        return len(self.articles) >= _MANY

    def centrality(self, words: frozenset[str]) -> float:
        """How much of a statement most of the coverage speaks of too; long ones gain little."""
        return math.fsum(self.shared.get(w, 0.0) for w in words) / math.sqrt(len(words) or 1)

    @cached_property
    def greatest(self) -> float:
        """The centrality of the most central statement."""
        return max(
            (
                self.centrality(content_words(s.target.quote))
                for d in self.articles
                for s in self.statements(d.id)
            ),
            default=0.0,
        )

    def text(self, document: str) -> str:
        """The stored text."""
        return self.documents[document].text

    def date(self, document: str) -> str | None:
        """The day a document was published; a post without one has its article's."""
        d = self.documents.get(document)
        if d is None:
            return None
        return d.date or (self.date(d.parent) if d.parent and d.parent != document else None)

    def publisher(self, document: str) -> str:
        """The outlet, or the account behind a post."""
        d = self.documents[document]
        if d.kind == "post":
            return d.author or (f"@{d.handle}" if d.handle else "") or d.publisher
        parent = self.documents.get(d.parent) if d.parent else None
        return d.publisher or (parent.publisher if parent else "")

    def origins(self, documents: Iterable[str]) -> tuple[str, ...]:
        """The independent texts behind the documents, in a fixed order."""
        return tuple(sorted({self.origin_of.get(d, d) for d in documents}))

    def name(self, actor: str | None, document: str = "") -> str:
        """The name to show for a speaker: an actor's, the outlet's own voice, or "" where nobody is known."""
        if actor == OUTLET:
            return self.publisher(document) if document in self.documents else ""
        found = self.actors.get(actor or "")
        return found.name if found and len(found.name) > 1 else ""

    def statements(self, document: str) -> list[Statement]:
        """The document's sentences in order."""
        return self._statements.get(document, [])

    def is_outlet(self, actor: str) -> bool:
        """Whether an actor is known for a news outlet, or called as one of these articles' is.

        What it reports is no position of its own.
        """
        known = self.actors.get(actor)
        if known is None or known.kind != "organisation":
            return False
        # "According to the Echo", where the Halden Echo is an outlet of the story.
        named = known.name.casefold() in self._publishers or known.name in self._short_outlets
        return known.sector == "MED" or named

    @cached_property
    def _short_outlets(self) -> frozenset[str]:
        """The last words of the names of outlets, two words long at least."""
        named = [a.name for a in self.actors.values() if a.sector == "MED" and a.kind == "organisation"]
        named += [d.publisher for d in self.documents.values()]
        return frozenset(name.split()[-1] for name in named if " " in name)

    def sentences(self, target: Target) -> list[Span]:
        """The sentences that the target touches, or the target itself where none are known."""
        found, starts = self.statements(target.document), self._starts.get(target.document, [])
        first = max(0, bisect_right(starts, target.start) - 1)
        last = bisect_left(starts, target.end)
        touched = [s.target.whole for s in found[first:last] if s.target.whole.overlaps(target.whole)]
        return touched or [target.whole]

    def sentence_before(self, document: str, offset: int) -> Span | None:
        """The last sentence that ends at or before the offset."""
        i = bisect_left(self._starts.get(document, []), offset) - 1
        return self._statements[document][i].target.whole if i >= 0 else None

    def sentence_after(self, document: str, offset: int) -> Span | None:
        """The first sentence that begins at or behind the offset."""
        starts = self._starts.get(document, [])
        i = bisect_left(starts, offset)
        return self._statements[document][i].target.whole if i < len(starts) else None

    def mentions(self, document: str, span: Span) -> list[Mention]:
        """Mentions that stand wholly inside the span, in order."""
        found, starts = self._mentions.get(document, []), self._mention_starts.get(document, [])
        inside = found[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return [m for m in inside if m.target.end <= span.end]

    def actor_of(self, mention: Mention) -> Actor | None:
        """Whom a mention stands for, by resolution or by what it points back to."""
        for _ in range(_HOPS):
            found = self.actors.get(self.mentioned.get(mention.id, ""))
            if found is not None:
                return found
            back = self.mention.get(mention.antecedent or "")
            if back is None:
                return None
            mention = back
        return None

    def actors_of(self, mentions: Iterable[Mention]) -> Iterator[Actor]:
        """Whom mentions stand for, as far as they are known: one for each, in order."""
        return (actor for m in mentions if (actor := self.actor_of(m)) is not None)

    def speaker(self, document: str, span: Span) -> Attribution | None:
        """The attribution whose content the stretch belongs to: the closest around it.

        Of one told inside another's words the words are the teller's. What is doubtful and names nobody is
        none ("the visit was called off").
        """
        told = [a for a in self._told(document) if a.source or a.probability >= LIKELY]
        covering = [a for a in told if _share(a, span) >= _COVERS]
        return min(covering, key=lambda a: (len(a.content.whole), a.id), default=None)

    def sources_in(self, document: str, span: Span) -> set[str]:
        """The mentions that are a source inside the stretch."""
        said = (a for a in self._told(document) if a.source and span.contains(a.source.whole))
        return {a.mention for a in said if a.mention}

    def number(self, point: FigurePoint) -> Target | None:
        """The words of a figure's value as they stand in the text, or None where the figure is not there."""
        figure = self.figure(point)
        document = self.documents.get(point.target.document)
        return Target.of(document, figure.number) if figure and document else None

    def around(self, point: FigurePoint) -> tuple[str, str]:
        """The words of a point before and after its number; none where the number is not there."""
        number = self.number(point)
        if number is None:
            return "", ""
        text = self.text(number.document)
        return text[point.target.start : number.start], text[number.end : point.target.end]

    def figure(self, point: FigurePoint) -> Figure | None:
        """The figure that a point of a series stands for, as it was read."""
        found = self.annotations.get(point.target.document)
        return next((f for f in (found.figures if found else ()) if f.id == point.figure), None)

    def attributions(self, document: str) -> tuple[Attribution, ...]:
        """What is said in a document, by whom."""
        found = self.annotations.get(document)
        return found.attributions if found else ()

    def times(self, document: str) -> tuple[TimeExpression, ...]:
        """The times that a document tells."""
        found = self.annotations.get(document)
        return found.times if found else ()

    def attribution(self, document: str, id: str | None) -> Attribution | None:
        """The attribution of a document with an id."""
        return next((a for a in self.attributions(document) if a.id == id), None)

    def has_other_subject(self, document: str, span: Span, speaker: str) -> bool:
        """Whether the verb of a speaker's words has another's name before it, and the source elsewhere.

        The source is then sought elsewhere although the sentence names its own: not to be trusted.
        """
        for a in self.attributions(document):
            if self.attributed.get(a.id) != speaker or a.source is None or a.cue is None:
                continue
            if span.contains(a.cue.whole) and not span.overlaps(a.source.whole):
                before = self.mentions(document, Span(span.start, a.cue.start))
                named = (m for m in before if m.form == "name")
                others = {a.id for a in self.actors_of(named) if a.kind != "place"}
                if others - {speaker}:
                    return True
        return False

    def _names_its_source(self, said: Attribution) -> bool:
        """Whether quoted words name whom "he" or "the president" beside them was taken for: somebody else.

        Nobody calls themselves by name and title in a sentence with "my" or "I".
        """
        source = self.mention.get(said.mention or "")
        who = self.actors.get(self.attributed.get(said.id, ""))
        if said.form == "indirect" or source is None or source.form == "name" or who is None:
            return False
        inside = [m for s in said.content.spans for m in self.mentions(said.document, s) if m.form == "name"]
        own = any(_FIRST.search(quote) for quote in said.content.quotes)
        return who.kind == "person" and own and any(self.mentioned.get(m.id) == who.id for m in inside)

    def quotes_themselves(self, mention: Mention, who: Actor) -> bool:
        """Whether somebody's quoted words call themselves "he" or "she", which nobody does: a wrong link."""
        return any(
            a.form != "indirect"
            and self.attributed.get(a.id) == who.id
            and any(s.contains(mention.target.whole) for s in a.content.spans)
            for a in self.attributions(mention.target.document)
        )

    def speaking(self, document: str, span: Span) -> set[str]:
        """The actors whose words stand, at least by half, inside the stretch."""
        said = (a for a in self._told(document) if a.content.whole.overlaps(span))
        return {self.attributed.get(a.id, "") for a in said if 2 * _inside(a, span) >= len(a.content.whole)}

    def heard(self, document: str, span: Span, speaker: str) -> set[bool]:
        """Whether a speaker's words in the stretch stand inside another's: true, false, both or neither."""
        return {
            a.relayed
            for a in self.attributions(document)
            if self.attributed.get(a.id) == speaker and a.content.whole.overlaps(span)
        }

    def _told(self, document: str) -> list[Attribution]:
        """A document's attributions, without those that stand inside another's words."""
        return [a for a in self.attributions(document) if not a.relayed]


def _start(item: Statement | Mention) -> tuple[int, int]:
    return item.target.start, -item.target.end


def _inside(a: Attribution, span: Span) -> int:
    """How many characters of the attribution's content lie inside a stretch."""
    return sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in a.content.spans)


def _share(a: Attribution, span: Span) -> float:
    """How much of a stretch is the attribution's content."""
    return _inside(a, span) / max(1, len(span))
