"""Days that a sentence takes from the one before it, where it goes on with the same occasion."""

from __future__ import annotations

from collections.abc import Iterable

from atstake.extract.upcoming.candidates import Candidate, candidates
from atstake.extract.upcoming.when import When, when
from atstake.model.annotations import TimeExpression
from atstake.model.reading import Reading, Sentence

_PERSONS = frozenset("he she they we".split())
_TRAVELS = frozenset("travel fly go come head visit arrive land return move depart sail".split())


def same_occasion(reading: Reading, candidate: Candidate, times: Iterable[TimeExpression] = ()) -> When:
    """The days of what the sentence before tells, where this one goes on with it, unless a day is said.

    "She is holding talks with A. She is also due to meet B": the day of publication. "He will go to Oslo on
    Monday. In Oslo, he will meet B": that Monday.
    """
    published, sentence = reading.document.date, candidate.sentence
    words = [t.text.lower() for t in reading.tokens[sentence.first : sentence.last]]
    before = reading.sentence_at(max(0, _start_of_before(reading, sentence)))
    if published is None or before is None:
        return When()
    if words[:1] == ["in"] and (place := _place_at_head(reading, sentence)) is not None:
        return _stay(reading, before, place, times)
    if "also" not in words or before.paragraph != sentence.paragraph:
        return When()
    if words[0] in _PERSONS and _is_doing(reading, before):
        return When(published, published)
    return When()


def _place_at_head(reading: Reading, sentence: Sentence) -> str | None:
    """The place that a sentence begins with: "In Oslo, he will"."""
    for token in reading.tokens[sentence.first + 1 : sentence.first + 4]:
        if token.entity == "GPE":
            return token.text
    return None


def _stay(reading: Reading, before: Sentence, place: str, times: Iterable[TimeExpression]) -> When:
    """The days on which the sentence before takes somebody to a place."""
    here = [t for t in times if before.span.contains(t.target.whole)]
    if not here:
        return When()
    for there in candidates(reading, before):
        below = (reading.tokens[i].text for i in reading.subtree(there.head))
        if reading.tokens[there.head].lemma.lower() in _TRAVELS and place in below:
            days = when(reading, there, here)
            if days.time and days.last:
                return When(days.first, days.last, days.time)
    return When()


def _start_of_before(reading: Reading, sentence: Sentence) -> int:
    return reading.tokens[sentence.first - 1].start if sentence.first else -1


def _is_doing(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence's main verb is a present progressive: something under way."""
    for i in range(sentence.first, sentence.last):
        token = reading.tokens[i]
        if token.tag == "VBG" and token.dep == "ROOT":
            below = (reading.tokens[c] for c in reading.children.get(i, ()))
            return any(t.lemma == "be" and t.tag in ("VBZ", "VBP") for t in below)
    return False
