"""Who bears a surname in a document, and which of them is called by it alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from atstake.extract.coreference.scene import Scene
from atstake.facts.agents import own_words
from atstake.facts.offices import has_office
from atstake.facts.people import Person, one_person, people
from atstake.facts.spelling import generation, given_of
from atstake.facts.tables import plain
from atstake.model.annotations import Mention

_LEAD = 2
"""By how much the evidence for one must lead that for the others."""
_MOST = 3
"""So many signs of one kind are counted."""


@dataclass(eq=False)
class Bearer:
    """Somebody of a surname: by full name in the text, or by an office that the table knows."""

    known: str = ""
    sex: str = ""
    names: list[str] = field(default_factory=list)
    full: list[Mention] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    introduced: int = 1 << 60
    """Where one stands first who has no full name in the text."""

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.known or max(self.names, key=len, default="")

    @property
    def known_as(self) -> tuple[str, ...]:
        """The names that the table has."""
        return people()[self.known].names if self.known in people() else ()

    @property
    def first(self) -> int:
        """Where the full name stands first, or what else tells who it is."""
        return self.full[0].target.start if self.full else self.introduced

    @property
    def junior(self) -> bool:
        """Whether a full name ends in "Jr." or the like."""
        return any(generation(name) for name in self.names)

    def takes(self, mention: Mention, sex: str) -> None:
        """One more mention by full name."""
        self.full.append(mention)
        self.names.append(mention.target.quote)
        self.known = self.known or mention.known
        known = people().get(self.known)
        self.sex = self.sex or (known.sex if known else "") or sex
        if mention.role is not None:
            self.roles.append(own_words(mention.role.quote))


def is_slight(scene: Scene, bearer: Bearer) -> bool:
    """Whether a name that stands once, in a line of capitals, may be two words of a headline."""
    if bearer.known or bearer.sex or len(bearer.full) != 1 or not scene.reading.sentences:
        return False
    sentence = scene.reading.sentences[scene.places[bearer.full[0].id].sentence]
    words = [t.text for t in scene.reading.tokens[sentence.first : sentence.last] if t.text.isalpha()]
    return 10 * sum(word[0].isupper() for word in words) > 7 * len(words)


def is_same(bearer: Bearer, mention: Mention) -> bool:
    """Whether a full name can be the bearer's."""
    if bearer.known and mention.known:
        return bearer.known == mention.known
    name = mention.known or mention.target.quote
    return all(one_person(name, other) for other in dict.fromkeys((bearer.name, *bearer.names)))


def held(candidates: Iterable[Person], office: str, date: str | None, dated: bool) -> list[Person]:
    """Those who hold the office on the date, else all who held it before; of a ``dated`` one all of both."""
    ever = [
        (p, t)
        for p in candidates
        for t in p.tenures
        if has_office(t.title.lower(), office) and not (date and t.first and t.first[: len(date)] > date)
    ]
    now = {p.name: p for p, t in ever if t.holds(date)}
    return list(now.values() if now and not dated else {p.name: p for p, _ in ever}.values())


def main_of(
    scene: Scene,
    bearers: list[Bearer],
    bare: list[Mention],
    votes: dict[str, Bearer],
    said: dict[str, Bearer],
) -> Bearer | None:
    """Who keeps the bare surname, where the text tells clearly.

    For somebody speak: being named in the headline, first, alone before the others are, holding office,
    "she" beside the bare surname. Against: bare surnames ahead of the full name, being named in full or by
    office again and again. Where the first in the headline is another, or "she" beside the surname speaks for
    another, the text calls both so.
    """
    title, date = scene.reading.document.title, scene.reading.document.date
    plainly = [m for m in bare if m.id not in said]
    titled = [b for b in bearers if in_title(b, title, whole=True)]
    titled = titled or [b for b in bearers if in_title(b, title)]
    points: Counter[int] = Counter()
    for i, bearer in enumerate(bearers):
        others = min((b.first for b in bearers if b is not bearer), default=0)
        holding = _holds_office(bearer, date)
        called = sum(said.get(m.id) is bearer and not scene.places[m.id].quoted for m in bare)
        points[i] += 3 * (titled == [bearer]) + 2 * holding + (bearer.first < others)
        points[i] += min(_MOST, sum(bearer.first < m.target.start < others for m in plainly))
        points[i] += min(_MOST, 2 * sum(b is bearer for b in votes.values()))
        points[i] -= min(_MOST, sum(m.target.start < bearer.first for m in plainly))
        points[i] -= min(_MOST, _again(scene, bearer) + (0 if holding else called))
        points[i] -= _MOST * is_relative(scene, bearer)
    (best, most), (_, next_most) = points.most_common(2)
    main = bearers[best]
    first = min(bearers, key=lambda b: b.first)
    other = any(b is not main for b in votes.values()) or (first is not main and first in titled)
    return main if most - next_most >= _LEAD and not other else None


def is_relative(scene: Scene, bearer: Bearer) -> bool:
    """Whether somebody is brought in as another's child, wife or the like: "and his son Ivo Holm"."""
    if not bearer.full:
        return False
    at = bearer.first
    return _RELATIVE.search(scene.reading.text, max(0, at - 32), at) is not None


_RELATIVE = re.compile(
    r"(?:\b(?:his|her|their)|['’]s) (?:\w+ )?(?:son|daughter|wife|husband|brother|sister|father|mother|nephew"
    r"|niece|cousin|uncle|aunt),? $"
)


def _again(scene: Scene, bearer: Bearer) -> int:
    """How often the full name stands again, in other sentences than the first and outside quotations."""
    begin = scene.places[bearer.full[0].id].sentence if bearer.full else 0
    places = (scene.places[m.id] for m in bearer.full[1:])
    return sum(place.sentence != begin and not place.quoted for place in places)


def in_title(bearer: Bearer, title: str, whole: bool = False) -> bool:
    """Whether the headline has the full name, or the given name alone (unless it must be the ``whole``)."""
    words = re.sub(r"['’]s\b|[^\w’'-]", " ", plain(title)).split()
    surname = bearer.name.lower().split()[-1]
    return bool(bearer.full) and any(
        word == plain(given) and (not whole or surname in words[i + 1 : i + 4])
        for name in bearer.names
        for given in given_of(name)[:1]
        for i, word in enumerate(words)
    )


def _holds_office(bearer: Bearer, date: str | None) -> bool:
    known = people().get(bearer.known)
    return bool(known and date and known.roles_at(date))
