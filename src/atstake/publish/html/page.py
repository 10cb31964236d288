"""Fills the templates. Everything that comes from outside passes through autoescaping and ``words``."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from atstake.model.actor_page import ActorPage
from atstake.model.brief import Brief, Line, Note, Prose, Quote, Source
from atstake.model.claim_page import ClaimPage
from atstake.publish import labels, words
from atstake.publish.html.links import Links
from atstake.publish.html.pictures import pictures
from atstake.publish.jsonld import article


def render(brief: Brief, *, links: str = "", desk: Links | None = None) -> str:
    """The page. Deterministic: the same brief gives the same bytes.

    ``links`` is what an actor's id is put behind to get the address of their page, where there are any;
    ``desk`` where the pages of the local app are, for the brief as that shows it.
    """
    style, early, script = styles("page.css", desk=desk), static("early.js"), static("page.mjs")
    view = View(brief, desk)
    template = environment().get_template("page.html.j2")
    parts = [(field, heading) for field, heading in labels.PARTS if getattr(brief, field)]
    page = template.render(
        brief=brief,
        view=view,
        parts=parts,
        labels=labels,
        pictures=pictures(brief),
        style=Markup(style),
        early=Markup(early),
        script=Markup(script),
        policy=policy(style, early, script, served=desk is not None),
        data=Markup(_json(article(brief))),
        filters=view.filters(),
        links=links,
    )
    return "\n".join(line.rstrip() for line in page.splitlines() if line.strip()) + "\n"


class View:
    """What the templates ask about a brief, or about a page beside it."""

    def __init__(self, brief: Brief | ActorPage | ClaimPage, desk: Links | None = None) -> None:
        self.brief = brief
        self.desk = desk
        self.sources = brief.documents()
        self.names = dict(brief.names)
        ordered = (s for group in brief.sources for s in group.sources)
        self.numbers = {s.document: n for n, s in enumerate(ordered, start=1)}
        self.several = len(brief.sources) > 1
        self.together = {s.document: len(g.sources) for g in brief.sources for s in g.sources}

    def source(self, quote: Quote) -> Source | None:
        """The document that a quote stands in."""
        return self.sources.get(quote.target.document)

    def number(self, document: str) -> int | None:
        """A document's number in the list of sources."""
        return self.numbers.get(document)

    def credited(self, source: Source) -> str:
        """Where a source's number leads: to the page's own list, or to the stored text where it has none."""
        if self.desk and self.desk.here == "changes":
            return self.desk.document(source.document)
        return f"#source-{self.number(source.document)}"

    def documents(self, line: Line) -> list[Source]:
        """The sources of a line, each once, in the order of its quotes."""
        found = {q.target.document: self.sources[q.target.document] for q in line.quotes if self.source(q)}
        return list(found.values())

    def data(self, line: Line) -> dict[str, str]:
        """The attributes that filters look at."""
        outlets = sorted({str(self.number(s.document)) for s in self.documents(line)})
        return {
            "data-actors": " ".join(line.actors),
            "data-date": line.date or "",
            "data-sources": " ".join(outlets),
        }

    def filters(self) -> dict[str, Any]:
        """What there is to choose from: actors, outlets and days that lines carry."""
        lines = list(self.brief.lines())
        actors = sorted({(self.names[a], a) for x in lines for a in x.actors if a in self.names})
        outlets: dict[str, list[str]] = {}
        for x in lines:
            for s in self.documents(x):
                outlets.setdefault(s.publisher or s.title, []).append(str(self.number(s.document)))
        days = sorted({x.date for x in lines if x.date})
        chosen = [(name, " ".join(sorted(set(ns), key=int))) for name, ns in sorted(outlets.items())]
        return {"actors": actors, "outlets": chosen, "days": days}


def words_html(text: str, most: int = 0) -> Markup:
    """Escaped text that cannot act: controls by name, white space collapsed, isolated from what is around."""
    shown = words.named_controls_kept(words.short(text, most) if most else text)
    return Markup("<bdi>{}</bdi>").format(shown)


def part_html(part: Prose | Quote) -> Markup:
    """One part of a line."""
    if isinstance(part, Prose):
        return escape(words.named_controls_kept(part.text))
    opening, closing = words.marks(part)
    inner = Markup("").join(_piece(p) for p in part.pieces())
    before, after = ("… " if part.cut_before else ""), (" …" if part.cut_after else "")
    return Markup('{}<span class="m">{}</span><q dir="auto">{}</q><span class="m">{}</span>{}').format(
        before, opening, inner, closing, after
    )


def _piece(piece: str | Note) -> Markup:
    if isinstance(piece, Note):
        return Markup(' <span class="note">[= <bdi>{}</bdi>]</span>').format(words.named_controls(piece.text))
    return escape(words.named_controls_kept(piece))


def policy(style: str, *scripts: str, served: bool = False) -> str:
    """Content-Security-Policy: our own style and scripts by their hashes, and nothing else.

    A page that the local app serves may send its forms, and ask how its work goes on, where it came from.
    """
    allowed = " ".join(f"'{_digest(script)}'" for script in scripts) or "'none'"
    own = "form-action 'self'; connect-src 'self'" if served else "form-action 'none'"
    return f"default-src 'none'; style-src '{_digest(style)}'; script-src {allowed}; base-uri 'none'; {own}"


def styles(*names: str, desk: Links | None = None) -> str:
    """The style sheets as one; with the local app's behind them where a page is served."""
    sheets = [static(name) for name in (*names, *(["desk.css"] if desk else []))]
    return "".join(s.rstrip("\n") for s in sheets) + "\n"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _json(data: object) -> str:
    """JSON that cannot end its script element."""
    text = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def static(name: str) -> str:
    """A file of ours as it is written into its element: one new line at each end."""
    text = files("atstake.publish.html").joinpath("static", name).read_text("utf8")
    return "\n" + "\n".join(line.rstrip() for line in text.splitlines() if line.strip()) + "\n"


@cache
def environment() -> Environment:
    """The templates, with everything escaped and what they call."""
    environment = Environment(
        loader=PackageLoader("atstake.publish.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["words"] = words_html
    environment.filters["part"] = part_html
    environment.tests["one"] = lambda values: len(values) == 1
    environment.globals["fragment"] = words.text_fragment
    environment.globals["safe_url"] = words.safe_url
    environment.globals["host"] = words.host
    return environment
