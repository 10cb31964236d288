"""The brief as schema.org data: a NewsArticle that cites its sources, a Claim for each disputed statement."""

from __future__ import annotations

from typing import Any

from atstake.model.brief import Brief, Line, Quote, Source, Step
from atstake.publish.words import bare, safe_url

Json = dict[str, Any]


def article(brief: Brief) -> Json:
    """JSON-LD of the page. A Claim says who made it and where; there is no ClaimReview: nothing is rated."""
    found: Json = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": _plain(brief.title),
        "description": " ".join(f"{s}." for s in brief.standfirst),
        "inLanguage": brief.language,
        "citation": [_source(s) for group in brief.sources for s in group.sources],
        "mentions": [_claim(brief, step) for chain in brief.claims for step in chain.steps],
        "creator": {"@type": "SoftwareApplication", "name": "atstake", "softwareVersion": brief.version},
    }
    if brief.last:
        found["datePublished"] = brief.last
    return found


def _claim(brief: Brief, step: Step) -> Json:
    quotes = [q for q in (*step.line.quotes, *step.line.also)]
    sources = brief.documents()
    claim: Json = {
        "@type": "Claim",
        "@id": f"#{step.line.key}",
        "text": " ".join(q.target.quote for q in step.line.quotes),
        "appearance": [
            _appearance(q, sources[q.target.document]) for q in quotes if q.target.document in sources
        ],
    }
    # Whoever is only told by another to have said it is not the words' author.
    if step.name and not step.line.teller:
        claim["author"] = {"@type": "Thing", "name": step.name}
    if step.line.date:
        claim["datePublished"] = step.line.date
    return claim


def _appearance(quote: Quote, source: Source) -> Json:
    return {**_source(source), "text": quote.target.quote}


def _source(source: Source) -> Json:
    kinds = {"post": "SocialMediaPosting", "article": "NewsArticle", "transcript": "Article"}
    found: Json = {"@type": kinds[source.kind], "name": source.title}
    if source.publisher:
        found["publisher"] = {"@type": "Organization", "name": source.publisher}
    if source.date:
        found["datePublished"] = source.date
    if safe_url(source.url):
        found["url"] = safe_url(source.url)
    return found


def _plain(line: Line) -> str:
    return " ".join(bare(p) for p in line.parts)
