"""Shifts of position, where a reporter says so: "reversed its position", "after initially denying".

Two statements of one speaker that merely differ are no shift (a lexical search was right in 2 of 15). So a
shift is a sentence in the reporter's own words that says of an actor that they now hold something else. What
is said of a shift in a quotation, of one denied, possible or demanded is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from atstake.facts.tables import alternatives
from atstake.model.annotations import Annotations, Mention, Statement
from atstake.model.claims import Resolution, Shift
from atstake.model.provenance import target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span
from atstake.text.cases import lowered_whole

_NOT_TOLD = frozenset({"heading", "headline", "question"})
# Between the subject and its verb: auxiliaries, adverbs, a day, an apposition between commas.
_TO_VERB = re.compile(
    r"^(?:,[^,;:“”\"]{2,60},|,)?(?:\s*(?:who|which))?"
    r"(?:\s+(?:has|have|had|then|later|also|since|soon|again|now|once|quickly|suddenly|\w+ly|"
    r"on\s+\w+day|(?:last|this)\s+\w+))*\s*$",
    re.IGNORECASE,
)
# A second verb of the sentence's own subject: "..., but reversed its position".
_COORDINATE = re.compile(
    r"(?:,?\s+(?:but|and)(?:\s+(?:then|later|has|have|had|soon|\w+ly))*)\s+$", re.IGNORECASE
)
# What keeps it from being told as so.
_UNREAL = re.compile(
    r"\b(?:not|never|no|n['’]t|without|nor|neither|would|could|should|might|(?-i:may)|will|shall|must|if|whether|unless|"
    r"to|refus\w+|declin\w+|deni\w+|deny|accus\w+|alleg\w+|rather than|instead of|until)\b|n['’]t\b",
    re.IGNORECASE,
)
_LOOK_BACK = 45
# Words that open a sentence before its subject.
_OPENS = re.compile(r"^[\"“]?(?:[^,;:]{0,60},\s*)?(?:(?:but|and|the|a|an)\s+)*$", re.IGNORECASE)
_TURNS = re.compile(r"\b(?:but|later|then|now|before|since)\b", re.IGNORECASE)
# Characters behind such a word in which a new subject would stand.
_NEXT = 12
# "..., but she did not say": what was left out before is nothing that is said now.
_NOT_SO = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
_SOON = 20
_PEOPLE = frozenset({"person", "government", "organisation", "armed-group", "title", "unknown"})


class Shifts:
    """Fills ``shifts``, in the order of the texts. Needs ``actors``."""

    name = "shifts"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with the shifts that the coverage tells of."""
        actor_of, origin_of = dict(so_far.mentioned), dict(so_far.origin_of)
        found = [
            replace(shift, origins=(origin_of.get(key, key),))
            for key in sorted(evidence.annotations)
            if key in evidence.documents
            for shift in _Reader(evidence.documents[key], evidence.annotations[key], actor_of).shifts()
        ]
        return replace(so_far, shifts=tuple(sorted(found, key=lambda s: s.target)))


# Private functions


@dataclass(frozen=True)
class _Cues:
    """The expressions of ``facts/shifts.tsv``, one for each form, for text in small letters."""

    subject: re.Pattern[str]
    """With the subject right before it."""
    was: re.Pattern[str]
    by: re.Pattern[str]
    """What a speaker does by saying so, behind a comma: "said on Friday, softening its earlier demand"."""


@cache
def _cues() -> _Cues:
    words = {form: alternatives("shifts", form) for form in ("of", "holding", "whole", "was", "by")}
    held = r"(?:his|her|its|their)(?:\s+[\w-]+){0,3}?\s+"
    held = rf"(?:{held}|(?:an?|the|some|those|that)\s+(?:earlier|previous|initial|original|prior|past)\s+)"
    of = rf"(?:{words['of']})\s+{held}(?:{words['holding']})"
    return _Cues(
        re.compile(rf"\b(?:{of}|{words['whole']})\b"),
        re.compile(rf"\b(?:{words['was']})\b"),
        re.compile(rf"(?<=[,–—] )(?:{words['by']})\s+{held}(?:{words['holding']}|refusal)\b"),
    )


class _Reader:
    """The shifts of one document."""

    def __init__(self, document: Document, found: Annotations, actor_of: Mapping[str, str]) -> None:
        self._document, self._statements, self._actor_of = document, found.statements, actor_of
        self._attributions = sorted(
            (a for a in found.attributions if not a.second), key=lambda a: a.whole.start
        )
        self._said = [s for a in found.attributions for s in a.content.spans]
        self._every = found.mentions
        self._mentions = sorted(
            (m for m in found.mentions if m.id in actor_of and m.type in _PEOPLE),
            key=lambda m: (m.target.start, -m.target.end),
        )

    def shifts(self) -> Iterator[Shift]:
        """One for each sentence that tells of one."""
        for statement in self._statements:
            if _NOT_TOLD.isdisjoint(statement.marks):
                shift = next(self._of(statement), None)
                if shift is not None:
                    yield shift

    def _of(self, statement: Statement) -> Iterator[Shift]:
        sentence = statement.target.whole
        text = self._document.text
        for cue in self._told(_cues().subject, sentence):
            who = self._before(cue, sentence) or self._coordinate(cue, sentence)
            if who is not None:
                yield self._made(statement, cue, who)
        for match in _cues().by.finditer(lowered_whole(text), sentence.start, sentence.end):
            cue = Span(*match.span())
            who = self._meant(cue) or self._speaking(cue, sentence)
            if who is not None and not self._is_quoted(cue):
                yield self._made(statement, cue, who)
        for cue in self._behind_reported(sentence):
            who = self._speaking(cue, sentence)
            if who is not None:
                yield self._made(statement, cue, who)
        for cue in self._told(_cues().was, sentence):
            who = self._around(cue, sentence)
            after = re.search(r"\bafter\b", text[cue.start : cue.end], re.IGNORECASE)
            if who is not None and (after or self._turns(cue, sentence, who)):
                yield self._made(statement, cue, who)

    def _turns(self, cue: Span, sentence: Span, who: Mention) -> bool:
        """Whether the sentence goes on to what is said now, and by nobody else."""
        turn = _TURNS.search(self._document.text, cue.end, sentence.end)
        if turn is None or _NOT_SO.search(
            self._document.text, turn.end(), min(turn.end() + _SOON, sentence.end)
        ):
            return False
        following = (m for m in self._every if 0 <= m.target.start - turn.end() <= _NEXT)
        return all(self._actor_of.get(m.id) == self._actor_of[who.id] for m in following)

    def _told(self, cues: re.Pattern[str], sentence: Span) -> Iterator[Span]:
        """The cues of a sentence that are told as so, by the reporter."""
        text = self._document.text
        for match in cues.finditer(lowered_whole(text), sentence.start, sentence.end):
            cue = Span(*match.span())
            before = text[max(sentence.start, cue.start - _LOOK_BACK) : cue.start]
            if not _UNREAL.search(before) and not any(s.overlaps(cue) for s in self._said):
                yield cue

    def _behind_reported(self, sentence: Span) -> Iterator[Span]:
        """What a reporter adds behind reported words: "said it was so, after initially denying it"."""
        text = self._document.text
        for match in _cues().was.finditer(lowered_whole(text), sentence.start, sentence.end):
            cue = Span(*match.span())
            inside = [a for a in self._attributions if any(s.overlaps(cue) for s in a.content.spans)]
            apart = text[: cue.start].endswith(", ") and "after" in match[0]
            if len(inside) == 1 and inside[0].form != "direct" and apart and not self._is_quoted(cue):
                before = text[max(sentence.start, cue.start - _LOOK_BACK) : cue.start]
                if inside[0].cue and inside[0].cue.end <= cue.start and not _UNREAL.search(before):
                    yield cue

    def _meant(self, cue: Span) -> Mention | None:
        """Whom the "his" or "its" in the words means."""
        return next((m for m in self._within(cue) if m.form == "pronoun"), None)

    def _speaking(self, cue: Span, sentence: Span) -> Mention | None:
        """Who is told to speak in the sentence before the words."""
        told = [
            a
            for a in self._attributions
            if a.cue and sentence.contains(a.cue.whole) and a.cue.end <= cue.start
        ]
        source = told[-1].source if told else None
        named = self._within(source.whole) if source else []
        return next((m for m in named if not told[-1].mention or m.id == told[-1].mention), None)

    def _is_quoted(self, cue: Span) -> bool:
        """Whether the words stand in somebody's direct speech."""
        return any(a.form == "direct" and a.content.whole.contains(cue) for a in self._attributions)

    def _before(self, cue: Span, sentence: Span) -> Mention | None:
        """Who stands right before the verb."""
        text = self._document.text
        for mention in reversed(self._within(Span(sentence.start, cue.start))):
            if _TO_VERB.match(text[mention.target.end : cue.start]):
                return mention
        return None

    def _coordinate(self, cue: Span, sentence: Span) -> Mention | None:
        """The subject at the sentence's beginning, of which a second verb tells the shift."""
        if not _COORDINATE.search(self._document.text[sentence.start : cue.start]):
            return None
        return self._opening(sentence)

    def _around(self, cue: Span, sentence: Span) -> Mention | None:
        """The subject of a sentence with words from before in it."""
        return self._before(cue, sentence) or self._opening(sentence)

    def _opening(self, sentence: Span) -> Mention | None:
        text = self._document.text
        first = next(iter(self._within(sentence)), None)
        if first is not None and _OPENS.match(text[sentence.start : first.target.start]):
            return first
        return None

    def _within(self, span: Span) -> list[Mention]:
        return [m for m in self._mentions if span.contains(m.target.whole)]

    def _made(self, statement: Statement, cue: Span, who: Mention) -> Shift:
        return Shift(
            target_id("shift", statement.target, (cue.start, cue.end)),
            statement.target,
            cue,
            self._actor_of[who.id],
        )
