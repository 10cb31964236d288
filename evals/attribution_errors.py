"""The worst errors on PolNeAR dev, each with its kind: ``python -m evals.attribution_errors [--model best]``.

Only ids, offsets and kinds are written (``labels/attribution-errors.jsonl``), never the text. The
cost of an error is the number of content words it gets wrong: those of a missed or a wrong
attribution, those that two borders differ by, all of a content that is put into the wrong mouth.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from atstake.extract.attributions.extractor import AttributionExtractor
from atstake.extract.encode import Encoder
from evals.attributions import predict, ruler
from evals.shared import records, shared

OUT = Path(__file__).parent / "labels" / "attribution-errors.jsonl"
ROLES = ("source", "cue", "content")
Offsets = list[list[int]]


@dataclass(frozen=True)
class Mistake:
    """One error: its kind, how many content words it costs, and where gold and prediction stand."""

    id: str
    kind: str
    words: int
    form: str
    gold: Offsets
    predicted: Offsets


def mistakes(gold: dict[str, Any], predicted: dict[str, Any]) -> Iterator[Mistake]:
    """All errors of one article, matched by the ruler."""
    score = ruler()
    article = score.Article(gold["text"])
    wanted = [a for a in gold["attributions"] if a["content"]]
    made = predicted["attributions"]
    sides = [[{role: article.cover(a.get(role)) for role in ROLES} for a in rows] for rows in (wanted, made)]
    pairs: dict[int, int] = score.match(*sides)

    def told(kind: str, words: set[int], g: dict[str, Any] | None, p: dict[str, Any] | None) -> Mistake:
        spans = (g or p or {})["content"]
        form = "direct" if article.is_direct(spans, 0 if g else 2) else "indirect"
        return Mistake(
            gold["id"],
            kind,
            len(article.words(words)),
            form,
            g["content"] if g else [],
            p["content"] if p else [],
        )

    for i, g in enumerate(sides[0]):
        if i not in pairs:
            yield told("missed", g["content"], wanted[i], None)
            continue
        p = sides[1][pairs[i]]
        if g["source"] and not g["source"] & p["source"]:
            kind = "wrong source" if p["source"] else "no source found"
            yield told(kind, g["content"], wanted[i], made[pairs[i]])
        differ = article.words(g["content"] ^ p["content"])
        if differ:
            yield told(_border(g["content"], p["content"], differ), differ, wanted[i], made[pairs[i]])
    for j, p in enumerate(sides[1]):
        if j not in pairs.values():
            yield told("not in gold", p["content"], None, made[j])


def _border(gold: set[int], predicted: set[int], differ: set[int]) -> str:
    if differ <= gold:
        return "content too short"
    return "content too long" if differ <= predicted else "content shifted"


def main() -> None:
    """Counts the kinds, prints the worst, and writes them where they are kept."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default="best", help="fast, best, or a model's .json file")
    parser.add_argument("--worst", type=int, default=20)
    asked = parser.parse_args()
    gold = list(records(shared() / "data" / "attribution" / "polnear-dev.jsonl"))
    outcome = predict(gold, AttributionExtractor(Encoder(asked.model)))
    found = [m for g in gold for m in mistakes(g, outcome.predictions[g["id"]])]
    for (kind, form), count in sorted(Counter((m.kind, m.form) for m in found).items()):
        words = sum(m.words for m in found if (m.kind, m.form) == (kind, form))
        print(f"{kind:<20}{form:<10}{count:5d} errors {words:6d} words")
    worst = sorted(found, key=lambda m: (-m.words, m.id, m.gold, m.predicted))[: asked.worst]
    for m in worst:
        print(f"{m.words:4d}  {m.kind}, {m.form}  {m.id}  gold {m.gold}  predicted {m.predicted}")
    OUT.write_text("".join(json.dumps(asdict(m)) + "\n" for m in worst), encoding="utf8")


if __name__ == "__main__":
    main()
