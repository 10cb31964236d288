"""What a row *in figures* is called: what befell whom, or what is counted, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable

from atstake.brief.compose import growing
from atstake.brief.compose.wording import capital
from atstake.model.claims import FigureSeries

# Percent of nothing: what a noun names is no share of it.
_RATES = re.compile(
    r"\b(?:rates?|ratings?|tariffs?|tax(?:es)?|dut(?:y|ies)|interest|growth|increases?|decreases?|cuts?|rises?|raises?"
    r"|hikes?|drops?|declines?|discounts?|turnout|margins?|leads?|majorit(?:y|ies)|thresholds?|approval"
    r"|unemployment|inflation|chance|likelihood|odds)$",
    re.IGNORECASE,
)
_PERCENT = r"[\d.]+ ?(?:percent|per cent|%)"
_MORE = re.compile(
    rf"{_PERCENT}(?: percent)? (?:lower|higher|more|less|fewer|larger|smaller|bigger|cheaper|faster"
    r"|slower)\b",
    re.IGNORECASE,
)
_GREW = re.compile(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|growing|dropp?(?:ed|s|ing)?"
    r"|declin\w+|increas\w+|jump\w*|climb\w*|slump\w*|shr[aiu]nk\w*|gain\w*|decreas\w+|plunge\w*|soar\w*)"
    r"(?: by| of)?(?: (?:about|nearly|more than|at least|only|just|almost|some|over|around|an? \w+))?"
    rf" {_PERCENT}",
    re.IGNORECASE,
)
_KINDS = {
    "killed": "killed",
    "injured": "injured",
    "casualties": "killed or injured",
    "missing": "missing",
    "displaced": "displaced",
    "detained": "detained",
    "troops": "troops",
    "strikes": "strikes",
    "money": "money",
    "percent": "share",
    "votes": "votes",
}
_COUNTED = {"people", "persons", "others", "killed", "injured", "dead", "wounded", "patients", "refugees"}
_DEATHS = {"deaths", "fatalities", "lives", "bodies", "victims", "toll"}
"""What says no more than that people are dead."""
_A_VOTE = re.compile(r"(?:votes?|ballots?)$", re.IGNORECASE)
_OF = (" of", " for")
"""How the words on a deed end behind which the counted stand."""
_GENERAL = frozenset(
    "people persons votes vote cost costs price money dollars cash funds funding goods income imports "
    "exports products spending savings revenue revenues taxes loans loan payments payment debt benefits "
    "supporters members senators lawmakers officials others things items cases times".split()
) | {
    "votes needed",
    "taxpayer dollars",
    "taxpayer money",
    "federal money",
    "federal funds",
    "additional revenue",
}
"""What may be counted in any story."""
# "Share: voters who back Weil", "share: seats in Karsa", "share: the vote that she won".
_SAYS_WHICH = re.compile(r"\b(?:who|that|which|with|without|in|on|at|from|for|to|by|[a-z]+ed|[a-z]+ing)\b")
_CLAUSES = ("that ", "who ", "by which ")
_COMPARED = re.compile(r"(?:more|fewer|less)\b", re.IGNORECASE)
_OWN = re.compile(r"^(?:more|other|those|these|such|its|their|his|her|our)\s+", re.IGNORECASE)
# Who died of a fever, in a camp or in custody was not killed by anybody.
_KILLING = re.compile(
    r"\b(?:kill\w*|murder\w*|massacr\w*|slain|slay\w*|slaughter\w*|execut\w*|behead\w*|assassinat\w*|lynch\w*"
    r"|martyr\w*|gunned|shot|shooting|bomb\w*|attack\w*|blast\w*|explo\w+|strikes?|airstrikes?|shell\w*|raids?"
    r"|fighting|clash\w*|war|battle|violence|crash\w*|claimed|hit|tolls?|victims?|gas(?:sed)?)\b",
    re.IGNORECASE,
)

# "A 20 percent tax on imports" is no share of the imports.
_A_RATE = re.compile(
    r"(?:percent|per cent|%)[ -](?:\w+ )?(?:tax(?:es)?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?"
    r"|interest|pay rise|raise)\b",
    re.IGNORECASE,
)


def is_named(what: str) -> bool:
    """Whether a heading says more than a kind ("Votes", "Money, Brenia")."""
    return " " in what.split(", ")[0]


def says_nothing(what: str) -> bool:
    """Whether a heading is a kind that means nothing without what it is of: "Money", "Share, Brenia"."""
    # "Money a month" tells as little.
    return re.sub(r" (?:an?|per|each|every) \w+$", "", what.split(", ")[0]) in (
        "Money",
        "Share",
        "Rate",
        "Change",
        "Difference",
        "Number",
    )


def leaves_open(what: str) -> bool:
    """Whether a heading names what is counted in general words alone: "Money: cost", "Share: premiums".

    Of what a share of something is, or what so much is paid for, stands only in the sentence.
    """
    kind, _, of = what.split(", ")[0].rpartition(": ")
    return of.casefold() in _GENERAL or (kind == "Share" and not _SAYS_WHICH.search(of))


def heading(series: FigureSeries, told: Iterable[str] = (), which: str | None = None) -> str:
    """ "Killed", "Killed: children, in eastern Ukraine", "Money: tariffs", "Delegates that Weil won".

    "Dead" where ``told``, the sentences that are shown, speaks of no killing. ``which`` narrows down what is
    counted: by what is shown, else by the series.
    """
    told = list(told)
    kind = "" if _is_of_voters(series) else _KINDS.get(series.kind, "")
    if series.kind == "killed" and told and not any(_KILLING.search(words) for words in told):
        kind = "dead"
    which = series.which if which is None else which
    if series.kind == "percent":
        kind = _of_percent(which, told)
    compares = which.startswith("than ")
    of = series.of.strip() if compares else _OWN.sub("", series.of.strip())
    if compares and not _COMPARED.match(of):
        # "A better chance of 60 votes than the plan": nothing has so many more of them.
        which = ""
    if not growing.balanced(of):
        # "About 700,000 “Dreamer” immigrants": half of the marks tells nothing.
        of = of.strip('“”"')
    plain = _COUNTED | {kind} | (_DEATHS if series.kind == "killed" else set())
    which = which if growing.balanced(which) else ""
    if series.kind == "percent" and _RATES.search(of) and kind == "share":
        # "Unemployment rate" is called so.
        kind = ""
    people = series.kind in ("percent", "money") and which
    if which.endswith(_OF) and not which.startswith(_CLAUSES):
        # "The loss of" jobs stands before them.
        of, which = f"{which} {of}" if of else which.rsplit(" ", 1)[0], ""
    named = not of or (of.casefold() in plain and not people)
    words = kind or of or "number" if not kind or named else f"{kind}: {of}"
    words = f"{words} {which}" if which else words
    # "In Arden" says as much as "Arden, Brenia".
    where = series.place if series.place and series.place.split(",")[0] not in which else ""
    return capital(words) + (f", {where}" if where else "")


def _is_of_voters(series: FigureSeries) -> bool:
    """Whether those who vote are counted, and no votes: "people who voted for Weil"."""
    return series.kind == "votes" and bool(series.of) and not _A_VOTE.search(series.of)


def _of_percent(which: str, told: list[str]) -> str:
    """What a value in percent is, by the sentences that tell it: a share, a rate, a change, a difference."""
    if which.startswith("by which ") or (told and all(_GREW.search(words) for words in told)):
        return "change"
    if told and all(_MORE.search(words) for words in told):
        return "difference"
    return "rate" if told and all(_A_RATE.search(words) for words in told) else "share"
