"""Which counts are worth their place: of something said, to the point of most texts, shown once."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.figures.headings import is_named, leaves_open, says_nothing
from atstake.brief.compose.figures.series import ALL, OF_PEOPLE, OF_SOMETHING, size
from atstake.brief.compose.figures.words import vague
from atstake.brief.compose.likeness import content_words
from atstake.brief.compose.wording import days_between
from atstake.model.brief import Count
from atstake.model.claims import FigureSeries

_BESIDE, _BACKGROUND = 0.5, 365
"""Where there is a common subject, what one text tells has to reach this share of the greatest centrality and
be of its time."""
_NOBODY = {"", "other", "others", "more", "ones", "them", "those"}
_OF_WHICH = ("who ", "that ", "of those ", "by which ")
_ANYBODY = {"people", "persons", "men", "women", "man", "woman", "children", "individuals", "guys", "folks"}
_CROWD = 10
"""Fewer people to whom nothing befell are no figure."""
_ONE_TIME = 31
"""Days within which one number of people is that of the same people."""
_LIVES = 4
"""Weight of the dead beside those who fled or were hurt."""
_A_WEEK = 7
"""Days before the first article from which on what befell people may be of another event."""
_RECALLED = re.compile(r"\banniversary of\b[^.;]*\b(?:kill|left|died|dead|injur|wound|claim)", re.IGNORECASE)
# "200 U.S. Park and city police": the name of a thing was read, and what is counted stands behind it.
_PLACE_ONLY = re.compile(r"^(?:[A-Z][\w.]*\s+)+[A-Z][a-z]*[a-rt-z]$")
# "With 99 percent of precincts reporting": how far the count is, not what came of it.
_COUNTED_SO_FAR = re.compile(r"(?:precincts?|polling (?:stations?|places?)|ballot boxes)\b")


def is_of_nothing(coverage: Coverage, same: list[FigureSeries]) -> bool:
    """Whether it is not said what is counted: "millions of others", or several values that stand together."""
    first = same[0]
    several = sum(len(s.points) for s in same) > 1
    of = first.of.strip().casefold()
    if first.kind == "other" and (of in _NOBODY or (of in _ANYBODY and size(first) < _CROWD)):
        return True
    if first.kind == "other" and of.startswith("other "):
        # "Ada Holm and three other clerks": three are not all of them.
        return True
    if first.kind == "percent" and of == "percent":
        return True
    if re.search(r"\d", of) or (first.kind == "other" and _PLACE_ONLY.search(first.of.strip())):
        return True
    alone = not several and coverage.has_subject
    told_once = len({o for p in first.points for o in p.origins}) < 2
    unplaced = first.kind in OF_PEOPLE and not (first.which or first.place)
    if unplaced and alone and told_once and vague(coverage, first.points[0]):
        # "Millions of dead", whose and where no one says.
        return True
    if first.kind in ("other", "votes") and alone and told_once and 0 <= size(first) < _CROWD:
        # A few of something, which one text counts.
        return True
    if first.kind == "other" and alone:
        # What one text counts, of which no other speaks, or of which it gives no number ("millions").
        spoken_of = any(w in coverage.shared for w in content_words(of))
        return not spoken_of or (told_once and bool(vague(coverage, first.points[0])))
    if first.kind == "percent" and _COUNTED_SO_FAR.match(of):
        return True
    whole = first.kind == "percent" and all(p.low == p.high == ALL for s in same for p in s.points)
    # Of a sum `part` asks the heading, which has the words of the values that are shown.
    names = first.which.startswith(_OF_WHICH) if first.kind == "percent" else first.which
    return whole or (not of and not names and first.kind in OF_SOMETHING and first.kind != "money")


def to_the_point(coverage: Coverage, alone: list[Count]) -> list[Count]:
    """Of several articles what most of them speak of, without what was counted long before."""
    dates = [d.date for d in coverage.articles if d.date]
    if not coverage.has_subject or not dates:
        return alone
    long_ago = (date.fromisoformat(min(dates)) - timedelta(days=_BACKGROUND)).isoformat()
    least = _BESIDE * max((_central(coverage, c) for c in alone), default=0.0)
    few = not coverage.is_large
    return [
        c
        for c in alone
        # Whom a short story tells to have been hurt is to the point, whichever words stand around it.
        if (
            _central(coverage, c) >= least or (few and c.kind in OF_PEOPLE and not _is_earlier(c, min(dates)))
        )
        and not all((v.as_of or "9999") < long_ago for v in c.values)
    ]


def _is_earlier(c: Count, opening: str) -> bool:
    """Whether what befell people did so well before the story: it may be another event."""
    if all(any(_RECALLED.search(q.target.quote) for q in v.line.quotes) for v in c.values):
        return True
    return all(days_between((v.as_of or opening)[:10], opening) > _A_WEEK for v in c.values)


def _central(coverage: Coverage, c: Count) -> float:
    return max(coverage.centrality(lines.words_of(v.line)) for v in c.values)


def weight(coverage: Coverage, c: Count) -> float:
    """How much of the coverage speaks of what a count's words speak of; of people, the more the weightier.

    The dead come before those who fled, who are always more.
    """
    central = _central(coverage, c)
    most = max((v.low if v.low is not None else v.high or 0.0 for v in c.values), default=0.0)
    lives = _LIVES if c.kind in ("killed", "casualties") else 1.0
    if c.kind in OF_SOMETHING and not is_named(c.heading) and c.kind != "other":
        # "Money" alone does not say for what.
        lives *= 0.5
    return central * lives * (math.log10(10 + most) if c.kind in OF_PEOPLE else 1.0)


def origins(c: Count) -> int:
    """By how many independent texts a thing is counted."""
    return len({o for v in c.values for o in v.line.origins})


def named_first(counts: list[Count]) -> list[Count]:
    """Without what one text counts in general words alone ("Money: cost"), where other rows say more."""
    named = [c for c in counts if c.disputed or origins(c) > 1 or not _is_open(c.heading)]
    return named or counts


def _is_open(what: str) -> bool:
    return says_nothing(what) or leaves_open(what)


def each_once(counts: list[Count]) -> list[Count]:
    """Without a second count of things out of one sentence, which is shown with the first, or of one toll."""
    seen: set[str] = set()
    kept: list[Count] = []
    for c in counts:
        words = {v.line.quotes[0].target.quote for v in c.values}
        again = (
            bool(words & seen)
            if c.kind in OF_SOMETHING
            else any(_is_one_toll(k, c) or _is_same_people(k, c) for k in kept)
        )
        again = again or any(_is_same_count(k, c) for k in kept)
        if len(c.values) > 1 or not again:
            kept.append(c)
        seen |= words
    return kept


def _is_same_count(a: Count, b: Count) -> bool:
    """Whether two texts count one vote, or one sum of no name beside it: "25" and "25" votes of one week."""
    if a.kind != b.kind or a.kind not in ("votes", "money", "percent") or len(b.values) > 1:
        return False
    value = b.values[0]
    same = next((v for v in a.values if (v.low, v.high) == (value.low, value.high)), None)
    named = [c.heading for c in (a, b) if is_named(c.heading)]
    then = [v.as_of for v in (value, same) if v and v.as_of]
    near = len(then) < len((a, b)) or days_between(min(then), max(then)) < _ONE_TIME
    return same is not None and near and (len(named) < len((a, b)) or a.heading == b.heading)


def _is_one_toll(a: Count, b: Count) -> bool:
    """Whether one value of both is told of a town and of the state around it: "nine dead in Arden, Olm"."""
    place = b.heading.rpartition(", ")[2].casefold() if ", " in b.heading else ""
    one, two = b.values[0], next((v for v in a.values if v.low == b.values[0].low), None)
    told = " ".join(q.target.quote for v in (one, two) if v for q in v.line.quotes).casefold()
    other = a.heading.rpartition(", ")[2].casefold() if ", " in a.heading else ""
    return bool(two and a.kind == b.kind and place and other and told.count(place) + told.count(other) > 2)


def _is_same_people(a: Count, b: Count) -> bool:
    """Whether a count gives another's value under another name: "3 hostages", then "3 prisoners"."""
    value = b.values[0]
    same = [v for v in a.values if v.low == value.low and v.high == value.high]
    if (
        a.kind != b.kind
        or a.kind not in OF_PEOPLE
        or len(b.values) > 1
        or not same
        or value.low != value.high
    ):
        return False
    places = {c.heading.rpartition(", ")[2] for c in (a, b) if ", " in c.heading}
    then = [v.as_of for v in (value, same[0]) if v.as_of]
    near = len(then) < len((a, b)) or days_between(min(then), max(then)) < _ONE_TIME
    return near and len(places) < len((a, b))
