"""*What is on the table*: the issues, most contested first, and each actor's position in their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from atstake.brief.compose import lines, quoting
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen, beginnings, content_words
from atstake.brief.compose.press import reports
from atstake.brief.compose.quotable import is_quotable
from atstake.brief.compose.unsaid import is_unsaid, stands_beside
from atstake.brief.compose.wording import capital
from atstake.facts import agents, cues, states
from atstake.model.brief import Contest, Line, Part, Prose, Quote, Stance
from atstake.model.claims import Issue, Position
from atstake.model.text import Span, Target

MOST = 6
_FEW = 2
_SEVERAL = 3
_STANCES = 6
_LINES = 2
_NAME = 40
"""Characters around a label within which a name that it cuts begins or ends."""
_CONTENT = 3
"""Least content words of a position: "We deny that." says nothing by itself."""


_LIKE = 3
"""Words that a position shares with another on the same thing."""
_AGAIN = 0.7
"""Share of a position's words at which it says again what another of the same actor says."""
_OWN = 0.35
"""Share of a line that has to be the actor's own words, or what is told of them."""
_BESIDE = 0.3
"""In a large dossier an issue below this share of the greatest centrality is beside the point."""
_PERCEIVES = frozenset(
    form for verb in ("see", "hear", "watch", "find", "notice", "learn") for form in cues.verb_forms(verb)
)
"""What somebody has seen or found out is not what they hold."""
_PREPOSITIONS = frozenset(
    "about above across after against amid among around as at before behind below beside besides between "
    "beyond by despite during except for from in inside into like near of off on onto out over past since "
    "through throughout to toward towards under until up upon with within without than if when while "
    "because".split()
)


_LIGHT = frozenset(
    "spirit sense kind sort lot number series part way level form range matter state sign bit piece set "
    "group case example period moment time day end beginning start rest majority member result".split()
)
"""Nouns before "of" that are no thing by themselves."""
_QUARRELS = frozenset(
    "dispute row spat controversy debate issue question matter situation showdown standoff feud fight "
    "disagreement argument problem thing point case story news".split()
)
"""Names of the quarrel itself, which say nothing of what it is about."""
_FRILLS = frozenset(
    "major minor growing bitter latest ongoing serious huge big current new recent significant key important "
    "massive intense fierce escalating spiraling spiralling long-running so-called entire whole real own "
    "various several many certain such clear strong possible potential contested contentious "
    "divisive".split()
)
_TALK = frozenset(
    "demand claim comment remark statement request position difference view concern criticism response "
    "reaction reply answer effort agreement disagreement call word message letter tweet speech approach "
    "stance proposal complaint objection argument charge allegation accusation".split()
)
"""Nouns for what is said, in the singular, which a label has to say of what."""
_HOLLOW = frozenset("the a an and his her their its our all both key top".split())
_PLAIN = frozenset(
    "diplomatic political international national public global domestic internal legal".split()
)


def issues(coverage: Coverage) -> Part[Contest]:
    """Issues on which positions can be shown, those with most disputes and origins first.

    A statement stands under one issue, the first that it belongs to, and under one actor.
    """
    told = _told(coverage)
    made = _contests(coverage, [i for i in told if _is_named_well(coverage, i)])
    if sum(len(c.stances) > 1 for c in made) < _FEW:
        # A label that names somebody is better than no positions at all.
        made = _contests(coverage, told)
    alone = made[:2] if not coverage.has_subject else []
    shown = [c for c in made if len(c.stances) > 1][:MOST] or alone
    return Part(tuple(shown), len(made) - len(shown))


def _told(coverage: Coverage) -> list[Issue]:
    """The issues, the most contested first; of a large dossier those that most of it speaks of."""
    every = [i for i in coverage.resolution.issues if _is_common(coverage, i)]
    if coverage.is_large:
        weight = {i.id: coverage.centrality(content_words(i.label)) for i in every}
        least = _BESIDE * max(weight.values(), default=0.0)
        every = [i for i in every if weight[i.id] >= least]
    origins = {i.id: len(coverage.origins(p.target.document for p in i.positions)) for i in every}
    actors = {i.id: len({p.actor for p in i.positions}) for i in every}
    return sorted(every, key=lambda i: (actors[i.id] < 2, -len(i.disputes), -origins[i.id]))


def _is_common(coverage: Coverage, issue: Issue) -> bool:
    """Whether a label says a thing of which more than one text speaks, in one word several parties."""
    if not coverage.has_subject:
        return True
    words = content_words(issue.label)
    known = sum(w in coverage.shared for w in words)
    several = len(issue.disputes) > 1 or len({p.actor for p in issue.positions}) >= _SEVERAL
    return 2 * known >= len(words) and (len(words) > 1 or several)


def _contests(coverage: Coverage, told: list[Issue]) -> list[Contest]:
    said: dict[str, Seen] = defaultdict(Seen)
    told = [i for i in told if not _says_nothing(i.label)]
    whole = ((i.label, c) for i in told if (c := _contest(coverage, i, said)) is not None)
    made = [c for label, contest in whole if (c := _of_one_thing(coverage, label, contest)) is not None]
    return sorted(made, key=lambda c: len(c.stances) < 2)


def _says_nothing(label: str) -> bool:
    """Whether a label names no thing: "spirit of cooperation", "major diplomatic dispute"."""
    words = _without_frills(label).casefold().split()
    if not words or (len(words) > 1 and words[1] == "of" and words[0] in _LIGHT):
        return True
    if _is_only_talk(_without_frills(label).split()):
        return True
    # "Contested issue in any trial": where or whose the quarrel is does not tell what it is about.
    link = next((i for i, w in enumerate(words) if i and w in ("in", "between", "within")), len(words))
    quarrel, aside = words[link - 1], words[: link - 1]
    return quarrel in _QUARRELS and all(w in _FRILLS | _PLAIN for w in aside)


def _is_only_talk(words: list[str]) -> bool:
    """Whether a label says that somebody spoke or differed, and not on what: "Brenian demand"."""
    link = next(
        (i for i, w in enumerate(words) if i and w.casefold() in ("with", "from", "by", "between")), None
    )
    head = words[: link or len(words)]
    if head[-1].casefold().removesuffix("s") not in _TALK:
        return False
    beside = [*head[:-1], *(words[link + 1 :] if link else [])]
    return all(w[:1].isupper() or w.casefold() in _FRILLS | _PLAIN | _HOLLOW for w in beside)


def _without_frills(label: str) -> str:
    """A label without the adjectives before it that only judge or date the thing: "ongoing" talks."""
    words = label.split()
    while len(words) > 1 and words[0].casefold() in _FRILLS:
        words.pop(0)
    return " ".join(words)


def _of_one_thing(coverage: Coverage, label: str, contest: Contest) -> Contest | None:
    """A contest that is about what its label names, or those positions that are, or on whom they name."""
    speaking = [s for s in contest.stances if _speaks_of(label, s)]
    if _is_spoken_of(label, contest):
        # Who is named beside the thing is no part of it.
        kept = tuple(s for s in contest.stances if s in speaking or _says_the_like(s, speaking))
    else:
        meant = {who for s in speaking for who in _others(coverage, s)}
        kept = tuple(
            s for s in contest.stances if s in speaking or not meant.isdisjoint(_others(coverage, s))
        )
    return replace(contest, stances=kept) if len(kept) > 1 else None


def _says_the_like(stance: Stance, speaking: list[Stance]) -> bool:
    """Whether a position shares words enough with one that speaks of what the label names."""
    words = beginnings(w for line in stance.lines for w in lines.words_of(line))
    others = (beginnings(w for line in s.lines for w in lines.words_of(line)) for s in speaking)
    return any(len(words & o) >= _LIKE for o in others)


def _is_spoken_of(label: str, contest: Contest) -> bool:
    """Whether half of the positions at least share a word with the label: it is then what they are about."""
    return 2 * sum(_speaks_of(label, s) for s in contest.stances) >= len(contest.stances)


def _speaks_of(label: str, stance: Stance) -> bool:
    """Whether a position shares a word with the label."""
    words = beginnings(content_words(label))
    return any(words & beginnings(lines.words_of(line)) for line in stance.lines)


def _others(coverage: Coverage, stance: Stance) -> set[str]:
    """The people whom a position speaks of, but for who takes it."""
    own = coverage.actors.get(stance.actor)
    quotes = (q.target for line in stance.lines for q in line.quotes)
    mentions = (m for q in quotes for m in coverage.mentions(q.document, q.whole))
    found = {a.id for a in coverage.actors_of(mentions) if a.kind == "person"}
    return found - ({own.id, own.side} if own else set())


def _is_named_well(coverage: Coverage, issue: Issue) -> bool:
    """Whether a label names a thing: nobody's name, no clause, no torn piece of a phrase."""
    label = _bare(issue.label)
    names, full, verbs = _names(coverage)
    if label in names or label.endswith(full) or _is_person_or_clause(issue.label, verbs, agents.agents()):
        return False
    last = issue.label.split()[-1].removesuffix("’s").removesuffix("'s")
    known = any(n.split()[-1] == last.casefold() for n in names if n.strip())
    adjective = last.casefold() in states.demonyms() and not last.endswith("s")
    torn = last[:1].isupper() and (adjective or not known)
    return not (
        torn or _is_clause(label.split()) or _is_infinitive(coverage, issue) or _cuts_a_name(coverage, issue)
    )


def _names(coverage: Coverage) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Names of actors and places, those of several words, and the forms of cue verbs."""
    names = {x.casefold() for a in coverage.actors.values() for x in (a.name, *(y.text for y in a.aliases))}
    names |= {p.name.casefold() for p in coverage.resolution.places}
    verbs = {form for lemma in cues.verbs() for form in cues.verb_forms(lemma) if not form.endswith("ing")}
    return frozenset(names), tuple(sorted(n for n in names if " " in n)), frozenset(verbs)


def _is_clause(words: list[str]) -> bool:
    """Whether a preposition opens it, or an article stands in it that follows none ("read the letter")."""
    if not words or words[0] in _PREPOSITIONS:
        return True
    return any(w in ("the", "a", "an") and words[i] not in _PREPOSITIONS for i, w in enumerate(words[1:]))


def _is_infinitive(coverage: Coverage, issue: Issue) -> bool:
    """Whether the label is cut out behind "to": "(to) meet with"."""
    target, words = issue.label_target, issue.label.casefold().split()
    if target is None or len(words) < 2 or words[1] not in _PREPOSITIONS:
        return False
    before = coverage.text(target.document)[max(0, target.start - _NAME) : target.start].split()
    return before[-1:] == ["to"]


def _cuts_a_name(coverage: Coverage, issue: Issue) -> bool:
    """Whether a name goes on where the label stops, or began before it."""
    target = issue.label_target
    if target is None:
        return False
    around = Span(max(0, target.start - _NAME), target.end + _NAME)
    return any(
        m.form == "name"
        and m.target.whole.overlaps(target.whole)
        and not target.whole.contains(m.target.whole)
        for m in coverage.mentions(target.document, around)
    )


def _is_person_or_clause(label: str, verbs: frozenset[str], nouns: Mapping[str, object]) -> bool:
    """Whether a label's head is somebody ("spokeswoman for ...") or its last word says ("Russia rejects")."""
    words = re.split(r"\s(?:of|for|in|on|to|at|by|with|from)\s", label.casefold())
    head = words[0].split()[-1:] or [""]
    return head[0] in nouns or (label.casefold().split() or [""])[-1] in verbs


def _bare(label: str) -> str:
    """A label without article and genitive: a name alone is nothing that could be contested."""
    return label.strip().casefold().removeprefix("the ").removesuffix("’s").removesuffix("'s")


def _contest(coverage: Coverage, issue: Issue, said: dict[str, Seen]) -> Contest | None:
    by_actor: dict[str, list[Position]] = {}
    for position in issue.positions:
        by_actor.setdefault(position.actor, []).append(position)
    shown: set[Target] = set()
    stances = [
        s for a, held in by_actor.items() if (s := _stance(coverage, (issue, a), held, said[a], shown))
    ]
    parties = [s for s in stances if not reports(coverage, s.actor)]
    # What an outlet reports is no position where others have some.
    stances = parties if len(parties) > 1 else stances
    if not stances:
        return None
    stances.sort(key=lambda s: (-max(len(line.origins) for line in s.lines), list(by_actor).index(s.actor)))
    origins = coverage.origins(p.target.document for p in issue.positions)
    return Contest(
        issue.id, _label(coverage, issue), tuple(stances[:_STANCES]), len(issue.disputes), len(origins)
    )


def _stance(
    coverage: Coverage, of: tuple[Issue, str], held: list[Position], said: Seen, shown: set[Target]
) -> Stance | None:
    """What an actor says on an issue, but for what stands under another issue or another actor already."""
    issue, actor = of
    known = coverage.actors.get(actor)
    if known is None or known.kind == "population":
        # A people as such has no position that a text could tell: "Americans should reject it".
        return None
    kept: list[Line] = []
    for position in sorted(held, key=lambda p: -len(p.origins)):
        line = _line(coverage, issue, position)
        if line is None or len(lines.words_of(line)) < _CONTENT or len(kept) == _LINES:
            continue
        targets = {q.target for q in line.quotes}
        if any(_is_again(line, k) for k in kept):
            continue
        if not targets & shown and said.add(lines.words_of(line)):
            kept.append(line)
            shown |= targets
    return Stance(actor, coverage.name(actor), tuple(kept)) if kept else None


def _is_again(line: Line, other: Line) -> bool:
    """Whether a position tells what another line of the same actor tells, in words of another outlet."""
    a, b = beginnings(lines.words_of(line)), beginnings(lines.words_of(other))
    return len(a & b) >= _AGAIN * min(len(a), len(b))


def _line(coverage: Coverage, issue: Issue, position: Position) -> Line | None:
    """The statement, whole from its beginning: what is cut off there is often who says it of whom."""
    part, target, actor = f"table-{issue.id}", position.target, position.actor
    line = lines.make(coverage, part, target, speaker=actor, origins=position.origins)
    line = line or lines.make(coverage, part, target, speaker=actor, answers=True, origins=position.origins)
    if line is None or not lines.is_whole(line) or not _is_theirs(coverage, position, line):
        return None
    return line


def _is_theirs(coverage: Coverage, position: Position, line: Line) -> bool:
    """Whether a good part of the words is what the actor says, fit to be quoted, and not said of it."""
    said = coverage.attribution(position.target.document, position.attribution)
    if said is None:
        return True
    if not is_quotable(coverage, line, said):
        return False
    if said.cue is not None and not _PERCEIVES.isdisjoint(said.cue.quote.casefold().split()):
        return False
    if is_unsaid(coverage, said) or stands_beside(coverage, said):
        return False
    spans = [s for q in line.quotes for s in q.target.spans]
    shown = sum(len(s) for s in spans)
    own = sum(max(0, min(c.end, s.end) - max(c.start, s.start)) for c in said.content.spans for s in spans)
    return own >= _OWN * shown


def _label(coverage: Coverage, issue: Issue) -> Line:
    part: Prose | Quote = Prose(capital(_without_frills(issue.label)))
    if issue.label_target is not None and issue.label_target.document in coverage.documents:
        part = quoting.exact(coverage, issue.label_target.document, _bare_span(coverage, issue.label_target))
    return Line(lines.key("issue", issue.label), (part,), issue=issue.id)


def _bare_span(coverage: Coverage, target: Target) -> Span:
    """Where a label without its frills stands."""
    words = coverage.text(target.document)[target.start : target.end]
    bare = _without_frills(words)
    return Span(target.end - len(bare), target.end) if words.endswith(bare) else target.whole
