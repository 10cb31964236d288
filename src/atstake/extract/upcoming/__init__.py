"""Events told as ahead of the document's date: what, who, when, and how certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atstake.extract.upcoming import conditions, forecasts, governing, phrase
from atstake.extract.upcoming.candidates import Candidate, candidates
from atstake.extract.upcoming.certainty import certainty
from atstake.extract.upcoming.features import features
from atstake.extract.upcoming.occasion import same_occasion
from atstake.extract.upcoming.weights import probability
from atstake.extract.upcoming.when import When, from_now, moved_to, when
from atstake.extract.upcoming.wording import sentence_words, wording
from atstake.model.annotations import Annotations, Certainty, TimeExpression, Upcoming
from atstake.model.provenance import target_id
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span

__all__ = ["Ahead", "told"]

LEAST = 0.1
"""Probability below which a candidate is left out; resolution asks for more where it is told only once."""
MOVED = 0.6
"""Probability at the least of what is told to have been put on another day."""
MORE = 0.3
"""Probability from which a sentence tells a second event."""


class Ahead:
    """The extractor of events ahead: of a sentence the most likely, and what else it surely tells."""

    name = "upcoming"
    needs = frozenset({"mentions", "times"})
    makes = frozenset({"upcoming"})

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """The events ahead, in text order; none where the document has no date."""
        if reading.document.date is None:
            return Annotations(reading.document.id)
        events = (e for s in reading.sentences for e in self._of_sentence(reading, s, found))
        return Annotations(reading.document.id, upcoming=tuple(events))

    def _of_sentence(self, reading: Reading, sentence: Sentence, found: Annotations) -> Iterator[Upcoming]:
        """The sentence's likeliest event, and others that clauses of their own tell of as surely."""
        scored = sorted(_scored(reading, sentence, found), key=lambda s: (-s[0], s[1].head))
        chosen: list[tuple[float, Candidate, When]] = []
        for score, candidate, days in scored:
            if score < (MORE if chosen else LEAST):
                break
            if all(phrase.apart(reading, candidate, other) for _, other, _ in chosen):
                chosen.append((score, candidate, days))
        for score, candidate, days in sorted(chosen, key=lambda c: c[1].head):
            rivals = [c for _, c, _ in chosen if c is not candidate]
            yield _upcoming(reading, candidate, days, score, found, rivals)


def _scored(
    reading: Reading, sentence: Sentence, found: Annotations
) -> Iterator[tuple[float, Candidate, When]]:
    times = [t for t in found.times if sentence.span.contains(t.target.whole)]
    words = sentence_words(reading, sentence)
    for candidate in candidates(reading, sentence):
        if forecasts.is_forecast(reading, candidate):
            continue
        days = when(reading, candidate, times)
        if not days.dated and (
            conditions.supposed(reading, candidate) or governing.was_ahead(reading, candidate, times)
        ):
            continue
        found_here = features(reading, candidate, days) | words | wording(reading, candidate)
        moved = moved_to(reading, candidate, times) is not None
        yield max(probability(found_here), MOVED if moved else 0.0), candidate, days


def told(
    reading: Reading, candidate: Candidate, days: When, times: Iterable[TimeExpression]
) -> tuple[When, Certainty, Span]:
    """A candidate's days, those of its occasion included, its certainty and the words that give it."""
    times = list(times)
    days = days if days.dated else same_occasion(reading, candidate, times)
    sure, cue = certainty(reading, candidate, dated=days.dated)
    if sure == "cancelled" and moved_to(reading, candidate, times) is not None:
        # What was put off to another day takes place then.
        sure = "scheduled"
    if sure == "scheduled" and not days.dated:
        days = from_now(reading, candidate)
    return days, sure, cue


def _upcoming(
    reading: Reading,
    candidate: Candidate,
    days: When,
    score: float,
    found: Annotations,
    rivals: list[Candidate],
) -> Upcoming:
    days, sure, cue = told(reading, candidate, days, found.times)
    span = phrase.part(reading, candidate, rivals) if rivals else phrase.clause(reading, candidate)
    target = reading.target(span)
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
