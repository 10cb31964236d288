"""Where each mention stands: sentence, paragraph, subject or not, quoted or not, a source or not."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from atstake.extract.coreference.written import has_own_words
from atstake.model.annotations import Annotations, Attribution, Mention
from atstake.model.reading import Reading, Token
from atstake.model.text import Span

_CLOSING = {"“": '”"', "«": "»", '"': '"'}
"""What closes a quotation mark; texts mix curly and straight ones."""


@dataclass(frozen=True, slots=True)
class Place:
    """The position of a mention; ``sentence`` and ``paragraph`` count from 0.

    ``reported`` is true inside what somebody is said to say, ``main`` of the subject of a main clause,
    ``credit`` of who is credited with a picture ("Ada Holm/Norden Photo").
    """

    sentence: int
    paragraph: int
    token: int
    subject: bool
    quoted: bool
    source: bool
    reported: bool
    main: bool
    credit: bool


class Scene:
    """A document's mentions in text order with their places, and who speaks around an offset."""

    def __init__(self, reading: Reading, found: Annotations, sources: dict[str, str]) -> None:
        self.reading = reading
        self.mentions = sorted(found.mentions, key=lambda m: (m.target.start, m.target.end))
        self.attributions = found.attributions
        self.sources = sources
        self._starts = [s.span.start for s in reading.sentences]
        self._quoted = quoted(reading)
        self._contents = [s for a in found.attributions for s in a.content.spans]
        # Of whose letter or message the last sentence tells is about to be quoted from it.
        speaking = set(sources.values()) | {m.id for m in self.mentions if has_own_words(reading, m)}
        self.places = {m.id: self._place(m, m.id in speaking) for m in self.mentions}
        self._in_sentence: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            self._in_sentence[self.places[mention.id].sentence].append(mention)

    def _place(self, mention: Mention, source: bool) -> Place:
        sentence = max(0, bisect_right(self._starts, mention.head.start) - 1)
        indices = self.reading.tokens_in(mention.head)
        token = indices.start if len(indices) else 0
        paragraph = self.reading.sentences[sentence].paragraph if self.reading.sentences else 0
        return Place(
            sentence=sentence,
            paragraph=paragraph,
            token=token,
            subject=self._is_subject(token),
            quoted=bool(self._quoted[mention.head.start]) if self._quoted else False,
            source=source,
            main=self._is_main(token),
            credit=self.reading.text[mention.target.end : mention.target.end + 3].strip()[:1] == "/",
            reported=any(s.start <= mention.head.start < s.end for s in self._contents),
        )

    def _is_subject(self, index: int) -> bool:
        token = self.token(index)
        while token.dep == "conj" and self.token(token.head) is not token:
            token = self.token(token.head)
        return token.dep in ("nsubj", "nsubjpass")

    def _is_main(self, index: int) -> bool:
        token = self.token(index)
        while token.dep == "conj" and self.token(token.head) is not token:
            token = self.token(token.head)
        verb = self.token(token.head)
        while verb.dep == "conj" and self.token(verb.head) is not verb:
            verb = self.token(verb.head)
        return token.dep in ("nsubj", "nsubjpass") and verb.dep == "ROOT"

    def in_sentence(self, sentence: int) -> list[Mention]:
        """The mentions of a sentence, in text order."""
        return self._in_sentence[sentence]

    def is_heading(self, mention: Mention) -> bool:
        """Whether it stands in the headline or in a heading."""
        document = self.reading.document
        headings = (*document.headings, *([document.headline] if document.headline else []))
        return any(h.start <= mention.target.start < h.end for h in headings)

    def token(self, index: int) -> Token:
        """A token of the reading."""
        return self.reading.tokens[index]

    def speech_around(self, offset: int) -> Attribution | None:
        """The innermost attribution whose content holds the offset."""
        holding = [a for a in self.attributions if any(s.start <= offset < s.end for s in a.content.spans)]
        return min(holding, key=lambda a: sum(map(len, a.content.spans)), default=None)

    def quotation_around(self, offset: int) -> Span:
        """The stretch between the quotation marks around an offset; empty where there are none."""
        start = end = offset
        while start > 0 and self._quoted[start - 1]:
            start -= 1
        while end < len(self.reading.text) and self._quoted[end]:
            end += 1
        return Span(start, end)


def quoted(reading: Reading) -> bytearray:
    """For each character whether it stands inside quotation marks; marks left open end with the paragraph."""
    marks = bytearray(len(reading.text) + 1)
    for paragraph in reading.paragraphs:
        closing = ""
        for offset in range(paragraph.start, paragraph.end):
            character = reading.text[offset]
            if closing:
                if character in closing:
                    closing = ""
                else:
                    marks[offset] = 1
            else:
                closing = _CLOSING.get(character, "")
    return marks
