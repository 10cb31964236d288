"""In which role, and on whose side, somebody stands as of the newest article."""

from __future__ import annotations

import re
from dataclasses import replace

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import days_between
from atstake.facts import states
from atstake.facts.american_states import american_states, bare
from atstake.facts.offices import whole
from atstake.facts.organisations import named_as
from atstake.model.claims import Actor, Role

_OUT_OF_OFFICE = frozenset({"ELI", "CVL", "BUS", "EDU", "PTY", "MED", "LEG"})
"""Sectors of people who do not stand with a government by office, nor by a seat in a parliament."""
_BY_OFFICE_OF_STATE = frozenset({"GOV", "MIL"})
"""Sectors of those whose office is their government's."""
OPPOSED = re.compile(
    r"\b(?:party|opposition|shadow|former|ex|next|elect|candidate|designate)\b", re.IGNORECASE
)
"""What stands in roles of those who govern no state now."""
_LOCAL = frozenset("mayor governor gov. councillor councilor alderman sheriff".split())
"""Offices of a town or a part of a state."""
_OF_A_PART = re.compile(
    r"\b(?:the )?state[’']s\b|\blieutenant governor\b|\blt\. gov"
    r"|^(?:\w+ )?(?:state (?!department|television|media|secretary|minister|councill?or)|county|city|district"
    r"|municipal)",
    re.IGNORECASE,
)
"""How an office of a part of a state is named: "the state's attorney general", "county commissioner"."""
_PARTY_WORDS = frozenset({"democratic", "republican", "gop"})
_NATIONAL = frozenset("president vice secretary senator sen. rep. representative congressman speaker".split())
_RECENT = 31
"""Days before the newest article within which a fuller role is said of the same time."""
_OVER = frozenset("former ex late ousted then retired outgoing".split())
_SEATS = frozenset("senator representative congressman congresswoman mp deputy".split())
"""Last words of roles of who only sits in a house."""
_LEADS = re.compile(r"\b(?:leader|whip|speaker|president pro tempore)$", re.IGNORECASE)
"""How the role of who leads one ends."""
_WHOLE_STATES = frozenset("president minister premier chancellor king queen ambassador".split())


def _opens_with_a_part(words: list[str]) -> bool:
    """Whether a title begins with an American state: "Ohio attorney general", not "Georgia's president"."""
    names = american_states()
    opening = (bare(re.sub(r"[’']s$", "", " ".join(words[:n]))) for n in (1, 2))
    return len(words) > 1 and any(o in names for o in opening) and _WHOLE_STATES.isdisjoint(words)


# "Vice president of the Harbour Trade Council": of a body, and of no state.
_HEADS_BODY = re.compile(
    r"^(?:\w+ )*?(?:president|chairman|chairwoman|chair|director|chief executive|head|manager) "
    r"(?:of|at) (?P<body>.+)$",
    re.IGNORECASE,
)
_FOR_OR_WHERE = re.compile(r" (?:for|of|in|on|at|to) ")
_OF_STATES = frozenset(
    "Agency Assembly Authority Bureau Cabinet Commission Congress Court Delegation Department Directorate "
    "Embassy Legislature Ministry Mission Office Parliament Police Senate Service Tribunal".split()
)
"""Kinds of bodies that are mostly a state's."""


def role_now(coverage: Coverage, actor: Actor) -> Role | None:
    """The role on the day of the newest article; where none is known to hold then, the one said last."""
    said = [r for r in actor.roles if r.target is not None]
    table = [r for r in actor.roles if r.target is None and r.held_on(coverage.now)]
    now = actor.role_on(coverage.now)
    if now is not None and now.target is None and now.title.casefold().split()[-1] in _SEATS:
        # The leader of the house is more than one who sits in it.
        leads = [r for r in said if _is_recent(coverage, r) and _LEADS.search(r.title)]
        now = max(leads, key=lambda r: r.last or "", default=now)
    if now is not None and now.target is not None and _is_of_a_party(now):
        # "Republican President Holm" holds the office that the table names whole.
        fuller = [*table, *(r for r in said if _is_recent(coverage, r) and not _is_of_a_party(r))]
        now = next((r for r in fuller if _last_word(r.title) == _last_word(now.title)), now)
    if now is not None and now.target is None and " " in now.title:
        return now
    told = now or max(said, key=lambda r: (r.last or "", -said.index(r)), default=None)
    if told is None:
        return None
    gone = _office_left(coverage, actor, told) or _called_former(coverage, said, told)
    if gone is not None or (now is not None and " " in now.title):
        return gone or now
    # "Chairman" alone, beside "chairman of the harbour board" a day before: of what it is, is said there.
    fuller = [r for r in said if " " in r.title and _is_recent(coverage, r)]
    return next(iter([*fuller, *table]), told)


def _office_left(coverage: Coverage, actor: Actor, told: Role) -> Role | None:
    """The office of the table that somebody is called by who had left it by then, as a former one."""
    held = [r for r in actor.roles if r.target is None]
    if any(r.held_on(coverage.now) for r in held) or not _OVER.isdisjoint(told.title.casefold().split()):
        return None
    same = [r for r in held if r.last and _last_word(r.title) == _last_word(told.title)]
    last = max(same, key=lambda r: r.last or "", default=None)
    if last is None or not told.last or told.last <= (last.last or ""):
        return None
    return replace(last, title=f"former {last.title}")


def _called_former(coverage: Coverage, said: list[Role], told: Role) -> Role | None:
    """The same office by a text that says it is over: "Gov. Weil", "the former governor"."""
    if not _OVER.isdisjoint(told.title.casefold().split()):
        return None
    past = (r for r in said if _is_over(r) and _is_of_late(coverage, r))
    return next((r for r in past if _office(r.title) == _office(told.title)), None)


def _office(title: str) -> str:
    """The office of a title, in one spelling."""
    word = _last_word(title).removesuffix(".")
    office = whole(f"{word}.").removesuffix(".")
    return "representative" if office == "congressman" else office


def _last_word(title: str) -> str:
    """The last word of a title in front of what it is of: "minister" of "deputy minister of trade"."""
    return (title.casefold().split(" of ")[0].split() or [""])[-1]


def _is_of_a_party(role: Role) -> bool:
    """Whether a role is an office with nothing but a party before it."""
    first, *others = role.title.casefold().split()
    return first in _PARTY_WORDS and len(others) == 1


def _is_recent(coverage: Coverage, role: Role) -> bool:
    """Whether a role was said within weeks of the newest article, and not as one that is over."""
    return _is_of_late(coverage, role) and not _is_over(role)


def _is_of_late(coverage: Coverage, role: Role) -> bool:
    return bool(role.last and coverage.now) and days_between(role.last, coverage.now) < _RECENT


def _is_over(role: Role) -> bool:
    return not _OVER.isdisjoint(role.title.casefold().split()[:3])


def is_local(title: str) -> bool:
    """Whether an office is one of a town or part of a state, as one that a party is named with mostly is."""
    words = title.casefold().split()
    if _OF_A_PART.search(title) or _opens_with_a_part(words):
        return True
    party = not _PARTY_WORDS.isdisjoint(words) and _NATIONAL.isdisjoint(words)
    return party or not _LOCAL.isdisjoint(words)


def side_of(coverage: Coverage, actor: Actor) -> str:
    """The side's name: its own government's, else its most quoted member's; "" for that one itself.

    Another state's government is no name for it, though the two may stand together in this story.
    """
    role = role_now(coverage, actor)
    local = role is not None and is_local(role.title)
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


def heads_a_body(title: str) -> bool:
    """Whether a role is at the head of a firm, a union or the like, by the last word of its name.

    Or by the last before what it is for or where: "president of the Coalition for Clean Ports".
    """
    of = _HEADS_BODY.match(title)
    named = (of["body"].split(), _FOR_OR_WHERE.split(of["body"])[0].split()) if of else ()
    return any(len(b) > 1 and bool(named_as(b[-1])) and b[-1] not in _OF_STATES for b in named)


def _serves_state(coverage: Coverage, actor: Actor, role: Role | None) -> bool:
    """Whether somebody holds an office of a state: by the table, or as the words name the state with it."""
    if actor.kind != "person" or role is None or OPPOSED.search(role.title):
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
