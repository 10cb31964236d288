"""A brief whose outside texts try to run, to redraw or to break the page."""

from __future__ import annotations

from dataclasses import replace

from atstake.brief.compose import compose
from atstake.model.brief import Brief, Headline, Part
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
)


def hostile_brief() -> Brief:
    """Every free text of the made-up story replaced by all attacks, every link by a bad one."""
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
            url="javascript:window.hit=1",
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
    return replace(brief, related=Part(links), run=every, version="<b>0</b>")
