"""The event coder: a linear model over named features, in numpy. ``training.events`` fits it.

Each block of features is weighed by tf-idf (sublinear, unit length), as in scikit-learn's vectoriser.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atstake.errors import ModelError
from atstake.extract.events.features import Features

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Coder:
    """PLOVER roots from features. ``index`` gives a feature's row in ``weights`` (features by roots)."""

    roots: tuple[str, ...]
    index: Mapping[str, int]
    idf: Floats
    weights: Floats
    bias: Floats
    scale: Mapping[str, float]
    """How much each block counts."""

    def scores(self, found: Features) -> dict[str, float]:
        """The probability of each root, given that there is an event of some root."""
        total = self.bias.astype(np.float64)
        for block, names in found.items():
            rows, values = self._weighed(block, names)
            if rows:
                total = total + values @ self.weights[rows].astype(np.float64)
        exponents = np.exp(total - total.max())
        return {root: float(p) for root, p in zip(self.roots, exponents / exponents.sum(), strict=True)}

    def _weighed(self, block: str, names: list[str]) -> tuple[list[int], NDArray[np.float64]]:
        counts = Counter(f"{block}|{name}" for name in names)
        known = sorted((self.index[name], n) for name, n in counts.items() if name in self.index)
        rows = [row for row, _ in known]
        values = np.array([(1 + math.log(n)) * float(self.idf[row]) for row, n in known])
        length = math.sqrt(float(values @ values)) if rows else 0.0
        return rows, (values * self.scale[block] / length if length else values)


@cache
def load() -> Coder:
    """The coder that ships. Raises ``ModelError`` where its files are missing or are others."""
    folder = files("atstake.extract.events").joinpath("weights")
    try:
        card: dict[str, Any] = json.loads(folder.joinpath("coder.json").read_text("utf8"))
        packed = folder.joinpath("coder.npz").read_bytes()
    except OSError as problem:
        raise ModelError(f"the event coder is not complete ({problem}); install atstake again") from None
    if hashlib.sha256(packed).hexdigest() != card["sha256"]:
        raise ModelError("the event coder's weights are not those of its card; install atstake again")
    with np.load(BytesIO(packed)) as arrays:
        names = bytes(arrays["features"]).decode("utf8").split("\n")
        return Coder(
            roots=tuple(card["roots"]),
            index={name: row for row, name in enumerate(names)},
            idf=arrays["idf"].astype(np.float32),
            weights=arrays["weights"].astype(np.float32),
            bias=arrays["bias"].astype(np.float32),
            scale=card["scale"],
        )


def name() -> str:
    """The coder's name and the beginning of its hash."""
    card = json.loads(files("atstake.extract.events").joinpath("weights", "coder.json").read_text("utf8"))
    return f"plover-coder-{card['sha256'][:12]}"
