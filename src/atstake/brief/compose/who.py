"""*Who is involved*: names, roles at the date, sides, how often and by how many origins they are quoted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from atstake.brief.compose import lines, quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.brief.compose.standing import LEADS, SEATS, heads_a_body
from atstake.brief.compose.stops import stops
from atstake.brief.compose.wording import capital, days_between
from atstake.facts import cues, states
from atstake.facts.agents import meaning, office_of
from atstake.facts.offices import whole
from atstake.model.annotations import Attribution
from atstake.model.brief import Line, Part, Person
from atstake.model.claims import Actor, Alias, Role

MOST = 12
_WORDS = 3
_STOPS = 3
_ALIASES = 4
_NAME_WORDS = 3
_SOME = 3
"""Articles from which on an outlet, or who works for one, has to be spoken of in most of the texts ..."""
_OUTLETS = "MED"
_REPORTS = frozenset(
    "host moderator anchor anchorman anchorwoman presenter interviewer reporter correspondent journalist "
    "columnist editor photographer blogger commentator pundit".split()
)
_OUT_OF_OFFICE = frozenset({"ELI", "CVL", "BUS", "EDU", "PTY", "MED", "LEG"})
"""Sectors of people who do not stand with a government by office, nor by a seat in a parliament."""
_BY_OFFICE_OF_STATE = frozenset({"GOV", "MIL"})
"""Sectors of those whose office is their government's."""
_OPPOSED = re.compile(
    r"\b(?:party|opposition|shadow|former|ex|next|elect|candidate|designate)\b", re.IGNORECASE
)
"""What stands in roles of those who govern no state now."""
_LOCAL = frozenset("mayor governor gov. councillor councilor alderman sheriff".split())
"""Offices of a town or a part of a state."""
_PARTY_WORDS = frozenset({"democratic", "republican", "gop"})
_NATIONAL = frozenset("president vice secretary senator sen. rep. representative congressman speaker".split())
_ADDRESS = frozenset("mr mr. mrs mrs. ms ms. this our my your".split())
_RECENT = 31
"""Days before the newest article within which a fuller role is said of the same time."""
_OVER = frozenset("former ex late ousted then retired outgoing".split())
_BY_OFFICE = "named by office"
_MAIN, _ENOUGH, _OFTEN = 6, 8, 3
"""Of several articles: so many are shown in any case, behind so many nobody of one text; and quotations that
make somebody matter."""
_ONLOOKERS = frozenset(
    "professor analyst pollster historian economist scholar lecturer researcher expert biographer author "
    "consultant fellow wife husband son daughter voter resident student tourist passerby".split()
)
"""Heads of roles of people who are asked about a story, or stand beside it."""
_BEFORE = 60
"""Characters before an outlet's name in which it is said to be told something."""
# "Told the Post", "interviews with the Post", "according to the Post"; "the Post's poll".
_AS_SOURCE = re.compile(
    r"\b(?:t(?:old|ell|ells|elling)|inform(?:ed|s)?|according to|cit(?:ed|es|ing)|quot(?:ed|es|ing)"
    r"|(?:said|wrote|written|spoke|spoken|speaking|appear\w*|report\w*|interview\w*|statement|comments?|remarks"
    r"|op-ed|article|column|story|photo\w*|poll|survey) (?:in|on|to|by|with|for|from|via))\s+(?:\w+[’']s\s+)?"
    r"(?:the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)
_REPORTS_IT = re.compile(
    r"(?:[’']s?)?(?:,| (?:has|had|first|also|later|separately))* (?:report(?:s|ed|ing)?|said|says|wrote"
    r"|writes|noted|notes|cit(?:ed|es|ing)|quot(?:ed|es|ing)|obtained|published|poll|survey|query|correspondent|reporter)\b",
    re.IGNORECASE,
)
_PARTIES = {"person", "government", "armed-group"}
_KINDS = {"person", "government", "organisation", "armed-group", "population"}


def people(coverage: Coverage) -> Part[Person]:
    """The actors that are quoted or named most, by independent origins and not by copies."""
    said = _said(coverage)
    origins = {a: coverage.origins(x.document for x in found) for a, found in said.items()}
    named = {a.id: _named(coverage, a) for a in coverage.actors.values()}
    firsts = {a.name.split()[0] for a in coverage.actors.values() if a.kind == "person" and " " in a.name}
    alone = _state_around(coverage, said)
    ranked = sorted(
        (
            a
            for a in coverage.actors.values()
            if a.kind in _KINDS
            and _matters(a, said, named)
            and not _merely_asks(coverage, a, named)
            and not _is_a_people(a)
            and a.id != alone
            and not (a.name in firsts and a.kind == "person" and (not a.roles or not said.get(a.id)))
        ),
        key=lambda a: (
            -2 * len(origins.get(a.id, ())) - named[a.id],
            -2 * len(said.get(a.id, ())) - len(a.mentions),
            a.name,
            a.id,
        ),
    )
    named = {a: max(n, len(origins.get(a, ()))) for a, n in named.items()}
    parties = [a for a in ranked if not (_looks_on(coverage, a) and _is_of_one_text(coverage, a, named))]
    # Who is asked about a story by one text of several is no party to it, however often.
    ranked = parties if len(parties) >= _MAIN else ranked
    main = [a for n, a in enumerate(ranked) if n < _MAIN or not _is_minor(coverage, a, said, named)]
    main = [a for n, a in enumerate(main) if n < _ENOUGH or not _is_of_one_text(coverage, a, named)]
    cards = [_card(coverage, a, said.get(a.id, []), len(origins.get(a.id, ()))) for a in main[:MOST]]
    return Part(tuple(cards), len(ranked) - len(cards))


def _said(coverage: Coverage) -> dict[str, list[Attribution]]:
    """Each actor's attributions, in the order of date and text."""
    found: dict[str, list[Attribution]] = defaultdict(list)
    for layers in coverage.annotations.values():
        for a in layers.attributions:
            actor = coverage.attributed.get(a.id)
            if actor and not a.relayed:
                found[actor].append(a)
    for said in found.values():
        said.sort(key=lambda a: (coverage.date(a.document) or "", a.document, a.content.start))
    return found


def _named(coverage: Coverage, actor: Actor) -> int:
    """By how many independent texts an actor is named."""
    documents = {coverage.mention[m].target.document for m in actor.mentions if m in coverage.mention}
    return len(coverage.origins(documents))


def _matters(actor: Actor, said: dict[str, list[Attribution]], named: dict[str, int]) -> bool:
    """Who speaks; of the others, people, governments and armed groups that are named more than once."""
    if said.get(actor.id):
        return True
    return actor.kind in _PARTIES and (named[actor.id] > 1 or len(actor.mentions) > 1 or bool(actor.roles))


def _merely_asks(coverage: Coverage, actor: Actor, named: dict[str, int]) -> bool:
    """Whether it is an outlet or a reporter of whom little of the coverage speaks: a source, no party."""
    if not is_of_the_press(coverage, actor) or len(coverage.articles) < _SOME:
        return False
    texts = len(coverage.origins(d.id for d in coverage.articles))
    spoken_of = named[actor.id] if actor.kind == "person" else _spoken_of(coverage, actor)
    # A state's own broadcaster speaks for it.
    return 2 * spoken_of <= texts and not side_of(coverage, actor)


def is_of_the_press(coverage: Coverage, actor: Actor) -> bool:
    """Whether it is an outlet, or somebody who works for one by their role."""
    role = role_now(coverage, actor)
    heads = set(role.title.casefold().split(" of ")[0].split()[-1:]) if role else set()
    return actor.sector == _OUTLETS or coverage.is_outlet(actor.id) or not heads.isdisjoint(_REPORTS)


def _spoken_of(coverage: Coverage, actor: Actor) -> int:
    """By how many independent texts an outlet is named as more than who reports something, or is told it."""
    sources = {a.mention for layers in coverage.annotations.values() for a in layers.attributions}
    documents = set()
    for id in actor.mentions:
        mention = coverage.mention.get(id)
        if mention is None or id in sources or mention.antecedent in sources:
            continue
        text, start, end = coverage.text(mention.target.document), mention.target.start, mention.target.end
        if _AS_SOURCE.search(text[max(0, start - _BEFORE) : start]) or _REPORTS_IT.match(text, end):
            continue
        documents.add(mention.target.document)
    return len(coverage.origins(documents))


def _state_around(coverage: Coverage, said: dict[str, list[Attribution]]) -> str | None:
    """The one government of a story inside a state, where it is not quoted: it takes no part as such."""
    governments = [a for a in coverage.actors.values() if a.kind == "government" and len(a.mentions) > 1]
    inside = len(governments) == 1 and len(coverage.articles) >= _SOME
    return governments[0].id if inside and not said.get(governments[0].id) else None


def _is_minor(
    coverage: Coverage, actor: Actor, said: dict[str, list[Attribution]], named: dict[str, int]
) -> bool:
    """Whether one text of several names somebody who is nothing, looks on, or is not quoted."""
    if not _is_of_one_text(coverage, actor, named) or len(said.get(actor.id, ())) >= _OFTEN:
        return False
    return _looks_on(coverage, actor) or role_now(coverage, actor) is None or not said.get(actor.id)


def _looks_on(coverage: Coverage, actor: Actor) -> bool:
    """Whether somebody's role is one of those who are asked about a story, or stand beside it."""
    role = role_now(coverage, actor)
    return role is not None and not _ONLOOKERS.isdisjoint(role.title.casefold().replace(",", " ").split())


def _is_of_one_text(coverage: Coverage, actor: Actor, named: dict[str, int]) -> bool:
    """Whether one text of several speaks of a person or a body."""
    several = len(coverage.articles) >= _SOME
    return several and named[actor.id] < 2 and actor.kind in ("person", "organisation")


def _is_a_people(actor: Actor) -> bool:
    """Whether it is a nation as such: "Americans" do not take part."""
    words = actor.name.casefold().removesuffix(" people").split()
    return actor.kind == "population" and all(w in states.demonyms() for w in words)


def _card(coverage: Coverage, actor: Actor, said: list[Attribution], origins: int) -> Person:
    role = role_now(coverage, actor)
    words = quoting.exact(coverage, role.target.document, role.target.whole) if role and role.target else None
    side = side_of(coverage, actor)
    aliases = _each_once(a for a in actor.aliases if _tells(a, actor))[:_ALIASES]
    return Person(
        actor.id,
        actor.name,
        actor.kind,
        _written_out(role.title) if role else _BY_OFFICE if _is_office(actor) else "",
        words,
        side,
        len(said),
        origins,
        aliases,
        _handle(coverage, actor),
        _statements(coverage, actor, said),
        stops(coverage, actor).items[-_STOPS:],
    )


def _written_out(title: str) -> str:
    """A title as it stands alone: "Senator" for "Sen."."""
    first, *rest = title.split(" ")
    long = whole(first.casefold())
    return title if long == first.casefold() else " ".join([capital(long), *rest])


def role_now(coverage: Coverage, actor: Actor) -> Role | None:
    """The role on the day of the newest article; where none is known to hold then, the one said last."""
    said = [r for r in actor.roles if r.target is not None]
    now = actor.role_on(coverage.now)
    if now is not None and now.target is None and now.title.casefold().split()[-1] in SEATS:
        # The leader of the house is more than one who sits in it.
        leads = [r for r in said if _is_recent(coverage, r) and LEADS.search(r.title)]
        now = max(leads, key=lambda r: r.last or "", default=now)
    gone = _office_left(coverage, actor, now) if now is not None and now.target is not None else None
    if now is not None and " " in now.title:
        return gone or now
    told = now or max(said, key=lambda r: (r.last or "", -said.index(r)), default=None)
    if told is None:
        return None
    gone = _office_left(coverage, actor, told)
    if gone is not None:
        return gone
    # "Chairman" alone, beside "chairman of the harbour board" a day before: of what it is, is said there.
    fuller = [r for r in said if " " in r.title and _is_recent(coverage, r)]
    table = [r for r in actor.roles if r.target is None and r.held_on(coverage.now)]
    return next(iter([*fuller, *table]), told)


def _office_left(coverage: Coverage, actor: Actor, told: Role) -> Role | None:
    """The office of the table that somebody is called by who had left it by then, as a former one."""
    office = told.title.casefold().split(" of ")[0].split()[-1:]
    held = [r for r in actor.roles if r.target is None]
    if any(r.held_on(coverage.now) for r in held) or not _OVER.isdisjoint(told.title.casefold().split()):
        return None
    same = [r for r in held if r.last and r.title.casefold().split(" of ")[0].split()[-1:] == office]
    last = max(same, key=lambda r: r.last or "", default=None)
    if last is None or not told.last or told.last <= (last.last or ""):
        return None
    return replace(last, title=f"former {last.title}")


def _is_recent(coverage: Coverage, role: Role) -> bool:
    """Whether a role was said within weeks of the newest article, and not as one that is over."""
    past = not _OVER.isdisjoint(role.title.casefold().split()[:3])
    return bool(role.last and coverage.now) and not past and days_between(role.last, coverage.now) < _RECENT


def _each_once(aliases: Iterable[Alias]) -> tuple[Alias, ...]:
    """Names that differ by a capital letter or an article as one, with all their counts."""
    found: dict[str, Alias] = {}
    for alias in aliases:
        bare = alias.text.casefold().removeprefix("the ")
        first = found.get(bare)
        found[bare] = replace(first, count=first.count + alias.count) if first else alias
    return tuple(found.values())


def _is_local(title: str) -> bool:
    """Whether an office is one of a town or part of a state, as one that a party is named with mostly is."""
    words = title.casefold().split()
    party = not _PARTY_WORDS.isdisjoint(words) and _NATIONAL.isdisjoint(words)
    return party or not _LOCAL.isdisjoint(words)


def side_of(coverage: Coverage, actor: Actor) -> str:
    """The side's name: its own government's, else its most quoted member's; "" for that one itself.

    Another state's government is no name for it, though the two may stand together in this story.
    """
    role = role_now(coverage, actor)
    local = role is not None and _is_local(role.title)
    if actor.kind == "armed-group" and not actor.country:
        return ""
    if actor.kind == "person" and role is not None and heads_a_body(role.title):
        return ""
    if actor.sector in _BY_OFFICE_OF_STATE and not local and _serves_state(coverage, actor, role):
        governs = [
            a for a in coverage.actors.values() if a.kind == "government" and a.country == actor.country
        ]
        if governs and actor.country:
            return max(governs, key=lambda a: (len(a.mentions), a.id)).name
    if actor.side is None or (actor.kind == "person" and (actor.sector in _OUT_OF_OFFICE or local)):
        # Who is praised by a minister does not stand with a government by that.
        return ""
    members = [a for a in coverage.actors.values() if a.side == actor.side]
    governments = [a for a in members if a.kind == "government"]
    own = [a for a in governments if not actor.country or a.country == actor.country]
    if governments and not own:
        return ""
    governments = own
    lead = max(governments, key=lambda a: (len(a.mentions), a.id), default=coverage.actors.get(actor.side))
    return lead.name if lead is not None and lead.id != actor.id and len(members) > 1 else ""


def _serves_state(coverage: Coverage, actor: Actor, role: Role | None) -> bool:
    """Whether somebody holds an office of a state: by the table, or as the words name the state with it."""
    if actor.kind != "person" or role is None or _OPPOSED.search(role.title):
        return False
    if any(r.target is None and r.held_on(coverage.now) for r in actor.roles):
        return True
    # "The Brenian defence minister" and "Brenia's"; not "president of the Brenian Dockers' Union".
    office, _, of = role.title.partition(" of ")
    state = states.states().get(actor.country or "")
    if state is None:
        return False
    names = {*state.names, *state.demonyms}
    named = office if not of else of.removeprefix("the ")
    return named in names or (
        not of and any(office.startswith((f"{n} ", f"{n}'s ", f"{n}’s ")) for n in names)
    )


def _tells(alias: Alias, actor: Actor) -> bool:
    """Another name, not the name with a title or a noun phrase: that is what the role is for."""
    words, name = alias.text.removeprefix("the ").removeprefix("The ").split(), actor.name.casefold()
    inside = alias.text.casefold() in name or name in alias.text.casefold()
    last = name.split()[-1].rpartition("-")[2]
    if actor.kind != "person" and " " not in alias.text and meaning(alias.text) is not None:
        # "Authorities" at the head of a sentence.
        return False
    if actor.kind == "person":
        titles = {w.casefold() for r in actor.roles for w in r.title.split()}
        named = alias.text.lower().startswith("the ") or last in alias.text.casefold()
        known = titles | set(name.split()) | _ADDRESS
        inside = inside or named or all(w.casefold() in known or _is_title(w) for w in words)
    return not inside and len(words) <= _NAME_WORDS and all(not w[:1].islower() for w in words)


def _is_office(actor: Actor) -> bool:
    """Whether somebody is known by the office alone: "Interior minister of Brenia"."""
    return actor.kind == "person" and bool(office_of(actor.name))


def _is_title(word: str) -> bool:
    return meaning(word, "office", "rank") is not None


def _statements(coverage: Coverage, actor: Actor, said: list[Attribution]) -> tuple[Line, ...]:
    """A few of their statements: what they said last, each once."""
    seen = Seen()
    found: list[Line] = []
    telling = [a for a in reversed(said) if _tells_words(a)]
    for a in sorted(telling, key=lambda a: a.form == "indirect"):
        if len(found) == _WORDS:
            break
        line = lines.make(coverage, f"who-{actor.id}", a.content, speaker=actor.id)
        if line is not None and seen.add(lines.words_of(line)):
            found.append(line)
    return tuple(found)


def _tells_words(attribution: Attribution) -> bool:
    """Whether somebody is told to say it: not a deed that the reader of attributions took for words."""
    if attribution.form != "indirect" or attribution.act != "other" or attribution.cue is None:
        return True
    cue = {w.strip(".,").casefold() for w in attribution.cue.quote.split()}
    words = cues.verbs().keys() | cues.acts("noun").keys() | cues.acts("adjective").keys()
    return not words.isdisjoint(cue)


def _handle(coverage: Coverage, actor: Actor) -> str:
    names = {actor.name.casefold(), *(a.text.casefold() for a in actor.aliases)}
    for d in coverage.documents.values():
        if d.handle and (d.author or "").casefold() in names:
            return d.handle
    return ""
