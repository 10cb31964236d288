"""Whether somebody calls a claim false ("that is nonsense", "called the report a hoax"), clears themselves,
or says that they will not do what is wanted.

By what is said of the claim, in the speaker's own words: not what they tell that another thinks of it, not
what is supposed, and of what is no claim ("a ridiculous hat") only where "that" stands for one. The words are
in ``facts/answers.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from atstake.brief.compose.answer_words import CLAUSE, SAID_OR_WANTED
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.dated import is_dated_back
from atstake.brief.compose.whose import is_only_told, meant, mentions_of, own_words
from atstake.facts.held import PRONOUNS, holder
from atstake.facts.tables import alternatives
from atstake.model.text import Span, Target

SUPPOSED = re.compile(r"\b(?:if|unless|whether|should|in case)\b[^,;:.]*$", re.IGNORECASE)
"""What stands behind this is only supposed."""
_POSSIBLY = re.compile(
    r"\b(?:possible|possibility|likely|probabl[ey]|perhaps|maybe|chance|odds)\b[^,;:.]*$", re.IGNORECASE
)
"""Nor does somebody refuse what they only may not do."""
# What is said of something, as what it is: "is a", "called it", “baseless”; "false claims" is in passing.
_IS = (
    r"(?:\b(?:is|are|was|were|be|being|been|seems?|sounds?)|[’'](?:s|re))\s+"
    r"(?:[“\"‘']?(?:\w+ly|all|just|an?|both|such|pure|total|complete|utter|absolute|very|so|pretty|quite"
    r"|load of|bunch of|nothing|more|less|than|but|political|partisan|factually)[,”\"]?\s+(?:and\s+)?){0,6}"
    r"[“\"‘']?"
)
_CALLS = (
    r"\b(?:call|brand|label|describ|denounc|dismiss|reject|portray|depict|decr|slam|blast|mock|characteri[sz])\w*\b"
    r"[^.;:]{0,80}?[“\"‘']?"
)
_IN_QUOTES = r"(?<!\w)[“\"‘'](?:[\w-]+\s+){0,2}"
_END_OF_QUOTES = r"(?=(?:\s[\w-]+)?[,.]?[”\"’'])"


def _said_of(kind: str) -> tuple[re.Pattern[str], ...]:
    """What is said of something, of a kind of words, in the ways in which it is said."""
    words = rf"(?<!\w)(?:{alternatives('answers', kind)})\b"
    return tuple(
        re.compile(way, re.IGNORECASE)
        for way in (_IS + words, _CALLS + words, _IN_QUOTES + words + _END_OF_QUOTES)
    )


_UNTRUE, _UNFAIR = _said_of("untrue"), _said_of("unfair")[:2]
# Behind a word that says what something is; before a noun it is said in passing, but for "a false story".
_COMPLETE = re.compile(
    r"\W*$|[^\w\s]|\s+(?:and|or|but|nor|in|on|at|by|to|from|about|of|as|that|because|since|when|while|for|with|even"
    r"|though|although|he|she|they|it|we|I|you|who|which|says?|said|if|given|after|before|until|under|over|against|stuff)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:an?|such)\s", re.IGNORECASE)
# What only may be so is not said to be so.
_MAY_BE = re.compile(
    r"\b(?:would|could|might|may|should|will|must|can)\s+(?:\w+ly\s+)?$"
    # "I want it to be false": what is wished for is not so.
    r"|\b(?:want|wish|hop|lov|like|need|expect|pray)\w*\s+(?:[\w’'-]+\s+){0,8}to\s+$",
    re.IGNORECASE,
)
# "Wrong" is said of deeds too: of a claim only right behind it.
_MISTAKEN = re.compile(
    rf"\b(?:{alternatives('answers', 'claimed')})\b[^.;:,]{{0,60}}\b(?:is|are|was|were)\s+"
    r"[“\"‘']?(?:(?!the\b)\w+\s+)?wrong\b"
    r"|\bwrong (?:to|about) (?:say|claim|suggest|describe|call|assert|imply)\b",
    re.IGNORECASE,
)
_NEVER_WAS = re.compile(
    r"\b(?:it|that|this|none of (?:it|this|that))\s+(?:\w+ly\s+)?never\s+happened\b", re.IGNORECASE
)
# "That's absurd": the claim is what was said before; in "things that are false" nothing was.
_THAT = re.compile(
    r"(?:^|[^\w\s]\s*|\b(?:and|but|so|that|because|all of|said|says?|told \w+|insist(?:s|ed)?"
    r"|maintain(?:s|ed)?|add(?:s|ed)|thinks?|believes?|knows?|argue[sd]?)\s+)(?:that|this|which)\s*$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:^|[^\w\s]\s*|\b(?:and|but|because)\s+)$", re.IGNORECASE)
_ASKS = re.compile(r"\?[\"”’']*\s*$")
_CALLS_THAT = re.compile(r"\w+ (?:that|this|it|them)\b", re.IGNORECASE)
# "For Ruiz to claim ... is ridiculous" is said of Ruiz.
_OF_A_SPEAKER = re.compile(r"\bfor\b[^.;,]*\bto (?:claim|say|suggest|argue|insist)\b", re.IGNORECASE)
# The claim that it is said of.
_CLAIM = re.compile(rf"\b(?:{alternatives('answers', 'claimed')})\b", re.IGNORECASE)
_OWN_CLAIM = re.compile(
    rf"[’']s?\s+(?:\w+\s+){{0,2}}(?:{alternatives('answers', 'claimed')})\b", re.IGNORECASE
)
_SELF = r"\b(?:I|we|he|she|they|it)\b"
_SINCE = r"(?:\s+ha(?:ve|s|d)|[’'](?:ve|s|d))?"
# "had no knowledge of it", "was not involved", "has never sold it"; "they found him not guilty" is a verdict.
_CLEARS = re.compile(
    rf"{_SELF}[’']?\W?(?:(?!f(?:i|ou)nd)\w+\W+){{0,4}}?(?:no|not|never|nothing|n[’']t)\W+(?:\w+\W+){{0,3}}?"
    r"(?:knowledge|recollection|memory|involve\w*|responsib\w+|role|guilty|wrong\w*|to do with)\b"
    rf"|{_SELF}(?<!it)(?<!they){_SINCE}\s+never\s+(?:\w+ly\s+)?(?:{alternatives('answers', 'done')})\b",
    re.IGNORECASE,
)
# "We will not negotiate", "she cannot support the bill": where there is a choice, somebody wants the other.
_WILL_NOT = (
    r"\b(?:I|we|he|she|they)(?:\s+(?:will|would|can|shall)\s*not|\s+(?:won|wouldn|can|shan)[’']t"
    r"|(?:[’'](?:m|re|s)|\s+(?:am|are|is|was|were))\s+not\s+going\s+to|\s+(?:is|are|was|were)n[’']t\s+going\s+to)"
    r"\s+(?:\w+ly\s+|ever\s+)?"
)
_REFUSES = re.compile(rf"{_WILL_NOT}(?:{alternatives('answers', 'yielding')})\b", re.IGNORECASE)
_GRANTS = re.compile(rf"{_WILL_NOT}(?:{alternatives('answers', 'granting')})\b", re.IGNORECASE)
_WANTED = re.compile(rf"{SAID_OR_WANTED.pattern}|\b(?:{alternatives('answers', 'wanted')})\b", re.IGNORECASE)
# "To say, 'we will not listen' ...", "that stance - we will not listen -": the words of whoever is told of.
_MIMICS = re.compile(r"[“\"][^”\"]*(?<!\w)['‘](?=\w)(?:[^'’]|(?<=\w)['’](?=\w))*$|(?:--|[—–]|\s-)\s*$")


def called_false(coverage: Coverage, target: Target, speaker: str | None) -> list[int]:
    """Where, in the speaker's own words, what calls a claim false or unfair, clears them or refuses ends."""
    own = own_words(coverage, target.document, target.whole, speaker)
    if not own or _ASKS.search(target.quote) or is_dated_back(coverage, target, min(own).start):
        return []
    ends = (target.start + sign.end() for sign in _signs(coverage, target, speaker))
    return [end for end in ends if any(_is_own(coverage, target, s, end, speaker) for s in own)]


def _is_own(coverage: Coverage, target: Target, said: Span, end: int, speaker: str | None) -> bool:
    """Whether words that end at an offset are in what somebody says, and theirs there."""
    return (
        said.start < end <= said.end
        and not _is_anothers(coverage, target, said, end, speaker)
        and not is_only_told(coverage, target.document, end - 1, speaker)
    )


def is_turned_down(words: str) -> bool:
    """Whether something is said to be done in bad faith or will not be done: turned down, not denied."""
    return any(_is_said(words, m) for way in _UNFAIR for m in way.finditer(words)) or any(_refusals(words))


def _refusals(words: str) -> Iterator[re.Match[str]]:
    """Where somebody is said not to do what is wanted."""
    granted = (m for m in _GRANTS.finditer(words) if _WANTED.search(CLAUSE.split(words[m.end() :])[0]))
    for found in (*_REFUSES.finditer(words), *granted):
        if not _POSSIBLY.search(words[: found.start()]):
            yield found


def is_of_claim(words: str) -> bool:
    """Whether the words have a noun or verb of claiming."""
    return _CLAIM.search(words) is not None


def _signs(coverage: Coverage, target: Target, speaker: str | None) -> list[re.Match[str]]:
    """Where the words call something false or unfair, clear the speaker or say what they will not do."""
    words = target.quote
    claim = _CLAIM.search(words) and not _OF_A_SPEAKER.search(words)
    untrue = (m for way in _UNTRUE for m in way.finditer(words) if claim or _is_about_it(words, m))
    unfair = (m for way in _UNFAIR for m in way.finditer(words))
    never = (m for m in _NEVER_WAS.finditer(words) if _OPENS.search(words[: m.start()]))
    own = (m for m in (*_CLEARS.finditer(words), *_refusals(words)) if not _MIMICS.search(words[: m.start()]))
    clears = (m for m in own if _is_who(coverage, target, m, speaker))
    said = (m for m in (*untrue, *unfair) if _is_said(words, m))
    others = (*never, *clears, *_MISTAKEN.finditer(words))
    return [
        m
        for m in (*said, *others)
        if not SUPPOSED.search(words[: m.start()]) and not _is_of_their_own(coverage, target, m, speaker)
    ]


def _is_of_their_own(coverage: Coverage, target: Target, sign: re.Match[str], speaker: str | None) -> bool:
    """Whether it is the speaker's own claim that is called false: "Okafor's claim ... is not true"."""
    before = Span(target.start, target.start + sign.start())
    text = coverage.text(target.document)
    own = mentions_of(coverage, target.document, before, speaker)
    return any(_OWN_CLAIM.match(text, m.target.end) for m in own)


def _is_said(words: str, sign: re.Match[str]) -> bool:
    """Whether it is said of something that it is so: not in passing, not of what only may be."""
    if _MAY_BE.search(words[: sign.start()]):
        return False
    return bool(_COMPLETE.match(words, sign.end()) or _ARTICLE.search(sign.group()))


def _is_who(coverage: Coverage, target: Target, sign: re.Match[str], speaker: str | None) -> bool:
    """Whether nobody else is meant by the pronoun at the head of a sign."""
    at = target.start + sign.start()
    return not meant(coverage, target, Span(at, at + 1)) - {speaker}


def _is_anothers(coverage: Coverage, target: Target, said: Span, end: int, speaker: str | None) -> bool:
    """Whether the speaker only says that another thinks or says so: "the king believes it is a hoax"."""
    found = holder(coverage.text(target.document)[said.start : said.end], end - said.start)
    if found is None:
        return False
    who = Span(said.start + found[0], said.start + found[1])
    others = meant(coverage, target, who)
    pronoun = coverage.text(target.document)[who.start : who.end].casefold() in PRONOUNS
    return speaker not in others and not (pronoun and not others)


def _is_about_it(words: str, sign: re.Match[str]) -> bool:
    """Whether "that" is what is called false."""
    return bool(_THAT.search(words[: sign.start()]) or _CALLS_THAT.match(sign.group()))
