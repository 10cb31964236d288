"""The quality gate: every measure whose data is here, against ``evals/floors.json``.

    python -m evals                     measure, compare, exit 1 where a figure is under its floor
    python -m evals --only sample       one group of measures
    python -m evals --update            pin what was measured; a floor goes up, never down ...
    python -m evals --update --allow-regression   ... unless this says so, for all to see in the diff

A figure may lie a hair under its floor without failing: classes of CPU round int8 differently.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from evals.shared import shared

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.3
"""In points: what another class of CPU may change through rounding alone."""

# Group -> (module, whether it needs the shared data).
GROUPS = {
    "sample": ("evals.sample", False),
    "stories": ("evals.stories", True),
    "unseen": ("evals.unseen", True),
    "issues": ("evals.issues", True),
    "whole": ("evals.whole", True),
    "attributions": ("evals.attributions", True),
    "acts": ("evals.acts", True),
    "actors": ("evals.actors", True),
    "times": ("evals.times", True),
    "upcoming": ("evals.upcoming", True),
    "figures": ("evals.figures", True),
    "events": ("evals.events", True),
    "disputes": ("evals.disputes", True),
    "opposition": ("evals.opposition", True),
}


def measured(groups: Iterable[str]) -> dict[str, float]:
    """All figures of the groups, each under ``group:name``; groups without their data are left out aloud."""
    found: dict[str, float] = {}
    for group in groups:
        module, needs_shared = GROUPS[group]
        if needs_shared and not (shared() / "data").is_dir():
            print(f"-- {group}: left out, no measuring data at hand", flush=True)
            continue
        print(f"-- {group}", flush=True)
        figures = importlib.import_module(module).measure()
        found.update({f"{group}:{name}": round(float(value), 2) for name, value in figures.items()})
    return found


def under(found: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A line for each figure that is under its floor."""
    return [
        f"{name}: {found[name]} is under its floor {floor}"
        for name, floor in sorted(floors.items())
        if name in found and found[name] < floor - SLACK
    ]


def pinned(found: dict[str, float], floors: dict[str, float], *, regress: bool) -> dict[str, float]:
    """The floors after what was measured: higher where it is better, lower only where that was asked for."""
    out = dict(floors)
    for name, value in found.items():
        out[name] = value if regress else max(value, floors.get(name, value))
    return dict(sorted(out.items()))


def main() -> int:
    """Runs the gate. Exit code 0, or 1 where a figure is under its floor."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--only", choices=sorted(GROUPS), action="append")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    asked = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf8")) if FLOORS.exists() else {}
    found = measured(asked.only or GROUPS)
    for name, value in found.items():
        print(f"{value:8.2f}  {name}" + (f"  (floor {floors[name]})" if name in floors else ""))
    if asked.update:
        pins = pinned(found, floors, regress=asked.allow_regression)
        FLOORS.write_text(json.dumps(pins, indent=1) + "\n", encoding="utf8")
    missed = under(found, floors)
    print("\n".join(missed) or f"{len(found)} figures, none under its floor")
    return 1 if missed and not asked.allow_regression else 0


if __name__ == "__main__":
    sys.exit(main())
