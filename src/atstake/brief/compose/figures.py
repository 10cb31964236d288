"""*In figures*: for each thing counted, what each claimant says, from low to high, as of when."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.headings import heading
from atstake.brief.compose.likeness import content_words
from atstake.brief.compose.whose import source_words
from atstake.brief.compose.wording import amount, day, days, days_between
from atstake.model.brief import Count, Line, Part, Value
from atstake.model.claims import OUTLET, FigurePoint, FigureSeries
from atstake.model.text import Span
from atstake.text.numbers.nearly import nearly

MOST = 8
_VALUES = 8
_SAME = 2
"""Values shown where all say the same."""
_OF_SOMETHING = ("money", "percent", "other")
"""Kinds that compare nothing where it is not said of what: "25%" and "38%" are of two things."""
_MANY, _ALONE, _FEW = 8, 6, 4
"""In a dossier of so many articles a figure that one text tells is shown only where there are few others; so
many such figures are shown, and so many of things that have no kind of their own."""
_APART = 5
"""Times that the larger of two sizes may be the smaller one."""
_SOME = 3
"""Articles from which on a dossier has a common subject ..."""
_BESIDE, _BACKGROUND = 0.5, 365
"""... so that what one text tells has to reach this share of the greatest centrality and be of its time."""
_KINDS = ("killed", "injured", "casualties", "missing", "displaced", "detained")
_NOBODY = {"", "other", "others", "more", "ones", "them", "those"}
_ANYBODY = {"people", "persons", "men", "women", "man", "woman", "children", "individuals", "guys", "folks"}
_CROWD = 10
"""Fewer people to whom nothing befell are no figure."""
_ALL = 100
"""Percent: that all precincts have reported is no figure."""
_ONE_TIME = 31
"""Days within which one number of people is that of the same people."""
_LIVES = 4
"""Weight of the dead beside those who fled or were hurt."""
_A_WEEK = 7
"""Days before the first article from which on what befell people may be of another event."""
_ONE_EVENT, _TWICE = 14, 2
"""Days within which a toll may still be told lower, and times that one outlet's values of it may differ."""
_SAYS = 4
"""Content words of a sentence below which it does not say what was counted: "Two dozen more were injured"."""
# "Six in 10 voters": ten are no voters.
_IN_SO_MANY = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of) (?:every )?$", re.IGNORECASE
)
# "With 99 percent of precincts reporting": how far the count is, not what came of it.
_COUNTED_SO_FAR = re.compile(r"(?:precincts?|polling (?:stations?|places?)|ballot boxes)\b")
# "If 49 million were infected, it would cause 490,000 deaths": nobody counted them.
_SUPPOSED = re.compile(
    r"\b[Ii]f\b[^.;]{0,120}\b(?:would|wouldn[’']t|were to)\b"
    r"|\bwould\b[^.;]{0,120}\bif\b[^.;]{0,60}\b(?:were|had)\b"
)
# "Experts expect 6,000 deaths by May", "the fever could kill 300": nobody has died of it yet.
_FORESEEN = re.compile(
    r"\b(?:expect|project|predict|forecast|anticipat|foresee)(?:s|ed|ing|e|es|ions?)?\b[^.;:]{0,60}$"
    r"|\bpotential(?:ly)? [^.;:]{0,40}$"
    r"|\b(?:could|would|might|may|will)(?: \w+){0,3} (?:kill|claim|cost|injure|displace|take|see|die)\b"
    r"[^.;:]{0,40}$",
    re.IGNORECASE,
)
_WILL_BEHIND = re.compile(
    r"^[^.;:]{0,40}\b(?:could|would|might|may|will)(?: \w+){0,2} "
    r"(?:die|be (?:killed|displaced|injured|hurt|infected))\b",
    re.IGNORECASE,
)
# "21-" of "21-19", "54 percent to " of "54 percent to 41 percent".
_FIRST_OF_TWO = re.compile(r"(?<!from )\b(\d+(?:\.\d+)?)(?:[-–]| ?(?:%|percent|per cent)? ?(?:to|[-–]) ?)$")
# "Including nine children", "17 of them in critical condition".
_AMONG = re.compile(
    r"\b(?:includ(?:es|ed|ing)|among (?:them|whom|those|the \w+)|of (?:them|whom|those|which))\b"
    r"(?: (?:were|was|are|is))?"
    r"(?: (?:at least|more than|about|some|up to|the|nearly|as many as|another))*\s*$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r" (?:\w+ )?of (?:them|whom|those|these|which)\b", re.IGNORECASE)
_SOURCE = 50
"""Characters of the words for a source that are shown where nobody is known to be meant."""
# "200 U.S. Park and city police": the name of a thing was read, and what is counted stands behind it.
_PLACE_ONLY = re.compile(r"^(?:[A-Z][\w.]*\s+)+[A-Z][a-z]*[a-rt-z]$")
_TORN = frozenset("of from by in on at to for with and the a an".split())
"""Words with which the words for a source end that are torn from what follows."""
_PRONOUNS = {"he", "she", "it", "they", "who", "which", "that", "i", "we", "you", "one", "some", "many"}


def counts(coverage: Coverage) -> Part[Count]:
    """Disputed series first, then people before things, by independent origins, weight and size.

    What one text alone counts is shown where there are few others, and things counted less often than people.
    """
    every = [part for series in coverage.resolution.series for part in _events(series, _outlets(coverage))]
    compared = [same for same in _together(every) if not _of_nothing(coverage, same)]
    made = [c for same in compared if (c := _count(coverage, same)) is not None]
    made.sort(
        key=lambda c: (not c.disputed, c.kind not in _KINDS, -_origins(c), -_weight(coverage, c), c.series)
    )
    told = [c for c in made if c.disputed or _origins(c) > 1]
    alone = _to_the_point(coverage, [c for c in made if c not in told])
    most = max(0, _ALONE - len(told)) if len(coverage.articles) >= _MANY else _ALONE
    things = [c for c in alone if c.kind == "other"][_FEW:]
    shown = _each_once([*told, *[c for c in alone if c not in things][:most]])[:MOST]
    return Part(tuple(shown), len(made) - len(shown))


def _outlets(coverage: Coverage) -> Callable[[FigurePoint], bool]:
    """Whether a value is the outlet's own."""

    def own(point: FigurePoint) -> bool:
        unsaid = point.attributed_to is None and not _source(coverage, point)
        return point.attributed_to == OUTLET or unsaid

    return own


def _events(series: FigureSeries, own: Callable[[FigurePoint], bool]) -> Iterator[FigureSeries]:
    """A series of people hurt as one for each event, as far as days and the outlets' ``own`` values tell."""
    if series.kind not in _KINDS or series.disputed:
        yield series
        return
    groups: list[list[FigurePoint]] = []
    for point in sorted(series.points, key=lambda p: (-len(p.origins), p.as_of or "9999", p.figure)):
        same = next((g for g in groups if not any(_is_another_event(point, p, own) for p in g)), None)
        if same is None:
            groups.append([point])
        else:
            same.append(point)
    for n, group in enumerate(groups):
        points = tuple(p for p in series.points if p in group)
        yield replace(series, id=f"{series.id}-{n}" if n else series.id, points=points)


def _is_another_event(a: FigurePoint, b: FigurePoint, own: Callable[[FigurePoint], bool]) -> bool:
    """Whether two tolls are not of one event: one outlet gives both at once, or the later one is smaller."""
    first, later = sorted((a, b), key=lambda p: p.as_of or "")
    low, high = sorted((_least(a), _least(b)))
    beside = a.target.document == b.target.document and a.target != b.target
    if beside and own(a) and own(b) and high > _TWICE * low and not (_meets(a, b) or _meets(b, a)):
        return True
    dated = first.as_of and later.as_of and days_between(first.as_of, later.as_of) > _ONE_EVENT
    return bool(dated) and _least(later) < _least(first)


def _meets(vague: FigurePoint, other: FigurePoint) -> bool:
    """Whether a value lies in the range of one that has two bounds, as "dozens" does."""
    if vague.low is None or vague.high is None or vague.low == vague.high:
        return False
    return vague.low <= _least(other) <= vague.high


def _least(point: FigurePoint) -> float:
    return point.low if point.low is not None else point.high or 0.0


def _together(every: Iterable[FigureSeries]) -> list[list[FigureSeries]]:
    """Series of one heading, place and size: the dead of one day are not those of a war."""
    found: list[list[FigureSeries]] = []
    by_heading: dict[str, list[list[FigureSeries]]] = {}
    for series in every:
        groups = by_heading.setdefault(heading(series) if series.place else series.id, [])
        same = next((g for g in groups if _near(_size(g[0]), _size(series))), None)
        if same is None:
            groups.append([series])
            found.append(groups[-1])
        else:
            same.append(series)
    return found


def _size(series: FigureSeries) -> float:
    return max((p.low if p.low is not None else p.high or 0.0 for p in series.points), default=0.0)


def _near(a: float, b: float) -> bool:
    low, high = sorted((abs(a), abs(b)))
    return high <= _APART * max(low, 1.0)


def _each_once(counts: list[Count]) -> list[Count]:
    """Without a second count of things out of one sentence, which is shown with the first, or of one toll."""
    seen: set[str] = set()
    kept: list[Count] = []
    for c in counts:
        words = {v.line.quotes[0].target.quote for v in c.values}
        again = (
            bool(words & seen)
            if c.kind in _OF_SOMETHING
            else any(_is_one_toll(k, c) or _is_same_people(k, c) for k in kept)
        )
        if not again and any(_is_same_count(k, c) for k in kept):
            again = True
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
    named = [c.heading for c in (a, b) if ":" in c.heading]
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
    if a.kind != b.kind or a.kind not in _KINDS or len(b.values) > 1 or not same or value.low != value.high:
        return False
    places = {c.heading.rpartition(", ")[2] for c in (a, b) if ", " in c.heading}
    then = [v.as_of for v in (value, same[0]) if v.as_of]
    near = len(then) < len((a, b)) or days_between(min(then), max(then)) < _ONE_TIME
    return near and len(places) < len((a, b))


def _to_the_point(coverage: Coverage, alone: list[Count]) -> list[Count]:
    """Of several articles what most of them speak of, without what was counted long before."""
    dates = [d.date for d in coverage.articles if d.date]
    if len(coverage.articles) < _SOME or not dates:
        return alone
    long_ago = (date.fromisoformat(min(dates)) - timedelta(days=_BACKGROUND)).isoformat()
    least = _BESIDE * max((_central(coverage, c) for c in alone), default=0.0)
    few = len(coverage.articles) < _MANY
    return [
        c
        for c in alone
        # Whom a short story tells to have been hurt is to the point, whichever words stand around it.
        if (_central(coverage, c) >= least or (few and c.kind in _KINDS and not _is_earlier(c, min(dates))))
        and not all((v.as_of or "9999") < long_ago for v in c.values)
    ]


_RECALLED = re.compile(r"\banniversary of\b[^.;]*\b(?:kill|left|died|dead|injur|wound|claim)", re.IGNORECASE)


def _is_earlier(c: Count, opening: str) -> bool:
    """Whether what befell people did so well before the story: it may be another event."""
    if all(any(_RECALLED.search(q.target.quote) for q in v.line.quotes) for v in c.values):
        return True
    return all(days_between((v.as_of or opening)[:10], opening) > _A_WEEK for v in c.values)


def _central(coverage: Coverage, c: Count) -> float:
    return max(coverage.centrality(lines.words_of(v.line)) for v in c.values)


def _weight(coverage: Coverage, c: Count) -> float:
    """How much of the coverage speaks of what a count's words speak of; of people, the more the weightier.

    The dead come before those who fled, who are always more.
    """
    central = _central(coverage, c)
    most = max((v.low if v.low is not None else v.high or 0.0 for v in c.values), default=0.0)
    lives = _LIVES if c.kind in ("killed", "casualties") else 1.0
    if c.kind in _OF_SOMETHING and ":" not in c.heading and c.kind != "other":
        # "Money" alone does not say for what.
        lives *= 0.5
    return central * lives * (math.log10(10 + most) if c.kind in _KINDS else 1.0)


def _of_nothing(coverage: Coverage, same: list[FigureSeries]) -> bool:
    """Whether it is not said what is counted: "millions of others", or several values that stand together."""
    first = same[0]
    several = sum(len(s.points) for s in same) > 1
    of = first.of.strip().casefold()
    if first.kind == "other" and (of in _NOBODY or (of in _ANYBODY and _size(first) < _CROWD)):
        return True
    if re.search(r"\d", of) or (first.kind == "other" and _PLACE_ONLY.search(first.of.strip())):
        return True
    alone = not several and len(coverage.articles) >= _SOME
    told_once = len({o for p in first.points for o in p.origins}) < 2
    if first.kind in ("other", "votes") and alone and told_once and 0 <= _size(first) < _CROWD:
        # A few of something, which one text counts.
        return True
    if first.kind == "other" and alone:
        # What one text counts, of which no other speaks, or of which it gives no number ("millions").
        spoken_of = any(w in coverage.shared for w in content_words(of))
        return not spoken_of or (told_once and bool(_vague(coverage, first.points[0])))
    if first.kind == "percent" and _COUNTED_SO_FAR.match(of):
        return True
    whole = first.kind == "percent" and all(p.low == p.high == _ALL for s in same for p in s.points)
    return whole or (not of and (first.kind == "percent" or (several and first.kind in _OF_SOMETHING)))


def _origins(c: Count) -> int:
    return len({o for v in c.values for o in v.line.origins})


def _count(coverage: Coverage, same: list[FigureSeries]) -> Count | None:
    """Series with one heading and one place as one: the first gives the name."""
    first = same[0]
    points = [p for s in same for p in s.points if first.kind not in _KINDS or not _is_lone(p)]
    points = [p for p in points if not _is_of_a_pair(coverage, first, p)]
    points = [p for p in points if first.kind not in _KINDS or not _is_part(coverage, p)]
    points = [p for p in _of_one(coverage, first, points) if not _is_told_elsewhere(coverage, first, p)]
    values = [v for p in _distinct(points) if (v := _value(coverage, first, p))]
    values.sort(key=lambda v: (-len(v.line.origins), not lines.is_whole(v.line), v.as_of or "", v.claimant))
    most = _VALUES if len({(v.low, v.high) for v in values}) > 1 else _SAME
    shown = sorted(values[:most], key=lambda v: (v.as_of or "", v.claimant, v.low or 0.0, v.line.key))
    if not shown:
        return None
    disputed = any(s.disputed for s in same)
    return Count(
        first.id,
        first.kind,
        heading(first, _words(shown)),
        tuple(shown),
        first.unit,
        disputed,
        len(values) - len(shown),
    )


def _words(values: Iterable[Value]) -> list[str]:
    return [q.target.quote for v in values for q in v.line.quotes]


def _of_one(coverage: Coverage, series: FigureSeries, points: list[FigurePoint]) -> list[FigurePoint]:
    """Of shares and votes those of one of the rivals: what Weil has is no other figure of what Brandt has."""
    if series.kind not in ("percent", "votes") or len(points) < 2:
        return points
    by_holder: dict[str, list[FigurePoint]] = {}
    for point in points:
        by_holder.setdefault(_holder(coverage, point), []).append(point)
    return max(by_holder.values(), key=lambda ps: (len({o for p in ps for o in p.origins}), len(ps)))


def _is_of_a_pair(coverage: Coverage, series: FigureSeries, point: FigurePoint) -> bool:
    """Whether a value is one side of a score and not what its noun counts ("a 21-19 majority"), or all."""
    number = coverage.number(point)
    if number is None or series.kind not in ("other", "percent"):
        return False
    if series.kind == "percent" and point.low == point.high == _ALL:
        return True
    text = coverage.text(number.document)
    if _IN_SO_MANY.search(text[max(0, number.start - 24) : number.start]):
        return True
    before = _FIRST_OF_TWO.search(text[max(0, number.start - 24) : number.start])
    first = float(before.group(1).replace(",", "")) if before else None
    value = point.high if point.high is not None else point.low
    # Ranges rise; of two that fall the second is the other side's.
    return first is not None and value is not None and value <= first


def _is_part(coverage: Coverage, point: FigurePoint) -> bool:
    """Whether a value is part of a toll that its sentence tells: "40 dead, including nine children"."""
    number = coverage.number(point)
    if number is None:
        return False
    text = coverage.text(number.document)
    before, behind = text[point.target.start : number.start], text[number.end : point.target.end]
    return bool(_AMONG.search(before) or _OF_THEM.match(behind))


def _holder(coverage: Coverage, point: FigurePoint) -> str:
    """Who is named last before a value in its sentence, but for places."""
    number = coverage.number(point)
    end = number.start if number else point.target.end
    named = coverage.mentions(point.target.document, Span(point.target.start, max(end, point.target.start)))
    actors = [a for m in named if m.type != "place" and (a := coverage.actor_of(m)) and a.kind != "place"]
    return actors[-1].id if actors else ""


def _is_told_elsewhere(coverage: Coverage, series: FigureSeries, point: FigurePoint) -> bool:
    """Whether a value's own sentence names other places than the one that its series is told of."""
    if not series.place:
        return False
    sentences = coverage.sentences(point.target)
    span = Span(min(s.start for s in sentences), max(s.end for s in sentences))
    told = coverage.text(point.target.document)[span.start : span.end]
    return _is_of_elsewhere(coverage, series, told, [(point.target.document, span)])


def _is_of_elsewhere(
    coverage: Coverage, series: FigureSeries, told: str, stretches: Iterable[tuple[str, Span]]
) -> bool:
    """Whether words, which stand at ``stretches``, name places, and not the one that a series is told of."""
    if not series.place or series.place.casefold() in told.casefold():
        return False
    return any(m.type == "place" for where in stretches for m in coverage.mentions(*where))


def _is_lone(point: FigurePoint) -> bool:
    """One person, or none: no figure that matters."""
    return point.low == point.high and point.high is not None and point.high <= 1


def _distinct(points: list[FigurePoint]) -> list[FigurePoint]:
    """One point for each claimant and value: the one that most independent texts tell, then the earliest.

    An outlet that gives a value without saying whose is left out where somebody is known to say it.
    """
    found: dict[tuple[float | None, float | None, str | None], FigurePoint] = {}
    for p in sorted(points, key=lambda p: (-len(p.origins), p.as_of or "9999", p.figure)):
        found.setdefault((p.low, p.high, _named(p)), p)
    said = {(low, high) for low, high, who in found if who is not None}
    return [p for (low, high, who), p in found.items() if who is not None or (low, high) not in said]


def _named(point: FigurePoint) -> str | None:
    return None if point.attributed_to == OUTLET else point.attributed_to


def _value(coverage: Coverage, series: FigureSeries, point: FigurePoint) -> Value | None:
    line = _line(coverage, series, point)
    if line is None or any(_SUPPOSED.search(q.target.quote) for q in line.quotes):
        return None
    if series.kind in _KINDS and _is_foreseen(coverage, point):
        return None
    unit = "%" if series.kind == "percent" else series.unit if series.kind == "money" else ""
    document = point.target.document
    speaker = point.attributed_to
    unnamed = _source(coverage, point) if speaker is None else ""
    claimant = coverage.name(speaker, document) or unnamed or coverage.publisher(document)
    actor = speaker if speaker in coverage.actors else None
    words = _vague(coverage, point) or _nearly(coverage, point, unit) or amount(point.low, point.high, unit)
    return Value(point.low, point.high, words, claimant, actor, point.as_of, _when(coverage, point), line)


def _is_foreseen(coverage: Coverage, point: FigurePoint) -> bool:
    """Whether what is told to befall people is still to come, or may never."""
    number = coverage.number(point)
    if number is None:
        return False
    text = coverage.text(number.document)
    before, behind = text[point.target.start : number.start], text[number.end : point.target.end]
    return bool(_FORESEEN.search(before) or _WILL_BEHIND.search(behind))


def _source(coverage: Coverage, point: FigurePoint) -> str:
    """The words for whoever says it, quoted, where nobody is known to be meant; "" where none are short."""
    figure = coverage.figure(point)
    said = coverage.attribution(point.target.document, figure.attribution) if figure else None
    words = source_words(said)
    if not 0 < len(words) <= _SOURCE or words.lower() in _PRONOUNS or not _can_say(words):
        return ""
    if words.split()[-1].lower() in _TORN:
        return ""
    return f"“{words}”"


def _can_say(words: str) -> bool:
    """Whether a source's words are of somebody, a body, or what is written or counted: not of a deed."""
    words = _SERIES_OF.sub("", words)
    head = re.split(r" (?:of|from|on|in|for|at|by|with|to|near) ", words)[0].split()[-1]
    return not (head[:1].islower() and _DEED.search(head))


_DEED = re.compile(
    r"(?:bombings?|shootings?|killings?|stabbings?|blasts?|attacks?|explosions?|clashes|fighting|violence|strikes?|raids?|fires?|storms?|crash(?:es)?"
    r"|earthquakes?|floods?|wars?|battles?|outbreaks?|epidemics?|virus|diseases?|massacres?)$"
)
"""What befalls people counts nobody: "a string of bombings"."""
_SERIES_OF = re.compile(r"^(?:an? )?(?:string|series|wave|spate|number|pair|group) of ", re.IGNORECASE)


def _when(coverage: Coverage, point: FigurePoint) -> str:
    """The day that a value holds for, as wide as the text says it: "2011", and "by 2030" of what is ahead."""
    document = point.target.document
    said = [
        t
        for t in coverage.times(document)
        if t.latest == point.as_of and point.target.whole.contains(t.target.whole)
    ]
    widest = min((t.earliest for t in said if t.earliest), default=point.as_of)
    published = coverage.date(document)
    if published and point.as_of and point.as_of > published:
        # What is counted ahead is counted for the end of the time: "by 2030".
        begun = widest is not None and widest > published
        return f"by {days(widest, point.as_of) if begun else day(point.as_of)}"
    return days(widest, point.as_of)


def _line(coverage: Coverage, series: FigureSeries, point: FigurePoint) -> Line | None:
    """The value's sentence; where it is too long to be shown up to the value, from the value on."""
    # One sentence may tell several values of a series: each has an anchor of its own.
    part = f"figures-{series.id}-{point.low}-{point.high}"
    number = coverage.number(point)
    for target in (point.target, *([number] if number else [])):
        # What was counted before its sentence, a heading that names people tells; one of things does not.
        plain = series.kind not in _OF_SOMETHING
        line = lines.make(
            coverage, part, target, speaker=point.attributed_to, answers=plain, origins=point.origins
        )
        if (
            line is None
            or (plain and len(lines.words_of(line)) < _SAYS)
            or _names_another(coverage, series, line)
        ):
            return None
        if number is None:
            return line
        if any(s.contains(number.whole) for q in line.quotes for s in q.target.spans):
            return line
    return None


def _names_another(coverage: Coverage, series: FigureSeries, line: Line) -> bool:
    """Whether the sentences that are shown name places, and not the one that the series is told of."""
    quotes = [q.target for q in line.quotes]
    told = " ".join(t.quote for t in quotes)
    return _is_of_elsewhere(coverage, series, told, [(t.document, t.whole) for t in quotes])


def _vague(coverage: Coverage, point: FigurePoint) -> str:
    """The source's own word where it is no number: "dozens"; the bounds are in the data."""
    number = coverage.number(point)
    if (
        number
        and not any(c.isdigit() for c in number.quote)
        and point.low != point.high
        and None not in (point.low, point.high)
    ):
        return f"“{number.quote}”"
    return ""


def _nearly(coverage: Coverage, point: FigurePoint, unit: str) -> str:
    """ "Nearly 300", which is not "up to 300"."""
    number = coverage.number(point) if point.low is None and point.high is not None else None
    told = number is not None and nearly(coverage.text(number.document), number.start)
    return f"nearly {amount(point.high, point.high, unit)}" if told else ""
