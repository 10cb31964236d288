"""Statements as resolution compares them: one speaker, one sentence, one thing said.

An attribution over several sentences becomes one unit a sentence, because that is what is answered and
shown; a sentence in the reporter's own voice is a unit by itself.
"""

from __future__ import annotations

import operator
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from atstake.model.annotations import Act, Annotations, Attribution, Mention, Statement
from atstake.model.claims import OUTLET, Actor, Resolution
from atstake.model.provenance import target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.resolve.lexical import stems
from atstake.resolve.nested import Nested, nested
from atstake.resolve.references import Reference, references
from atstake.resolve.speakers import DENYING, beside, named_source
from atstake.text.cases import lowered_whole

# Of an attribution over many sentences only so many are compared: a whole speech would drown the rest.
_SENTENCES_AT_MOST = 12
# Sentences between a cue and its content from which the link between them is not believed.
_ADRIFT = 3
# A denial of fewer content words ("denied this") holds nothing that could be shown as the other side.
_LEAST_INSIDE = 2
# Characters of an object that could be shown as the other side.
_LEAST_OBJECT = 20
# Characters into the content of a denial within which it names what it denies.
_OPENS = 40
# Verbs whose object is what is turned down or held to be wrong, where the act is not told by the cue.
_AGAINST = re.compile(
    r"\b(?:oppos\w+|reject\w*|dismiss\w*|refus\w+|rebuff\w*|spurn\w*|block\w*|veto\w*|resist\w*|den(?:y|ies|ied|ying)|"
    r"disput\w+|critici[sz]\w+|condemn\w*|denounc\w+|slamm?(?:s|ed|ing)|blast(?:s|ed|ing)|defy|defie[sd]|lied)\b",
)
_THIRD = frozenset({"he", "him", "his", "she", "her", "they", "them", "their", "it", "its"})
_LINK = re.compile(r"(?:\s*(?:that|of|about|to)\s)?\s*", re.IGNORECASE)
# "Holm's denial is absurd": what is said of a denial is not said by who denied.
_JUDGED = re.compile(
    r"\s+(?:(?:is|are|was|were)(?:n['’]t)?|has been|rings?|rang|sounds?|does|did|cannot|can)\s+"
    r"(?:\w+ly\s+|a\s+|an\s+)?(?:not|no|nothing|absurd|ridiculous|ludicrous|laughable|false|untrue|hollow|"
    r"nonsense|baseless|incredible|implausible|unconvincing|worthless|meaningless|lie|joke|insult|fabrication|farce|fiction|disgrace|shameful|cynical)\b",
    re.IGNORECASE,
)
# Verbs whose object, where it is somebody, is who said what they answer.
_OPPOSES = re.compile(
    r"\b(?:contradict\w*|rebut(?:s|ted|ting)?|refut\w+|disputed|hit back at|contrary to)\s+(?:the\s+)?$"
)
_SAID: frozenset[Act] = frozenset({"says"})
_BEHIND_OBJECT = re.compile(r"\s(?:of|for|over)\b")
_OWNS = re.compile(r"['’]s?\b|['’]\s")
_AGENTS = (
    r"(?:spokes\w+|lawyers?|attorneys?|solicitors?|counsel|aides?|advis[eo]rs?|representatives?|"
    r"chair(?:man|woman|person)?|chief|head|director(?:[- ]general)?|president|secretary(?:[- ]general)?|"
    r"leader|manager|boss|commissioner|"
    r"ministers?|commander|ambassador|envoy|officials?|executives?|board|management|officers?|deput(?:y|ies))"
)
_AGENT = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,3}}?{_AGENTS}\b", re.IGNORECASE)
_AGENT_OF = re.compile(rf"\b{_AGENTS}\s+(?:of|for|at|to)\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)
# PLOVER sectors of those who speak for their state.
_OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "SPY", "COP"})
_OFFICE = re.compile(
    r"\b(?:president|minister|premier|chancellor|secretary|king|queen|prince|emir|sultan|spokes\w+|ambassador|envoy|"
    r"official|chief of staff|head of state|leader|general|commander)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Unit:
    """One statement. ``target`` is what is shown, ``said`` the words of the content alone.

    ``attribution`` is the id of the attribution, None in the reporter's own voice. ``position`` counts
    sentences in the document. ``named`` are the actors named in what is said, ``parties`` the speaker's
    own id and country. ``marks`` are those of the sentence.
    """

    id: str
    document: str
    date: str
    position: int
    paragraph: int
    target: Target
    said: str
    whole: str
    words: tuple[str, ...]
    speaker: str | None
    attribution: Attribution | None
    statement: Statement
    parties: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    inner: Act | None = None
    """The act of an answer told inside another statement."""
    via: str | None = None
    """For what somebody says inside another's words: the id of the attribution that tells it."""
    refers: frozenset[Act] = frozenset()
    """The acts by which it names what it refers to ("the accusation", "their demand")."""
    owners: frozenset[str] = frozenset()
    """Whose statements it refers to, as parties ("Washington's charge")."""
    of: str | None = None
    """For a statement that stands only inside the one that answers it: the id of that one."""
    actors: frozenset[str] = frozenset()
    """Ids of the actors that ``named`` is made of."""
    owning: frozenset[str] = frozenset()
    """Ids of the actors that ``owners`` is made of."""
    behalf: frozenset[str] = frozenset()
    """For whom the speaker speaks, as parties ("the minister's lawyer", "the director of the authority")."""
    principals: frozenset[str] = frozenset()
    """Ids of the actors that ``behalf`` is made of."""
    called: tuple[str, ...] = ()
    """Content words by which the speaker is named and described."""
    opposed: frozenset[str] = frozenset()
    """Ids of the actors whom it is said to contradict by name."""
    opposes: frozenset[str] = frozenset()
    """What ``opposed`` are as parties."""
    objects: frozenset[str] = frozenset()
    """Ids of the actors right behind the verb, before "of": of an accusation, the accused."""
    against: frozenset[str] = frozenset()
    """What ``objects`` are as parties."""

    def under(self, parties: Parties) -> Unit:
        """The same statement where who belongs together is known anew."""
        return replace(
            self,
            parties=parties.of(self.speaker),
            named=parties.of_all(self.actors),
            owners=parties.of_all(self.owning),
            behalf=parties.of_all(self.principals),
            against=parties.of_all(self.objects),
            opposes=parties.of_all(self.opposed),
        )

    @cached_property
    def act(self) -> Act:
        """The speech act; the reporter's own voice just says."""
        return self.inner or (self.attribution.act if self.attribution else "says")

    @property
    def outlet(self) -> bool:
        """Whether the reporter states it as fact."""
        return self.speaker == OUTLET


_NOBODY: frozenset[str] = frozenset()


class Parties:
    """Who belongs together: an actor's id, and its country where it speaks or acts for that."""

    def __init__(self, resolution: Resolution) -> None:
        self._of = {a.id: _parties(a) for a in resolution.actors}
        governments = [a for a in resolution.actors if a.kind == "government" and a.country]
        self.governments = {a.country or "": a.id for a in sorted(governments, key=_rank)}
        self.attributed = dict(resolution.attributed)
        self.mentioned = dict(resolution.mentioned)

    def of(self, actor: str | None) -> frozenset[str]:
        """The actor's id and, for a government and its people, the country; empty for nobody."""
        return self._of.get(actor or "", _NOBODY)

    def of_all(self, actors: frozenset[str]) -> frozenset[str]:
        """All parties of some actors together."""
        return frozenset().union(*map(self.of, actors)) if actors else _NOBODY


def _rank(actor: Actor) -> tuple[bool, int, str]:
    """Sorts the government proper of a country last, before it those that are spoken of less."""
    return (actor.name.startswith("Government of "), len(actor.mentions), actor.id)


def _parties(actor: Actor) -> frozenset[str]:
    """A journalist or a victim is not their country; a minister is. The side counts for anybody."""
    official = actor.kind in ("government", "place") or actor.sector in _OFFICIAL_SECTORS
    official = official or any(_OFFICE.search(role.title) for role in actor.roles)
    more = [actor.side] if actor.side else []
    if official and actor.country:
        more.append(f"country:{actor.country}")
    return frozenset((actor.id, *more))


def units(evidence: Evidence, resolution: Resolution) -> tuple[Unit, ...]:
    """All units of a dossier, by document and place."""
    return _LATEST.of(evidence, resolution)


class _Latest:
    """The units made last: several resolvers in turn ask for the same."""

    def __init__(self) -> None:
        self._asked: tuple[object, ...] = ()
        self._actors: tuple[Actor, ...] = ()
        self._governments: dict[str, str] = {}
        self._made: tuple[Unit, ...] = ()

    def of(self, evidence: Evidence, resolution: Resolution) -> tuple[Unit, ...]:
        """The units of the evidence under who is who in the resolution.

        Where only the actors have changed (they were given sides), what was read off the words stays.
        """
        asked = (evidence, resolution.attributed, resolution.mentioned)
        known = len(self._asked) == len(asked) and all(map(operator.is_, asked, self._asked))
        if known and self._actors is resolution.actors:
            return self._made
        parties = Parties(resolution)
        if known and self._governments == parties.governments:
            self._made = tuple(unit.under(parties) for unit in self._made)
        else:
            self._made = _all(evidence, parties)
        self._asked, self._actors, self._governments = asked, resolution.actors, parties.governments
        return self._made

    def forget(self) -> None:
        """Lets go of the evidence."""
        self._asked, self._actors, self._governments, self._made = (), (), {}, ()


_LATEST = _Latest()


def _all(evidence: Evidence, parties: Parties) -> tuple[Unit, ...]:
    found: list[Unit] = []
    for key in sorted(evidence.annotations):
        if key in evidence.documents:
            found.extend(_of_document(evidence.documents[key], evidence.annotations[key], parties))
    return tuple(found)


def _of_document(document: Document, found: Annotations, parties: Parties) -> list[Unit]:
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
        self._statements = sorted(found.statements, key=lambda s: s.target.start)
        self._starts = [s.target.start for s in self._statements]
        self._said = [s for a in found.attributions for s in a.content.spans]
        self._quoted = [(a, s) for a in found.attributions if a.form == "direct" for s in a.content.spans]
        self._cues = [s for a in found.attributions if a.cue and a.source for s in a.cue.spans]
        self._pronouns = {
            m.id: m.target.whole
            for m in found.mentions
            if m.form == "pronoun" and m.target.quote.lower() in _THIRD
        }
        self._content: dict[tuple[str, int], Span] = {}
        self._mentions: dict[int, list[Mention]] = defaultdict(list)
        for mention in found.mentions:
            at = self._at(mention.target.start)
            if at is not None:
                self._mentions[at].append(mention)

    def own(self, statement: Statement) -> Unit:
        """The unit of a sentence in the reporter's own voice."""
        return self._unit(statement, statement.target, statement.target.spans, OUTLET, None)

    def attributed(self, attribution: Attribution) -> list[Unit]:
        """The units of an attribution, one for each sentence that its content touches."""
        speaker = self._speaker(attribution)
        cued = self._touched(attribution.cue)[:1] if attribution.cue else []
        touched = self._touched(attribution.content)
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

    def _speaker(self, attribution: Attribution) -> str | None:
        """The actor behind an attribution: the one linked to it, else whom its sentence names for it."""
        linked = self._parties.attributed.get(attribution.id)
        at = self._at(attribution.cue.start) if attribution.cue else None
        if at is None:
            return linked
        sentence, mentions = self._statements[at].target.whole, self._mentions[at]
        named = beside(self._document.text, sentence, mentions, attribution)
        if named is None and linked is None:
            named = named_source(mentions, attribution)
        return self._parties.mentioned.get(named.id, linked) if named else linked

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
        for at, statement in enumerate(self._statements):
            sentence = statement.target.whole
            for inner in nested(self._document.text, sentence, self._mentions.get(at, ()), self._cues):
                if not _JUDGED.match(self._document.text, inner.word.end):
                    made.append(self._inside(statement, inner))
        return made

    def _inside(self, statement: Statement, inner: Nested) -> Unit:
        # What stands behind the words of whoever tells it ("..., he said") is no part of the answer.
        told = [s.end for s in self._said if s.start <= inner.span.start and inner.word.end <= s.end]
        whole = Span(inner.span.start, min([inner.span.end, *told]))
        target = Target.of(self._document, whole)
        said = Span(min(inner.word.end, whole.end), whole.end)
        unit = self._unit(statement, target, [said], self._inner_speaker(inner.mention), None)
        made = replace(unit, id=target_id("answer", target), inner=inner.act)
        self._content[made.id, made.position] = said
        return made

    def _inner_speaker(self, mention: str) -> str | None:
        """Whose a word is by its mention; nobody's, where it would make a speaker say "he" of himself."""
        speaker = self._parties.mentioned.get(mention)
        found = self._pronouns.get(mention)
        own = found is not None and any(
            s.contains(found) and self._parties.attributed.get(a.id) == speaker for a, s in self._quoted
        )
        return None if own else speaker

    def answered_inside(self, unit: Unit) -> Unit | None:
        """What a denial or refusal names and turns down in the same words, as a statement of its owner."""
        relayed = unit.via is not None and unit.inner is None
        if unit.of is not None or relayed or len(unit.words) < _LEAST_INSIDE:
            return None
        content = self._content[unit.id, unit.position]
        if unit.act not in ("denies", "rejects", "doubts"):
            verb = _AGAINST.search(lowered_whole(self._document.text), content.start, content.end)
            if verb is None or content.end - verb.end() < _LEAST_OBJECT:
                return None
            content = Span(verb.end(), content.end)
        reference = self._reference(unit.statement, content)
        if reference is not None and _JUDGED.match(self._document.text, reference.noun.end):
            # "Holm's story is a lie" says nothing of the story.
            return None
        start = content.start if reference is None else reference.start
        start += len(_LINK.match(self._document.text[start : content.end]).group())  # type: ignore[union-attr]
        target = Target.of(self._document, Span(start, content.end))
        owner = self._owner(reference) if reference else None
        made = self._unit(unit.statement, target, [target.whole], owner, None)
        act: Act = reference.act if reference else "says"
        return replace(made, id=target_id("answered", target), inner=act, of=unit.id)

    def _reference(self, statement: Statement, content: Span) -> Reference | None:
        """The reference that opens the content, or nearly."""
        found = references(self._document.text, content, self._here(statement))
        return found[0] if found and found[0].start - content.start <= _OPENS else None

    def _here(self, statement: Statement) -> list[Mention]:
        at = self._at(statement.target.start)
        return self._mentions.get(-1 if at is None else at, [])

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
        named = references(text, target.whole, self._here(statement))
        key = attribution.id if attribution else statement.id
        self._content[key, statement.position] = Span(spans[0].start, spans[-1].end)
        said = " ".join(text[s.start : s.end] for s in spans)
        owning = frozenset(owner for r in named if (owner := self._owner(r)))
        opposed = self._opposed(statement, target)
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
            actors=self._named(statement, spans),
            owning=owning | opposed,
            principals=self._principals(statement, attribution),
            opposed=opposed,
            objects=self._named(statement, [self._object(spans[0])]),
            called=stems(attribution.source.quote) if attribution and attribution.source else (),
        )
        return made.under(self._parties)

    def _object(self, content: Span) -> Span:
        """The words of a content up to its first "of", "for" or "over"."""
        ends = _BEHIND_OBJECT.search(self._document.text, content.start, content.end)
        return Span(content.start, ends.start() if ends and ends.start() > content.start else content.end)

    def _opposed(self, statement: Statement, target: Target) -> frozenset[str]:
        """Whom it is said to contradict by name ("contradicted Holm"): what they said is what it answers."""
        found = set()
        for mention in self._here(statement):
            start, end = mention.target.start, mention.target.end
            before = self._document.text[max(target.start, start - 60) : start]
            whole = target.start <= start and end <= target.end and not _OWNS.match(self._document.text, end)
            actor = self._parties.mentioned.get(mention.id)
            if whole and actor and _OPPOSES.search(before):
                found.add(actor)
        return frozenset(found)

    def _principals(self, statement: Statement, attribution: Attribution | None) -> frozenset[str]:
        """The actors whose lawyer, spokesman, chairman or the like the source is said to be."""
        source = attribution.source if attribution else None
        if attribution is None or source is None:
            return frozenset()
        text, whole = self._document.text, source.whole
        found = set()
        for mention in self._here(statement):
            actor = self._parties.mentioned.get(mention.id)
            if actor is None or not whole.contains(mention.target.whole):
                continue
            owns = mention.form == "pronoun" or _OWNS.match(text, mention.target.end)
            behind = text[mention.target.end : whole.end]
            if (owns and _AGENT.match(behind)) or _AGENT_OF.search(text[whole.start : mention.target.start]):
                found.add(actor)
        return frozenset(found)

    def _owner(self, reference: Reference) -> str | None:
        """The actor whose statement it is: that of the mention, else the government of the adjective."""
        if reference.owner:
            return self._parties.mentioned.get(reference.owner)
        return self._parties.governments.get(reference.country or "")

    def _named(self, statement: Statement, spans: list[Span]) -> frozenset[str]:
        """The actors named in some spans of a sentence."""
        inside = [m for m in self._here(statement) if any(s.overlaps(m.target.whole) for s in spans)]
        return frozenset(a for m in inside if (a := self._parties.mentioned.get(m.id)))

    def _touched(self, target: Target) -> list[Statement]:
        found = []
        for span in target.spans:
            i = max(0, bisect_right(self._starts, span.start) - 1)
            while i < len(self._statements) and self._starts[i] < span.end:
                if self._statements[i].target.whole.overlaps(span) and self._statements[i] not in found:
                    found.append(self._statements[i])
                i += 1
        return found

    def _at(self, offset: int) -> int | None:
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self._statements[i].target.end else None


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
