"""Attributions against PolNeAR dev, by the ruler: ``python -m evals.attributions [--model fast|best]``.

Prints the ruler's table, documents per CPU second (one thread, loading left out, all else in), and
how far the probabilities can be trusted. ``measure`` gives the quality gate its figures.

An attribution counts as right, for its probability, if its content is matched one to one with a
gold content by the ruler and its source shares a token with gold's (or gold has none).
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from atstake.extract.attributions.extractor import AttributionExtractor
from atstake.extract.encode import Encoder
from atstake.model.annotations import Annotations, Attribution
from atstake.model.reading import Reading
from atstake.model.text import Document, Span
from evals.shared import records, scorer, shared

SHOWN = (
    "attrib.overlap", "content.overlap", "content.exact_w",
    "indirect.attrib.overlap", "direct.attrib.overlap",
    "span.source.strict", "span.cue.strict", "span.content.strict", "source_given_content",
)  # fmt: skip
TRUSTED = 0.8
BINS = 10


@dataclass
class Outcome:
    """Predictions for a set of articles in the ruler's shape, their probabilities, and the time they took."""

    predictions: dict[str, dict[str, Any]]
    chances: dict[str, list[float]]
    seconds: float

    @property
    def documents_per_second(self) -> float:
        """Articles per CPU second."""
        return len(self.predictions) / self.seconds if self.seconds else 0.0


def ruler() -> ModuleType:
    """The shared scorer as a module."""
    return scorer("score_attribution")


def reading_of(record: dict[str, Any]) -> Reading:
    """An article as it is, with nothing taken out: gold's offsets are into the whole text."""
    text = str(record["text"])
    return Reading(Document(str(record["id"]), text), text, (Span(0, len(text)),))


def predict(gold: Sequence[dict[str, Any]], extract: AttributionExtractor) -> Outcome:
    """Reads every article once, after a first one for warming up."""
    readings = [reading_of(record) for record in gold]
    extract(readings[0], Annotations(readings[0].document.id))
    begun = time.process_time()
    found = [extract(reading, Annotations(reading.document.id)).attributions for reading in readings]
    seconds = time.process_time() - begun
    names = [reading.document.id for reading in readings]
    return Outcome(
        {
            name: {"id": name, "attributions": [row(a) for a in made]}
            for name, made in zip(names, found, strict=True)
        },
        {name: [a.probability for a in made] for name, made in zip(names, found, strict=True)},
        seconds,
    )


def row(attribution: Attribution) -> dict[str, list[list[int]]]:
    """An attribution in the ruler's shape."""
    parts = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
    return {
        role: [[s.start, s.end] for s in target.spans] if target else [] for role, target in parts.items()
    }


def right(gold: dict[str, Any], predicted: dict[str, Any]) -> list[bool]:
    """For each prediction of one article, whether it is an attribution of gold."""
    score = ruler()
    article = score.Article(gold["text"])
    sides = [
        [{role: article.cover(a.get(role)) for role in ("source", "cue", "content")} for a in rows]
        for rows in ([a for a in gold["attributions"] if a["content"]], predicted["attributions"])
    ]
    pairs = {j: i for i, j in score.match(*sides).items()}
    return [
        j in pairs and (not sides[0][pairs[j]]["source"] or bool(sides[0][pairs[j]]["source"] & p["source"]))
        for j, p in enumerate(sides[1])
    ]


def trust(gold: Sequence[dict[str, Any]], outcome: Outcome) -> dict[str, float]:
    """Expected calibration error (ten bins), Brier score, precision of the trusted ones, in percent."""
    chances, hits = [], []
    for record in gold:
        name = str(record["id"])
        chances += outcome.chances[name]
        hits += right(record, outcome.predictions[name])
    p, y = np.asarray(chances), np.asarray(hits, float)
    bins = np.minimum((p * BINS).astype(int), BINS - 1)
    error = sum(
        (bins == b).mean() * abs(p[bins == b].mean() - y[bins == b].mean()) for b in set(bins.tolist())
    )
    sure = p >= TRUSTED
    return {
        "ece": 100 * float(error),
        "brier": 100 * float(((p - y) ** 2).mean()),
        "precision_trusted": 100 * float(y[sure].mean()) if sure.any() else 0.0,
        "share_trusted": 100 * float(sure.mean()),
    }


def measure() -> dict[str, float]:
    """The gate's figures, for both models that ship."""
    gold = list(records(shared() / "data" / "attribution" / "polnear-dev.jsonl"))
    found: dict[str, float] = {}
    for model in ("fast", "best"):
        outcome = predict(gold, AttributionExtractor(Encoder(model)))
        score = ruler()
        table = score.summarise(score.score({g["id"]: g for g in gold}, outcome.predictions))
        found |= {f"{model}/{name}.f1": table[name]["f1"] for name in SHOWN}
        found[f"{model}/precision_trusted"] = trust(gold, outcome)["precision_trusted"]
    return found


def main() -> None:
    """Prints the figures of one model on dev, or on another file of the same shape."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default="best", help="fast, best, or a model's .json file")
    parser.add_argument("--gold", type=Path, default=shared() / "data" / "attribution" / "polnear-dev.jsonl")
    parser.add_argument("--bootstrap", type=int, default=0)
    parser.add_argument("--save", type=Path, help="also write the predictions here, for the ruler")
    asked = parser.parse_args()
    gold = list(records(asked.gold))
    outcome = predict(gold, AttributionExtractor(Encoder(asked.model)))
    score = ruler()
    table = score.summarise(score.score({g["id"]: g for g in gold}, outcome.predictions), asked.bootstrap)
    for name, value in table.items():
        around = "   {:.1f}-{:.1f}".format(*value["ci95"]) if "ci95" in value else ""
        print(f"{name:<28}{value['p']:7.1f}{value['r']:7.1f}{value['f1']:7.1f}{around}")
    for name, figure in trust(gold, outcome).items():
        print(f"{name:<28}{figure:7.1f}")
    print(f"{len(gold)} articles, {outcome.documents_per_second:.1f} per CPU second")
    if asked.save:
        lines = (json.dumps(p) + "\n" for p in outcome.predictions.values())
        asked.save.write_text("".join(lines), encoding="utf8")


if __name__ == "__main__":
    main()
