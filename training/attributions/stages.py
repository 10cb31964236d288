"""The stages of a build, each of which another run can pick up: what a stage has left is not made again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from atstake.extract.attributions.tags import TAGS
from atstake.extract.encode import Encoder
from atstake.extract.windows import Pieces
from training.attributions.batches import Example, examples
from training.attributions.bench import Bench
from training.attributions.data import Lesson
from training.attributions.fit import Course, Marks, train
from training.attributions.restored import restored
from training.attributions.selftaught import soft_labels
from training.attributions.shipping import calibrate, choose, mean, ship

LIMITS = (256, 128)
"""Windows are cut to both sizes in turn, so that the model reads well at either."""
STRAIGHT = {"“": '"', "”": '"', "’": "'", "‘": "'"}
FIRST_WORD = 999
"""Ids under it are BERT's special and unused pieces."""
LAST = "last-mean.pt"
CHOSEN = Path("chosen") / LAST

Taught = Iterable[tuple[Lesson, NDArray[np.float32] | None]]


def marks(tokenizer: Tokenizer) -> Marks:
    """Ids of the pieces that training disturbs."""
    ids = {token: tokenizer.token_to_id(token) for token in ("[MASK]", *STRAIGHT, *STRAIGHT.values())}
    known = {token: found for token, found in ids.items() if found is not None}
    quotes = {known[a]: known[b] for a, b in STRAIGHT.items() if a in known and b in known}
    return Marks(known["[MASK]"], FIRST_WORD, quotes)


def best(bench: Bench) -> None:
    """The six-layer model, from the checkpoint."""
    course = Course(bench.checkpoint, bench.work / "best", bench.epochs, bench.minutes, seed=bench.seed)
    _learn(bench, course, _untaught(bench))


def polish(bench: Bench) -> None:
    """A second phase of the six-layer model: from the first one's end, at half its rate."""
    course = Course(
        bench.checkpoint,
        bench.work / "polish",
        bench.epochs / 3,
        bench.minutes / 3,
        rate=1.2e-4,
        start=bench.work / "best" / LAST,
        seed=bench.seed + 1,
    )
    _learn(bench, course, _untaught(bench))


def taught(bench: Bench) -> None:
    """A third phase, on train and on coverage without gold, scored by both phases before it.

    A self-training with noise (Xie et al. 2020): the scores are the mean of two readers that saw the
    text whole, the learner sees it with pieces hidden.
    """
    if bench.unlabelled is None:
        print("left out: no --unlabelled")
        return
    course = Course(
        bench.checkpoint,
        bench.work / "taught",
        bench.epochs,
        bench.minutes,
        rate=2e-4,
        start=bench.work / "best" / LAST,
        seed=bench.seed + 2,
    )
    phases = [bench.work / "best" / LAST, bench.work / "polish" / LAST]
    _learn(bench, course, chain(_untaught(bench), soft_labels(bench, phases)))


def again(bench: Bench) -> None:
    """The third phase once more at half its rate, on other coverage, scored by all three before it."""
    if bench.unlabelled is None:
        print("left out: no --unlabelled")
        return
    course = Course(
        bench.checkpoint,
        bench.work / "again",
        bench.epochs,
        bench.minutes / 3,
        rate=1e-4,
        start=bench.work / "taught" / LAST,
        seed=bench.seed + 3,
    )
    phases = [bench.work / name / LAST for name in ("best", "polish", "taught")]
    _learn(bench, course, chain(_untaught(bench), soft_labels(replace(bench, seed=course.seed), phases)))


def chosen(bench: Bench) -> None:
    """The phase that reads the articles kept aside best, the mean of the first two being one more."""
    target = bench.work / CHOSEN
    if target.exists():
        return
    phases = [bench.work / "best" / LAST, bench.work / "polish" / LAST]
    later = (bench.work / name / LAST for name in ("taught", "again"))
    more = [path for path in later if path.exists()]
    found = choose(bench, [*phases, mean(phases, bench.work / "average" / LAST), *more])
    print("chosen:", found.parent.name)
    target.parent.mkdir(exist_ok=True)
    shutil.copy(found, target)


def fast(bench: Bench) -> None:
    """The three-layer model: every other layer of the deep one, taught by its scores beside the gold."""
    course = Course(
        bench.checkpoint,
        bench.work / "fast",
        bench.epochs,
        bench.minutes / 2,
        rate=3e-4,
        layers=(0, 2, 4),
        start=bench.work / CHOSEN,
        seed=bench.seed,
    )
    _learn(bench, course, _taught(bench))


def shipped(bench: Bench) -> None:
    """Both models as they ship, calibrated on the articles kept aside."""
    for name, path in (("best", CHOSEN), ("fast", Path("fast") / LAST)):
        calibrate(bench, ship(bench, name, bench.work / path, bench.work / "weights"))
    print("both models are in", bench.work / "weights")


def rerounded(bench: Bench) -> None:
    """A model that ships, rounded anew and calibrated: for one whose trained weights were not kept."""
    if bench.given is None:
        print("left out: no --given")
        return
    name, folder = bench.given.stem, bench.work / "rerounded"
    folder.mkdir(exist_ok=True)
    torch.save(restored(bench.given), folder / LAST)
    description = ship(bench, name, folder / LAST, folder)
    calibrate(bench, description)
    print(description)


def _untaught(bench: Bench) -> Taught:
    return ((one, None) for one in bench.lessons())


def _taught(bench: Bench) -> Taught:
    """The lessons with the deep model's scores for each tag."""
    teacher = Encoder(ship(bench, "teacher", bench.work / CHOSEN, bench.work / "candidates"))
    for one in bench.lessons():
        yield one, teacher(one.words.text).columns[:, : len(TAGS)].astype("float32")


def _learn(bench: Bench, course: Course, lessons: Taught) -> None:
    if (course.out / "last.pt").exists():
        return
    pieces = Pieces(bench.tokenizer())
    sets: list[list[Example]] = [[] for _ in LIMITS]
    for one, soft in lessons:
        for found, limit in zip(sets, LIMITS, strict=True):
            found += examples(one, pieces, limit, soft)
    print([len(s) for s in sets], "windows", flush=True)
    train(course, sets, marks(bench.tokenizer()))


STAGES: dict[str, Callable[[Bench], None]] = {
    "best": best,
    "polish": polish,
    "taught": taught,
    "again": again,
    "chosen": chosen,
    "fast": fast,
    "shipped": shipped,
    "rerounded": rerounded,
}
