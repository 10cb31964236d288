"""Chains of mentions of one actor in one document: names first, then titles and nominals, then pronouns."""

from __future__ import annotations

import re
from collections import defaultdict

from atstake.extract.coreference.bearers import Bearer
from atstake.extract.coreference.beside import sex_of_mention
from atstake.extract.coreference.chain import Chain, Chains, noun_of, sex_said, surnames
from atstake.extract.coreference.given import Given
from atstake.extract.coreference.groups import group_key, grouped
from atstake.extract.coreference.interviewed import interviewees
from atstake.extract.coreference.namesakes import Namesakes
from atstake.extract.coreference.salience import best_person, best_thing
from atstake.extract.coreference.scene import Scene
from atstake.extract.coreference.shares import is_described, is_share
from atstake.extract.coreference.sources import is_of_no_person
from atstake.extract.coreference.titles import titled
from atstake.facts.organisations import is_ones_own
from atstake.facts.people import one_person, one_surnamed, people
from atstake.facts.shares import MEMBERS
from atstake.facts.spelling import is_full, parts, surname_of
from atstake.facts.tables import plain
from atstake.model.annotations import Mention


class Builder(Chains):
    """All chains of a document; mentions are placed in text order."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._by_surname: dict[str, list[Chain]] = defaultdict(list)
        self._full_surnames = self._surnames_ahead()
        self._given = Given(scene)
        self._meant = Namesakes(scene).meant
        self._of_bearer: dict[int, Chain] = {}

    def _surnames_ahead(self) -> dict[str, list[Mention]]:
        """Full names of people anywhere in the document by surname: a headline may have the short one."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.scene.mentions:
            if mention.type == "person" and mention.form == "name" and is_full(mention.target.quote):
                found[surname_of(mention.known or mention.target.quote)].append(mention)
        return found

    def place(self, mention: Mention) -> None:
        """Puts a mention into the chain it belongs to, or into one of its own, or into none."""
        if mention.form == "pronoun":
            self._pronoun(mention)
        elif mention.type == "person" and mention.form == "name":
            self._person(mention)
        elif mention.form in ("name", "acronym", "handle"):
            self._named(mention)
        elif is_ones_own(mention.known):
            self._named(mention)
            if mention.country:
                # "The Brenian embassy" behind it is that one.
                self.by_key.setdefault(group_key(mention), self.of[mention.id])
        else:
            self._described(mention)

    def _named(self, mention: Mention) -> None:
        key = mention.known or plain(mention.target.quote)
        if mention.metonym and mention.type == "government":
            key = f"government {mention.country}"
        elif mention.type == "place":
            key = f"place {key}"
        chain = self.by_key.get(key) or self._longer_name(mention)
        if chain is None:
            self.by_key[key] = self.start(mention)
        else:
            self.join(mention, chain)

    def _longer_name(self, mention: Mention) -> Chain | None:
        """ "The Observatory" after "Syrian Observatory for Human Rights": the one body with that word."""
        words = set(mention.target.quote.split())
        if (
            mention.type != "organisation"
            or mention.known
            or len(words) > 2
            or words & _CHAMBERS
            or not all(w[:1].isupper() for w in words)
        ):
            return None
        found = [
            c
            for c in self.chains
            if c.type in ("organisation", "armed-group")
            and any(words < set(name.split()) and len(name.split()) > 2 for name in (c.known, *c.names))
        ]
        return found[0] if len(found) == 1 else None

    def _person(self, mention: Mention) -> None:
        if mention.id in self._meant:
            self._namesake(mention, self._meant[mention.id])
            return
        keys = surnames(mention)
        chains = {id(c): c for key in keys for c in self._by_surname[key]}
        chain = self._same_person(mention, list(chains.values())) or self._called_by_given_name(mention)
        if chain is None:
            chain = self.start(mention)
            self._know(chain, mention)
        else:
            self.join(mention, chain)
        for key in keys:
            if chain not in self._by_surname[key]:
                self._by_surname[key].append(chain)
        if described := self._in_front(mention):
            self.take_over(described, chain)
        known = people().get(chain.known)
        chain.sex = chain.sex or (known.sex if known else "") or sex_of_mention(self.scene, mention)

    def _called_by_given_name(self, mention: Mention) -> Chain | None:
        """Who is called by the given name alone, where nobody of the document has it for a surname."""
        if is_full(mention.target.quote) or self._full_surnames[surname_of(mention.target.quote)]:
            return None
        bearer = self._given.bearer(mention)
        return self.of.get(bearer.id) if bearer else None

    def _in_front(self, mention: Mention) -> Chain | None:
        """The description that a name stands in apposition to: "Its director, Ada Holm," is one person."""
        place = self.scene.places[mention.id]
        token = self.scene.token(place.token)
        for other in self.scene.in_sentence(place.sentence):
            chain = self.of.get(other.id)
            if (
                other.target.end > mention.target.start
                or other.form not in ("nominal", "title")
                or chain is None
            ):
                continue
            apposed = token.dep == "appos" and token.head == self.scene.places[other.id].token
            apposed = apposed or self._named_behind(other) is mention
            # "As defence secretary, Holm said": no comma closes an apposition.
            closed = self.scene.reading.text[mention.target.end : mention.target.end + 1] in _CLOSING
            behind = closed and is_of_no_person(self.scene.reading, other, mention.target.start)
            alone = (
                chain.type == "person" and not chain.names and not chain.plural and len(chain.mentions) == 1
            )
            if alone and (apposed or behind):
                return chain
        return None

    def _namesake(self, mention: Mention, bearer: Bearer | None) -> None:
        """A name that several people could have: theirs who is meant, or in a chain alone."""
        chain = self._of_bearer.get(id(bearer)) if bearer else None
        if chain is not None:
            self.join(mention, chain)
        else:
            chain = self.start(mention)
        if bearer is None:
            chain.sex = sex_of_mention(self.scene, mention)
            return
        self._of_bearer[id(bearer)] = chain
        known = people().get(bearer.known)
        chain.known, chain.sex = bearer.known, bearer.sex
        chain.country = (known.country or None) if known else chain.country
        chain.meant = bearer.known

    def _know(self, chain: Chain, mention: Mention) -> None:
        """Takes a surname alone for the one office holder of the table, where the document has no other."""
        date = self.scene.reading.document.date
        if (
            is_full(mention.target.quote)
            or chain.known
            or not date
            or self._full_surnames[surnames(mention)[0]]
        ):
            return
        holding = one_surnamed(mention.target.quote, date)
        told = holding is not None and any(m.country == holding.country for m in self.scene.mentions)
        if holding and mention.country in (None, holding.country) and (told or holding.leads(date)):
            chain.known, chain.country = holding.name, holding.country or None

    def _same_person(self, mention: Mention, chains: list[Chain]) -> Chain | None:
        name = mention.known or mention.target.quote
        chains = [c for c in chains if not (c.known and mention.known and c.known != mention.known)]
        if is_full(name):
            fitting = [c for c in chains if one_person(name, c.known or c.full)]
            full = [c for c in fitting if is_full(c.known or c.full)]
            if full:
                return full[-1]
            # A short name before the full one is the same person only where the document has one such person.
            return fitting[-1] if len(fitting) == 1 and self._only_one(name) else None
        sex = sex_of_mention(self.scene, mention)
        fitting = [c for c in chains if not (c.sex and sex and c.sex != sex)]
        # Of two surnames that sound alike the one that is so spelt.
        word = plain(name).split()[-1:]
        spelt = [c for c in fitting if any(set(word) & set(plain(n).split()) for n in c.names)]
        fitting = spelt or fitting
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        here = self.scene.places[mention.id].sentence
        return max(fitting, key=lambda c: (self._role_fits(mention, c), *_short_name(mention, c, here)))

    def _only_one(self, name: str) -> bool:
        others = self._full_surnames[surname_of(name)]
        return all(one_person(name, m.known or m.target.quote) for m in others)

    @staticmethod
    def _role_fits(mention: Mention, chain: Chain) -> bool:
        if mention.role is None:
            return False
        last = mention.role.quote.lower().split()[-1]
        return any(last in role for role in chain.roles)

    def _described(self, mention: Mention) -> None:
        plural = self.scene.token(self.scene.places[mention.id].token).tag in ("NNS", "NNPS")
        one = mention.type == "person" and not plural
        if one and self._named_behind(mention) is not None:
            chain = None
        else:
            chain = titled(self, mention) if one else grouped(self, mention)
        if chain is not None:
            if mention.id not in self.of:
                self.join(mention, chain)
            return
        chain = self.start(mention)
        chain.plural = plural or mention.type != "person"
        chain.sex = sex_said(mention)
        reading = self.scene.reading
        some = is_share(reading, mention) or (noun_of(mention) in MEMBERS and is_described(reading, mention))
        if mention.country and (plural or mention.type != "person") and not some:
            self.by_key[group_key(mention)] = chain

    def _named_behind(self, mention: Mention) -> Mention | None:
        """Who is named between commas behind a title: "the secretary at that time, Ada Holm, said"."""
        text = self.scene.reading.text
        for other in self.scene.in_sentence(self.scene.places[mention.id].sentence):
            if other.form == "name" and other.type == "person" and other.target.start > mention.target.end:
                between = text[mention.target.end : other.target.start]
                set_off = text.startswith((",", " ,"), other.target.end)
                return other if set_off and _SO_FAR.fullmatch(between) else None
        return None

    def _pronoun(self, mention: Mention) -> None:
        word = mention.target.quote.lower()
        if word in ("he", "him", "his", "himself", "she", "her", "hers", "herself"):
            sex = "m" if word.startswith("h") and not word.startswith("her") else "f"
            giving = interviewees(self, mention, sex)
            one = giving[0] if giving and len(giving) == 1 else None
            chain = best_person(self, mention, sex) if giving is None else one
        elif word in ("they", "them", "their", "themselves", "theirs", "it", "its", "itself"):
            chain = best_thing(self, mention, plural=word.startswith("th"))
        else:
            return
        if chain is not None:
            self.join(mention, chain)
            if chain.type == "person" and not chain.sex and self.scene.places[mention.id].source:
                chain.sex = sex if word[0] in "hs" else ""

    def place_speakers(self) -> None:
        """ "I" and "my" in quotation marks are who is quoted; "we" is, where that is no single person."""
        for mention in self.scene.mentions:
            word = mention.target.quote.lower()
            if mention.form != "pronoun" or mention.id in self.of:
                continue
            if word not in ("i", "me", "my", "myself", "mine", "we", "us", "our", "ourselves", "ours"):
                continue
            speech = self.scene.speech_around(mention.target.start)
            speaker = self.of.get(self.scene.sources.get(speech.id, "")) if speech else None
            single = word in ("i", "me", "my", "myself", "mine")
            if speaker is not None and (speaker.type == "person") == single:
                self.join(mention, speaker)

    def antecedents(self) -> dict[str, str]:
        """Mention id to that of the mention it points back to: the last name before it, else the fullest."""
        found = {}
        for chain in self.chains:
            ordered = sorted(chain.mentions, key=lambda m: m.target.start)
            root = max(ordered, key=lambda m: _telling(m, ordered.index(m)))
            for mention in ordered:
                if mention is not root:
                    before = [
                        m for m in ordered if m.target.start < mention.target.start and m.form == "name"
                    ]
                    short = mention.form == "pronoun" or mention.form == "title"
                    found[mention.id] = (
                        before[-1].id if short and before and before[-1] is not root else root.id
                    )
        return found


# "The House" is not the White House, nor any other body with that word.
_CHAMBERS = frozenset({"House", "Senate", "Commons", "Lords", "Assembly"})


_CLOSING = frozenset(",.;:)—–-\n'’") | {""}
# What may stand between a title and the name that it goes with: "to Brenia", "at that time".
_SO_FAR = re.compile(
    r"(?: (?:to|for|of) (?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?"
    r"(?: (?:at|of|in) (?:that|the|this) (?:time|day|moment|era)| then)?, "
)


def _short_name(mention: Mention, chain: Chain, here: int) -> tuple[bool, bool, int]:
    """Whom a name alone means: who is called by it alone, who holds an office, who was named last."""
    known = people().get(chain.known)
    alone = bool(known) and any(len(parts(name)) == 1 for name in known.names) if known else False
    just_named = here - chain.seen[-1].sentence <= 1 and not (known and known.tenures)
    return (alone, bool(known and known.tenures) or just_named, chain.seen[-1].token)


def _telling(mention: Mention, position: int) -> tuple[int, int, int]:
    """How well a mention stands for its chain: a name before a title, a full name before a short one."""
    kind = {"name": 3, "acronym": 2, "handle": 2, "title": 1}.get(mention.form, 0)
    return (kind, len(mention.target.quote.split()), -position)
