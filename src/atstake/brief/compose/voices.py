"""What the main actors say, each in a sentence that names them: where a story has few contested issues.

A page of a story without disputes still tells who says what.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen, content_words
from atstake.model.annotations import Attribution
from atstake.model.brief import Contest, Line, Part, Person, Prose, Stance
from atstake.model.text import Target

KEY = "voices"
_HEADING = "What they say"
MOST = 6
_FEWEST = 2
"""Actors below which it is no part."""
_CENTRAL = 0.3
"""Least share of the most central statement's centrality."""
_SAYS = 6
"""Least content words of what is said."""
_SURE = 0.8
"""Least probability of the attribution."""
_QUOTED = 0.5
"""Least share of what is said that stands in quotation marks: two words in them are no quotation."""
_SPEAKERS = frozenset({"person", "organisation", "armed-group"})
_MARKED = re.compile(r"[“\"][^“”\"]*[”\"]?|[^“”\"]*”")
_NAMES = frozenset({"name", "acronym", "title", "handle"})


_ENOUGH = 6
"""Positions on issues beside which it is not needed."""


def with_voices(
    coverage: Coverage, people: Part[Person], contests: Part[Contest], told: Iterable[Line]
) -> Part[Contest]:
    """The issues, and behind them what others say that is not told above, where few positions are shown."""
    if sum(len(c.stances) for c in contests) >= _ENOUGH:
        return contests
    contested = [c for c in contests if len(c.stances) > 1]
    more = _voices(coverage, people, contested, Seen(lines.words_of(line) for line in told))
    return Part((*contested, more), contests.more) if more else contests


def _voices(coverage: Coverage, people: Part[Person], shown: list[Contest], seen: Seen) -> Contest | None:
    """The most central statement of each main actor who has no position on the page."""
    held = {s.actor for c in shown for s in c.stances}
    for told in (line for c in shown for s in c.stances for line in s.lines):
        seen.add(lines.words_of(told))
    said = _said(coverage)
    stances: list[Stance] = []
    for person in people:
        if person.actor in held or person.kind not in _SPEAKERS or len(stances) == MOST:
            continue
        line = _best(coverage, person.actor, said.get(person.actor, []), seen)
        if line is not None:
            stances.append(Stance(person.actor, person.name, (line,)))
    if len(stances) < _FEWEST:
        return None
    origins = {o for s in stances for line in s.lines for o in line.origins}
    label = Line(lines.key("issue", _HEADING), (Prose(_HEADING),), issue=KEY)
    return Contest(KEY, label, tuple(stances), 0, len(origins), contested=False)


def _said(coverage: Coverage) -> dict[str, list[Attribution]]:
    """By actor, what they are quoted with, surely, in a sentence that gives their name."""
    found: dict[str, list[Attribution]] = defaultdict(list)
    for document, layers in coverage.annotations.items():
        for a in layers.attributions if document in coverage.documents else ():
            actor = coverage.attributed.get(a.id)
            source = coverage.mention.get(a.mention or "")
            named = source is not None and source.form in _NAMES
            if actor and named and not a.relayed and a.probability >= _SURE and _is_quoted(coverage, a):
                found[actor].append(a)
    return found


def _best(coverage: Coverage, actor: str, said: list[Attribution], seen: Seen) -> Line | None:
    """The most central of an actor's statements that is whole, shows the source, and was not shown yet."""
    weight = {a.id: _weight(coverage, a) for a in said}
    for a in sorted(said, key=lambda a: (-weight[a.id], a.content)):
        line = lines.make(coverage, f"table-{KEY}", a.content, speaker=actor)
        if line is None or not lines.is_whole(line) or len(content_words(a.content.quote)) < _SAYS:
            continue
        if not _shows(line, a.source) or "?" in line.quotes[-1].target.quote:
            continue
        if weight[a.id] >= _CENTRAL * coverage.greatest and seen.add(lines.words_of(line)):
            return line
    return None


def _is_quoted(coverage: Coverage, said: Attribution) -> bool:
    """Whether most of what is said is in the speaker's own words."""
    if said.form == "indirect":
        return False
    text = coverage.text(said.document)
    around = text[max(0, said.content.start - 1) : said.content.end + 1]
    marked = sum(len(m.group()) for m in _MARKED.finditer(around))
    return marked >= _QUOTED * len(around)


def _weight(coverage: Coverage, said: Attribution) -> float:
    return coverage.centrality(content_words(said.content.quote))


def _shows(line: Line, source: Target | None) -> bool:
    return source is not None and any(q.target.whole.contains(source.whole) for q in line.quotes)
