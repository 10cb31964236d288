"""Whether a judgement in somebody's words is there told as another's: "the king believes that it is a hoax".

By the words alone: a verb of thinking or telling with a subject of its own governs what follows it. Behind a
clause that only says what is judged ("what the king says is a lie", "the claim that he thinks so is absurd"),
and where the verb's subject is "I" or "we", the judgement is the speaker's. The verbs are in ``held.tsv``.
"""

from __future__ import annotations

import re

from atstake.facts.tables import alternatives

_VERBS = f"{alternatives('held', 'thinks')}|{alternatives('held', 'going')}"
# "The king believes", "he has always called", "officials there also say".
_ANOTHER = re.compile(
    r"(?P<subject>[\w.’'”\"-]+)[,)]?\s+(?:(?:has|have|had|does|do|did|still|also|\w+ly|always|long|once|just|now|repeatedly"
    rf"|would|may|might|will)\s+){{0,3}}(?P<verb>{_VERBS})\b"
    r"(?!\s+(?:by|in|as|at|on|to|of)\b)",
    re.IGNORECASE,
)
_OWN = frozenset({"i", "we", "i've", "we've", "i’ve", "we’ve", "i'd", "i’d", "we'd", "we’d", "i'm", "i’m"})
_OWNS = ("'s", "’s", "s'", "s’")
# Words that are no subject: "a claim", "the so-called", "to say", "this report".
_NO_SUBJECT = frozenset(
    "a an the this that these those any all such his her its their our my your no some other to and or of by "
    "for with in on as at be is are was were been being not never so what who which whoever whatever anyone "
    "everyone nobody please let us just only false new old recent public must can could should".split()
)
# What is judged may itself be a saying: "what he says is a lie", "the claim that he thinks so is a lie".
_JUDGED = re.compile(
    r"\b(?:what|whatever|whoever|who|which|anyone|anybody|everything|if|when|because|since|although|though|while"
    r"|claims?|accusations?|allegations?|suggestions?|reports?|idea|notion|charges?|assertions?|rumou?rs?)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\W*(?:that|how)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:!?—–]\s|[”\"]\s|,\s+(?:and|but|yet)\s", re.IGNORECASE)


PRONOUNS = frozenset({"he", "she", "it", "they"})
"""Subjects that may be who speaks."""


def holder(words: str, at: int) -> tuple[int, int] | None:
    """Where, in somebody's words, the last word stands of whom a judgement at an offset is told to be of.

    None where it is of who speaks, by their own "I" or "we" or because no verb of thinking governs it.
    """
    begin = max((m.end() for m in _CLAUSE.finditer(words, 0, at)), default=0)
    opens = _OPENS.match(words, begin, at)
    begin = opens.end() if opens else begin
    found = None
    for match in _ANOTHER.finditer(words, begin, at):
        subject = match["subject"].strip('”"').casefold()
        if subject in _OWN:
            found = None
        elif not (
            match["subject"].endswith(_OWNS)
            or subject in _NO_SUBJECT
            or _JUDGED.search(words, begin, match.start("verb"))
        ):
            found = match.span("subject")
    return found


def is_held_by_another(words: str, at: int) -> bool:
    """Whether it is surely another's: "he" and "they" may be who speaks."""
    found = holder(words, at)
    return found is not None and words[slice(*found)].strip('”"').casefold() not in PRONOUNS
