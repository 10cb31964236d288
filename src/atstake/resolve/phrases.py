"""Naming a thing in the coverage's own words: the phrase that its statements share and that tells most."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from atstake.facts.cues import verbs
from atstake.model.stages import Evidence
from atstake.model.text import Span, Target
from atstake.resolve.lexical import STOP, Weighing, stem

_TOKEN = re.compile(r"[\w’'.-]*\w|[^\w\s]")
_LONGEST = 5
# Words of doing and of manner make a poor name.
_DOING = re.compile(r"\b[a-z]+(?:ed|ing|ly)\b|\b(?:want|get|put|remain)\b|selves\b")
_VERBAL = 0.3
_CAME = frozenset(
    "came went took found made ago days weeks hours months years today tomorrow yesterday".split()
)
_OFFICE = re.compile(
    r"\b(?:officials?|spokes\w+|ministers?|presidents?|leaders?|advis[eo]rs?|secretar(?:y|ies)|senators?|lawmakers?|"
    r"ambassadors?|envoys?|governors?|generals?|authorities|administration|government|reporters?)$",
    re.IGNORECASE,
)
# "the U.S" before its last stop, or a name cut after its particle.
_CUT = re.compile(r"(?:\b[A-Z](?:\.[A-Z])+|\b(?:bin|van|von|de|al|el))$")
_TITLED = re.compile(r"\b[a-z]+\s+[A-Z]\w+\s+[A-Z]\w+$")
_INNER = frozenset("of the in on to a an for and with".split())
# A phrase may not begin or end with a word of no content, nor with one of these.
_BAD_EDGE = frozenset(
    "denied denies deny said says rejected reject claims claim accused dismissed called make made take "
    "taken use used using week monday tuesday wednesday thursday friday saturday sunday month year last "
    "next new".split()
)


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
        telling = sum(weighing.weight(s) for s in set(stems)) / (1 + abs(len(stems) - 2.5) / 2)
        verbal = _VERBAL if any(_DOING.search(p.text) for p in found[stems][:1]) else 1.0
        return verbal * telling * math.log1p(len(found[stems])) * math.log1p(spread.get(stems, 0) + 0.5)

    top = max(sorted(found), key=lambda s: (worth(s), s))
    return min(found[top], key=lambda p: (len(p.text), p.target))


def phrases(evidence: Evidence, target: Target) -> Iterator[Phrase]:
    """Phrases of two to five words of a target: within one clause, content at both ends, no mere name."""
    document = evidence.documents[target.document]
    for span in target.spans:
        tokens = list(_TOKEN.finditer(document.text, span.start, span.end))
        for i in range(len(tokens)):
            if not _edge(tokens[i].group()) or _tells(tokens[i].group().casefold()):
                continue
            for j in range(i + 1, min(len(tokens), i + _LONGEST)):
                word = tokens[j].group().casefold()
                if not word[0].isalnum() or (word in STOP and word not in _INNER) or _tells(word):
                    break
                if _edge(word) and any(
                    t.group().islower() and _content(t.group()) for t in tokens[i : j + 1]
                ):
                    stretch = Span(tokens[i].start(), tokens[j].end())
                    if _is_somebody(document.text[stretch.start : stretch.end]):
                        continue
                    stems = tuple(stem(t.group()) for t in tokens[i : j + 1] if _content(t.group()))
                    yield Phrase(Target.of(document, stretch), stems)


def spread_of(evidence: Evidence, stop_after: int = 400) -> dict[tuple[str, ...], int]:
    """In how many documents each two- and three-word phrase stands; the first sentences of each document."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for key in sorted(evidence.annotations)[:stop_after]:
        if key not in evidence.documents:
            continue
        for statement in evidence.annotations[key].statements[:60]:
            for phrase in phrases(evidence, statement.target):
                if len(phrase.stems) <= 3:
                    found[phrase.stems].add(key)
    return {stems: len(documents) for stems, documents in found.items()}


def _content(word: str) -> bool:
    return word[0].isalnum() and re.split("['’]", word.casefold())[0] not in STOP


def _is_somebody(text: str) -> bool:
    """Whether a phrase names people by their office or their name: who disputes, not what is disputed."""
    return bool(_OFFICE.search(text) or _TITLED.search(text) or _CUT.search(text))


def _tells(word: str) -> bool:
    """Whether it is the past of a verb of saying: it names what was done, not what it is about."""
    return word in _CAME or (word.endswith(("ed", "s")) and verbs().get(word, word) != word)


def _edge(word: str) -> bool:
    folded = word.casefold()
    return _content(word) and folded not in _BAD_EDGE and not folded.isdigit() and len(word) > 1
