"""Scores for coverage that nobody marked: the mean of what several trained readers say of each word."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from atstake.extract.attributions.tags import TAGS
from atstake.extract.encode import Encoder
from training.attributions.bench import Bench
from training.attributions.data import Lesson, unmarked
from training.attributions.shipping import ship

ARTICLES = 1200
LONGEST = 8000
"""In characters: what is longer is mostly transcripts, of which train has few."""

Floats = NDArray[np.float32]


def soft_labels(bench: Bench, phases: Sequence[Path]) -> Iterator[tuple[Lesson, Floats]]:
    """Articles of the unlabelled coverage, each word with the log of its mean tag probabilities."""
    texts = _drawn(bench)
    folder = bench.work / "teachers"
    teachers = [ship(bench, f"teacher{at}", path, folder) for at, path in enumerate(phases)]
    with ProcessPoolExecutor(2, initializer=_load, initargs=(teachers,)) as pool:
        for (name, text), scores in zip(
            texts, pool.map(_score, [t for _, t in texts], chunksize=8), strict=True
        ):
            yield unmarked(name, text), scores


def _drawn(bench: Bench) -> list[tuple[str, str]]:
    assert bench.unlabelled is not None
    with gzip.open(bench.unlabelled, "rt", encoding="utf8") as lines:
        found = [(r["id"], r["text"]) for r in map(json.loads, lines) if len(r["text"]) <= LONGEST]
    return random.Random(bench.seed).sample(found, min(ARTICLES, len(found)))


_readers: list[Encoder] = []


def _load(paths: Sequence[Path]) -> None:
    _readers[:] = [Encoder(path) for path in paths]


def _score(text: str) -> Floats:
    chances = [_softmax(reader(text).columns[:, : len(TAGS)]) for reader in _readers]
    logs: Floats = np.log(np.mean(chances, 0) + 1e-6).astype(np.float32)
    return logs


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    found: Floats = powers / powers.sum(1, keepdims=True)
    return found
