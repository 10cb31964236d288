"""Noun phrases that can name a matter: "ceasefire", "withdrawal of heavy weapons", "border wall funding".

Issues are named by the coverage's own words; these are the words to choose from. A phrase is a common noun
with what stands before it in one piece (adjectives, other nouns), and what hangs on it by one preposition.
People, times and amounts are no matters.
"""

from __future__ import annotations

from collections.abc import Iterator

from atstake.facts.agents import meaning
from atstake.model.annotations import Annotations
from atstake.model.reading import Reading, Sentence, Token
from atstake.model.text import Span

_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
_LINKS = frozenset("of on over for with against between to in".split())
_NO_MATTER = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY", "PERSON"})
# Nouns that say nothing by themselves, and nouns of saying, of people and of time.
_EMPTY = frozenset(
    "way thing things time day week month year today number lot part kind sort place side point fact "
    "case matter man woman people person official spokesman spokeswoman statement comment remark "
    "interview reporter question answer word news report claim member leader president minister "
    "someone anyone everyone nothing something anything everything one other others half majority "
    "rest morning evening night afternoon hour minute moment senator lawmaker candidate critic "
    "adviser aide analyst expert ally friend secretary chief head source prince king queen couple "
    "denial accusation allegation image concern journalist dissident police voter worker writer community "
    "author opponent supporter colleague".split()
)
# Adjectives that only count or order.
_IDLE = frozenset(
    "new last next first second third other same such own many more most several few little much late early "
    "recent former current possible certain various own only very".split()
)


class Phrases:
    """Fills ``phrases``, in text order: spans of noun phrases, overlapping ones together."""

    name = "phrases"
    needs: frozenset[str] = frozenset()
    makes = frozenset({"phrases"})

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """The noun phrases of a document's sentences."""
        spans = {span for sentence in reading.sentences for span in _of_sentence(reading, sentence)}
        return Annotations(reading.document.id, phrases=tuple(sorted(spans)))


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    for at in range(sentence.first, sentence.last):
        if not _names(reading.tokens[at]) or _has_hyphen(reading, at):
            continue
        start = _from_its_beginning(reading, _first(reading, at))
        yield Span(reading.tokens[start].start, reading.tokens[at].end)
        last = _hanging(reading, at, sentence)
        if last is not None:
            yield Span(reading.tokens[start].start, reading.tokens[last].end)


def _names(token: Token) -> bool:
    """Whether a token can be the head of a matter's name."""
    return (
        token.tag in ("NN", "NNS")
        and token.dep != "compound"
        and token.entity not in _NO_MATTER
        and token.text.isalpha()
        and token.lemma.lower() not in _EMPTY
        and meaning(token.lemma.lower(), "office") is None
    )


def _first(reading: Reading, head: int) -> int:
    """The first token of what stands before a head in one piece."""
    start = head
    while start > 0:
        token = reading.tokens[start - 1]
        hangs = token.dep in _BEFORE and start <= token.head <= head
        wordy = token.text.replace("-", "").replace(".", "").isalpha() and token.lemma.lower() not in _IDLE
        if not hangs or not wordy or token.pos == "PRON" or token.entity in _NO_MATTER:
            break
        start -= 1
    return start


def _from_its_beginning(reading: Reading, start: int) -> int:
    """Where the word begins that a token ends: "stand" of "stand-off", "rebel" of "rebel-held"."""
    while start > 1 and _has_hyphen(reading, start - 2) and reading.touches_next(start - 1):
        start -= 2
    return start


def _has_hyphen(reading: Reading, at: int) -> bool:
    """Whether a hyphen stands right behind a token."""
    return reading.touches_next(at) and reading.tokens[at + 1].text == "-"


def _hanging(reading: Reading, head: int, sentence: Sentence) -> int | None:
    """The last token of what hangs on a head by a preposition right behind it."""
    link = head + 1
    if link >= sentence.last or reading.tokens[link].lemma.lower() not in _LINKS:
        return None
    if reading.tokens[link].head != head:
        return None
    objects = [i for i in reading.children.get(link, ()) if reading.tokens[i].dep == "pobj"]
    if not objects or objects[0] - link > _REACH:
        return None
    token = reading.tokens[objects[0]]
    somebody = token.entity == "PERSON"
    good = token.pos in ("NOUN", "PROPN") and (somebody or token.entity not in _NO_MATTER)
    good = good and token.text.replace("-", "").isalpha()
    return objects[0] if good and token.lemma.lower() not in _EMPTY else None


_REACH = 5
"""Tokens between a preposition and its object, so that a name stays short."""
