"""What stands at the head of a text: headline, byline, dateline, date stamp, the authors' names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from atstake.intake import credits, dates
from atstake.intake.draft import Draft
from atstake.intake.lines import Line, squeezed
from atstake.intake.places import is_place
from atstake.model.text import Furniture, Span

_TOLERANCE = timedelta(days=3)
"""A dateline further than this from the record's date beats it: papers print a day or two later."""

_BELIEVED = timedelta(days=5 * 366)
"""A date this far from the record's is no dateline but something the text tells of."""


class Top:
    """What stands at the head of a text: headline, byline, dateline, date stamp, names of the authors."""

    def __init__(self, draft: Draft, prose: Sequence[Line]) -> None:
        text = draft.text
        self.furniture: list[Furniture] = []
        self.headline = _headline(draft, prose)
        self.stamp = self._stamp(text, prose)
        self.headline = self.headline or self._headline_after_stamp(draft)
        byline = credits.find_byline(prose)
        self.byline: Span | None = byline[0] if byline else None
        people = byline[1] if byline else ()
        self.authors = tuple(n for n in people if not squeezed(draft.publisher).startswith(squeezed(n)))
        found = credits.find_dateline(prose, is_place, draft.publisher)
        self.dateline = found.span if found else self.stamp
        self.printed = found.date if found else ""
        self.agency = found.agency if found else ""
        self.credited = [s for s in (self.byline, self.dateline, self.stamp) if s]
        names = {squeezed(n) for n in (*draft.authors, draft.publisher, *self.authors) if n.strip()}
        for line, below in pairwise(prose[:4]):
            if credits.is_person(line.text) and squeezed(below.text) == squeezed(draft.publisher):
                self.furniture.append(Furniture(line.span, "byline"))
        for line in (x for x in prose[:8] if x.span != self.headline):
            if (
                squeezed(line.text.strip(" ,|•·")) in names
                or squeezed(line.text.removeprefix("By ")) in names
            ):
                self.furniture.append(Furniture(line.span, "byline"))
        if self.byline in [f.span for f in self.furniture]:
            self.furniture = [f for f in self.furniture if f.span != self.byline]

    def _stamp(self, text: str, prose: Sequence[Line]) -> Span | None:
        self.stamp_date = ""
        places = [line.span.start for line in prose[:3]]
        if self.headline:
            at = self.headline.end
            places.append(at + len(text[at:]) - len(text[at:].lstrip(" .|-–—\n")))
        for at in places:
            match = credits.find_stamp(text, at)
            if match and match["date"]:
                self.stamp_date = match["date"]
                span = Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
                self.furniture.append(Furniture(span, "byline"))
                return span
        return None

    def _headline_after_stamp(self, draft: Draft) -> Span | None:
        if not self.stamp or not draft.title:
            return None
        at = self.stamp.end + len(draft.text[self.stamp.end :]) - len(draft.text[self.stamp.end :].lstrip())
        return _title_at(draft, at)


def _headline(draft: Draft, prose: Sequence[Line]) -> Span | None:
    """The title where it stands at the top; in a text without one, a first line that looks like it."""
    for line in prose[:5] if draft.title else ():
        if squeezed(line.text) == squeezed(draft.title):
            return line.span
    if draft.title:
        return _title_at(draft, prose[0].span.start) if prose else None
    if len(prose) < 2:
        return None
    first = prose[0]
    apart = draft.text[first.span.end : prose[1].span.start].count("\n") > 1
    plain = len(first.text) <= 140 and first.text[-1] not in ".,;:" and len(first.text.split()) > 2
    return first.span if apart and plain and len(prose[1].text) > 40 else None


def _title_at(draft: Draft, at: int) -> Span | None:
    """The title at this offset, with or without the site's name after its last dash or bar."""
    title = draft.title.strip()
    options = [title] + [
        title.rsplit(mark, n)[0] for mark in (" - ", " | ", " – ") for n in (1, 2, 3) if mark in title
    ]
    for option in options:
        if len(option) > 12 and draft.text.startswith(option, at):
            return Span(at, at + len(option))
    return None


def publication_date(draft: Draft, top: Top) -> tuple[str | None, str, tuple[str, ...]]:
    """The record's, unless the text's own dateline stands more than a few days off; from where; notes."""
    recorded = _as_date(draft.published)
    printed = top.stamp_date or top.printed
    told = dates.read_day_near(printed, recorded) if printed and recorded else dates.read_day(printed)
    if not told:
        return draft.published, draft.published_from, ()
    if not recorded:
        return told.isoformat(), "dateline", ()
    if _TOLERANCE < abs(told - recorded) < _BELIEVED:
        note = f"dated {told} by its dateline, not {recorded} as its record says"
        return told.isoformat(), "dateline", (note,)
    return draft.published, draft.published_from, ()


def _as_date(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
