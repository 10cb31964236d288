"""Disputes against the story gold, each story by weights that never saw it: ``python -m evals.disputes``.

``--fit`` writes the weights that ship (fitted on all stories); ``--ablate`` prints what each family of
signals brings. The scorer is the shared one; actors, attributions and figures are those of the pipeline.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from atstake.model.claims import Dispute, Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Target
from atstake.resolve import weighing
from atstake.resolve.columns import row
from atstake.resolve.disputes import Disputes
from atstake.resolve.pairs import Context, candidates
from atstake.resolve.signals import WEAK, Signals, answering
from atstake.resolve.units import units
from evals.apart import Pair, figures_fit, near
from evals.apart import pairs as figure_pairs
from evals.families import FAMILIES, family
from evals.fitting import BIAS, Choices, logistic_fit, reply_fit
from evals.marked import kin, marks, second_look, stories
from evals.priors import ANSWER, ANTECEDENT, FIGURES
from evals.readings import read_stories
from evals.shared import scorer

WEIGHTS = Path(weighing.__file__).with_name("weights.json")
STRENGTH, STRENGTH_GOLD, TRUST = 10.0, 30.0, 0.25
"""How firmly weights are held to their priors: on our own marks, which then move the priors by a quarter, and
on the gold. Two annotators mark two things: fitted on both at once, each story reads like neither."""
FOLDS, CALIBRATING = 8, 4
"""Parts of the stories, each measured by weights from the others; parts of these, for the calibration."""


@dataclass
class Case:
    """A story ready to fit on: its signals and which pairs gold has."""

    story: str
    gold: dict[str, Any]
    evidence: Evidence
    resolution: Resolution
    own: list[dict[str, float]] = field(default_factory=list)
    rivals: list[list[dict[str, float]]] = field(default_factory=list)
    right: list[list[bool]] = field(default_factory=list)
    figures: list[Pair] = field(default_factory=list)
    choices: Choices | None = None


def cases(cache: Path | None = None) -> list[Case]:
    """The stories that are measured on, read by the pipeline and resolved up to actors."""
    names = [*stories(), *second_look()]
    read = read_stories(names, cache)
    every = [_case(story, *read[story]) for story in names]
    signs = (
        _names(ANSWER, (row for c in every for row in c.own)),
        _names(ANTECEDENT, (row for c in every for each in c.rivals for row in each)),
    )
    for case in every:
        case.choices = Choices.of(case.own, case.rivals, case.right, signs)
    return every


def fitted(training: Sequence[Case], without: str = "") -> dict[str, dict[str, float]]:
    """The models that ship, from the cases given; ``without`` names a family of signals to leave out."""
    first, second = _two(training, without)
    calibrating: list[dict[str, float]] = []
    right: list[bool] = []
    # The calibration must see answers that the models under it were not fitted on.
    for at in range(min(CALIBRATING, len(training))):
        aside = training[at::CALIBRATING]
        rest = [c for c in training if all(c is not one for one in aside)] or list(training)
        inner = _two(rest, without)
        for signs, truth in (found for one in aside for found in _raw(one, *inner)):
            calibrating.append(signs)
            right.append(truth)
    return {
        "answer": first,
        "antecedent": second,
        "calibration": logistic_fit(calibrating, right, {"logit": 1.0, WEAK: 0.0}, 1.0),
        "figures-lexical": figures_fit([p for c in training for p in c.figures], _kept(FIGURES, without)),
    }


def parts(
    every: Sequence[Case], without: str = ""
) -> Iterator[tuple[Sequence[Case], dict[str, dict[str, float]]]]:
    """The stories in parts, each with weights from the others."""
    for at in range(FOLDS):
        aside = every[at::FOLDS]
        yield aside, fitted([c for c in every if not any(kin(c.story, one.story) for one in aside)], without)


def left_out(every: Sequence[Case], without: str = "") -> dict[str, dict[str, Any]]:
    """The scorer's rows for each story, by weights from the others."""
    out = {}
    for aside, models in parts(every, without):
        for case in aside:
            with weights_of(models):
                found = Disputes()(case.evidence, case.resolution)
            out[case.story] = score(case, found.disputes)
    return {case.story: out[case.story] for case in every}


def score(case: Case, disputes: Sequence[Dispute]) -> dict[str, Any]:
    """The shared scorer on some disputes."""
    actors = {a.id: _actor(a) for a in case.resolution.actors}
    shown = [_shown(d) for d in disputes]
    rows: dict[str, Any] = scorer("score_story").score_disputes(
        case.gold["disputes"], shown, {}, case.gold, actors
    )
    return rows


def measure() -> dict[str, float]:
    """Figures for the gate: means over the many-article stories, left one out."""
    rows = left_out(cases())
    found: dict[str, float] = {}
    for name, names in (("left-out", stories()), ("left-out-more", second_look())):
        found |= {f"{name}.{key}": value for key, value in _means(rows, names).items()}
    return found


# Private functions


def _case(story: str, evidence: Evidence, resolution: Resolution) -> Case:
    case = Case(story, marks(story), evidence, resolution)
    context = Context(units(evidence, resolution))
    told_gold = [d for d in case.gold["disputes"] if d["relation"] != "differs-in-figure"]
    rivals: dict[int, list[int]] = defaultdict(list)
    for a, b in candidates(context):
        rivals[b].append(a)
    signals = Signals(context)
    for b, others in sorted(rivals.items()):
        found = signals(np.array(others), np.full(len(others), b))
        right = [_opposed(context.units[a].target, context.units[b].target, told_gold) for a in others]
        case.own.append(answering(context, b))
        case.rivals.append([row(found, at) for at in range(len(others))])
        case.right.append(right)
    case.figures = figure_pairs(story, evidence, resolution, case.gold)
    return case


def _opposed(a: Target, b: Target, disputes: Iterable[dict[str, Any]]) -> bool:
    """Whether two statements are the sides of a dispute; of a contradiction either may come first."""
    return any(
        (near(a, d, "a") and near(b, d, "b"))
        or (d["relation"] == "contradicts" and near(a, d, "b") and near(b, d, "a"))
        for d in disputes
    )


def _two(training: Sequence[Case], without: str) -> tuple[dict[str, float], dict[str, float]]:
    own = [_choices(c) for c in training if c.story not in stories()]
    gold = [_choices(c) for c in training if c.story in stories()]
    if not own or not gold:
        return reply_fit(Choices.joined(own or gold), (ANSWER, ANTECEDENT), STRENGTH, without)
    said = reply_fit(Choices.joined(own), (ANSWER, ANTECEDENT), STRENGTH, without)
    means = _moved(ANSWER, said[0]), _moved(ANTECEDENT, said[1])
    return reply_fit(Choices.joined(gold), means, STRENGTH_GOLD, without)


def _moved(prior: Mapping[str, float], said: Mapping[str, float]) -> dict[str, float]:
    """A prior moved a part of the way to weights; but for the constant: how common answers are differs."""
    names = sorted({*prior, *said} - {BIAS})
    moved = {n: (1 - TRUST) * prior.get(n, 0.0) + TRUST * said.get(n, 0.0) for n in names}
    return moved | {BIAS: prior[BIAS]} if BIAS in prior else moved


def _choices(case: Case) -> Choices:
    assert case.choices is not None
    return case.choices


def _names(prior: Mapping[str, float], rows: Iterable[Mapping[str, float]]) -> tuple[str, ...]:
    return tuple(sorted({*prior, *(name for row in rows for name in row)} - {BIAS}))


def _kept(prior: Mapping[str, float], without: str) -> dict[str, float]:
    return {n: v for n, v in prior.items() if not (without and family(n) == without)}


def _raw(
    case: Case, first: Mapping[str, float], second: Mapping[str, float]
) -> Iterable[tuple[dict[str, float], bool]]:
    choices = _choices(case)
    share = choices.shares(choices.scores(first, second))
    weak = choices.own[:, choices.own_names.index(WEAK)]
    starts = np.searchsorted(choices.group, np.arange(len(choices.own) + 1))
    for answer, (start, end) in enumerate(itertools.pairwise(starts)):
        if start < end:
            best = start + int(share[start:end].argmax())
            row = {"logit": weighing.logit(float(share[best])), WEAK: float(weak[answer])}
            yield row, bool(choices.right[best])


class weights_of:
    """The given weights in place of those that ship, for the time of a with block."""

    def __init__(self, models: dict[str, dict[str, float]]) -> None:
        self._models = models

    def __enter__(self) -> None:
        self._before = weighing.read_models
        weighing.read_models = lambda: self._models  # type: ignore[assignment]
        weighing.linear.cache_clear()

    def __exit__(self, *_: object) -> None:
        weighing.read_models = self._before
        weighing.linear.cache_clear()


def _shown(d: Dispute) -> dict[str, Any]:
    return {
        "a": {"doc": d.a.document, "start": d.a.start, "end": d.a.end},
        "b": {"doc": d.b.document, "start": d.b.start, "end": d.b.end},
        "speaker_a": d.speaker_a,
        "speaker_b": d.speaker_b,
        "relation": d.relation,
        "explicit": d.explicit,
        "confidence": d.confidence,
    }


def _actor(actor: Any) -> dict[str, Any]:
    aliases = [a.text for a in actor.aliases]
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "aliases": aliases,
    }


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return round(sum(every) / len(every), 1) if every else 0.0


def _ratio(rows: Iterable[Mapping[str, Any]]) -> float:
    every = list(rows)
    right, gold = sum(int(r["right"]) for r in every), sum(int(r["gold"]) for r in every)
    return round(right / max(1, gold), 3)


def _print(rows: Mapping[str, dict[str, Any]]) -> None:
    for story, found in rows.items():
        cells = [f"{name} {found[name]['f1']:.1f}" for name in ("pair", "pair+relation", "pair+speakers")]
        pair = found["pair"]
        print(f"{story:30} {'  '.join(cells)}  right {pair['right']} of {pair['pred']}, gold {pair['gold']}")
    for title, names in (("mean of six", stories()), ("mean of ours", second_look())):
        print(
            f"{title:30} " + "  ".join(f"{name} {value:.1f}" for name, value in _means(rows, names).items())
        )


def _means(rows: Mapping[str, dict[str, Any]], names: Iterable[str]) -> dict[str, float]:
    """Means of F1 over the stories of many articles, recall over all disputes of the stories."""
    own = [rows[name] for name in names if name in rows]
    many = [rows[name] for name in names if name in rows and name != "kerry-lavrov-2015"]
    found = {name: _mean(r[name]["f1"] for r in many) for name in ("pair", "pair+relation", "pair+speakers")}
    return found | {n: 100 * _ratio(r[n] for r in own) for n in ("recall.explicit", "recall.cross-document")}


def main() -> None:
    """Prints the figures, left one story out; fits or ablates where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="write the weights that ship")
    parser.add_argument("--ablate", action="store_true", help="leave out each family of signals in turn")
    parser.add_argument("--cache", type=Path, help="a file that keeps the read stories")
    asked = parser.parse_args()
    every = cases(asked.cache)
    _print(left_out(every))
    if asked.ablate:
        shipped = json.loads(WEIGHTS.read_text(encoding="utf8"))["models"]
        strange = {n for model in shipped.values() for n in model if not family(n)} - {BIAS, "logit"}
        assert not strange, f"signals of no family: {sorted(strange)}"
        for name in FAMILIES:
            print(f"-- without {name}", flush=True)
            _print(left_out(every, name))
    if asked.fit:
        before = json.loads(WEIGHTS.read_text(encoding="utf8"))["models"]
        # Differing figures are fitted on all that is marked: python -m evals.apart --fit.
        kept = {"figures-lexical": before["figures-lexical"]}
        made = {"card": CARD, "models": fitted(every) | kept}
        WEIGHTS.write_text(json.dumps(made, indent=1) + "\n", encoding="utf8")


CARD = {
    "what": "weights of the dispute models: is it an answer, to which statement, do two figures differ",
    "how": "maximum a posteriori towards hand-set priors: evals.disputes --fit; figures: evals.apart",
    "data": "the shared gold (seven stories) and evals/labels/stories; no text of theirs is here",
    "limits": "English news; see docs/disputes.md for figures on stories left out",
}


if __name__ == "__main__":
    main()
