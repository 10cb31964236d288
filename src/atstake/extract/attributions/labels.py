"""Speech that is attributed by a label, not by a verb: transcripts, posts, headlines, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from atstake.extract.attributions import acts, content_acts
from atstake.model.annotations import Attribution
from atstake.model.provenance import target_id
from atstake.model.reading import Reading
from atstake.model.text import Span

Channel = Literal["transcript", "post", "headline", "signature"]

_NAME = r"(?:(?:[A-Z][\w.'’-]*|U\.S\.|UN|EU|of|the|and|al|de|von|van|bin)\s+){0,5}[A-Z][\w.'’-]*"
_HEADLINE = re.compile(rf"^\s*(?P<source>{_NAME})\s*(?P<cue>:)\s+(?P<content>\S.*\S)\s*$")
_HEADLINE_END = re.compile(
    rf"^\s*(?P<content>[“\"'‘]?\S.*\S)\s*(?P<cue>[-–—―]|,\s+says|\bsays)\s+(?P<source>{_NAME})\s*$"
)
_SIGNATURE = re.compile(
    r"(?P<content>[“\"][^“”\"]{15,}[”\"])\s*(?P<cue>[―—–]|--)\s*(?P<source>[A-Z][^\n“”\"]{2,80}?)\s*$", re.M
)
_NOT_SPEAKERS = frozenset(
    "update updated watch video breaking exclusive opinion analysis live photos report review editorial fact "
    "factbox explainer timeline transcript read listen poll part chapter note here why how what".split()
)
LABEL_CHANCE = {"transcript": 0.99, "post": 0.99, "headline": 0.85, "signature": 0.9}
"""Set by hand: no marked set is large enough to calibrate these."""


def labelled(reading: Reading, learned: Sequence[Attribution]) -> list[Attribution]:
    """What labels attribute, apart from what the learned reader has found there already."""
    found = [*_turns(reading), *_post(reading)]
    for one in (*_headline(reading), *_signatures(reading)):
        if not any(a.content.whole.overlaps(one.content.whole) and a.source for a in learned):
            found.append(one)
    return found


def _turns(reading: Reading) -> Iterator[Attribution]:
    """Each speaker's turn: the label is the source, all that is said the content."""
    for turn in reading.document.turns:
        content = _stripped(reading.text, turn.content)
        if content is not None:
            yield _made(reading, "transcript", content, turn.speaker, None)


def _post(reading: Reading) -> Iterator[Attribution]:
    """A post is said by its account, whose name need not stand in the text."""
    document = reading.document
    if document.kind != "post":
        return
    content = _stripped(reading.text, Span(0, len(reading.text)))
    if content is not None:
        yield _made(reading, "post", content, None, None)


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
    yield _made(reading, "headline", content, source, cue)


def _signatures(reading: Reading) -> Iterator[Attribution]:
    """A quotation that stands by itself with its author's name after a dash."""
    for match in _SIGNATURE.finditer(reading.text):
        source, cue, content = (Span(*match.span(g)) for g in ("source", "cue", "content"))
        yield _made(reading, "signature", content, source, cue)


def _made(
    reading: Reading, channel: Channel, content: Span, source: Span | None, cue: Span | None
) -> Attribution:
    target = reading.target(content)
    said = target.quotes[0]
    return Attribution(
        id=target_id("attribution", target, channel),
        content=target,
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
