"""How positions are put under issues, against an editor's: ``python -m evals.issues [--stories]``.

In the shared gold and in the stories marked whole (``labels/whole``) each position has an issue in the
reader's own words. Of the editor's issues with positions of several actors: of how many does one of ours hold
two of these, by different actors? And of two marked positions of different actors under one issue of ours:
how often has the editor them under one? An editor's issues are narrow (twenty in a story, most with one or
two positions: "danger posed by the released" beside "notice to Congress"), so a heading that an editor would
accept costs here; ``by chance`` is the share among all pairs.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from evals.marked import stories
from evals.stories import evidence_of, gold_file
from evals.unseen import HELD, marked_whole
from evals.unseen import LABELS as WHOLE

_SAME = 0.5
"""Share of the shorter of two stretches that they have in common where they are one statement."""
Row = Mapping[str, Any]
Pairs = set[tuple[int, int]]


def pairs(rows: list[Row], chosen: Iterable[int]) -> Pairs:
    """The pairs of positions, of some, that different actors hold."""
    held = combinations(sorted(chosen), 2)
    return {(a, b) for a, b in held if rows[a]["actor"] != rows[b]["actor"]}


def counted(rows: list[Row], ours: Iterable[Row]) -> dict[str, int]:
    """How marked positions (``rows``) and those of an evidence file (``ours``) are put together."""
    marked: dict[str, set[int]] = defaultdict(set)
    found: dict[str, set[int]] = defaultdict(set)
    for i, row in enumerate(rows):
        marked[row["issue"]].add(i)
    for position in ours:
        found[position["issue"]] |= {i for i, r in enumerate(rows) if _meets(r["span"], position["target"])}
    together: Pairs = set().union(*(pairs(rows, held) for held in marked.values()))
    made: Pairs = set().union(*(pairs(rows, held) for held in found.values()))
    wide = [held for held in marked.values() if pairs(rows, held)]
    hit = sum(any(pairs(rows, held & other) for other in found.values()) for held in wide)
    return {
        "issues": len(wide),
        "found": hit,
        "pairs": len(made),
        "right": len(made & together),
        "together": len(together),
        "all": len(pairs(rows, range(len(rows)))),
    }


def measure() -> dict[str, float]:
    """Shares for the gold, the stories that only measure and those that rules were mended on."""
    return {
        f"{group}/{name}": value
        for group, counts in _groups(dict(_stories())).items()
        for name, value in _shares(counts).items()
        if name != "by chance"
    }


def _meets(a: Row, b: Row) -> bool:
    if a["doc"] != b["doc"]:
        return False
    common: int = min(a["end"], b["end"]) - max(a["start"], b["start"])
    shorter: int = min(a["end"] - a["start"], b["end"] - b["start"])
    return common >= _SAME * shorter


def _stories() -> Iterator[tuple[str, dict[str, int]]]:
    with tempfile.TemporaryDirectory() as folder:
        for story in (*stories(), *marked_whole()):
            own = WHOLE / f"{story}.json"
            gold = json.loads((own if own.exists() else gold_file(story)).read_text(encoding="utf8"))
            evidence = json.loads(evidence_of(story, Path(folder)).read_text(encoding="utf8"))
            yield story, counted(gold["positions"], evidence["positions"])


def _groups(found: Mapping[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    gold = set(stories())
    groups: dict[str, dict[str, int]] = {}
    for story, counts in found.items():
        name = "gold" if story in gold else "held" if story in HELD else "looked-at"
        group = groups.setdefault(name, dict.fromkeys(counts, 0))
        for key, value in counts.items():
            group[key] += value
    return groups


def _shares(counts: Mapping[str, int]) -> dict[str, float]:
    return {
        "issues found": 100 * counts["found"] / max(1, counts["issues"]),
        "pairs right": 100 * counts["right"] / max(1, counts["pairs"]),
        "by chance": 100 * counts["together"] / max(1, counts["all"]),
    }


def main() -> None:
    """Prints counts and shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", action="store_true", help="each story too")
    found = dict(_stories())
    every = _groups(found) | (found if parser.parse_args().stories else {})
    for name, counts in every.items():
        shares = ", ".join(f"{k} {v:.1f}" for k, v in _shares(counts).items())
        print(f"{name}: {shares}  {counts}")


if __name__ == "__main__":
    main()
