"""Where the measuring data is: a folder beside the checkout, or the one that ATSTAKE_SHARED names.

None of it may be shipped; a measure whose data is not there is left out and said to be.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def shared() -> Path:
    """The folder of the measuring data; it may not exist."""
    return Path(os.environ.get("ATSTAKE_SHARED", ROOT.parent / "shared"))


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSONL file."""
    with path.open(encoding="utf8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def scorer(name: str) -> ModuleType:
    """One of the shared rulers ("score_story", "score_attribution") as a module."""
    path = shared() / "tools" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
