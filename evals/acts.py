"""Speech acts, polarity and hedging of cues marked by hand (``labels/acts.tsv``): ``python -m evals.acts``.

The rules read the marked cue and content, so that nothing is lost or won by the learned reader.
Every other document of the file is the half on which rules may be mended; the rest measures alone.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from atstake.extract.attributions import acts, content_acts
from evals.marked import coverage

LABELS = Path(__file__).parent / "labels" / "acts.tsv"
EITHER = "?"
HALVES = ("mended", "unseen")


@dataclass(frozen=True)
class Cue:
    """A marked cue with its content's words, what was marked of them, and the half that it is in."""

    cue: str
    content: str
    act: str
    polarity: str
    hedged: str
    half: str


def marked() -> Iterator[Cue]:
    """The marked cues in the order of the file."""
    with LABELS.open(encoding="utf8", newline="") as lines:
        rows = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    halves: dict[str, str] = {}
    texts: dict[str, dict[str, str]] = {}
    for row in rows:
        name, key = row["coverage"], row["document"]
        half = halves.setdefault(key, HALVES[len(halves) % 2])
        if name not in texts:
            texts[name] = {str(r["id"]): str(r["text"]) for r in coverage(name)}
        text = texts[name][key]
        cue, content = (_words(text, row[part]) for part in ("cue", "content"))
        yield Cue(cue, content, row["act"], row["polarity"], row["hedged"], half)


def _words(text: str, ranges: str) -> str:
    """As the extractor joins the stretches of a target."""
    spans = (tuple(map(int, one.split("-"))) for one in ranges.split())
    return " ".join(text[start:end] for start, end in spans)


def answers(one: Cue) -> tuple[str, str, str]:
    """Act, polarity and hedging as the rules give them."""
    negative = acts.is_negated(one.cue)
    return (
        acts.act_of(one.cue, one.content),
        "negative" if negative else content_acts.polarity(one.content),
        str(int(acts.is_hedged(one.cue, one.content))),
    )


def measure() -> dict[str, float]:
    """Percent right in each half: acts, acts where it is more than saying, polarity, hedging."""
    found: dict[str, float] = {}
    cues = list(marked())
    for half in HALVES:
        part = [(one, answers(one)) for one in cues if one.half == half]
        sides = {
            "act": [(one.act, a[0]) for one, a in part],
            "act beyond saying": [(one.act, a[0]) for one, a in part if one.act not in ("says", EITHER)],
            "says": [(one.act, a[0]) for one, a in part if one.act == "says"],
            "polarity": [(one.polarity, a[1]) for one, a in part],
            "hedged": [(one.hedged, a[2]) for one, a in part],
        }
        found |= {f"{half}/{name}": _right(pairs) for name, pairs in sides.items()}
        for name, mark in (("polarity", "negative"), ("hedged", "1")):
            found[f"{half}/{name}.f1"] = _f1(sides[name], mark)
    return found


def _right(pairs: list[tuple[str, str]]) -> float:
    decided = [marked == given for marked, given in pairs if marked != EITHER]
    return round(100 * sum(decided) / max(1, len(decided)), 1)


def _f1(pairs: list[tuple[str, str]], mark: str) -> float:
    decided = [(m == mark, g == mark) for m, g in pairs if m != EITHER]
    both, sides = sum(m and g for m, g in decided), sum(m + g for m, g in decided)
    return round(200 * both / max(1, sides), 1)


def main() -> None:
    """Prints the figures, and which acts are taken for which."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="what is wrong in the half for mending")
    asked = parser.parse_args()
    for name, figure in measure().items():
        print(f"{name:28}{figure:6.1f}")
    cues = [(one, answers(one)) for one in marked()]
    for half in HALVES:
        wrong = Counter(
            f"{one.act} taken for {a[0]}"
            for one, a in cues
            if one.half == half and one.act not in (EITHER, a[0])
        )
        print(half, sum(one.half == half for one, _ in cues), dict(wrong.most_common()))
    if asked.show:
        for one, a in cues:
            wanted = (one.act, one.polarity, one.hedged)
            wrong_in = [f"{w}: {g}" for w, g in zip(wanted, a, strict=True) if w not in (EITHER, g)]
            if one.half == HALVES[0] and wrong_in:
                print(one.cue, "|", one.content[:150], "|", "; ".join(wrong_in))


if __name__ == "__main__":
    main()
