"""Words that tell of speech inside another's words (``relayed.tsv`` says where they are from)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def frames(kind: str) -> dict[str, frozenset[str]]:
    """Lemma of a verb (with its particle: "rule out") or noun, to the frames in which it tells of speech."""
    found: dict[str, set[str]] = {}
    text = files("atstake.facts").joinpath("relayed.tsv").read_text(encoding="utf8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            row, frame, lemmas = line.split("\t")
            if row == kind:
                for lemma in lemmas.split():
                    found.setdefault(lemma.replace("_", " "), set()).add(frame)
    return {lemma: frozenset(which) for lemma, which in found.items()}
