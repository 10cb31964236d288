"""Names, positions and figures of stories that no rule was written on: ``python -m evals.unseen``.

``[STORY...] [--misses] [--keep FOLDER]``. Some of the stories in ``labels/stories`` were marked whole later
(``labels/whole``: figures, positions, metonyms, actors), in the shared gold's shape, blind to any output. The
story scorer reads them as it reads the gold; disputes and events ahead are left out, for weights were fitted
on those of these stories. Half of them may be looked at to mend rules, the others (``HELD``) only measure.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.marked import marks
from evals.stories import evidence_of, flat, means, score

LABELS = Path(__file__).parent / "labels" / "whole"
HELD = frozenset({"expulsions-2018", "helsinki-2018", "strike-2017", "syria-chemical-more"})
"""Stories that nobody looked at while rules were mended."""


def marked_whole() -> list[str]:
    """Names of the stories that are marked whole."""
    return sorted(p.stem for p in LABELS.glob("*.json"))


def measure() -> dict[str, float]:
    """The means over the stories that only measure, and over the others."""
    with tempfile.TemporaryDirectory() as folder:
        found = dict(_scored(marked_whole(), Path(folder)))
    return _means(found)


def _scored(names: list[str], folder: Path, *more: str) -> Iterator[tuple[str, float]]:
    for story in names:
        gold = folder / f"{story}.gold.json"
        gold.write_text(json.dumps(_gold(story)), encoding="utf8")
        figures, printed = score(gold, evidence_of(story, folder), *more)
        if more:
            print(f"== {story}\n{printed}")
        kept = {part: figures[part] for part in ("figures", "names")}
        yield from ((f"{story}/{name}", value) for name, value in flat(kept))


def _gold(story: str) -> dict[str, Any]:
    """The story's marks in the gold's shape."""
    whole: dict[str, Any] = json.loads((LABELS / f"{story}.json").read_text(encoding="utf8"))
    return {"docs": marks(story)["docs"], "disputes": [], "upcoming": []} | whole


def _means(found: dict[str, float]) -> dict[str, float]:
    parts = {
        "held": [s for s in marked_whole() if s in HELD],
        "looked-at": [s for s in marked_whole() if s not in HELD],
    }
    return {
        f"{part}/{name.removeprefix('mean/')}": value
        for part, names in parts.items()
        for name, value in means(found, names).items()
    }


def main() -> None:
    """Prints each story's figures and their means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="*", default=marked_whole())
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was wrong")
    parser.add_argument("--keep", type=Path, help="a folder to leave dossiers and evidence files in")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        found = dict(_scored(asked.story, folder, *(["--misses"] if asked.misses else [])))
    for name, value in (found | _means(found)).items():
        print(f"{value:6.1f}  {name}")


if __name__ == "__main__":
    main()
