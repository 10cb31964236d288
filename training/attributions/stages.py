"""The stages of a build, each of which another run can pick up."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from atstake.extract.windows import Pieces
from training.attributions.batches import Example, examples
from training.attributions.data import Lesson, is_held_out, lesson, records
from training.attributions.describe import describe, write
from training.attributions.export import quantise, write_graph, write_vocabulary
from training.attributions.fit import Course, Marks, train

LIMITS = (256, 128)
"""Windows are cut to both sizes in turn, so that the model reads well at either."""


@dataclass(frozen=True)
class Bench:
    """Where things are, and how long it may take."""

    data: Path
    checkpoint: Path
    work: Path
    minutes: float
    epochs: float
    seed: int

    def tokenizer(self) -> Tokenizer:
        """The checkpoint's tokenizer."""
        return Tokenizer.from_file(str(self.checkpoint / "tokenizer.json"))

    def lessons(self, held_out: bool) -> list[Lesson]:
        """The articles to learn from, or those kept aside."""
        found = records(self.data / "polnear-train.jsonl")
        return [lesson(r) for r in found if is_held_out(r["id"]) == held_out]


def marks(tokenizer: Tokenizer) -> Marks:
    """Ids of the pieces that training disturbs."""
    pairs = {"“": '"', "”": '"', "’": "'", "‘": "'"}
    known = {tokenizer.token_to_id(a): tokenizer.token_to_id(b) for a, b in pairs.items()}
    return Marks(tokenizer.token_to_id("[MASK]"), 999, {a: b for a, b in known.items() if a is not None})


def best(bench: Bench) -> None:
    """The six-layer model."""
    pieces = Pieces(bench.tokenizer())
    lessons = bench.lessons(held_out=False)
    sets: list[list[Example]] = [[x for one in lessons for x in examples(one, pieces, n)] for n in LIMITS]
    print(len(lessons), "articles", [len(s) for s in sets], "windows", flush=True)
    course = Course(bench.checkpoint, bench.work / "best", bench.epochs, bench.minutes, seed=bench.seed)
    train(course, sets, marks(bench.tokenizer()))


def ship(
    bench: Bench, name: str, state_path: Path, folder: Path, narrow: bool = False, window: int = 256
) -> Path:
    """Write a trained model as it ships; the path of its description."""
    folder.mkdir(parents=True, exist_ok=True)
    state = torch.load(state_path, weights_only=True)
    config = json.loads((bench.checkpoint / "config.json").read_text(encoding="utf8"))
    files = {
        "graph": folder / f"{name}.onnx",
        "vocabulary": folder / "vocabulary.npz",
        "tokenizer": folder / "tokenizer.json",
    }
    plain = bench.work / f"{name}-float.onnx"
    write_graph(state, config["num_attention_heads"], plain)
    quantise(plain, files["graph"], narrow)
    # The vocabulary is frozen in training, so that every model of one checkpoint shares one file.
    if not files["vocabulary"].exists():
        write_vocabulary(state, files["vocabulary"])
        shutil.copy(bench.checkpoint / "tokenizer.json", files["tokenizer"])
    path = folder / f"{name}.json"
    write(describe(state, files, window), path)
    return path


STAGES: dict[str, Callable[[Bench], None]] = {"best": best}
