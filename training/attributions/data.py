"""PolNeAR as the tagger learns it: a tag for each word, and which cue and source belong together."""

from __future__ import annotations

import bisect
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atstake.extract.attributions.tags import ROLES, TAG_IDS
from atstake.extract.windows import Words, words_of

HELD_OUT_PERCENT = 8
IGNORE = -100
"""The tag of a word of which nobody has said what it is."""

Range = tuple[int, int]


@dataclass
class Lesson:
    """One article with its gold. Ranges are of words; ``-1`` stands for "has none"."""

    id: str
    words: Words
    tags: list[int]
    sources: list[Range]
    cues: list[Range]
    cue_source: list[int]
    contents: list[Range]
    content_cue: list[int]


def records(path: Path) -> list[dict[str, Any]]:
    """The articles of a JSONL file."""
    with path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def is_held_out(identifier: str) -> bool:
    """Whether an article of train is kept aside for choosing and calibrating: fixed by its id alone."""
    digest = hashlib.sha256(identifier.encode()).digest()
    return int.from_bytes(digest[:4], "big") % 100 < HELD_OUT_PERCENT


def lesson(record: dict[str, Any]) -> Lesson:
    """Gold spans turned to tags and links."""
    words = words_of(record["text"])
    made = Lesson(record["id"], words, [0] * len(words), [], [], [], [], [])
    gold = [{role: list(_ranges(words, a.get(role) or ())) for role in ROLES} for a in record["attributions"]]
    for role in ("content", "source", "cue"):
        for attribution in gold:
            for start, end in attribution[role]:
                _tag(made.tags, role, start, end)
    for attribution in gold:
        _link(made, attribution)
    return made


def unmarked(identifier: str, text: str) -> Lesson:
    """An article without gold: a teacher's scores are all there is to learn from it."""
    words = words_of(text)
    return Lesson(identifier, words, [IGNORE] * len(words), [], [], [], [], [])


def _link(made: Lesson, gold: dict[str, list[Range]]) -> None:
    if not gold["cue"]:
        return
    source = _index(made.sources, gold["source"][0]) if gold["source"] else -1
    cue = _index(made.cues, gold["cue"][0])
    if cue == len(made.cue_source):
        made.cue_source.append(source)
    for content in gold["content"]:
        if _index(made.contents, content) == len(made.content_cue):
            made.content_cue.append(cue)


def _index(items: list[Range], item: Range) -> int:
    if item not in items:
        items.append(item)
    return items.index(item)


def _tag(tags: list[int], role: str, start: int, end: int) -> None:
    for at in range(start, end):
        tags[at] = TAG_IDS[("B-" if at == start else "I-") + role]


def _ranges(words: Words, spans: Sequence[Sequence[int]]) -> Iterator[Range]:
    ends = [end for _, end in words.spans]
    starts = [start for start, _ in words.spans]
    for start, end in spans:
        first = bisect.bisect_right(ends, start)
        last = bisect.bisect_left(starts, end)
        if last > first:
            yield first, last
