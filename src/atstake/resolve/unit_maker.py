"""From one document's annotations to its statements as resolution compares them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from atstake.model.annotations import Act, Annotations, Attribution, Statement
from atstake.model.claims import OUTLET
from atstake.model.provenance import target_id
from atstake.model.text import Document, Span, Target
from atstake.resolve.lexical import stems
from atstake.resolve.named import Named
from atstake.resolve.nested import Nested, nested
from atstake.resolve.parties import Parties
from atstake.resolve.references import references
from atstake.resolve.speakers import DENYING
from atstake.resolve.unit import Unit
from atstake.text.cases import lowered_whole

# Of an attribution over many sentences only so many are compared: a whole speech would drown the rest.
_SENTENCES_AT_MOST = 12
# Sentences between a cue and its content from which the link between them is not believed.
_ADRIFT = 3
# A denial of fewer content words ("denied this") holds nothing that could be shown as the other side.
_LEAST_INSIDE = 2
# Characters of an object that could be shown as the other side.
_LEAST_OBJECT = 20
# Verbs whose object is what is turned down or held to be wrong, where the act is not told by the cue.
_AGAINST = re.compile(
    r"\b(?:oppos\w+|reject\w*|dismiss\w*|refus\w+|rebuff\w*|spurn\w*|block\w*|veto\w*|resist\w*|den(?:y|ies|ied|ying)|"
    r"disput\w+|critici[sz]\w+|condemn\w*|denounc\w+|slamm?(?:s|ed|ing)|blast(?:s|ed|ing)|defy|defie[sd]|lied)\b",
)
_LINK = re.compile(r"(?:\s*(?:that|of|about|to)\s)?\s*", re.IGNORECASE)
# "Holm's denial is absurd": what is said of a denial is not said by who denied.
_JUDGED = re.compile(
    r"\s+(?:(?:is|are|was|were)(?:n['’]t)?|has been|rings?|rang|sounds?|does|did|cannot|can)\s+"
    r"(?:\w+ly\s+|a\s+|an\s+)?(?:not|no|nothing|absurd|ridiculous|ludicrous|laughable|false|untrue|hollow|"
    r"nonsense|baseless|incredible|implausible|unconvincing|worthless|meaningless|lie|joke|insult|fabrication|farce|fiction|disgrace|shameful|cynical)\b",
    re.IGNORECASE,
)
_SAID: frozenset[Act] = frozenset({"says"})
_BEHIND_OBJECT = re.compile(r"\s(?:of|for|over)\b")


def of_document(document: Document, found: Annotations, parties: Parties) -> list[Unit]:
    """The units of a document, in text order."""
    maker = _Maker(document, found, parties)
    made = [unit for a in found.attributions for unit in maker.attributed(a)]
    made.extend(maker.own(s) for s in found.statements if s.outlet)
    made.extend(maker.told_inside())
    made.extend([inside for unit in made if (inside := maker.answered_inside(unit)) is not None])
    return sorted(made, key=lambda u: (u.position, u.target, u.id))


class _Maker:
    """Makes the units of one document."""

    def __init__(self, document: Document, found: Annotations, parties: Parties) -> None:
        self._document, self._parties = document, parties
        self._named = Named(document, found, parties)
        self._said = [s for a in found.attributions for s in a.content.spans]
        self._cues = [s for a in found.attributions if a.cue and a.source for s in a.cue.spans]
        self._content: dict[tuple[str, int], Span] = {}

    def own(self, statement: Statement) -> Unit:
        """The unit of a sentence in the reporter's own voice."""
        return self._unit(statement, statement.target, statement.target.spans, OUTLET, None)

    def attributed(self, attribution: Attribution) -> list[Unit]:
        """The units of an attribution, one for each sentence that its content touches."""
        speaker = self._named.speaker(attribution)
        cued = self._named.touched(attribution.cue)[:1] if attribution.cue else []
        touched = self._named.touched(attribution.content)
        if attribution.relayed:
            return [self._relayed(s, attribution) for s in touched[:1]]
        if attribution.cue and cued and (_adrift(touched, cued[0]) or _points_back(attribution)):
            return self._by_cue(cued[0], attribution, attribution.cue, speaker)
        return [self._of_sentence(s, attribution, speaker) for s in touched[:_SENTENCES_AT_MOST]]

    def _relayed(self, statement: Statement, attribution: Attribution) -> Unit:
        """The unit of what is told inside another's words: of an answer, as any told inside."""
        speaker = self._parties.attributed.get(attribution.id)
        made = self._of_sentence(statement, attribution, speaker)
        inner = attribution.act if attribution.act in ("denies", "rejects") else None
        return replace(made, inner=inner, via=attribution.via)

    def _by_cue(
        self, statement: Statement, attribution: Attribution, cue: Target, speaker: str | None
    ) -> list[Unit]:
        """The unit of a cue whose content is told elsewhere: from the speaker on, or from the cue."""
        sentence = statement.target.whole
        start = cue.start
        if attribution.source and sentence.contains(attribution.source.whole):
            start = min(start, attribution.source.start)
        rest = Span(min(cue.end, sentence.end), sentence.end)
        if len(rest) < 1 or not sentence.contains(cue.whole):
            return []
        shown = Target.of(self._document, Span(start, sentence.end))
        return [self._unit(statement, shown, [rest], speaker, attribution)]

    def _of_sentence(self, statement: Statement, attribution: Attribution, speaker: str | None) -> Unit:
        sentence = statement.target.whole
        content = [c for s in attribution.content.spans if (c := _clipped(s, sentence)) is not None]
        outer = [c for t in attribution.parts for s in t.spans if (c := _clipped(s, sentence)) is not None]
        shown = Span(min(s.start for s in outer), max(s.end for s in outer))
        return self._unit(statement, Target.of(self._document, shown), content, speaker, attribution)

    def told_inside(self) -> list[Unit]:
        """The answers told inside other statements."""
        made = []
        for statement in self._named.statements:
            sentence, here = statement.target.whole, self._named.here(statement)
            for inner in nested(self._document.text, sentence, here, self._cues):
                if not _JUDGED.match(self._document.text, inner.word.end):
                    made.append(self._inside(statement, inner))
        return made

    def _inside(self, statement: Statement, inner: Nested) -> Unit:
        # What stands behind the words of whoever tells it ("..., he said") is no part of the answer.
        told = [s.end for s in self._said if s.start <= inner.span.start and inner.word.end <= s.end]
        whole = Span(inner.span.start, min([inner.span.end, *told]))
        target = Target.of(self._document, whole)
        said = Span(min(inner.word.end, whole.end), whole.end)
        unit = self._unit(statement, target, [said], self._named.inner_speaker(inner.mention), None)
        made = replace(unit, id=target_id("answer", target), inner=inner.act)
        self._content[made.id, made.position] = said
        return made

    def answered_inside(self, unit: Unit) -> Unit | None:
        """What a denial or refusal names and turns down in the same words, as a statement of its owner."""
        relayed = unit.via is not None and unit.inner is None
        if unit.of is not None or relayed or unit.joint or len(unit.words) < _LEAST_INSIDE:
            return None
        content = self._content[unit.id, unit.position]
        if unit.act not in ("denies", "rejects", "doubts"):
            verb = _AGAINST.search(lowered_whole(self._document.text), content.start, content.end)
            if verb is None or content.end - verb.end() < _LEAST_OBJECT:
                return None
            content = Span(verb.end(), content.end)
        reference = self._named.reference(unit.statement, content)
        if reference is not None and _JUDGED.match(self._document.text, reference.noun.end):
            # "Holm's story is a lie" says nothing of the story.
            return None
        start = content.start if reference is None else reference.start
        start += len(_LINK.match(self._document.text[start : content.end]).group())  # type: ignore[union-attr]
        target = Target.of(self._document, Span(start, content.end))
        owner = self._named.owner(reference) if reference else None
        made = self._unit(unit.statement, target, [target.whole], owner, None)
        act: Act = reference.act if reference else "says"
        return replace(made, id=target_id("answered", target), inner=act, of=unit.id)

    def _unit(
        self,
        statement: Statement,
        target: Target,
        content: Iterable[Span],
        speaker: str | None,
        attribution: Attribution | None,
    ) -> Unit:
        text = self._document.text
        spans = sorted(content)
        named = references(text, target.whole, self._named.here(statement))
        key = attribution.id if attribution else statement.id
        self._content[key, statement.position] = Span(spans[0].start, spans[-1].end)
        said = " ".join(text[s.start : s.end] for s in spans)
        owning = frozenset(owner for r in named if (owner := self._named.owner(r)))
        opposed = self._named.opposed(statement, target)
        made = Unit(
            id=key,
            document=self._document.id,
            date=self._document.date or "",
            position=statement.position,
            paragraph=statement.paragraph,
            target=target,
            said=said,
            whole=statement.target.quote,
            words=stems(said),
            speaker=speaker,
            attribution=attribution,
            statement=statement,
            refers=frozenset(r.act for r in named) | (_SAID if opposed else frozenset()),
            actors=self._named.named(statement, spans),
            owning=owning | opposed,
            principals=self._named.principals(statement, attribution),
            opposed=opposed,
            objects=self._named.named(statement, [self._object(spans[0])]),
            called=stems(attribution.source.quote) if attribution and attribution.source else (),
        )
        return made.under(self._parties)

    def _object(self, content: Span) -> Span:
        """The words of a content up to its first "of", "for" or "over"."""
        ends = _BEHIND_OBJECT.search(self._document.text, content.start, content.end)
        return Span(content.start, ends.start() if ends and ends.start() > content.start else content.end)


def _adrift(touched: list[Statement], cued: Statement) -> bool:
    """Whether what is said stands too far from its cue to be believed."""
    return bool(touched) and min(abs(s.position - cued.position) for s in touched) > _ADRIFT


def _points_back(attribution: Attribution) -> bool:
    """Whether a reported denial follows what it denies ("accusations that ..., which the rebels deny")."""
    if attribution.cue is None or not DENYING.search(attribution.cue.quote):
        return False
    parts = [p for p in (attribution.source, attribution.cue) if p is not None]
    return attribution.form != "direct" and attribution.content.end <= min(p.start for p in parts)


def _clipped(span: Span, to: Span) -> Span | None:
    start, end = max(span.start, to.start), min(span.end, to.end)
    return Span(start, end) if start < end else None
