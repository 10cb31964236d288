"""Feeds, read again and again into a dossier; one line for each thing that changed.

A feed that fails is one line and is asked again later, each time twice as late, up to ``LATEST``; the others
go on. What is interrupted loses nothing: each document is on disk before the next is read, and a feed counts
as seen only when all of it was kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from atstake.errors import AtstakeError, CheckError, InputError
from atstake.intake import Watched
from atstake.model.brief import Brief
from atstake.model.claims import Resolution
from atstake.model.intake import Intake
from atstake.pipeline import writing
from atstake.pipeline.added import Added

LATEST = 6 * 3600.0
"""Most seconds until a feed that fails is asked again, or its own interval where that is longer."""

Say = Callable[[str], None]


class Story(Protocol):
    """What is needed of ``pipeline.Story``."""

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing."""
        ...

    def take(self, intakes: Iterable[Intake]) -> Added:
        """Adds what was read already."""
        ...

    def resolve(self) -> Resolution:
        """What it comes to now."""
        ...

    def changed(self, before: Resolution) -> Brief:
        """What changed since then."""
        ...


@dataclass
class _Feed:
    watched: Watched
    due: float = 0.0
    failures: int = 0
    told: set[str] = field(default_factory=set)
    """Problems of single entries that were told: once is enough."""


@dataclass
class Watch:
    """The feeds of one dossier. ``look`` asks those that are due; ``run`` goes on until it is interrupted."""

    story: Story
    names: Sequence[str]
    every: float = 600.0
    say: Say = print
    warn: Say = print
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        self._feeds = [_Feed(Watched(name)) for name in dict.fromkeys(self.names)]
        self._before = self._resolved()

    def run(self) -> None:
        """Looks again and again. Ctrl-C ends it, as everything."""
        while True:
            self.look()
            self.sleep(max(0.0, min(f.due for f in self._feeds) - self.clock()))

    def look(self) -> bool:
        """Asks the feeds that are due; whether all of them could be had."""
        now = self.clock()
        due = [feed for feed in self._feeds if feed.due <= now]
        return all([self._ask(feed) for feed in due])

    def _ask(self, feed: _Feed) -> bool:
        try:
            added = self.story.take(feed.watched.look())
            feed.watched.taken()
        except InputError as error:
            return self._failed(feed, f"{feed.watched.name} {error}")
        except AtstakeError as error:
            return self._failed(feed, str(error))
        feed.failures, feed.due = 0, self.clock() + self.every
        self._tell(feed, added)
        return True

    def _failed(self, feed: _Feed, line: str) -> bool:
        wait = pause(self.every, feed.failures)
        feed.failures += 1
        feed.due = self.clock() + wait
        self.warn(f"{_time()}  {' '.join(line.split())}; asked again in {_span(wait)}")
        return False

    def _tell(self, feed: _Feed, added: Added) -> None:
        for problem in added.problems:
            if problem not in feed.told:
                feed.told.add(problem)
                self.warn(f"{_time()}  {problem}")
        if not added.new:
            return
        self.say(f"{_time()}  {feed.watched.name}: {len(added.new)} new, {added.known} known")
        try:
            brief = self.story.changed(self._before)
        except AtstakeError as error:
            self.warn(f"{_time()}  {error}")
            return
        for line in writing.change_lines(brief):
            self.say(f"  {line}")
        self._before = self._resolved()

    def _resolved(self) -> Resolution:
        """What is there now; nothing where all of it is private, or there is none."""
        try:
            return Resolution() if self.story.is_empty else self.story.resolve()
        except CheckError:
            raise
        except AtstakeError:
            return Resolution()


def pause(every: float, failures: int) -> float:
    """Seconds until a feed is asked again that failed after so many failures in a row."""
    longest: float = max(every, LATEST)
    return min(longest, every * 2.0 ** min(failures + 1, 30))


def _time() -> str:
    return datetime.now().strftime("%H:%M")


def _span(seconds: float) -> str:
    for name, size in (("h", 3600), ("min", 60)):
        if seconds >= size:
            return f"{seconds / size:.3g} {name}"
    return f"{seconds:.3g} s"
