"""What is denied to somebody as a favour is, and not as a claim is: "denied her a visa", "was denied entry".

Two senses of one verb, told apart by what it governs: somebody and a thing, or a thing that is granted or
asked for. A clause, a deed in -ing, a charge ("denied that", "denied taking", "denied any role") is said to
be untrue. The words of what may be granted are in ``answers.tsv``.
"""

from __future__ import annotations

import re
from typing import Literal

from atstake.facts.tables import alternatives

Withheld = Literal["favour", "request"]

# Words up to the thing: none that opens a clause or a phrase, none for what is claimed.
_NO_THING = (
    r"(?:that|whether|what|how|he|she|they|we|i|it|who|which|is|are|was|were|been|be|had|has|have|would|will|of|about|by|with"
    r"|in|on|at|from|against|to|for|between|and|or|but|ties|links?|roles?|part|allegations?|accusations?|charges?|claims?|reports?|suggestions?"
    r"|rumou?rs?|wrongdoing|involvement|responsibility|knowledge|(?!(?:hous|fund|hear|lodg)ing\b)\w+ing)\b"
)
_WORDS = rf"(?:(?!{_NO_THING})[\w’'.,$£€-]+\s+){{0,7}}?"
# Behind the thing: the end of it, or what it is of, for or from; "denied a visa was promised" is a clause.
_ENDS = (
    r"(?=\W*$|\s*[,.;:!?)”\"—–]|\s+(?:to|for|of|on|in|at|from|by|with|under|over|into|because|as|after|before|while|when"
    r"|until|and|or|that|which|who|last|this|next|again|despite|without|\w+day|\w+ly|(?:he|she|they|we|it|i)"
    r"\s+(?:had|sought|needed|wanted|requested))\b)"
)
_GRANTED = re.compile(rf"^\s*{_WORDS}(?:{alternatives('answers', 'granted')}){_ENDS}", re.IGNORECASE)
_ASKED = re.compile(
    rf"^\s*(?!any\b){_WORDS}(?:{alternatives('answers', 'asked')}){_ENDS}",
    re.IGNORECASE,
)
# Somebody and a thing: "denied them a say", "denied Holm a say".
_TO_WHOM = re.compile(
    r"^\s*(?:(?i:him|them|us|me)\s+(?i:an?|any|all|the|his|their|our|my|its|even|another|so much as)\b"
    r"|(?i:her)\s+(?i:an?|any|the|even|another|so much as)\b"
    r"|(?:[A-Z][\w.’'-]*\s+){1,4}an?\s+(?!\w+ing\b))"
)
_COUNTED = re.compile(
    r"^\s*(?:(?:nearly|about|some|over|almost|more than|only|at least)\s+)?\d", re.IGNORECASE
)
_TO_BE_DENIED = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+|also\s+)?(?:denied|refused)$", re.IGNORECASE
)


def withheld(after: str) -> Withheld | None:
    """What is withheld by the words behind "denied": a favour, what was asked for, or None (a claim)."""
    if _COUNTED.match(after):
        return "favour"
    if _ASKED.match(after):
        return "request"
    return "favour" if _GRANTED.match(after) or _TO_WHOM.match(after) else None


def is_recipient(cue: str, after: str) -> bool:
    """Whether the cue tells what its subject was not given: "was denied" before "a seat"."""
    return _TO_BE_DENIED.search(cue.strip()) is not None and withheld(after) == "favour"
