"""Turns of an interview that an article prints: paragraphs that begin with a speaker's label in capitals.

Intake reads whole transcripts; this finds the stretches of them that are quoted in running coverage.
Where several speak in turn, the reader of sentences easily runs them into one mouth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atstake.model.text import Span

_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(
    r"\s*(?P<quote>[“\"]?)\s*"
    r"(?P<label>[A-Z][A-Z.'’\-]*[A-Z](?:[ .][A-Z][A-Z.'’\-]*){0,4})"
    r"(?:\s*\([^)\n]{1,40}\))?(?P<colon>:)\s+(?=\S)"
)
_GOES_ON = re.compile(r"\s*[“\"]")
_NOT_SPEAKERS = frozenset(
    "photo photos video related read watch more also update updated note gallery graphic map full live "
    "listen correction editor's breaking exclusive opinion poll sign".split()
)
FEWEST_TURNS = 3
"""Fewer labels, or none that comes again, are headings as likely as speakers."""


@dataclass(frozen=True)
class Said:
    """One turn: the speaker's label and the paragraphs said."""

    speaker: Span
    cue: Span
    content: tuple[Span, ...]


def turns(text: str) -> list[Said]:
    """The turns of interviews printed in a text, in order."""
    found = list(_turns(text))
    names = [text[t.speaker.start : t.speaker.end] for t in found]
    return found if len(found) >= FEWEST_TURNS and len(set(names)) < len(names) else []


def _turns(text: str) -> Iterator[Said]:
    lines = [m for m in _LINE.finditer(text) if m[0].strip()]
    at = 0
    while at < len(lines):
        label = _LABEL.match(lines[at][0])
        start = lines[at].start()
        at += 1
        if label is None or label["label"].split()[0].lower() in _NOT_SPEAKERS:
            continue
        content = [_trimmed(text, start + label.end(), start + len(lines[at - 1][0]))]
        # Quoted paragraphs that follow without a label go on with what the quoted one began.
        while label["quote"] and at < len(lines) and _goes_on(lines[at][0]):
            content.append(_trimmed(text, *lines[at].span()))
            at += 1
        speaker, colon = Span(*label.span("label")).shift(start), Span(*label.span("colon")).shift(start)
        yield Said(speaker, colon, tuple(content))


def _goes_on(line: str) -> bool:
    return bool(_GOES_ON.match(line)) and _LABEL.match(line) is None


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return Span(start, max(start, end - (len(stretch) - len(stretch.rstrip()))))
