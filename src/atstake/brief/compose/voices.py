"""What the main actors say, each in a sentence that names them: where a story has few contested issues.

A page of a story without disputes still tells who says what.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen, content_words
from atstake.brief.compose.opening.articles import is_column
from atstake.brief.compose.press import reports
from atstake.brief.compose.quotable import SURE, is_coloured, is_quoted, names_source, only_likes
from atstake.brief.compose.unsaid import is_unsaid, stands_beside
from atstake.facts.cues import tells_a_deed
from atstake.model.annotations import Attribution
from atstake.model.brief import Contest, Line, Part, Person, Prose, Stance
from atstake.model.text import Span, Target

KEY = "voices"
_HEADING = "What they say"
MOST = 8
_FEWEST = 2
"""Actors below which it is no part, where no issue is shown."""
_CENTRAL = 0.2
"""Least share of the most central statement's centrality."""
_SAYS, _STANDS = 6, 3
"""Least content words of what is said, and of what takes a stand: "called it a disgrace"."""
_STAND = frozenset(
    {"accuses", "denies", "rejects", "demands", "threatens", "praises", "promises", "proposes"}
)
"""What takes a stand is shown in the reporter's words too."""
_OWN = 0.35
"""Share of a line."""
# "Signed a deal that <calls for> a vote": the deal does.
_THAT_SAYS = re.compile(r"\w+ (?:that|which)\s*$")
_OWN_WORDS = 0.4
"""Share of a statement from which on what another is told to say in it is all that it says."""
_SPEAKERS = frozenset({"person", "organisation", "armed-group"})
# The first mark closes a quotation: its beginning stands in a sentence before.
_INSIDE = re.compile(r"[^“\"]*[,.!?…][’']?[”\"](?:\s|$)")


_ENOUGH = 10
"""Positions on issues beside which it is not needed."""

Said = list[tuple[float, Attribution]]
"""Statements with how central each is."""


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
    for actor in _in_turn(coverage, people, said):
        if actor in held or len(stances) == MOST or _reports(coverage, actor, people):
            continue
        line = _best(coverage, actor, said[actor], seen)
        if line is not None:
            stances.append(Stance(actor, coverage.name(actor), (line,)))
    if len(stances) < (1 if shown else _FEWEST):
        return None
    origins = {o for s in stances for line in s.lines for o in line.origins}
    label = Line(lines.key("issue", _HEADING), (Prose(_HEADING),), issue=KEY)
    return Contest(KEY, label, tuple(stances), 0, len(origins), contested=False)


def _reports(coverage: Coverage, actor: str, people: Part[Person]) -> bool:
    """Whether somebody only reports the story, and is none of those whom the page shows."""
    return all(person.actor != actor for person in people) and reports(coverage, actor)


def _in_turn(coverage: Coverage, people: Part[Person], said: Mapping[str, Said]) -> list[str]:
    """Who says something: those whom the page shows, then who is quoted by most and nearest to it."""
    shown = [person.actor for person in people if person.actor in said]

    def rank(actor: str) -> tuple[float, float, str]:
        origins = len(coverage.origins(a.document for _, a in said[actor]))
        return -origins, -said[actor][0][0], actor

    return [*shown, *sorted(said.keys() - set(shown), key=rank)]


def _said(coverage: Coverage) -> dict[str, Said]:
    """By actor, what they are surely quoted with, in a sentence with their name; the most central first."""
    found: dict[str, Said] = defaultdict(list)
    for document, layers in coverage.annotations.items():
        if document not in coverage.documents:
            continue
        retold = _retold(layers.attributions)
        argued = is_column(coverage, coverage.documents[document])
        for a in layers.attributions:
            actor = coverage.attributed.get(a.id)
            known = coverage.actors.get(actor or "")
            fits = known is not None and known.kind in _SPEAKERS and not coverage.is_outlet(known.id)
            sure = names_source(coverage, a) and a.id not in retold and a.probability >= SURE
            sure = sure and (not a.relayed or a.via in retold)
            sure = sure and not (is_unsaid(coverage, a) or stands_beside(coverage, a))
            # What a column tells of somebody in its own words is its charge.
            stands = not argued and _takes_a_stand(coverage, a)
            if actor and fits and sure and (stands or is_quoted(coverage, a)):
                found[actor].append((_weight(coverage, a), a))
    return {actor: sorted(said, key=lambda x: (-x[0], x[1].content)) for actor, said in found.items()}


def _retold(said: Iterable[Attribution]) -> set[str]:
    """Ids of statements that only tell another's: ""This is madness," said Holm, according to the paper"."""
    every = {a.id: a for a in said}
    return {
        outer.id
        for inner in every.values()
        if inner.relayed and (outer := every.get(inner.via or "")) is not None
        if len(inner.content.whole) >= _OWN_WORDS * sum(map(len, outer.content.spans))
    }


def _takes_a_stand(coverage: Coverage, said: Attribution) -> bool:
    """Whether it is told as what somebody said: not "while criticising", which only stands beside it.

    Nor is a deed: who orders troops or signs a deal that calls for a vote says nothing.
    """
    if said.act not in _STAND or said.cue is None or said.cue.quote.lower().endswith("ing"):
        return False
    if said.source is None or said.form != "indirect":
        return True
    if only_likes(said):
        return False
    between = coverage.text(said.document)[min(said.source.end, said.cue.start) : said.cue.start]
    return not tells_a_deed(said.cue.quote) and not _THAT_SAYS.search(between)


def _best(coverage: Coverage, actor: str, said: Said, seen: Seen) -> Line | None:
    """The most central of an actor's statements that is whole, shows the source, and was not shown yet."""
    for weight, a in said:
        if weight < _CENTRAL * coverage.greatest:
            break
        line = _line(coverage, actor, a)
        if line is not None and seen.add(lines.words_of(line)):
            return line
    return None


def _line(coverage: Coverage, actor: str, said: Attribution) -> Line | None:
    """A statement with its source, or, where it is too long for a line, its sentence that has the source."""
    least = _STANDS if said.act in _STAND else _SAYS
    for target in (said.content, _beside_source(coverage, said)):
        if target is None or len(content_words(target.quote)) < least:
            continue
        line = lines.make(coverage, f"table-{KEY}", target, speaker=actor)
        if line is None or not lines.is_whole(line) or "?" in line.quotes[-1].target.quote:
            continue
        if not _is_theirs(line, said) or is_coloured(coverage, line, said):
            continue
        if _shows(line, said.source) and not _INSIDE.match(line.quotes[0].target.quote):
            return line
    return None


def _is_theirs(line: Line, said: Attribution) -> bool:
    """Whether a good part of a line is what the source says: no clause at the end of another's news."""
    spans = [s for q in line.quotes for s in q.target.spans]
    own = sum(max(0, min(c.end, s.end) - max(c.start, s.start)) for c in said.content.spans for s in spans)
    return own >= _OWN * sum(map(len, spans))


def _beside_source(coverage: Coverage, said: Attribution) -> Target | None:
    """The part of a statement that stands in the sentence of its source."""
    if said.source is None:
        return None
    sentence = next((s for s in coverage.sentences(said.source)), None)
    within = [s for s in said.content.spans if sentence is not None and sentence.overlaps(s)]
    if sentence is None or not within:
        return None
    return said.content.part(Span(max(within[0].start, sentence.start), min(within[0].end, sentence.end)))


def _weight(coverage: Coverage, said: Attribution) -> float:
    text = coverage.text(said.document)
    return coverage.centrality(content_words(text[said.whole.start : said.whole.end]))


def _shows(line: Line, source: Target | None) -> bool:
    return source is not None and any(q.target.whole.contains(source.whole) for q in line.quotes)
