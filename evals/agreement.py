"""How far two readers agree on what is a dispute: ``python -m evals.agreement [--stories]``.

A second reader marked the disputes of the six shared stories of many articles and 25 stories of those marked
here first (``labels/second``), from the texts and the guidelines alone, blind to the first marks and to any
output, and said of each how sure (3: any editor would mark it, 2: most would, 1: borderline). The second
reading is scored against the first as a system's output is (tools/score_story.py). It tells how much of a
figure is the ruler's own noise, and what a reader reaches who understands the texts.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evals.marked import marks, second_look, stories
from evals.shared import scorer

LABELS = Path(__file__).parent / "labels" / "second"
SURE = (1, 2, 3)
Rows = Mapping[str, dict[str, Any]]


def second(story: str, sure: int = 1) -> list[dict[str, Any]]:
    """The disputes that the second reader marked in a story, at least so sure."""
    found = json.loads((LABELS / f"{story}.json").read_text(encoding="utf8"))
    return [d for d in found["disputes"] if d["sure"] >= sure]


def read_twice() -> list[str]:
    """The stories that both readers marked, the shared ones first."""
    return [s for s in (*stories(), *second_look()) if (LABELS / f"{s}.json").exists()]


def agreement(sure: int) -> dict[str, dict[str, Any]]:
    """The scorer's rows for each story, the first reading taken as gold."""
    return {s: _scored(s, second(s, sure))[0] for s in read_twice()}


def missed(names: Iterable[str], sure: int) -> tuple[Counter[str], Counter[str]]:
    """Of each relation, how many disputes the first reader marked, and how many the second did not."""
    marked: Counter[str] = Counter()
    not_found: Counter[str] = Counter()
    for story in names:
        marked.update(d["relation"] for d in marks(story)["disputes"])
        not_found.update(d["relation"] for d in _scored(story, second(story, sure))[1])
    return marked, not_found


# Private functions


def _scored(story: str, disputes: list[dict[str, Any]]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    gold = marks(story)
    misses: dict[str, list[dict[str, Any]]] = {}
    rows = scorer("score_story").score_disputes(gold["disputes"], disputes, misses, gold, {})
    return rows, misses["disputes missed"]


def _mean(rows: Rows, names: Iterable[str], key: str, figure: str) -> float:
    values = [float(rows[s][key][figure]) for s in names if rows[s][key][figure] is not None]
    return sum(values) / max(1, len(values))


def _print(title: str, rows: Rows, names: list[str]) -> None:
    pair = " ".join(f"{f.upper()} {_mean(rows, names, 'pair', f):.1f}" for f in ("p", "r", "f1"))
    related = _mean(rows, names, "pair+relation", "f1")
    recalls = [_mean(rows, names, f"recall.{kind}", "share") for kind in ("explicit", "cross-document")]
    print(
        f"{title:34} {pair}  with relation {related:.1f}  explicit {recalls[0]:.1f}  across {recalls[1]:.1f}"
    )


def main() -> None:
    """Prints means over the shared stories and over ours, by how sure the second reader is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", action="store_true", help="each story by itself")
    asked = parser.parse_args()
    shared_ones = [s for s in read_twice() if s in stories()]
    ours = [s for s in read_twice() if s not in stories()]
    for sure in SURE:
        rows = agreement(sure)
        for title, names in (("the six", shared_ones), (f"the {len(ours)}", ours)):
            _print(f"{title}, sure {sure} and more", rows, names)
        if asked.stories:
            for story in read_twice():
                _print(f"  {story}", rows, [story])
    for title, names in (("the six", shared_ones), (f"the {len(ours)}", ours)):
        marked, not_found = missed(names, 1)
        found = ", ".join(f"{r} {n - not_found[r]} of {n}" for r, n in sorted(marked.items()))
        print(f"{title}: of the first reader's marks the second has {found}")


if __name__ == "__main__":
    main()
