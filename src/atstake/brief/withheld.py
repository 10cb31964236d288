"""What must not leave the desk: private documents, and the names of protected sources.

Both are editors' judgements: ``withhold`` names documents, ``redact`` names somebody. They are applied to
what every output is written from, so that no form has to think of them: private documents are taken out
before anything is resolved, and each letter of a protected name becomes ``MASK`` in texts, quotes, titles
and names alike. Offsets stay, and ``text[start:end] == quote`` holds for the texts that are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from hashlib import sha256
from typing import Any, TypeVar
from urllib.parse import unquote

from atstake.facts import agents
from atstake.model.claims import Actor, Resolution
from atstake.model.provenance import Judgement, in_force
from atstake.model.stages import Evidence
from atstake.model.text import Document, Link, Target
from atstake.text.overlap import Words

MASK = "█"
"""What stands for each letter of a protected name."""

_LONG = 4
"""Letters from which a name is masked in small and in large letters, and inside handles."""
_PARTICLES = frozenset(
    "al bin ben abu ibn van von der den de la le el da di dos du mr mrs ms dr the of".split()
)
T = TypeVar("T")


def public(evidence: Evidence) -> Evidence:
    """The evidence without private documents and the posts inside them."""
    private = withheld(evidence.judgements, evidence.documents)
    if not private:
        return evidence
    return replace(
        evidence,
        documents={k: d for k, d in evidence.documents.items() if k not in private},
        annotations={k: a for k, a in evidence.annotations.items() if k not in private},
        judgements=tuple(j for j in evidence.judgements if not any(t.document in private for t in j.targets)),
    )


def withheld(judgements: tuple[Judgement, ...], documents: Mapping[str, Document]) -> frozenset[str]:
    """The ids of private documents and of the posts inside them."""
    said = (j for j in in_force(judgements) if j.verb == "withhold")
    named = {t.document for j in said for t in j.targets}
    inside = {d.id for d in documents.values() if d.parent in named}
    return frozenset(named | inside)


def redacted(
    evidence: Evidence, resolution: Resolution, before: Resolution | None = None
) -> tuple[Evidence, Resolution, Resolution | None]:
    """The evidence, what was resolved of it and what was before, with every protected name masked."""
    protected = tuple(j for j in in_force(evidence.judgements) if j.verb == "redact")
    if not protected:
        return evidence, resolution, before
    mask = _Mask(protected, evidence, [r for r in (resolution, before) if r is not None])
    documents = {mask.text(k): mask.document(d) for k, d in evidence.documents.items()}
    walk = _Walk(mask, {k: d.text for k, d in documents.items()})
    shown = Evidence(documents, walk.over(evidence.annotations), walk.over(evidence.judgements))
    return shown, walk.over(resolution), walk.over(before)


class _Mask:
    """The protected names as one pattern, and the ids of those who bear them, which are made of the names."""

    def __init__(
        self, protected: tuple[Judgement, ...], evidence: Evidence, resolved: list[Resolution]
    ) -> None:
        found: set[str] = set()
        self.ids: dict[str, str] = {}
        meant = _Meant(protected, evidence)
        for actor in (a for r in resolved for a in r.actors):
            if meant(actor):
                found |= _names(actor)
                self.ids.setdefault(actor.id, f"actor-withheld-{len(self.ids) + 1}")
        for judgement in protected:
            found |= {judgement.value} if judgement.value in found else _each(judgement.value)
        self._pattern = _pattern(found)
        self._inside = tuple(n.casefold() for n in sorted(found) if " " not in n and len(n) >= _LONG)

    def text(self, text: str) -> str:
        """The text with each letter of a protected name masked; as long as before."""
        if text in self.ids:
            return self.ids[text]
        return self._pattern.sub(lambda m: re.sub(r"\S", MASK, m.group()), text)

    def url(self, url: str) -> str:
        """The address, or none where it spells a protected name."""
        folded = unquote(url).casefold()
        return "" if any(n in folded for n in self._inside) or self.text(folded) != folded else url

    def handle(self, handle: str | None) -> str | None:
        """The account's name, masked whole where it holds a protected one."""
        holds = handle and any(n in handle.casefold() for n in self._inside)
        return MASK * len(handle) if handle and holds else handle and self.text(handle)

    def document(self, d: Document) -> Document:
        """The document with its text and all that names it masked; its hash is the masked text's."""
        text = self.text(d.text)
        return replace(
            d,
            id=self.text(d.id),
            text=text,
            url=self.url(d.url),
            publisher=self.text(d.publisher),
            title=self.text(d.title),
            authors=tuple(self.text(a) for a in d.authors),
            author=d.author and self.text(d.author),
            handle=self.handle(d.handle),
            parent=d.parent and self.text(d.parent),
            related=tuple(
                Link(self.text(x.title), self.url(x.url) if x.url else x.url, x.span) for x in d.related
            ),
            sha256=sha256(text.encode("utf8", "surrogatepass")).hexdigest() if d.sha256 else "",
        )


@dataclass(frozen=True)
class _Walk:
    """Masks every string and target inside a tree of dataclasses, tuples and mappings."""

    mask: _Mask
    texts: Mapping[str, str]

    def over(self, thing: T) -> T:
        """The same tree, masked."""
        found: Any = self._walked(thing)
        return found  # type: ignore[no-any-return]

    def _walked(self, thing: Any) -> Any:
        if isinstance(thing, str):
            return self.mask.text(thing)
        if isinstance(thing, Target):
            return self._target(thing)
        if isinstance(thing, tuple | list | frozenset | set):
            return type(thing)(self._walked(x) for x in thing)
        if isinstance(thing, Mapping):
            return {self._walked(k): self._walked(v) for k, v in thing.items()}
        if is_dataclass(thing) and not isinstance(thing, type):
            made = {f.name: self._walked(getattr(thing, f.name)) for f in fields(thing) if f.init}
            return replace(thing, **made)
        return thing

    def _target(self, target: Target) -> Target:
        """The target with the words that stand at its spans now."""
        document = self.mask.text(target.document)
        text = self.texts.get(document)
        if text is None:
            return Target(document, target.spans, tuple(self.mask.text(q) for q in target.quotes))
        return Target(document, target.spans, tuple(text[s.start : s.end] for s in target.spans))


class _Meant:
    """Whether an actor is one that a judgement protects: by its name, or by the words that were judged."""

    def __init__(self, protected: tuple[Judgement, ...], evidence: Evidence) -> None:
        self._names = {j.value.casefold() for j in protected}
        words = Words({j.id: j.targets for j in protected})
        every = (m for a in evidence.annotations.values() for m in a.mentions)
        self._mentions = {m.id for m in every if words.best(m.target)}

    def __call__(self, actor: Actor) -> bool:
        called = {actor.name, *(a.text for a in actor.aliases)}
        return bool({n.casefold() for n in called} & self._names) or not self._mentions.isdisjoint(
            actor.mentions
        )


def _names(actor: Actor) -> set[str]:
    """All that an actor is called by name; a person's names one by one too."""
    called = {actor.name, *(a.text for a in actor.aliases if a.text[:1].isupper())}
    return called | (_each(actor.name) if actor.kind == "person" else set())


def _each(name: str) -> set[str]:
    """A name and its words, but for titles and particles."""
    words = {w.strip(".,") for w in name.split()}
    common = agents.agents()
    return {
        name,
        *(
            w
            for w in words
            if w[:1].isupper() and w.casefold() not in _PARTICLES and w.casefold() not in common
        ),
    }


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Names as whole words, the longest first, those of some length in small and large letters alike."""
    found = sorted({" ".join(n.split()) for n in names if n.strip()}, key=lambda n: (-len(n), n))
    spelt = [r"\s+".join(re.escape(w) for w in n.split()) for n in found]
    each = [f"(?i:{s})" if len(n) >= _LONG else s for n, s in zip(found, spelt, strict=True)]
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(each)})(?![^\W\d_])")
