"""*Shifts of position*: where a reporter says that somebody now holds something else than before."""

from __future__ import annotations

import re

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.brief.compose.wording import day
from atstake.model.brief import Line, Part, Turn
from atstake.model.claims import Shift

MOST = 4
# "Walked it back": what was held stands in another sentence.
_POINTS_BACK = re.compile(r"\b(?:it|that|this|them|those)\b", re.IGNORECASE)


def turns(coverage: Coverage) -> Part[Turn]:
    """The shifts that most of the coverage speaks of, each in other words once, oldest first.

    The sentence is shown from its beginning: it tells what was held and what is held now.
    """
    told = [t for s in coverage.resolution.shifts if (t := _turn(coverage, s)) is not None]
    told.sort(key=lambda t: (-coverage.centrality(lines.words_of(t.line)), t.shift))
    seen = Seen()
    made = [t for t in told if seen.add(lines.words_of(t.line))]
    shown = sorted(made[:MOST], key=lambda t: (t.line.date or "9999", t.line.quotes[0].target))
    return Part(tuple(shown), len(made) - len(shown))


def _turn(coverage: Coverage, shift: Shift) -> Turn | None:
    line = lines.make(coverage, "shifts", shift.target, speaker=shift.actor, origins=shift.origins)
    if line is None or not _says_so(line, shift) or _points_back(coverage, shift):
        return None
    document, name = shift.target.document, _named(coverage, shift)
    return Turn(shift.id, shift.actor, name, line, coverage.publisher(document), day(line.date))


def _named(coverage: Coverage, shift: Shift) -> str:
    """Their name, where the sentence itself gives it or a pronoun for it: "party leaders" are no state."""
    told = coverage.mentions(shift.target.document, shift.target.whole)
    forms = {m.form for m in told if (who := coverage.actor_of(m)) and who.id == shift.actor}
    return coverage.name(shift.actor) if forms & {"name", "acronym", "pronoun"} else ""


def _says_so(line: Line, shift: Shift) -> bool:
    """Whether nothing is cut off before the words that tell of the change, nor they themselves."""
    shown = any(q.target.whole.contains(shift.cue) for q in line.quotes)
    return shown and not any(q.cut_before for q in line.quotes)


def _points_back(coverage: Coverage, shift: Shift) -> bool:
    text = coverage.text(shift.target.document)
    return _POINTS_BACK.search(text, shift.cue.start, shift.cue.end) is not None
