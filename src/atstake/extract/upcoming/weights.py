"""The weights that say how likely a candidate is an event for the diary (see ``training/upcoming.py``)."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Feature -> weight; "" is the constant."""
    text = files("atstake.extract.upcoming").joinpath("weights.json").read_text(encoding="utf8")
    loaded: dict[str, float] = json.loads(text)["weights"]
    return loaded


def probability(found: Iterable[str]) -> float:
    """The probability that a candidate with these features is an event that an editor marks."""
    table = weights()
    score = table.get("", 0.0) + sum(sorted(table.get(f, 0.0) for f in found))
    return 1 / (1 + math.exp(-score))
