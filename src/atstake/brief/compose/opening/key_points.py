"""*Key points*: what happened, what stands against what, what is counted, what comes next, six at most."""

from __future__ import annotations

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.brief.compose.opening.leads import central
from atstake.brief.compose.wording import the
from atstake.model.brief import Chain, Count, Line, Next, Part, Prose, Quote, Value

MOST = 6
_CENTRAL = 3
_ANSWERED: dict[str, str] = {
    "denies": "Denied by",
    "contradicts": "Another account, from",
    "rejects": "Rejected by",
    "differs-in-figure": "Another figure, from",
    "checked": "Checked by",
}
_LONE: dict[str, str] = {"denies": "Denied by", "rejects": "Rejected by", "checked": "Checked by"}
_CHAINS = 3
"""Disputes of which two may stand among the key points."""


def key_points(
    coverage: Coverage, chains: Part[Chain], figures: Part[Count], ahead: Part[Next], taken: Seen
) -> Part[Line]:
    """What happened, what stands against what, what is counted, what comes next."""
    found = [x for t in coverage.editors.pinned() if (x := lines.make(coverage, "key", t)) is not None]
    for pinned in found:
        taken.add(lines.words_of(pinned))
    found += central(coverage, _CENTRAL, taken)
    opposed = [line for c in chains.items[:1] if (line := _chain_line(c))]
    others = (
        c for c in chains.items[1:_CHAINS] if c.relation in _LONE and not _same_answerer(c, chains.items[0])
    )
    opposed += [line for c in others if (line := _chain_line(c))]
    differing = [x for c in figures.items[:1] if c.disputed and (x := _figure_line(c))]
    found += [*opposed[:1], *differing, *opposed[1:2]]
    upcoming = [n for n in ahead if n.outcome is None and taken.add(lines.words_of(n.line))]
    coming = [_next_line(min(upcoming, key=lambda n: _nextness(coverage, n)))] if upcoming else []
    return Part((*found[: MOST - len(coming)], *coming))


def _next_line(event: Next) -> Line:
    when = f"Next, {event.when}" if event.when else "Ahead"
    parts = (Prose(f"{when} ({event.certainty}): "), *event.line.parts)
    told = event.line
    return Line(lines.key("key", *_words(told)), parts, told.actors, told.date, told.origins)


def _same_answerer(a: Chain, b: Chain) -> bool:
    return a.steps[-1].name == b.steps[-1].name


def _nextness(coverage: Coverage, event: Next) -> tuple[bool, bool, bool, int, bool, float, str]:
    """What comes first of events ahead: told by articles, dated, still on, by most origins, set, central."""
    post = any(coverage.documents[q.target.document].kind == "post" for q in event.line.quotes)
    central = coverage.centrality(lines.words_of(event.line))
    off = event.certainty == "cancelled"
    unsure = event.certainty in ("conditional", "tentative")
    return post, not event.latest, off, -len(event.line.origins), unsure, -central, event.event


def _chain_line(chain: Chain) -> Line | None:
    """The first two steps of a chain in one line."""
    if chain.relation == "differs-in-figure":
        return None
    # A check may stand behind two claims of the like.
    first, second = chain.steps[0], chain.steps[-1 if chain.relation == "checked" else len(chain.steps) > 1]
    if second is first or second.answers is None:
        only = chain.steps[0]
        told = [(f"{_LONE[chain.relation]} {the(only.name)}: ", only.line)]
        return _joined(told, "", chain.origins) if only.name and chain.relation in _LONE else None
    if second.kind == "report":
        # Whom the reporter tells of is nobody known: nothing is denied or rejected by the reporter.
        return None
    answer = _ANSWERED[chain.relation]
    unnamed = "Claim: " if chain.relation == "checked" else ""
    told = [
        (f"{first.name}: " if first.name else unnamed, first.line),
        (f"{answer} {the(second.name)}: ", second.line),
    ]
    return _joined([t for t in told if second.name], "", chain.origins) if second.name else None


def _figure_line(series: Count) -> Line | None:
    """What the claimants of a disputed figure say, two of them."""
    told = [(f"{v.claimant or 'Not attributed'}, {v.words}: ", v.line) for v in _apart(series)]
    if len(told) < 2:
        return None
    return _joined(told, f"{series.heading}. ", tuple(sorted({o for _, line in told for o in line.origins})))


def _apart(series: Count) -> list[Value]:
    """The two values that most independent texts carry and that differ, of different claimants."""
    ranked = sorted(
        series.values,
        key=lambda v: (
            _is_vague(v),
            -len(v.line.origins),
            v.actor is None,
            v.as_of or "",
            v.line.key,
        ),
    )
    first = ranked[0]
    others = [
        v for v in ranked if v.claimant != first.claimant and (v.low, v.high) != (first.low, first.high)
    ]
    return [first, *others[:1]]


def _is_vague(value: Value) -> bool:
    """Whether a value is a word for a wide range ("dozens")."""
    return bool(value.low and value.high and value.high >= 2 * value.low)


def _joined(told: list[tuple[str, Line]], opening: str, origins: tuple[str, ...]) -> Line:
    parts: list[Prose | Quote] = []
    for i, (who, line) in enumerate(told):
        if line.teller:
            who = (
                f"{who.removesuffix(': ')}, as told by {line.teller}: "
                if who
                else f"{lines.TOLD}{line.teller}: "
            )
        parts += [Prose(f"{' ' if i else opening}{who}"), *line.quotes]
    actors = tuple(sorted({a for _, line in told for a in line.actors}))
    dates = [line.date for _, line in told if line.date]
    words = [w for _, line in told for w in _words(line)]
    return Line(lines.key("key", *words), tuple(parts), actors, max(dates, default=None), origins)


def _words(line: Line) -> list[str]:
    return [q.target.quote for q in line.quotes]
