"""Words that tell of speech inside another's words (``relayed.tsv`` says where they are from)."""

from __future__ import annotations

from functools import cache

from atstake.facts.tables import lexicon


@cache
def frames(kind: str) -> dict[str, frozenset[str]]:
    """Lemma of a verb (with its particle: "rule out") or noun, to the frames in which it tells of speech."""
    found: dict[str, set[str]] = {}
    for row, frame, lemmas in lexicon("relayed"):
        for lemma in lemmas.split() if row == kind else ():
            found.setdefault(lemma.replace("_", " "), set()).add(frame)
    return {lemma: frozenset(which) for lemma, which in found.items()}
