"""Codes of actor strings, and names that act against names of places: ``python -m evals.actors``.

``codes.country``, ``codes.sector``: of the actor strings of the PLOVER coder's own tests that say a country
or a sector, the share that is right; rows that those tests mark as expected to fail are left out.
``relocar.accuracy``: of the marked names of ReLocaR's training part (Gritta et al. 2017), the share that is
told right as literal or metonymic; the rules were tuned on it and on our own gold stories, nothing was
learned from it. ``mouths``: the hand-judged attributions of ``labels/mouths.tsv``, as they were at the first
look. How the gold stories fare is in ``evals.stories``. ``--misses`` prints what was missed.
"""

from __future__ import annotations

import argparse
import csv
import html
import re
from collections.abc import Iterator
from pathlib import Path

from evals.shared import shared

_SAMPLE = re.compile(r'<sample number="(\d+)">(.*?)</sample>', re.S)
_MARKED = re.compile(r'<loc reading="(\w+)">(.*?)</loc>', re.S)
LABELS = Path(__file__).parent / "labels" / "mouths.tsv"
Miss = tuple[str, str, str]
"""Which measure, the words, and what was wanted and found."""


def codes(path: Path) -> Iterator[tuple[str, bool, Miss]]:
    """For each string and field that has an answer: the measure's name, whether it is right, the miss."""
    from atstake.facts.coding import code

    with path.open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["xfail"] != "0":
                continue
            found = code(row["actor"], row["query_date"] or None)
            for field, wanted, got in (
                ("country", row["country"], found.country),
                ("sector", row["code_1"], found.sector),
            ):
                if wanted:
                    yield f"codes.{field}", got == wanted, (field, row["actor"], f"{wanted} not {got}")


def metonyms(path: Path) -> Iterator[tuple[str, bool, Miss]]:
    """For each marked name: whether it is told right as acting or as a place."""
    from atstake.extract.mentions.metonyms import acts
    from atstake.extract.parse import Parser
    from atstake.model.text import Document, Span

    parser = Parser()
    for sample in _SAMPLE.finditer(path.read_text(encoding="utf8")):
        marked = _MARKED.search(sample[2])
        if marked is None:
            continue
        before, name = html.unescape(sample[2][: marked.start()]), html.unescape(marked[2])
        text = (before + name + html.unescape(sample[2][marked.end() :])).replace("\n", " ")
        reading = parser(Document(id=sample[1], text=text))
        inside = reading.tokens_in(Span(len(before), len(before) + len(name)))
        acting = len(inside) > 0 and acts(reading, inside.start, inside.stop) > 0
        yield "relocar.accuracy", acting == (marked[1] == "met"), ("relocar", text, marked[1])


def mouths() -> dict[str, float]:
    """Of the hand-judged attributions that name an actor, the share that names the right one, by draw."""
    named: dict[str, list[bool]] = {}
    for draw, *_, verdict in judged():
        if verdict in ("right", "wrong"):
            named.setdefault(f"mouths.draw{draw}", []).append(verdict == "right")
    return {name: round(100 * sum(oks) / len(oks), 1) for name, oks in named.items()}


def judged() -> Iterator[list[str]]:
    """The hand-judged attributions, as in the first eight columns of the file."""
    for line in LABELS.read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")[:8]


def rows() -> Iterator[tuple[str, bool, Miss]]:
    """All judged items of both sets."""
    names = shared() / "data" / "names"
    yield from codes(names / "actor-strings-dev.tsv")
    yield from metonyms(names / "ReLocaR_Train.xml")


def measure(misses: list[Miss] | None = None) -> dict[str, float]:
    """Each measure in percent; what was missed goes into ``misses``."""
    right: dict[str, list[bool]] = {}
    for name, ok, miss in rows():
        right.setdefault(name, []).append(ok)
        if misses is not None and not ok:
            misses.append(miss)
    return {name: round(100 * sum(oks) / len(oks), 1) for name, oks in right.items()}


def main() -> None:
    """Prints the figures, and what was missed where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    asked = parser.parse_args()
    misses: list[Miss] = []
    for name, value in (measure(misses) | mouths()).items():
        print(f"{value:6.1f}  {name}")
    if asked.misses:
        for miss in misses:
            print("\t".join(miss))


if __name__ == "__main__":
    main()
