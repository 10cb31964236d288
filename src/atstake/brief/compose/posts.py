"""*Posts*: embedded posts as sources of their own."""

from __future__ import annotations

from dataclasses import replace

from atstake.brief.compose import growing, lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import day
from atstake.model.brief import Line, Part, PostCard, Quote
from atstake.model.claims import Actor
from atstake.model.text import Document, Span, Target

MOST = 12
_BESIDE = 0.35
"""In a large dossier a post below this share of the greatest centrality is beside the point."""
_AUTHOR = 0.7
"""The part of that share that is enough where the coverage often names the author."""
_TOLD = 2


def posts(coverage: Coverage) -> Part[PostCard]:
    """Posts, newest last, without the code that came with them."""
    found = [d for d in coverage.documents.values() if d.kind == "post" and not _is_its_own(coverage, d)]
    found.sort(key=lambda d: (coverage.date(d.id) or "", d.id))
    cards = _once([c for d in found if (c := _card(coverage, d)) is not None])
    shown = _central(coverage, cards)[:MOST]
    return Part(tuple(shown), len(cards) - len(shown))


def _once(cards: list[PostCard]) -> list[PostCard]:
    """Each post once, with the origins of all articles that show it: its account and words tell."""
    told: dict[tuple[str, str], PostCard] = {}
    for card in cards:
        words = " ".join(q.target.quote for q in card.line.quotes)
        key = ((card.handle or card.author).casefold(), " ".join(words.split()))
        first = told.setdefault(key, card)
        if first is not card:
            origins = tuple(sorted({*first.line.origins, *card.line.origins}))
            told[key] = replace(first, line=replace(first.line, origins=origins))
    return list(told.values())


def _is_its_own(coverage: Coverage, post: Document) -> bool:
    """Whether an article shows a post of its own outlet, which mostly links to another of its articles."""
    article = coverage.documents.get(post.parent or "")
    own = "".join((article.publisher if article else "").casefold().split()).removeprefix("the")
    author = "".join((post.author or "").casefold().split()).removeprefix("the")
    return bool(own) and author == own


def _central(coverage: Coverage, cards: list[PostCard]) -> list[PostCard]:
    """Of a large dossier the posts that speak of what most of it does, or whose author it often names."""
    if not coverage.is_large:
        return cards
    names = {n.casefold() for a in coverage.actors.values() if _is_told(coverage, a) for n in _names(a)}
    least = _BESIDE * max((coverage.centrality(_words(c)) for c in cards), default=0.0)
    share = {c.document: _AUTHOR if c.author.casefold() in names else 1.0 for c in cards}
    return [c for c in cards if coverage.centrality(_words(c)) >= share[c.document] * least]


def _is_told(coverage: Coverage, actor: Actor) -> bool:
    """Whether more than two independent texts name an actor."""
    return (
        len(
            coverage.origins(
                coverage.mention[m].target.document for m in actor.mentions if m in coverage.mention
            )
        )
        > _TOLD
    )


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *(alias.text for alias in actor.aliases))


def _words(card: PostCard) -> frozenset[str]:
    return lines.words_of(card.line)


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
