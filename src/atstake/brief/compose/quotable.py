"""Whether a statement can stand on a page as what somebody says, where nothing else vouches for it."""

from __future__ import annotations

import re

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.opening.argued import judges
from atstake.brief.compose.opening.articles import is_column
from atstake.facts.cues import tells_a_deed
from atstake.facts.offices import ONE_HOLDER
from atstake.model.annotations import Attribution, Mention
from atstake.model.brief import Line

SURE = 0.8
"""Least probability of the attribution."""
_QUOTED = 0.5
"""Least share of what is said that stands in quotation marks: two words in them are no quotation."""
_LIKES = frozenset("like likes liked love loves loved hate hates hated dislike dislikes disliked".split())
_NAMES = frozenset({"name", "acronym", "handle"})
_BODY = ("embassy", "consulate", "ministry", "parliament", "government")
_MARKED = re.compile(r"[“\"][^“”\"]*[”\"]?|[^“”\"]*”")


def is_quotable(coverage: Coverage, line: Line, said: Attribution) -> bool:
    """Whether a statement is surely told, of who is named, no question, and the reporter judges it nowhere.

    What a column tells of somebody in its own words is its charge.
    """
    if said.probability < SURE or only_likes(said) or not names_source(coverage, said):
        return False
    if "?" in line.quotes[-1].target.quote or is_coloured(coverage, line, said):
        return False
    return is_quoted(coverage, said) or not is_column(coverage, coverage.documents[said.document])


def names_source(coverage: Coverage, said: Attribution) -> bool:
    """Whether the words that tell who says it name them, and are no "he" and no "the senator"."""
    source = coverage.mention.get(said.mention or "")
    return source is not None and (source.form in _NAMES or _is_one_office(source) or _is_a_states(source))


def _is_a_states(source: Mention) -> bool:
    """Whether a source is a state's body, told by the state: "the Brenian embassy", "Brenia's ministry"."""
    words = source.target.quote.casefold().split()
    return source.type == "organisation" and bool(source.country) and words[-1].endswith(_BODY)


def _is_one_office(source: Mention) -> bool:
    """Whether a source is called by an office that one person holds: "the senator" may be any of many."""
    words = source.target.quote.casefold()
    return source.form == "title" and any(words == o or words.endswith(f" {o}") for o in ONE_HOLDER)


def only_likes(said: Attribution) -> bool:
    """Whether somebody is only told to like or hate something: the reporter tells that, if they do not."""
    return (
        said.form == "indirect"
        and said.cue is not None
        and not _LIKES.isdisjoint(said.cue.quote.casefold().split())
    )


def is_quoted(coverage: Coverage, said: Attribution) -> bool:
    """Whether most of what is said is in the speaker's own words."""
    if said.form == "indirect" or (said.form == "mixed" and said.cue and tells_a_deed(said.cue.quote)):
        return False
    text = coverage.text(said.document)
    around = text[max(0, said.content.start - 1) : said.content.end + 1]
    marked = sum(len(m.group()) for m in _MARKED.finditer(around))
    return marked >= _QUOTED * len(around)


def is_coloured(coverage: Coverage, line: Line, said: Attribution) -> bool:
    """Whether the reporter's words beside what is said judge it: "Holm desperately wants ..."."""
    text = coverage.text(said.document)
    for quote in line.quotes:
        begin, own = quote.target.start, []
        for content in sorted(s for s in said.content.spans if quote.target.whole.overlaps(s)):
            own.append(text[begin : max(begin, content.start)])
            begin = max(begin, content.end)
        own.append(text[begin : max(begin, quote.target.end)])
        if judges(" … ".join(own)):
            return True
    return False
