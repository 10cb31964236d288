"""Where the measuring data is: a folder beside the checkout, or the one that ATSTAKE_SHARED names.

None of it may be shipped; a measure whose data is not there is left out and said to be.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
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
