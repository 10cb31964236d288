"""How often a shift of position is one, by verdicts given by hand: ``python -m evals.shifts``.

``labels/shift-verdicts.tsv`` holds what was found in articles that nobody had marked: those on which rules
were mended ("seen"), and those read afterwards ("fresh").
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

LABELS = Path(__file__).parent / "labels" / "shift-verdicts.tsv"


def verdicts() -> dict[str, Counter[str]]:
    """Verdicts by sample."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    with LABELS.open(encoding="utf8", newline="") as lines:
        for row in csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            found[row[0]][row[-1]] += 1
    return dict(found)


def main() -> None:
    """Prints the figures."""
    for sample, counted in verdicts().items():
        print(
            f"{sample:6} {counted['right']:3} of {counted.total():<4} right   {dict(sorted(counted.items()))}"
        )


if __name__ == "__main__":
    main()
