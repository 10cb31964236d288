"""Speech that is attributed by a label, not by a verb: transcripts, posts, headlines, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from atstake.extract.attributions import acts, content_acts, interviews
from atstake.model.annotations import Attribution
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span, Target

Channel = Literal["transcript", "post", "headline", "signature"]

_NAME = r"(?:(?:[A-Z][\w.'’-]*|U\.S\.|UN|EU|of|the|and|al|de|von|van|bin)\s+){0,5}[A-Z][\w.'’-]*"
_HEADLINE = re.compile(rf"^\s*(?P<source>{_NAME})\s*(?P<cue>:)\s+(?P<content>\S.*\S)\s*$")
_HEADLINE_END = re.compile(
    rf"^\s*(?P<content>[“\"'‘]?\S.*\S)\s*(?P<cue>[-–—―]|,\s+says|\bsays)\s+(?P<source>{_NAME})\s*$"
)
_SIGNATURE = re.compile(
    r"^\s*(?P<content>[“\"][^“”\"]{15,}[”\"])\s*(?P<cue>[―—–]|--)\s*"
    rf"(?P<source>{_NAME}(?:, [^\n“”\".]{{2,60}})?)\s*$",
    re.M,
)
_NOT_SPEAKERS = frozenset(
    "update updated watch video breaking exclusive opinion analysis live photos report review editorial fact "
    "factbox explainer timeline transcript read listen poll part chapter note here why how what".split()
)
LABEL_CHANCE = {"transcript": 0.99, "post": 0.99, "headline": 0.85, "signature": 0.9}
"""Set by hand: no marked set is large enough to calibrate these."""


def combined(reading: Reading, learned: Sequence[Attribution]) -> list[Attribution]:
    """What was learned and what labels attribute, where they differ as the labels say.

    A label is surer than a sentence of who speaks, so of the learned ones those go that reach out of
    what a label attributes; what a speaker reports of others, inside their own words, stays.
    """
    sure = [*_turns(reading), *_post(reading), *_interviews(reading), *_signatures(reading)]
    kept = [a for a in learned if not any(_contradicts(a, one.content) for one in sure)]
    for one in _headline(reading):
        if not any(a.content.whole.overlaps(one.content.whole) and a.source for a in kept):
            kept.append(one)
    return [*kept, *sure]


def _contradicts(learned: Attribution, said: Target) -> bool:
    parts = [span for part in learned.parts for span in part.spans]
    touches = any(span.overlaps(stretch) for span in learned.content.spans for stretch in said.spans)
    return touches and not all(said.whole.contains(span) for span in parts)


def _turns(reading: Reading) -> Iterator[Attribution]:
    """Each speaker's turn: the label is the source, all that is said the content."""
    for turn in reading.document.turns:
        content = _stripped(reading.text, turn.content)
        if content is not None:
            yield _made(reading, "transcript", reading.target(content), turn.speaker, None)


def _interviews(reading: Reading) -> Iterator[Attribution]:
    """Turns of an interview inside an article; intake has found those of a whole transcript."""
    if not reading.document.turns:
        for turn in interviews.turns(reading.text):
            content = [span for span in turn.content if len(span)]
            if content:
                yield _made(reading, "transcript", reading.target(*content), turn.speaker, turn.cue)


def _post(reading: Reading) -> Iterator[Attribution]:
    """A post is said by its account, whose name need not stand in the text."""
    document = reading.document
    if document.kind != "post":
        return
    content = _stripped(reading.text, Span(0, len(reading.text)))
    if content is not None:
        yield _made(reading, "post", reading.target(content), None, None)


def _headline(reading: Reading) -> Iterator[Attribution]:
    """A headline's speaker: "Kerry: Russia has no easy track", "Russia has no easy track – Kerry"."""
    span = reading.document.headline
    if span is None:
        return
    text = reading.text[span.start : span.end]
    match = _HEADLINE.match(text) or _HEADLINE_END.match(text)
    if match is None or match["source"].split()[0].lower() in _NOT_SPEAKERS:
        return
    source, cue, content = (Span(*match.span(g)).shift(span.start) for g in ("source", "cue", "content"))
    yield _made(reading, "headline", reading.target(content), source, cue)


def _signatures(reading: Reading) -> Iterator[Attribution]:
    """A quotation that stands by itself with its author's name after a dash."""
    for match in _SIGNATURE.finditer(reading.text):
        source, cue, content = (Span(*match.span(g)) for g in ("source", "cue", "content"))
        yield _made(reading, "signature", reading.target(content), source, cue)


def _made(
    reading: Reading, channel: Channel, content: Target, source: Span | None, cue: Span | None
) -> Attribution:
    said = content.quotes[0]
    return Attribution(
        id=target_id("attribution", content, channel),
        content=content,
        source=None if source is None else reading.target(source),
        cue=None if cue is None else reading.target(cue),
        act=acts.act_of("", said),
        polarity=content_acts.polarity(said),
        hedged=acts.is_hedged("", said),
        form="indirect" if channel == "headline" else "direct",
        channel=channel,
        probability=LABEL_CHANCE[channel],
    )


def _stripped(text: str, span: Span) -> Span | None:
    """The span without white space (blanked furniture) at either end, or None where nothing is left."""
    stretch = text[span.start : span.end]
    if not stretch.strip():
        return None
    start = span.start + len(stretch) - len(stretch.lstrip())
    return Span(start, span.start + len(stretch.rstrip()))
