"""One actor's mentions in a document, and what the words of a mention tell about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from atstake.extract.coreference.scene import Place, Scene
from atstake.facts.agents import ending, of_phrase, own_words, sex_of
from atstake.facts.offices import SEATS, whole
from atstake.facts.people import people
from atstake.facts.spelling import surname_of
from atstake.facts.tables import plain
from atstake.model.annotations import Mention

_FEMALE = frozenset(
    "spokeswoman congresswoman chairwoman queen princess actress woman mother wife sister "
    "daughter girl lady widow fiancee fiancée policewoman businesswoman".split()
)
_MALE = frozenset(
    "spokesman congressman chairman king prince man father husband brother son boy policeman "
    "businessman actor emir sultan crown".split()
)


@dataclass
class Chain:
    """The mentions of one actor, in text order; ``names`` are its full and short names as they stand.

    ``meant`` is the table's name of whom bare surnames mean, where the document has several people of it.
    """

    mentions: list[Mention] = field(default_factory=list)
    type: str = ""
    country: str | None = None
    known: str = ""
    names: Counter[str] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    sex: str = ""
    plural: bool = False
    seen: list[Place] = field(default_factory=list)
    meant: str = ""

    def add(self, mention: Mention, place: Place) -> None:
        """One more mention, and what it tells."""
        self.mentions.append(mention)
        self.seen.append(place)
        self.country = self.country or mention.country
        self.known = self.known or mention.known
        if mention.form in ("name", "acronym", "handle"):
            self.names[mention.target.quote] += 1
        if mention.role is not None:
            self.roles.append(own_words(mention.role.quote))
        if mention.form == "title":
            self.roles.append(own_words(mention.target.quote))

    @property
    def full(self) -> str:
        """The longest name."""
        return max(self.names, key=lambda n: (len(n.split()), len(n), n), default="")


class Chains:
    """The chains of a document so far; ``of`` by mention id, ``by_key`` those of names and groups."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.chains: list[Chain] = []
        self.of: dict[str, Chain] = {}
        self.by_key: dict[str, Chain] = {}

    def join(self, mention: Mention, chain: Chain) -> None:
        """Puts the mention into the chain."""
        chain.add(mention, self.scene.places[mention.id])
        self.of[mention.id] = chain
        if mention.form == "name" and mention.type == "person" and mention.role is not None:
            # "Sen. Ida Holm, the majority leader," has a seat besides.
            before = self.scene.reading.text[: mention.target.start].rsplit(maxsplit=1)[-1:]
            chain.roles += [whole(word.lower()) for word in before if word.lower() in SEATS]

    def take_over(self, described: Chain, chain: Chain) -> None:
        """Puts what only described somebody into the chain of their name."""
        for mention in described.mentions:
            self.join(mention, chain)
        self.chains.remove(described)
        chain.mentions.sort(key=lambda m: m.target.start)
        chain.seen.sort(key=lambda p: p.token)
        chain.sex = chain.sex or described.sex

    def start(self, mention: Mention) -> Chain:
        """A new chain with the mention in it."""
        chain = Chain(type=mention.type)
        chain.plural = mention.type != "person"
        self.chains.append(chain)
        self.join(mention, chain)
        return chain


def surnames(mention: Mention) -> tuple[str, ...]:
    """The keys under which a person may be called by one name: of a king, the given name too."""
    known = people().get(mention.known)
    names = (mention.target.quote, *(known.names if known else ()))
    return tuple(dict.fromkeys(surname_of(name) for name in names))


def noun_of(mention: Mention) -> str:
    """The agent noun at the head of a described mention, in the singular, with what belongs to it."""
    if "administration" in mention.target.quote.lower() and mention.type == "government":
        return "administration"
    words = plain(mention.target.quote).split()
    head = plain(mention.target.quotes[0][mention.head.start - mention.target.start :]).split()
    agent = of_phrase(head) or ending(words, len(words) - len(head) + 1)
    return agent.noun if agent else "".join(head[:1])


def sex_said(mention: Mention) -> str:
    """ "m" or "f" by a title, a noun or a given name; "" where nothing tells."""
    before = mention.role.quote.lower().split() if mention.role else []
    for word in [*before, *mention.target.quote.lower().split()]:
        if word in _FEMALE:
            return "f"
        if word in _MALE:
            return "m"
    return sex_of(mention.target.quote)
