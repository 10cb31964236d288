"""From the encoder's columns to who said what, in words: tags, spans, links, groups, probability."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atstake.extract.attributions.links import PARAGRAPHS, SENTENCES, apart, order
from atstake.extract.attributions.tags import LINK_SIZE, TAG_IDS, TAGS
from atstake.extract.attributions.viterbi import spans, tag
from atstake.extract.encode import Encoded

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Range = tuple[int, int]

ORPHAN_REACH = 40
"""A source that nobody asked for goes to a cue without one, at most this many words away."""
ASKERS_AT_ONCE = 512
BEGINS = [at for at, name in enumerate(TAGS) if name[0] == "B"]
FEATURES = (
    "content", "content_edges", "cue", "source", "cue_link", "source_link",
    "has_source", "log_length", "parts",
)  # fmt: skip


@dataclass
class Found:
    """One attribution in ranges of words, and what speaks for it."""

    source: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    features: Floats = field(default_factory=lambda: np.zeros(len(FEATURES), np.float32))
    probability: float = 1.0


@dataclass(frozen=True)
class Settings:
    """What a model's description says about decoding it."""

    outside: float
    """Added to the score of "outside": above 0 finds less, below 0 more."""
    begin: tuple[float, float, float]
    """Added to the scores of "begin" of source, cue and content: below 0 breaks one stretch in two less
    readily, and finds less."""
    order: tuple[Floats, Floats]
    paragraph: tuple[Floats, Floats]
    sentence: tuple[Floats, Floats]
    calibration: Floats | None
    """Weights of ``FEATURES``, then the constant, of a logistic regression on articles kept aside."""

    @classmethod
    def read(cls, description: Mapping[str, Any]) -> Settings:
        """From a model's description."""

        def pair(name: str) -> tuple[Floats, Floats]:
            cue, source = (np.asarray(x, np.float32) for x in description["links"][name])
            return cue, source

        weights = description.get("calibration")
        return cls(
            float(description.get("outside", 0.0)), begins(description.get("begin", 0.0)),
            pair("order"), pair("paragraph"), pair("sentence"),
            None if weights is None else np.asarray(weights, np.float32),
        )  # fmt: skip


def begins(told: float | Sequence[float]) -> tuple[float, float, float]:
    """A description's shift of "begin", which is one for all roles or one for each."""
    source, cue, content = [told] * 3 if isinstance(told, int | float) else told
    return float(source), float(cue), float(content)


def decode(encoded: Encoded, settings: Settings) -> list[Found]:
    """The attributions of a text that have a content, in the order of their cues."""
    if not len(encoded.words):
        return []
    return _Decoder(encoded, settings).run()


class _Decoder:
    def __init__(self, encoded: Encoded, settings: Settings) -> None:
        self.settings = settings
        self.columns = encoded.columns
        self.windows = encoded.windows
        self.paragraphs = np.asarray(encoded.words.paragraphs)
        self.sentences = np.cumsum(encoded.words.opens)
        scores = self.columns[:, : len(TAGS)].copy()
        scores[:, 0] += settings.outside
        scores[:, BEGINS] += settings.begin
        starts = np.flatnonzero(np.diff(self.paragraphs, prepend=-1))
        self.tags = tag(scores, starts)
        self.spans = spans(self.tags)
        top = scores.max(1, keepdims=True)
        logs = scores - top - np.log(np.exp(scores - top).sum(1, keepdims=True))
        self.logs = logs[np.arange(len(logs)), self.tags]
        self.summed = np.concatenate([[0.0], np.cumsum(self.logs, dtype=np.float64)])
        self.pooled = {role: self._pool(ranges) for role, ranges in self.spans.items()}

    def run(self) -> list[Found]:
        cues, contents = self.spans["cue"], self.spans["content"]
        if not cues or not contents:
            return []
        groups = [Found(cue=[cue]) for cue in cues]
        strength: list[list[float]] = [[] for _ in cues]
        for content, (cue, chance) in zip(contents, self._links(0, "content", "cue"), strict=True):
            groups[cue].content.append(content)
            strength[cue].append(chance)
        certainty = self._give_sources(groups)
        for group, links, sure in zip(groups, strength, certainty, strict=True):
            if group.content:
                group.features = self._features(group, links, sure)
                group.probability = self._probability(group.features)
        return [group for group in groups if group.content]

    def _give_sources(self, groups: list[Found]) -> list[float]:
        """Each cue's source, and how certain the choice was."""
        sources = self.spans["source"]
        links = list(self._links(1, "cue", "source"))
        for group, (pick, _) in zip(groups, links, strict=True):
            if pick < len(sources):
                group.source = [sources[pick]]
        chosen = {pick for pick, _ in links}
        for at in sorted(set(range(len(sources))) - chosen):
            self._adopt(sources[at], groups)
        return [chance for _, chance in links]

    def _adopt(self, source: Range, groups: list[Found]) -> None:
        free = [
            (abs(g.cue[0][0] - source[0]), i)
            for i, g in enumerate(groups)
            if not g.source and self.paragraphs[g.cue[0][0]] == self.paragraphs[source[0]]
        ]
        if free and min(free)[0] <= ORPHAN_REACH:
            groups[min(free)[1]].source = [source]

    def _pool(self, ranges: list[Range]) -> Floats:
        links = self.columns[:, len(TAGS) :]
        if not ranges:
            return np.zeros((0, links.shape[1]), np.float32)
        edges = np.asarray(ranges)
        # Sums from edge to edge, every other one a span's; one more row, for the last may end the text.
        sums = np.add.reduceat(np.concatenate([links, links[-1:]]), edges.ravel())[::2]
        means: Floats = sums / (edges[:, 1:] - edges[:, :1]).astype(np.float32)
        return means

    def _links(self, kind: int, asker: str, answer: str) -> Iterator[tuple[int, float]]:
        """For each asker which answer it takes, and how surely; one past the last is "none" (of a cue's
        sources). Some askers at a time: all with all would be gigabytes for a very long text."""
        a, b = (np.asarray([s for s, _ in self.spans[role]], np.int64) for role in (asker, answer))
        for at in range(0, len(a), ASKERS_AT_ONCE):
            some = slice(at, at + ASKERS_AT_ONCE)
            scores = self._scores(kind, self.pooled[asker][some], self.pooled[answer], a[some], b)
            if kind == 1:
                scores = np.concatenate([scores, self.pooled[asker][some, -1:]], 1)
            yield from zip(scores.argmax(1).tolist(), _softmax(scores).max(1).tolist(), strict=True)

    def _scores(self, kind: int, askers: Floats, answers: Floats, a: Ints, b: Ints) -> Floats:
        base = 2 * kind * LINK_SIZE
        q = askers[:, base : base + LINK_SIZE]
        k = answers[:, base + LINK_SIZE : base + 2 * LINK_SIZE]
        scores = q @ k.T / LINK_SIZE**0.5 + self.settings.order[kind][order(a, b)]
        scores += self.settings.paragraph[kind][apart(self.paragraphs[a], self.paragraphs[b], PARAGRAPHS)]
        scores += self.settings.sentence[kind][apart(self.sentences[a], self.sentences[b], SENTENCES)]
        # Spans of one window know each other; those of another are asked only where there is nobody else.
        scores -= 100.0 * np.abs(self.windows[a][:, None] - self.windows[b][None, :])
        found: Floats = scores
        return found

    def _features(self, group: Found, links: list[float], sure: float) -> Floats:
        length = sum(e - s for s, e in group.content)
        edges = sum(float(self.logs[s]) + self._closing(e) for s, e in group.content)
        inside = sum(self._certainty(s, e) * (e - s) for s, e in group.content)
        return np.asarray(
            [
                inside / length, edges / (2 * len(group.content)), self._certainty(*group.cue[0]),
                self._certainty(*group.source[0]) if group.source else 0.0, np.log(min(links)), np.log(sure),
                bool(group.source), np.log(length), len(group.content),
            ],
            np.float32,
        )  # fmt: skip

    def _certainty(self, start: int, end: int) -> float:
        """How sure the reader is of these words' tags: the mean of their logarithms."""
        return float(self.summed[end] - self.summed[start]) / (end - start)

    def _closing(self, end: int) -> float:
        """How sure the reader is that a span stops before this word."""
        return float(self.logs[end]) if end < len(self.logs) else 0.0

    def _probability(self, features: Floats) -> float:
        weights = self.settings.calibration
        if weights is None:
            return float(np.exp(features[0]))
        return float(1 / (1 + np.exp(-(features @ weights[:-1] + weights[-1]))))


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: Floats = raised / raised.sum(1, keepdims=True)
    return shares


assert TAG_IDS["O"] == 0
