"""The neighbourhoods of a large dossier: documents that tell of one thing, by their words alone.

Up to ``WHOLE`` documents a dossier is one story. A larger one falls into neighbourhoods, each resolved by
itself, so that one article more is resolved with its neighbours and not with the world. What belongs
together is a function of the set of documents: a document's ``traits`` are computed from it alone, each is
linked to its nearest, and links join from the strongest down (Kruskal) as long as the neighbourhood is no
larger than ``PART``. Copies of one text always stay together.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

import xxhash

from atstake.facts.tables import plain
from atstake.model.annotations import Annotations, Mention
from atstake.model.links import Links
from atstake.model.text import Document
from atstake.resolve.copies import fingerprint
from atstake.resolve.lexical import stems

WHOLE = 400
"""Documents, posts not counted, up to which a dossier is resolved as one story."""
PART = 32_000
"""Characters that a neighbourhood holds at most: about five articles. One more often changes two, so this
bounds what one more costs (``benches.growth``); a larger one finds no more (``evals.large``)."""
NEAREST = 8
"""Links that a document has of its own; others may link to it."""
LEAST = 150_000
"""Millionths: a weaker likeness is no link."""
COPY = 650_000
"""From here on two texts are copies: names alone come to half a million at most, the rest is 5-grams."""

_NAMING = frozenset({"name", "acronym", "handle"})
# What the tables that ship know (states, office holders, great bodies) stands in half of all news.
_COMMON, _OWN, _WORD = 0.3, 1.0, 0.5
_TOP = 2
_MOST_NAMES, _MOST_GRAMS = 120, 64
_UNIT = 1000
_NAME = re.compile(r"[^\W_]{3,}")


def traits(document: Document, found: Annotations) -> dict[int, int]:
    """What a document is met by: hashed names, words of its top and sampled 5-grams, weighed in thousandths.

    The sum of the products of two documents' weights is their likeness in millionths, exact in any order.
    """
    names = _heaviest(_names(found) + _top(document, found), _MOST_NAMES)
    # The smallest hashes: the same passages in every text that has them (Broder's sketch).
    grams = sorted(fingerprint(document).kept)[:_MOST_GRAMS]
    made = _scaled({_hash(f"name {name}"): weight for name, weight in names.items()})
    return made | _scaled({_hash(f"gram {gram}"): 1.0 for gram in grams})


def neighbourhoods(
    sizes: Mapping[str, int], links: Links, together: Iterable[tuple[str, str]] = ()
) -> list[tuple[str, ...]]:
    """The documents of ``sizes`` (characters by id) in neighbourhoods, each sorted, in order of the first id.

    ``together`` are pairs that editors' judgements hold together, whatever the size.
    """
    # Here, for it loads numpy, and a small dossier has no links.
    from atstake.resolve.linked import strongest_first

    ids = sorted(sizes)
    rank = {id: n for n, id in enumerate(ids)}
    held = Links.of((COPY, *pair) for pair in together)
    leader, size = list(range(len(ids))), [sizes[id] for id in ids]
    for strength, a, b in strongest_first((links, held), rank):
        while leader[a] != a:
            leader[a] = a = leader[leader[a]]
        while leader[b] != b:
            leader[b] = b = leader[leader[b]]
        if a != b and (strength >= COPY or size[a] + size[b] <= PART):
            leader[b] = a
            size[a] += size[b]
    groups: dict[int, list[str]] = {}
    for n, id in enumerate(ids):
        top = n
        while leader[top] != top:
            top = leader[top]
        groups.setdefault(top, []).append(id)
    return sorted(tuple(group) for group in groups.values())


# Private functions


def _names(found: Annotations) -> Counter[str]:
    """The words of names, by how often they stand and how much they tell."""
    counted: Counter[str] = Counter()
    weight: dict[str, float] = {}
    for mention in found.mentions:
        if mention.form in _NAMING:
            for word in _NAME.findall(plain(mention.target.quote)):
                counted[word] += 1
                weight[word] = min(weight.get(word, _OWN), _worth(mention))
    return Counter({w: weight[w] * (1 + math.log(n)) for w, n in counted.items()})


def _worth(mention: Mention) -> float:
    return _COMMON if mention.known or mention.country or mention.type == "demonym" else _OWN


def _top(document: Document, found: Annotations) -> Counter[str]:
    """The words of the title and of the first sentences."""
    told = [document.title, *(s.target.quote for s in found.statements if s.position < _TOP)]
    return Counter({f"~{w}": _WORD for text in told for w in stems(text)})


def _heaviest(weights: Mapping[str, float], most: int) -> dict[str, float]:
    return dict(sorted(weights.items(), key=lambda x: (-x[1], x[0]))[:most])


def _scaled(weights: Mapping[int, float]) -> dict[int, int]:
    """Half of a unit vector, in thousandths."""
    length = math.sqrt(2 * sum(w * w for _, w in sorted(weights.items())))
    return {key: made for key, w in weights.items() if (made := round(_UNIT * w / length))}


def _hash(text: str) -> int:
    return xxhash.xxh64_intdigest(text.encode("utf8", "surrogatepass")) >> 1
