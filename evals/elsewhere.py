"""Attributions outside PolNeAR, marked by hand (``labels/attributions-elsewhere.jsonl``).

``python -m evals.elsewhere [--model fast|best]``. What is predicted outside the marked stretches is left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from atstake.extract.attributions.extractor import AttributionExtractor
from atstake.extract.encode import Encoder
from evals.attributions import SHOWN, Outcome, predict, ruler, trust
from evals.shared import records, shared

LABELS = Path(__file__).parent / "labels" / "attributions-elsewhere.jsonl"


def marked() -> Iterator[dict[str, Any]]:
    """The marked articles in the ruler's shape, each with its ``coverage`` and ``within``."""
    texts: dict[str, dict[str, str]] = {}
    for label in records(LABELS):
        name = label["coverage"]
        if name not in texts:
            path = shared() / "data" / "coverage" / f"{name}.jsonl"
            texts[name] = {str(r["id"]): r["text"] for r in records(path)}
        yield {**label, "text": texts[name][label["id"]]}


def inside(outcome: Outcome, gold: list[dict[str, Any]]) -> Outcome:
    """The predictions whose content begins in a marked stretch."""
    predictions, chances = {}, {}
    for label in gold:
        made = outcome.predictions[label["id"]]["attributions"]
        kept = [i for i, a in enumerate(made) if any(s <= a["content"][0][0] < e for s, e in label["within"])]
        predictions[label["id"]] = {"id": label["id"], "attributions": [made[i] for i in kept]}
        chances[label["id"]] = [outcome.chances[label["id"]][i] for i in kept]
    return Outcome(predictions, chances, outcome.seconds)


def figures(model: str) -> dict[str, dict[str, float]]:
    """For each coverage file, and for all, F1 by the ruler."""
    gold = list(marked())
    outcome = inside(predict(gold, AttributionExtractor(Encoder(model))), gold)
    score = ruler()
    found = {}
    for name in (*sorted({g["coverage"] for g in gold}), "all"):
        part = [g for g in gold if name in ("all", g["coverage"])]
        predictions = {g["id"]: outcome.predictions[g["id"]] for g in part}
        table = score.summarise(score.score({g["id"]: g for g in part}, predictions))
        found[name] = {shown: table[shown]["f1"] for shown in SHOWN} | {
            "attrib.overlap.p": table["attrib.overlap"]["p"],
            "attrib.overlap.r": table["attrib.overlap"]["r"],
            "gold": table["content.overlap"]["gold"],
        }
        found[name] |= trust(part, outcome)
    return found


def main() -> None:
    """Prints the figures as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default="best", help="fast, best, or a model's .json file")
    asked = parser.parse_args()
    found = figures(asked.model)
    print(json.dumps({n: {k: round(v, 1) for k, v in f.items()} for n, f in found.items()}, indent=1))


if __name__ == "__main__":
    main()
