"""The encoder: runs once over a document's text and hands its columns to the decoders.

It reads one window at a time. The scales of int8 products depend on what is multiplied together,
so this is what makes an article read the same alone and in a crowd.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from atstake.errors import ModelError
from atstake.extract.windows import Pieces, Window, Words, pack, words_of

Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights"
SHIPPED = ("fast", "best")


@dataclass(frozen=True)
class Encoded:
    """A text's words with the encoder's columns for each, and the window in which each was read."""

    words: Words
    columns: Floats
    windows: NDArray[np.int64]


class Encoder:
    """A model folder's graph, vocabulary and tokenizer, checked against the hashes in its description.

    ``model`` is the name of a model that ships, or the path of another one's description
    (a JSON file with the model's files beside it).
    """

    def __init__(self, model: str | Path = "best", *, threads: int = 1) -> None:
        path = WEIGHTS / f"{model}.json" if model in SHIPPED else Path(model)
        self.description = _description(path)
        files = _checked(path.parent, self.description["files"])
        self.hash = str(self.description["files"]["graph"]["sha256"])
        self.window = int(self.description["window"])
        self._pieces = Pieces(Tokenizer.from_file(str(files["tokenizer"])))
        with np.load(files["vocabulary"]) as vocabulary:
            self._rows: NDArray[np.int8] = vocabulary["rows"]
            self._scales: Floats = vocabulary["scales"]
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Fusing the sums into the normalisation makes it several times slower on a CPU.
        self._session = ort.InferenceSession(
            files["graph"],
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],
        )

    def __call__(self, text: str) -> Encoded:
        """The text's words, each with its columns."""
        words = words_of(text)
        windows = pack(words, self._pieces, self.window)
        columns = [self._run(window) for window in windows]
        width = int(self.description["outputs"])
        joined = np.concatenate(columns) if columns else np.zeros((0, width), np.float32)
        numbers = np.repeat(np.arange(len(windows)), [len(w.first) for w in windows])
        return Encoded(words, joined, numbers.astype(np.int64))

    def _run(self, window: Window) -> Floats:
        ids = np.asarray(window.ids)
        embedded = self._rows[ids].astype(np.float32) * self._scales[ids, None]
        feed = {
            "embedded": embedded[None],
            "shapes": np.asarray(window.shapes, np.int32)[None],
            "first": np.asarray(window.first, np.int64),
        }
        out: Floats = self._session.run(None, feed)[0][0]
        return out


def _description(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"no model at {path}: give 'fast', 'best' or a model's .json file") from error
    return found


def _checked(folder: Path, files: Mapping[str, Mapping[str, str]]) -> dict[str, Path]:
    """Paths of the model's files, each with the hash that its description gives."""
    found = {}
    for role, entry in files.items():
        path = folder / entry["name"]
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise ModelError(
                f"the model lacks {path}: install the package again, or build the model"
            ) from error
        if digest != entry["sha256"]:
            raise ModelError(f"{path} is not the file that its model describes: install the package again")
        found[role] = path
    return found
