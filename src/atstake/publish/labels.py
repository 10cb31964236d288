"""The fixed words of the page: headings, kinds, certainties, what was left out."""

from __future__ import annotations

PARTS: tuple[tuple[str, str], ...] = (
    ("key_points", "Key points"),
    ("who", "Who is involved"),
    ("table", "What is on the table"),
    ("why_now", "Why now"),
    ("claims", "Claims and counter-claims"),
    ("shifts", "Shifts of position"),
    ("figures", "In figures"),
    ("ahead", "What happens next"),
    ("past", "How we got here"),
    ("where", "Where"),
    ("unknown", "What we do not know"),
    ("posts", "Posts"),
    ("sources", "Sources"),
    ("changes", "What changed"),
    ("related", "Related"),
)
"""Field of ``Brief`` and its heading, in the order of the page."""

ACTOR_PARTS: tuple[tuple[str, str], ...] = (
    ("statements", "Statements over time"),
    ("shifts", "Shifts of position"),
    ("stops", "Where, when, with whom"),
    ("roles", "Roles"),
    ("spellings", "Words for them"),
    ("joined", "What was joined, and why"),
    ("decisions", "What editors decided"),
    ("sources", "Sources"),
)
"""Field of ``ActorPage`` and its heading, in the order of the page."""

CLAIM_PARTS: tuple[tuple[str, str], ...] = (
    ("tellings", "Every telling"),
    ("answers", "What is said against it"),
    ("answered", "What it answers"),
    ("sources", "Sources"),
)
"""Field of ``ClaimPage`` and its heading, in the order of the page."""

STATES = {
    "reported": "Reported by outlets in their own words",
    "attributed": "Attributed to who says it",
    "disputed": "Disputed",
    "denied": "Denied",
    "corroborated": "Told independently by several",
    "superseded": "Superseded by something newer",
}
"""States of a claim; none says that it is true."""

ACTS = {
    "says": "",
    "denies": "Denial",
    "accuses": "Accusation",
    "demands": "Demand",
    "rejects": "Rejection",
    "promises": "Promise",
    "threatens": "Threat",
    "proposes": "Proposal",
    "confirms": "Confirmation",
    "doubts": "Doubt",
    "praises": "Praise",
    "agrees": "Agreement",
    "other": "",
}

SECTORS = {
    "GOV": "government",
    "MIL": "military",
    "LEG": "legislature",
    "JUD": "judiciary",
    "OPP": "political opposition",
    "REB": "rebels",
    "SPY": "intelligence service",
    "IGO": "international body",
    "NGO": "non-governmental organisation",
    "MED": "media",
    "BUS": "business",
    "CVL": "civilians",
    "COP": "police",
    "PTY": "political party",
    "PRM": "paramilitary",
    "CRM": "criminals",
    "ELI": "former office holder",
    "EDU": "education",
    "AGR": "agriculture",
    "LAB": "labour",
    "REL": "religion",
    "SOC": "society",
    "UAF": "armed group",
    "ETH": "ethnic group",
}
"""PLOVER sectors in words."""

VERBS = {
    "merge": "Joined",
    "split": "Parted",
    "oppose": "Set against each other",
    "reject": "Rejected",
    "confirm": "Confirmed",
    "relabel": "Renamed",
    "pin": "Chosen",
    "hide": "Hidden",
    "note": "Note",
    "withhold": "Kept private",
    "redact": "Protected",
    "undo": "Taken back",
}
"""What editors do, as the page says it."""

JOINS_FROM = 0.6
"""Likeness from which mentions of different documents are joined (``resolve.actors.matching``)."""

STEPS = {
    "accusation": "Accusation",
    "demand": "Demand",
    "proposal": "Proposal",
    "statement": "Statement",
    "report": "Report",
    "denial": "Denial",
    "rejection": "Rejection",
    "contradiction": "Other account",
    "figure": "Other figure",
    "check": "Fact-check",
}

RELATIONS = {
    "denies": "denied",
    "contradicts": "two accounts",
    "rejects": "rejected",
    "differs-in-figure": "figures differ",
    "checked": "checked",
}

KINDS = {
    "person": "role not given",
    "government": "government",
    "organisation": "organisation",
    "armed-group": "armed group",
    "population": "group of people",
    "place": "place",
}

LEFT_OUT = {
    "repeated-title": ("repeated title", "repeated titles"),
    "copyright-label": ("copyright label", "copyright labels"),
    "byline": ("byline", "bylines"),
    "share-buttons": ("row of share buttons", "rows of share buttons"),
    "advertisement": ("advertisement label", "advertisement labels"),
    "embed-code": ("piece of embed code", "pieces of embed code"),
    "link-line": ("link line", "link lines"),
    "related-heading": ("heading of related links", "headings of related links"),
    "related-link": ("related headline", "related headlines"),
    "caption": ("caption", "captions"),
    "other": ("other piece", "other pieces"),
}

CHANGES = {"new": "New", "answered": "Answered", "revised": "Revised", "withdrawn": "Withdrawn"}

GAPS = {
    "open-question": "Open questions",
    "no-reply": "No reply found",
    "single-origin": "Resting on one origin",
}


def origins(n: int) -> str:
    """ "one origin", "3 independent origins"."""
    return "one origin" if n == 1 else f"{n} independent origins"


def times(n: int) -> str:
    """ "quoted once", "quoted 5 times"."""
    return {0: "not quoted", 1: "quoted once", 2: "quoted twice"}.get(n, f"quoted {n:,} times")


def told_by(name: str, reporter: str, when: str) -> str:
    """ "Ivo Brandt, as told by The Daily Sample, 4 May 2021"."""
    told = f"as told by {reporter or 'an outlet'}" + (f", {when}" if when else "")
    return f"{name}, {told}" if name else told[0].upper() + told[1:]
