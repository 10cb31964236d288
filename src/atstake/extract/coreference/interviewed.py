"""Who "he said in the interview" is: whoever is told before to have given it, however far that is."""

from __future__ import annotations

import re

from atstake.extract.coreference.chain import Chain, Chains
from atstake.model.annotations import Mention

_IN_IT = re.compile(r"\b(?:in|during) (?:the|that|this|the same) (?:[\w-]+ ){0,2}interview\b", re.IGNORECASE)
_INTERVIEW = re.compile(r"\binterview(?:ed|s)?\b", re.IGNORECASE)


def interviewees(chains: Chains, pronoun: Mention, sex: str) -> list[Chain] | None:
    """The people of a sex who acted or spoke in the last sentence before that tells of an interview.

    None where the pronoun is no source, its sentence does not say "in the interview", or none was told of.
    """
    scene = chains.scene
    here = scene.places[pronoun.id]
    span = scene.reading.sentences[here.sentence].span
    if not here.source or not _IN_IT.search(scene.reading.text, pronoun.target.end, span.end):
        return None
    for sentence in range(here.sentence - 1, -1, -1):
        told = scene.reading.sentences[sentence].span
        if not _INTERVIEW.search(scene.reading.text, told.start, told.end):
            continue
        acting = [
            m for m in scene.in_sentence(sentence) if scene.places[m.id].subject or scene.places[m.id].source
        ]
        giving = {id(c): c for m in acting if (c := chains.of.get(m.id)) and c.type == "person"}
        if fitting := [c for c in giving.values() if not c.sex or c.sex == sex]:
            return fitting
    return None
