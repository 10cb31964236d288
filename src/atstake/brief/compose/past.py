"""*How we got here*: dated past events, oldest first."""

from __future__ import annotations

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen, content_words
from atstake.brief.compose.wording import days
from atstake.model.brief import Part, Past
from atstake.model.claims import Ahead
from atstake.model.text import Target

MOST = 14
_A_DAY = 2


def timeline(coverage: Coverage, taken: Seen) -> Part[Past]:
    """The events that most independent texts tell, two a day, and what became of events once ahead."""
    made: list[Past] = []
    per_day: dict[str, int] = {}
    for _, earliest, latest, event, target, origins in sorted(_candidates(coverage)):
        if per_day.get(earliest, 0) >= _A_DAY:
            continue
        line = lines.make(coverage, "past", target, origins=origins)
        if line is None or not taken.add(lines.words_of(line)):
            continue
        per_day[earliest] = per_day.get(earliest, 0) + 1
        made.append(Past(event, line, days(earliest, latest), earliest, latest))
    shown = sorted(made[:MOST], key=lambda p: (p.earliest or "", p.latest or "", p.event))
    return Part(tuple(shown), len(made) - len(shown))


def _candidates(coverage: Coverage) -> list[tuple[int, str, str, str, Target, tuple[str, ...]]]:
    """Past events with a date: weight first, so that they sort."""
    now = coverage.now or "9999"
    found = []
    for h in coverage.resolution.happenings:
        if h.earliest and h.earliest <= now and h.target.document in coverage.documents:
            found.append((-len(h.origins), h.earliest, h.latest or h.earliest, h.id, h.target, h.origins))
    for a in coverage.resolution.ahead:
        if a.afterwards is not None and a.earliest and a.earliest <= now and _tells(a, a.afterwards):
            found.append(
                (-len(a.origins) - 1, a.earliest, a.latest or a.earliest, a.id, a.afterwards, a.origins)
            )
    return found


def _tells(event: Ahead, afterwards: Target) -> bool:
    """Whether the later words are plainly about the same event: most of what it is called, in them."""
    called = content_words(event.what or event.target.quote)
    return len(called & content_words(afterwards.quote)) >= max(2, len(called) / 2)
