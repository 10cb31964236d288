"""Weights whose 8-bit products no processor cuts off."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from training.attributions.rounding import rounded_columns

SHORT = np.iinfo(np.int16)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(("power", "inputs"), [(1, 96), (3, 96), (1, 2)])
def test_no_pair_of_products_leaves_16_bits(seed: int, power: int, inputs: int) -> None:
    weight = np.random.default_rng(seed).normal(size=(inputs, 16)).astype(np.float32) ** power
    rounded, _ = rounded_columns(weight)
    pairs = rounded.astype(int).reshape(-1, 2, 16)
    assert (255 * np.clip(pairs, 0, None).sum(1)).max() <= SHORT.max
    assert (255 * np.clip(pairs, None, 0).sum(1)).min() >= SHORT.min


def test_weights_stay_within_half_a_step() -> None:
    weight = np.random.default_rng(2).normal(size=(96, 64)).astype(np.float32)
    rounded, scales = rounded_columns(weight)
    assert rounded.dtype == np.int8
    assert (np.abs(rounded * scales - weight) <= 0.501 * scales).all()


def test_neighbours_of_other_signs_take_the_whole_range() -> None:
    rounded, _ = rounded_columns(np.asarray([[1.0], [-1.0]], np.float32))
    assert rounded[:, 0].tolist() == [127, -127]


def test_a_column_of_nothing_stays_nothing() -> None:
    rounded, scales = rounded_columns(np.zeros((4, 3), np.float32))
    assert not rounded.any()
    assert np.isfinite(scales).all()


def test_a_shipped_model_comes_back(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    pytest.importorskip("torch")
    pytest.importorskip("safetensors")
    from training.attributions.describe import describe, write
    from training.attributions.export import write_graph
    from training.attributions.restored import restored

    from atstake.extract.encode import WEIGHTS, Encoder

    state = restored(WEIGHTS / "best.json")
    files = {
        "graph": tmp_path / "best.onnx",
        "vocabulary": tmp_path / "vocabulary.npz",
        "tokenizer": tmp_path / "tokenizer.json",
    }
    write_graph(state, 12, files["graph"])
    for role in ("vocabulary", "tokenizer"):
        files[role].symlink_to(WEIGHTS / files[role].name)
    write(describe(state, files, 128), tmp_path / "best.json")
    text = "The minister of Aldovia said on Monday that the strait would close. Brenia denied it."
    made, shipped = (Encoder(model)(text).columns for model in (tmp_path / "best.json", "best"))
    assert np.abs(made - shipped).mean() < 0.2
