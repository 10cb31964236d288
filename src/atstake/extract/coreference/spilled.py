"""Quotations that go on behind a sentence in which two have spoken, given to the one who is quoted.

The reader ties a quotation that stands by itself to the last word of saying before it. In "Holm rejected the
plan just after the minister announced it. “It is no plan.”" that is the minister's; in "“...,” Holm said, the
agency reported. “...”" it is the agency's.
"""

from __future__ import annotations

from dataclasses import replace

from atstake.extract.attributions.quoted import form_of
from atstake.extract.coreference.barred import LEAST
from atstake.model.annotations import Annotations, Attribution
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span

_OPENS = ("“", '"', "‘", "«")
_PASSED_ON = frozenset({"reported", "reports", "according to", "reporting"})


def with_quotations(reading: Reading, found: Annotations) -> Annotations:
    """``found`` with such quotations put to who says them."""
    said = [a for a in found.attributions if a.probability >= LEAST and a.cue and a.source]
    moved: dict[str, Attribution | None] = {}
    for a in said:
        behind = _behind(reading, a)
        if not behind:
            continue
        others = [b for b in said if b is not a and _beside(reading, a, b)]
        if len(behind) == len(a.content.spans):
            speaker = next((b for b in others if _passes_on(a, b)), None)
            if speaker is not None:
                moved[a.id] = replace(a, source=speaker.source, cue=speaker.cue)
            continue
        main = next((b for b in others if b.id not in moved and _governs(reading, b, a)), None)
        if main is not None:
            rest = [s for s in a.content.spans if s not in behind]
            moved[a.id] = _with(reading, a, rest)
            moved[main.id] = _with(reading, main, [*main.content.spans, *behind])
    every = [moved.get(a.id, a) for a in found.attributions]
    return replace(found, attributions=tuple(a for a in every if a is not None))


def _behind(reading: Reading, a: Attribution) -> list[Span]:
    """What an attribution holds of quotations that begin in a sentence behind its cue and source."""
    if a.cue is None or a.source is None:
        return []
    sentence = reading.sentence_at(a.cue.start)
    end = max(sentence.span.end if sentence else a.cue.end, a.source.end)
    return [s for s in a.content.spans if s.start >= end and reading.text[s.start : s.end].startswith(_OPENS)]


def _beside(reading: Reading, a: Attribution, b: Attribution) -> bool:
    """Whether the two have their cues in one sentence, and different sources."""
    if a.cue is None or b.cue is None or a.source is None or b.source is None:
        return False
    same = reading.sentence_at(a.cue.start) is reading.sentence_at(b.cue.start)
    return same and not a.source.whole.overlaps(b.source.whole)


def _passes_on(a: Attribution, b: Attribution) -> bool:
    """Whether the first only passes on the words of the second, which stand before it."""
    cue = a.cue.quote.lower() if a.cue else ""
    return (
        cue in _PASSED_ON
        and b.content.end <= (a.source.start if a.source else 0)
        and b.form in ("direct", "mixed")
    )


def _governs(reading: Reading, over: Attribution, under: Attribution) -> bool:
    """Whether the verb of the first is that of the sentence, and that of the second hangs on it."""
    top = _verb(reading, over)
    i = _verb(reading, under)
    if top is None or i is None or reading.tokens[top].dep != "ROOT" or i == top:
        return False
    clause = False
    while reading.tokens[i].head != i and i != top:
        clause = clause or reading.tokens[i].dep in ("advcl", "relcl", "acl", "pcomp")
        i = reading.tokens[i].head
    return clause and i == top


def _verb(reading: Reading, a: Attribution) -> int | None:
    found = [i for s in (a.cue.spans if a.cue else ()) for i in reading.tokens_in(s)]
    return next((i for i in found if reading.tokens[i].pos == "VERB"), None)


def _with(reading: Reading, a: Attribution, spans: list[Span]) -> Attribution:
    content = reading.target(*spans)
    key = target_id("attribution", content, "text")
    return replace(a, id=key, content=content, form=form_of(reading.text, content.spans))
