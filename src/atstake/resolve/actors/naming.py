"""An actor's canonical name, its aliases with counts, and its roles with dates."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from atstake.facts.agents import agents, office_of, plural_of
from atstake.facts.offices import SEATS
from atstake.facts.people import Tenure, holders, people
from atstake.facts.states import government_of, states
from atstake.facts.tables import plain
from atstake.model.annotations import Mention
from atstake.model.claims import Alias, Role
from atstake.model.text import Document, Target
from atstake.resolve.actors.items import Item

_ONE_A_STATE = frozenset({
    "president", "prime minister", "premier", "chancellor", "vice president", "king", "queen", "emir",
    "crown prince", "supreme leader", "foreign minister", "foreign secretary", "secretary of state",
    "defense minister", "defence minister", "defense secretary", "defence secretary", "finance minister",
    "treasury secretary", "interior minister", "information minister", "trade representative",
})  # fmt: skip
"""Offices that a state has one of; an ambassador or a senator can be anybody."""


def name_of(group: list[Item]) -> str:
    """The table's name where it has one, else the most frequent full name, else a description."""
    identity = next((i.identity for i in group if i.identity), "")
    kind, _, rest = identity.partition(":")
    if kind == "government":
        return government_of(rest) or rest
    if kind == "known":
        return rest
    if kind == "person":
        return _usual_name(group, rest)
    names: Counter[str] = Counter()
    for item in group:
        for mention in item.mentions:
            if mention.form in ("name", "acronym", "handle"):
                names[mention.target.quote] += 1
        if item.account or (item.name and all(m.target.quote != item.name for m in item.mentions)):
            # An account's name, or a surname with the given name of the headline.
            names[item.name] += 1
    if names:
        full = {n: c for n, c in names.items() if " " in n} or dict(names)
        return max(full, key=lambda n: (full[n], len(n), n))
    code, _, noun = rest.partition(":")
    return described(kind, code, _service(group, noun) if kind == "body" else noun)


def _service(group: list[Item], noun: str) -> str:
    """ "Army" only where a text says so: troops and forces may be of any service."""
    said = (m.target.quote.casefold() for item in group for m in item.mentions)
    return "military" if noun == "army" and not any("army" in words for words in said) else noun


def _usual_name(group: list[Item], canonical: str) -> str:
    """Of the full spellings that the table knows, the one that the coverage uses most."""
    known = {plain(name) for name in people()[canonical].names}
    counted: Counter[str] = Counter(
        m.target.quote
        for item in group
        for m in item.mentions
        if m.form == "name" and plain(m.target.quote) in known and not m.target.quote.isupper()
    )
    full = {name: n for name, n in counted.items() if " " in name}
    return max(full, key=lambda n: (full[n], n == canonical, n), default=canonical)


def described(kind: str, code: str, noun: str) -> str:
    """A name for an actor that has none: "Commerce Ministry of China", "Syrian rebels"."""
    state = states().get(code)
    place = state.name if state else code
    demonym = state.demonyms[0] if state and state.demonyms else ""
    # A "Hong Konger" is somebody, no adjective.
    adjective = place.removeprefix("the ") if not demonym or demonym.endswith("er") else demonym
    if kind == "body" and noun.endswith("ministry") and noun != "ministry":
        return f"Ministry of {_field(noun)} of {place}"
    if kind == "office":
        return f"{noun[:1].upper()}{noun[1:]} of {place}"
    words = {"REB": "rebels", "militants": "militants", "PRM": "militias", "CRM": "gangs"}.get(noun, noun)
    if kind == "members" or (kind == "population" and words != "people"):
        words = plural_of(words)
    return f"{adjective} {words}"


def _field(noun: str) -> str:
    field = noun.removesuffix(" ministry")
    return {"foreign": "Foreign Affairs", "defense": "Defense"}.get(field, field.title())


def aliases_of(group: list[Item]) -> tuple[Alias, ...]:
    """Every spelling with its count, titles in front included ("President X"), most frequent first."""
    counted: Counter[str] = Counter()
    for item in group:
        for mention in item.mentions:
            if mention.form == "pronoun":
                continue
            counted[mention.target.quote] += 1
            if titled := _titled(mention):
                counted[titled] += 1
        counted.update(item.account)
        if item.account:
            counted[item.name] += 1
    return tuple(Alias(text, n) for text, n in sorted(counted.items(), key=lambda x: (-x[1], x[0])))


def _titled(mention: Mention) -> str:
    """The title and the name, where the title stands right before it."""
    role = mention.role
    if role is None or not 0 < mention.target.start - role.end <= 1:
        return ""
    return f"{role.quote} {mention.target.quote}"


def roles_of(
    group: list[Item], documents: Mapping[str, Document], span: tuple[str | None, str | None]
) -> tuple[Role, ...]:
    """Roles as the coverage says them, on the dates of the documents that do, then those of the dated table.

    ``span`` is the first and last day of the coverage: of the table, only what held in it is given.
    """
    said: dict[str, list[tuple[str, Target]]] = defaultdict(list)
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for item in group:
        for mention in item.mentions:
            if mention.role is not None and (title := _title(mention)):
                date = documents[item.document].date or ""
                said[_folded(title)].append((date, mention.role))
                spelled[_folded(title)][title] += 1
    table = _from_table(group, span)
    said = {key: uses for key, uses in said.items() if not _is_held_by_another(spelled[key], group, span[1])}
    for key in sorted(said, key=lambda k: (len(k), k)):
        fuller = [k for k in said if k != key and f" {k}".endswith(f" {key}")]
        if fuller:
            said[max(fuller, key=lambda k: (len(said[k]), k))] += said.pop(key)
        elif " " not in key and any(key in role.title.casefold().split() for role in table):
            # "President" alone tells nothing beside the table's "President of X".
            del said[key]
    found = []
    titles = {key: _most_spelled(spelled[key]) for key in said}
    # Of roles said as often an office before what somebody is besides: "director of the port", "expert".
    ranked = sorted(
        said.items(),
        key=lambda x: (
            _tells_little(titles[x[0]]),
            -len(x[1]),
            " " not in x[0],
            not office_of(titles[x[0]]),
            -len(x[0].split()),
            x[0],
        ),
    )
    for key, uses in ranked:
        dates = sorted(date for date, _ in uses if date)
        title = titles[key]
        first = min(uses, key=lambda use: (_folded(use[1].quote) != key, use[0], use[1]))
        found.append(
            Role(_of_state(title, group), dates[0] if dates else None, dates[-1] if dates else None, first[1])
        )
    return (*found, *table)


def _is_held_by_another(titles: Counter[str], group: list[Item], date: str | None) -> bool:
    """Whether an office that one person holds is another's by the table: a former president's title."""
    title = _most_spelled(titles)
    if title.casefold() not in _ONE_A_STATE:
        return False
    codes = Counter(i.country for i in group if i.country)
    code = max(codes, key=lambda c: (codes[c], c)) if codes else None
    holding = {person.name for person in holders(title, code, date)}
    known = next((i.identity.removeprefix("person:") for i in group if i.identity), "")
    return bool(holding) and known not in holding


def _most_spelled(counted: Counter[str]) -> str:
    return max(counted, key=lambda t: (counted[t], t))


_NO_ROLES = frozenset(
    "counterpart counterparts colleague colleagues predecessor successor rival rivals ally allies "
    "opponent friend mine yours ours hers theirs".split()
)
"""What somebody is to another, which is no role."""
_KIN = frozenset("wife husband son daughter brother sister father mother spouse partner widow".split())
"""The same, where it is not said whose."""
_LONG = 7
"""Words of a role beyond which it is a remark."""
_RANKS = frozenset(
    "former ex acting interim outgoing incoming then designate deputy vice assistant associate chief senior "
    "top current new first second president minister ambassador chairman chairwoman head leader "
    "presumptive presumed likely potential prospective would-be onetime one-time self-proclaimed self-styled "
    "alleged suspected accused convicted rival".split()
)
"""Words in front of a capitalised one that do belong to a title, or without which too much is said."""


def _tells_little(title: str) -> bool:
    """Whether a role is a remark rather than a role; the name of a body does not make it long."""
    return sum(word[:1].islower() for word in title.split()) > _LONG


def _title(mention: Mention) -> str:
    assert mention.role is not None
    if mention.modifier == "then":
        # "Then-Sen. Weil": it was so on the day told of, which is not the day of the text.
        return ""
    # "Sens. Weil and Holm": each is one.
    title = re.sub(r"\b(Sen|Rep|Gov)s\.", r"\1.", " ".join(mention.role.quote.split()))
    last = title.casefold().split()[-1:]
    if not last or last[0] in _NO_ROLES | _KIN or title.casefold() == "secretary" or _is_of_several(title):
        # "Secretary Weil" is said for life, and does not say of what.
        return ""
    said = title.split()
    if len(said) > 1 and said[0] in ("another", "fellow"):
        said = said[1:]
    while len(said) > 1 and said[0].islower() and said[1][:1].isupper() and said[0] not in _RANKS:
        # "Mercurial Norwegian leader": how the outlet finds somebody is no part of the role.
        said = said[1:]
    title = " ".join(_without_seat(said))
    words = title.casefold().replace("-", " ").split()
    return f"{mention.modifier} {title}" if mention.modifier and mention.modifier not in words else title


def _without_seat(words: list[str]) -> list[str]:
    """A title without the seat that stands behind an office: "House Harbour Chairman Rep."."""
    offices = (office_of(word) for word in words[:-1])
    return words[:-1] if words[-1].casefold() in SEATS and any(offices) else words


def _is_of_several(title: str) -> bool:
    """Whether the role is that of several people: "national polling leaders"."""
    head = re.split(r"\s(?:of|for|in|at|to|from|with)\s", title.casefold())[0].split()[-1:]
    return bool(head) and any(agent.plural for agent in agents().get(head[0], ()))


def _folded(title: str) -> str:
    """A title as it is compared: "U.S." and "US" are one."""
    return title.casefold().replace(".", "").removeprefix("the ")


def _of_state(title: str, group: list[Item]) -> str:
    """A bare "President" with the state that it is of, where that is known; a governor is of no state."""
    if title.casefold() not in _ONE_A_STATE:
        return title
    codes = Counter(i.country for i in group if i.country)
    state = states().get(max(codes, key=lambda c: (codes[c], c))) if codes else None
    return f"{title} ({state.name})" if state and " " not in title and title[:1].isupper() else title


def _from_table(group: list[Item], span: tuple[str | None, str | None]) -> list[Role]:
    known = next((i.identity for i in group if i.identity.startswith("person:")), "")
    person = people().get(known.removeprefix("person:"))
    if person is None:
        return []
    held = [t for t in person.tenures if t.holds(span[0]) or t.holds(span[1])]
    return [Role(t.title, _day(t, False), _day(t, True)) for t in held]


def _day(tenure: Tenure, last: bool) -> str | None:
    """A date of the table as a full day: the first or the last that it can mean."""
    date = tenure.last if last else tenure.first
    if date is None:
        return None
    return (
        (date + ("-12-31" if last else "-01-01")[len(date) - 4 :])[:10]
        if len(date) != 7
        else date + ("-28" if last else "-01")
    )
