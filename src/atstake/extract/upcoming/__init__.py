"""Events told as ahead of the document's date: what, who, when, and how certain."""

from __future__ import annotations

from collections.abc import Iterator

from atstake.extract.upcoming import phrase
from atstake.extract.upcoming.candidates import Candidate, candidates
from atstake.extract.upcoming.certainty import certainty
from atstake.extract.upcoming.features import features
from atstake.extract.upcoming.weights import probability
from atstake.extract.upcoming.when import When, same_occasion, when
from atstake.model.annotations import Annotations, Upcoming
from atstake.model.provenance import target_id
from atstake.model.reading import Reading, Sentence

__all__ = ["Ahead"]

LEAST = 0.08
"""Probability below which a candidate is left out; resolution asks for more where it is told only once."""


class Ahead:
    """The extractor of events ahead: at most one of a sentence, its most likely."""

    name = "upcoming"
    needs = frozenset({"mentions", "times"})
    makes = frozenset({"upcoming"})

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """The events ahead, in text order; none where the document has no date."""
        if reading.document.date is None:
            return Annotations(reading.document.id)
        events = (self._of_sentence(reading, s, found) for s in reading.sentences)
        return Annotations(reading.document.id, upcoming=tuple(e for e in events if e is not None))

    def _of_sentence(self, reading: Reading, sentence: Sentence, found: Annotations) -> Upcoming | None:
        scored = sorted(_scored(reading, sentence, found), key=lambda s: (-s[0], s[1].head))
        if not scored or scored[0][0] < LEAST:
            return None
        score, candidate, days = scored[0]
        return _upcoming(reading, candidate, days, score, found)


def _scored(
    reading: Reading, sentence: Sentence, found: Annotations
) -> Iterator[tuple[float, Candidate, When]]:
    times = [t for t in found.times if sentence.span.contains(t.target.whole)]
    for candidate in candidates(reading, sentence):
        days = when(reading, candidate, times)
        yield probability(features(reading, candidate, days)), candidate, days


def _upcoming(
    reading: Reading, candidate: Candidate, days: When, score: float, found: Annotations
) -> Upcoming:
    days = days if days.dated else same_occasion(reading, candidate)
    target = reading.target(phrase.clause(reading, candidate))
    sure, cue = certainty(reading, candidate)
    event = phrase.what(reading, candidate, days.span)
    return Upcoming(
        id=target_id("upcoming", target, event),
        target=target,
        what=event,
        participants=phrase.participants(reading, candidate, found.mentions),
        place=phrase.place(reading, candidate, found.mentions),
        earliest=days.first,
        latest=days.last,
        certainty=sure,
        cue=cue,
        time=days.time,
        probability=round(score, 4),
    )
