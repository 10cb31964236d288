"""Who speaks in a sentence, and who is named in it and as what: owner, principal, opponent."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from atstake.model.annotations import Annotations, Attribution, Mention, Statement
from atstake.model.text import Document, Span, Target
from atstake.resolve.parties import Parties
from atstake.resolve.references import Reference, references
from atstake.resolve.speakers import beside, named_source

# Characters into the content of a denial within which it names what it denies.
_OPENS = 40
_THIRD = frozenset({"he", "him", "his", "she", "her", "they", "them", "their", "it", "its"})
# Verbs whose object, where it is somebody, is who said what they answer.
_OPPOSES = re.compile(
    r"\b(?:contradict\w*|rebut(?:s|ted|ting)?|refut\w+|disputed|hit back at|contrary to)\s+(?:the\s+)?$"
)
_OWNS = re.compile(r"['’]s?\b|['’]\s")
_AGENTS = (
    r"(?:spokes\w+|lawyers?|attorneys?|solicitors?|counsel|aides?|advis[eo]rs?|representatives?|"
    r"chair(?:man|woman|person)?|chief|head|director(?:[- ]general)?|president|secretary(?:[- ]general)?|"
    r"leader|manager|boss|commissioner|"
    r"ministers?|commander|ambassador|envoy|officials?|executives?|board|management|officers?|deput(?:y|ies))"
)
_AGENT = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,3}}?{_AGENTS}\b", re.IGNORECASE)
_AGENT_OF = re.compile(rf"\b{_AGENTS}\s+(?:of|for|at|to)\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)


class Named:
    """The actors of one document's sentences."""

    def __init__(self, document: Document, found: Annotations, parties: Parties) -> None:
        self._document, self._parties = document, parties
        self.statements = sorted(found.statements, key=lambda s: s.target.start)
        """In text order."""
        self._starts = [s.target.start for s in self.statements]
        self._quoted = [(a, s) for a in found.attributions if a.form == "direct" for s in a.content.spans]
        self._pronouns = {
            m.id: m.target.whole
            for m in found.mentions
            if m.form == "pronoun" and m.target.quote.lower() in _THIRD
        }
        self._mentions: dict[int, list[Mention]] = defaultdict(list)
        for mention in found.mentions:
            at = self._at(mention.target.start)
            if at is not None:
                self._mentions[at].append(mention)

    def touched(self, target: Target) -> list[Statement]:
        """The sentences that a target touches."""
        found: list[Statement] = []
        for span in target.spans:
            i = max(0, bisect_right(self._starts, span.start) - 1)
            while i < len(self.statements) and self._starts[i] < span.end:
                if self.statements[i].target.whole.overlaps(span) and self.statements[i] not in found:
                    found.append(self.statements[i])
                i += 1
        return found

    def speaker(self, attribution: Attribution) -> str | None:
        """The actor behind an attribution: the one linked to it, else whom its sentence names for it."""
        linked = self._parties.attributed.get(attribution.id)
        at = self._at(attribution.cue.start) if attribution.cue else None
        if at is None:
            return linked
        sentence, mentions = self.statements[at].target.whole, self._mentions[at]
        named = beside(self._document.text, sentence, mentions, attribution)
        if named is None and linked is None:
            named = named_source(mentions, attribution)
        return self._parties.mentioned.get(named.id, linked) if named else linked

    def inner_speaker(self, mention: str) -> str | None:
        """Whose a word is by its mention; nobody's, where it would make a speaker say "he" of himself."""
        speaker = self._parties.mentioned.get(mention)
        found = self._pronouns.get(mention)
        own = found is not None and any(
            s.contains(found) and self._parties.attributed.get(a.id) == speaker for a, s in self._quoted
        )
        return None if own else speaker

    def reference(self, statement: Statement, content: Span) -> Reference | None:
        """The reference that opens the content, or nearly."""
        found = references(self._document.text, content, self.here(statement))
        return found[0] if found and found[0].start - content.start <= _OPENS else None

    def here(self, statement: Statement) -> list[Mention]:
        """The mentions of a sentence."""
        at = self._at(statement.target.start)
        return self._mentions.get(-1 if at is None else at, [])

    def opposed(self, statement: Statement, target: Target) -> frozenset[str]:
        """Whom it is said to contradict by name ("contradicted Holm"): what they said is what it answers."""
        found = set()
        for mention in self.here(statement):
            start, end = mention.target.start, mention.target.end
            before = self._document.text[max(target.start, start - 60) : start]
            whole = target.start <= start and end <= target.end and not _OWNS.match(self._document.text, end)
            actor = self._parties.mentioned.get(mention.id)
            if whole and actor and _OPPOSES.search(before):
                found.add(actor)
        return frozenset(found)

    def principals(self, statement: Statement, attribution: Attribution | None) -> frozenset[str]:
        """The actors whose lawyer, spokesman, chairman or the like the source is said to be."""
        source = attribution.source if attribution else None
        if attribution is None or source is None:
            return frozenset()
        text, whole = self._document.text, source.whole
        found = set()
        for mention in self.here(statement):
            actor = self._parties.mentioned.get(mention.id)
            if actor is None or not whole.contains(mention.target.whole):
                continue
            owns = mention.form == "pronoun" or _OWNS.match(text, mention.target.end)
            behind = text[mention.target.end : whole.end]
            if (owns and _AGENT.match(behind)) or _AGENT_OF.search(text[whole.start : mention.target.start]):
                found.add(actor)
        return frozenset(found)

    def owner(self, reference: Reference) -> str | None:
        """The actor whose statement it is: that of the mention, else the government of the adjective."""
        if reference.owner:
            return self._parties.mentioned.get(reference.owner)
        return self._parties.governments.get(reference.country or "")

    def named(self, statement: Statement, spans: list[Span]) -> frozenset[str]:
        """The actors named in some spans of a sentence."""
        inside = [m for m in self.here(statement) if any(s.overlaps(m.target.whole) for s in spans)]
        return frozenset(a for m in inside if (a := self._parties.mentioned.get(m.id)))

    def _at(self, offset: int) -> int | None:
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.statements[i].target.end else None
