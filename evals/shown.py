"""How many marked answers stand under "Claims and counter-claims": ``python -m evals.shown``.

Over the clusters marked by one reading (``labels/stories``, those without a second look), a page each: of the
explicit denials and rejections how many are on it, and of the pairs it shows whose answer is marked, how many
have the statement that the mark has. What is shown and not marked may be right or wrong: ``evals.verdicts``
counts that by hand.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from atstake.model.brief import Brief, Step
from atstake.model.text import Target
from atstake.pipeline import Story
from evals.apart import near
from evals.marked import marks, more, second_look, write_articles


def measure(stories: int = 0) -> Counter[str]:
    """Counts over the clusters, or the first few of them."""
    names = sorted(set(more()) - set(second_look()))
    found: Counter[str] = Counter()
    for name in names[: stories or None]:
        found += counted(page(name), marks(name)["disputes"])
    return found


def page(name: str) -> Brief:
    """The page of a marked cluster."""
    with tempfile.TemporaryDirectory() as folder, Story.open(Path(folder) / "story.atstake") as story:
        story.add(write_articles(name, Path(folder)))
        return story.brief()


def counted(brief: Brief, disputes: list[dict[str, Any]]) -> Counter[str]:
    """What of some marks stands on a page."""
    told = [d for d in disputes if d["relation"] != "differs-in-figure"]
    explicit = {
        (d["b"]["doc"], d["b"]["start"]): d for d in told if d["explicit"] and d["relation"] != "contradicts"
    }
    chains = [c for c in brief.claims if c.relation in ("denies", "rejects")]
    steps = [step for chain in chains for step in chain.steps]
    found = Counter(entries=len(chains), answers=len(explicit))
    found["answers shown"] = sum(any(_is_on(step, d, "b") for step in steps) for d in explicit.values())
    for chain in chains:
        for step in chain.steps:
            mine = [d for d in told if _is_on(step, d, "b")]
            if step.answers is None or not mine:
                continue
            found["pairs marked"] += 1
            found["pairs as marked"] += any(_is_on(chain.steps[step.answers], d, "a") for d in mine)
    return found


def _is_on(step: Step, mark: Mapping[str, Any], side: str) -> bool:
    """Whether a step's words are a side of a mark, or hold it whole."""
    return any(near(q.target, mark, side) or _holds(q.target, mark[side]) for q in step.line.quotes)


def _holds(target: Target, span: Mapping[str, Any]) -> bool:
    inside = target.start <= span["start"] and span["end"] <= target.end + 2
    return bool(target.document == span["doc"] and inside)


def main() -> None:
    """Prints the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=0, help="only the first few clusters")
    for name, count in measure(parser.parse_args().stories).items():
        print(f"{count:6} {name}")


if __name__ == "__main__":
    main()
