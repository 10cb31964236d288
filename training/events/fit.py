"""Fits the event coder with scikit-learn, cross-validates it beside the floor, writes weights and card."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline

from atstake.extract.events.features import BLOCKS, Features

SCALE = {"words": 1.0, "syntax": 1.0, "lexicon": 0.5}
STRENGTH = 10.0
RARE = 1
"""Features in fewer sentences than this are left out. Leaving out those of one sentence costs a point."""


class Model:
    """tf-idf by block, scaled, and multinomial logistic regression with balanced classes."""

    def __init__(self, rare: int = 1) -> None:
        self.vectorizers = {b: TfidfVectorizer(analyzer=list, sublinear_tf=True, min_df=rare) for b in BLOCKS}
        self.classifier = LogisticRegression(C=STRENGTH, max_iter=1000, class_weight="balanced")

    def fit(self, found: Sequence[Features], roots: Sequence[str]) -> Model:
        parts = [self.vectorizers[b].fit_transform(f[b] for f in found) * SCALE[b] for b in BLOCKS]
        self.classifier.fit(hstack(parts).tocsr(), list(roots))
        return self

    def predict(self, found: Sequence[Features]) -> Any:
        parts = [self.vectorizers[b].transform(f[b] for f in found) * SCALE[b] for b in BLOCKS]
        return self.classifier.predict(hstack(parts).tocsr())


def crossvalidated(
    items: Sequence[Any], roots: Sequence[str], make: Any, seeds: Sequence[int]
) -> list[float]:
    """Macro-F1 (in percent) of 5-fold stratified cross-validation, one figure a shuffle."""
    gold = np.array(roots)
    figures = []
    for seed in seeds:
        guess = np.empty(len(gold), dtype=object)
        folds = StratifiedKFold(5, shuffle=True, random_state=seed)
        for train, test in folds.split(np.zeros(len(gold)), gold):
            model = make()
            model.fit([items[i] for i in train], gold[train])
            guess[test] = model.predict([items[i] for i in test])
        figures.append(100 * float(f1_score(gold, guess, average="macro")))
    return figures


def floor() -> Any:
    """TF-IDF of words and pairs of words with logistic regression, on sentences with masked actors."""
    return make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        LogisticRegression(C=30, max_iter=1000, class_weight="balanced"),
    )


def write(model: Model, folder: Path, card: dict[str, Any]) -> None:
    """``coder.npz`` and the card ``coder.json`` that names its hash."""
    names = [f"{b}|{n}" for b in BLOCKS for n in model.vectorizers[b].get_feature_names_out()]
    buffer = BytesIO()
    np.savez_compressed(
        buffer,
        features=np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        idf=np.concatenate([model.vectorizers[b].idf_ for b in BLOCKS]).astype(np.float16),
        weights=model.classifier.coef_.T.astype(np.float16),
        bias=model.classifier.intercept_.astype(np.float32),
    )
    folder.mkdir(exist_ok=True)
    (folder / "coder.npz").write_bytes(buffer.getvalue())
    whole = card | {
        "roots": [str(r) for r in model.classifier.classes_],
        "scale": SCALE,
        "features": len(names),
        "sha256": hashlib.sha256(buffer.getvalue()).hexdigest(),
    }
    (folder / "coder.json").write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", "utf8")
