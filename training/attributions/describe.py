"""A model's description: its files with their hashes, and what decoding it needs."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import torch

from atstake.extract.attributions.tags import OUTPUTS


def describe(state: dict[str, torch.Tensor], files: dict[str, Path], window: int) -> dict[str, Any]:
    """The description of a model that is not yet calibrated."""
    links = {
        name: [[round(float(v), 5) for v in state[f"{name}.{kind}"]] for kind in range(2)]
        for name in ("order", "paragraph", "sentence")
    }
    entries = {
        role: {"name": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for role, path in files.items()
    }
    shifts = {"outside": 0.0, "begin": 0.0}
    return {"files": entries, "window": window, "outputs": OUTPUTS, **shifts, "links": links}


def write(description: dict[str, Any], path: Path) -> None:
    """Leave it beside the model's files."""
    path.write_text(json.dumps(description, indent=1) + "\n", encoding="utf8")
