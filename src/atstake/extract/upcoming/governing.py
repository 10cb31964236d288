"""What the words over and beside a clause make of it: a forecast, a threat, or what was ahead once."""

from __future__ import annotations

from collections.abc import Iterable

from atstake.extract.upcoming import cues
from atstake.extract.upcoming.candidates import Candidate
from atstake.model.annotations import Certainty, TimeExpression
from atstake.model.reading import Reading
from atstake.model.text import Span

_SEEMING = frozenset("look seem appear".split())
_TO_A_TIME = frozenset("prep pobj npadvmod advmod nummod amod compound det tmod".split())
"""How the words of a time hang on the verb that they date."""


def governed(reading: Reading, candidate: Candidate) -> tuple[Certainty, Span] | None:
    """What a forecast or a threat makes of its clause: "predicts it will pass", "threatened it would"."""
    if candidate.kind == "fixed" and (seems := _seems(reading, candidate)) is not None:
        return "tentative", seems
    head = reading.tokens[candidate.head]
    above = reading.tokens[head.head]
    # "The two will meet on Friday, we expect" is put by the writer behind what is known.
    if candidate.certainty != "scheduled" or head.dep != "ccomp" or head.start < above.start:
        return None
    if above.lemma.lower() == "threaten":
        return "conditional", Span(above.start, above.end)
    if above.lemma.lower() in cues.FORECASTS:
        return "tentative", Span(above.start, above.end)
    return None


def _seems(reading: Reading, candidate: Candidate) -> Span | None:
    """The verb by which a thing only seems fixed: "looks set to", "appeared poised to"."""
    for index in reading.tokens_in(candidate.cue)[:1]:
        above = reading.tokens[reading.tokens[index].head]
        if above.lemma.lower() in _SEEMING and reading.tokens[index].dep in ("acomp", "oprd", "xcomp"):
            return Span(above.start, above.end)
    return None


def was_ahead(reading: Reading, candidate: Candidate, times: Iterable[TimeExpression]) -> bool:
    """Whether what has no day ahead was ahead once: "planned to speak that week", "which were to win"."""
    if candidate.kind == "fixed" and _is_beside_the_past(reading, candidate):
        return True
    past = candidate.kind in ("plan", "fixed") and _is_past(reading, candidate)
    return past and any(_dates(reading, candidate, t) for t in times)


def _is_past(reading: Reading, candidate: Candidate) -> bool:
    """Whether it was planned or fixed then; "is due" of a day gone by stands in a text of a wrong date."""
    put = next(iter(reading.tokens_in(candidate.cue)), candidate.head)
    below = {reading.tokens[c].text.lower() for c in reading.children.get(put, ())}
    return reading.tokens[put].tag == "VBD" or not below.isdisjoint(("was", "were", "had"))


def _is_beside_the_past(reading: Reading, candidate: Candidate) -> bool:
    """Whether a relative clause tells what was expected of something: "three towns, which were to fall"."""
    put = next(iter(reading.tokens_in(candidate.cue)), candidate.head)
    below = {reading.tokens[c].text.lower() for c in reading.children.get(put, ())}
    return reading.tokens[put].dep == "relcl" and not below.isdisjoint(("was", "were"))


def _dates(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """Whether a time gone by is that of the deed itself."""
    published = reading.document.date
    inside = reading.tokens_in(time.target.whole)
    if not inside or published is None or time.latest is None or time.latest >= published:
        return False
    if time.type == "DURATION":
        return False
    for at in reading.above(inside[0]):
        if at == candidate.head:
            return True
        if at not in inside and reading.tokens[at].dep not in _TO_A_TIME:
            return False
    return False
