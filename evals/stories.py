"""Whole stories against an editor's marks, by the story scorer.

``python -m evals.stories [STORY...] [--misses] [--keep FOLDER]``. For each gold file the dossier is made from
exactly the articles that were marked.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evals.marked import stories, write_articles
from evals.shared import shared

MODEL_PAGE = "kerry-lavrov-2015"
"""The story of one article, which means leave out."""


def evidence_of(story: str, folder: Path) -> Path:
    """Reads the story's marked articles into a dossier and writes its evidence file."""
    from atstake.pipeline import Story

    out = folder / f"{story}.evidence.json"
    with Story.open(folder / f"{story}.atstake") as dossier:
        dossier.add(write_articles(story, folder))
        dossier.export("json", out)
    return out


def score(gold: Path, evidence: Path, *more: str) -> tuple[dict[str, Any], str]:
    """The scorer's figures of an evidence file against a file of marks, and what it printed."""
    out = evidence.with_suffix(".score.json")
    ruler = shared() / "tools" / "score_story.py"
    command = [sys.executable, str(ruler), str(gold), str(evidence), "--json", str(out), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(out.read_text(encoding="utf8")), done.stdout


def measure() -> dict[str, float]:
    """All figures of all stories, as ``story/row.figure``, and their means over the many-article stories."""
    found = scored(stories(), lambda story, _: gold_file(story))
    return found | means(found, [s for s in stories() if s != MODEL_PAGE])


def scored(
    names: Iterable[str], gold: Callable[[str, Path], Path], asked: argparse.Namespace | None = None
) -> dict[str, float]:
    """All figures of stories, as ``story/row.figure``, against the files of marks that ``gold`` gives.

    ``gold`` gets a story and a folder to write in. With ``asked``, the options of ``options``, what the
    scorer prints is printed.
    """
    more = ["--misses"] if asked and asked.misses else []
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = (asked and asked.keep) or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for story in names:
            figures, printed = score(gold(story, folder), evidence_of(story, folder), *more)
            if asked:
                print(f"== {story}\n{printed}")
            found.update({f"{story}/{name}": value for name, value in flat(figures)})
    return found


def options(description: str | None, names: Sequence[str]) -> argparse.Namespace:
    """What a call asks for: which stories, whether misses are printed, and where dossiers are kept."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("story", nargs="*", default=names)
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was wrong")
    parser.add_argument("--keep", type=Path, help="a folder to leave dossiers and evidence files in")
    return parser.parse_args()


def flat(figures: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, float]]:
    """F1 and shares of the scorer's nested figures, each under its dotted name."""
    for key, value in figures.items():
        name = f"{prefix}.{key}" if prefix else key
        if isinstance(value, dict) and "f1" in value:
            yield f"{name}.f1", value["f1"]
        elif isinstance(value, dict) and "share" in value:
            if value["share"] is not None:
                yield f"{name}.share", value["share"]
        elif isinstance(value, dict):
            yield from flat(value, name)


def means(found: dict[str, float], names: Sequence[str]) -> dict[str, float]:
    """The means over some stories of figures named ``story/row.figure``, as ``mean/row.figure``."""
    rows = sorted({name.split("/", 1)[1] for name in found})
    every = {row: [found[f"{s}/{row}"] for s in names if f"{s}/{row}" in found] for row in rows}
    return {f"mean/{row}": round(sum(v) / len(v), 1) for row, v in every.items() if v}


def gold_file(story: str) -> Path:
    """The shared file of a story's marks."""
    return shared() / "data" / "story-gold" / f"{story}.json"


def main() -> None:
    """Prints the scorer's output for the named stories, or for all."""
    asked = options(__doc__, stories())
    found = scored(asked.story, lambda story, _: gold_file(story), asked)
    for name, value in means(found, [s for s in asked.story if s != MODEL_PAGE]).items():
        print(f"{value:6.1f}  {name}")


if __name__ == "__main__":
    main()
