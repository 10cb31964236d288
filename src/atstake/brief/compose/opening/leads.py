"""The reporters' statements that most of the coverage begins with."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from itertools import islice

from atstake.brief.compose import lines
from atstake.brief.compose.addressed import is_addressed
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.dated import is_gone_by
from atstake.brief.compose.likeness import Seen, beginnings, content_words
from atstake.brief.compose.opening.argued import expects, judges, makes_a_point
from atstake.brief.compose.opening.articles import EACH, columns, freshness, is_column
from atstake.brief.compose.opening.title import titled_by
from atstake.model.annotations import Statement
from atstake.model.brief import Line
from atstake.model.claims import Ahead, Telling
from atstake.model.text import Document, Target

_EARLY = 6
_WHOLE = re.compile(r"[.!][\"”’')]*\s*$")
# Of the trade, not of the story; and remarks that stand before.
_ASIDE = re.compile(
    r"\bfor (?:example|instance)\b|\b(?:scoop|exclusive|podcast|newsletter|op-ed|columnist|tweetstorm)\b"
    r"|\bmade (?:his|her|the|their) (?:remarks|comments)\b",
    re.IGNORECASE,
)
_SAYS = 5
"""Content words without which a sentence says nothing by itself: "There were others, as well."."""
# "Organisers put the number at 15,000.": of what stands elsewhere.
_OF_WHAT = re.compile(
    r"\bthe (?:number|figure|total|toll|count) (?:at|to|was|is|stood|rose|fell)\b", re.IGNORECASE
)
# "Senator Holm, a Democrat, agreed.": with what was said before.
_ONLY_REACTS = re.compile(
    r"\b(?:(?:dis)?agree[sd]|concur(?:s|red)|obliged|complied|relented|demurred|refused|declined)[.”\"’']*\s*$",
    re.IGNORECASE,
)
# Stance adverbials (Biber et al. 1999, chapter 10): how the writer takes it, and no news.
_STANCE = re.compile(
    r"(?:Apparently|Evidently|Seemingly|Supposedly|Presumably|Sadly|Unfortunately|Fortunately|Luckily"
    r"|Thankfully|Ironically|Amazingly|Incredibly|Surprisingly|Unsurprisingly|Naturally|Hopefully|Frankly"
    r"|Honestly|Clearly|Obviously|Of course|Needless to say|To be sure|No (?:doubt|question|wonder)"
    r"|Little wonder|Perhaps|Maybe|In truth|In reality|Alas|Worse(?: still)?|Even worse|Make no mistake"
    r"|The (?:problem|trouble|truth|irony|lesson|point) (?:is|with))\b"
)
_BULLETS = frozenset("•·▪‣◦*⦁●■")
_LINKED = re.compile(
    r"(?:But|And|Yet|So|However|Meanwhile|Still|Also|Instead|Then|Moreover|Furthermore|Additionally)\b"
    r"|(?:Minutes|Moments|Hours|Days|Weeks|Shortly|Soon) (?:later|afterwards?|after|earlier),"
)
# What is told of stands in the sentence before.
_LEANS = re.compile(
    r"(?:Examples?|Others?|Among (?:them|those|these)|These include|Both|Such|In addition|In contrast|For one"
    r"|One of|Another|The (?:former|latter)|Also|By contrast|Earlier|Later|Previously|At the same time"
    r"|(?:An?|One|Two|Three|Several|Hours|Days|Weeks|Months) (?:(?:hours?|days?|weeks?|months?) )?"
    r"(?:earlier|later)"
    r"|As a result|Similarly|Likewise|Elsewhere|Separately|Indeed|In fact|For now"
    # "The move came a day after ...": which one is told before.
    r"|(?:His|Her|Its|Their|The) (?:[a-z]+ )?"
    r"(?:reversal|move|decision|announcement|comments?|remarks?|shift|change) (?:comes?|came|follow(?:s|ed))"
    r"|That (?:decision|move|vote|deal|meant|means)|This (?:means|meant|was|is|comes|came))\b(?! side)"
)
_COMMON = 1.5
"""Above 1: a word that most articles begin with counts for more than several that a few do."""
_AGAIN, _SHARED = 0.6, 7
"""Share of the words of the shorter of two leads, and how many, at which they tell one thing."""
_JUDGED, _FORECAST = 0.4, 0.6
"""Weight of what the writer judges or argues, and of what they only expect."""
_TITLED = 1.5
"""Weight of the lead under the headline that was chosen for the page."""


def central(coverage: Coverage, most: int, taken: Seen) -> list[Line]:
    """The reporters' statements that most of the coverage shares, newest first among equals."""
    early = {d.id: _early(coverage, d) for d in coverage.articles}
    titled, shared = titled_by(coverage), _shared(early)
    ranked = sorted(
        (
            (_weight(coverage, s, shared) * (_TITLED if d is titled and "lead" in s.marks else 1.0), s)
            for d in coverage.articles
            for s in early[d.id]
        ),
        key=lambda pair: (-pair[0], pair[1].id),
    )
    found: list[Line] = []
    told = columns(coverage)
    stale = _overtaken(coverage)
    for weight, statement in ranked:
        if len(found) == most or weight <= 0:
            break
        if statement.target.document in told or any(statement.target.meets(t) for t in stale):
            continue
        if is_gone_by(coverage, statement.target):
            continue
        line = lines.make(coverage, "key", statement.target)
        if line is not None and any("?" in q.target.quote for q in line.quotes):
            continue
        if line is not None and not taken.has(lines.words_of(line)) and not _retells(line, found):
            taken.add(lines.words_of(line))
            found.append(line)
            if len(coverage.articles) >= EACH:
                told.add(statement.target.document)
    return sorted(found, key=lambda line: line.date or "", reverse=True)


def _retells(line: Line, found: list[Line]) -> bool:
    """Whether a key point has most of a line's words, in whatever form: two outlets lead with one thing."""
    words = beginnings(lines.words_of(line))
    others = (beginnings(lines.words_of(other)) for other in found)
    return any(len(words & o) >= max(_SHARED, _AGAIN * min(len(words), len(o))) for o in others)


def _overtaken(coverage: Coverage) -> list[Target]:
    """Tellings of events ahead that no longer hold: moved since, called off, or gone by with the day."""
    now = coverage.now or ""
    return [
        t.target
        for event in coverage.resolution.ahead
        for t in event.tellings
        if (t.target != event.target and not _holds(t, event)) or (t.latest or now) < now
    ]


def _holds(telling: Telling, event: Ahead) -> bool:
    """Whether what was told of an event is how it stands now, as far as both say."""
    if event.certainty == "cancelled" and telling.certainty != "cancelled":
        return False
    return not (
        (telling.latest and event.earliest and telling.latest < event.earliest)
        or (telling.earliest and event.latest and telling.earliest > event.latest)
    )


def _early(coverage: Coverage, document: Document) -> list[Statement]:
    """The first whole sentences of the reporter's: no headings, no bullets."""
    told = (
        s
        for s in coverage.statements(document.id)
        if _weighs(s)
        and _WHOLE.search(s.target.quote)
        and not _is_listed(document, s)
        and not lines.is_caption(coverage, s.target)
    )
    return list(islice(told, _EARLY))


def _is_listed(document: Document, statement: Statement) -> bool:
    """Whether a bullet stands at its beginning: one case of several."""
    before = document.text[: statement.target.start].rstrip()[-1:]
    return statement.target.quote[:1] in _BULLETS or before in _BULLETS


def _weighs(statement: Statement) -> bool:
    return (
        statement.outlet
        and "?" not in statement.target.quote
        and not _STANCE.match(statement.target.quote)
        and not set(statement.marks) & {"headline", "heading", "question", "open"}
        and not is_addressed(statement.target.quote)
    )


def _shared(early: Mapping[str, list[Statement]]) -> dict[str, float]:
    """The share of articles that speak of a word at their beginning."""
    told = (content_words(" ".join(s.target.quote for s in found)) for found in early.values())
    counted = Counter(w for words in told for w in words)
    return {w: n / max(1, len(early)) for w, n in counted.items()}


def _weight(coverage: Coverage, statement: Statement, shared: Mapping[str, float]) -> float:
    """How much of a statement most articles begin with, the newer and the plainer the more."""
    marks = set(statement.marks)
    if not _weighs(statement):
        return 0.0
    words = content_words(statement.target.quote)
    quote = statement.target.quote
    if len(words) < _SAYS or _OF_WHAT.search(quote) or _ONLY_REACTS.search(quote):
        return 0.0
    central = math.fsum(shared.get(w, 0.0) ** _COMMON for w in words) / math.sqrt(len(words) or 1)
    fresh = freshness(coverage, coverage.date(statement.target.document))
    fits = 1.0 if len(statement.target.whole) <= coverage.clip else 0.3
    fits *= 0.3 if is_column(coverage, coverage.documents[statement.target.document]) else 1.0
    fits *= _JUDGED if judges(statement.target.quote) or makes_a_point(statement.target.quote) else 1.0
    fits *= _FORECAST if expects(statement.target.quote) else 1.0
    fits *= 0.3 if _ASIDE.search(statement.target.quote) else 1.0
    fits *= 0.5 if _LINKED.match(statement.target.quote) else 1.0
    fits *= 0.1 if _LEANS.match(statement.target.quote) else 1.0
    return float(central * (1.5 if "lead" in marks else 1.0) * fresh * fits)
