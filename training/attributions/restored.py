"""A shipped model back as weights to train on: its int8 numbers times their scales.

What rounding took is gone; for a model whose trained weights were not kept it is the nearest start.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

Floats = NDArray[np.float32]


def restored(description: Path) -> dict[str, torch.Tensor]:
    """The state of a ``Reader`` from a description (``best.json``) and the files beside it."""
    told = json.loads(description.read_text(encoding="utf8"))
    graph = onnx.load(description.parent / told["files"]["graph"]["name"]).graph
    held = {constant.name: numpy_helper.to_array(constant) for constant in graph.initializer}
    state = _encoder(held)
    with np.load(description.parent / told["files"]["vocabulary"]["name"]) as vocabulary:
        state["words.weight"] = vocabulary["rows"].astype(np.float32) * vocabulary["scales"][:, None]
    for table, kinds in told["links"].items():
        state |= {f"{table}.{kind}": np.asarray(row, np.float32) for kind, row in enumerate(kinds)}
    return {name: torch.from_numpy(np.array(value)) for name, value in state.items()}


def _encoder(held: dict[str, Any]) -> dict[str, Floats]:
    state = {
        "shapes.weight": held["shape_w"],
        "positions.weight": held["position_w"],
        **_norm(held, "x0", "norm"),
        **_linear(held, ["columns"], "head"),
    }
    for layer in range(sum(name.startswith("between_") and name.endswith("_gain") for name in held)):
        at = f"layers.{layer}"
        state |= _linear(held, [f"{part}_{layer}" for part in "qkv"], f"{at}.qkv")
        for part in ("out", "up", "down"):
            state |= _linear(held, [f"{part}_{layer}"], f"{at}.{part}")
        state |= _norm(held, f"between_{layer}", f"{at}.norm1")
        state |= _norm(held, f"x{layer + 1}", f"{at}.norm2")
    return state


def _linear(held: dict[str, Any], parts: list[str], name: str) -> dict[str, Floats]:
    """One layer of the parts that the graph has of it."""
    rows = [(held[f"{part}_rounded"].astype(np.float32) * held[f"{part}_scales"]).T for part in parts]
    biases = [held[f"{part}_bias"] for part in parts]
    return {f"{name}.weight": np.concatenate(rows), f"{name}.bias": np.concatenate(biases)}


def _norm(held: dict[str, Any], part: str, name: str) -> dict[str, Floats]:
    return {f"{name}.weight": held[f"{part}_gain"], f"{name}.bias": held[f"{part}_shift"]}
