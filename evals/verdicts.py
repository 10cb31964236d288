"""How often a shown dispute is one, by verdicts given by hand: ``python -m evals.verdicts``.

Of the pairs in ``labels/dispute-verdicts.tsv`` (``--draw 2``: in ``-2.tsv``), by their confidence when they
were drawn: right, right but for a speaker, an answer to something else, no dispute. Then of the entries that
pages showed (``labels/shown-verdicts.tsv``), by draw: pairs, and answers that stood alone.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

LABELS = Path(__file__).parent / "labels"
DRAWS = {1: "dispute-verdicts.tsv", 2: "dispute-verdicts-2.tsv"}
BANDS = (0.3, 0.2, 0.15, 0.0)
RIGHT = ("right", "speaker")


def bands(draw: int) -> dict[float, Counter[str]]:
    """A draw's verdicts by band of confidence: each from its bound up to the one before."""
    found: dict[float, Counter[str]] = {bound: Counter() for bound in BANDS}
    with (LABELS / DRAWS[draw]).open(encoding="utf8", newline="") as lines:
        for row in csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            confidence, verdict = float(row[-2]), row[-1]
            found[next(b for b in BANDS if confidence >= b)][verdict] += 1
    return found


def shown() -> dict[tuple[int, str], Counter[str]]:
    """Verdicts on what pages showed, by draw and by whether it was a pair or an answer alone."""
    found: dict[tuple[int, str], Counter[str]] = {}
    with (LABELS / "shown-verdicts.tsv").open(encoding="utf8", newline="") as lines:
        for row in csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            kind = "pair" if int(row[5]) > 1 else "alone"
            found.setdefault((int(row[0]), kind), Counter())[row[-1]] += 1
    return found


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draw", type=int, choices=sorted(DRAWS), default=max(DRAWS))
    draw = parser.parse_args().draw
    print("from   right of all   with the right speakers")
    for bound, verdicts in bands(draw).items():
        every, right = verdicts.total(), sum(verdicts[v] for v in RIGHT)
        print(f"{bound:<6} {right:3} of {every:<8} {verdicts['right']:3}   {dict(sorted(verdicts.items()))}")
    print("shown: draw, kind, right of all")
    for (drawn, kind), verdicts in sorted(shown().items()):
        print(f"{drawn:<6} {kind:<6} {verdicts['right']:3} of {verdicts.total()}")


if __name__ == "__main__":
    main()
