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
SAME = {
    "nk-summit-more": "nk-summit-2018",
    "syria-chemical-more": "syria-chemical-2013",
    "damascus-aleppo-2015-02": "syria-opposed-damascus-2015",
}
# The stories marked here first, with a second look: weights of disputes are fitted and measured on them.
_SECOND_LOOK = frozenset(
    "aleppo-2016-04 aleppo-2016-06 barr-2019 benghazi-2013 bergdahl-2014 better-deal-2015 boston-2013 "
    "cairo-2012 dreamers-2017 emails-2016 embassy-2018 expulsions-2018 hearings-2019 helsinki-2018 "
    "hong-kong-2014 indicted-2019 iran-talks-2015 kavanaugh-2018 libya-2012 nk-summit-more rice-2012 "
    "sanctions-2017 sanctions-2018 scalia-2016 schiff-2019 settlements-2016 shutdown-2019 strike-2017 "
    "syria-chemical-more treaty-2019 trip-2017 virginia-2019 wisconsin-2012 witnesses-2020".split()
)


def stories() -> list[str]:
    """Names of the shared gold stories that are here."""
    return sorted(p.stem for p in (shared() / "data" / "story-gold").glob("*.json"))


def more() -> list[str]:
    """Names of the stories that are marked in this repository."""
    return sorted(p.stem for p in LABELS.glob("*.json"))


def second_look() -> list[str]:
    """Those of ``more()`` that were marked first and looked at twice."""
    return [story for story in more() if story in _SECOND_LOOK]


def write_articles(story: str, folder: Path) -> Path:
    """Writes a marked story's articles as the file that a reader is given, one record a line."""
    file = folder / f"{story}.jsonl"
    lines = [json.dumps(r, ensure_ascii=False) for r in articles(story)]
    file.write_text("\n".join(lines) + "\n", encoding="utf8")
    return file


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
