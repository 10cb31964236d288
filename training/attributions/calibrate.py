"""On the articles kept aside: how readily to find, and how sure a found attribution is.

A logistic regression turns what speaks for an attribution into a probability. The scores of "outside" and
"begin" are shifted where that finds more of what is right without more of what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
from evals.attributions import right, ruler
from numpy.typing import NDArray

from atstake.extract.attributions.decode import Found, Settings, decode
from atstake.extract.encode import Encoded, Encoder

Floats = NDArray[np.float64]
Row = dict[str, list[list[int]]]

SHIFTS = (-1.0, -0.75, -0.5, -0.25, 0.0)
BEGINS = (-0.5, -0.25, 0.0)
CONTENTS = (-0.75, -0.5, -0.25, 0.0)
"""What "begin" of a content is shifted by beside that."""
Begins = tuple[float, float, float]
RIDGE = 1.0
TIE = 0.2
"""In points of ``merit``: what is no difference on so few articles."""
SHIFT_TIE = 0.1
"""The same for shifts of one model, which move the same spans."""


@dataclass
class Read:
    """The articles kept aside, each read once by the encoder; decoding them again is cheap."""

    gold: list[dict[str, Any]]
    encoded: list[Encoded]

    @classmethod
    def by(cls, encoder: Encoder, gold: Sequence[dict[str, Any]]) -> Read:
        """Run the encoder over the articles."""
        return cls(list(gold), [encoder(str(g["text"])) for g in gold])

    def rows(self, found: list[list[Found]]) -> dict[str, dict[str, Any]]:
        """What was found in the ruler's shape."""
        return {
            g["id"]: {"id": g["id"], "attributions": [row(e, f) for f in fs]}
            for g, e, fs in zip(self.gold, self.encoded, found, strict=True)
        }

    def table(self, settings: Settings) -> dict[str, dict[str, float]]:
        """The ruler's figures."""
        found = [decode(e, settings) for e in self.encoded]
        score = ruler()
        table: dict[str, dict[str, float]] = score.summarise(
            score.score({g["id"]: g for g in self.gold}, self.rows(found))
        )
        return table


def row(encoded: Encoded, found: Found) -> Row:
    """One attribution with character offsets."""
    words = encoded.words.spans
    return {
        role: [[words[s][0], words[e - 1][1]] for s, e in sorted(getattr(found, role))]
        for role in ("source", "cue", "content")
    }


def shift(read: Read, settings: Settings, say: Callable[[str], None]) -> tuple[float, Begins]:
    """The least shifts of "outside" and "begin" that do as well as the best, to a tie."""
    scores = {}
    for outside, begin, content in product(SHIFTS, BEGINS, CONTENTS):
        chosen = outside, (begin, begin, begin + content)
        table = read.table(replace(settings, outside=outside, begin=chosen[1]))
        scores[chosen] = merit(table)
        told = f"outside {outside:+.2f} begin {begin:+.2f}, of contents {begin + content:+.2f}"
        say(f"{told}: {scores[chosen]:.2f}: {summary(table)}")
    best = max(scores.values())
    return min((v for v in scores if scores[v] >= best - SHIFT_TIE), key=lambda v: (-v[0] - sum(v[1]), v))


def merit(table: dict[str, dict[str, float]]) -> float:
    """What models are chosen by: the mean of attribution F1, the exact content's, and exact borders'."""
    chosen = ("attrib.overlap", "content.exact_w", "span.cue.strict", "span.content.strict")
    return sum(table[name]["f1"] for name in chosen) / len(chosen)


def fit(read: Read, settings: Settings) -> list[float]:
    """Weights of a logistic regression from features to "is an attribution of gold"."""
    found = [decode(e, settings) for e in read.encoded]
    rows = read.rows(found)
    x = np.stack([f.features for fs in found for f in fs]).astype(np.float64)
    y = np.asarray([hit for g in read.gold for hit in right(g, rows[g["id"]])], float)
    return [round(float(w), 5) for w in _logistic(np.column_stack([x, np.ones(len(x))]), y)]


def summary(table: dict[str, dict[str, float]]) -> str:
    """The figures that choose, on one line."""
    names = (
        "attrib.overlap",
        "content.overlap",
        "content.exact_w",
        "indirect.attrib.overlap",
        "source_given_content",
    )
    spans = [f"span.{role}.strict" for role in ("source", "cue", "content")]
    return "  ".join(f"{n} {table[n]['f1']:.1f}" for n in (*names, *spans))


def _logistic(x: Floats, y: Floats) -> Floats:
    """Newton's method with a small ridge."""
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ weights)))
        slope = x.T @ (p - y) + RIDGE * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(x.shape[1])
        step = np.linalg.solve(curve, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights
