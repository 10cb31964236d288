"""What is done is "spent", "built", "planned": past participles of English verbs by their spelling.

The irregular ones are the plain ones of news on money, votes and people, from the list of a school grammar.
"""

from __future__ import annotations

import re

from atstake.facts.cues import verb_forms

_IRREGULAR = {
    "bear": "borne", "beat": "beaten", "bid": "bid", "bind": "bound", "break": "broken", "bring": "brought",
    "build": "built", "buy": "bought", "cast": "cast", "catch": "caught", "choose": "chosen", "cut": "cut",
    "draw": "drawn", "drive": "driven", "feed": "fed", "fight": "fought", "find": "found", "fly": "flown",
    "give": "given", "grow": "grown", "hide": "hidden", "hit": "hit", "hold": "held", "hurt": "hurt",
    "keep": "kept", "lay": "laid", "lead": "led", "leave": "left", "lend": "lent", "lose": "lost",
    "make": "made", "meet": "met", "overcome": "overcome", "overthrow": "overthrown", "pay": "paid",
    "put": "put", "raise": "raised", "seek": "sought", "sell": "sold", "send": "sent", "set": "set",
    "shed": "shed", "shoot": "shot", "shut": "shut", "spend": "spent", "spread": "spread", "steal": "stolen",
    "strike": "struck", "take": "taken", "teach": "taught", "throw": "thrown", "win": "won",
    "withdraw": "withdrawn", "withhold": "withheld",
}  # fmt: skip
# "Drop", "plan", "ship" double their last letter; "open" and "visit" do not.
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][bdglmnprt]$")


def participle(lemma: str) -> str:
    """The past participle of a verb: "spent", "planned", "raised"."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    return f"{lemma}{lemma[-1]}ed" if _DOUBLES.match(lemma) else verb_forms(lemma)[-1]
