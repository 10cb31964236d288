"""The pages of the local app around the brief, in its style. What they show is put together by the caller."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from atstake.model.brief import Brief
from atstake.model.text import Document, Span, Target
from atstake.publish import labels
from atstake.publish.html.links import Links
from atstake.publish.html.page import View, environment, policy, static, styles
from atstake.publish.words import CONTROLS

_AROUND = 90
"""Characters shown on each side of words that were searched."""


def render(name: str, title: str, *, desk: Links | None, brief: Brief | None = None, **given: Any) -> str:
    """One page of the app: ``name`` is its template, ``given`` what that shows; all of it is escaped."""
    style, script = styles("page.css", desk=desk or Links("", "")), static("desk.mjs")
    shown: dict[str, Any] = {"version": "", "done": "", "secret": "", "editor": "", "back": "", **given}
    written = (
        environment()
        .get_template(f"desk/{name}.html.j2")
        .render(
            **shown,
            title=title,
            desk=desk,
            brief=brief,
            view=View(brief, desk) if brief else None,
            labels=labels,
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script, served=True),
        )
    )
    return written


@dataclass(frozen=True)
class Segment:
    """A stretch of a text that is marked in one way throughout; ``first`` is the first that was asked for."""

    text: str
    here: bool = False
    aside: bool = False
    line: str = ""
    first: bool = False


@dataclass(frozen=True)
class Found:
    """Words that were searched, with what stands around them."""

    target: Target
    before: str
    words: str
    after: str


def segments(document: Document, asked: Sequence[Span], cited: Iterable[tuple[Span, str]]) -> list[Segment]:
    """The whole text, cut where anything begins or ends: joined again it is the text.

    ``cited`` are spans with the key of the line that quotes them; of several the shortest span leads.
    """
    size = len(document.text)
    quoted = sorted(((s, key) for s, key in cited), key=lambda q: (len(q[0]), q[0].start, q[1]))
    aside = [f.span for f in document.furniture]
    edges = {0, size} | {e for s in (*asked, *aside, *(s for s, _ in quoted)) for e in (s.start, s.end)}
    cuts = sorted(e for e in edges if e <= size)
    found, seen = [], False
    for start, end in pairwise(cuts):
        inside = Span(start, end)
        here = any(s.contains(inside) for s in asked)
        line = next((key for s, key in quoted if s.contains(inside)), "")
        text = _acts_not(document.text[start:end])
        found.append(Segment(text, here, any(s.contains(inside) for s in aside), line, here and not seen))
        seen = seen or here
    return found


def around(document: Document, target: Target) -> Found:
    """The words of a hit as the text has them, and a little before and behind, cut between words."""
    text = document.text
    start, end = target.start, target.end
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[left:start], text[end:right]
    before = f"… {before.partition(' ')[2]}" if left else before
    after = f"{after.rpartition(' ')[0]} …" if right < len(text) else after
    return Found(target, before, text[start:end], after)


def _acts_not(text: str) -> str:
    """Controls by name; line breaks and spaces stay as they are."""
    return CONTROLS.sub(lambda m: f"[U+{ord(m.group()):04X}]", text)
