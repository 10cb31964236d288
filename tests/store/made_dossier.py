"""Made-up documents, annotations and a run for the store's tests."""

from __future__ import annotations

from atstake.model.annotations import Annotations, Mention
from atstake.model.provenance import Run
from atstake.model.text import Credit, Document, Span, Target

RUN = Run("run-1", "0.1", {"parser": "abc"}, {"window": "5"}, "2020-01-01T00:00:00+00:00")
ARTICLE = Document(
    "article-1",
    "Lund said 😀 no.\nשלום — 中文 and the bridge is closed.",
    url="https://example.org/1",
    publisher="Made Up Post",
    title="The bridge",
    published="2020-01-01T10:00:00+02:00",
    agencies=(Credit("AFP", None), Credit("AP", Span(0, 4))),
    sha256="aa",
    posts=(Span(10, 16),),
)
POST = Document(
    "post-1", ARTICLE.text[10:16], kind="post", parent="article-1", parent_span=Span(10, 16), sha256="bb"
)


def found_in(document: Document) -> Annotations:
    target = Target.of(document, Span(0, 4))
    return Annotations(
        document.id, mentions=(Mention("m-" + document.id, target, "name", "person", Span(0, 4)),)
    )


def numbered(n: int) -> Document:
    return Document(f"n{n:04}", f"Number {n} was read.", sha256=f"sha-{n}")
