"""Documents per CPU second and memory, ours beside other tools, in one run on this machine.

    python -m benches.peers [--only fast best spacy textacy citron] [--articles N]
        [--python OTHER/bin/python] [--citron CHECKOUT] [--floor]

textacy and spaCy come from the package index (``--python`` names an environment that has them);
Citron from a checkout with its models. One thread each, loading left out.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from evals.shared import records, shared

TOOLS = ("fast", "best", "spacy", "textacy", "citron")
LAYERS = {"fast": 3, "best": 6}
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")}


def measured(name: str, texts: Path, python: str, citron: str) -> dict[str, float] | None:
    """One tool's figures, or None where it does not run here."""
    command = [python, "-m", "benches.peers.run", name, str(texts), "--citron", citron]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **ONE_THREAD}
    )
    if done.returncode:
        why = done.stderr.strip().splitlines()
        print(f"{name:<10} left out: {why[-1] if why else 'it failed'}")
        return None
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def pieces_of(texts: list[str]) -> list[int]:
    """Word pieces of each text, as the encoder reads it."""
    from tokenizers import Tokenizer

    from atstake.extract.encode import WEIGHTS, Encoder
    from atstake.extract.windows import Pieces, pack, words_of

    pieces = Pieces(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")))
    limit = Encoder("fast").window
    return [sum(len(w.ids) for w in pack(words_of(text), pieces, limit)) for text in texts]


def show_floor(texts: list[str], names: list[str]) -> None:
    """How near each of our models is to the cost of its products alone."""
    from benches.peers.floor import floor_seconds, multiply_adds, paired
    from benches.peers.run import ours

    counts = pieces_of(texts)
    mean = sum(counts) // len(counts)
    print(f"{mean} pieces a document")
    for name in names:
        per_second, spent = paired(ours(name), texts)
        seconds = spent / len(texts)
        least = floor_seconds(counts, LAYERS[name], per_second)
        cost = 2 * multiply_adds(mean, LAYERS[name]) / 1e9
        print(
            f"{name:<10} {cost:.1f} GOP a document, at {2 * per_second / 1e9:.0f} GOP of int8 a CPU second "
            f"at least {1000 * least:.1f} ms, "
            f"measured {1000 * seconds:.1f} ms: {100 * least / seconds:.0f}% of the rate"
        )


def main() -> None:
    """Runs each tool in turn and prints a line for it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=TOOLS, default=TOOLS)
    parser.add_argument("--articles", type=int, default=84)
    parser.add_argument("--coverage", type=Path, default=shared() / "data/attribution/polnear-dev.jsonl")
    parser.add_argument("--python", default=sys.executable, help="interpreter for the other tools")
    parser.add_argument("--citron", default="", help="a checkout of Citron, with its models")
    parser.add_argument("--floor", action="store_true", help="also the cost of the int8 products alone")
    asked = parser.parse_args()
    texts = [str(r["text"]) for r in records(asked.coverage)][: asked.articles]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts), encoding="utf8")
        print(f"{'':<10} {'documents a CPU second':>22} {'MB':>6}")
        for name in asked.only:
            python = sys.executable if name in LAYERS else asked.python
            found = measured(name, path, python, asked.citron)
            if found is None:
                continue
            print(
                f"{name:<10} {found['documents'] / found['seconds']:>22.1f} {found['megabytes']:>6.0f}",
                flush=True,
            )
    if asked.floor:
        show_floor(texts, [name for name in asked.only if name in LAYERS])


if __name__ == "__main__":
    main()
