"""Naming a thing in the coverage's own words: the noun phrase that its statements share and tells most."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from atstake.model.stages import Evidence
from atstake.model.text import Target
from atstake.resolve.lexical import Weighing, stems

# People by their office are who disputes, not what is disputed.
_OFFICE = re.compile(
    r"\b(?:officials?|spokes\w+|ministers?|presidents?|leaders?|advis[eo]rs?|secretar(?:y|ies)|senators?|lawmakers?|"
    r"ambassadors?|envoys?|governors?|generals?|authorities|administration|government|reporters?|members?)$",
    re.IGNORECASE,
)
# A name of so many words of content is easiest to read.
_BEST_LENGTH = 2.5
# A phrase in one statement alone names that statement, not what is contested.
_ALONE = 0.6
_DOCUMENTS_AT_MOST = 400


@dataclass(frozen=True)
class Phrase:
    """Words as they stand in a text, and the stems by which they are met again."""

    target: Target
    stems: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words, white space made one blank."""
        return " ".join(self.target.quote.split())


def best_phrase(
    evidence: Evidence, targets: Iterable[Target], weighing: Weighing, spread: Mapping[tuple[str, ...], int]
) -> Phrase | None:
    """The phrase of the targets that most of them share, told most widely, with the most telling words."""
    found: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for target in sorted(set(targets)):
        for phrase in phrases(evidence, target):
            found[phrase.stems].append(phrase)
    if not found:
        return None

    def worth(stems: tuple[str, ...]) -> float:
        # In one order: a sum of fractions in another differs in its last digit, and so may what is the name.
        told = sum(weighing.weight(s) for s in sorted(set(stems)))
        telling = told / (1 + abs(len(stems) - _BEST_LENGTH) / 2)
        shared = len({(p.target.document, p.target.start) for p in found[stems]})
        return (
            telling * (math.log1p(shared) if shared > 1 else _ALONE) * math.log1p(spread.get(stems, 0) + 0.5)
        )

    top = max(sorted(found), key=lambda s: (worth(s), s))
    return min(found[top], key=lambda p: (len(p.text), p.target))


def phrases(evidence: Evidence, target: Target) -> Iterator[Phrase]:
    """The noun phrases inside a target that are no mere office."""
    document, layer = evidence.documents[target.document], evidence.annotations[target.document].phrases
    starts = [span.start for span in layer]
    for outer in target.spans:
        for span in layer[bisect_left(starts, outer.start) : bisect_left(starts, outer.end)]:
            words = document.text[span.start : span.end]
            if outer.contains(span) and not _OFFICE.search(words) and (found := stems(words)):
                yield Phrase(Target.of(document, span), found)


def spread_of(evidence: Evidence) -> dict[tuple[str, ...], int]:
    """In how many documents each phrase stands, by its stems; of a large dossier the first documents."""
    found: dict[tuple[str, ...], int] = defaultdict(int)
    for key in sorted(evidence.annotations)[:_DOCUMENTS_AT_MOST]:
        if key not in evidence.documents:
            continue
        text = evidence.documents[key].text
        for each in {stems(text[s.start : s.end]) for s in evidence.annotations[key].phrases}:
            found[each] += 1
    return dict(found)
