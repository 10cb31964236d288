"""What a user can set, with the defaults that everything else is measured with."""

from __future__ import annotations

import gc
import os
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


def own_process() -> None:
    """Settings of a process that is the program's own (the command, a reading process), never a caller's.

    To be called before numpy is loaded.
    """
    # Most that is made stays and little of it hangs in circles: a look for garbage after every 700th
    # object, which is the default, takes a tenth of the time.
    gc.set_threshold(50_000, 20, 100)
    # The other cores read other documents.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
