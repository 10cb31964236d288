"""Chains of mentions of one actor in one document: names first, then titles and nominals, then pronouns."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from atstake.extract.coreference.salience import best_person, best_thing
from atstake.extract.coreference.scene import Place, Scene
from atstake.facts.agents import meaning, sex_of
from atstake.facts.organisations import organisation_sector
from atstake.facts.people import Person, holders, people, surnamed
from atstake.facts.spelling import is_full, parts, same_given_names, surname_of
from atstake.facts.tables import plain
from atstake.model.annotations import Mention

_LAWMAKERS = frozenset("lawmaker senator legislator parliamentarian congress parliament deputies".split())
_PAPER = re.compile(r"Daily|Times|Post|Journal|Today|Guardian|Monde|Sinmun|Haaretz|Spiegel")
_AGENCY = re.compile(r"Agency|News|Xinhua|TASS|SANA|KCNA|IRNA|Yonhap|Kyodo|Anadolu|Interfax|AFP|Reuters")
_MEDIA = {"newspaper": _PAPER, "daily": _PAPER, "news agency": _AGENCY}
_MONARCHIES = frozenset("SAU JOR BHR MAR GBR NLD BEL DNK NOR SWE ESP THA KHM BTN TON LSO SWZ".split())
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
    """The mentions of one actor, in text order; ``names`` are its full and short names as they stand."""

    mentions: list[Mention] = field(default_factory=list)
    type: str = ""
    country: str | None = None
    known: str = ""
    names: Counter[str] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    sex: str = ""
    plural: bool = False
    seen: list[Place] = field(default_factory=list)

    def add(self, mention: Mention, place: Place) -> None:
        """One more mention, and what it tells."""
        self.mentions.append(mention)
        self.seen.append(place)
        self.country = self.country or mention.country
        self.known = self.known or mention.known
        if mention.form in ("name", "acronym", "handle"):
            self.names[mention.target.quote] += 1
        if mention.role is not None:
            self.roles.append(mention.role.quote.lower())
        if mention.form == "title":
            self.roles.append(mention.target.quote.lower())

    @property
    def full(self) -> str:
        """The longest name."""
        return max(self.names, key=lambda n: (len(n.split()), len(n), n), default="")


class Chains:
    """All chains of a document; mentions are placed in text order."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.chains: list[Chain] = []
        self.of: dict[str, Chain] = {}
        self._by_surname: dict[str, list[Chain]] = defaultdict(list)
        self._by_key: dict[str, Chain] = {}
        self._full_surnames = self._surnames_ahead()

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
        else:
            self._described(mention)

    def _join(self, mention: Mention, chain: Chain) -> None:
        chain.add(mention, self.scene.places[mention.id])
        self.of[mention.id] = chain

    def _start(self, mention: Mention) -> Chain:
        chain = Chain(type=mention.type)
        chain.plural = mention.type != "person"
        self.chains.append(chain)
        self._join(mention, chain)
        return chain

    def _named(self, mention: Mention) -> None:
        key = mention.known or plain(mention.target.quote)
        if mention.metonym and mention.type == "government":
            key = f"government {mention.country}"
        elif mention.type == "place":
            key = f"place {key}"
        chain = self._by_key.get(key) or self._longer_name(mention)
        if chain is None:
            self._by_key[key] = self._start(mention)
        else:
            self._join(mention, chain)

    def _longer_name(self, mention: Mention) -> Chain | None:
        """ "The Observatory" after "Syrian Observatory for Human Rights": the one body whose name holds the word."""
        words = set(mention.target.quote.split())
        if (
            mention.type != "organisation"
            or mention.known
            or len(words) > 2
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
        keys = _surnames(mention)
        chains = {id(c): c for key in keys for c in self._by_surname[key]}
        chain = self._same_person(mention, list(chains.values()))
        if chain is None:
            chain = self._start(mention)
            self._know(chain, mention)
        else:
            self._join(mention, chain)
        for key in keys:
            if chain not in self._by_surname[key]:
                self._by_surname[key].append(chain)
        known = people().get(chain.known)
        chain.sex = chain.sex or (known.sex if known else "") or _sex(mention)

    def _know(self, chain: Chain, mention: Mention) -> None:
        """Takes a surname alone for the one office holder of the table, where the document has no other."""
        date = self.scene.reading.document.date
        if (
            is_full(mention.target.quote)
            or chain.known
            or not date
            or self._full_surnames[_surnames(mention)[0]]
        ):
            return
        holding = surnamed(mention.target.quote, date)
        if len(holding) == 1 and mention.country in (None, holding[0].country):
            chain.known, chain.country = holding[0].name, holding[0].country or None

    def _same_person(self, mention: Mention, chains: list[Chain]) -> Chain | None:
        name = mention.known or mention.target.quote
        chains = [c for c in chains if not (c.known and mention.known and c.known != mention.known)]
        if is_full(name):
            fitting = [c for c in chains if same_given_names(name, c.known or c.full)]
            full = [c for c in fitting if is_full(c.known or c.full)]
            if full:
                return full[-1]
            # A short name before the full one is the same person only where the document has one such person.
            return fitting[-1] if len(fitting) == 1 and self._only_one(name) else None
        fitting = [c for c in chains if not (c.sex and _sex(mention) and c.sex != _sex(mention))]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        here = self.scene.places[mention.id].sentence
        return max(fitting, key=lambda c: (self._role_fits(mention, c), *_short_name(mention, c, here)))

    def _only_one(self, name: str) -> bool:
        others = self._full_surnames[surname_of(name)]
        return all(same_given_names(name, m.known or m.target.quote) for m in others)

    @staticmethod
    def _role_fits(mention: Mention, chain: Chain) -> bool:
        if mention.role is None:
            return False
        last = mention.role.quote.lower().split()[-1]
        return any(last in role for role in chain.roles)

    def _described(self, mention: Mention) -> None:
        plural = self.scene.token(self.scene.places[mention.id].token).tag in ("NNS", "NNPS")
        one = mention.type == "person" and not plural
        chain = self._title(mention) if one else self._group(mention)
        if chain is not None:
            if mention.id not in self.of:
                self._join(mention, chain)
            return
        chain = self._start(mention)
        chain.plural = plural or mention.type != "person"
        chain.sex = _sex(mention)
        if mention.country and (plural or mention.type != "person"):
            self._by_key[_group_key(mention)] = chain

    def _title(self, mention: Mention) -> Chain | None:
        """ "the president", "the Turkish foreign minister": who has that role in the document."""
        words = mention.target.quote.lower().split()
        if words[0] in ("a", "an", "another", "one", "some", "any", "no", "every"):
            return None
        noun = _noun(mention)
        if noun in ("chief", "head") and mention.country == "UNO":
            noun = "secretary-general"
        date = self.scene.reading.document.date
        holding = {p.name for p in holders(noun, mention.country, date)} if mention.country else set()
        fitting = []
        for chain in self.chains:
            if chain.type != "person" or not chain.names:
                continue
            if mention.country and mention.country != chain.country and (chain.country or chain.known):
                continue
            said = any(_has_office(role, noun) for role in chain.roles)
            if said or (chain.known and chain.known in holding) or self._table_role(chain, noun, date):
                fitting.append(chain)
        return self._clear_best(fitting, mention)

    @staticmethod
    def _table_role(chain: Chain, noun: str, date: str | None) -> bool:
        known = people().get(chain.known)
        if known is None or not date:
            return False
        if noun == "leader":
            return _leads(known, date)
        noun = "foreign minister" if noun in ("top diplomat", "chief diplomat") else noun
        same = {"foreign minister": ("secretary of state", "foreign secretary")}.get(noun, ())
        return any(_has_office(t.title.lower(), n) for t in known.roles_at(date) for n in (noun, *same))

    def _clear_best(self, chains: list[Chain], mention: Mention) -> Chain | None:
        """The one that is named most, where it is named far more than others, else the one named last."""
        if len(chains) < 2:
            return chains[0] if chains else None
        by_count = sorted(chains, key=lambda c: -len(c.mentions))
        if len(by_count[0].mentions) >= 3 * len(by_count[1].mentions):
            return by_count[0]
        here = self.scene.places[mention.id].sentence
        latest = sorted(chains, key=lambda c: -c.seen[-1].sentence)
        near = [c for c in latest if here - c.seen[-1].sentence <= 3]
        if near and (len(near) == 1 or near[0].seen[-1].sentence > near[1].seen[-1].sentence):
            return near[0]
        return None

    def _group(self, mention: Mention) -> Chain | None:
        """Bodies, governments and groups: by country and noun; without a country, the last of that noun."""
        noun = _noun(mention)
        if noun in ("kingdom", "country") and mention.country is None:
            return self._state_meant(noun)
        if mention.country:
            return self._by_key.get(_group_key(mention))
        same = [c for c in self.chains if c.country and c.type == mention.type and _has_noun(c, noun)]
        countries = {c.country for c in same}
        if len(countries) == 1 or (same and mention.type in ("armed-group", "organisation")):
            return max(same, key=lambda c: c.seen[-1].token)
        if same or mention.type != "government":
            return self._clear_best(same, mention) if same else self._body_meant(mention, noun)
        described = [
            c for c in self.chains if c.type == "government" and any(m.form == "nominal" for m in c.mentions)
        ]
        if len(described) == 1:
            return described[0]
        return self._government_meant(mention) if noun != "regime" else None

    def _body_meant(self, mention: Mention, noun: str) -> Chain | None:
        """ "The council" after "Security Council", "the newspaper" after a paper: the body named last."""
        if mention.type == "organisation" and noun in _LAWMAKERS:
            return self._legislature(mention, noun)
        if not mention.target.quote.lower().startswith(("the ", "its ")):
            return None
        fitting = [
            c
            for c in self.chains
            if c.type in ("organisation", "armed-group")
            and (
                any(name.lower().split()[-1] == noun for name in (*c.names, c.known) if name)
                or (noun in _MEDIA and organisation_sector(c.known) == "MED" and _MEDIA[noun].search(c.known))
            )
        ]
        return max(fitting, key=lambda c: c.seen[-1].token, default=None)

    def _legislature(self, mention: Mention, noun: str) -> Chain | None:
        """The one parliament that the document names, for "lawmakers" and "senators" of no country."""
        wanted = "US Senate" if noun == "senator" else "US Congress"
        found = [
            c for c in self.chains if c.known in ("US Congress", "US Senate", "US House of Representatives")
        ]
        exact = [c for c in found if c.known == wanted]
        if exact or not found:
            return exact[0] if exact else None
        chain = self._start(mention)
        chain.known, chain.country = wanted, "USA"
        return chain

    def _government_meant(self, mention: Mention) -> Chain | None:
        """ "The government" with no country: the government that acted in the sentences right before."""
        first = mention.target.quote.lower().split()[0]
        if first != "the":
            return None
        here = self.scene.places[mention.id].sentence
        near = {
            c.country: c
            for c in self.chains
            if c.type == "government"
            and c.country
            and any(p.subject and 0 <= here - p.sentence <= 2 for p in c.seen)
        }
        return next(iter(near.values())) if len(near) == 1 else None

    def _state_meant(self, noun: str) -> Chain | None:
        governments = [
            c
            for c in self.chains
            if c.type == "government" and (noun != "kingdom" or c.country in _MONARCHIES)
        ]
        return max(governments, key=lambda c: c.seen[-1].token, default=None)

    def _pronoun(self, mention: Mention) -> None:
        word = mention.target.quote.lower()
        if word in ("he", "him", "his", "himself", "she", "her", "hers", "herself"):
            sex = "m" if word.startswith("h") and not word.startswith("her") else "f"
            chain = best_person(self, mention, sex)
        elif word in ("they", "them", "their", "themselves", "theirs", "it", "its", "itself"):
            chain = best_thing(self, mention, plural=word.startswith("th"))
        else:
            return
        if chain is not None:
            self._join(mention, chain)
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
                self._join(mention, speaker)

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


def _has_noun(chain: Chain, noun: str) -> bool:
    return any(m.form in ("nominal", "title") and _noun(m) == noun for m in chain.mentions)


def _group_key(mention: Mention) -> str:
    if mention.type == "government":
        return f"government {mention.country}"
    return f"{mention.type} {mention.country} {_noun(mention)}"


def _leads(person: Person, date: str) -> bool:
    """Whether somebody is the head of a state or government on the date."""
    heads = ("president of", "prime minister of", "leader of", "king of", "supreme leader", "chancellor of")
    return any(t.title.lower().startswith(heads) for t in person.roles_at(date))


def _surnames(mention: Mention) -> tuple[str, ...]:
    """The keys under which a person may be called by one name: of a king, the given name too."""
    known = people().get(mention.known)
    names = (mention.target.quote, *(known.names if known else ()))
    return tuple(dict.fromkeys(surname_of(name) for name in names))


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


def _noun(mention: Mention) -> str:
    """The agent noun at the head of a described mention, in the singular, with what belongs to it."""
    if "administration" in mention.target.quote.lower() and mention.type == "government":
        return "administration"
    words = plain(mention.target.quote).split()
    head = plain(mention.target.quotes[0][mention.head.start - mention.target.start :]).split()
    if len(head) > 2 and head[1] == "of" and (agent := meaning(" ".join(head[:3]))):
        return agent.noun
    stop = len(words) - len(head) + 1
    for length in (4, 3, 2, 1):
        if stop - length >= 0 and (agent := meaning(" ".join(words[stop - length : stop]))):
            return agent.noun
    return head[0] if head else ""


def _has_office(role: str, noun: str) -> bool:
    """Whether a role said with a name holds the office by itself; a "vice president" is no president."""
    role = f" {role} "
    if f" {noun} " not in role.replace("-", " "):
        return False
    for lesser in ("vice", "deputy", "former", "assistant", "ex"):
        if f" {lesser} {noun}" in role.replace("-", " ") and lesser not in noun:
            return False
    return not (noun == "minister" and "prime minister" in role)


def _sex(mention: Mention) -> str:
    before = mention.role.quote.lower().split() if mention.role else []
    for word in [*before, *mention.target.quote.lower().split()]:
        if word in _FEMALE:
            return "f"
        if word in _MALE:
            return "m"
    return sex_of(mention.target.quote)
