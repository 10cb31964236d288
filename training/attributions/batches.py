"""Windows of articles with their gold, put together to batches of about the same number of pieces."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from atstake.extract.windows import Pieces, Window, pack
from training.attributions.data import Lesson, Range

UNLINKED = -1
"""A span whose partner stands in another window: nothing to learn from it here."""
Array = NDArray[np.int64]


@dataclass
class Example:
    """One window: its pieces, a tag a word, spans in words of the window with the index of their partner."""

    window: Window
    tags: list[int]
    soft: NDArray[np.float32] | None
    paragraphs: list[int]
    sentences: list[int]
    sources: list[Range]
    cues: list[Range]
    cue_source: list[int]
    contents: list[Range]
    content_cue: list[int]


@dataclass
class Batch:
    """Tensors of several windows; words of all windows are one list, spans are ranges of that list."""

    ids: Tensor
    shapes: Tensor
    lengths: Tensor
    words: Tensor
    tags: Tensor
    soft: Tensor | None
    window: Array
    paragraph: Array
    sentence: Array
    sources: Array
    cues: Array
    cue_source: Array
    contents: Array
    content_cue: Array


def examples(
    lesson: Lesson, pieces: Pieces, limit: int, soft: NDArray[np.float32] | None = None
) -> list[Example]:
    """The windows of one article."""
    sentences = np.cumsum(lesson.words.opens).tolist()
    found = []
    for window in pack(lesson.words, pieces, limit):
        lo, hi = window.start, window.start + len(window.first)
        inside = {role: _inside(getattr(lesson, role), lo, hi) for role in ("sources", "cues", "contents")}
        at = {role: {old: new for new, (old, _) in enumerate(spans)} for role, spans in inside.items()}
        found.append(
            Example(
                window,
                lesson.tags[lo:hi],
                None if soft is None else soft[lo:hi],
                list(lesson.words.paragraphs[lo:hi]),
                sentences[lo:hi],
                [span for _, span in inside["sources"]],
                [span for _, span in inside["cues"]],
                [_partner(lesson.cue_source[old], at["sources"], True) for old, _ in inside["cues"]],
                [span for _, span in inside["contents"]],
                [_partner(lesson.content_cue[old], at["cues"], False) for old, _ in inside["contents"]],
            )
        )
    return found


def _inside(spans: Sequence[Range], lo: int, hi: int) -> list[tuple[int, Range]]:
    kept = [(i, (s - lo, min(e, hi) - lo)) for i, (s, e) in enumerate(spans) if lo <= s < hi]
    return sorted(kept, key=lambda item: item[1])


def _partner(old: int, at: dict[int, int], may_lack: bool) -> int:
    """The partner's index in the window; ``len`` is filled in later for "has none"."""
    if old < 0:
        return -2 if may_lack else UNLINKED
    return at.get(old, UNLINKED)


def plan(items: Sequence[Example], budget: int, rng: random.Random) -> list[list[int]]:
    """Batches of windows of like length, each at most ``budget`` pieces with padding, in random order.

    Windows with a teacher's scores and windows without never share a batch.
    """
    batches: list[list[int]] = []
    for taught in (False, True):
        own = [i for i, item in enumerate(items) if (item.soft is not None) is taught]
        batches += _alike(items, own, budget, rng)
    rng.shuffle(batches)
    return batches


def _alike(items: Sequence[Example], order: list[int], budget: int, rng: random.Random) -> list[list[int]]:
    rng.shuffle(order)
    batches: list[list[int]] = []
    for at in range(0, len(order), 400):
        chunk = sorted(order[at : at + 400], key=lambda i: len(items[i].window.ids))
        batch: list[int] = []
        for i in chunk:
            if batch and len(items[i].window.ids) * (len(batch) + 1) > budget:
                batches.append(batch)
                batch = []
            batch.append(i)
        batches.append(batch)
    return batches


def collate(items: Sequence[Example]) -> Batch:
    """One batch of the given windows."""
    longest = max(len(x.window.ids) for x in items)
    ids = np.zeros((len(items), longest), np.int64)
    shapes = np.zeros_like(ids)
    words: list[int] = []
    tags: list[int] = []
    window: list[int] = []
    paragraph: list[int] = []
    sentence: list[int] = []
    spans: dict[str, list[tuple[int, int]]] = {"sources": [], "cues": [], "contents": []}
    cue_source: list[int] = []
    content_cue: list[int] = []
    for row, x in enumerate(items):
        ids[row, : len(x.window.ids)] = x.window.ids
        shapes[row, : len(x.window.shapes)] = x.window.shapes
        shift, sources, cues = len(tags), len(spans["sources"]), len(spans["cues"])
        cue_source += [t + sources if t >= 0 else t for t in x.cue_source]
        content_cue += [t + cues if t >= 0 else t for t in x.content_cue]
        for role in spans:
            spans[role] += [(s + shift, e + shift) for s, e in getattr(x, role)]
        words += [row * longest + spot for spot in x.window.first]
        tags += x.tags
        window += [row] * len(x.tags)
        paragraph += x.paragraphs
        sentence += x.sentences
    soft = None
    if items[0].soft is not None:
        soft = torch.from_numpy(np.concatenate([x.soft for x in items if x.soft is not None]))
    return Batch(
        torch.from_numpy(ids), torch.from_numpy(shapes),
        torch.tensor([len(x.window.ids) for x in items]),
        torch.tensor(words), torch.tensor(tags), soft,
        _array(window), _array(paragraph), _array(sentence),
        _array(spans["sources"]).reshape(-1, 2), _array(spans["cues"]).reshape(-1, 2), _array(cue_source),
        _array(spans["contents"]).reshape(-1, 2), _array(content_cue),
    )  # fmt: skip


def _array(values: Sequence[int] | Sequence[Range]) -> Array:
    return np.asarray(values, np.int64)


def disturb(batch: Batch, rng: random.Random, mask: int, first_real: int, quotes: dict[int, int]) -> None:
    """Hide a few pieces, sometimes write quotation marks the other way: outlets differ in them."""
    hidden = torch.rand(batch.ids.shape) < 0.04
    batch.ids[hidden & (batch.ids >= first_real)] = mask
    if rng.random() < 0.2:
        for curly, straight in quotes.items():
            batch.ids[batch.ids == curly] = straight
