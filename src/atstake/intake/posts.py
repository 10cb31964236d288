"""Embedded posts and what is left of them in plain text.

A post ends in its signature, "— Name (@handle) December 15, 2015"; what stands before it in the same
block is the post, where it is no longer than a post can be. Where it is longer, nobody knows where
the post begins, and nothing is taken out of the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from atstake.intake.dates import MONTH, YEAR, read_published
from atstake.intake.draft import DraftPost
from atstake.intake.words import TAG
from atstake.model.text import Furniture, Span

_DATE = rf"(?:{MONTH} \d{{1,2}}, {YEAR}|\d{{1,2}} {MONTH} {YEAR})"
_SIGNATURE = re.compile(
    rf"(?P<dash>&mdash;|—|–|―|--)\s*(?P<author>[^\n—<>]{{1,80}}?)\s*"
    rf"\((?P<at>@?)(?P<handle>\w{{1,30}})\)\s*(?P<date>{_DATE})"
)
_CODE = re.compile(rf"{TAG}|&mdash;|pic\.(?:twitter|x)\.com/\w+|(?:https?://)?t\.co/\w+")
_CODE_RUN = re.compile(rf"(?:{_CODE.pattern})…?(?:\s*(?:{_CODE.pattern})…?)*")

# A post could hold 140 characters until 7 November 2017, then 280; names of those answered and
# escaped signs come on top.
_LENGTHENED = "2017-11-07"
_SHORT, _LONG, _SLACK = 140, 280, 40


def find_posts(text: str) -> list[DraftPost]:
    """The posts that stand in a text, in order, by their signatures."""
    found: list[DraftPost] = []
    gap = "\n\n" if "\n\n" in text else "\n"
    for match in _SIGNATURE.finditer(text):
        start = _start(text, match.start(), found[-1].span.end if found else 0, gap)
        sure = match["at"] or match["dash"] == "&mdash;"
        published = read_published(match["date"])[0]
        if sure and start is not None and _fits(text[start : match.start()], published or ""):
            found.append(
                DraftPost(
                    Span(start, match.end()), match["author"].strip(), match["handle"], published, "signature"
                )
            )
    return found


def post_furniture(text: str) -> tuple[list[Furniture], Span | None]:
    """Inside a post: embed code, and the signature, which is its byline."""
    signature = None
    for match in _SIGNATURE.finditer(text):
        signature = Span(match.start("author") if match["dash"] == "&mdash;" else match.start(), match.end())
    limit = signature.start if signature else len(text)
    furniture = [Furniture(span, "embed-code") for span in embed_code(text[:limit])]
    if signature:
        furniture.append(Furniture(signature, "byline"))
    return furniture, signature


def embed_code(text: str) -> Iterator[Span]:
    """Runs of tags and of shortened links that an embedded post leaves behind."""
    for match in _CODE_RUN.finditer(text):
        # Before a tag the space is markup's; before a bare link it is the writer's.
        before = _unspaced(text, match.start(), " \t") if match[0].startswith("<") else match.start()
        yield Span(before, match.end())


def _unspaced(text: str, at: int, spaces: str = " \t\r\n\xa0") -> int:
    """Where the white space before ``at`` begins."""
    while at > 0 and text[at - 1] in spaces:
        at -= 1
    return at


def _start(text: str, signature: int, after: int, gap: str) -> int | None:
    """Where the block before the signature begins, or None where there is nothing before it."""
    end = max(after, _unspaced(text, signature))
    if end <= after:
        return None
    block = text.rfind(gap, after, end)
    start = after if block < 0 else block + len(gap)
    while text[start].isspace():
        start += 1
    return start


def _fits(body: str, published: str) -> bool:
    visible = _CODE.sub("", re.sub(r"https?://\S+", "", body)).strip()
    limit = _SHORT if published and published[:10] < _LENGTHENED else _LONG
    return len(body.strip()) > 0 and len(visible) <= limit + _SLACK
