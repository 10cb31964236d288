"""The dossiers of the app. Each has one thread that does all that reads or writes it, one job after another.

Pages show the newest edition that is ready; what is added from elsewhere (``atstake add``) is seen by the
dossier's state, and a new edition made of it. The store itself sees to it that two programs do not write at
once: the later one waits, and then says so in one line.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from atstake.config import Settings
from atstake.errors import AtstakeError, UsageError

if TYPE_CHECKING:
    from atstake.pipeline import Added, Story
    from atstake.pipeline.edition import Edition
    from atstake.store import State

_log = logging.getLogger(__name__)
_MOST_JOBS = 50
"""Jobs of a dossier that are remembered."""
PATIENCE = 8.0
"""Seconds a page waits for work that is mostly short before it says that it is under way."""


class Ended(AtstakeError):
    """The app is being ended; what was finished is kept."""


@dataclass
class Job:
    """One piece of work: how far it is, and what came of it. ``says`` is one line for the page."""

    number: int
    name: str
    says: str = "waiting for the work before it"
    done: int = 0
    of: int = 0
    added: Added | None = None
    trouble: str = ""
    finished: Event = field(default_factory=Event)
    made: object = None
    """What it was asked for, where that is not an edition."""

    @property
    def ended(self) -> bool:
        """Whether it is over, well or not."""
        return self.finished.is_set()


Work = Callable[["Story", Job], object]


class Case:
    """One dossier of the shelf."""

    def __init__(self, path: Path, slug: str, settings: Settings) -> None:
        self.path, self.slug, self.base = path, slug, f"/d/{slug}"
        self.edition: Edition | None = None
        self.trouble = ""
        self._settings = settings
        self._story: Story | None = None
        self._queue: SimpleQueue[tuple[Job, Work] | None] = SimpleQueue()
        self._lock = Lock()
        self._jobs: dict[int, Job] = {}
        self._count = 0
        self._fresh: Job | None = None
        self._stop = Event()
        self._thread = Thread(target=self._work, name=f"dossier {slug}", daemon=True)
        self._thread.start()

    def submit(self, name: str, work: Work, *, changes: bool = True) -> Job:
        """Puts work in line; where it changes something, an edition is made behind it."""
        with self._lock:
            self._count += 1
            job = Job(self._count, name)
            self._jobs[job.number] = job
            for old in sorted(n for n, j in self._jobs.items() if j.ended)[:-_MOST_JOBS]:
                del self._jobs[old]
        self._queue.put((job, _and_edition(self, work) if changes else work))
        return job

    def job(self, number: int) -> Job | None:
        """A job by its number."""
        return self._jobs.get(number)

    @property
    def busy(self) -> str:
        """What is under way, in a few words; "" where nothing is."""
        running = [j for j in list(self._jobs.values()) if not j.ended]
        return f"{running[0].name}: {running[0].says}" if running else ""

    def state(self) -> State:
        """The dossier's state now, by a connection of its own. DossierError where it cannot be read."""
        from atstake.store import Dossier

        with Dossier.open(self.path, readonly=True) as dossier:
            return dossier.state()

    def current(self, wait: float = PATIENCE) -> tuple[Edition | None, bool]:
        """The newest edition that is ready and whether the dossier has gone on; it asks for a new one then.

        Where there is none yet it waits a little for the first.
        """
        try:
            state = self.state()
        except AtstakeError as error:
            self.trouble = str(error)
            return self.edition, False
        if self.edition is not None and self.edition.state == state:
            self.trouble = ""
            return self.edition, False
        with self._lock:
            asked = self._fresh
        if asked is None or asked.ended:
            asked = self.submit("making the pages", lambda story, job: None)
            with self._lock:
                self._fresh = asked
        if asked.finished.wait(wait if self.edition is None else min(wait, 1.0)):
            return self.edition, False
        return self.edition, True

    def close(self, wait: float = 20.0) -> None:
        """Ends the thread: what is finished is kept, the rest is left."""
        self._stop.set()
        self._queue.put(None)
        self._thread.join(wait)

    def progress(self, job: Job, named: Callable[[str], str]) -> Callable[[int, int, str], None]:
        """What reading calls after each document; ends it where the app is being ended.

        ``named`` gives an input the name that people know it by.
        """

        def told(done: int, of: int, name: str) -> None:
            if self._stop.is_set():
                raise Ended("the app was ended; what was finished is kept")
            job.done, job.of, job.says = done, of, f"{done} of {of}: {named(name)}"

        return told

    def _work(self) -> None:
        while (item := self._queue.get()) is not None and not self._stop.is_set():
            job, work = item
            try:
                job.made = work(self._opened(), job)
            except (AtstakeError, OSError) as error:
                job.trouble = " ".join(str(error).split())
                self.trouble = self.trouble or (job.trouble if self.edition is None else "")
            except Exception as error:
                # Never a silent thread: the page says what it was, and the next job is taken.
                _log.exception("%s: %s", self.path.name, job.name)
                job.trouble = f"{type(error).__name__}: {error}; nothing was lost, please report it"
            finally:
                job.finished.set()
        self._drop_waiting()
        if self._story is not None:
            self._story.close()

    def _opened(self) -> Story:
        if self._story is None:
            from atstake.pipeline import Story

            self._story = Story.open(self.path, self._settings, create=False)
        return self._story

    def _drop_waiting(self) -> None:
        try:
            while item := self._queue.get_nowait():
                item[0].trouble = "the app was ended before this was begun"
                item[0].finished.set()
        except Empty:
            pass


def _and_edition(case: Case, work: Work) -> Work:
    """The work, and behind it an edition of what the dossier holds then."""

    def both(story: Story, job: Job) -> object:
        made = work(story, job)
        came_of_it = job.says
        job.says, job.done, job.of = "making the pages", 0, 0
        _renew(case, story)
        job.says = came_of_it
        return made

    return both


def _renew(case: Case, story: Story) -> None:
    """A new edition where the dossier has gone on; what stands against one is the dossier's trouble."""
    if case.edition is not None and case.edition.state == story.dossier.state():
        return
    try:
        edition = None if story.is_empty else story.edition()
        # The brief is composed here, not while somebody waits for a page.
        title = edition.brief.title if edition else None
    except AtstakeError as error:
        case.edition, case.trouble = None, str(error)
        return
    case.edition = edition
    case.trouble = "" if title else "Nothing was read into this dossier yet: add coverage."


class Shelf:
    """All dossiers of the app by their short names, which are all that an address ever holds of a path."""

    def __init__(self, paths: Iterable[Path], settings: Settings) -> None:
        self.cases: dict[str, Case] = {}
        seen: set[Path] = set()
        for path in paths:
            place = path.resolve()
            if place not in seen:
                seen.add(place)
                slug = self._slug(path)
                self.cases[slug] = Case(path, slug, settings)

    def __getitem__(self, slug: str) -> Case:
        """A dossier. Raises ``UsageError`` for a name that is none's."""
        if slug not in self.cases:
            raise UsageError("There is no such dossier on this shelf.")
        return self.cases[slug]

    def close(self) -> None:
        """Ends all threads."""
        for case in self.cases.values():
            case.close()

    def _slug(self, path: Path) -> str:
        plain = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:40] or "dossier"
        taken = (f"{plain}-{n}" if n > 1 else plain for n in range(1, 10_000))
        return next(name for name in taken if name not in self.cases)
