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
class Asked:
    """A statement that may answer: its own signals, those of what it may answer, and which are right."""

    own: Signals
    rivals: Sequence[Signals]
    right: Sequence[bool]


def reply_fit(
    asked: Sequence[Asked],
    priors: tuple[Mapping[str, float], Mapping[str, float]],
    strength: float,
    rounds: int = 250,
) -> tuple[dict[str, float], dict[str, float]]:
    """Weights of the answer's own signals and of the rivals', fitted together (AdaGrad ascent).

    A choice among all rivals and "none", whose score is 0: a rival scores its own signals and the answer's,
    so that one model learns whether a statement answers at all and what it answers (conditional logit).
    """
    data = _Groups.of(asked, priors)
    own, pair = data.own_mean.copy(), data.pair_mean.copy()
    history = np.zeros_like(own), np.zeros_like(pair)
    for _ in range(rounds):
        slope = data.slope(own, pair)
        own_slope = data.own.T @ np.bincount(data.group, slope, len(asked))
        own_slope -= strength * (own - data.own_mean) * data.held
        pair_slope = data.pair.T @ slope - 2 * strength * (pair - data.pair_mean)
        for weights, gradient, past in ((own, own_slope, history[0]), (pair, pair_slope, history[1])):
            past += gradient**2
            weights += 0.3 * gradient / np.sqrt(past + 1e-8)
    return _named(data.own_names, own), _named(data.pair_names, pair)


@dataclass(frozen=True)
class _Groups:
    """All rivals of all answers as arrays: ``group`` tells whose rival a row is."""

    own_names: list[str]
    pair_names: list[str]
    own: Floats
    pair: Floats
    own_mean: Floats
    pair_mean: Floats
    group: NDArray[np.int64]
    right: NDArray[np.bool_]
    held: Floats

    @classmethod
    def of(cls, asked: Sequence[Asked], priors: tuple[Mapping[str, float], Mapping[str, float]]) -> _Groups:
        rows = [row for a in asked for row in a.rivals]
        own_names = [*_all_names(priors[0], [a.own for a in asked]), BIAS]
        pair_names = _all_names(priors[1], rows)
        own = np.hstack([matrix([a.own for a in asked], own_names[:-1]), np.ones((len(asked), 1))])
        # The constant is hardly held to its prior: how common answers are is for the marks to say.
        held = np.array([1.0] * (len(own_names) - 1) + [0.01])
        return cls(
            own_names, pair_names, own, matrix(rows, pair_names),
            np.array([priors[0].get(n, 0.0) for n in own_names]),
            np.array([priors[1].get(n, 0.0) for n in pair_names]),
            np.repeat(np.arange(len(asked)), [len(a.rivals) for a in asked]),
            np.array([r for a in asked for r in a.right], bool), held,
        )  # fmt: skip

    def slope(self, own: Floats, pair: Floats) -> Floats:
        """How much each rival's score should rise: its share of the right ones less its share of all."""
        grown = np.exp(np.clip(self.pair @ pair + (self.own @ own)[self.group], -40, 40))
        count = len(self.own)
        among = np.where(self.right, grown, 0.0)
        totals, rights = 1 + np.bincount(self.group, grown, count), np.bincount(self.group, among, count)
        wanted = among / np.maximum(rights, 1e-300)[self.group]
        slope: Floats = wanted - grown / totals[self.group]
        return slope


def _all_names(prior: Mapping[str, float], rows: Sequence[Signals]) -> list[str]:
    return sorted({*prior, *(name for row in rows for name in row)} - {BIAS})


def _named(names: Sequence[str], weights: Floats) -> dict[str, float]:
    return {n: round(float(v), 4) for n, v in zip(names, weights, strict=True)}
