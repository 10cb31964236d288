"""The attribution that a figure is part of."""

from __future__ import annotations

import re

from atstake.extract.figures.tree import SPOKEN_OF, first_token
from atstake.facts.saying import saying
from atstake.model.annotations import Annotations, Attribution
from atstake.model.reading import Reading
from atstake.model.text import Span, Target

# "She said she would go, a day after 40 were killed": when it was said is the reporter's to tell.
_DAYS_AFTER = re.compile(
    r",\s+(?:(?:just|only|less than|more than|barely)\s+)*(?:\w+\s+)?(?:hours?|days?|weeks?|months?|years?)"
    r"\s+(?:after|before)\b[^,;:]*$",
    re.IGNORECASE,
)
_DID_NOT_SAY = re.compile(
    r"\b(?:did|does|do|would|could|has|have|had)(?: not|n[’']t) (?:\w+ ){0,2}?"
    r"(?:say|said|tell|told|specify|specified|disclose|disclosed|reveal|revealed|explain|explained|mention\w*)\b"
)


# Who turns down another's words does not count what they count.
_TURNED_DOWN = frozenset("reject deny dismiss rebut refute decline veto".split())


def _is_entry(attribution: Attribution) -> bool:
    """Whether a name and a colon, which nobody is known to speak behind, open an entry of a list."""
    cue = attribution.cue
    return cue is not None and cue.quote.strip() == ":" and attribution.mention is None


class Claimants:
    """The attributions of a document, asked for a number's."""

    def __init__(self, reading: Reading, found: Annotations) -> None:
        self._reading = reading
        # What somebody is told to have said is not counted by them.
        self._attributions = {a.id: a for a in found.attributions if not a.second}

    def of(self, number: Span) -> str | None:
        """The id of the innermost attribution whose content holds the number, or None.

        What stands in a clause about something in reported words ("the attack that killed 30") may be the
        reporter's: nobody is known to count it.
        """
        around = [a for a in self._attributions.values() if any(s.contains(number) for s in a.content.spans)]
        around.sort(key=lambda a: (sum(map(len, a.content.spans)), a.content.start, a.id))
        if not around or (
            self._is_told(around[0], number) and self._is_aside(number, around[0].content.whole)
        ):
            return None
        told = around[0].form == "indirect"
        if told and (self._is_known(number) or self._hangs_on_cue(number, around[0])):
            return None
        if told and _DAYS_AFTER.search(self._reading.text[around[0].content.start : number.start]):
            return None
        asserted = [
            a
            for a in around
            if self._lemma_of(a.cue) not in SPOKEN_OF | _TURNED_DOWN
            and not self._is_unsaid(a)
            and not _is_entry(a)
        ]
        return asserted[0].id if asserted else None

    def words(self, attribution: str | None) -> str | None:
        """The words of an attribution's source, to tell claimants apart inside a document."""
        known = self._attributions.get(attribution or "")
        return _said_by(known) if known else None

    def _is_told(self, attribution: Attribution, number: Span) -> bool:
        """Whether a number stands in the reporter's words for what somebody says, in no marks."""
        if attribution.form != "mixed":
            return attribution.form == "indirect"
        start = attribution.content.start
        before = self._reading.text[max(0, start - 1) : number.start]
        return before.count('"') % 2 == 0 and before.count("“") <= before.count("”")

    def _is_unsaid(self, attribution: Attribution) -> bool:
        """Whether it is told that somebody did not say it: what stands there is the reporter's."""
        source, start = attribution.source, attribution.content.start
        if source is None or attribution.form == "direct" or source.end > start:
            return False
        return _DID_NOT_SAY.search(self._reading.text[source.end : start]) is not None

    def _lemma_of(self, cue: Target | None) -> str:
        """The last word of a cue, as the dictionary has it: "discuss" of "to discuss"."""
        inside = self._reading.tokens_in(cue.whole) if cue else range(0)
        return self._reading.tokens[inside[-1]].lemma.lower() if len(inside) else ""

    def _hangs_on_cue(self, number: Span, attribution: Attribution) -> bool:
        """Whether a number stands in a clause on the cue itself: "praised him after it had killed 30".

        Such a clause is the reporter's, where it is none of saying ("adding that 30 were killed").
        """
        cue = self._reading.tokens_in(attribution.cue.whole) if attribution.cue else range(0)
        at, tokens = first_token(self._reading, number), self._reading.tokens
        if at is None:
            return False
        for i in self._reading.above(at):
            if i in cue or (tokens[i].tag == "VBG" and tokens[i].lemma.lower() in saying("adding")):
                return False
            clause = tokens[i].dep == "advcl" or (tokens[i].dep == "pcomp" and tokens[i].pos == "VERB")
            over = tokens[tokens[i].head].head if tokens[i].dep == "pcomp" else tokens[i].head
            if clause and (over in cue or self._is_behind_aim(i, over)):
                return True
        return False

    def _is_behind_aim(self, verb: int, over: int) -> bool:
        """Whether a clause on an aim tells what is past: "to act after 30 were killed"."""
        tokens, children = self._reading.tokens, self._reading.children
        aims = tokens[over].tag == "VB" and any(tokens[c].tag == "TO" for c in children.get(over, ()))
        then = any(tokens[c].text.lower() in ("after", "since") for c in children.get(verb, ()))
        return aims and then and tokens[verb].tag in ("VBD", "VBN")

    def _is_aside(self, number: Span, content: Span) -> bool:
        """Whether a number stands in a relative clause of reported words."""
        tokens = self._reading.tokens
        indices = self._reading.tokens_in(number)
        i = indices.start
        while len(indices) and tokens[i].head != i and content.contains(Span(tokens[i].start, tokens[i].end)):
            if tokens[i].dep == "relcl" and tokens[i].head < indices.start:
                return content.start <= tokens[tokens[i].head].start
            i = tokens[i].head
        return False

    def _is_known(self, number: Span) -> bool:
        """Whether a share or count is taken as known: "to grow the 20 percent that she received"."""
        tokens, inside = self._reading.tokens, self._reading.tokens_in(number)
        if not len(inside) or not self._reading.text[: number.start].lower().endswith("the "):
            return False
        up = [
            i for i in self._reading.above(inside.start)[:4] if i != inside.start and tokens[i].pos == "NOUN"
        ]
        told = [c for i in up for c in self._below(i) if tokens[c].dep == "relcl"]
        return any(tokens[c].tag in ("VBD", "VBN") for c in told)

    def _below(self, index: int) -> list[int]:
        """What hangs on a noun, and on the noun behind its "of"."""
        tokens, children = self._reading.tokens, self._reading.children
        own = list(children.get(index, ()))
        behind = [p for c in own if tokens[c].text == "of" for p in children.get(c, ())]
        return [*own, *(g for b in behind for g in children.get(b, ()))]


def _said_by(attribution: Attribution) -> str | None:
    return attribution.source.quote.lower() if attribution.source else None
