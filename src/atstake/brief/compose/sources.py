"""*Sources*: every document in its origin group, with credits and what was left out; *Related*."""

from __future__ import annotations

from collections import defaultdict

from atstake.brief.compose import quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import day
from atstake.model.brief import Headline, LeftOut, OriginGroup, Part, Quote, Source
from atstake.model.text import Document, FurnitureKind, Span, Target

RELATED = 12
_EXAMPLES = 2


def groups(coverage: Coverage) -> Part[OriginGroup]:
    """All documents, those that are one text together, the earliest first."""
    credited = {o.id: o.agencies for o in coverage.resolution.origins}
    shared = _shared(coverage)
    found: dict[str, list[Document]] = defaultdict(list)
    for d in coverage.documents.values():
        found[coverage.origin_of.get(d.id, d.id)].append(d)
    made = []
    for origin, documents in found.items():
        documents.sort(key=lambda d: (d.kind == "post", coverage.date(d.id) or "9999", d.id))
        agencies = credited.get(origin) or tuple(
            dict.fromkeys(c.agency for d in documents for c in d.agencies)
        )
        made.append(
            OriginGroup(
                origin, tuple(_source(coverage, d, origin, shared.get(d.id)) for d in documents), agencies
            )
        )
    made.sort(key=lambda g: (g.sources[0].kind == "post", g.sources[0].date or "9999", g.sources[0].document))
    return Part(tuple(made))


def related(coverage: Coverage) -> Part[Headline]:
    """Headlines that the pages point to and that the dossier does not hold."""
    held = {d.title.strip().casefold() for d in coverage.documents.values()}
    found: dict[str, Headline] = {}
    for d in coverage.articles:
        for link in d.related:
            folded = " ".join(link.title.split()).casefold()
            if folded and folded not in held:
                found.setdefault(folded, Headline(link.title, link.url or "", d.publisher))
    every = list(found.values())
    return Part(tuple(every[:RELATED]), max(0, len(every) - RELATED))


def _shared(coverage: Coverage) -> dict[str, Quote]:
    """The longest passage that each copy shares with another text of its origin, as it stands in the copy."""
    found: dict[str, Target] = {}
    for origin in coverage.resolution.origins:
        for echo in origin.echoes:
            copy = echo.second
            known = found.get(copy.document)
            if len(copy.whole) > (len(known.whole) if known else 0):
                found[copy.document] = copy
    held = {d: t for d, t in found.items() if d in coverage.documents}
    return {d: quoting.bare(coverage, d, t.spans[0]) for d, t in held.items()}


def _source(coverage: Coverage, d: Document, origin: str, shared: Quote | None) -> Source:
    title = d.title or (f"Post by {coverage.publisher(d.id)}" if d.kind == "post" else d.id)
    date = coverage.date(d.id)
    return Source(
        d.id,
        d.kind,
        title,
        coverage.publisher(d.id),
        date,
        day(date),
        d.url,
        tuple(dict.fromkeys(c.agency for c in d.agencies)),
        d.authors,
        origin,
        d.parent if d.parent in coverage.documents else None,
        _left_out(coverage, d),
        shared,
    )


def _left_out(coverage: Coverage, d: Document) -> tuple[LeftOut, ...]:
    kinds: dict[FurnitureKind, list[Span]] = defaultdict(list)
    for f in sorted(d.furniture, key=lambda f: f.span):
        if d.text[f.span.start : f.span.end].strip():
            kinds[f.kind].append(f.span)
    return tuple(
        LeftOut(kind, len(spans), tuple(quoting.bare(coverage, d.id, s) for s in spans[:_EXAMPLES]))
        for kind, spans in kinds.items()
    )
