"""How often a shown dispute is one, by verdicts given by hand: ``python -m evals.verdicts``.

Of the pairs in ``labels/dispute-verdicts.tsv``, by their confidence when they were drawn: right, right but
for a speaker, an answer to something else, no dispute.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

LABELS = Path(__file__).parent / "labels" / "dispute-verdicts.tsv"
BANDS = (0.3, 0.2, 0.15, 0.0)
RIGHT = ("right", "speaker")


def bands() -> dict[float, Counter[str]]:
    """Verdicts by band of confidence: each from its bound up to the one before."""
    found: dict[float, Counter[str]] = {bound: Counter() for bound in BANDS}
    with LABELS.open(encoding="utf8", newline="") as lines:
        for row in csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            confidence, verdict = float(row[-2]), row[-1]
            found[next(b for b in BANDS if confidence >= b)][verdict] += 1
    return found


def main() -> None:
    """Prints the figures."""
    print("from   right of all   with the right speakers")
    for bound, verdicts in bands().items():
        every, right = verdicts.total(), sum(verdicts[v] for v in RIGHT)
        print(f"{bound:<6} {right:3} of {every:<8} {verdicts['right']:3}   {dict(sorted(verdicts.items()))}")


if __name__ == "__main__":
    main()
