"""Word classes and lemmas are those of spaCy's own pipeline."""

from __future__ import annotations

import spacy

from atstake.extract.forms import quicken
from atstake.extract.parse import _MODELS

TEXTS = (
    "Aldovia's ministers ain't talking; let's see what they do, for they've gotta go on and we're gonna win.",
    "That is what it was: there's no truce that the envoys, who do not speak, have accepted. Do they?",
    "She leaves. The leaves fell, and the better part of the geese had flown; he got none.\n\n  Y'all lied.",
    "Nothin' was said to us. C'mon, the criteria were met; these are ones I saw it with.",
)


def _forms(pipeline: spacy.Language) -> list[tuple[str, ...]]:
    return [
        (t.text, t.tag_, t.dep_, t.pos_, t.lemma_, str(t.morph))
        for _ in range(2)
        for doc in pipeline.pipe(TEXTS)
        for t in doc
    ]


def test_a_quickened_pipeline_says_the_same() -> None:
    name = next(name for name in _MODELS if spacy.util.is_package(name))
    plain, quick = spacy.load(name), spacy.load(name)
    quicken(quick)
    assert _forms(quick) == _forms(plain)


def test_a_rule_of_one_word_is_tried_once_on_a_word() -> None:
    name = next(name for name in _MODELS if spacy.util.is_package(name))
    pipeline = spacy.load(name)
    tried = []
    ruler = pipeline.get_pipe("attribute_ruler")
    match = ruler.match
    ruler.match = lambda words: tried.append(len(words)) or match(words)
    quicken(pipeline)
    before = len(list(pipeline.pipe(TEXTS))) and len(tried)
    list(pipeline.pipe(TEXTS))
    assert before == len(tried)
    assert set(tried) == {1}
