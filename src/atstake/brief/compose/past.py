"""*How we got here*: dated past events, oldest first."""

from __future__ import annotations

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen, content_words
from atstake.brief.compose.wording import days
from atstake.model.brief import Part, Past
from atstake.model.text import Target

MOST = 14
_A_DAY = 2


def timeline(coverage: Coverage, taken: Seen) -> Part[Past]:
    """The events that most independent texts tell, two a day at most."""
    made: list[Past] = []
    per_day: dict[str, int] = {}
    for _, _, earliest, latest, event, target, origins in sorted(_candidates(coverage)):
        if per_day.get(earliest, 0) >= _A_DAY:
            continue
        line = lines.make(coverage, "past", target, origins=origins)
        if line is None or not taken.add(lines.words_of(line)):
            continue
        per_day[earliest] = per_day.get(earliest, 0) + 1
        made.append(Past(event, line, days(earliest, latest), earliest, latest))
    shown = sorted(made[:MOST], key=lambda p: (p.earliest or "", p.latest or "", p.event))
    return Part(tuple(shown), len(made) - len(shown))


def _candidates(coverage: Coverage) -> list[tuple[int, float, str, str, str, Target, tuple[str, ...]]]:
    """Past events with a date; first what they sort by: independent origins, then how central they are."""
    now = coverage.now or "9999"
    found = []
    for h in coverage.resolution.happenings:
        if h.earliest and h.earliest <= now and h.target.document in coverage.documents:
            central = -coverage.centrality(content_words(h.target.quote))
            found.append(
                (-len(h.origins), central, h.earliest, h.latest or h.earliest, h.id, h.target, h.origins)
            )
    return found
