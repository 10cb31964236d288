"""From trained weights to the files that ship: graph, vocabulary, description, and which weights to take."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from atstake.extract.attributions.decode import Settings
from atstake.extract.encode import Encoder
from training.attributions.bench import Bench
from training.attributions.calibrate import TIE, Begins, Read, fit, merit, shift, summary
from training.attributions.data import is_held_out, records
from training.attributions.describe import describe, write
from training.attributions.export import write_graph, write_vocabulary

WINDOWS = (128, 256)
"""Sizes of window that a model may ship with, in pieces; the smaller costs a sixth less."""


def ship(bench: Bench, name: str, state_path: Path, folder: Path) -> Path:
    """Write a trained model as it ships; the path of its description."""
    folder.mkdir(parents=True, exist_ok=True)
    state = torch.load(state_path, weights_only=True)
    config = json.loads((bench.checkpoint / "config.json").read_text(encoding="utf8"))
    files = {
        "graph": folder / f"{name}.onnx",
        "vocabulary": folder / "vocabulary.npz",
        "tokenizer": folder / "tokenizer.json",
    }
    write_graph(state, config["num_attention_heads"], files["graph"])
    # The vocabulary is frozen in training, so that every model of one checkpoint shares one file.
    if not files["vocabulary"].exists():
        write_vocabulary(state, files["vocabulary"])
        shutil.copy(bench.checkpoint / "tokenizer.json", files["tokenizer"])
    path = folder / f"{name}.json"
    write(describe(state, files, WINDOWS[-1]), path)
    return path


def calibrate(bench: Bench, description: Path) -> float:
    """Fill in a shipped model's window and decoding settings from the articles kept aside; its merit."""
    kept = [r for r in records(bench.articles) if is_held_out(r["id"])]
    encoder = Encoder(description)
    best: tuple[float, int, tuple[float, Begins], Read] | None = None
    for window in WINDOWS:
        encoder.window = window
        read = Read.by(encoder, kept)
        settings = Settings.read(encoder.description)
        outside, begin = shift(read, settings, print)
        table = read.table(replace(settings, outside=outside, begin=begin))
        print(f"window {window}: {summary(table)}", flush=True)
        if best is None or merit(table) > best[0] + TIE:
            best = (merit(table), window, (outside, begin), read)
    assert best is not None
    score, window, (outside, begin), read = best
    found = {**encoder.description, "window": window, "outside": outside, "begin": begin}
    found["calibration"] = fit(read, Settings.read(found))
    write(found, description)
    return score


def settle(description: Path, like: Path) -> None:
    """Take window, shifts and calibration from another model: one that had articles to be measured on."""
    found, other = (json.loads(path.read_text(encoding="utf8")) for path in (description, like))
    write(found | {name: other[name] for name in ("window", "outside", "begin", "calibration")}, description)


def mean(paths: Sequence[Path], target: Path) -> Path:
    """The mean of the weights of several phases of one training."""
    states = [torch.load(path, weights_only=True) for path in paths]
    target.parent.mkdir(parents=True, exist_ok=True)
    torch.save({key: torch.stack([s[key] for s in states]).mean(0) for key in states[0]}, target)
    return target


def choose(bench: Bench, candidates: Sequence[Path]) -> Path:
    """The weights that read the articles kept aside best; of equals the first."""
    scores = []
    for at, path in enumerate(candidates):
        print("candidate", path, flush=True)
        scores.append((calibrate(bench, ship(bench, f"candidate{at}", path, bench.work / "candidates")), -at))
    return candidates[-max(scores)[1]]
