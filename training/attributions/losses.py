"""What the reader is taught: each word's tag, each content's cue, each cue's source."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from atstake.extract.attributions.links import PARAGRAPHS, SENTENCES, apart, order
from atstake.extract.attributions.tags import LINK_SIZE, TAGS
from training.attributions.batches import Array, Batch
from training.attributions.data import IGNORE
from training.attributions.model import Reader

LINK_WEIGHT = 0.3
NO_SOURCE = -2


def loss(reader: Reader, batch: Batch, temperature: float = 2.0) -> Tensor:
    """The sum of the three losses; with a teacher's ``soft`` scores, half the tag loss comes from them,
    or all of it where there is no gold."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = reader(batch.ids, batch.shapes, batch.lengths)
    columns = out.reshape(-1, out.shape[-1])[batch.words].float()
    tags = columns[:, : len(TAGS)]
    marked = bool((batch.tags != IGNORE).any())
    total = F.cross_entropy(tags, batch.tags, ignore_index=IGNORE) if marked else columns.sum() * 0.0
    if batch.soft is not None:
        ours = F.log_softmax(tags / temperature, -1)
        theirs = F.log_softmax(batch.soft / temperature, -1)
        taught = F.kl_div(ours, theirs, log_target=True, reduction="batchmean") * temperature**2
        total = 0.5 * total + 0.5 * taught if marked else taught
    for kind in range(2):
        total = total + LINK_WEIGHT * _link_loss(reader, batch, columns, kind)
    return total


def _link_loss(reader: Reader, batch: Batch, columns: Tensor, kind: int) -> Tensor:
    askers, answers, gold = (
        (batch.contents, batch.cues, batch.content_cue)
        if kind == 0
        else (batch.cues, batch.sources, batch.cue_source)
    )
    if not len(askers) or (kind == 0 and not len(answers)):
        return columns.sum() * 0.0
    scores = link_scores(reader, batch, columns, kind, askers, answers)
    target = torch.from_numpy(gold).clone()
    if kind == 1:
        base = len(TAGS) + 4 * LINK_SIZE
        none = pooled(columns[:, base : base + 1], askers)
        scores = torch.cat([scores, none], 1)
        target[target == NO_SOURCE] = len(answers)
    target[target < 0] = IGNORE
    if bool((target == IGNORE).all()):
        return columns.sum() * 0.0
    return F.cross_entropy(scores, target, ignore_index=IGNORE)


def link_scores(
    reader: Reader, batch: Batch, columns: Tensor, kind: int, askers: Array, answers: Array
) -> Tensor:
    """[askers, answers]: how well each answer fits; those of other windows are out of reach."""
    base = len(TAGS) + 2 * kind * LINK_SIZE
    q = pooled(columns[:, base : base + LINK_SIZE], askers)
    k = pooled(columns[:, base + LINK_SIZE : base + 2 * LINK_SIZE], answers)
    a, b = askers[:, 0], answers[:, 0]
    scores = q @ k.T / LINK_SIZE**0.5
    scores = scores + reader.order[kind][torch.from_numpy(order(a, b))]
    near = apart(batch.paragraph[a], batch.paragraph[b], PARAGRAPHS)
    scores = scores + reader.paragraph[kind][torch.from_numpy(near)]
    near = apart(batch.sentence[a], batch.sentence[b], SENTENCES)
    scores = scores + reader.sentence[kind][torch.from_numpy(near)]
    far = torch.from_numpy(batch.window[a][:, None] != batch.window[b][None, :])
    near_enough: Tensor = scores.masked_fill(far, -1e4)
    return near_enough


def pooled(columns: Tensor, spans: Array) -> Tensor:
    """The mean over each span's words."""
    sums = torch.cat([columns.new_zeros(1, columns.shape[1]), columns.cumsum(0)])
    start, end = torch.from_numpy(spans[:, 0]), torch.from_numpy(spans[:, 1])
    return (sums[end] - sums[start]) / (end - start)[:, None]
