"""Training by two single-thread processes that meet every few steps to average their weights.

Small matrices gain little from a second thread; two processes that meet seldom use two cores well,
and the slower one is waited for only then. The learning rate falls with the clock as well as with
the steps, so a busy machine ends with a finished, only less trained, model.
"""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.distributed as dist
from torch import nn
from torch.multiprocessing.spawn import spawn

from training.attributions.batches import Example, collate, disturb, plan
from training.attributions.losses import loss
from training.attributions.model import Reader, from_checkpoint, restore, shallow

MEET = 16
MEAN_DECAY = 0.97
WORLD = 2


@dataclass(frozen=True)
class Course:
    """How a reader is trained."""

    checkpoint: Path
    out: Path
    epochs: float
    minutes: float
    rate: float = 2.5e-4
    budget: int = 1024
    layers: tuple[int, ...] = ()
    start: Path | None = None
    seed: int = 7


@dataclass(frozen=True)
class Marks:
    """Piece ids that ``disturb`` needs."""

    mask: int
    first_real: int
    quotes: dict[int, int]


def beginner(course: Course) -> Reader:
    """The untrained reader of a course."""
    if course.start is None:
        return from_checkpoint(course.checkpoint)
    deep = restore(torch.load(course.start, weights_only=True), course.checkpoint)
    return shallow(deep, list(course.layers)) if course.layers else deep


def work(rank: int, course: Course, sets: list[list[Example]], marks: Marks, port: int) -> None:
    """One of the two processes."""
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(port))
    torch.set_num_threads(1)
    torch.manual_seed(course.seed)
    dist.init_process_group("gloo", rank=rank, world_size=WORLD)
    reader = beginner(course).train()
    torch.manual_seed(course.seed + rank)
    _Worker(rank, course, sets, marks, reader).run()
    dist.barrier()
    dist.destroy_process_group()


class _Worker:
    def __init__(
        self, rank: int, course: Course, sets: list[list[Example]], marks: Marks, reader: Reader
    ) -> None:
        self.rank, self.course, self.sets, self.marks, self.reader = rank, course, sets, marks, reader
        reader.words.weight.requires_grad_(False)
        named = reader.trainable()
        self.weights = [p for _, p in named]
        body = [p for n, p in named if n.startswith(("layers.", "norm", "positions"))]
        heads = [p for n, p in named if not n.startswith(("layers.", "norm", "positions"))]
        self.optimiser = torch.optim.AdamW(
            [{"params": body, "lr": course.rate}, {"params": heads, "lr": 5 * course.rate}],
            weight_decay=0.01, fused=True,
        )  # fmt: skip
        self.rates = [group["lr"] for group in self.optimiser.param_groups]
        self.mean = [p.detach().clone() for p in self.weights] if rank == 0 else []
        self.flat = torch.zeros(sum(p.numel() for p in self.weights))
        self.rng = random.Random(course.seed)
        self.noise = random.Random(course.seed + rank)
        self.step, self.share, self.began, self.running = 0, 0.0, time.time(), 0.0
        self.total = int(course.epochs * len(plan(sets[0], course.budget, random.Random(0))) / WORLD)

    def run(self) -> None:
        epoch = 0
        while self.share < 1:
            items = self.sets[epoch % len(self.sets)]
            batches = plan(items, self.course.budget, self.rng)
            for at in range(0, len(batches) - WORLD + 1, WORLD):
                self._learn([items[i] for i in batches[at + self.rank]])
                if self.step % MEET == 0 and self._meet() >= 1:
                    break
            epoch += 1
            self._save(f"epoch{epoch}")
        self._save("last")

    def _learn(self, items: list[Example]) -> None:
        batch = collate(items)
        disturb(batch, self.noise, self.marks.mask, self.marks.first_real, self.marks.quotes)
        value = loss(self.reader, batch)
        self.optimiser.zero_grad()
        value.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.weights, 1.0)
        factor = min((self.step + 1) / 150, 1.0) * (1 - min(self.share, 0.999))
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor
        self.optimiser.step()
        self.step += 1
        self.running = 0.98 * self.running + 0.02 * value.item() if self.running else value.item()

    @torch.no_grad()
    def _meet(self) -> float:
        """Average the weights of both processes; agree on how much of the course is done."""
        torch.cat([p.reshape(-1) for p in self.weights], out=self.flat)
        dist.all_reduce(self.flat)
        self.flat.div_(WORLD)
        parts = torch.split(self.flat, [p.numel() for p in self.weights])
        for p, part in zip(self.weights, parts, strict=True):
            p.copy_(part.view_as(p))
        spent = (time.time() - self.began) / (60 * self.course.minutes)
        share = torch.tensor([max(spent, self.step / self.total)])
        dist.broadcast(share, 0)
        self.share = float(share)
        for mean, p in zip(self.mean, self.weights, strict=False):
            mean.lerp_(p, 1 - MEAN_DECAY)
        if self.rank == 0 and self.step % (4 * MEET) == 0:
            clock = time.time() - self.began
            print(
                f"step {self.step}/{self.total} loss {self.running:.3f} done {self.share:.2f} {clock:.0f}s",
                flush=True,
            )
        return self.share

    def _save(self, name: str) -> None:
        if self.rank:
            return
        state = {k: v.clone() for k, v in self.reader.state_dict().items()}
        torch.save(state, self.course.out / f"{name}.pt")
        for (key, _), mean in zip(self.reader.trainable(), self.mean, strict=True):
            state[key] = mean.clone()
        torch.save(state, self.course.out / f"{name}-mean.pt")


def train(course: Course, sets: list[list[Example]], marks: Marks, port: int = 29533) -> Path:
    """Run a course to its end; the path of the weights it ends with."""
    course.out.mkdir(parents=True, exist_ok=True)
    done = course.out / "last.pt"
    if not done.exists():
        spawn(work, args=(course, sets, marks, port), nprocs=WORLD)  # type: ignore[no-untyped-call]
    return done
