"""Fits small logistic models towards a prior: what is known of language first, what the gold adds second.

With some hundred marked pairs a model of many signals learns its stories by heart. So each weight has a
prior mean, set by hand from what the signal means; the fit is the maximum a posteriori under a Gaussian
around it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evals.families import family

Floats = NDArray[np.float64]
Signals = Mapping[str, float]

BIAS = "bias"


def matrix(rows: Sequence[Signals], names: Sequence[str]) -> Floats:
    """Rows of named signals as an array, absent ones 0."""
    at = {name: i for i, name in enumerate(names)}
    out = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            if name in at:
                out[i, at[name]] = value
    return out


def logistic_fit(
    rows: Sequence[Signals], right: Sequence[bool], prior: Mapping[str, float], strength: float
) -> dict[str, float]:
    """Weights of a logistic model (Newton's method); the bias is hardly held to its prior."""
    names = [name for name in prior if name != BIAS]
    x = np.hstack([matrix(rows, names), np.ones((len(rows), 1))])
    y = np.asarray(right, float)
    mean = np.array([prior[n] for n in names] + [prior.get(BIAS, 0.0)])
    held = np.diag([strength] * len(names) + [0.1])
    w = mean.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -50, 50)))
        gradient = x.T @ (p - y) + held @ (w - mean)
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + held, gradient)
        w -= step
        if np.abs(step).max() < 1e-7:
            break
    return {n: round(float(v), 4) for n, v in zip([*names, BIAS], w, strict=True)}


@dataclass(frozen=True)
class Choices:
    """Statements that may answer, each with its rivals, as arrays: what a fit works on.

    ``own`` are the answers' own signals and a constant, ``pair`` those of all rivals; ``group`` tells whose
    rival a row is, ``right`` which are right.
    """

    own_names: tuple[str, ...]
    pair_names: tuple[str, ...]
    own: Floats
    pair: Floats
    group: NDArray[np.int64]
    right: NDArray[np.bool_]

    @classmethod
    def of(
        cls,
        own: Sequence[Signals],
        rivals: Sequence[Sequence[Signals]],
        right: Sequence[Sequence[bool]],
        names: tuple[tuple[str, ...], tuple[str, ...]],
    ) -> Choices:
        """From named signals: of each answer, of each of its rivals, and which of these are right."""
        rows = [row for each in rivals for row in each]
        return cls(
            names[0], names[1],
            np.hstack([matrix(own, names[0]), np.ones((len(own), 1))]),
            matrix(rows, names[1]),
            np.repeat(np.arange(len(own)), [len(each) for each in rivals]),
            np.array([r for each in right for r in each], bool),
        )  # fmt: skip

    @classmethod
    def joined(cls, parts: Sequence[Choices]) -> Choices:
        """Several as one; their names are the same."""
        starts = np.cumsum([0, *(len(p.own) for p in parts)])
        return cls(
            parts[0].own_names, parts[0].pair_names,
            np.concatenate([p.own for p in parts]),
            np.concatenate([p.pair for p in parts]),
            np.concatenate([p.group + at for p, at in zip(parts, starts, strict=False)]),
            np.concatenate([p.right for p in parts]),
        )  # fmt: skip

    def scores(self, own: Mapping[str, float], pair: Mapping[str, float]) -> Floats:
        """The score of each rival by two models."""
        found: Floats = self.pair @ _weights(self.pair_names, pair)
        return found + (self.own @ _weights((*self.own_names, BIAS), own))[self.group]

    def shares(self, scores: Floats) -> Floats:
        """Softmax of the scores among an answer's rivals and one more, 0, for "none"."""
        grown = np.exp(np.clip(scores, -40, 40))
        found: Floats = grown / (1 + np.bincount(self.group, grown, len(self.own)))[self.group]
        return found

    def slope(self, scores: Floats) -> Floats:
        """How much each rival's score should rise: its share of the right ones less its share of all."""
        grown = np.exp(np.clip(scores, -40, 40))
        among = np.where(self.right, grown, 0.0)
        rights = np.bincount(self.group, among, len(self.own))
        return among / np.maximum(rights, 1e-300)[self.group] - self.shares(scores)


class _Sparse:
    """An array as its values that are not 0: of a pair's many signals few are present."""

    def __init__(self, dense: Floats) -> None:
        self._rows, self._columns = np.nonzero(dense)
        self._values = dense[self._rows, self._columns]
        self._shape = dense.shape

    def times(self, weights: Floats) -> Floats:
        """The array times a column."""
        found = np.bincount(self._rows, self._values * weights[self._columns], self._shape[0])
        return found.astype(np.float64)

    def turned_times(self, column: Floats) -> Floats:
        """The array turned over, times a column."""
        found = np.bincount(self._columns, self._values * column[self._rows], self._shape[1])
        return found.astype(np.float64)


def reply_fit(
    choices: Choices,
    priors: tuple[Mapping[str, float], Mapping[str, float]],
    strength: float,
    without: str = "",
    rounds: int = 250,
) -> tuple[dict[str, float], dict[str, float]]:
    """Weights of the answer's own signals and of the rivals', fitted together (AdaGrad ascent).

    A choice among all rivals and "none", whose score is 0: a rival scores its own signals and the answer's,
    so that one model learns whether a statement answers at all and what it answers (conditional logit).
    Signals of the family ``without`` keep the weight 0.
    """
    own_names, pair_names = (*choices.own_names, BIAS), choices.pair_names
    means = _weights(own_names, priors[0]), _weights(pair_names, priors[1])
    free = tuple(
        np.array([not (without and family(n) == without) for n in names], float)
        for names in (own_names, pair_names)
    )
    # The constant is hardly held to its prior: how common answers are is for the marks to say.
    held = np.array([1.0] * len(choices.own_names) + [0.01])
    own, pair = means[0] * free[0], means[1] * free[1]
    history, pairs = (np.zeros_like(own), np.zeros_like(pair)), _Sparse(choices.pair)
    for _ in range(rounds):
        slope = choices.slope(pairs.times(pair) + (choices.own @ own)[choices.group])
        own_slope = choices.own.T @ np.bincount(choices.group, slope, len(choices.own))
        own_slope -= strength * (own - means[0]) * held
        pair_slope = pairs.turned_times(slope) - 2 * strength * (pair - means[1])
        for weights, gradient, past, may in zip(
            (own, pair), (own_slope, pair_slope), history, free, strict=True
        ):
            past += gradient**2
            weights += 0.3 * may * gradient / np.sqrt(past + 1e-8)
    return _named(own_names, own), _named(pair_names, pair)


def _weights(names: Sequence[str], found: Mapping[str, float]) -> Floats:
    return np.array([found.get(n, 0.0) for n in names])


def _named(names: Sequence[str], weights: Floats) -> dict[str, float]:
    return {n: round(float(v), 4) for n, v in zip(names, weights, strict=True) if v}
