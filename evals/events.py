"""Events: PLOVER roots on sentences with marked actors, beside the floor; cross-validated.

``python -m evals.events``. Needs scikit-learn (group ``train``); without it the measure is left out.

One protocol for both: 5-fold stratified cross-validation on ``plover-zsp-train.tsv``, macro-F1 over the 15
roots, mean of 5 shuffles. The floor is TF-IDF of words and pairs of words with logistic regression, the
actors masked. The blocks of features and their weights were chosen on other shuffles of the same set.
"""

from __future__ import annotations

import importlib.util
from statistics import mean

from evals.shared import shared

SHUFFLES = range(10, 15)


def measure() -> dict[str, float]:
    """Macro-F1 of the coder and of the floor, in percent."""
    if importlib.util.find_spec("sklearn") is None:
        print("-- events: left out, scikit-learn is not installed", flush=True)
        return {}
    from training.events import data, fit

    rows = data.read(shared() / "data/events/plover-zsp-train.tsv")
    roots = [root for root, _, _ in rows]
    coder = fit.crossvalidated([f for _, f, _ in rows], roots, lambda: fit.Model(fit.RARE), SHUFFLES)
    floor = fit.crossvalidated([masked for _, _, masked in rows], roots, fit.floor, SHUFFLES)
    return {"plover.macro-f1": mean(coder), "floor.macro-f1": mean(floor)}


def main() -> None:
    for name, value in measure().items():
        print(f"{name:24} {value:5.1f}")


if __name__ == "__main__":
    main()
