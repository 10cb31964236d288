"""What bytes are, and what text they hold."""

from __future__ import annotations

import codecs
import json
import re
from typing import Literal

Format = Literal["page", "archive", "feed", "records", "json", "text"]

_BINARY = {
    b"%PDF": "a PDF file; save it as text",
    b"PK\x03\x04": "a ZIP or office file; save it as text",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip file; only .jsonl.gz and .json.gz are unpacked",
    b"SQLite format 3": "a database; open a dossier with --dossier",
    b"\xd0\xcf\x11\xe0": "an old office file; save it as text",
}
_CONTROLS = bytes((*range(9), *range(14, 27)))
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,30})"
    rb"|<\?xml[^>]{0,80}encoding\s*=\s*[\"']([\w.:-]{2,30})",
    re.I,
)
_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|article|div|p|section|main)\b", re.I | re.S
)
_FEED = re.compile(
    r"\s*(?:<!--.{0,500}?-->\s*|<\?[^>]*\?>\s*"
    r"|<!doctype[^\[>]{0,300}(?:\[.{0,2000}?\]\s*)?>\s*)*<(?:rss|feed|rdf:rdf)\b",
    re.I | re.S,
)
_ARCHIVE = re.compile(
    r"(?s:[\w-]+: .{0,3000}\n)?content-type:\s*multipart/(?:related|mixed|alternative)", re.I
)


def binary_kind(raw: bytes) -> str | None:
    """What kind of binary file this is, or None where it is text."""
    for magic, name in _BINARY.items():
        if raw.startswith(magic):
            return name
    if any(raw.startswith(bom) for bom, _ in _BOMS):
        return None
    head = raw[:8192]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "a binary file" if b"\0" in head or controls > len(head) // 20 else None


def decoded(raw: bytes, declared: str = "") -> tuple[str, str | None]:
    """The text, and a note where bytes had to be guessed at or replaced.

    In order: byte order mark, UTF-8 where it holds, the charset declared (by the transport or in the
    markup), windows-1252 where no byte could be UTF-8, else UTF-8 with U+FFFD for what is broken.
    """
    for bom, codec in _BOMS:
        if raw.startswith(bom):
            return raw.decode(codec, "replace"), None
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    if named := _charset(raw, declared):
        text = raw.decode(named, "replace")
        return text, f"{text.count('�')} bytes are not {named}; replaced" if "�" in text else None
    text = raw.decode("utf-8", "replace")
    if all(ord(c) < 128 or c == "�" for c in text) and not re.search(rb"[\x81\x8d\x8f\x90\x9d]", raw):
        return raw.decode("windows-1252"), "not UTF-8; read as windows-1252"
    return text, f"broken UTF-8: {text.count('�')} bytes replaced"


def format_of(text: str, name: str = "") -> Format:
    """The format by the text's first signs, helped by the file's ending."""
    ending = name.lower().removesuffix(".gz").rsplit(".", 1)[-1] if "." in name else ""
    head = text[:4000].lstrip("\ufeff")
    if ending in {"mht", "mhtml", "eml"} or _ARCHIVE.match(head):
        return "archive"
    if _FEED.match(head):
        return "feed"
    if _PAGE.match(head) or ending in {"html", "htm", "xhtml"}:
        return "page"
    start = head.lstrip()[:1]
    if ending in {"jsonl", "ndjson"} or (start == "{" and ending != "json" and _is_json(_first_line(text))):
        return "records"
    if ending == "json" or (start and start in "[{" and text.rstrip()[-1:] in "]}" and _is_json(text)):
        return "json"
    return "text"


def _first_line(text: str) -> str:
    return text.lstrip("\ufeff \t\r\n").split("\n", 1)[0]


def _is_json(text: str) -> bool:
    """Brackets alone may be an editor's note."""
    try:
        return isinstance(json.loads(text, strict=False), dict | list)
    except (ValueError, RecursionError):
        return False


def _charset(raw: bytes, declared: str) -> str | None:
    match = _DECLARED.search(raw[:4096])
    found = (match[1] or match[2]).decode("ascii", "replace") if match else ""
    for name in (declared, found):
        try:
            codec = codecs.lookup(name).name if name else ""
        except LookupError:
            continue
        if codec and codec != "utf-8":
            return "windows-1252" if codec in {"iso8859-1", "ascii"} else codec  # as browsers do (WHATWG)
    return None
