"""*Posts*: embedded posts as sources of their own."""

from __future__ import annotations

from atstake.brief.compose import growing, lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import day
from atstake.model.brief import Line, Part, PostCard, Quote
from atstake.model.text import Document, Span, Target

MOST = 12


def posts(coverage: Coverage) -> Part[PostCard]:
    """Posts, newest last, without the code that came with them."""
    found = [d for d in coverage.documents.values() if d.kind == "post"]
    found.sort(key=lambda d: (coverage.date(d.id) or "", d.id))
    cards = [c for d in found if (c := _card(coverage, d)) is not None]
    return Part(tuple(cards[:MOST]), max(0, len(cards) - MOST))


def _card(coverage: Coverage, post: Document) -> PostCard | None:
    """The post's words; code that came with them is left out, and the gap marked."""
    whole = Span(0, len(post.text))
    spans = growing.without_furniture(coverage, post.id, growing.clipped(whole, coverage.clip, post.text))
    if not spans:
        return None
    target = Target.of(post, *spans)
    cut = bool(growing.without_furniture(coverage, post.id, Span(target.end, max(target.end, whole.end))))
    date = coverage.date(post.id)
    quote = Quote(target, cut_after=cut)
    line = Line(lines.key("post", target.quote), (quote,), (), date, coverage.origins([post.id]))
    return PostCard(post.id, post.author or "", post.handle or "", date, day(date), line, post.url)
