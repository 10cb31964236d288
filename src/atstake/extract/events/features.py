"""What is told of two actors in a sentence, as named features for the event coder.

Three blocks: ``words`` (n-grams of lemmas with the actors masked, so that it is what they do that is
learned), ``syntax`` (the verbs over each actor and the path between them) and ``lexicon`` (CAMEO codes
and patterns).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from atstake.facts import cameo
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span

BLOCKS = ("words", "syntax", "lexicon")
_LONGEST_GRAM = 2
_CHAIN = frozenset({"xcomp", "ccomp", "conj", "advcl", "dobj", "prep", "prt"})
_CONTENT = frozenset({"NOUN", "VERB", "ADP"})

Features = dict[str, list[str]]


def features(reading: Reading, sentence: Sentence, source: Span | None, target: Span | None) -> Features:
    """The features of one sentence, by block, with repetitions."""
    clause = _Clause(reading, sentence, source, target)
    return {
        "words": list(clause.words()),
        "syntax": list(clause.syntax()),
        "lexicon": list(clause.lexicon()),
    }


class _Clause:
    def __init__(
        self, reading: Reading, sentence: Sentence, source: Span | None, target: Span | None
    ) -> None:
        self.reading, self.tokens = reading, reading.tokens
        self.all = range(sentence.first, sentence.last)
        self.source = frozenset(reading.tokens_in(source)) if source else frozenset()
        self.target = (frozenset(reading.tokens_in(target)) if target else frozenset()) - self.source
        self.masked = self.source | self.target
        self.verbs: list[int] = []
        """The verbs over the source and over the target; filled by ``syntax``."""

    def words(self) -> Iterator[str]:
        sequence = self._sequence()
        for size in range(1, _LONGEST_GRAM + 1):
            for i in range(len(sequence) - size + 1):
                yield "n:" + "_".join(sequence[i : i + size])
        if "SRC" in sequence and "TGT" in sequence:
            a, b = sequence.index("SRC"), sequence.index("TGT")
            yield "order:" + ("st" if a < b else "ts")
            middle = sequence[min(a, b) + 1 : max(a, b)]
            yield from (f"m:{w}" for w in middle)
            yield from (f"m:{x}_{y}" for x, y in pairwise(middle))
            if middle:
                yield f"m0:{middle[0]}"
                yield f"m-1:{middle[-1]}"

    def syntax(self) -> Iterator[str]:
        heads = [self._head(self.source), self._head(self.target)]
        for head, own in zip(heads, "st", strict=True):
            if head is not None:
                yield from self._over(head, own)
        if heads[0] is not None and heads[1] is not None:
            yield from self._between(heads[0], heads[1])
        if any(self.tokens[i].dep == "neg" for i in self.all):
            yield "neg"
        if any(self.tokens[i].tag == "MD" for i in self.all):
            yield "md"

    def lexicon(self) -> Iterator[str]:
        for i in self.all:
            if i in self.masked:
                continue
            forms = (self.tokens[i].text.lower(), self._lemma(i))
            if self.tokens[i].pos in ("VERB", "NOUN", "AUX") and (root := cameo.root_of(*forms)):
                yield f"cam:{root}"
                if i in self.verbs:
                    yield f"gcam:{root}"
                    yield f"gcam3:{cameo.code_of(*forms)}"
            for name in sorted(cameo.classes_of(forms[1]) | cameo.classes_of(forms[0])):
                yield f"syn:{name}"
            if root := cameo.matched(
                forms, self._around(self.all.start, i), self._around(i + 1, self.all.stop)
            ):
                yield ("vpat:" if self.tokens[i].pos == "VERB" else "pat:") + root

    # Private methods

    def _lemma(self, i: int) -> str:
        return self.tokens[i].lemma.lower()

    def _around(self, first: int, last: int) -> str:
        """Forms, then lemmas, of a stretch, the actors left out."""
        inside = [i for i in range(first, last) if i not in self.masked]
        forms = [self.tokens[i].text.lower() for i in inside]
        return " ".join([*forms, "|", *(self._lemma(i) for i in inside)])

    def _sequence(self) -> list[str]:
        """Lemmas, with one mark for each actor, names and numbers made alike."""
        found: list[str] = []
        for i in self.all:
            mark = "SRC" if i in self.source else "TGT" if i in self.target else ""
            if mark:
                if not found or found[-1] != mark:
                    found.append(mark)
            elif self.tokens[i].pos != "PUNCT":
                kind = self.tokens[i].pos
                found.append("PROPN" if kind == "PROPN" else "NUM" if kind == "NUM" else self._lemma(i))
        return found

    def _head(self, inside: frozenset[int]) -> int | None:
        """The token of a stretch that hangs on something outside it."""
        for i in sorted(inside):
            if self.tokens[i].head not in inside or self.tokens[i].head == i:
                return i
        return None

    def _up(self, i: int) -> list[int]:
        path = [i]
        while self.tokens[path[-1]].head != path[-1] and len(path) < 20:
            path.append(self.tokens[path[-1]].head)
        return path

    def _over(self, head: int, own: str) -> Iterator[str]:
        """The verbs over an actor, and what hangs on the nearest."""
        relation = self.tokens[head].dep
        yield f"{own}dep:{relation}"
        verbs = [i for i in self._up(head)[1:] if self.tokens[i].pos in ("VERB", "AUX")]
        if not verbs:
            return
        verb = verbs[0]
        self.verbs.append(verb)
        yield f"{own}v:{self._lemma(verb)}"
        yield f"{own}vd:{self._lemma(verb)}_{relation}"
        yield from (f"{own}v2:{self._lemma(v)}" for v in verbs[1:3])
        for child in self.reading.children.get(verb, ()):
            if child not in self.masked and self.tokens[child].pos != "PUNCT":
                yield f"{own}vc:{self._lemma(verb)}>{self._lemma(child)}"
                yield f"{own}c:{self.tokens[child].dep}:{self._lemma(child)}"
            if self.tokens[child].dep in _CHAIN:
                yield f"{own}x:{self.tokens[child].dep}:{self._lemma(child)}"
                for below in self.reading.children.get(child, ()):
                    if self.tokens[below].pos in _CONTENT and below not in self.masked:
                        yield f"{own}xx:{self._lemma(below)}"

    def _between(self, source: int, target: int) -> Iterator[str]:
        """The path from one actor to the other through the tree."""
        down = [i for i in self._up(target) if i not in self.target]
        up = [i for i in self._up(source) if i not in self.source]
        common = next((i for i in up if i in down), None)
        if common is None:
            return
        path = [self._lemma(i) for i in (*up[: up.index(common) + 1], *reversed(down[: down.index(common)]))]
        yield from (f"p:{w}" for w in path)
        yield from (f"p:{x}_{y}" for x, y in pairwise(path))
        yield "P:" + "_".join(path)
