"""Fitted weights, and how they turn named signals into a probability. No library but numpy.

``weights.json`` beside this file holds them with where they come from; ``evals/disputes.py --fit`` makes it.
A weight without a signal, or a signal without a weight, counts nothing.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from atstake.resolve.columns import Column, Columns

BIAS = "bias"


@dataclass(frozen=True)
class Linear:
    """A linear model over named signals."""

    weights: Mapping[str, float]

    def score(self, signals: Mapping[str, float]) -> float:
        """Sum of the weighted signals, with the bias where the model has one."""
        weights = self.weights
        said = [weights[name] * value for name, value in sorted(signals.items()) if name in weights]
        return weights.get(BIAS, 0.0) + sum(said)

    def scores(self, columns: Columns, count: int) -> Column:
        """The scores of so many at once, of signals as columns: added up in the same order."""
        total = np.zeros(count)
        for name in sorted(columns):
            if name in self.weights:
                total += self.weights[name] * columns[name]
        return self.weights.get(BIAS, 0.0) + total

    def probability(self, signals: Mapping[str, float]) -> float:
        """The logistic of the score."""
        return logistic(self.score(signals))

    def loudest(self, signals: Mapping[str, float], count: int = 4) -> tuple[str, ...]:
        """The signals that spoke most for it, loudest first."""
        said = {n: self.weights.get(n, 0.0) * v for n, v in signals.items()}
        ordered = sorted((n for n in said if said[n] > 0), key=lambda n: (-said[n], n))
        return tuple(ordered[:count])


def logistic(x: float) -> float:
    """The standard logistic function, safe at both ends."""
    if x < 0:
        grown = math.exp(max(x, -700.0))
        return grown / (1.0 + grown)
    return 1.0 / (1.0 + math.exp(-min(x, 700.0)))


def logit(p: float) -> float:
    """The inverse of the logistic, bounded away from certainty."""
    bounded = min(max(p, 1e-9), 1 - 1e-9)
    return math.log(bounded / (1 - bounded))


def shares(scores: Sequence[float]) -> list[float]:
    """Softmax over rival scores and one more, 0, for "none of them"."""
    top = max([*scores, 0.0])
    grown = [math.exp(s - top) for s in scores]
    total = sum(grown) + math.exp(-top)
    return [g / total for g in grown]


@cache
def linear(name: str) -> Linear:
    """The model of that name in ``weights.json``. Raises ``KeyError`` for an unknown one."""
    return Linear(read_models()[name])


@cache
def read_models() -> dict[str, dict[str, float]]:
    """All models of ``weights.json`` by name."""
    text = files("atstake.resolve").joinpath("weights.json").read_text(encoding="utf8")
    models: dict[str, dict[str, float]] = json.loads(text)["models"]
    return models
