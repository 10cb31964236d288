"""Fits small logistic models towards a prior: what is known of language first, what the gold adds second.

With some hundred marked pairs a model of many signals learns its stories by heart. So each weight has a
prior mean, set by hand from what the signal means; the fit is the maximum a posteriori under a Gaussian
around it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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


def choice_fit(
    groups: Sequence[tuple[Sequence[Signals], Sequence[bool]]],
    prior: Mapping[str, float],
    strength: float,
    rounds: int = 300,
) -> dict[str, float]:
    """Weights of a conditional logit: in each group at least one row is right (gradient ascent, AdaGrad)."""
    names = list(prior)
    mean = np.array([prior[n] for n in names])
    data = [
        (matrix(rows, names), np.asarray(right)) for rows, right in groups if any(right) and not all(right)
    ]
    w, history = mean.copy(), np.zeros(len(names))
    for _ in range(rounds):
        gradient = -strength * (w - mean)
        for x, right in data:
            z = x @ w
            grown = np.exp(z - z.max())
            among = np.where(right, grown, 0.0)
            gradient += x.T @ (among / max(among.sum(), 1e-12) - grown / grown.sum())
        history += gradient**2
        w += 0.2 * gradient / np.sqrt(history + 1e-8)
    return {n: round(float(v), 4) for n, v in zip(names, w, strict=True)}
