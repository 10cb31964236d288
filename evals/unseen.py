"""Names, positions and figures of stories that no rule was written on: ``python -m evals.unseen``.

``[STORY...] [--misses] [--keep FOLDER]``. Some of the stories in ``labels/stories`` were marked whole later
(``labels/whole``: figures, positions, metonyms, actors), in the shared gold's shape, blind to any output. The
story scorer reads them as it reads the gold; disputes and events ahead are left out, for weights were fitted
on those of these stories. Those in ``HELD`` only measure; what is missed in the others may be looked at to
mend rules.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from evals.marked import marks
from evals.stories import means, options, scored

LABELS = Path(__file__).parent / "labels" / "whole"
HELD = frozenset(
    "expulsions-2018 helsinki-2018 strike-2017 syria-chemical-more "
    "benghazi-2013 settlements-2016 virginia-2019 witnesses-2020 "
    "rice-2012 deir-ezzor-2016-06 trip-2017".split()
)
"""Stories that nobody looked at while rules were mended."""
SECOND = frozenset(
    "benghazi-2013 settlements-2016 virginia-2019 witnesses-2020 "
    "bergdahl-2014 emails-2016 hearings-2019 wisconsin-2012".split()
)
"""Stories of a second round, marked more closely; they stand apart, for figures of the first to compare."""
THIRD = frozenset(
    "rice-2012 deir-ezzor-2016-06 trip-2017 sanctions-2017 better-deal-2015 schiff-2019".split()
)
"""Stories of a third, by other readers."""


def marked_whole() -> list[str]:
    """Names of the stories that are marked whole."""
    return sorted(p.stem for p in LABELS.glob("*.json"))


def measure() -> dict[str, float]:
    """The means over the stories that only measure, and over the others."""
    return _means(_kept(scored(marked_whole(), _gold)))


def _kept(found: dict[str, float]) -> dict[str, float]:
    """Without disputes and events ahead, of which no marks are given to the scorer here."""
    return {n: v for n, v in found.items() if n.split("/", 1)[1].startswith(("figures.", "names."))}


def _gold(story: str, folder: Path) -> Path:
    """Writes the story's marks in the gold's shape."""
    whole: dict[str, Any] = json.loads((LABELS / f"{story}.json").read_text(encoding="utf8"))
    file = folder / f"{story}.gold.json"
    marked = {"docs": marks(story)["docs"], "disputes": [], "upcoming": []} | whole
    file.write_text(json.dumps(marked), encoding="utf8")
    return file


def _means(found: dict[str, float]) -> dict[str, float]:
    parts: dict[str, list[str]] = defaultdict(list)
    for story in marked_whole():
        round_of = "-2" if story in SECOND else "-3" if story in THIRD else ""
        parts[("held" if story in HELD else "looked-at") + round_of].append(story)
    return {
        f"{part}/{name.removeprefix('mean/')}": value
        for part, names in parts.items()
        for name, value in means(found, names).items()
    }


def main() -> None:
    """Prints what the scorer prints of each story, each story's figures, and their means."""
    asked = options(__doc__, marked_whole())
    found = _kept(scored(asked.story, _gold, asked))
    for name, value in (found | _means(found)).items():
        print(f"{value:6.1f}  {name}")


if __name__ == "__main__":
    main()
