"""The stories of the shared gold within one large dossier: ``python -m evals.large [--size CHARACTERS]``.

A large dossier is resolved by neighbourhoods (``resolve.neighbours``). This puts the articles of all marked
stories, the gold's and ours, into one dossier, has it resolved so, and scores each story of the gold as
``evals.stories`` does: beside its figures, what it costs to be one of many. ``--size`` tries neighbourhoods
of another size.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from evals.marked import articles, second_look, stories
from evals.stories import MODEL_PAGE, flat, gold_file, means, score


def measure(size: int | None = None) -> dict[str, float]:
    """All figures of the stories, as ``story/row.figure``, and their means."""
    names = [story for story in stories() if story != MODEL_PAGE]
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        evidence = _evidence([*names, *second_look()], folder, size)
        for story in names:
            own = Path(shutil.copy(evidence, folder / f"{story}.json"))
            figures, _ = score(gold_file(story), own)
            found.update({f"{story}/{name}": value for name, value in flat(figures)})
    return found | means(found, names)


def _evidence(names: list[str], folder: Path, size: int | None) -> Path:
    """The evidence file of one dossier of the articles of some stories."""
    from atstake.pipeline import Story
    from atstake.resolve import neighbours

    every: dict[str, dict[str, Any]] = {str(r["id"]): r for name in names for r in articles(name)}
    coverage, out = folder / "every.jsonl", folder / "every.evidence.json"
    coverage.write_text("".join(f"{json.dumps(r, ensure_ascii=False)}\n" for r in every.values()), "utf8")
    before = neighbours.WHOLE, neighbours.PART
    # However few: what is measured is the way of a large dossier.
    neighbours.WHOLE, neighbours.PART = 0, size or neighbours.PART
    try:
        with Story.open(folder / "every.atstake") as dossier:
            dossier.add(coverage)
            dossier.export("json", out)
    finally:
        neighbours.WHOLE, neighbours.PART = before
    return out


def main() -> None:
    """Prints the means, and of each story the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, help="characters that a neighbourhood holds at most")
    for name, value in measure(parser.parse_args().size).items():
        print(f"{value:6.1f}  {name}")


if __name__ == "__main__":
    main()
