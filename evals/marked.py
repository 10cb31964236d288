"""Stories marked by an editor: the shared gold, and more of the shared coverage marked in ``labels/stories``.

Ours hold ids and offsets alone, in the gold's shape (disputes, upcoming, actors), so that whatever reads
the gold reads them; their texts stay where the measuring data is.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from evals.shared import records, shared

LABELS = Path(__file__).parent / "labels" / "stories"
# Gold stories that were marked on articles of another coverage file.
COVERAGE = {
    "syria-opposed-damascus-2015": "syria-war-2011-2016",
    "syria-opposed-ghouta-2013": "syria-war-2011-2016",
}
# More articles of a story that the shared gold has: what is learned from the one must not see the other.
SAME = {"nk-summit-more": "nk-summit-2018", "syria-chemical-more": "syria-chemical-2013"}


def stories() -> list[str]:
    """Names of the shared gold stories that are here."""
    return sorted(p.stem for p in (shared() / "data" / "story-gold").glob("*.json"))


def more() -> list[str]:
    """Names of the stories that are marked in this repository."""
    return sorted(p.stem for p in LABELS.glob("*.json"))


def kin(one: str, other: str) -> bool:
    """Whether two stories are the same story, or articles of one."""
    return SAME.get(one, one) == SAME.get(other, other)


def marks(story: str) -> dict[str, Any]:
    """What is marked in a story, in the shape of the shared gold."""
    own = LABELS / f"{story}.json"
    path = own if own.exists() else shared() / "data" / "story-gold" / f"{story}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
    return found


def articles(story: str) -> list[dict[str, Any]]:
    """The records of a story's marked articles, in the coverage's order."""
    found = marks(story)
    ids = set(map(str, found["docs"]))
    files = sorted(set(found["corpus"].values())) if "corpus" in found else [COVERAGE.get(story, story)]
    kept: dict[str, dict[str, Any]] = {}
    for record in (r for name in files for r in coverage(name)):
        if str(record["id"]) in ids:
            kept.setdefault(str(record["id"]), record)
    return list(kept.values())


@cache
def coverage(name: str) -> tuple[dict[str, Any], ...]:
    """The records of a coverage file, packed or not."""
    folder = shared() / "data" / "coverage"
    plain = folder / f"{name}.jsonl"
    return tuple(records(plain) if plain.exists() else _packed(folder / f"{name}.jsonl.gz"))


def _packed(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        yield from (json.loads(line) for line in lines)
