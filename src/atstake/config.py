"""What a user can set, with the defaults that everything else is measured with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ModelName = Literal["fast", "best"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How coverage is read.

    ``model`` chooses between the two attribution models that ship; ``model_path`` is the description of
    another one (a .json file with the model's files beside it). ``workers`` is the number of reading
    processes, None for as many as there are cores and work for. Nothing here changes what a document
    says, only how it is read.
    """

    model: ModelName = "best"
    model_path: Path | None = None
    workers: int | None = None
