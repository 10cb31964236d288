"""Small stories made by hand: sentences with who says them, as the extractors would have found it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from atstake.model.annotations import Act, Annotations, Attribution, Figure, Mention, Statement
from atstake.model.claims import Actor, Resolution
from atstake.model.provenance import target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target

GOVERNMENTS = {
    "Aldovia": "government-aldovia",
    "Brenia": "government-brenia",
    "Corland": "government-corland",
}
THINGS = re.compile(r"water level|dam|demand|prisoners|ferries|bridge|harbour", re.IGNORECASE)
PEOPLE = {"Ruiz": "ruiz", "Okafor": "okafor"}


@dataclass
class Story:
    """A story under construction; a line is (text, source, cue, act), or a text in the reporter's voice."""

    documents: dict[str, Document] = field(default_factory=dict)
    annotations: dict[str, Annotations] = field(default_factory=dict)
    attributed: list[tuple[str, str]] = field(default_factory=list)
    mentioned: list[tuple[str, str]] = field(default_factory=list)

    def document(self, key: str, *lines: tuple[str, str, str, Act] | str, date: str = "2020-03-01") -> Story:
        """Adds a document; a plain string is a sentence in the reporter's own voice."""
        texts = [line if isinstance(line, str) else line[0] for line in lines]
        document = Document(key, " ".join(texts), publisher=key, published=date)
        attributions, statements, mentions, at = [], [], [], 0
        for n, line in enumerate(lines):
            text = line if isinstance(line, str) else line[0]
            target = Target.of(document, Span(at, at + len(text)))
            own = isinstance(line, str)
            statements.append(Statement(target_id("statement", target), target, n, n, outlet=own))
            mentions += self._mentions(document, at, text)
            if not isinstance(line, str):
                attributions.append(self._attribution(document, at, line))
            at += len(text) + 1
        self.documents[key] = document
        self.annotations[key] = Annotations(
            key,
            tuple(mentions),
            tuple(attributions),
            statements=tuple(statements),
            phrases=tuple(Span(*m.span()) for m in THINGS.finditer(document.text)),
        )
        return self

    def evidence(self) -> Evidence:
        """The story as resolvers get it."""
        return Evidence(self.documents, self.annotations)

    def resolution(self) -> Resolution:
        """The actors, as they would be resolved before."""
        codes = {"Aldovia": "ALD", "Brenia": "BRE", "Corland": "COR"}
        actors = [Actor(i, f"Government of {n}", "government", codes[n]) for n, i in GOVERNMENTS.items()]
        actors += [Actor(i, n, "person") for n, i in PEOPLE.items()]
        return Resolution(
            actors=tuple(actors),
            attributed=tuple(sorted(self.attributed)),
            mentioned=tuple(sorted(self.mentioned)),
        )

    def _mentions(self, document: Document, at: int, text: str) -> list[Mention]:
        found = []
        for name, actor in {**GOVERNMENTS, **PEOPLE}.items():
            for match in re.finditer(rf"\b{name}\b", text):
                target = Target.of(document, Span(at + match.start(), at + match.end()))
                mention = Mention(target_id("mention", target), target, "name", "government", target.whole)
                self.mentioned.append((mention.id, actor))
                found.append(mention)
        return found

    def _attribution(self, document: Document, at: int, line: tuple[str, str, str, Act]) -> Attribution:
        text, source, cue, act = line
        source_at, cue_at = text.index(source) if source else 0, text.index(cue)
        content = Span(at + cue_at + len(cue), at + len(text))
        if cue_at > len(text) / 2:  # the content comes first
            content = Span(at, at + min(source_at or cue_at, cue_at))
        said = Target.of(document, content)
        made = Attribution(
            id=target_id("attribution", said, cue_at),
            content=said,
            source=Target.of(document, Span(at + source_at, at + source_at + len(source)))
            if source
            else None,
            cue=Target.of(document, Span(at + cue_at, at + cue_at + len(cue))),
            act=act,
        )
        actor = {**GOVERNMENTS, **PEOPLE}.get(source)
        if actor:
            self.attributed.append((made.id, actor))
        return made


def figure(document: Document, number: str, low: float | None, high: float | None, **more: object) -> Figure:
    """A figure of people killed in the sentence that holds the number's words."""
    at = document.text.index(number)
    start = document.text.rfind(". ", 0, at) + 2 if ". " in document.text[:at] else 0
    end = document.text.find(".", at) + 1
    target = Target.of(document, Span(start, end))
    span = Span(at, at + len(number))
    fields: dict[str, object] = {"kind": "killed", "of": "people", **more}
    key = target_id("figure", Target.of(document, span))
    return Figure(key, target, span, low=low, high=high, **fields)  # type: ignore[arg-type]
