"""Acts, polarity and hedges of cues against 200 marked by hand: ``python -m evals.acts``.

Cue and content are gold's, so that only the rules are measured.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from atstake.extract.attributions import acts, content_acts
from evals.shared import records, shared

LABELS = Path(__file__).parent / "labels" / "acts.tsv"
SAYS = "says"


def measure() -> dict[str, float]:
    """Share right in percent: of all acts, of those that are more than saying, of polarities, of hedges;
    and of the acts other than saying that the rules give, how many are right."""
    count: Counter[str] = Counter()
    texts = {r["id"]: r["text"] for r in records(shared() / "data" / "attribution" / "polnear-dev.jsonl")}
    for key, cue_start, cue_end, start, end, act, polarity, hedged in _rows():
        cue, content = texts[key][int(cue_start) : int(cue_end)], texts[key][int(start) : int(end)]
        said = acts.act_of(cue, content)
        negative = acts.is_negated(cue) or content_acts.polarity(content) == "negative"
        count["all"] += 1
        count["act"] += said == act
        count["more"] += act != SAYS
        count["more-right"] += act != SAYS and said == act
        count["given"] += said != SAYS
        count["given-right"] += said != SAYS and said == act
        count["polarity"] += negative == (polarity == "negative")
        count["hedged"] += acts.is_hedged(cue, content) == (hedged == "hedged")
    return {
        "acts": _percent(count["act"], count["all"]),
        "acts-other-than-says.recall": _percent(count["more-right"], count["more"]),
        "acts-other-than-says.precision": _percent(count["given-right"], count["given"]),
        "polarity": _percent(count["polarity"], count["all"]),
        "hedged": _percent(count["hedged"], count["all"]),
    }


def _rows() -> list[list[str]]:
    with LABELS.open(encoding="utf8", newline="") as lines:
        return list(csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> None:
    """Prints the figures."""
    for name, value in measure().items():
        print(f"{name:32} {value:.1f}")


if __name__ == "__main__":
    main()
