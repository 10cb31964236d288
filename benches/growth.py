"""How resolution grows with a dossier: ``python -m benches.growth COVERAGE --sizes 100 300 1000``.

The first articles are read once; larger dossiers are made of copies under other ids, in which every seventh
word is another word of the same length, so that copies are neither one origin nor one text. Prints the
seconds that resolving everything takes, and how much a document costs at each size.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from dataclasses import fields, is_dataclass, replace
from typing import Any

from atstake.config import Settings
from atstake.intake import read_inputs
from atstake.model.annotations import Annotations
from atstake.model.stages import Evidence
from atstake.model.text import Document, Target
from atstake.pipeline.reading import Reader
from atstake.pipeline.resolving import resolve

EVERY = 7
_WORD = re.compile(r"\b[a-z]{5,}\b")
_MADE_ID = re.compile(r"^[a-z-]+-[0-9a-f]{12,}$")


def varied(document: Document, number: int, words: dict[int, list[str]]) -> Document:
    """The document under another id, every seventh longer word another of its length."""
    rng = random.Random(f"{document.id}/{number}")
    count = 0

    def other(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return rng.choice(words[len(match.group())]) if count % EVERY == 0 else match.group()

    return replace(document, id=f"{document.id}~{number}", text=_WORD.sub(other, document.text))


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


def grown(base: Evidence, size: int) -> Evidence:
    """Evidence of so many documents: those of the base and varied copies of them."""
    words: dict[int, list[str]] = {}
    for document in base.documents.values():
        for word in sorted(set(_WORD.findall(document.text))):
            words.setdefault(len(word), []).append(word)
    documents: dict[str, Document] = {}
    annotations: dict[str, Annotations] = {}
    keys = sorted(base.documents)
    for at in range(size):
        key, number = keys[at % len(keys)], at // len(keys)
        old, layers = base.documents[key], base.annotations[key]
        if number:
            new = varied(old, number, words)
            layers = carried(layers, old, new, number)
            old = new
        documents[old.id], annotations[old.id] = old, layers
    return Evidence(documents, annotations)


def main() -> None:
    """Reads, grows, resolves, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("coverage")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--base", type=int, default=100, help="articles that are read")
    asked = parser.parse_args()
    documents = [d for each in read_inputs([asked.coverage]) for d in each.documents][: asked.base]
    reader = Reader(Settings(model="fast"))
    base = Evidence({d.id: d for d in documents}, {d.id: reader(d) for d in documents})
    for size in asked.sizes:
        evidence = grown(base, size)
        begun = time.process_time()
        resolution = resolve(evidence)
        spent = time.process_time() - begun
        print(
            f"{size:6} documents {spent:8.1f} s {1000 * spent / size:7.1f} ms each  "
            f"{len(resolution.claims)} claims {len(resolution.disputes)} disputes",
            flush=True,
        )


if __name__ == "__main__":
    main()
