"""Which texts share passages: an index of sampled 5-grams, looked up one document at a time.

A document's words are hashed five at a time and every ``SAMPLING``-th hash is kept, the same ones
in every document (modulo sampling, Manber 1994). How much of one text stands in another is the
share of its kept hashes that the other has too (containment, Broder 1997). No pair of documents
is compared that shares no hash.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import xxhash

from atstake.model.claims import Echo
from atstake.model.text import Document, Span, Target
from atstake.text.reading import masked

GRAM = 5
SAMPLING = 4
# Below this many kept hashes (some 60 words) a share of them says little: two short notes with one stock
# sentence.
ENOUGH = 12
# Texts as short as that, but of so many 5-grams at least, are held against each other whole where they share
# so many kept hashes, and are copies from a higher share on.
SHORT, FEW, SHARED_OF_SHORT = 40, 3, 0.6
# A gram in this many documents of one outlet and in no other's is its boilerplate (link lists, standing
# background), and one in more documents than COMMON is everybody's: neither makes a copy.
OWN = 4
COMMON = 400
SHORTEST_ECHO = 10
"""Words that a shared passage has at least, to be shown."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Print:
    """A document's fingerprint: where its words stand and the hash of the 5-gram that begins at each."""

    document: str
    publisher: str
    words: tuple[tuple[int, int], ...]
    grams: tuple[int, ...]
    kept: frozenset[int]


def fingerprint(document: Document) -> Print:
    """Fingerprint of what is read of the document: no furniture, posts, byline, dateline or headline."""
    text = masked(document)
    hidden = [s for s in (document.byline, document.dateline, document.headline) if s is not None]
    found = [m.span() for m in _WORD.finditer(text)]
    # They stand at the top: no word behind the last of them is looked at.
    last = max((h.end for h in hidden), default=0)
    words = tuple([w for w in found if w[0] >= last or not any(h.overlaps(Span(*w)) for h in hidden)])
    grams = _grams([text[start:end].casefold() for start, end in words])
    return Print(
        document.id, document.publisher, words, grams, frozenset(g for g in grams if g % SAMPLING == 0)
    )


class CopyIndex:
    """Fingerprints that can be asked who shares a text with whom."""

    def __init__(self) -> None:
        self._prints: dict[str, Print] = {}
        self._holders: dict[int, list[str]] = defaultdict(list)
        self._clean: dict[str, frozenset[int]] = {}

    def add(self, made: Print) -> None:
        """Files a fingerprint."""
        self._clean.clear()
        self._prints[made.document] = made
        for gram in made.kept:
            self._holders[gram].append(made.document)

    def __getitem__(self, document: str) -> Print:
        return self._prints[document]

    def near(self, made: Print) -> list[tuple[str, float]]:
        """Other documents that share kept grams, with the containment of the smaller text in the larger."""
        shared = Counter(chain.from_iterable(self._holders[gram] for gram in self._telling(made)))
        del shared[made.document]
        found = ((other, self._share(made, self._prints[other], n)) for other, n in sorted(shared.items()))
        return [(other, share) for other, share in found if share]

    def _share(self, a: Print, b: Print, count: int) -> float:
        """Containment by the kept grams that two texts share; of short texts by all of their grams."""
        smaller = min(len(self._telling(a)), len(self._telling(b)))
        if smaller >= ENOUGH:
            return count / smaller
        if count < FEW:
            return 0.0
        one, other = set(a.grams), set(b.grams)
        shorter = min(len(one), len(other))
        share = len(one & other) / max(1, shorter)
        return share if shorter >= SHORT and share >= SHARED_OF_SHORT else 0.0

    def _telling(self, made: Print) -> frozenset[int]:
        """The kept grams that are nobody's boilerplate."""
        if made.document not in self._clean:
            self._clean[made.document] = frozenset(g for g in made.kept if not self._stock(g))
        return self._clean[made.document]

    def _stock(self, gram: int) -> bool:
        holders = self._holders.get(gram, [])
        if len(holders) < OWN:
            return False
        return len(holders) > COMMON or len({self._prints[h].publisher for h in holders}) == 1


def echoes(first: Document, second: Document, prints: tuple[Print, Print]) -> tuple[Echo, ...]:
    """The passages of at least ``SHORTEST_ECHO`` words that two documents share, in order of the first."""
    a, b = prints
    places: dict[int, list[int]] = defaultdict(list)
    for j, gram in enumerate(b.grams):
        places[gram].append(j)
    found: list[Echo] = []
    i = 0
    while i < len(a.grams):
        run, j = max(((_run(a.grams, b.grams, i, j), j) for j in places.get(a.grams[i], ())), default=(0, 0))
        if run + GRAM - 1 < SHORTEST_ECHO:
            i += 1
            continue
        found.append(Echo(_passage(first, a.words, i, run), _passage(second, b.words, j, run)))
        i += run + GRAM - 1
    return tuple(found)


def _grams(forms: Iterable[str]) -> tuple[int, ...]:
    """The hash of each ``GRAM`` words in a row, with a blank between two."""
    encoded = [form.encode("utf8", "surrogatepass") for form in forms]
    joined = b" ".join(encoded)
    starts = [0, *accumulate(len(form) + 1 for form in encoded)]
    ends = starts[GRAM:]
    return tuple([xxhash.xxh64_intdigest(joined[a : b - 1]) for a, b in zip(starts, ends, strict=False)])


def _run(a: Sequence[int], b: Sequence[int], i: int, j: int) -> int:
    length = 0
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length


def _passage(document: Document, words: Sequence[tuple[int, int]], first: int, run: int) -> Target:
    return Target.of(document, Span(words[first][0], words[first + run + GRAM - 2][1]))
