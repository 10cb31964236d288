"""The last gate: each quote of a brief stands in the stored text at its span, or nothing is published."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from atstake.errors import CheckError
from atstake.model.actor_page import ActorPage
from atstake.model.brief import Brief, Quote
from atstake.model.claim_page import ClaimPage
from atstake.model.text import Document


def unchanged(documents: Mapping[str, Document]) -> None:
    """Raises ``CheckError`` where a stored text is not what was read, whatever would be quoted of it."""
    for document in documents.values():
        found = sha256(document.text.encode("utf8", "surrogatepass")).hexdigest()
        if document.sha256 and found != document.sha256:
            raise CheckError(
                f"the stored text of {document.id} is no longer what was read; nothing was written "
                "(restore the dossier from a copy)"
            )


def check(page: Brief | ActorPage | ClaimPage, documents: Mapping[str, Document]) -> int:
    """How many quotes were compared. Raises ``CheckError`` at the first that does not match.

    Context around a quote is compared too, and every line of the parts must hold at least one quote.
    """
    compared = 0
    for quote in page.quotes():
        _compare(quote, documents)
        compared += 1
    title = page.title if isinstance(page, Brief) else None
    for line in page.lines():
        if line is not title and not line.quotes and line.issue is None:
            raise CheckError(f"line {line.key} has no words behind it; the brief was not written")
    return compared


def _compare(quote: Quote, documents: Mapping[str, Document]) -> None:
    target = quote.target
    document = documents.get(target.document)
    if document is None:
        raise CheckError(f"a quote points to {target.document!r}, which the dossier does not hold")
    for span, words in zip(target.spans, target.quotes, strict=True):
        if document.text[span.start : span.end] != words or len(words) != len(span):
            found = document.text[span.start : span.end]
            raise CheckError(
                f"{document.id} {span.start}:{span.end} reads {found[:60]!r}, not {words[:60]!r}; "
                "the brief was not written (run `atstake rebuild` on the dossier)"
            )
    before = document.text[max(0, target.start - len(quote.before)) : target.start]
    after = document.text[target.end : target.end + len(quote.after)]
    if before != quote.before or after != quote.after:
        raise CheckError(
            f"{document.id} {target.start}:{target.end}: the words around the quote are not the text's"
        )
