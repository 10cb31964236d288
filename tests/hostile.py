"""A brief whose outside texts try to run, to redraw or to break the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import cycle
from typing import Any

from atstake.brief.compose import compose
from atstake.model.brief import Brief, Headline, Part, Quote
from made_story import Story

ATTACKS = (
    "<script>window.hit=1</script>",
    "\"><img src=x onerror='window.hit=1'>",
    "<svg onload=window.hit=1>",
    "</script><script>window.hit=1</script>",
    "</style></title></textarea><iframe srcdoc='<script>parent.hit=1</script>'>",
    "\u202egnp.exe\u2066 {{ 7*7 }} {% raw %}",
    "раураl \u0000 \ud800 ￼",
    "<div>" * 300,
    "W" * 3000,
    "[x](javascript:window.hit=1) ![i](https://evil.example/i.png) `| a |`",
    "<a href='javascript:window.hit=1' onclick='window.hit=1'>a</a>",
    "<a href='data:text/html,<script>parent.hit=1</script>'>b</a>",
    "<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<style>*{display:none}</style><form action='https://evil.example'>",
    "<input autofocus onfocus=window.hit=1>",
    "<math><mtext><svg><foreignObject><body onload=window.hit=1>",
    "&#60;script&#62;window.hit=1&#60;/script&#62; %3Cscript%3E",
    "e" + "\u0301" * 400,
)


def hostile_brief() -> Brief:
    """Every free text of the made-up story, quotes and posts too, as all attacks, every link as a bad one."""
    story = Story()
    every = " ".join(ATTACKS)
    documents = {}
    for n, (key, d) in enumerate(story.documents.items()):
        documents[key] = replace(
            d,
            title=ATTACKS[n % len(ATTACKS)] + every,
            publisher=every,
            author=every if d.kind == "post" else None,
            handle=every if d.kind == "post" else None,
            authors=(every,),
            url=("javascript:window.hit=1", "https://аррӏе.example/story")[n % 2],
            agencies=tuple(replace(c, agency=every) for c in d.agencies),
            headline=None,
        )
    actors = tuple(
        replace(a, name=every, roles=tuple(replace(r, title=every) for r in a.roles))
        for a in story.resolution.actors
    )
    places = tuple(replace(p, name=every) for p in story.resolution.places)
    resolution = replace(story.resolution, actors=actors, places=places)
    evidence = replace(story.evidence, documents=documents)
    brief = compose(evidence, resolution, story.run)
    links = tuple(
        Headline(a, url, every) for a in ATTACKS for url in ("data:text/html,<script>1</script>", "//x")
    )
    brief = replace(brief, related=Part(links), run=every, version="<b>0</b>")
    return _quoting(brief, cycle(ATTACKS))


def _quoting(thing: Any, attacks: Iterator[str]) -> Any:
    """The tree with every quote's words, and those around them, replaced in turn; it is not checked again."""
    if isinstance(thing, Quote):
        quotes = tuple(f"{next(attacks)} {next(attacks)}" for _ in thing.target.quotes)
        target = replace(thing.target, quotes=quotes)
        return replace(thing, target=target, notes=(), before=next(attacks), after=next(attacks))
    if isinstance(thing, tuple):
        return tuple(_quoting(item, attacks) for item in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{f.name: _quoting(getattr(thing, f.name), attacks) for f in fields(thing)})
    return thing
