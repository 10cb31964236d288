"""Speaker labels: "SECRETARY KERRY: ...", "Q: ...", "MR. TONER: ...".

Words given to the wrong mouth are the worst error, so a label must recur and alternate with another
one before any of them counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from atstake.intake.lines import Line
from atstake.intake.words import LABELS_NOT_SPEAKERS
from atstake.model.text import Span, Turn

_LABEL = re.compile(
    r"(?P<label>(?:[A-Z][A-Z.'’-]*[A-Z.]|[A-Z])"
    r"(?:,? (?:[A-Z][A-Z.'’-]*|\([A-Za-z ,.-]{2,40}\)|Mc[A-Z]+|de|of|and|the|al-[A-Z]+))*"
    r"(?: \([^()\n:]{2,60}\))?): +(?=\S)"
)
_OFFICES = re.compile(
    r"(?:VICE |PRIME |DEPUTY |FOREIGN )*(?:PRESIDENT|MINISTER|COURT|CHAIR\w*|SPEAKER|KING|QUEEN|MODERATOR"
    r"|INTERPRETER|PRESS|AMBASSADOR|SECRETARY)"
)
_SHARE = 0.5
"""Of the lines of a transcript, how many carry a label at least (the others go on with a turn)."""


def find_turns(lines: Sequence[Line]) -> tuple[tuple[Turn, ...], bool]:
    """The turns, and whether the whole text is a transcript.

    In a transcript a turn goes on over lines without a label, up to the next one; the last turn, and
    every turn in an article that only quotes an exchange, is its own line and no more.
    """
    labelled = [(i, match) for i, line in enumerate(lines) if (match := _label(line.text))]
    counted = Counter(match["label"] for _, match in labelled)
    if len(labelled) < 4 or sum(n > 1 for n in counted.values()) < 2:
        return (), False
    first = labelled[0][0]
    whole = len(labelled) >= _SHARE * (len(lines) - first) and first <= max(6, len(lines) // 5)
    used = labelled if whole else _exchanges(labelled)
    ends = [j for j, _ in used[1:]]
    turns = []
    for n, (i, match) in enumerate(used):
        last = ends[n] - 1 if whole and n < len(ends) else i
        content = Span(lines[i].span.start + match.end(), lines[last].span.end)
        turns.append(Turn(lines[i].part(*match.span("label")), content))
    return tuple(turns), whole


def _label(line: str) -> re.Match[str] | None:
    match = _LABEL.match(line[:90])
    if not match or len(match["label"]) > 60:
        return None
    label = match["label"]
    first = re.split(r"[ ,.(]", label)[0]
    if first in LABELS_NOT_SPEAKERS or (
        first in {"THE", "A", "AN", "IN", "ON"} and not _OFFICES.match(label[4:])
    ):
        return None
    return match if len(label) > 1 or label in "QA" else None


def _exchanges(labelled: Sequence[tuple[int, re.Match[str]]]) -> list[tuple[int, re.Match[str]]]:
    """Runs of at least three neighbouring labelled lines in which the label changes."""
    runs: list[list[tuple[int, re.Match[str]]]] = []
    for item in labelled:
        if runs and item[0] == runs[-1][-1][0] + 1:
            runs[-1].append(item)
        else:
            runs.append([item])
    return [item for run in runs if len(run) > 2 and len({m["label"] for _, m in run}) > 1 for item in run]
