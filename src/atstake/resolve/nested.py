"""Answers told inside another statement: "Smith said he had called the king, who denied it".

Whoever tells it, the answer is the inner speaker's. The verb's nearest fitting mention is taken: the one
before it (over "who", an apposition and adverbs), the one after "by" in the passive, the owner of a "denial".
Where another word stands between, nobody is named rather than the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atstake.facts.shares import NUMBERS, SOME
from atstake.facts.tables import alternatives
from atstake.facts.withheld import withheld
from atstake.model.annotations import Act, Mention
from atstake.model.text import Span
from atstake.text.cases import lowered_whole

_VERB = re.compile(
    r"\b(denied|denies|deny|denying|reject|rejected|rejects|rejecting|dismiss|dismissed|dismisses|dismissing|"
    r"refute|refuted|refutes|disputed|disputes|disputing)\b(?P<passive>\s+by\s+)?",
)
# Of verbs with other senses too: only where a noun of what was said or wanted follows soon.
_TURNING = re.compile(
    rf"\b({alternatives('answers', 'turning')})\b(?P<passive>\s+by\s+)?"
    rf"(?=\s+(?:[\w’'.-]+\s+){{0,4}}?(?:{alternatives('answers', 'turned')})\b)"
)
_NOUN = re.compile(r"\b(denials?|rejection|refusal)\b(?P<passive>\s+(?:by|from)\s+)?")
_ADVERB = r"(?:\s+(?:has|have|had|also|\w+ly|long|since|again|both|all|in\s+turn|always|repeatedly))*"
# Between a name and its verb: nothing, adverbs, or ", (a few words in apposition,) who".
_TO_VERB = re.compile(rf"^(?:,[^,;:.]{{2,60}},|,)?(?:\s*(?:who|which))?{_ADVERB}\s*$", re.IGNORECASE)
_TO_NOUN = re.compile(r"^['’]s?(?:\s+[\w\"“”-]+){0,2}\s+$|^\s+$")
_DETERMINER = re.compile(r"^(?:the|a|an|his|her|their|its)?\s*$", re.IGNORECASE)
# "Its disputed programme" is none that it disputes.
_POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "your"})
_REACH = 90


@dataclass(frozen=True)
class Nested:
    """An inner answer: its verb or noun, who gives it (a mention's id) and the stretch that tells it."""

    word: Span
    mention: str
    span: Span
    act: Act


def nested(text: str, sentence: Span, mentions: Iterable[Mention], taken: Iterable[Span]) -> list[Nested]:
    """The inner answers of one sentence; ``taken`` are the cues that are answers of their own already."""
    here = sorted(mentions, key=lambda m: (m.target.start, m.target.end))
    cues = list(taken)
    found = []
    for match in _matches(text, sentence):
        word = Span(match.start(1), match.end(1))
        if any(word.overlaps(c) for c in cues):
            continue
        act = _act(match.group(1), text[match.end() : sentence.end])
        speaker = _speaker(text, match, here) if act is not None else None
        if speaker is not None and act is not None:
            start = min(speaker.target.start, word.start)
            end = max(sentence.end, speaker.target.end)
            found.append(Nested(word, speaker.id, Span(start, end), act))
    return found


def _matches(text: str, sentence: Span) -> Iterator[re.Match[str]]:
    for pattern in (_VERB, _TURNING, _NOUN):
        yield from pattern.finditer(lowered_whole(text), sentence.start, sentence.end)


def _speaker(text: str, match: re.Match[str], mentions: list[Mention]) -> Mention | None:
    if match.group("passive"):
        after = [m for m in mentions if 0 <= m.target.start - match.end() <= _REACH]
        first = after[0] if after else None
        return first if first and _DETERMINER.match(text[match.end() : first.target.start]) else None
    link = _TO_NOUN if match.re is _NOUN else _TO_VERB
    before = [m for m in mentions if 0 <= match.start() - m.target.end <= _REACH]
    for mention in sorted(before, key=lambda m: (-m.target.end, m.target.start)):
        if link is _TO_VERB and mention.target.quote.lower() in _POSSESSIVE:
            continue
        between = text[mention.target.end : match.start()]
        if link.match(between):
            clause = _RELATIVE.search(between) is not None
            return mention if clause or not _is_anothers(text[: mention.target.start], mention) else None
    return None


def _is_anothers(before: str, mention: Mention) -> bool:
    """Whether the mention only tells whose or of what another is who answers, or is some of many.

    "Opponents of Holm", "voters in Chile", "some Democrats"; a spokesman for a ministry does speak for it.
    """
    near = before[-40:]
    linked = _BEHIND_NOUN.search(near)
    if linked is not None:
        return mention.type == "person" or not _SPEAKS_FOR.match(linked[1])
    words = near.split()[-2:]
    return mention.target.quote.endswith("s") and bool({w.lower() for w in words} & (SOME | NUMBERS))


_BEHIND_NOUN = re.compile(
    r"(\w+)\s+(?:of|for|in|to|from|with|against|at|on|like)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:who|which)\b")
_SPEAKS_FOR = re.compile(r"spokes|official|representative|statement|source", re.IGNORECASE)


def _act(word: str, after: str) -> Act | None:
    """The act of a word of denying before what follows it; a favour denied answers nothing."""
    if word.startswith(("denie", "deny")) and (kept := withheld(after)) is not None:
        return "rejects" if kept == "request" else None
    if word.startswith(("den", "disput", "refut")):
        return "denies"
    return "rejects"
