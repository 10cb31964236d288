"""*What changed*: two resolutions of a dossier compared by what things are, not by how they are worded.

A thing is new only where a document tells it that was not there before and that is no copy of one that was;
so a new model, or a copy, reworded or not, changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from atstake.brief.compose import lines, quoting
from atstake.brief.compose.claims import is_shown
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen, alike, content_words
from atstake.brief.compose.pairing import is_paired
from atstake.brief.compose.retold import Retold
from atstake.brief.compose.same import (
    called_off,
    earlier,
    moved,
    put_off,
    renamed,
    same_dispute,
    same_series,
    told,
)
from atstake.brief.compose.wording import amount, capital
from atstake.model.brief import Brief, Change, ChangeKind, Line, Part
from atstake.model.claims import Ahead, Claim, FigurePoint, FigureSeries, Resolution
from atstake.model.text import Target

MOST = 20
_SAME_CLAIM = 2
"""Least content words that a claim shares with the sentence that says it was taken back."""
_TAKEN_BACK = re.compile(
    r"\b(?:with(?:drew|draws|drawn|drawing)|retract(?:s|ed|ing)?|(?:took|takes|taken) back|disowned|recanted"
    r"|no longer (?:says?|claims?|believes?|stands? by))\b"
    r".*\b(?:claim|accus|alleg|statement|report|remark|comment|that)",
    re.IGNORECASE,
)
_ORDER: dict[ChangeKind, int] = {"withdrawn": 0, "answered": 1, "revised": 2, "new": 3}


def compare(coverage: Coverage, before: Resolution) -> Part[Change]:
    """What the coverage says now that it did not say at an earlier build, the gravest first."""
    found = _Comparison(coverage, before).all()
    seen, kept = Seen(), []
    for change in sorted(
        found, key=lambda c: (_ORDER[c.kind], -len(c.line.origins), c.line.date or "", c.line.key)
    ):
        if seen.add(lines.words_of(change.line)):
            kept.append(change)
    return Part(tuple(kept[:MOST]), max(0, len(kept) - MOST))


def marked(brief: Brief, changes: Part[Change]) -> Brief:
    """The brief with its changes, and each line that tells one marked."""
    kinds = {q.target: c.kind for c in reversed(changes.items) for q in c.line.quotes}

    def mark(line: Line) -> Line:
        kind = next((kinds[q.target] for q in line.quotes if q.target in kinds), None)
        return replace(line, change=kind) if kind else line

    parts = {f.name: _mapped(getattr(brief, f.name), mark) for f in fields(brief) if f.name != "changes"}
    return replace(brief, **parts, changes=changes)


class _Comparison:
    def __init__(self, coverage: Coverage, before: Resolution) -> None:
        self.coverage, self.after = coverage, coverage.resolution
        self.before = renamed(before, coverage.resolution)
        self.known = {document for document, _ in before.origin_of}
        heard = {coverage.origin_of.get(d, d) for d in self.known}
        self.stale = self.known | {d for d, o in coverage.origin_of.items() if o in heard}
        self.retold = Retold(coverage, self.stale)

    def all(self) -> list[Change]:
        """All changes, in no order."""
        return [*self.disputes(), *self.figures(), *self.events(), *self.withdrawn(), *self.claims()]

    def fresh(self, target: Target) -> bool:
        """Told by a document that was not known, and no copy of a known one, word by word or reworded."""
        new = target.document not in self.stale and target.document in self.coverage.documents
        return new and not self.retold.is_old(target)

    def make(self, kind: ChangeKind, of: Any, target: Target, remark: str = "", **more: Any) -> list[Change]:
        """The change as a line, or nothing where the words cannot stand alone."""
        was: Target | None = more.pop("was", None)
        line = lines.make(self.coverage, f"changes-{of}", target, **more)
        if line is None:
            return []
        known = was is not None and was.document in self.coverage.documents
        there = known and was is not None and was.quote not in line.quotes[0].target.quote
        return [Change(kind, of, line, remark, quoting.quote(self.coverage, was) if there and was else None)]

    def disputes(self) -> Iterable[Change]:
        old = [d for d in self.before.disputes if is_shown(d)]
        for d in self.after.disputes:
            told = d.relation != "differs-in-figure" and is_shown(d) and self.fresh(d.b)
            if not told or any(same_dispute(d, o) for o in old):
                continue
            name = self.coverage.name(d.speaker_a, d.a.document)
            if d.speaker_a and d.speaker_a == d.speaker_b and d.speaker_a in self.coverage.actors:
                yield from self.make("withdrawn", "claim", d.b, speaker=d.speaker_b, answers=True, was=d.a)
            elif not is_paired(self.coverage, d):
                yield from self.make("new", "claim", d.b, speaker=d.speaker_b)
            elif self.fresh(d.a):
                remark = f"Against {name}." if name else ""
                yield from self.make(
                    "new", "dispute", d.b, remark, speaker=d.speaker_b, answers=True, was=d.a
                )
            else:
                remark = f"Answers {name}." if name else ""
                yield from self.make(
                    "answered", "claim", d.b, remark, speaker=d.speaker_b, answers=True, was=d.a
                )

    def figures(self) -> Iterable[Change]:
        for series in self.after.series:
            old = [p for s in self.before.series if same_series(s, series) for p in s.points]
            for point in series.points:
                known = any((p.low, p.high) == (point.low, point.high) for p in old)
                if self.fresh(point.target) and not known:
                    yield from self.figure(series, point, old)

    def figure(self, series: FigureSeries, point: FigurePoint, old: list[FigurePoint]) -> list[Change]:
        speaker = point.attributed_to
        mine = (p for p in old if p.attributed_to == speaker)
        said = sorted(mine, key=lambda p: (p.as_of or "", p.figure))
        unit = series.unit if series.kind in ("money", "percent") else ""
        value = amount(point.low, point.high, unit)
        if not said:
            return self.make(
                "new", "figure", point.target, f"{capital(value)}.", speaker=speaker, answers=True
            )
        was = said[-1]
        remark = f"{capital(amount(was.low, was.high, unit))} before, now {value}."
        return self.make(
            "revised", "figure", point.target, remark, speaker=speaker, answers=True, was=was.target
        )

    def events(self) -> Iterable[Change]:
        for event in self.after.ahead:
            tellings = [t.target for t in event.tellings] or [event.target]
            newest = next((t for t in (event.target, *reversed(tellings)) if self.fresh(t)), None)
            if newest is not None and event.sure:
                yield from self.event(earlier(event, self.before.ahead), event, newest)

    def event(self, was: Ahead | None, event: Ahead, newest: Target) -> list[Change]:
        """What is new of an event ahead: the event itself, that it is off, or its day or certainty."""
        if was is None:
            return self.make("new", "event", newest, f"{capital(told(event))}." if event.latest else "")
        before, later = f"Before: {told(was)}", put_off(newest.quote)
        off = event.certainty == "cancelled" or called_off(newest.quote)
        if off and not later:
            known = was.certainty == "cancelled"
            return [] if known else self.make("withdrawn", "event", newest, f"{before}.", was=was.target)
        if not (later or moved(was, event) or event.certainty != was.certainty):
            return []
        if later and (event.certainty == "cancelled" or not moved(was, event)):
            return self.make("revised", "event", newest, f"{before}; now put off.", was=was.target)
        return self.make("revised", "event", newest, f"{before}; now {told(event)}.", was=was.target)

    def claims(self) -> Iterable[Change]:
        """Claims of named speakers that nobody made before."""
        old_attributions = {a for c in self.before.claims for a in c.attributions}
        old_words = [content_words(c.target.quote) for c in self.before.claims]
        for claim in self.after.claims:
            if claim.state == "superseded":
                was = next((c for c in self.before.claims if c.id == claim.id), None)
                if was is not None and was.state != "superseded":
                    yield from self.make("withdrawn", "claim", claim.target)
                continue
            if self._is_new(claim, old_attributions, old_words):
                yield from self.make("new", "claim", claim.target, origins=claim.origins)

    def withdrawn(self) -> Iterable[Change]:
        """Claims that the coverage says were taken back, each with the words of the claim."""
        old = [(content_words(c.target.quote), c.target) for c in self.before.claims]
        for document in sorted(self.coverage.documents):
            for statement in self.coverage.statements(document):
                if not _TAKEN_BACK.search(statement.target.quote) or not self.fresh(statement.target):
                    continue
                words = content_words(statement.target.quote)
                shared_words = [(len(words & said), target) for said, target in old]
                most, was = max(shared_words, key=lambda pair: pair[0], default=(0, None))
                if was is not None and most >= _SAME_CLAIM:
                    yield from self.make("withdrawn", "claim", statement.target, was=was)

    def _is_new(self, claim: Claim, old_attributions: set[str], old_words: list[frozenset[str]]) -> bool:
        if not claim.actors or not self.fresh(claim.target) or old_attributions & set(claim.attributions):
            return False
        words = content_words(claim.target.quote)
        return not any(alike(words, old) for old in old_words) and not self.retold.is_said(claim.target)


def _mapped(thing: Any, change: Callable[[Line], Line]) -> Any:
    """A tree of dataclasses and tuples with every line replaced."""
    if isinstance(thing, Line):
        return change(thing)
    if isinstance(thing, tuple):
        return tuple(_mapped(item, change) for item in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        made = {f.name: _mapped(getattr(thing, f.name), change) for f in fields(thing)}
        return replace(thing, **made) if any(made[k] is not getattr(thing, k) for k in made) else thing
    return thing
