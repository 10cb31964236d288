"""``python -m training.attributions build``: from PolNeAR to the models that ship, stage by stage.

Each stage leaves its result in the work folder; a later run goes on after the last one there.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.attributions import stages


def main() -> None:
    """Read the command line and run a stage, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stage", choices=["build", *stages.STAGES])
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear-train.jsonl")
    parser.add_argument(
        "--checkpoint", type=Path, required=True, help="BERT checkpoint (config, weights, tokenizer)"
    )
    parser.add_argument("--work", type=Path, required=True, help="where stages leave their results")
    parser.add_argument(
        "--minutes", type=float, default=60, help="at most, for the deep model; half for the shallow"
    )
    parser.add_argument("--epochs", type=float, default=9)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    bench = stages.Bench(given.data, given.checkpoint, given.work, given.minutes, given.epochs, given.seed)
    for name in stages.STAGES if given.stage == "build" else [given.stage]:
        print("stage", name, flush=True)
        stages.STAGES[name](bench)


if __name__ == "__main__":
    main()
