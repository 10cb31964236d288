"""Whose a verb is: by who stands right before it, who is named last, or first where it is a participle.

"Weil said that the prince denied it" is the prince's denial, "Skippers who know Weil well rejected it" is of
nobody who is named, and of what Weil says only what is said of Weil is Weil's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.whose import is_only_told, meant, mentions_of, own_words
from atstake.facts.offices import SEAT_BEHIND
from atstake.model.annotations import Mention
from atstake.model.text import Span, Target

# Between a subject and its verb: auxiliaries and adverbs; "did reject" but not "did not".
BEFORE_VERB = (
    r"(?:(?:has|have|had|is|are|also|[“\"]?\w+ly,?[”\"]?|long|since|again|both|all|twice|repeatedly)\s+)*"
)
# A participle is a verb of its sentence only behind a comma or "is"; in "a man dismissing it" it is none.
PARTICIPLE = re.compile(r"(?:, |\b(?:is|are|was|were) (?:\w+ly )*)$", re.IGNORECASE)
_TO_VERB = re.compile(
    r"\s+(?:(?:was|is|were|are) (?:quick|swift) to |went on to |continue[sd] to )?" + BEFORE_VERB,
    re.IGNORECASE,
)
_OWN_SUBJECT = re.compile(r"\b(?:I|we|he|she|they|it)\s+" + BEFORE_VERB + r"$", re.IGNORECASE)
# Whoever is mentioned behind this stands in a clause on somebody else: "nonprofits who sued the ministry".
_IN_A_CLAUSE = re.compile(r"\b(?:who|which|whose)(?:[’']\w+)?(?:\s+[^\s,;]+)+\s+$", re.IGNORECASE)
# "Ruiz of Tarn, the oldest member of the Brenian council, denied it".
_PARENTHESIS = re.compile(rf"(?-i:{SEAT_BEHIND})?,\s[^,;:“”\"]*,\s+" + BEFORE_VERB, re.IGNORECASE)
_BRACKETS = re.compile(r"\s*(?:…\s*)?\([^()]*\)\s+" + BEFORE_VERB, re.IGNORECASE)
# "As the king sailed, ...": whom a sentence names first in a clause before its own is not its subject.
_ASIDE_FIRST = re.compile(
    r"(?:just\s+)?(?:as|while|when|after|before|although|though|since|asked|pressed|despite|with|in|on|at)\b[^,]*,\s",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:and|,|or)(?:\s+(?:[\w.’']+,?\s+){0,4}|\s*)", re.IGNORECASE)


def is_theirs(coverage: Coverage, target: Target, answer: int, speaker: str | None) -> bool:
    """Whether it is the speaker who answers, by who is named last before the word (at ``answer``) that does.

    "Weil said that the prince denied it" is the prince's denial; "the king and the prince deny it" is both's.
    """
    if is_only_told(coverage, target.document, target.start + answer, speaker):
        return False
    text, at = coverage.text(target.document), target.start + answer
    own = mentions_of(coverage, target.document, Span(target.start, at), speaker)
    if any(_PARENTHESIS.fullmatch(text, m.target.end, at) for m in own):
        return True
    if _is_anothers_verb(coverage, target, answer, speaker):
        return False
    named = _named(coverage, target, answer)
    who = [actor.id if (actor := coverage.actor_of(m)) else None for m in named]
    if not who or who[-1] == speaker:
        return True
    if not own:
        return speaker not in coverage.actors
    return _are_joined(text, own, named[-1])


def is_by(coverage: Coverage, target: Target, word: re.Match[str], speaker: str | None) -> bool:
    """Whether a verb is the speaker's: of what they say only what is said of themselves.

    "Okafor wrote that the law denies it" is no denial of Okafor's.
    """
    before, at = target.quote[: word.start()], Span(target.start + word.start(), target.start + word.end())
    if is_participle(word) and before.endswith(", "):
        return _is_first(coverage, target, at.start, speaker)
    if not _OWN_SUBJECT.search(before) and not _stands_before(coverage, target, at, speaker):
        return False
    inside = _is_said_by(coverage, target.document, at, speaker)
    if inside and not is_subject(coverage, target, word, speaker):
        return False
    return is_theirs(coverage, target, word.start(), speaker)


def is_subject(coverage: Coverage, target: Target, word: re.Match[str], speaker: str | None) -> bool:
    """Whether the speaker stands right before a verb, or first in a sentence that ends in a participle."""
    text, at = coverage.text(target.document), target.start + word.start()
    if is_participle(word):
        return _is_first(coverage, target, at, speaker)
    pronoun = _OWN_SUBJECT.search(target.quote[: word.start()])
    if pronoun and not meant(coverage, target, _first_word(target, pronoun)) - {speaker}:
        return True
    own = mentions_of(coverage, target.document, Span(target.start, at), speaker)
    ends = [m.target.end for m in own]
    ends += [m.target.end for m in _named(coverage, target, word.start()) if _are_joined(text, own, m)]
    ways = (_TO_VERB, _PARENTHESIS, _BRACKETS)
    return any(way.fullmatch(text, end, at) for end in ends for way in ways)


def is_participle(word: re.Match[str]) -> bool:
    """Whether a verb is in -ing."""
    return word.group().split()[0].casefold().endswith("ing")


def _is_first(coverage: Coverage, target: Target, at: int, speaker: str | None) -> bool:
    """Whether the speaker is whom the sentence around an offset names first."""
    document = target.document
    start = max((s.start for s in coverage.sentences(target) if s.start <= at), default=target.start)
    aside = _ASIDE_FIRST.match(coverage.text(document), start, at)
    start = aside.end() if aside else start
    named = (m for m in coverage.mentions(document, Span(start, at)) if m.type != "place")
    first = next(coverage.actors_of(named), None)
    return first is not None and first.id == speaker


def _first_word(target: Target, match: re.Match[str]) -> Span:
    """Where a match's first word stands in the document."""
    start = target.start + match.start()
    return Span(start, start + len(match.group().split()[0]))


def _are_joined(text: str, own: Iterable[Mention], other: Mention) -> bool:
    """Whether a speaker and somebody named behind are one subject: "the king and the prince deny it"."""
    return any(_AND.fullmatch(text, m.target.end, other.target.start) for m in own)


def _is_anothers_verb(coverage: Coverage, target: Target, answer: int, speaker: str | None) -> bool:
    """Whether somebody described right before the word ("the ministry refused") is not the speaker."""
    text, at = coverage.text(target.document), target.start + answer
    before = coverage.mentions(target.document, Span(target.start, at))
    last = max(before, key=lambda m: m.target.end, default=None)
    if (
        last is None
        or last.form not in ("nominal", "title")
        or not _TO_VERB.fullmatch(text, last.target.end, at)
    ):
        return False
    if _are_joined(text, mentions_of(coverage, target.document, Span(target.start, at), speaker), last):
        return False
    actor = coverage.actor_of(last)
    said = {
        a.mention for a in coverage.attributions(target.document) if coverage.attributed.get(a.id) == speaker
    }
    return speaker != (actor.id if actor else None) and last.id not in said


def _named(coverage: Coverage, target: Target, answer: int) -> list[Mention]:
    """Who is named before the word."""
    before = coverage.mentions(target.document, Span(target.start, target.start + answer))
    return [m for m in before if m.form in ("name", "acronym") and m.type != "place"]


def _stands_before(coverage: Coverage, target: Target, word: Span, speaker: str | None) -> bool:
    """Whether the speaker is mentioned before the word, and not only within a clause on somebody else.

    "Skippers who know Okafor well rejected it" is not Okafor's rejection. Where the sentence does not mention
    the speaker, it is enough that the word is not inside what they say.
    """
    text = coverage.text(target.document)
    theirs = mentions_of(coverage, target.document, target.whole, speaker)
    if not theirs:
        return not _is_said_by(coverage, target.document, word, speaker)
    before = (m for m in theirs if m.target.start < word.start)
    return any(not _IN_A_CLAUSE.search(text[target.start : m.target.start]) for m in before)


def _is_said_by(coverage: Coverage, document: str, span: Span, speaker: str | None) -> bool:
    """Whether the word stands inside what the speaker says, not in the words that tell of it."""
    return any(s.contains(span) for s in own_words(coverage, document, span, speaker))
