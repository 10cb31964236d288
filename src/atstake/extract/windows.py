"""A text cut into words, and words packed into the windows that the encoder reads.

Windows are cut by the text alone: by paragraph where there are paragraphs, by sentence where a
paragraph is longer than a window, by word where a sentence is. So one article is cut the same
way alone and in a crowd, whatever is read before or beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

WORD = re.compile(r"\w+|[^\w\s]")
MAX_PIECES = 6
"""Pieces kept of one word: the seventh piece of a word has nothing to say about who speaks."""
WORDS_AT_ONCE = 4096
CLS, SEP, UNK = "[CLS]", "[SEP]", "[UNK]"

_ENDS = frozenset(".!?")
_CLOSERS = frozenset("”\"’')]")
_OPENERS = frozenset("“\"‘'([")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen rep gov gen lt col sgt capt st jr sr rev prof no vs etc inc co corp ltd "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


@dataclass(frozen=True)
class Words:
    """The words of a text: where each stands, its paragraph, and whether it opens a sentence."""

    text: str
    spans: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    opens: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.spans)

    def forms(self) -> list[str]:
        """The words as they stand."""
        return [self.text[s:e] for s, e in self.spans]


@dataclass
class Window:
    """What the encoder reads at once: words ``start`` to ``start + len(first)`` of the text.

    ``first`` gives for each of these words the position of its first piece in ``ids``.
    """

    start: int
    ids: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)


class Pieces:
    """Words to word pieces, each word by itself, so that a piece never crosses a word."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._cache: dict[str, tuple[tuple[int, ...], int]] = {}
        self._whole = tokenizer.get_vocab(with_added_tokens=False)
        self.cls = self._id(CLS)
        self.sep = self._id(SEP)
        self.unknown = self._id(UNK)

    def __call__(self, forms: Sequence[str]) -> list[tuple[tuple[int, ...], int]]:
        """For each word its piece ids and its shape."""
        if len(self._cache) > 200_000:
            self._cache.clear()
        missing = sorted(form for form in set(forms) - self._cache.keys() if not self._known(form))
        for at in range(0, len(missing), WORDS_AT_ONCE):
            self._learn(missing[at : at + WORDS_AT_ONCE])
        return [self._cache[form] for form in forms]

    def _known(self, form: str) -> bool:
        """Whether the word is a piece as it stands: two thirds of a text's words, without the tokenizer."""
        found = self._whole.get(form.lower()) if form.isascii() and "_" not in form else None
        if found is None:
            return False
        self._cache[form] = ((found,), shape(form))
        return True

    def _learn(self, forms: list[str]) -> None:
        # A very long "word" is cut first: the tokenizer's time grows with the square of its length.
        encoded = self._tokenizer.encode_batch([f[:100] for f in forms], add_special_tokens=False)
        for form, pieces in zip(forms, encoded, strict=True):
            self._cache[form] = (tuple(pieces.ids[:MAX_PIECES]) or (self.unknown,), shape(form))

    def _id(self, token: str) -> int:
        found = self._tokenizer.token_to_id(token)
        if found is None:
            raise ValueError(f"the tokenizer has no {token}")
        return int(found)


def shape(form: str) -> int:
    """The case of a word, which an uncased vocabulary loses: 1 lower, 2 Capital, 3 UPPER, 4 digits."""
    if form.islower():
        return 1
    if form.isupper():
        return 3 if len(form) > 1 else 2
    if form[:1].isupper():
        return 2
    return 4 if form.isdigit() else 0


def words_of(text: str) -> Words:
    """The words of a text, with their paragraphs and the words that open a sentence."""
    spans: list[tuple[int, int]] = []
    paragraphs: list[int] = []
    opens: list[bool] = []
    begin = 0
    for line in text.split("\n"):
        found = [m.span() for m in WORD.finditer(text, begin, begin + len(line))]
        begin += len(line) + 1
        if found:
            paragraphs += [paragraphs[-1] + 1 if paragraphs else 0] * len(found)
            opens += _opens(text, found)
            spans += found
    return Words(text, tuple(spans), tuple(paragraphs), tuple(opens))


def _opens(text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Which words of a line open a sentence: the first, and what follows an end and its closing marks."""
    opens = [False] * len(spans)
    opens[0] = True
    last = ""
    for at, (start, end) in enumerate(spans):
        form = text[start:end]
        if form in _ENDS and not (form == "." and _abbreviates(last)):
            _open_after(text, spans, at, opens)
        last = form
    return opens


def _open_after(text: str, spans: Sequence[tuple[int, int]], at: int, opens: list[bool]) -> None:
    for later in range(at + 1, len(spans)):
        start, end = spans[later]
        form = text[start:end]
        opens[later] = start > spans[later - 1][1] and _may_open(form)
        if form not in _CLOSERS:
            break


def pack(words: Words, pieces: Pieces, limit: int) -> list[Window]:
    """Windows of at most ``limit`` pieces that together hold every word once, in order."""
    packer = _Packer(pieces, limit)
    forms = pieces(words.forms())
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and words.paragraphs[end] == words.paragraphs[at]:
            end += 1
        packer.paragraph(at, forms[at:end], words.opens[at:end])
        at = end
    return packer.done()


class _Packer:
    def __init__(self, pieces: Pieces, limit: int) -> None:
        self._cls, self._sep, self._limit = pieces.cls, pieces.sep, limit
        self._windows: list[Window] = []
        self._now: Window | None = None

    def paragraph(
        self, start: int, forms: Sequence[tuple[tuple[int, ...], int]], opens: Sequence[bool]
    ) -> None:
        size = sum(len(ids) for ids, _ in forms)
        if size + 2 <= self._limit:
            if self._now and len(self._now.ids) + size + 2 > self._limit:
                self._close()
            elif self._now:
                self._now.ids.append(self._sep)
                self._now.shapes.append(0)
            self._add(start, forms)
            return
        # Too long for one window: it gets windows of its own, cut between sentences.
        self._close()
        edges = [i for i, opened in enumerate(opens) if opened and i] + [len(forms)]
        begin = 0
        for edge in edges:
            self._sentence(start + begin, forms[begin:edge])
            begin = edge

    def _sentence(self, start: int, forms: Sequence[tuple[tuple[int, ...], int]]) -> None:
        size = sum(len(ids) for ids, _ in forms)
        if self._now and len(self._now.ids) + size + 1 > self._limit:
            self._close()
        for offset, form in enumerate(forms):
            if self._now and len(self._now.ids) + len(form[0]) + 1 > self._limit:
                self._close()
            self._add(start + offset, [form])

    def _add(self, start: int, forms: Sequence[tuple[tuple[int, ...], int]]) -> None:
        if self._now is None:
            self._now = Window(start, [self._cls], [0])
        now = self._now
        at = len(now.ids)
        for ids, kind in forms:
            now.first.append(at)
            at += len(ids)
            if len(ids) == 1:
                now.ids.append(ids[0])
                now.shapes.append(kind)
            else:
                now.ids.extend(ids)
                now.shapes.extend([kind] * len(ids))

    def _close(self) -> None:
        if self._now:
            self._now.ids.append(self._sep)
            self._now.shapes.append(0)
            self._windows.append(self._now)
        self._now = None

    def done(self) -> list[Window]:
        self._close()
        return self._windows


def _may_open(form: str) -> bool:
    return form[0].isupper() or form[0].isdigit() or form in _OPENERS


def _abbreviates(form: str) -> bool:
    return len(form) == 1 or form.lower() in _ABBREVIATIONS
