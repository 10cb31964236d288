"""What is told as ahead and belongs into no diary: a pledge for after an election, a guess, a question."""

from __future__ import annotations

import re

# "A mayor would be expected to resign": what is usual, and nothing to come.
_USUAL = re.compile(r"\b(?:would|could|should) be expected to\b")
# "Is compiling year-end figures": the day only tells which figures.
_TELLS_WHICH = re.compile(
    r"\b(?:year|month|week)-end "
    r"(?!meetings|talks|votes|elections|hearings|deadlines|events|visits|protests)[a-z]+s\b"
)
# "Who is up for re-election in 2030": when somebody's term ends is no event of the story.
_REELECTED = re.compile(
    r"\b(?:(?:up|candidates?|run(?:s|ning)?) for|seek(?:s|ing)?|fac(?:es|ing)|win(?:s|ning)?|ahead of|before)"
    r" (?:his |her |their )?re-?election\b",
    re.IGNORECASE,
)
# "Is not confident that the dam will hold": nobody says that it will.
_UNSURE = re.compile(
    r"\b(?:not|never|hardly|n[’']t)(?: \w+)? (?:confident|sure|certain|convinced)\b"
    r"|\b(?:no|little|not much|hardly any) (?:reason|cause) to (?:expect|think|believe|hope)\b",
    re.IGNORECASE,
)
# "If elected, she will close the port": what a candidate promises hangs on an election that may be lost.
_PLEDGE = re.compile(
    r"\b(?:if|should) (?:(?:he|she|they|I|we)(?:[’'](?:re|m|s))? )?(?:(?:is|are|am|were|be) )?"
    r"(?:re-?)?elected\b"
    r"|\b(?:if|should) (?:he|she|they|I|we) (?:wins?|won|becomes?|became)"
    r"(?=\W*$|[.,;:”\"’]| (?:the )?(?:presiden|prime min|election|office|white house|governor|mayor|in\b))"
    r"|\bif (?-i:[A-Z][\w’'-]+) (?:wins|won)\W*$"
    r"|\b(?:if|as) (?:president|prime minister|governor|mayor|chancellor), (?:he|she|I)\b",
    re.IGNORECASE,
)
# "Economists expect a deal in June": whoever looks on guesses; nobody who decides has said so.
_GUESSED = re.compile(
    r"\b(?:analysts?|economists?|strategists?|pollsters?|pundits?|experts?|observers?|professors?|columnists?"
    r"|scholars?|historians?|commentators?|oddsmakers?|bookmakers?|investors|traders)\b[^.;“”\"]{0,90}"
    r"\b(?:predict|expect|believe|think|forecast|reckon|guess|anticipate|suspect)(?:s|ed)?\b",
    re.IGNORECASE,
)
# "The question is whether she will sign", "would not say whether he will": that is not known.
_ASKED = re.compile(
    r"\b(?:question|issue) (?:now |then )?(?:in [^,.;]{1,40} )?(?:is|was|remains|becomes):? whether\b"
    r"|\b(?:(?:would|did|does|do|could|will)(?:n[’']t| not) (?:say|disclose|specify|reveal)"
    r"|declined to (?:say|answer|comment|disclose)[^.;]{0,60}?) (?:whether|if)\b(?![^.;]*\bbut\b)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?[”\"’')\]\s]*$")


def is_no_entry(words: str) -> bool:
    """Whether the words of an event ahead keep it out of a diary."""
    patterns = (_USUAL, _TELLS_WHICH, _REELECTED, _UNSURE, _PLEDGE, _GUESSED, _ASKED, _QUESTION)
    return any(p.search(words) for p in patterns)
