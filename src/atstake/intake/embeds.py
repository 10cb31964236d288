"""Embedded posts of a page, lifted out before extraction, which would drop most of them."""

from __future__ import annotations

import re
from typing import Any

from atstake.intake.dates import read_published, snowflake_time

_CLASSES = re.compile(
    r"\b(?:twitter-(?:tweet|video)|bluesky-embed|mastodon-embed|truthsocial-embed|instagram-media"
    r"|tiktok-embed|x-embed)"
)
_STATUS = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(?P<handle>\w+)/status(?:es)?/(?P<id>\d+)"
)
_SIGNED = re.compile(
    r"(?:—|–|―|--)\s*(?P<author>[^\n—]{1,80}?)\s*"
    r"\((?=@|[^()\n]*\)[^()\n]*$)@?(?P<handle>[\w.@-]{1,60})\)\s*(?P<date>[^\n]{0,40})",
    re.M,
)
_MARK = "Here stood embedded post number {} of this page and it is put back later."


def lift_posts(tree: Any) -> list[dict[str, str]]:
    """Replaces each embedded post in an lxml tree by a placeholder paragraph, and returns them in order.

    Each has ``mark`` (the placeholder's text), ``text``, ``author``, ``handle``, ``published``,
    ``published_from`` and ``url``; what is not known is "".
    """
    lifted: list[dict[str, str]] = []
    for quote in list(tree.iter("blockquote")):
        if not _CLASSES.search(quote.get("class") or "") and not _is_post(quote):
            continue
        post = _read(quote)
        if post["text"]:
            post["mark"] = _MARK.format(len(lifted) + 1)
            _replace(quote, post["mark"])
            lifted.append(post)
    return lifted


def _is_post(quote: Any) -> bool:
    """A quote without a class whose last link is a post's own address, after a signature."""
    links = [a.get("href") or "" for a in quote.iter("a")]
    return bool(links and _STATUS.match(links[-1]) and _SIGNED.search(_text(quote)))


def _read(quote: Any) -> dict[str, str]:
    text = _text(quote)
    links = [m for a in quote.iter("a") if (m := _STATUS.match(a.get("href") or ""))]
    signed = next(reversed(list(_SIGNED.finditer(text))), None)
    url = links[-1][0] if links else ""
    moment = snowflake_time(links[-1]["id"]) if links else None
    said = read_published(signed["date"])[0] if signed else None
    return {
        "text": text,
        "author": signed["author"].strip() if signed else "",
        "handle": (signed["handle"].lstrip("@") if signed else "") or (links[-1]["handle"] if links else ""),
        "published": moment or said or "",
        "published_from": "snowflake" if moment else "signature" if said else "",
        "url": url,
    }


def _text(quote: Any) -> str:
    """The paragraphs of a post, one a line, line breaks kept."""
    for br in list(quote.iter("br")):
        br.tail = "\n" + (br.tail or "")
    parts = []
    for piece in quote.iter("p"):
        parts.append(piece.text_content())
        piece.tail = "\n" + (piece.tail or "")
    whole = quote.text_content()
    lines = [" ".join(line.split()) for line in whole.split("\n")]
    return "\n".join(line for line in lines if line)


def _replace(quote: Any, mark: str) -> None:
    """Puts the placeholder where the topmost element stands that holds the post and nothing else."""
    top = quote
    while (parent := top.getparent()) is not None and parent.tag not in ("body", "html", "article", "main"):
        inner = sum(len(t.strip()) for t in top.itertext() if isinstance(t, str))
        outer = sum(len(t.strip()) for t in parent.itertext() if isinstance(t, str))
        scripts = sum(len((s.text or "").strip()) for s in parent.iter("script", "style"))
        if outer - scripts - inner > 40:
            break
        top = parent
    place = quote.makeelement("p", {})
    place.text = mark
    place.tail = top.tail
    parent = top.getparent()
    if parent is not None:
        parent.replace(top, place)
