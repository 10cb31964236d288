"""What a role says of where somebody stands: leading a house, or heading a body that is no state's."""

from __future__ import annotations

import re

from atstake.facts.organisations import named_as

SEATS = frozenset("senator representative congressman congresswoman mp deputy".split())
"""Last words of roles of who only sits in a house."""
LEADS = re.compile(r"\b(?:leader|whip|speaker|president pro tempore)$", re.IGNORECASE)
"""How the role of who leads one ends."""
# "Vice president of the Harbour Trade Council": of a body, and of no state.
_HEADS_BODY = re.compile(
    r"^(?:\w+ )*?(?:president|chairman|chairwoman|chair|director|chief executive|head|manager) "
    r"(?:of|at) (?P<body>.+)$",
    re.IGNORECASE,
)
_OF_STATES = frozenset(
    "Agency Assembly Authority Bureau Cabinet Commission Congress Court Delegation Department Directorate "
    "Embassy Legislature Ministry Mission Office Parliament Police Senate Service Tribunal".split()
)
"""Kinds of bodies that are mostly a state's."""


def heads_a_body(title: str) -> bool:
    """Whether a role is at the head of a firm, a union or the like, by the last word of its name."""
    of = _HEADS_BODY.match(title)
    body = of["body"].split() if of else []
    return len(body) > 1 and bool(named_as(body[-1])) and body[-1] not in _OF_STATES
