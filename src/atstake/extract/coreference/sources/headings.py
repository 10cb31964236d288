"""Sources that the reader leaves out, or takes a heading for in texts that have lost their lines."""

from __future__ import annotations

from dataclasses import replace

from atstake.extract.coreference.sources.words import head_of
from atstake.model.annotations import Annotations, Attribution
from atstake.model.reading import Reading
from atstake.model.text import Span


def with_subjects(reading: Reading, found: Annotations) -> Annotations:
    """The attributions, their source the subject of the verb where it has none or a heading before it.

    "Reply The minister said ...": headings run into texts that have lost their lines.
    """
    heads = [m.head for m in found.mentions]
    made = []
    for a in found.attributions:
        if a.source is None and (doer := _doer(reading, a)) is not None:
            made.append(replace(a, source=reading.target(doer)))
            continue
        if (own := _subject_before(reading, a)) is not None:
            made.append(replace(a, source=reading.target(own)))
            continue
        subject = _subject(reading, a)
        if subject is None or a.source is None or any(a.source.whole.overlaps(h) for h in heads):
            made.append(a)
        else:
            made.append(replace(a, source=reading.target(subject)))
    return replace(found, attributions=tuple(made))


def _doer(reading: Reading, attribution: Attribution) -> Span | None:
    """The subject that a participle shares with the verb it hangs on: "Holm spoke up, insisting that"."""
    tokens, cue = reading.tokens, attribution.cue
    if cue is None:
        return None
    verb = next((i for i in reading.tokens_in(cue.whole) if tokens[i].pos == "VERB"), None)
    if verb is None or tokens[verb].tag != "VBG" or tokens[verb].dep not in ("advcl", "conj"):
        return None
    if tokens[verb].lemma.lower() in _IN_MIND:
        return None
    if any(tokens[c].dep in ("nsubj", "nsubjpass", "mark", "aux") for c in reading.children.get(verb, ())):
        return None
    main = tokens[verb].head
    below = reading.children.get(main, ())
    subject = next((c for c in below if tokens[c].dep == "nsubj"), None)
    if subject is None or tokens[main].dep != "ROOT" or tokens[subject].pos not in ("PROPN", "NOUN", "PRON"):
        return None
    inside = [i for i in reading.subtree(subject) if tokens[i].pos != "PUNCT"]
    return Span(tokens[inside[0]].start, tokens[inside[-1]].end) if inside[-1] < main else None


def _subject_before(reading: Reading, attribution: Attribution) -> Span | None:
    """The subject of the cue, where the source stands in a clause on what is spoken of behind it.

    "Holm has been opposed to the dam, which Weil built": Weil is opposed to nothing.
    """
    tokens, source, cue = reading.tokens, attribution.source, attribution.cue
    if source is None or cue is None or source.start < cue.end:
        return None
    verbs = set(reading.tokens_in(cue.whole))
    below = (c for v in verbs for c in reading.children.get(v, ()))
    subjects = [c for c in below if tokens[c].dep in ("nsubj", "nsubjpass") and tokens[c].end <= cue.start]
    head = head_of(reading, source.whole)
    if len(subjects) != 1 or head is None:
        return None
    at, clause = reading.tokens_in(head).start, False
    while at not in verbs and tokens[at].head != at:
        clause = clause or tokens[at].dep == "relcl"
        at = tokens[at].head
    held = [i for i in reading.subtree(subjects[0]) if tokens[i].pos != "PUNCT"]
    return Span(tokens[held[0]].start, tokens[held[-1]].end) if clause and at in verbs else None


# What goes on in somebody's mind the reporter guesses: "sensing perhaps that the threat was over".
_IN_MIND = frozenset(
    "sense hope fear think believe know see hear feel realize realise expect suspect wonder".split()
)


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
