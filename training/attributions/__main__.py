"""``python -m training.attributions build``: from PolNeAR to the models that ship, stage by stage.

Each stage leaves its result in the work folder; a later run goes on after the last one there.
The end is the folder ``weights`` in the work folder, to be copied to ``src/atstake/extract/weights``
or used where it is (``Encoder("WORK/weights/best.json")``).
"""

from __future__ import annotations

import argparse
import importlib.util
from pathlib import Path

NEEDS = ("torch", "safetensors", "onnx")


def main() -> None:
    """Read the command line and run a stage, or all of them."""
    parser = argparse.ArgumentParser(
        prog="python -m training.attributions",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "stage",
        help="build (all stages), best, polish, taught, again, chosen, fast, shipped or rerounded",
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear-train.jsonl")
    parser.add_argument(
        "--checkpoint", type=Path, required=True, help="BERT checkpoint (config, weights, tokenizer)"
    )
    parser.add_argument(
        "--unlabelled", type=Path, help="coverage without gold (.jsonl.gz) for the stage taught"
    )
    parser.add_argument("--work", type=Path, required=True, help="where stages leave their results")
    parser.add_argument(
        "--minutes",
        type=float,
        default=60,
        help="at most, for best and taught; half for fast, a third for polish and again",
    )
    parser.add_argument("--epochs", type=float, default=9, help="at most, for best and fast")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--given", type=Path, help="a model's .json, for the stage rerounded")
    given = parser.parse_args()
    missing = [name for name in NEEDS if importlib.util.find_spec(name) is None]
    if missing:
        parser.error(f"training needs {', '.join(missing)}: install the group `train-attributions`")
    # Only now: these import torch.
    from training.attributions import stages
    from training.attributions.bench import Bench

    bench = Bench(
        given.data, given.checkpoint, given.work, given.minutes, given.epochs, given.seed, given.unlabelled,
        given.given,
    )  # fmt: skip
    if given.stage not in ("build", *stages.STAGES):
        parser.error(f"no stage {given.stage}: give build or one of {', '.join(stages.STAGES)}")
    if lacking := bench.lacks():
        parser.error(lacking)
    given.work.mkdir(parents=True, exist_ok=True)
    for name in stages.STAGES if given.stage == "build" else [given.stage]:
        print("stage", name, flush=True)
        stages.STAGES[name](bench)


if __name__ == "__main__":
    main()
