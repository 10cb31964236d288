"""The process in which pages are taken apart: a hostile page can kill it, and nothing else.

It reads a line with the length and the address of a page, then its bytes (UTF-8), and answers with
one line of JSON. Run as ``python -m atstake.intake.worker MEGABYTES SECONDS``.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def extract(markup: str, url: str = "") -> dict[str, Any]:
    """The text of a page, its metadata, its headings and the embedded posts put back in their places.

    ``posts`` have ``start`` and ``end``, offsets into ``text``.
    """
    import trafilatura
    from lxml import html

    from atstake.intake.embeds import lift_posts
    from atstake.intake.metadata import page_metadata

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
    tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    found = page_metadata(tree)
    lifted = lift_posts(tree)
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h2", "h3", "h4", "h5")]
    related = _related(tree)
    text = trafilatura.extract(tree, url=url or None, include_comments=False, include_tables=True) or ""
    if not found["published"] or not found["title"]:
        _complete(found, trafilatura.extract_metadata(tree, default_url=url or None))
    blocks = "\n\n".join(line for line in text.split("\n") if line.strip())
    found["text"], found["posts"] = _with_posts(blocks, lifted)
    found["headings"] = sorted({h for h in headings if h and len(h) < 200})
    found["related"] = related
    return found


def _complete(found: dict[str, Any], guessed: Any) -> None:
    if guessed is None:
        return
    if not found["published"] and guessed.date:
        found["published"], found["published_from"] = guessed.date, "page-guess"
    found["title"] = found["title"] or guessed.title or ""
    found["publisher"] = found["publisher"] or guessed.sitename or ""


def _with_posts(text: str, lifted: list[dict[str, str]]) -> tuple[str, list[dict[str, Any]]]:
    """The text with each placeholder replaced by its post; a post whose place was lost stands at the end."""
    placed: list[dict[str, Any]] = []
    known = {post["mark"]: post for post in lifted}
    out: list[str] = []
    length = 0
    blocks = [b for b in text.split("\n\n") if b.strip()]
    marks = {m for b in blocks for m in known if m in b}
    for block in [*blocks, *(m for m in known if m not in marks)]:
        post = next((known[m] for m in known if m in block), None)
        shown = post["text"] if post else block
        if post:
            placed.append(
                {
                    **{k: v for k, v in post.items() if k != "mark"},
                    "start": length,
                    "end": length + len(shown),
                }
            )
        out.append(shown)
        length += len(shown) + 2
    return "\n\n".join(out), placed


def _related(tree: Any) -> list[dict[str, str]]:
    """Links in an element that calls itself related or recommended."""
    found: dict[str, str] = {}
    marked = " or ".join(f"contains(@class, '{name}')" for name in ("related", "recommend", "read-more"))
    for link in tree.xpath(f"//*[{marked}]//a[@href]")[:60]:
        title = " ".join(link.text_content().split())
        if 4 <= len(title.split()) <= 25:
            found.setdefault(title, str(link.get("href")))
    return [{"title": t, "url": u} for t, u in list(found.items())[:20]]


def _bound(megabytes: int) -> None:
    """Memory is bounded where the platform can (not on Windows; time is bounded from outside everywhere)."""
    try:
        import resource
    except ImportError:
        return
    size = megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def main() -> None:
    """Answers until its input ends."""
    _bound(int(sys.argv[1]) if len(sys.argv) > 1 else 1500)
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints must not look like an answer
    while header := source.readline():
        request = json.loads(header)
        markup = source.read(request["length"]).decode("utf-8", "replace")
        try:
            answer: dict[str, Any] = extract(markup, request["url"])
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}".splitlines()[0][:200]}
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    main()
