"""The texts of the made-up story: an article with a post in it, a copy of it, another paper's report."""

from __future__ import annotations

from dataclasses import replace

from atstake.model.text import Credit, Document, Furniture, Link, Span, Target

POST = "Two boats were lost on the Tess tonight, 14 people are missing."
WIRE = (
    "Talks on the Tess dam open\n"
    "\n"
    "By Tom Reed with Northwire\n"
    "\n"
    "Arland's water minister Anna Weil is meeting Foreign Minister Ivo Brandt of Borland in Port Sel "
    "on Tuesday over the new dam on the river Tess.\n"
    "\n"
    "She is also scheduled to meet President Olga Marr on Wednesday. The talks follow a week of floods.\n"
    "\n"
    f"{POST} pic.example/1 — Harbour Watch (@harbourwatch) May 3, 2021\n"
    "\n"
    "Arland has accused Borland of opening the gates at night. Borland has denied this.\n"
    "\n"
    "Arland says the dam must be lowered. Borland says the dam will stay as it is.\n"
    "\n"
    "At least 30 people were killed in the floods, Arland said.\n"
    "\n"
    "ADVERTISEMENT\n"
    "\n"
    "A second round has been tentatively set for June. It is not clear whether Borland will attend.\n"
)
COPY = WIRE.replace("By Tom Reed with Northwire", "PORT SEL (Northwire) -").replace(
    f"{POST} pic.example/1 — Harbour Watch (@harbourwatch) May 3, 2021\n\n", ""
)
OTHER = (
    "Borland counts its dead\n"
    "\n"
    "PORT SEL - Borland's government said on Wednesday that 12 people were killed when the Tess "
    "broke its banks on April 28.\n"
    "\n"
    "“The gates were never opened,” Mr Brandt told reporters.\n"
)


def at(document: Document, words: str, nth: int = 1) -> Target:
    """Where the words stand for the ``nth`` time."""
    start = -1
    for _ in range(nth):
        start = document.text.index(words, start + 1)
    return Target.of(document, Span(start, start + len(words)))


def documents() -> dict[str, Document]:
    """An article with a post in it, a copy of it, and another paper's report."""
    wire = Document(
        id="wire-1",
        text=WIRE,
        url="https://daily.example/tess",
        publisher="The Daily Sample",
        title="Talks on the Tess dam open",
        published="2021-05-04",
        related=(Link("Fishermen fear for the Tess", "https://daily.example/fish", None),),
    )
    start = WIRE.index(POST)
    furniture = at(wire, "ADVERTISEMENT").whole
    wire = replace(
        wire,
        headline=at(wire, "Talks on the Tess dam open").whole,
        byline=at(wire, "By Tom Reed with Northwire").whole,
        agencies=(Credit("Northwire", at(wire, "Northwire").whole),),
        furniture=(Furniture(furniture, "advertisement"),),
        posts=(Span(start, start + len(POST)),),
    )
    copy = Document("copy-1", COPY, publisher="Sample Post", published="2021-05-04", title=wire.title)
    copy = replace(copy, agencies=(Credit("Northwire", at(copy, "Northwire").whole),))
    other = Document(
        "other-1",
        OTHER,
        url="https://tribune.example/dead",
        publisher="Example Tribune",
        published="2021-05-05T08:00:00+02:00",
        title="Borland counts its dead",
    )
    post = Document(
        "post-1",
        POST,
        kind="post",
        parent="wire-1",
        parent_span=Span(start, start + len(POST)),
        author="Harbour Watch",
        handle="harbourwatch",
        published="2021-05-03",
    )
    return {d.id: d for d in (wire, copy, other, post)}
