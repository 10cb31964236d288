"""One document with each attribution's parts coloured, and a list of them: for looking at what was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise

from atstake.model.annotations import Attribution
from atstake.model.text import Document, Span, Target

_ROLES = ("cue", "source", "content")
"""Where parts overlap, the first of these is shown."""


def attribution_page(document: Document, attributions: Sequence[Attribution]) -> str:
    """A page of HTML that needs no other file. Whole-document labels (a post's account) are only listed."""
    ordered = sorted(attributions, key=lambda a: (a.whole.start, a.whole.end, a.id))
    style = files("atstake.publish").joinpath("attribution_page.css").read_text("utf8")
    title = escape(document.title or document.id)
    numbers = {a.id: number for number, a in enumerate(ordered, 1)}
    rows = "\n".join(_row(number, a, numbers.get(a.via or "")) for number, a in enumerate(ordered, 1))
    return (
        f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head><meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>Who says what: {title}</title>\n'
        f"<style>\n{style}</style></head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{escape(_line(document))}</p>\n"
        '<p class="legend"><mark class="source">source</mark> <mark class="cue">cue</mark> '
        '<mark class="content">content</mark></p>\n'
        f'<div class="text">{"".join(_marked(document.text, ordered))}</div>\n'
        '<table>\n<thead><tr><th scope="col">No.</th><th scope="col">source</th><th scope="col">act</th>'
        '<th scope="col">cue</th><th scope="col">content</th><th scope="col">probability</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )


def _line(document: Document) -> str:
    parts = [document.publisher, document.date or "", document.url]
    return " · ".join(part for part in parts if part)


def _row(number: int, attribution: Attribution, teller: int | None) -> str:
    marks: list[str] = [attribution.act]
    marks += ["negated"] if attribution.polarity == "negative" else []
    marks += ["hedged"] if attribution.hedged else []
    marks += [attribution.channel] if attribution.channel not in ("text", "relayed") else []
    marks += [f"told in {teller}"] if teller else []
    cells = (
        f'<a href="#a{number}">{number}</a>',
        _quote(attribution.source),
        escape(", ".join(marks)),
        _quote(attribution.cue),
        _quote(attribution.content),
        f"{attribution.probability:.2f}",
    )
    return f'<tr id="r{number}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _quote(target: Target | None) -> str:
    return escape(target.quote) if target else "–"


def _parts(attributions: Sequence[Attribution]) -> Iterator[tuple[Span, int, str, int]]:
    """Every stretch with its role's rank, the role, and the number of its attribution."""
    for number, attribution in enumerate(attributions, 1):
        if attribution.channel == "post":
            continue
        for rank, role in enumerate(_ROLES):
            target = getattr(attribution, role)
            for span in target.spans if target else ():
                yield span, rank, role, number


def _marked(text: str, attributions: Sequence[Attribution]) -> Iterator[str]:
    """The text in stretches that no part begins or ends within, each under the part that is shown there."""
    parts = list(_parts(attributions))
    edges = sorted({0, len(text), *(e for span, *_ in parts for e in (span.start, span.end))})
    anchored: set[int] = set()
    for start, end in pairwise(edges):
        here = [
            (rank, len(span), role, n) for span, rank, role, n in parts if span.contains(Span(start, end))
        ]
        words = escape(text[start:end], quote=False)
        if not here:
            yield words
            continue
        _, _, role, number = min(here)
        anchor = "" if number in anchored else f' id="a{number}"'
        anchored.add(number)
        says = attributions[number - 1].act
        yield f'<mark class="{role}"{anchor} title="{number}: {role}, {says}">{words}</mark>'
