"""Which objects stand on the same words: how a judgement finds again what it judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from atstake.model.text import Target

# A span that a new model cuts differently still shares more than this with the old one; words that merely
# contain others ("President of Syria", "Syria") share less. Below it a judgement becomes an orphan.
SAME_WORDS = 1 / 3


def shared(a: Target, b: Target) -> float:
    """The characters that both targets cover, as a share of all that either covers: 0 to 1 (Jaccard)."""
    if a.document != b.document:
        return 0.0
    common = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a.spans for y in b.spans)
    total = sum(len(s) for s in (*a.spans, *b.spans)) - common
    return common / total if total else float(a.spans == b.spans)


class Words:
    """The words of many objects, by object key; finds the objects that stand on given words."""

    def __init__(self, targets: Mapping[str, Iterable[Target]]) -> None:
        self._in: dict[str, list[tuple[Target, str]]] = defaultdict(list)
        for key in sorted(targets):
            for target in targets[key]:
                self._in[target.document].append((target, key))

    def at(self, target: Target, least: float = SAME_WORDS) -> tuple[str, ...]:
        """Keys of the objects on these words, the best match first, ties by key."""
        best: dict[str, float] = {}
        for other, key in self._in.get(target.document, ()):
            if other.start < target.end and target.start < other.end:
                best[key] = max(best.get(key, 0.0), shared(target, other))
        return tuple(sorted((k for k, share in best.items() if share >= least), key=lambda k: (-best[k], k)))

    def best(self, target: Target) -> str | None:
        """The object that matches these words best, or None."""
        return next(iter(self.at(target)), None)

    def holding(self, targets: Iterable[Target]) -> tuple[str, ...]:
        """The objects, sorted, that stand on any of the targets or hold it within a span: for lines."""
        found: set[str] = set()
        for target in targets:
            found.update(self.at(target))
            for other, key in self._in.get(target.document, ()):
                if any(span.contains(target.whole) for span in other.spans):
                    found.add(key)
        return tuple(sorted(found))

    def on_all(self, targets: Iterable[Target]) -> str | None:
        """The object that stands on every one of the targets; the best on the first of several, or None."""
        found = [self.at(target) for target in targets]
        return next((key for key in found[0] if all(key in keys for keys in found)), None) if found else None
