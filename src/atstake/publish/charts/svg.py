"""The few SVG pieces that the drawings share. All text is escaped here."""

from __future__ import annotations

import hashlib
from html import escape

WIDTH = 640
INK, SOFT, RULE, PAPER, TINT = (
    f"var(--{name},{fallback})"
    for name, fallback in (
        ("ink", "currentColor"),
        ("soft", "currentColor"),
        ("rule", "#999"),
        ("paper", "Canvas"),
        ("tint", "#e8ebee"),
    )
)
_SIZE = 13
"""The font's."""
# The mean width of a character, in parts of the font size, for the page's system fonts.
_CHARACTER = 0.6


def document(height: float, title: str, description: str, body: list[str], *seed: object) -> str:
    """A whole drawing, named for those who do not see it; ``seed`` makes the ids its own on the page."""
    key = identifier(title, height, *seed)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {number(height)}" width="{WIDTH}" '
        f'height="{number(height)}" role="img" aria-labelledby="{key}-t {key}-d" font-family="inherit" '
        f'font-size="{_SIZE}" fill="{INK}"><title id="{key}-t">{escape(title)}</title>'
        f'<desc id="{key}-d">{escape(description)}</desc>{"".join(body)}</svg>'
    )


def identifier(*parts: object) -> str:
    """An id that depends on the content alone."""
    return "c" + hashlib.sha256(repr(parts).encode("utf8", "surrogatepass")).hexdigest()[:10]


def text(x: float, y: float, words: str, *, anchor: str = "start", fill: str = INK, more: str = "") -> str:
    """A line of text with its baseline at y."""
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{number(x)}" y="{number(y)}"{side} fill="{fill}"{more}>{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, stroke: str = RULE, width: float = 1) -> str:
    """A straight stroke."""
    ends = " ".join(
        f'{name}="{number(v)}"' for name, v in zip(("x1", "y1", "x2", "y2"), (x1, y1, x2, y2), strict=True)
    )
    return f'<line {ends} stroke="{stroke}" stroke-width="{number(width)}"/>'


def dot(x: float, y: float, radius: float = 5, tip: str = "") -> str:
    """A filled circle; ``tip`` is shown on hovering."""
    inner = f"<title>{escape(tip)}</title>" if tip else ""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{INK}">{inner}</circle>'


def number(value: float) -> str:
    """A coordinate, to a tenth."""
    return f"{round(value, 1):g}"


def width_of(words: str) -> float:
    """About how wide a text is."""
    return len(words) * _SIZE * _CHARACTER


def shortened(words: str, width: float) -> str:
    """The words, cut with an ellipsis where they would be wider."""
    most = max(4, int(width / (_SIZE * _CHARACTER)))
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
