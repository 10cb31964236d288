"""The last gate: each quote of a brief stands in the stored text at its span, or nothing is published."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from atstake.errors import CheckError
from atstake.model.brief import Brief, Quote
from atstake.model.text import Document


def check(brief: Brief, documents: Mapping[str, Document]) -> int:
    """How many quotes were compared. Raises ``CheckError`` at the first that does not match.

    A text that was changed since it was read fails whatever is quoted of it. Context around a quote is
    compared too, and every line of the parts must hold at least one quote.
    """
    for document in documents.values():
        _unchanged(document)
    compared = 0
    for quote in brief.quotes():
        _compare(quote, documents)
        compared += 1
    for line in brief.lines():
        if line is not brief.title and not line.quotes and line.issue is None:
            raise CheckError(f"line {line.key} has no words behind it; the brief was not written")
    return compared


def _unchanged(document: Document) -> None:
    if (
        document.sha256
        and sha256(document.text.encode("utf8", "surrogatepass")).hexdigest() != document.sha256
    ):
        raise CheckError(
            f"the stored text of {document.id} is no longer what was read; the brief was not written "
            "(restore the dossier from a copy)"
        )


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
