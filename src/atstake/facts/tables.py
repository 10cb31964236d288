"""Reads the tables that ship: in ``facts/data``, and the lists of words (lexicons) beside this module.

They are tab-separated, UTF-8; comments begin with ``#``.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """The rows of a table, each padded with empty cells to the width of the widest."""
    found = _read("data", f"{name}.tsv")
    width = max(map(len, found), default=0)
    return [row + [""] * (width - len(row)) for row in found]


def lexicon(name: str) -> list[list[str]]:
    """The rows of a lexicon, as they stand."""
    return _read(f"{name}.tsv")


@cache
def alternatives(name: str, kind: str) -> str:
    """All expressions of a kind in a lexicon of kinds and expressions, as one; blanks are any white space."""
    return "|".join(pattern.replace(" ", r"\s+") for row, pattern in lexicon(name) if row == kind)


def _read(*path: str) -> list[list[str]]:
    text = files("atstake.facts").joinpath(*path).read_text(encoding="utf8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def several(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list, parted by ``|``."""
    return tuple(part for part in cell.split("|") if part)


@cache
def words(name: str) -> dict[str, frozenset[str]]:
    """A table of two columns, class and list of words, as sets."""
    return {row[0]: frozenset(several(row[1])) for row in rows(name)}


def plain(text: str) -> str:
    """Text for comparing names: lower case, without accents, with straight apostrophes and single spaces."""
    bare = straight(text)
    if not bare.isascii():
        decomposed = unicodedata.normalize("NFD", bare)
        bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn").replace("ı", "i")
    return " ".join(bare.casefold().split())


def straight(text: str) -> str:
    """The same text, of the same length, with typographic apostrophes and hyphens made plain."""
    return text.translate(_STRAIGHT)


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", " ": " "})
