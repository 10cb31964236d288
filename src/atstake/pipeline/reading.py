"""Reading documents: the order of the extractors, in this process or in several.

A document is read by itself alone, so the number of processes and the order of the documents change
nothing in what is found.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread

from atstake import __version__
from atstake.config import Settings, own_process
from atstake.model.annotations import Annotations
from atstake.model.provenance import Run, content_id
from atstake.model.stages import Extractor
from atstake.model.text import Document

# Starting a second process costs about two seconds of loading; below this many characters it does not pay.
_WORTH_A_PROCESS = 150_000

Group = tuple[Document, ...]
Found = tuple[Run, tuple[Annotations, ...], tuple[str, ...]]
"""How a group was read, the annotations of its documents, and what could not be read, a line each."""


class Reader:
    """All extractors, loaded once, in the order in which each finds what it needs."""

    def __init__(self, settings: Settings) -> None:
        from atstake.extract.parse import Parser

        self._parser = Parser()
        self._extractors = _extractors(settings)
        self._settings = settings

    def __call__(self, document: Document) -> Annotations:
        """All that is found in one document. Raises what an extractor or the parser raises."""
        found, failed = self._read(document)
        if failed:
            raise failed[0][1]
        return found

    def as_far_as_it_goes(self, document: Document) -> tuple[Annotations, str]:
        """What is found in a document, and why it is not all: one text must not cost a whole story.

        An extractor that fails is a fault of ours; the others still read, and the text is kept.
        """
        found, failed = self._read(document)
        return found, ", ".join(f"{name} ({type(error).__name__}: {error})" for name, error in failed)

    def _read(self, document: Document) -> tuple[Annotations, list[tuple[str, Exception]]]:
        """What is found, and who failed with what."""
        found, failed = Annotations(document.id), list[tuple[str, Exception]]()
        try:
            reading = self._parser(document)
        except Exception as error:
            return found, [("parser", error)]
        for extractor in self._extractors:
            try:
                found = found.merged(extractor(reading, found))
            except Exception as error:
                failed.append((extractor.name, error))
        return found, failed

    def run(self, made: str) -> Run:
        """The record of this way of reading: version, models by name and hash, settings."""
        models = {"parser": self._parser.name}
        models |= {e.name: m for e in self._extractors if (m := getattr(e, "model", ""))}
        chosen = self._settings.model_path
        settings = {"model": chosen.name if chosen else self._settings.model}
        return Run(content_id("run", __version__, models, settings), __version__, models, settings, made)


def read_groups(
    groups: Sequence[Group], settings: Settings, made: str, reader: Callable[[], Reader]
) -> Iterator[Found]:
    """How each group was read, the annotations of its documents and what failed, in the order of the groups.

    ``reader`` gives the one of this process; where others read, none is loaded here.
    """
    with reading(_workers(groups, settings), settings, made, reader) as read:
        yield from read(groups)


@contextmanager
def reading(
    workers: int, settings: Settings, made: str, reader: Callable[[], Reader] | None = None
) -> Iterator[Callable[[Sequence[Group]], Iterator[Found]]]:
    """What reads groups, in this process or in so many others, which stay for as many calls as are made."""
    if workers < 2:
        own = cache(lambda: Reader(settings))
        yield lambda groups: (_found((reader or own)(), group, made) for group in groups)
        return
    # "spawn" works the same on all systems and copies no locks of libraries that run threads.
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(settings,)) as pool:
        try:
            yield lambda groups: _in_order(pool, iter(groups), made, ahead=4 * workers)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _in_order(pool: ProcessPoolExecutor, groups: Iterator[Group], made: str, ahead: int) -> Iterator[Found]:
    """Results in order, with a bounded number of groups under way."""
    waiting: deque[Future[Found]] = deque()

    def submit(number: int) -> None:
        with _interrupts_held():
            waiting.extend(pool.submit(_read, group, made) for group in islice(groups, number))

    submit(ahead)
    while waiting:
        done = waiting.popleft().result()
        submit(1)
        yield done


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C reaches all processes of a terminal: workers started in here never see it, we do afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _workers(groups: Sequence[Group], settings: Settings) -> int:
    if settings.workers is not None:
        return max(1, min(settings.workers, len(groups)))
    size = sum(len(d.text) for group in groups for d in group)
    return max(1, min(cores(), len(groups), size // _WORTH_A_PROCESS + 1))


def cores() -> int:
    """How many processes can read at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_reader: Reader | None = None
"""The reader of a worker process."""


def _start(settings: Settings) -> None:
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    own_process()
    _reader = Reader(settings)


def _end_with_parent() -> None:
    """A worker whose command was killed would wait for work for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _read(group: Group, made: str) -> Found:
    assert _reader is not None
    return _found(_reader, group, made)


def _found(reader: Reader, group: Group, made: str) -> Found:
    read = [reader.as_far_as_it_goes(document) for document in group]
    failed = tuple(
        f"not all of it could be read, by a fault of atstake in {why}; the rest is kept"
        for _, why in read
        if why
    )
    return reader.run(made), tuple(found for found, _ in read), failed


def _extractors(settings: Settings) -> tuple[Extractor, ...]:
    """Each is a room's module behind one protocol; this is the only place that knows their order."""
    from atstake.extract.attributions.extractor import AttributionExtractor
    from atstake.extract.coreference import Coreference
    from atstake.extract.encode import Encoder
    from atstake.extract.events import EventExtractor
    from atstake.extract.figures.extractor import FigureExtractor
    from atstake.extract.mentions import Mentions
    from atstake.extract.phrases import Phrases
    from atstake.extract.places import PlaceMentions
    from atstake.extract.presences import Presences
    from atstake.extract.statements import Statements
    from atstake.extract.times import Times
    from atstake.extract.upcoming import Ahead

    encoder = Encoder(settings.model_path or settings.model)
    return (
        Mentions(),
        PlaceMentions(),
        AttributionExtractor(encoder),
        Coreference(),
        Times(),
        Statements(),
        FigureExtractor(),
        Ahead(),
        EventExtractor(),
        Presences(),
        Phrases(),
    )
