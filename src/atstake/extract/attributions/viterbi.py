"""The best sequence of tags for each paragraph of a text, all paragraphs at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from atstake.extract.attributions.tags import TAGS

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = np.float32(-1e4)
_BEGINS = [at for at, name in enumerate(TAGS) if name[0] == "B"]
_INSIDES = [TAGS.index(f"I-{TAGS[at][2:]}") for at in _BEGINS]
assert [at + 1 for at in _BEGINS] == _INSIDES


def tag(scores: Floats, starts: Ints) -> Ints:
    """Tags of all words; ``starts`` are the first words of the stretches that are read by themselves.

    An "inside" needs its own kind before it. Whatever else may follow anything, so that one best
    tag before serves all of them.
    """
    found = np.zeros(len(scores), np.int64)
    if not len(scores):
        return found
    sizes = np.diff(np.append(starts, len(scores)))
    order = np.argsort(-sizes, kind="stable")
    begins, sizes = starts[order], sizes[order]
    # Longest first: at each step the stretches that still go on are the first ``going``. What belongs to
    # a step lies together: a line of each step's rows, as many in all as there are words.
    going = np.searchsorted(-sizes, -np.arange(sizes[0]), side="left")
    steps = np.concatenate([[0], np.cumsum(going)]).tolist()
    places = np.concatenate([begins[:n] + step for step, n in enumerate(going.tolist())])
    best = _forward(scores[places], steps)
    ends = np.asarray(steps)[sizes - 1] + np.arange(len(sizes))
    tags = best[ends].argmax(1)
    before = np.repeat(best.argmax(1).astype(np.int8)[:, None], len(TAGS), 1)
    before[:, _INSIDES] = np.asarray(_BEGINS) + (best[:, _INSIDES] > best[:, _BEGINS])
    chosen = np.zeros(len(scores), np.int64)
    rows = np.arange(len(sizes))
    for step in range(len(going) - 1, -1, -1):
        start, count = steps[step], int(going[step])
        chosen[start : start + count] = tags[:count]
        if step:
            earlier = steps[step - 1]
            tags[:count] = before[earlier : earlier + count][rows[:count], tags[:count]]
    found[places] = chosen
    return found


def _forward(scores: Floats, steps: list[int]) -> Floats:
    """For each row, step by step, the score of the best way to each tag."""
    best = scores.copy()
    best[: steps[1], _INSIDES] += _NEVER
    for earlier, start, end in zip(steps, steps[1:], steps[2:], strict=False):
        before, now = best[earlier : earlier + end - start], best[start:end]
        now[:, 2::2] += np.maximum(before[:, 1::2], before[:, 2::2])
        now[:, :2] += before.max(1, keepdims=True)
        now[:, 3::2] += before.max(1, keepdims=True)
    return best


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
