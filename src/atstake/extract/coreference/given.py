"""Whom a given name alone means: the one person of the document who has been named in full with it."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

from atstake.extract.coreference.scene import Scene
from atstake.facts.people import one_person
from atstake.facts.spelling import given_of, is_full, parts, surname_of
from atstake.model.annotations import Mention

# "Morning Joe" is a broadcast; "her brother Ivo" may have the name of somebody else in the text.
_PART_OF_A_NAME = re.compile(r"\b[A-Z][\w’'.-]*\s$")
_RELATIVE = re.compile(
    r"\b(?:son|daughter|brother|sister|wife|husband|father|mother|uncle|aunt|nephew|niece|cousin|grand\w+),?\s$",
    re.IGNORECASE,
)
# "John and Andy Holm" are two Holms.
_OF_A_FAMILY = re.compile(r"\s(?:and|or|&)\s(?:[A-Z][\w’'-]+\s){1,2}?[A-Z][\w’'-]+")
_BEFORE = 24


class Given:
    """The full names of a document by their given names."""

    def __init__(self, scene: Scene) -> None:
        self._text = scene.reading.text
        self._full: dict[str, list[Mention]] = defaultdict(list)
        for mention in scene.mentions:
            if mention.type == "person" and mention.form == "name" and is_full(mention.target.quote):
                self._full[given_of(mention.target.quote)[0]].append(mention)

    def bearer(self, mention: Mention) -> Mention | None:
        """The full name before a mention, where all that have its one word as given name are one person's."""
        called = self._full.get(" ".join(parts(mention.target.quote)), [])
        before = [m for m in called if m.target.start < mention.target.start]
        if not before or self._is_of_another(mention):
            return None
        names = {m.known or m.target.quote for m in called}
        surnames = {surname_of(name) for name in names}
        one = all(one_person(a, b) for a, b in combinations(sorted(names), 2))
        return before[-1] if one and len(surnames) == 1 else None

    def _is_of_another(self, mention: Mention) -> bool:
        """Whether the words around say that the name is part of another one, or a relative's."""
        at = mention.target.start
        before = self._text[max(0, at - _BEFORE) : at]
        if _RELATIVE.search(before) or _OF_A_FAMILY.match(self._text, mention.target.end):
            return True
        return mention.role is None and _PART_OF_A_NAME.search(before) is not None
