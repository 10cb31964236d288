"""Words by which a statement answers another, by kind (``answers.tsv`` says where they are from)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words_for(kind: str) -> str:
    """All answering words of a kind as one expression, for text in small letters."""
    text = files("atstake.facts").joinpath("answers.tsv").read_text(encoding="utf8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return "|".join(pattern.replace(" ", r"\s+") for name, pattern in rows if name == kind)
