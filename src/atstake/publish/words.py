"""Text from outside, made safe to show: URL schemes, controls, lengths, quotation marks, fragments."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from atstake.model.brief import Note, Prose, Quote

_SCHEMES = {"http", "https"}
# Bidirectional controls, invisible joiners of lines, C0 and C1 controls: shown by name, so that none can act.
CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# What ``brief.withheld`` leaves of a protected name.
_WITHHELD = re.compile(r"█+(?:[\s.’'-]{1,2}█+)*")
_FRAGMENT_WORDS = 6


def safe_url(url: str) -> str:
    """The URL where it is plain http or https with a host, else "" (no link is made)."""
    url = url.strip()
    if not url or CONTROLS.search(url) or any(c.isspace() for c in url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    return url if parts.scheme.lower() in _SCHEMES and host else ""


def host(url: str) -> str:
    """The host of a safe URL as the network sees it: letters of other scripts in Punycode."""
    try:
        name = urlsplit(url).hostname or ""
        return name.encode("idna").decode("ascii").removeprefix("www.")
    except (ValueError, UnicodeError):
        return ""


def named_controls(text: str) -> str:
    """Control characters by name ("[U+202E]"), a masked name as such, white space as single spaces."""
    shown = _WITHHELD.sub("[name withheld]", text)
    return " ".join(CONTROLS.sub(lambda m: f"[U+{ord(m.group()):04X}]", shown).split())


def short(text: str, most: int = 160) -> str:
    """At most so many code points, cut between words and marked with an ellipsis."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return (head.rpartition(" ")[0] or head).rstrip() + "…"


def marks(q: Quote) -> tuple[str, str]:
    """Double quotation marks, or single ones where the words hold double ones themselves."""
    return ("‘", "’") if any(c in w for w in q.target.quotes for c in '“”"«»') else ("“", "”")


def plain(part: Prose | Quote) -> str:
    """A part of a line as plain text: own words as they are, quotes in marks, notes as "[= Name]"."""
    if isinstance(part, Prose):
        return named_controls_kept(part.text)
    opening, closing = marks(part)
    words = "".join(f" [= {p.text}]" if isinstance(p, Note) else p for p in part.pieces())
    before, after = ("… " if part.cut_before else ""), (" …" if part.cut_after else "")
    return f"{before}{opening}{named_controls(words)}{closing}{after}"


def bare(part: Prose | Quote) -> str:
    """The words of a part without marks or notes: for titles."""
    return part.text if isinstance(part, Prose) else part.target.quote


def named_controls_kept(text: str) -> str:
    """As ``named_controls``, but the white space at both ends stays (one space)."""
    inner = named_controls(text)
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"


def text_fragment(url: str, q: Quote) -> str:
    """The URL with a text fragment (WICG Text Fragments) that scrolls to the words, or "" for no safe URL."""
    url = safe_url(url)
    if not url:
        return ""
    words = q.target.quotes[0].split()
    if not words or _WITHHELD.search(q.target.quotes[0]):
        return url
    if len(words) <= 2 * _FRAGMENT_WORDS:
        directive = _encode(" ".join(words))
    else:
        directive = (
            f"{_encode(' '.join(words[:_FRAGMENT_WORDS]))},{_encode(' '.join(words[-_FRAGMENT_WORDS:]))}"
        )
    base, hash_, fragment = url.partition("#")
    return f"{base}#{fragment if hash_ else ''}:~:text={directive}"


def _encode(words: str) -> str:
    """Percent-encoded, with the hyphen too, which has a meaning in the directive."""
    return quote(words.encode("utf8", "replace"), safe="").replace("-", "%2D")
