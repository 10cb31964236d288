"""Title and standfirst: what the dispute is, and on how much coverage the page rests."""

from __future__ import annotations

import math
import re

from atstake.brief.compose import lines, quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import content_words
from atstake.brief.compose.opening.argued import judges, own_words
from atstake.brief.compose.opening.articles import freshness, is_column
from atstake.brief.compose.wording import capital, count, day, days, listed
from atstake.model.brief import Line, Prose
from atstake.model.text import Document, Span

# A columnist's name or a rubric before a colon, advice, questions, the first person, a figure of a list.
_OPINION = re.compile(
    r"^[A-Z][\w’'.-]+:|\b(?:opinion|editorial|column|analysis|commentary|review|letters?|podcast|video|photos?|live)\b"
    r"|\b(?:should|must|ought|why|how|what|who)\b|\b(?:i|we|our|my|you|your)\b|[?!]|^\d+ ",
    re.IGNORECASE,
)
# "CNN anchor praises ...", "another media misfire": of whoever reports, not of what they report.
_MEDIA = re.compile(
    r"\b(?:media|press|journalis\w+|reporters?|anchors?|pundits?|newspapers?|cable news|newsrooms?"
    r"|correspondents?|headlines?|CNN|MSNBC|Fox News|NBC|CBS|BBC|New York Times|Washington Post)\b",
    re.IGNORECASE,
)
_MOSTLY = 0.5
_SUFFIX = re.compile(r"\s+[:|–—-]\s+(?P<outlet>[A-Z][\w.’' -]{1,30})\s*$")
_BARE = 4
"""Content words below which a headline is a catchword and tells nothing."""
# "Weil Is a Tyrant": headlines of news leave the verb out, but where somebody says so.
_ASSERTS = re.compile(
    r"\b(?:is|are|was|were)(?:n[’']t| not)? (?:just |really |still |now )?an?\b", re.IGNORECASE
)
_TOLD = re.compile(r":|\b(?:says?|said|tells?|claims?|warns?|calls?|argues?|insists?)\b", re.IGNORECASE)
_JUDGED = 0.5
"""Weight of a headline that judges, but for what stands in quotation marks."""
_WIRE = 1.3
"""Weight of a news agency's headline: it is written for papers of every side."""


def title(coverage: Coverage) -> Line:
    """The headline that says most of what the others say; where there is none, atstake's own."""
    chosen = coverage.editors.set("title")
    if chosen is not None:
        return Line(lines.key("title", chosen.value), (Prose(chosen.value),))
    best = titled_by(coverage)
    if best is not None and best.headline is not None:
        quote = quoting.exact(coverage, best.id, _without_outlet(best, best.headline))
        return Line(lines.key("title", quote.target.quote), (quote,), date=best.date)
    words = (
        best.title[: len(best.title) - _outlet_behind(best, best.title)].strip()
        if best is not None and best.title
        else _own_title(coverage)
    )
    return Line(lines.key("title", words), (Prose(words),))


def _without_outlet(document: Document, headline: Span) -> Span:
    """A headline without the outlet's name that a page puts behind it: "... : NPR"."""
    text = document.text[headline.start : headline.end]
    return Span(headline.start, headline.end - _outlet_behind(document, text))


def _outlet_behind(document: Document, headline: str) -> int:
    """How many characters at the end of a headline only name the outlet."""
    match = _SUFFIX.search(headline)
    named = match is not None and match["outlet"].casefold() in document.publisher.casefold()
    return len(match.group()) if match is not None and named else 0


def _own_title(coverage: Coverage) -> str:
    names = [a.name for a in coverage.resolution.actors[:3]]
    return capital(listed(names)) or "What is at stake"


def titled_by(coverage: Coverage) -> Document | None:
    """The article whose headline says most of what the others say."""
    return max(coverage.articles, key=lambda d: (_headline_weight(coverage, d), d.id), default=None)


def _headline_weight(coverage: Coverage, document: Document) -> float:
    """How much a headline shares with the others; opinions, questions and columns weigh little."""
    words = content_words(document.title)
    if not words:
        return 0.0
    plain = 0.3 if _OPINION.search(_without_topic(coverage, document.title)) else 1.0
    plain *= 0.5 + 0.5 * freshness(coverage, document.date)
    titles = [d.title for d in coverage.articles if d.title]
    of_media = sum(_MEDIA.search(t) is not None for t in titles)
    plain *= 0.3 if _MEDIA.search(document.title) and of_media <= _MOSTLY * len(titles) else 1.0
    plain *= _WIRE if document.agencies else 1.0
    plain *= 0.3 if is_column(coverage, document) else 1.0
    plain *= _JUDGED if judges(document.title) or asserts(document.title) else 1.0
    plain *= 0.5 if len(words) < _BARE else 1.0
    others = [content_words(d.title) for d in coverage.articles if d.id != document.id]
    if not others:
        return plain
    alike = sum(len(words & o) / math.sqrt(len(words) * len(o)) for o in others if o) / len(others)
    # Few headlines share few words; what a headline tells stands in the texts of the others too.
    told = math.fsum(coverage.shared.get(w, 0.0) for w in words) / len(words)
    return plain * (alike + told / len(others))


def asserts(headline: str) -> bool:
    """Whether a headline says what somebody or something is, and nobody is told to say it."""
    return _ASSERTS.search(own_words(headline)) is not None and not _TOLD.search(headline)


def _without_topic(coverage: Coverage, headline: str) -> str:
    """A headline without the word before a colon that the coverage speaks of ("Brenia: talks end")."""
    topic, colon, rest = headline.partition(": ")
    known = " " not in topic and any(w in coverage.shared for w in content_words(topic))
    return rest if colon and known else headline


def standfirst(coverage: Coverage) -> tuple[str, ...]:
    """When, how many articles of how many outlets, and on how many independent texts all this rests."""
    chosen = coverage.editors.set("standfirst")
    opening = (chosen.value.rstrip("."),) if chosen else ()
    articles = [d for d in coverage.articles if d.kind != "post"]
    posts = [d for d in coverage.documents.values() if d.kind == "post"]
    dated = sorted(d.date for d in articles if d.date)
    when = ""
    if dated:
        when = day(dated[0], weekday=True) if dated[0] == dated[-1] else days(dated[0], dated[-1])
    origins = len(coverage.origins(d.id for d in articles))
    said = [count(len(articles), "article")] if articles else []
    outlets = sorted({d.publisher for d in articles if d.publisher})
    if len(articles) > 1 and outlets:
        said[0] += f" from {count(len(outlets), 'outlet')}"
    if articles:
        said.append(count(origins, "independent origin") + _credits(articles))
    if posts:
        said.append(count(len(posts), "post"))
    every = (*opening, when, capital(", ".join(said)), *coverage.editors.notes_on_brief())
    return tuple(s for s in every if s)


def _credits(articles: list[Document]) -> str:
    if len(articles) != 1 or not articles[0].publisher:
        return ""
    agencies = listed(list(dict.fromkeys(c.agency for c in articles[0].agencies)))
    return f" ({articles[0].publisher}{' with ' + agencies if agencies else ''})"
