"""The best sequence of tags for each paragraph of a text, all paragraphs at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from atstake.extract.attributions.tags import TAGS

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = np.float32(-1e4)


def _rules() -> tuple[Floats, Floats]:
    """Scores of a tag after a tag and at the start: an "inside" needs its own kind before it."""
    after = np.zeros((len(TAGS), len(TAGS)), np.float32)
    first = np.zeros(len(TAGS), np.float32)
    for j, tag in enumerate(TAGS):
        if tag[0] == "I":
            first[j] = _NEVER
            for i, before in enumerate(TAGS):
                if before[2:] != tag[2:]:
                    after[i, j] = _NEVER
    return after, first


_AFTER, _FIRST = _rules()


def tag(scores: Floats, starts: Ints) -> Ints:
    """Tags of all words; ``starts`` are the first words of the stretches that are read by themselves."""
    count = len(scores)
    found = np.zeros(count, np.int64)
    if not count:
        return found
    sizes = np.diff(np.append(starts, count))
    order = np.argsort(-sizes, kind="stable")
    begins, sizes = starts[order], sizes[order]
    back = np.zeros((int(sizes[0]), len(order), len(TAGS)), np.int8)
    now = scores[begins] + _FIRST
    last = now.copy()
    # Longest first: at each step the stretches that still go on are the first ``going``.
    for step in range(1, int(sizes[0])):
        going = int(np.searchsorted(-sizes, -step, side="left"))
        paths = now[:going, :, None] + _AFTER
        back[step, :going] = paths.argmax(1)
        now = paths.max(1) + scores[begins[:going] + step]
        last[:going] = now
    tags = last.argmax(1)
    for step in range(int(sizes[0]) - 1, -1, -1):
        going = int(np.searchsorted(-sizes, -step, side="left"))
        found[begins[:going] + step] = tags[:going]
        if step:
            tags[:going] = back[step, np.arange(going), tags[:going]]
    return found


def spans(tags: Ints) -> dict[str, list[tuple[int, int]]]:
    """Ranges of words by role, in order."""
    found: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    role, begun = "", 0
    for at, number in enumerate([*tags.tolist(), 0]):
        name = TAGS[number]
        if role and (name[0] != "I" or name[2:] != role):
            found[role].append((begun, at))
            role = ""
        if name[0] == "B":
            role, begun = name[2:], at
    return found
