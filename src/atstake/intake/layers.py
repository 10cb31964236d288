"""From a draft to documents: posts become documents of their own, furniture and credits become layers.

The stored text is the draft's text, untouched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from atstake.intake import credits, furniture, posts, transcripts
from atstake.intake.blurbs import blurbs
from atstake.intake.draft import Draft, DraftPost
from atstake.intake.headings import headings
from atstake.intake.inserted import inserted
from atstake.intake.language import language_of
from atstake.intake.lines import Cover, Line, disjoint, joined, lines_of, squeezed, unwrapped
from atstake.intake.top import Top, publication_date
from atstake.model.provenance import content_id
from atstake.model.text import Document, DocumentKind, Furniture, Link, Span


def documents(draft: Draft) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """The article, then the posts found in it; and notes on what was odd."""
    if draft.kind == "post":
        return (_lone_post(draft),), draft.notes
    text, lines = draft.text, lines_of(draft.text)
    found = list(draft.posts) or posts.find_posts(text)
    inside = [p.span for p in found]
    outside = _outside(lines, [*inside, *_some(draft.header)])
    taken, links = _line_layers(draft, unwrapped(text, outside), inside)
    taken += blurbs(_left(outside, taken), draft.authors)
    prose = _left(outside, taken)
    turns, is_transcript = transcripts.find_turns(prose)
    top = Top(draft, prose)
    foot = furniture.foot(prose[-1]) if prose else []
    taken += top.furniture + foot
    in_posts = Cover(inside)
    taken += [Furniture(s, "embed-code") for s in posts.embed_code(text) if not in_posts.touches(s)]
    layers = joined(text, disjoint(_trimmed(text, taken)), "share-buttons")
    published, published_from, notes = publication_date(draft, top)
    kind: DocumentKind = draft.kind or ("transcript" if is_transcript else "article")
    article = replace(
        _bare(draft),
        kind=kind,
        title=draft.title or (text[top.headline.start : top.headline.end] if top.headline else ""),
        published=published,
        published_from=published_from,
        authors=draft.authors or top.authors,
        agencies=credits.find_agencies(text, outside, [*top.credited, *(f.span for f in foot)], top.agency),
        dateline=top.dateline,
        byline=top.byline,
        headline=top.headline,
        furniture=layers,
        headings=headings(draft, lines, layers, [*inside, *_some(top.headline, top.byline)])
        if kind == "article"
        else (),
        turns=turns,
        related=_links(draft.related, links),
        posts=tuple(inside),
    )
    return (article, *(_post(article, p) for p in found)), (*draft.notes, *notes)


def _line_layers(
    draft: Draft, outside: Sequence[Line], inside: Sequence[Span]
) -> tuple[list[Furniture], list[Link]]:
    """Furniture that whole lines show, and the links in it."""
    taken = [Furniture(span, "other") for span in _some(draft.header)]
    taken += furniture.repeated_titles(outside, draft.title)
    taken += furniture.line_furniture(_left(outside, taken))
    taken += inserted(_left(outside, taken))
    around, links = furniture.related(outside, [*(f.span for f in taken), *inside])
    return taken + around, links + furniture.labelled_links(outside, taken)


def _bare(draft: Draft) -> Document:
    """A document with what the draft itself says."""
    return Document(
        id=draft.id
        or content_id("doc", draft.publisher, draft.title, draft.published, draft.url, draft.text),
        text=draft.text,
        url=draft.url,
        publisher=draft.publisher,
        title=draft.title,
        published=draft.published,
        published_from=draft.published_from,
        authors=draft.authors,
        author=draft.author,
        handle=draft.handle,
        language=draft.language or language_of(draft.text),
        media_type=draft.media_type,
        sha256=_hash(draft.text),
    )


def _lone_post(draft: Draft) -> Document:
    """A post that comes by itself, as a record."""
    layers, signature = posts.post_furniture(draft.text)
    return replace(_bare(draft), kind="post", byline=signature, furniture=disjoint(layers))


def _post(article: Document, post: DraftPost) -> Document:
    text = article.text[post.span.start : post.span.end]
    layers, signature = posts.post_furniture(text)
    return Document(
        id=content_id("post", article.id, post.span.start, text),
        text=text,
        kind="post",
        url=post.url,
        publisher=article.publisher,
        title="",
        published=post.published,
        published_from=post.published_from,
        authors=(post.author,) if post.author else (),
        byline=signature,
        parent=article.id,
        parent_span=post.span,
        author=post.author,
        handle=post.handle,
        language=article.language,
        media_type=article.media_type,
        sha256=_hash(text),
        furniture=disjoint(layers),
    )


def _links(given: Sequence[Link], found: Sequence[Link]) -> tuple[Link, ...]:
    titles = {squeezed(link.title) for link in found}
    ordered = sorted(found, key=lambda link: link.span.start if link.span else 0)
    return (*ordered, *(link for link in given if squeezed(link.title) not in titles))


def _trimmed(text: str, items: Iterable[Furniture]) -> list[Furniture]:
    """Without the white space after; the space before embed code belongs to it."""
    found = []
    for item in items:
        end = item.span.start + len(text[item.span.start : item.span.end].rstrip())
        if end > item.span.start:
            found.append(replace(item, span=Span(item.span.start, end)))
    return found


def _some(*spans: Span | None) -> list[Span]:
    return [s for s in spans if s]


def _left(lines: Sequence[Line], taken: Sequence[Furniture]) -> list[Line]:
    return _outside(lines, (f.span for f in taken))


def _outside(lines: Sequence[Line], spans: Iterable[Span]) -> list[Line]:
    cover = Cover(spans)
    return [line for line in lines if not cover.touches(line.span)]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()
