"""People of one surname in a document, and which of them the surname alone means.

Whoever writes tells them apart: the one that the text is about keeps the bare surname, the other gets the
full name or a title each time. What stands beside a bare surname (Mrs, an office, "herself") decides by
itself; where nothing leads clearly, it means nobody.
"""

from __future__ import annotations

from collections import defaultdict

from atstake.extract.coreference.bearers import Bearer, held, in_title, is_same, is_slight, main_of
from atstake.extract.coreference.beside import generation_said, sex_by_sentence, sex_of_mention, sex_of_self
from atstake.extract.coreference.scene import Scene
from atstake.facts.agents import office_of
from atstake.facts.offices import ANYBODYS, ONE_HOLDER, has_office, is_anothers, whole
from atstake.facts.people import of_surname, one_surnamed, surnamed
from atstake.facts.spelling import is_full, parts, surname_of
from atstake.facts.tables import plain
from atstake.model.annotations import Mention

_EARLY = 2
"""So many bare surnames ahead of the one full name are somebody's whom all readers know."""
_NEAR = 2
"""Sentences back to the full name that a bare surname repeats."""


class Namesakes:
    """``meant`` gives who is meant by the names that two people could share, None for nobody."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.date = scene.reading.document.date
        self.meant: dict[str, Bearer | None] = {}
        full: dict[str, list[Mention]] = defaultdict(list)
        bare: dict[str, list[Mention]] = defaultdict(list)
        for mention in scene.mentions:
            if mention.type == "person" and mention.form == "name":
                name = mention.known or mention.target.quote
                (full if is_full(name) else bare)[surname_of(name)].append(mention)
        for surname in sorted(full.keys() | bare.keys()):
            self._decide(full.get(surname, []), bare.get(surname, []))

    def _decide(self, full: list[Mention], bare: list[Mention]) -> None:
        bearers = self._by_full_name(full)
        if any(not is_slight(self.scene, b) for b in bearers):
            bearers = [b for b in bearers if not is_slight(self.scene, b)]
        named = len(bearers)
        said = {m.id: b for m in bare if (b := self._by_office(m, bearers))}
        bearers += self._in_office(bare, bearers)
        if len(bearers) > 1:
            self._several(bare, bearers, said)
        elif named:
            self._one(full, bare, bearers[0])
        elif bearers:
            sure = bool(surnamed(bare[0].target.quote, self.date))
            self.meant.update((m.id, bearers[0] if sure or m.id in said else None) for m in bare)

    def _by_full_name(self, full: list[Mention]) -> list[Bearer]:
        bearers: list[Bearer] = []
        for mention in full:
            fitting = [b for b in bearers if is_same(b, mention)]
            if len(fitting) > 1:
                self.meant[mention.id] = None
                continue
            if not fitting:
                bearers.append(Bearer())
            bearer = fitting[0] if fitting else bearers[-1]
            bearer.takes(mention, sex_of_mention(self.scene, mention))
            self.meant[mention.id] = bearer
        return bearers

    def _by_office(self, mention: Mention, bearers: list[Bearer]) -> Bearer | None:
        """Whose office is said with the surname: of those named in the text, else of the table's.

        The table's is put among the bearers; an office that several of the surname held tells nothing.
        """
        office = office_of(mention.role.quote) if mention.role else ""
        if not office or office in ANYBODYS:
            return None
        office = whole(office)
        so_called = [b for b in bearers if any(has_office(role, office) for role in b.roles)]
        if so_called:
            return so_called[0] if len(so_called) == 1 else None
        held_it = held(of_surname(mention.target.quote), office, self.date, bool(mention.modifier))
        held_it = [p for p in held_it if mention.country in (None, "", p.country)]
        there = [b for b in bearers if b.known in {p.name for p in held_it}]
        if there or len(held_it) != 1:
            return there[0] if len(there) == 1 else None
        if office not in ONE_HOLDER and not all(b.known for b in bearers):
            return None
        begin, who = mention.target.start, held_it[0]
        bearers.append(Bearer(known=who.name, sex=who.sex, roles=[office], introduced=begin))
        return bearers[-1]

    def _in_office(self, bare: list[Mention], bearers: list[Bearer]) -> list[Bearer]:
        """The one office holder of the surname, where it stands alone before anybody's full name does."""
        holding = one_surnamed(bare[0].target.quote, self.date) if bare and bearers and self.date else None
        first = min((b.first for b in bearers), default=0)
        if holding is None or any(b.known == holding.name for b in bearers):
            return []
        junior = all(b.junior for b in bearers if b.full)
        early = sum(m.target.start < first for m in bare) >= _EARLY
        begin = min(m.target.start for m in bare)
        found = Bearer(known=holding.name, sex=holding.sex, introduced=begin)
        return [found] if junior or early else []

    def _one(self, full: list[Mention], bare: list[Mention], bearer: Bearer) -> None:
        """Only one is named: what cannot be theirs is nobody's, the rest is left to the other rules."""
        ahead = [m for m in bare if m.target.start < bearer.first and not self.scene.is_heading(m)]
        document = self.scene.reading.document
        known_to_all = len(ahead) >= _EARLY and not document.turns and not in_title(bearer, document.title)
        holding = self.date and any(
            p.name == bearer.known for p in surnamed(bearer.name.split()[-1], self.date)
        )
        for mention in bare:
            if (
                not self._can_be(mention, bearer)
                or self._only_cited(bearer, mention)
                or (
                    known_to_all and not holding and not self._sex(mention) and not _is_alone(bearer, mention)
                )
            ):
                self.meant[mention.id] = None
        for mention in full:
            self.meant.pop(mention.id, None)

    def _several(self, bare: list[Mention], bearers: list[Bearer], said: dict[str, Bearer]) -> None:
        votes: dict[str, Bearer] = {}
        left: dict[str, list[Bearer]] = {}
        for mention in bare:
            fitting = [b for b in bearers if self._can_be(mention, b)]
            fitting = [b for b in fitting if not self._only_cited(b, mention)] or fitting
            if mention.id in said and said[mention.id] in fitting:
                self.meant[mention.id] = said[mention.id]
                continue
            sex = self._sex(mention) or sex_by_sentence(self.scene, mention)
            by_sex = [b for b in fitting if b.sex == sex] if sex else []
            if len(alone := [b for b in fitting if _called_so(b, mention)]) == 1 or len(alone := by_sex) == 1:
                self.meant[mention.id] = alone[0]
                if not self._sex(mention):
                    votes[mention.id] = alone[0]
            elif len(fitting) == 1:
                self.meant[mention.id] = fitting[0]
            else:
                left[mention.id] = by_sex or fitting
        main = main_of(self.scene, bearers, bare, votes, said)
        self._rest([m for m in bare if m.id in left], bearers, main, left)

    def _rest(
        self, bare: list[Mention], bearers: list[Bearer], main: Bearer | None, left: dict[str, list[Bearer]]
    ) -> None:
        """Bare surnames that nothing decides are the main one's, but right after somebody else nobody's."""
        decided = [(m, b) for b in bearers for m in b.full]
        decided += [(m, b) for m in self.scene.mentions if (b := self.meant.get(m.id)) and m not in b.full]
        for mention in bare:
            fits = main is not None and main in left[mention.id]
            if main is None:
                meant = self._alone_near(mention, left[mention.id], decided)
            else:
                meant = main if fits and not self._just_named(mention, main, decided) else None
            self.meant[mention.id] = meant
            if meant is not None:
                decided.append((mention, meant))

    def _alone_near(
        self, mention: Mention, fitting: list[Bearer], decided: list[tuple[Mention, Bearer]]
    ) -> Bearer | None:
        """Who acted in the last sentences in full name, where nobody else of the surname is named near."""
        here = self.scene.places[mention.id]
        near = [
            (place, bearer)
            for m, bearer in decided
            if (place := self.scene.places[m.id]).token < here.token
            and here.sentence - place.sentence <= _NEAR
        ]
        bearers = {id(b) for _, b in near}
        acted = [b for place, b in near if (place.subject or place.source) and not place.quoted]
        return acted[-1] if len(bearers) == 1 and acted and acted[-1] in fitting and not here.quoted else None

    def _just_named(
        self, mention: Mention, main: Bearer | None, decided: list[tuple[Mention, Bearer]]
    ) -> bool:
        """Whether another of the surname acted in this sentence or the last, and the main one not since."""
        here = self.scene.places[mention.id]
        near = [
            (place.token, bearer, place.subject or place.source)
            for m, bearer in decided
            if (place := self.scene.places[m.id]).token < here.token and here.sentence - place.sentence <= 1
        ]
        last = max(near, key=lambda row: row[0], default=None)
        return last is not None and last[1] is not main and last[2]

    def _only_cited(self, bearer: Bearer, mention: Mention) -> bool:
        """Whether only quotations have the full name: the text itself means somebody else by the surname.

        But not by one that the table has of one person alone: a text of today may call the last president so.
        """
        if _is_alone(bearer, mention):
            return False
        full = [self.scene.places[m.id] for m in bearer.full]
        return bool(full) and all(p.quoted for p in full) and not self.scene.places[mention.id].quoted

    def _sex(self, mention: Mention) -> str:
        return sex_of_mention(self.scene, mention) or sex_of_self(self.scene, mention)

    def _can_be(self, mention: Mention, bearer: Bearer) -> bool:
        """Whether form of address, "Jr." and office let the mention be the bearer's."""
        if self._is_anothers_office(mention, bearer) or _is_of_the_other_form(bearer, mention):
            return False
        sex, generation = self._sex(mention), generation_said(self.scene, mention)
        return not (sex and bearer.sex and sex != bearer.sex) and not (generation and not bearer.junior)

    def _is_anothers_office(self, mention: Mention, bearer: Bearer) -> bool:
        """Whether the office said with a surname is not the bearer's."""
        office = office_of(mention.role.quote) if mention.role else ""
        return is_anothers(office, mention.target.quote, bearer.known, bearer.roles, self.date)


def _is_alone(bearer: Bearer, mention: Mention) -> bool:
    """Whether the bearer is the only one of the surname whom the table has."""
    return bool(bearer.known) and {p.name for p in of_surname(mention.target.quote)} == {bearer.known}


def _is_of_the_other_form(bearer: Bearer, mention: Mention) -> bool:
    """Whether a surname has the other ending than the bearer's: "Roheva" is no Rohev, and he no Roheva."""
    word = plain(mention.target.quote).split()[-1]
    forms = {plain(name).split()[-1] for name in bearer.names}
    other = word[:-1] if word.endswith("a") else f"{word}a"
    return other in forms and word not in forms


def _called_so(bearer: Bearer, mention: Mention) -> bool:
    """Whether somebody is known by one name alone, and this is it (a king, a pope)."""
    return any(
        len(parts(name)) == 1 and parts(name) == parts(mention.target.quote) for name in bearer.known_as
    )
