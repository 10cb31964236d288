"""Sources that a heading before them was taken for: texts that have lost their lines run into each other."""

from __future__ import annotations

from dataclasses import replace

from atstake.model.annotations import Annotations, Attribution
from atstake.model.reading import Reading
from atstake.model.text import Span


def with_subjects(reading: Reading, found: Annotations) -> Annotations:
    """The attributions, their source the subject of the verb where a heading before it was taken for it.

    "Reply The minister said ...": headings run into texts that have lost their lines.
    """
    heads = [m.head for m in found.mentions]
    made = []
    for a in found.attributions:
        subject = _subject(reading, a)
        if subject is None or a.source is None or any(a.source.whole.overlaps(h) for h in heads):
            made.append(a)
        else:
            made.append(replace(a, source=reading.target(subject)))
    return replace(found, attributions=tuple(made))


def _subject(reading: Reading, attribution: Attribution) -> Span | None:
    """The subject of a verb of saying that stands between the source, one capitalised word, and the cue."""
    tokens, source, cue = reading.tokens, attribution.source, attribution.cue
    if (
        source is None
        or cue is None
        or cue.start < source.end
        or not source.quote.istitle()
        or " " in source.quote
    ):
        return None
    for verb in reading.tokens_in(cue.whole):
        for index in reading.children.get(verb, ()) if tokens[verb].pos == "VERB" else ():
            held = [tokens[i] for i in reading.subtree(index) if tokens[i].start >= source.end]
            capital = bool(held) and held[0].text[:1].isupper() and held[-1].end <= cue.start
            if tokens[index].dep == "nsubj" and capital:
                return Span(held[0].start, held[-1].end)
    return None
