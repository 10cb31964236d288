"""What stands between a statement and what may answer it."""

from __future__ import annotations

from itertools import accumulate, groupby
from typing import NamedTuple

import numpy as np

from atstake.resolve.aspects import ACCUSES, ACTS, WANTED, Aspects
from atstake.resolve.columns import Flags, Numbers


class Between(NamedTuple):
    """Of each pair what was said between a statement and its answer, in whole sentences of their document.

    ``others`` counts what is attributed to anybody but the answer's party; ``named`` tells of whom the
    answer names, ``called`` of the acts that it names, ``accused`` of accusations, ``wanted`` of demands.
    """

    others: Numbers
    named: Flags
    called: Flags
    accused: Flags
    wanted: Flags


class Betweens:
    """Looks up what stands between statements; what is told only inside its own answer stands nowhere."""

    def __init__(self, of: Aspects) -> None:
        self._of = of
        sentences = np.flatnonzero(np.diff(of.document, prepend=-1) | np.diff(of.position, prepend=-1))
        ends = np.append(sentences[1:], len(of.act))
        # Where the sentence of each statement begins, and where the next one does.
        self._first = np.repeat(sentences, ends - sentences)
        self._next = np.repeat(ends, ends - sentences)
        acts = np.zeros((len(of.act) + 1, len(ACTS)), np.int64)
        acts[1:] = np.cumsum((of.act[:, None] == np.arange(len(ACTS))) & of.alone[:, None], axis=0)
        self._acts = acts

    def __call__(self, a: Numbers, b: Numbers) -> Between:
        """Of pairs, those of one answer together, in which the statement stands in an earlier sentence."""
        acts = self._acts[self._first[b]] > self._acts[self._next[a]]
        others, named = self._of_parties(a, b)
        return Between(
            others,
            named,
            (acts & self._of.refers[b]).any(axis=1),
            acts[:, ACCUSES],
            acts[:, WANTED].any(axis=1),
        )

    def _of_parties(self, a: Numbers, b: Numbers) -> tuple[Numbers, Flags]:
        parties, alone = self._of.parties, self._of.alone.tolist()
        said = (self._of.alone & self._of.attributed).tolist()
        others: list[int] = []
        named: list[bool] = []
        for answer, pairs in groupby(zip(b.tolist(), self._next[a].tolist(), strict=True), lambda p: p[0]):
            begins = [begin for _, begin in pairs]
            lowest, end = min(begins), int(self._first[answer])
            own, names = parties[answer], self._of.named[answer]
            between = range(end - 1, lowest - 1, -1)
            # By how many statements before the answer: what they come to.
            counted = [0, *accumulate(said[i] and own.isdisjoint(parties[i]) for i in between)]
            met = [0, *accumulate(alone[i] and not names.isdisjoint(parties[i]) for i in between)]
            others += [counted[end - begin] for begin in begins]
            named += [met[end - begin] > 0 for begin in begins]
        return np.array(others, np.int64), np.array(named, np.bool_)
