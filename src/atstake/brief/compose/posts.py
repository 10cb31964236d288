"""*Posts*: embedded posts as sources of their own."""

from __future__ import annotations

from atstake.brief.compose import lines, quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import day
from atstake.model.brief import Line, Part, PostCard
from atstake.model.text import Document, Span

MOST = 12


def posts(coverage: Coverage) -> Part[PostCard]:
    """Posts, newest last, without the code that came with them."""
    found = [d for d in coverage.documents.values() if d.kind == "post"]
    found.sort(key=lambda d: (coverage.date(d.id) or "", d.id))
    cards = [c for d in found if (c := _card(coverage, d)) is not None]
    return Part(tuple(cards[:MOST]), max(0, len(cards) - MOST))


def _card(coverage: Coverage, post: Document) -> PostCard | None:
    reading = _reading(post)
    if reading is None:
        return None
    quote = quoting.exact(coverage, post.id, reading)
    date = coverage.date(post.id)
    line = Line(lines.key("post", quote.target.quote), (quote,), (), date, coverage.origins([post.id]))
    return PostCard(post.id, post.author or "", post.handle or "", date, day(date), line, post.url)


def _reading(post: Document) -> Span | None:
    """The longest stretch of the post without furniture."""
    edges = sorted((f.span for f in post.furniture), key=lambda s: s.start)
    stretches, begin = [], 0
    for span in edges:
        stretches.append(Span(begin, max(begin, span.start)))
        begin = max(begin, span.end)
    stretches.append(Span(begin, max(begin, len(post.text))))
    best = max(stretches, key=lambda s: (len(post.text[s.start : s.end].strip()), -s.start))
    words = post.text[best.start : best.end]
    if not words.strip():
        return None
    return Span(best.start + len(words) - len(words.lstrip()), best.end - len(words) + len(words.rstrip()))
