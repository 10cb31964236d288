"""How the cost of one article more grows with the dossier: ``python -m benches.growth COVERAGE``.

The first articles are read once; larger dossiers are made of copies under other ids, in which every seventh
word is another word of the same length and half of the names are other names, so that each round of copies
is a world of its own with as many stories. Prints for each size the CPU seconds that it takes to store one
article more and to bring the resolution up to date, the middle and the worst of several.

A dossier of at most ``resolve.neighbours.WHOLE`` articles is resolved as one story. In a larger one only the
neighbourhoods that the added articles touch are resolved here; the others are stored empty, for resolving
10,000 articles would take a quarter of an hour and nothing that is measured looks into them.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import tempfile
import time
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from atstake.config import Settings, own_process
from atstake.intake import read_inputs
from atstake.model.annotations import Annotations
from atstake.model.claims import Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence
from atstake.model.text import Document, Target
from atstake.pipeline import parts
from atstake.pipeline.reading import Reader
from atstake.pipeline.resolving import resolve
from atstake.store import Dossier

EVERY = 7
_WORD = re.compile(r"\b[a-z]{5,}\b")
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_MADE_ID = re.compile(r"^[a-z-]+-[0-9a-f]{12,}$")
_RUN = Run("run-bench", "0")

Pools = dict[int, list[str]]


def varied(document: Document, number: int, words: Pools, names: Pools) -> Document:
    """The document under another id, some of its words and names others of their length."""
    rng = random.Random(f"{document.id}/{number}")
    count = 0

    def word(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return rng.choice(words[len(match.group())]) if count % EVERY == 0 else match.group()

    def name(match: re.Match[str]) -> str:
        world = random.Random(f"{match.group()}/{number}")
        return world.choice(names[len(match.group())]) if world.random() < 0.5 else match.group()

    return replace(
        document,
        id=f"{document.id}~{number}",
        text=_NAME.sub(name, _WORD.sub(word, document.text)),
        sha256="",
    )


def carried(value: Any, old: Document, new: Document, number: int) -> Any:
    """A layer of the one document as a layer of the other: ids made anew, words taken from its text."""
    if isinstance(value, Target):
        return Target.of(new, *value.spans)
    if isinstance(value, str):
        if value == old.id:
            return new.id
        return f"{value}{number:x}" if _MADE_ID.match(value) else value
    if isinstance(value, tuple):
        return tuple(carried(v, old, new, number) for v in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{f.name: carried(getattr(value, f.name), old, new, number) for f in fields(value) if f.init},
        )
    return value


class Grower:
    """Makes as many documents as are wanted out of those that were read."""

    def __init__(self, base: Evidence) -> None:
        self._base, self._keys = base, sorted(base.documents)
        self._words, self._names = self._pool(_WORD), self._pool(_NAME)

    def __getitem__(self, at: int) -> tuple[Document, Annotations]:
        """The document of that number: one of the base, or a varied copy of it."""
        key, number = self._keys[at % len(self._keys)], at // len(self._keys)
        old, layers = self._base.documents[key], self._base.annotations[key]
        if not number:
            return replace(old, parent=None, parent_span=None), layers
        new = varied(replace(old, parent=None, parent_span=None), number, self._words, self._names)
        return new, carried(layers, old, new, number)

    def sample(self) -> Evidence:
        """A few documents, to load what is loaded once."""
        few = self._keys[:5]
        return Evidence(
            {k: self._base.documents[k] for k in few}, {k: self._base.annotations[k] for k in few}
        )

    def _pool(self, pattern: re.Pattern[str]) -> Pools:
        found: dict[int, set[str]] = {}
        for document in self._base.documents.values():
            for word in pattern.findall(document.text):
                found.setdefault(len(word), set()).add(word)
        return {length: sorted(words) for length, words in found.items()}


def read(coverage: str, most: int) -> Evidence:
    """The first articles of a coverage file, read."""
    documents = [d for each in read_inputs([coverage]) for d in each.documents if d.parent is None][:most]
    reader = Reader(Settings(model="fast"))
    return Evidence({d.id: d for d in documents}, {d.id: reader(d) for d in documents})


def filled(dossier: Dossier, grower: Grower, size: int) -> None:
    """Adds documents up to a size; the resolution of a large dossier's neighbourhoods is left empty."""
    for number in range(dossier.articles(), size):
        document, layers = grower[number]
        dossier.add([document], [layers], _RUN)
    if parts.is_large(dossier):
        parts.file(dossier)
        stored = dossier.parts()
        for part in parts.neighbourhoods(dossier):
            if part.key not in stored:
                dossier.save_part(part.key, Resolution())


def one_more(dossier: Dossier, document: Document, layers: Annotations) -> tuple[float, float, int]:
    """CPU seconds to store and to resolve one article more, and how many documents were resolved for it."""
    begun = time.process_time()
    dossier.add([document], [layers], _RUN)
    stored = time.process_time()
    if parts.is_large(dossier):
        touched = sum(len(part.documents) for part in parts.refresh(dossier))
    else:
        evidence = dossier.evidence()
        dossier.save_resolution(resolve(evidence), _RUN)
        touched = len(evidence.documents)
    return stored - begun, time.process_time() - stored, touched


def main() -> None:
    """Reads, grows, adds one by one, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("coverage")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 300, 1000, 3000, 10_000])
    parser.add_argument("--base", type=int, default=300, help="articles that are read")
    parser.add_argument("--times", type=int, default=20, help="articles that are added at each size")
    parser.add_argument("--memory", type=int, default=4000, help="MB of memory at most")
    asked = parser.parse_args()
    # As the command's own process has it.
    own_process()
    resource.setrlimit(resource.RLIMIT_AS, (asked.memory << 20, asked.memory << 20))
    grower = Grower(read(asked.coverage, asked.base))
    resolve(grower.sample())
    print("documents    store  resolve: middle   worst  documents resolved: middle  worst   file MB")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "growth.atstake"
        with Dossier.open(path, create=True) as dossier:
            for size in asked.sizes:
                filled(dossier, grower, size)
                times = asked.times if parts.is_large(dossier) else 1
                spent = [one_more(dossier, *grower[dossier.articles()]) for _ in range(times)]
                stored, resolved, touched = (sorted(column) for column in zip(*spent, strict=True))
                print(
                    f"{size:9} {median(stored):8.3f} {median(resolved):16.2f} {resolved[-1]:7.2f}"
                    f" {median(touched):27.0f} {touched[-1]:6} {path.stat().st_size / 1e6:9.0f}",
                    flush=True,
                )
    print(f"memory at the peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
