"""The verbs of saying that rules ask for are cues all of them, each with a use that somebody asks for."""

from __future__ import annotations

from pathlib import Path

import atstake
from atstake.facts.cues import verbs
from atstake.facts.saying import saying
from atstake.facts.tables import lexicon


def test_every_verb_is_a_cue_and_stands_once():
    for use, lemmas in lexicon("saying"):
        assert len(lemmas.split()) == len(saying(use)), use
        # To appear somewhere is to speak there, and to hear is to be told; nobody is quoted by either.
        assert saying(use) - {"appear", "hear"} <= set(verbs().values()), use


def test_every_use_is_asked_for():
    code = "".join(p.read_text(encoding="utf8") for p in Path(atstake.__file__).parent.rglob("*.py"))
    assert all(f'saying("{use}")' in code for use, _ in lexicon("saying"))
