"""Title, standfirst and key points: what the dispute is, in three to six lines."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import islice

from atstake.brief.compose import lines, quoting
from atstake.brief.compose.addressed import is_addressed
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen, content_words
from atstake.brief.compose.wording import capital, count, day, days, listed, the
from atstake.model.annotations import Statement
from atstake.model.brief import Chain, Count, Line, Next, Part, Prose, Quote, Value
from atstake.model.claims import Ahead, Telling
from atstake.model.text import Document, Span, Target

MOST = 6
_CENTRAL = 3
_EARLY = 6
_WHOLE = re.compile(r"[.!][\"”’')]*\s*$")
# A columnist's name or a rubric before a colon, advice, questions, the first person, a figure of a list.
_OPINION = re.compile(
    r"^[A-Z][\w’'.-]+:|\b(?:opinion|editorial|column|analysis|commentary|review|letters?|podcast|video|photos?|live)\b"
    r"|\b(?:should|must|ought|why|how|what|who)\b|\b(?:i|we|our|my|you|your)\b|[?!]|^\d+ ",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"/(?:opinions?|commentary|editorials?|columns?|columnists|op-ed|comment(?:isfree)?|blogs?)/|-column/",
    re.I,
)
_LABELLED = re.compile(r"\W*(?:analysis/)?(?:opinion|commentary|editorial|column|op-ed)\b\W", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our|[Ll]et[’']s)\b")
_MARKS = frozenset('“”"‘')
_OFTEN = 0.15
_SAID, _LONG, _REPORTED = 0.5, 12, 0.33
"""Likelihood of an attribution, sentences of a text, and attributions a sentence from which on it reports."""
_ANSWERED: dict[str, str] = {
    "denies": "Denied by",
    "contradicts": "Another account, from",
    "rejects": "Rejected by",
    "differs-in-figure": "Another figure, from",
    "checked": "Checked by",
}
_LONE: dict[str, str] = {"denies": "Denied by", "rejects": "Rejected by", "checked": "Checked by"}
_CHAINS = 3
"""Disputes of which two may stand among the key points."""
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
_BULLETS = frozenset("•·▪‣◦*⦁●■")
_LINKED = re.compile(
    r"(?:But|And|Yet|So|However|Meanwhile|Still|Also|Instead|Then)\b"
    r"|(?:Minutes|Moments|Hours|Days|Weeks|Shortly|Soon) (?:later|afterwards?|after|earlier),"
)
# What is told of stands in the sentence before.
_LEANS = re.compile(
    r"(?:Examples?|Others?|Among (?:them|those|these)|These include|Both|Such|In addition|In contrast|For one"
    r"|One of|Another|The (?:former|latter)|Also|By contrast|Earlier|Later|Previously|At the same time"
    r"|(?:An?|One|Two|Three|Several|Hours|Days|Weeks|Months) (?:(?:hours?|days?|weeks?|months?) )?"
    r"(?:earlier|later)"
    r"|As a result|Similarly|Likewise|Elsewhere|Separately|Indeed|In fact|For now"
    r"|That (?:decision|move|vote|deal|meant|means)|This (?:means|meant|was|is|comes|came))\b(?! side)"
)
_FRESH = 0.25
"""Share of newer articles at which a lead weighs half as much: a page tells where things stand."""
_A_WEEK = 7
_SEVERAL = 12
"""Days and articles from which on that counts in full: what was told yesterday is not yet old."""
_COMMON = 1.5
"""Above 1: a word that most articles begin with counts for more than several that a few do."""
_EACH = 3
"""Articles from which on each gives no more than one of the key points."""
_WIRE = 1.3
"""Weight of a news agency's headline: it is written for papers of every side."""
_TITLED = 1.5
"""Weight of the lead under the headline that was chosen for the page."""


def title(coverage: Coverage) -> Line:
    """The headline that says most of what the others say; where there is none, atstake's own."""
    chosen = coverage.editors.set("title")
    if chosen is not None:
        return Line(lines.key("title", chosen.value), (Prose(chosen.value),))
    best = _titled(coverage)
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


def _titled(coverage: Coverage) -> Document | None:
    """The article whose headline says most of what the others say."""
    return max(coverage.articles, key=lambda d: (_headline_weight(coverage, d), d.id), default=None)


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


def key_points(
    coverage: Coverage, chains: Part[Chain], figures: Part[Count], ahead: Part[Next], taken: Seen
) -> Part[Line]:
    """What happened, what stands against what, what is counted, what comes next."""
    found = [x for t in coverage.editors.pinned() if (x := lines.make(coverage, "key", t)) is not None]
    for pinned in found:
        taken.add(lines.words_of(pinned))
    found += central(coverage, _CENTRAL, taken)
    opposed = [line for c in chains.items[:1] if (line := _chain_line(c))]
    others = (
        c for c in chains.items[1:_CHAINS] if c.relation in _LONE and not _same_answerer(c, chains.items[0])
    )
    opposed += [line for c in others if (line := _chain_line(c))]
    differing = [x for c in figures.items[:1] if c.disputed and (x := _figure_line(c))]
    found += [*opposed[:1], *differing, *opposed[1:2]]
    upcoming = [n for n in ahead if n.outcome is None and taken.add(lines.words_of(n.line))]
    coming = [_next_line(min(upcoming, key=lambda n: _nextness(coverage, n)))] if upcoming else []
    return Part((*found[: MOST - len(coming)], *coming))


def _next_line(event: Next) -> Line:
    when = f"Next, {event.when}" if event.when else "Ahead"
    parts = (Prose(f"{when} ({event.certainty}): "), *event.line.parts)
    told = event.line
    return Line(lines.key("key", *_words(told)), parts, told.actors, told.date, told.origins)


def _same_answerer(a: Chain, b: Chain) -> bool:
    return a.steps[-1].name == b.steps[-1].name


def _nextness(coverage: Coverage, event: Next) -> tuple[bool, bool, bool, int, float, str]:
    """What comes first among events ahead: told by articles, dated, still on, by most origins, central."""
    post = any(coverage.documents[q.target.document].kind == "post" for q in event.line.quotes)
    central = coverage.centrality(lines.words_of(event.line))
    off = event.certainty == "cancelled"
    return post, not event.latest, off, -len(event.line.origins), -central, event.event


def central(coverage: Coverage, most: int, taken: Seen) -> list[Line]:
    """The reporters' statements that most of the coverage shares, newest first among equals."""
    early = {d.id: _early(coverage, d) for d in coverage.articles}
    titled, shared = _titled(coverage), _shared(early)
    ranked = sorted(
        (
            (_weight(coverage, s, shared) * (_TITLED if d is titled and "lead" in s.marks else 1.0), s)
            for d in coverage.articles
            for s in early[d.id]
        ),
        key=lambda pair: (-pair[0], pair[1].id),
    )
    found: list[Line] = []
    told = _columns(coverage)
    stale = _overtaken(coverage)
    for weight, statement in ranked:
        if len(found) == most or weight <= 0:
            break
        if statement.target.document in told or any(statement.target.meets(t) for t in stale):
            continue
        line = lines.make(coverage, "key", statement.target)
        if line is not None and any("?" in q.target.quote for q in line.quotes):
            continue
        if line is not None and not taken.has(lines.words_of(line)):
            taken.add(lines.words_of(line))
            found.append(line)
            if len(coverage.articles) >= _EACH:
                told.add(statement.target.document)
    return sorted(found, key=lambda line: line.date or "", reverse=True)


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
    if len(words) < _SAYS or _OF_WHAT.search(statement.target.quote):
        return 0.0
    central = sum(shared.get(w, 0.0) ** _COMMON for w in words) / math.sqrt(len(words) or 1)
    fresh = _fresh(coverage, coverage.date(statement.target.document))
    fits = 1.0 if len(statement.target.whole) <= coverage.clip else 0.3
    fits *= 0.3 if _is_column(coverage, coverage.documents[statement.target.document]) else 1.0
    fits *= 0.3 if _ASIDE.search(statement.target.quote) else 1.0
    fits *= 0.5 if _LINKED.match(statement.target.quote) else 1.0
    fits *= 0.1 if _LEANS.match(statement.target.quote) else 1.0
    return float(central * (1.5 if "lead" in marks else 1.0) * fresh * fits)


def _columns(coverage: Coverage) -> set[str]:
    """The columns of a dossier in which as many articles are none as make a common subject but for one."""
    columns = {d.id for d in coverage.articles if _is_column(coverage, d)}
    return columns if len(coverage.articles) - len(columns) >= _EACH - 1 else set()


def _is_column(coverage: Coverage, document: Document) -> bool:
    """Whether an article is opinion: by its address, title or first words, or as it says "I" and "you"."""
    labelled = _LABELLED.match(document.title) or _LABELLED.match(document.text)
    if labelled or _COLUMN.search(document.url or ""):
        return True
    own = [s.target.quote for s in coverage.statements(document.id) if s.outlet]
    if _reports_nobody(coverage, document):
        return True
    unquoted = [words for words in own if not _MARKS.intersection(words)]
    return sum(_PERSONAL.search(words) is not None for words in unquoted) > _OFTEN * len(unquoted)


def _reports_nobody(coverage: Coverage, document: Document) -> bool:
    """Whether a text of some length tells little of what others say: who reports, does."""
    sentences = len(coverage.statements(document.id))
    said = sum(a.probability >= _SAID for a in coverage.attributions(document.id))
    return sentences >= _LONG and said < _REPORTED * sentences


def _fresh(coverage: Coverage, told: str | None) -> float:
    """1 for what was published on the newest day, half of that where so many articles are newer."""
    dates = [d.date for d in coverage.articles if d.date]
    if not told or not dates:
        return 0.5
    newer = sum(d > told for d in dates) / len(dates)
    apart = (date.fromisoformat(max(dates)) - date.fromisoformat(told)).days
    counts = min(1.0, apart / _A_WEEK, len(dates) / _SEVERAL)
    return float(0.5 ** (newer / _FRESH * counts))


def _headline_weight(coverage: Coverage, document: Document) -> float:
    """How much a headline shares with the others; opinions, questions and columns weigh little."""
    words = content_words(document.title)
    if not words:
        return 0.0
    plain = 0.3 if _OPINION.search(_without_topic(coverage, document.title)) else 1.0
    plain *= 0.5 + 0.5 * _fresh(coverage, document.date)
    titles = [d.title for d in coverage.articles if d.title]
    of_media = sum(_MEDIA.search(t) is not None for t in titles)
    plain *= 0.3 if _MEDIA.search(document.title) and of_media <= _MOSTLY * len(titles) else 1.0
    plain *= _WIRE if document.agencies else 1.0
    plain *= 0.3 if _is_column(coverage, document) else 1.0
    plain *= 0.5 if len(words) < _BARE else 1.0
    others = [content_words(d.title) for d in coverage.articles if d.id != document.id]
    if not others:
        return plain
    alike = sum(len(words & o) / math.sqrt(len(words) * len(o)) for o in others if o) / len(others)
    # Few headlines share few words; what a headline tells stands in the texts of the others too.
    told = sum(coverage.shared.get(w, 0.0) for w in words) / len(words)
    return plain * (alike + told / len(others))


def _without_topic(coverage: Coverage, headline: str) -> str:
    """A headline without the word before a colon that the coverage speaks of ("Brenia: talks end")."""
    topic, colon, rest = headline.partition(": ")
    known = " " not in topic and any(w in coverage.shared for w in content_words(topic))
    return rest if colon and known else headline


def _own_title(coverage: Coverage) -> str:
    names = [a.name for a in coverage.resolution.actors[:3]]
    return capital(listed(names)) or "What is at stake"


def _credits(articles: list[Document]) -> str:
    if len(articles) != 1 or not articles[0].publisher:
        return ""
    agencies = listed(list(dict.fromkeys(c.agency for c in articles[0].agencies)))
    return f" ({articles[0].publisher}{' with ' + agencies if agencies else ''})"


def _chain_line(chain: Chain) -> Line | None:
    """The first two steps of a chain in one line."""
    if chain.relation == "differs-in-figure":
        return None
    # A check may stand behind two claims of the like.
    first, second = chain.steps[0], chain.steps[-1 if chain.relation == "checked" else len(chain.steps) > 1]
    if second is first or second.answers is None:
        only = chain.steps[0]
        told = [(f"{_LONE[chain.relation]} {the(only.name)}: ", only.line)]
        return _joined(told, "", chain.origins) if only.name and chain.relation in _LONE else None
    answer = _ANSWERED[chain.relation]
    unnamed = "Claim: " if chain.relation == "checked" else ""
    told = [
        (f"{first.name}: " if first.name else unnamed, first.line),
        (f"{answer} {the(second.name)}: ", second.line),
    ]
    return _joined([t for t in told if second.name], "", chain.origins) if second.name else None


def _figure_line(series: Count) -> Line | None:
    """What the claimants of a disputed figure say, two of them."""
    told = [(f"{v.claimant or 'Not attributed'}, {v.words}: ", v.line) for v in _apart(series)]
    if len(told) < 2:
        return None
    return _joined(told, f"{series.heading}. ", tuple(sorted({o for _, line in told for o in line.origins})))


def _apart(series: Count) -> list[Value]:
    """The two values that most independent texts carry and that differ, of different claimants."""
    ranked = sorted(
        series.values,
        key=lambda v: (
            _is_vague(v),
            -len(v.line.origins),
            v.actor is None,
            v.as_of or "",
            v.line.key,
        ),
    )
    first = ranked[0]
    others = [
        v for v in ranked if v.claimant != first.claimant and (v.low, v.high) != (first.low, first.high)
    ]
    return [first, *others[:1]]


def _is_vague(value: Value) -> bool:
    """Whether a value is a word for a wide range ("dozens")."""
    return bool(value.low and value.high and value.high >= 2 * value.low)


def _joined(told: list[tuple[str, Line]], opening: str, origins: tuple[str, ...]) -> Line:
    parts: list[Prose | Quote] = []
    for i, (who, line) in enumerate(told):
        if line.teller:
            who = (
                f"{who.removesuffix(': ')}, as told by {line.teller}: "
                if who
                else f"{lines.TOLD}{line.teller}: "
            )
        parts += [Prose(f"{' ' if i else opening}{who}"), *line.quotes]
    actors = tuple(sorted({a for _, line in told for a in line.actors}))
    dates = [line.date for _, line in told if line.date]
    words = [w for _, line in told for w in _words(line)]
    return Line(lines.key("key", *words), tuple(parts), actors, max(dates, default=None), origins)


def _words(line: Line) -> list[str]:
    return [q.target.quote for q in line.quotes]
