"""An outside ruler: do two texts say opposite things? ``python -m evals.opposition``.

The signals that disputes are found by, held against two public sets of marked pairs, each topic by weights
from the other topics: attack or support between passages of two candidates (Menini et al. 2018), and whether
one claim weakens another (ClaimDiff, Ko et al. 2023). The passages are whole paragraphs without a cue, so
only words, negation and answering words are left to go by.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from atstake.resolve.answers import PATTERNS, is_negative
from atstake.resolve.lexical import Weighing, containment, cosine, stems
from atstake.resolve.weighing import Linear
from evals.fitting import logistic_fit
from evals.shared import shared

RIDGE = 2.0


@dataclass(frozen=True)
class Pair:
    """Two texts, their topic, whether one speaker says both (None: unknown), and whether they oppose."""

    topic: str
    first: str
    second: str
    one_speaker: bool | None
    opposed: bool


def signals(pair: Pair, weighing: Weighing, speakers: bool) -> dict[str, float]:
    """What disputes are found by, for two bare texts."""
    a, b = (weighing.vector(stems(text)) for text in (pair.first, pair.second))
    kinds = [{k for k, p in PATTERNS.items() if p.search(t)} for t in (pair.first, pair.second)]
    alike, turned = cosine(a, b), is_negative(pair.first) != is_negative(pair.second)
    found = {"alike": alike, "inside": max(containment(a, b), containment(b, a)), "negated": float(turned)}
    found |= {"alike-negated": alike * turned}
    found |= {f"first-{kind}": 1.0 for kind in kinds[0]} | {f"second-{kind}": 1.0 for kind in kinds[1]}
    if speakers and pair.one_speaker is not None:
        found["one-speaker"] = float(pair.one_speaker)
    return found


def crossed(pairs: Sequence[Pair], speakers: bool = False) -> tuple[float, float, float]:
    """Accuracy, macro F1 and F1 of "opposed", in percent: each topic by weights from the others."""
    weighing = Weighing(stems(text) for p in pairs for text in (p.first, p.second))
    rows = [signals(p, weighing, speakers) for p in pairs]
    prior = dict.fromkeys(sorted({name for row in rows for name in row}), 0.0) | {"bias": 0.0}
    said: list[bool] = [False] * len(pairs)
    for topic in sorted({p.topic for p in pairs}):
        own = [i for i, p in enumerate(pairs) if p.topic == topic]
        rest = [i for i, p in enumerate(pairs) if p.topic != topic]
        weights = logistic_fit([rows[i] for i in rest], [pairs[i].opposed for i in rest], prior, RIDGE)
        # Opposition is rare in one of the sets: as many are called so as there are among the others.
        share = sum(pairs[i].opposed for i in rest) / len(rest)
        scores = {i: Linear(weights).score(rows[i]) for i in own}
        for i in sorted(own, key=lambda i: (-scores[i], i))[: round(share * len(own))]:
            said[i] = True
    return _figures(said, [p.opposed for p in pairs])


def debates() -> list[Pair]:
    """Attack or support between passages of two candidates."""
    path = shared() / "data" / "claims" / "nixon-kennedy.tsv"
    with path.open(encoding="utf8", newline="") as lines:
        rows = [r for r in csv.DictReader(lines, delimiter="\t") if r["relation"] in ("attack", "support")]
    return [
        Pair(
            r["topic"],
            r["argument1"],
            r["argument2"],
            _speaker(r, 1) == _speaker(r, 2),
            r["relation"] == "attack",
        )
        for r in rows
    ]


def claims() -> list[Pair]:
    """Whether the first claim weakens the second."""
    path = shared() / "data" / "claims" / "ClaimDiff-weak-train.json"
    rows: Iterable[Mapping[str, Any]] = json.loads(path.read_text(encoding="utf8"))["data"]
    return [Pair(r["topic"], r["claim_a"], r["claim_b"], None, r["relation"] == 1) for r in rows]


def measure() -> dict[str, float]:
    """Figures for the gate."""
    attack, weakens = crossed(debates()), crossed(claims())
    return {
        "debates.accuracy": attack[0],
        "debates.macro-f1": attack[1],
        "debates.with-speakers.macro-f1": crossed(debates(), speakers=True)[1],
        "claims.f1": weakens[2],
    }


def _speaker(row: Mapping[str, str], side: int) -> str:
    return row[f"source_arg_{side}"].split("_")[0]


def _figures(said: Sequence[bool], right: Sequence[bool]) -> tuple[float, float, float]:
    pairs = list(zip(said, right, strict=True))
    accuracy = sum(a == b for a, b in pairs) / len(pairs)
    by_class = [_f1(pairs, wanted) for wanted in (True, False)]
    return round(100 * accuracy, 1), round(50 * sum(by_class), 1), round(100 * by_class[0], 1)


def _f1(pairs: Sequence[tuple[bool, bool]], wanted: bool) -> float:
    both = sum(a is wanted and b is wanted for a, b in pairs)
    either = sum((a is wanted) + (b is wanted) for a, b in pairs)
    return 2 * both / either if either else 0.0


def main() -> None:
    """Prints the figures."""
    for name, value in measure().items():
        print(f"{name:36} {value:.1f}")


if __name__ == "__main__":
    main()
