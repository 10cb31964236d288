"""Marked stories as the pipeline reads them, up to actors; reading takes long, so a file can keep them."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Sequence
from pathlib import Path

from atstake.model.claims import Resolution
from atstake.model.stages import Evidence
from evals.marked import write_articles


def read_stories(names: Sequence[str], cache: Path | None = None) -> dict[str, tuple[Evidence, Resolution]]:
    """Marked stories as read, resolved up to actors; kept in ``cache``."""
    read: dict[str, tuple[Evidence, Resolution]] = {}
    if cache and cache.exists():
        read = pickle.loads(cache.read_bytes())
    missing = [story for story in names if story not in read]
    read |= {story: _read(story) for story in missing}
    if cache and missing:
        cache.write_bytes(pickle.dumps(read))
    return read


def _read(story: str) -> tuple[Evidence, Resolution]:
    from atstake.config import Settings
    from atstake.intake import read_inputs
    from atstake.pipeline.reading import Reader
    from atstake.resolve.actors.resolver import Actors
    from atstake.resolve.origins import Origins

    reader = Reader(Settings())
    with tempfile.TemporaryDirectory() as folder:
        subset = write_articles(story, Path(folder))
        documents = {d.id: d for i in read_inputs([str(subset)]) for d in i.documents}
    evidence = Evidence(documents, {d.id: reader(d) for d in documents.values()})
    return evidence, Actors()(evidence, Origins()(evidence, Resolution()))
