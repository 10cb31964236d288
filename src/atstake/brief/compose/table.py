"""*What is on the table*: the issues, most contested first, and each actor's position in their words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from atstake.brief.compose import lines, quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.brief.compose.wording import capital
from atstake.facts import agents, cues
from atstake.model.brief import Contest, Line, Part, Prose, Quote, Stance
from atstake.model.claims import Issue, Position

MOST = 6
_FEW = 2
_STANCES = 6
_LINES = 2
_CONTENT = 3
"""Least content words of a position: "We deny that." says nothing by itself."""


def issues(coverage: Coverage) -> Part[Contest]:
    """Issues on which at least one position can be shown; those with most disputes and origins first."""
    names = {x.casefold() for a in coverage.actors.values() for x in (a.name, *(y.text for y in a.aliases))}
    names |= {p.name.casefold() for p in coverage.resolution.places}
    full = tuple(n for n in names if " " in n)
    verbs = {form for lemma in cues.verbs() for form in cues.verb_forms(lemma) if not form.endswith("ing")}
    nouns = agents.agents()
    told = [
        i
        for i in coverage.resolution.issues
        if not (_bare(i.label) in names or _bare(i.label).endswith(full))
        and not _is_person_or_clause(i.label, verbs, nouns)
    ]
    made = [c for i in told if (c := _contest(coverage, i)) is not None]
    if sum(len(c.stances) > 1 for c in made) < _FEW:
        # A label that names somebody is better than no positions at all.
        made = [c for i in coverage.resolution.issues if (c := _contest(coverage, i)) is not None]
    rank = {c.issue: n for n, c in enumerate(made)}
    made.sort(key=lambda c: (len(c.stances) < 2, -c.disputes, -c.origins, rank[c.issue]))
    shown = [c for c in made if len(c.stances) > 1][:MOST] or made[:2]
    return Part(tuple(shown), len(made) - len(shown))


def _is_person_or_clause(label: str, verbs: set[str], nouns: Mapping[str, object]) -> bool:
    """Whether a label's head is somebody ("spokeswoman for ...") or its last word says ("Russia rejects")."""
    words = re.split(r"\s(?:of|for|in|on|to|at|by|with|from)\s", label.casefold())
    head = words[0].split()[-1:] or [""]
    return head[0] in nouns or (label.casefold().split() or [""])[-1] in verbs


def _bare(label: str) -> str:
    """A label without article and genitive: a name alone is nothing that could be contested."""
    return label.strip().casefold().removeprefix("the ").removesuffix("’s").removesuffix("'s")


def _contest(coverage: Coverage, issue: Issue) -> Contest | None:
    by_actor: dict[str, list[Position]] = {}
    for position in issue.positions:
        by_actor.setdefault(position.actor, []).append(position)
    stances = [s for actor, held in by_actor.items() if (s := _stance(coverage, issue, actor, held))]
    if not stances:
        return None
    stances.sort(key=lambda s: (-max(len(line.origins) for line in s.lines), list(by_actor).index(s.actor)))
    origins = coverage.origins(p.target.document for p in issue.positions)
    return Contest(
        issue.id, _label(coverage, issue), tuple(stances[:_STANCES]), len(issue.disputes), len(origins)
    )


def _stance(coverage: Coverage, issue: Issue, actor: str, held: list[Position]) -> Stance | None:
    if actor not in coverage.actors:
        return None
    seen = Seen()
    shown: list[Line] = []
    for position in sorted(held, key=lambda p: -len(p.origins)):
        line = lines.make(
            coverage, f"table-{issue.id}", position.target, speaker=actor, origins=position.origins
        ) or lines.make(coverage, f"table-{issue.id}", position.target, speaker=actor, answers=True)
        if line is not None and len(lines.words_of(line)) < _CONTENT:
            continue
        if line is not None and len(shown) < _LINES and seen.add(lines.words_of(line)):
            shown.append(line)
    return Stance(actor, coverage.name(actor), tuple(shown)) if shown else None


def _label(coverage: Coverage, issue: Issue) -> Line:
    part: Prose | Quote = Prose(capital(issue.label))
    if issue.label_target is not None and issue.label_target.document in coverage.documents:
        part = quoting.exact(coverage, issue.label_target.document, issue.label_target.whole)
    return Line(lines.key("issue", issue.label), (part,), issue=issue.id)
