"""Outside rulers: do two texts say opposite things? ``python -m evals.opposition``.

The signals that disputes are found by, held against two public sets of marked pairs, each topic by weights
from the other topics: attack, support or no relation between passages of two candidates (Menini et al.
2018), and whether one claim weakens another (ClaimDiff, Ko et al. 2023; the training pairs alone). The texts
stand by themselves, without a cue, so only words, negation and answering words are left to go by. Each figure
stands beside what a guess by the classes' shares would get.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from atstake.resolve.answers import PATTERNS, is_negative
from atstake.resolve.lexical import Weighing, containment, cosine, stems
from atstake.resolve.weighing import Linear
from atstake.text.cases import lowered
from evals.fitting import logistic_fit
from evals.shared import shared

RIDGE = 2.0

Relation = Literal["attack", "support", "none"]
RELATIONS: tuple[Relation, ...] = ("attack", "support", "none")


@dataclass(frozen=True)
class Pair:
    """Two texts, their topic, how they stand, and whether one speaker says both (None: unknown)."""

    topic: str
    first: str
    second: str
    relation: Relation
    one_speaker: bool | None = None


def signals(pair: Pair, weighing: Weighing, speakers: bool) -> dict[str, float]:
    """What disputes are found by, for two bare texts."""
    a, b = (weighing.vector(stems(text)) for text in (pair.first, pair.second))
    kinds = [{k for k, p in PATTERNS.items() if p.search(lowered(t))} for t in (pair.first, pair.second)]
    alike, turned = cosine(a, b), is_negative(pair.first) != is_negative(pair.second)
    found = {"alike": alike, "inside": max(containment(a, b), containment(b, a)), "negated": float(turned)}
    found |= {"alike-negated": alike * turned}
    found |= {f"first-{kind}": 1.0 for kind in kinds[0]} | {f"second-{kind}": 1.0 for kind in kinds[1]}
    if speakers and pair.one_speaker is not None:
        found["one-speaker"] = float(pair.one_speaker)
    return found


def crossed(pairs: Sequence[Pair], speakers: bool = False) -> list[Relation]:
    """The relation said of each pair, those of a topic by weights from the others.

    In two steps, as Menini et al. do: which pairs are related at all, then which of them attack. Of each as
    many as among the pairs of the other topics, for opposition is rare in one of the sets.
    """
    weighing = Weighing(stems(text) for p in pairs for text in (p.first, p.second))
    rows = [signals(p, weighing, speakers) for p in pairs]
    said: list[Relation] = ["none"] * len(pairs)
    for topic in sorted({p.topic for p in pairs}):
        own = [i for i, p in enumerate(pairs) if p.topic == topic]
        rest = [i for i, p in enumerate(pairs) if p.topic != topic]
        related = _most(rows, own, rest, {i for i in rest if pairs[i].relation != "none"})
        told = [i for i in rest if pairs[i].relation != "none"]
        attacks = _most(rows, related, told, {i for i in told if pairs[i].relation == "attack"})
        for i in related:
            said[i] = "attack" if i in attacks else "support"
    return said


def _most(rows: Sequence[Mapping[str, float]], own: list[int], rest: list[int], right: set[int]) -> list[int]:
    """Of one's own rows the likeliest, the share that is right among the rest; weights from the rest."""
    if len(right) == len(rest):
        return own
    prior = dict.fromkeys(sorted({name for row in rows for name in row}), 0.0) | {"bias": 0.0}
    weights = logistic_fit([rows[i] for i in rest], [i in right for i in rest], prior, RIDGE)
    scores = {i: Linear(weights).score(rows[i]) for i in own}
    return sorted(own, key=lambda i: (-scores[i], i))[: round(len(right) / len(rest) * len(own))]


def debates(*, related: bool = False) -> list[Pair]:
    """Pairs of passages of two candidates; ``related`` leaves out those without a relation."""
    path = shared() / "data" / "claims" / "nixon-kennedy.tsv"
    with path.open(encoding="utf8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    named: dict[str, Relation] = {"attack": "attack", "support": "support", "no_relation": "none"}
    every = [
        Pair(
            r["topic"],
            r["argument1"],
            r["argument2"],
            named[r["relation"]],
            _speaker(r, 1) == _speaker(r, 2),
        )
        for r in rows
    ]
    return [p for p in every if p.relation != "none"] if related else every


def claims() -> list[Pair]:
    """Whether the first claim weakens the second: "attack", or else "none"."""
    path = shared() / "data" / "claims" / "ClaimDiff-weak-train.json"
    rows: Iterable[Mapping[str, Any]] = json.loads(path.read_text(encoding="utf8"))["data"]
    return [
        Pair(r["topic"], r["claim_a"], r["claim_b"], "attack" if int(r["relation"]) else "none") for r in rows
    ]


def measure() -> dict[str, float]:
    """Figures for the gate, in percent."""
    related, every, weak = debates(related=True), debates(), claims()
    found = {
        "debates.attack-or-support.macro-f1": macro(crossed(related), related, RELATIONS[:2]),
        "debates.attack-or-support.with-speakers.macro-f1": macro(
            crossed(related, speakers=True), related, RELATIONS[:2]
        ),
    }
    said = crossed(every)
    found["debates.three.accuracy"] = accuracy(said, every)
    found["debates.three.macro-f1"] = macro(said, every, RELATIONS)
    found |= {f"debates.three.{r}.f1": f1(said, every, r) for r in RELATIONS}
    said = crossed(every, speakers=True)
    found["debates.three.with-speakers.macro-f1"] = macro(said, every, RELATIONS)
    said = crossed(weak)
    found |= {"claims.weakens.f1": f1(said, weak, "attack"), "claims.accuracy": accuracy(said, weak)}
    return {name: round(value, 1) for name, value in found.items()}


def guessed() -> dict[str, float]:
    """What a guess by the shares of the classes gets on average."""
    every, weak = debates(), claims()
    shares = [sum(p.relation == r for p in every) / len(every) for r in RELATIONS]
    return {
        "debates.three.accuracy": 100 * sum(s * s for s in shares),
        "debates.three.macro-f1": 100 * sum(shares) / 3,
        "claims.weakens.f1": 100 * sum(p.relation == "attack" for p in weak) / len(weak),
    }


def accuracy(said: Sequence[Relation], pairs: Sequence[Pair]) -> float:
    """The share of pairs of which the right thing is said."""
    return 100 * sum(s == p.relation for s, p in zip(said, pairs, strict=True)) / len(pairs)


def macro(said: Sequence[Relation], pairs: Sequence[Pair], relations: Sequence[Relation]) -> float:
    """The mean of the F1 of each relation."""
    return sum(f1(said, pairs, r) for r in relations) / len(relations)


def f1(said: Sequence[Relation], pairs: Sequence[Pair], relation: Relation) -> float:
    """F1 of one relation."""
    both = sum(s == p.relation == relation for s, p in zip(said, pairs, strict=True))
    either = sum((s == relation) + (p.relation == relation) for s, p in zip(said, pairs, strict=True))
    return 200 * both / either if either else 0.0


def _speaker(row: Mapping[str, str], side: int) -> str:
    return row[f"source_arg_{side}"].split("_")[0]


def main() -> None:
    """Prints the figures, and what a guess would get."""
    by_guess = guessed()
    for name, value in measure().items():
        more = f"  (by guess {by_guess[name]:.1f})" if name in by_guess else ""
        print(f"{name:52} {value:.1f}{more}")


if __name__ == "__main__":
    main()
