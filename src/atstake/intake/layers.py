"""From a draft to documents: posts become documents of their own, furniture and credits become layers.

The stored text is the draft's text, untouched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from atstake.intake import credits, dates, furniture, posts, transcripts
from atstake.intake.draft import Draft, DraftPost
from atstake.intake.language import language_of
from atstake.intake.lines import Line, disjoint, joined, lines_of, squeezed
from atstake.intake.places import is_place
from atstake.model.provenance import content_id
from atstake.model.text import Document, DocumentKind, Furniture, Link, Span

_TOLERANCE = timedelta(days=3)
"""A dateline further than this from the record's date beats it: papers print a day or two later."""

_BELIEVED = timedelta(days=5 * 366)
"""A date this far from the record's is no dateline but something the text tells of."""


def documents(draft: Draft) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """The article, then the posts found in it; and notes on what was odd."""
    text = draft.text
    lines = lines_of(text)
    found_posts = list(draft.posts) or ([] if draft.kind == "post" else posts.find_posts(text))
    inside = [p.span for p in found_posts]
    outside = [line for line in lines if not _within(line.span, [*inside, *_spans(draft.header)])]

    taken = [Furniture(span, "other") for span in _spans(draft.header)]
    repeated = furniture.repeated_titles(outside, draft.title)
    taken += repeated
    single = furniture.line_furniture([x for x in outside if not _within(x.span, [f.span for f in taken])])
    taken += single
    around, links = furniture.related(outside, [f.span for f in taken] + inside)
    taken += around
    links += furniture.labelled_links(outside, taken)
    turns, is_transcript = transcripts.find_turns([x for x in outside if not _within(x.span, [f.span for f in taken])])

    prose = [x for x in outside if not _within(x.span, [f.span for f in taken])]
    top = _Top(draft, prose)
    taken += top.furniture
    if draft.kind == "post":
        extra, signature = posts.post_furniture(text)
        taken += extra
    else:
        signature = None
        taken += [Furniture(s, "embed-code") for s in posts.embed_code(text) if not _within(s, inside)]

    layers = joined(text, disjoint(_shrunk(text, taken)), "share-buttons")
    published, published_from, notes = _date(draft, top)
    identity = draft.id or content_id("doc", draft.publisher, draft.title, draft.published, draft.url, text)
    kind: DocumentKind = draft.kind or ("transcript" if is_transcript else "article")
    article = Document(
        id=identity,
        text=text,
        kind=kind,
        url=draft.url,
        publisher=draft.publisher,
        title=draft.title or (text[top.headline.start : top.headline.end] if top.headline else ""),
        published=published,
        published_from=published_from,
        authors=draft.authors or top.authors,
        agencies=credits.find_agencies(text, outside, top.credited, top.agency),
        dateline=top.dateline,
        byline=signature or top.byline,
        headline=top.headline,
        author=draft.author,
        handle=draft.handle,
        language=draft.language or language_of(text),
        media_type=draft.media_type,
        sha256=_hash(text),
        furniture=layers,
        headings=_headings(replace(draft, kind=kind), lines, layers, [*inside, *_spans(top.headline, top.byline)]),
        turns=turns,
        related=_links(draft.related, links),
        posts=tuple(inside),
    )
    return (article, *(_post(article, p) for p in found_posts)), (*draft.notes, *notes)


class _Top:
    """What stands at the head of a text: headline, byline, dateline, date stamp, names of the authors."""

    def __init__(self, draft: Draft, prose: Sequence[Line]) -> None:
        text = draft.text
        self.furniture: list[Furniture] = []
        self.headline = _headline(draft, prose)
        self.stamp = self._stamp(text, prose)
        self.headline = self.headline or self._headline_after_stamp(draft)
        byline = None if draft.kind == "post" else credits.find_byline(prose)
        self.byline, people = byline or (None, ())
        self.authors = tuple(n for n in people if not squeezed(draft.publisher).startswith(squeezed(n)))
        found = None if draft.kind == "post" else credits.find_dateline(prose, is_place, draft.publisher)
        self.dateline = found.span if found else self.stamp
        self.printed = found.date if found else ""
        self.agency = found.agency if found else ""
        self.credited = [s for s in (self.byline, self.dateline, self.stamp) if s]
        names = {squeezed(n) for n in (*draft.authors, draft.publisher, *self.authors) if n.strip()}
        for line in prose[:8]:
            if squeezed(line.text.strip(" ,|•·")) in names or squeezed(line.text.removeprefix("By ")) in names:
                self.furniture.append(Furniture(line.span, "byline"))
        if self.byline in [f.span for f in self.furniture]:
            self.furniture = [f for f in self.furniture if f.span != self.byline]

    def _stamp(self, text: str, prose: Sequence[Line]) -> Span | None:
        self.stamp_date = ""
        places = [line.span.start for line in prose[:3]]
        if self.headline:
            at = self.headline.end
            places.append(at + len(text[at:]) - len(text[at:].lstrip(" .|-–—\n")))
        for at in places:
            match = credits.find_stamp(text, at)
            if match and match["date"]:
                self.stamp_date = match["date"]
                span = Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
                self.furniture.append(Furniture(span, "byline"))
                return span
        return None

    def _headline_after_stamp(self, draft: Draft) -> Span | None:
        if not self.stamp or not draft.title:
            return None
        at = self.stamp.end + len(draft.text[self.stamp.end :]) - len(draft.text[self.stamp.end :].lstrip())
        return _title_at(draft, at)


def _headline(draft: Draft, prose: Sequence[Line]) -> Span | None:
    """The title where it stands at the top; in a text without one, a first line that looks like it."""
    for line in prose[:5] if draft.title else ():
        if squeezed(line.text) == squeezed(draft.title):
            return line.span
    if draft.title:
        return _title_at(draft, prose[0].span.start) if prose else None
    if draft.kind == "post" or len(prose) < 2:
        return None
    first = prose[0]
    apart = draft.text[first.span.end : prose[1].span.start].count("\n") > 1
    plain = len(first.text) <= 140 and first.text[-1] not in ".,;:" and len(first.text.split()) > 2
    return first.span if apart and plain and len(prose[1].text) > 40 else None


def _title_at(draft: Draft, at: int) -> Span | None:
    """The title at this offset, with or without the site's name after its last dash or bar."""
    title = draft.title.strip()
    options = [title] + [title.rsplit(mark, n)[0] for mark in (" - ", " | ", " – ") for n in (1, 2, 3) if mark in title]
    for option in options:
        if len(option) > 12 and draft.text.startswith(option, at):
            return Span(at, at + len(option))
    return None


def _date(draft: Draft, top: _Top) -> tuple[str | None, str, tuple[str, ...]]:
    """The publication date: the record's, unless the text's own dateline stands further off than a few days."""
    recorded = _as_date(draft.published)
    printed = top.stamp_date or top.printed
    told = dates.read_day_near(printed, recorded) if printed and recorded else dates.read_day(printed)
    if not told:
        return draft.published, draft.published_from, ()
    if not recorded:
        return told.isoformat(), "dateline", ()
    if _TOLERANCE < abs(told - recorded) < _BELIEVED:
        note = f"dated {told} by its dateline, not {recorded} as its record says"
        return told.isoformat(), "dateline", (note,)
    return draft.published, draft.published_from, ()


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


def _headings(draft: Draft, lines: Sequence[Line], layers: Sequence[Furniture], other: Sequence[Span]) -> tuple[Span, ...]:
    """Section headings: as the markup says, else short lines without a full stop before a paragraph."""
    taken = [f.span for f in layers]
    read = [x for x in lines if not _within(x.span, taken)]
    if draft.kind == "transcript":
        return ()
    if draft.headings:
        known = {squeezed(h) for h in draft.headings}
        return tuple(x.span for x in read if squeezed(x.text) in known and not _within(x.span, other))
    found = []
    for line, following in zip(read, read[1:], strict=False):
        body = _within(following.span, other) or len(following.text) > max(60, len(line.text))
        if body and _is_heading(line.text) and _stands_alone(draft.text, line) and not _within(line.span, other):
            found.append(line.span)
    return tuple(found[1:] if found and found[0] == read[0].span and not draft.title else found)


def _is_heading(line: str) -> bool:
    short = len(line) <= 80 and len(line.split()) <= 11
    return short and line[-1] not in ".,;:…\"”'’)!" and line[0].isupper() and ". " not in line


def _stands_alone(text: str, line: Line) -> bool:
    """A heading has a blank line before it, in a text that has blank lines, and one after it."""
    if "\n\n" not in text:
        return True
    before = text[: line.span.start].rstrip(" \t\r")
    after = text[line.span.end :].lstrip(" \t\r")
    return before.endswith("\n\n") and after.startswith("\n\n")


def _links(given: Sequence[Link], found: Sequence[Link]) -> tuple[Link, ...]:
    titles = {squeezed(link.title) for link in found}
    ordered = sorted(found, key=lambda link: link.span.start if link.span else 0)
    return (*ordered, *(link for link in given if squeezed(link.title) not in titles))


def _shrunk(text: str, items: Sequence[Furniture]) -> list[Furniture]:
    """Without the white space after; the space before embed code belongs to it."""
    found = []
    for item in items:
        end = item.span.start + len(text[item.span.start : item.span.end].rstrip())
        if end > item.span.start:
            found.append(replace(item, span=Span(item.span.start, end)))
    return found


def _as_date(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _within(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _spans(*spans: Span | None) -> list[Span]:
    return [s for s in spans if s]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()
