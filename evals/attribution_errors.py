"""The worst errors on PolNeAR dev: ``python -m evals.attribution_errors [--model best] [--show] [--write]``.

An error weighs as many tokens as it leads astray: those of a content that was missed, invented or
given to somebody else, or those by which two contents that match differ; times the probability, where
something was found. The kinds in ``labels/attribution-errors.tsv`` are given by hand; ``--write`` keeps
those of errors that are still there, and leaves "?" for new ones. Offsets only, never the text.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from atstake.extract.attributions.extractor import AttributionExtractor
from atstake.extract.encode import Encoder
from evals.attributions import Outcome, predict, ruler
from evals.shared import records, shared

LABELS = Path(__file__).parent / "labels" / "attribution-errors.tsv"
ROLES = ("source", "cue", "content")
Spans = Sequence[Sequence[int]]


@dataclass
class Error:
    """One error: offsets as ``start-end``, several joined by commas; empty where there is none."""

    document: str
    what: str
    weight: float
    probability: str
    gold_source: str
    gold_content: str
    found_source: str
    found_content: str
    kind: str = "?"

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from others, whatever the probability."""
        return (self.document, self.what, self.gold_content, self.found_content, self.found_source)


def errors(gold: Iterable[dict[str, Any]], outcome: Outcome) -> Iterator[Error]:
    """All errors of all articles."""
    score = ruler()
    for record in gold:
        name = str(record["id"])
        article = score.Article(record["text"])
        sides = (
            [a for a in record["attributions"] if a["content"]],
            outcome.predictions[name]["attributions"],
        )
        covers = [[{r: article.cover(a.get(r)) for r in ROLES} for a in side] for side in sides]
        pairs = score.match(*covers)
        for i, j in pairs.items():
            chance = outcome.chances[name][j]
            what, astray = _compared(covers[0][i], covers[1][j])
            if astray:
                yield _error(name, what, astray * chance, f"{chance:.2f}", sides[0][i], sides[1][j])
        for i in sorted(set(range(len(sides[0]))) - set(pairs)):
            yield _error(name, "missed", len(covers[0][i]["content"]), "", sides[0][i], {})
        for j in sorted(set(range(len(sides[1]))) - set(pairs.values())):
            chance = outcome.chances[name][j]
            weight = len(covers[1][j]["content"]) * chance
            yield _error(name, "invented", weight, f"{chance:.2f}", {}, sides[1][j])


def _compared(gold: dict[str, set[int]], found: dict[str, set[int]]) -> tuple[str, int]:
    """What is wrong with a content that matches, and how many tokens of it."""
    if gold["source"] and not gold["source"] & found["source"]:
        return "source", len(found["content"])
    return "border", len(gold["content"] ^ found["content"])


def _error(
    name: str, what: str, weight: float, chance: str, gold: dict[str, Any], found: dict[str, Any]
) -> Error:
    shown = [_joined(side.get(role) or ()) for side in (gold, found) for role in ("source", "content")]
    return Error(name, what, round(weight, 1), chance, *shown)


def _joined(spans: Spans) -> str:
    return ",".join(f"{start}-{end}" for start, end in spans)


def known() -> dict[tuple[str, ...], str]:
    """The kinds given by hand so far."""
    if not LABELS.exists():
        return {}
    with LABELS.open(encoding="utf8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return {Error(**row).key: row["kind"] for row in rows}  # type: ignore[arg-type]


def _show(error: Error, text: str) -> None:
    for name in ("gold_source", "gold_content", "found_source", "found_content"):
        spans = [tuple(map(int, s.split("-"))) for s in getattr(error, name).split(",") if s]
        if spans:
            print(f"    {name:<14}", " … ".join(text[s:e] for s, e in spans))


def main() -> None:
    """Prints the worst errors, with their texts where asked, and writes their offsets and kinds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default="best", help="fast, best, or a model's .json file")
    parser.add_argument("--top", type=int, default=20)
    parser.add_argument("--show", action="store_true", help="also the words, for looking; never for the repo")
    parser.add_argument("--write", action="store_true", help=f"write {LABELS.name}")
    asked = parser.parse_args()
    gold = list(records(shared() / "data" / "attribution" / "polnear-dev.jsonl"))
    outcome = predict(gold, AttributionExtractor(Encoder(asked.model)))
    found = sorted(errors(gold, outcome), key=lambda e: (-e.weight, e.key))
    kinds, texts = known(), {str(g["id"]): str(g["text"]) for g in gold}
    worst = found[: asked.top]
    for error in worst:
        error.kind = kinds.get(error.key, "?")
        print("\t".join(map(str, astuple(error))))
        if asked.show:
            _show(error, texts[error.document])
    counts = {what: sum(e.what == what for e in found) for what in ("missed", "invented", "source", "border")}
    print("of all:", ", ".join(f"{count} {what}" for what, count in counts.items()))
    if asked.write:
        with LABELS.open("w", encoding="utf8", newline="") as file:
            rows = csv.writer(file, delimiter="\t", lineterminator="\n")
            rows.writerows([[f.name for f in fields(Error)], *map(astuple, worst)])


if __name__ == "__main__":
    main()
