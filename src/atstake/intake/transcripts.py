"""Speaker labels: "SECRETARY KERRY: ...", "Q: ...", "MR. TONER: ...", and "Kerry: ..." in interviews.

Words given to the wrong mouth are the worst error, so a label must recur and alternate with another
one before any of them counts, and what stops a turn is taken more widely than what starts one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from atstake.intake.lines import Line
from atstake.intake.words import LABELS_NOT_SPEAKERS
from atstake.model.text import Span, Turn

_CAPITALS = re.compile(
    r"(?P<label>(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*[A-ZÀ-Þ.]|[A-Z])"
    r"(?:,? (?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*|\([A-Za-z ,.-]{2,40}\)|Mc[A-Z]+|de|of|and|the|al-[A-Z]+))*"
    r"(?: \([^()\n:]{2,60}\))?): +(?=\S)"
)
_NAME = re.compile(
    r"(?P<label>[A-ZÀ-Þ][\w.’'-]+(?: (?:[A-ZÀ-Þ][\w.’'-]+|[A-Z]\.|de|van|von|al|of)){0,4}): +(?=\S)"
)
_OFFICES = re.compile(
    r"(?:VICE |PRIME |DEPUTY |FOREIGN )*(?:PRESIDENT|MINISTER|COURT|CHAIR\w*|SPEAKER|KING|QUEEN|MODERATOR"
    r"|INTERPRETER|PRESS|AMBASSADOR|SECRETARY)"
)
_SHARE = 0.5
"""Of the lines of a transcript, how many carry a label at least (the others go on with a turn)."""
_NAMES_SHARE, _NAMES_MOST = 0.6, 5
"""Of an interview labelled with names in small letters; lists of topics have more different labels."""

_Labelled = list[tuple[int, re.Match[str]]]


def find_turns(lines: Sequence[Line]) -> tuple[tuple[Turn, ...], bool]:
    """The turns, and whether the whole text is a transcript.

    In a transcript a turn goes on over lines without a label, up to the next one; the last turn, and
    every turn in an article that only quotes an exchange, is its own line and no more.
    """
    labelled = [(i, match) for i, line in enumerate(lines) if (match := _capitals(line.text))]
    if _recur(labelled, 4, 2):
        if _is_whole(labelled, lines, _SHARE):
            return _whole(lines, labelled), True
        return tuple(_turn(lines, i, match, i) for i, match in _exchanges(labelled)), False
    named = [(i, match) for i, line in enumerate(lines) if (match := _named(line.text))]
    few = len({match["label"] for _, match in named}) <= _NAMES_MOST
    if few and _recur(named, 6, 3) and _is_whole(named, lines, _NAMES_SHARE):
        return _whole(lines, named), True
    return (), False


def _capitals(line: str) -> re.Match[str] | None:
    match = _CAPITALS.match(line[:90])
    if not match or len(match["label"]) > 60:
        return None
    label = match["label"]
    first = re.split(r"[ ,.(]", label)[0]
    if first in LABELS_NOT_SPEAKERS:
        return None
    if first in {"THE", "A", "AN", "IN", "ON"} and label != "A" and not _OFFICES.match(label[4:]):
        return None
    return match if len(label) > 1 or label in "QA" else None


def _named(line: str) -> re.Match[str] | None:
    match = _NAME.match(line[:90])
    return match if match and match["label"].split()[0].upper() not in LABELS_NOT_SPEAKERS else None


def _recur(labelled: _Labelled, lines: int, often: int) -> bool:
    """At least so many labelled lines, and two labels that each come that often."""
    counted = Counter(match["label"] for _, match in labelled)
    return len(labelled) >= lines and sum(n >= often for n in counted.values()) > 1


def _is_whole(labelled: _Labelled, lines: Sequence[Line], share: float) -> bool:
    first = labelled[0][0]
    return len(labelled) >= share * (len(lines) - first) and first <= max(6, len(lines) // 5)


def _whole(lines: Sequence[Line], labelled: _Labelled) -> tuple[Turn, ...]:
    """Turns up to the next label, of either form; one that fits no other label is nobody's turn."""
    known = {match["label"] for _, match in labelled}
    starts = dict(labelled)
    stops = {i: m for i, x in enumerate(lines) if i not in starts and (m := _NAME.match(x.text[:90]))}
    stops = {i: m for i, m in stops.items() if " " in m["label"] or _akin(m["label"], known)}
    edges = sorted({*starts, *stops})
    turns = []
    for n, i in enumerate(edges):
        match = starts.get(i) or stops[i]
        last = edges[n + 1] - 1 if n + 1 < len(edges) else i
        if i in starts or _akin(match["label"], known):
            turns.append(_turn(lines, i, match, last))
    return tuple(turns)


def _akin(label: str, known: set[str]) -> bool:
    """Whether it is the full name behind a known label: same last word, or those initials."""
    words = label.upper().split()
    initials = "".join(word[0] for word in words)
    return any(other.upper().split()[-1] == words[-1] or other == initials for other in known)


def _turn(lines: Sequence[Line], i: int, match: re.Match[str], last: int) -> Turn:
    content = Span(lines[i].span.start + match.end(), lines[last].span.end)
    return Turn(lines[i].part(*match.span("label")), content)


def _exchanges(labelled: _Labelled) -> _Labelled:
    """Runs of at least three neighbouring labelled lines in which the label changes."""
    runs: list[_Labelled] = []
    for item in labelled:
        if runs and item[0] == runs[-1][-1][0] + 1:
            runs[-1].append(item)
        else:
            runs.append([item])
    return [item for run in runs if len(run) > 2 and len({m["label"] for _, m in run}) > 1 for item in run]
