"""Who speaks inside what a news outlet is cited for: "..., the army said, according to Yonhap".

The reader finds the outer source; the words are the army's. The inner attribution is added, so that they are
never the agency's alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from atstake.extract.attributions.acts import act_of, is_hedged, is_negated
from atstake.facts.cues import verbs
from atstake.facts.organisations import organisation_sector
from atstake.model.annotations import Annotations, Attribution
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span


def with_inner(reading: Reading, found: Annotations, sources: dict[str, str]) -> Annotations:
    """``found`` with the attributions that stand inside those of news outlets; ``sources`` their mentions."""
    outlets = {m.id for m in found.mentions if organisation_sector(m.known) == "MED"}
    cues = [s for a in found.attributions if a.cue for s in a.cue.spans]
    more = {
        inner.id: inner
        for a in found.attributions
        if a.channel == "text"
        for inner in _inside(reading, a, cues, sources.get(a.id) in outlets)
    }
    if not more:
        return found
    every = sorted(
        (*found.attributions, *more.values()), key=lambda a: (a.content.start, a.content.end, a.id)
    )
    return found.merged(Annotations(found.document, attributions=tuple(every)))


def _inside(reading: Reading, outer: Attribution, cues: list[Span], outlet: bool) -> Iterator[Attribution]:
    quoted = list(_quoted(reading, outer, cues, outlet))
    yield from quoted
    if outlet:
        yield from _inner(reading, outer, [*cues, *(s for a in quoted if a.cue for s in a.cue.spans)])


def _inner(reading: Reading, outer: Attribution, cues: list[Span]) -> Iterator[Attribution]:
    tokens = reading.tokens
    for span in outer.content.spans:
        for i in reading.tokens_in(span):
            word = Span(tokens[i].start, tokens[i].end)
            if tokens[i].text.lower() not in verbs() or any(word.overlaps(c) for c in cues):
                continue
            below = reading.children.get(i, ())
            subject = next((c for c in below if tokens[c].dep == "nsubj"), None)
            clause = next((c for c in below if tokens[c].dep == "ccomp"), None)
            if subject is None or clause is None or tokens[subject].pos == "PRON":
                continue
            who, what = _stretch(reading, subject), _stretch(reading, clause)
            if span.contains(who) and span.contains(what) and not who.overlaps(what):
                yield _made(reading, outer, who, word, what)


def _quoted(reading: Reading, outer: Attribution, cues: list[Span], outlet: bool) -> Iterator[Attribution]:
    """Whose quotation the source of "according to" passes on: "“...,” Holm said, according to the agency"."""
    cue, source = outer.cue, outer.source
    if cue is None or source is None or not cue.quote.lower().startswith("according to"):
        return
    span = outer.content.spans[-1]
    found = _QUOTATION.fullmatch(reading.text, span.start, span.end)
    if found is None or any(Span(*found.span("rest")).overlaps(c) for c in cues):
        return
    inside = reading.tokens_in(Span(*found.span("rest")))
    said = next((i for i in inside if reading.tokens[i].text.lower() in verbs()), None)
    if said is None or said - inside.start > _NAME:
        return
    subject = next((c for c in reading.children.get(said, ()) if reading.tokens[c].dep == "nsubj"), None)
    if said > inside.start:
        who = Span(reading.tokens[inside.start].start, reading.tokens[said - 1].end)
    elif subject is not None and subject in inside:
        who = _stretch(reading, subject)
    else:
        return
    word = Span(reading.tokens[said].start, reading.tokens[said].end)
    made = _made(reading, outer, who, word, Span(*found.span("said")))
    if outlet or _PRESS.search(source.quote):
        yield replace(made, form="direct")
    else:
        yield replace(made, channel="relayed")


_NAME = 14
"""Words of a name with its titles between a quotation and the verb of saying."""
_QUOTATION = re.compile(r"(?P<said>[“\"][^“”]+[”\"]),? (?P<rest>[^“”\"]{4,200})", re.DOTALL)
_PRESS = re.compile(
    r"\b(?:reports?|newspapers?|papers?|news|media|website|agency|magazine|transcripts?|broadcaster|daily|channel"
    r"|radio|television|tv)\b",
    re.IGNORECASE,
)


def _made(reading: Reading, outer: Attribution, who: Span, word: Span, what: Span) -> Attribution:
    content = reading.target(what)
    said, cue = content.quote, reading.text[word.start : word.end]
    return Attribution(
        id=target_id("attribution", content, "inner"),
        content=content,
        source=reading.target(who),
        cue=reading.target(word),
        act=act_of(cue, said),
        polarity="negative" if is_negated(cue) else "positive",
        hedged=is_hedged(cue, said),
        probability=outer.probability,
    )


def _stretch(reading: Reading, index: int) -> Span:
    """A word with all that it governs, without commas at its ends."""
    inside = [i for i in reading.subtree(index) if reading.tokens[i].pos != "PUNCT"]
    return Span(reading.tokens[inside[0]].start, reading.tokens[inside[-1]].end)
