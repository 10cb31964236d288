"""The event extractor: past events of a document, coded by the learned coder and the lexicon together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atstake.extract.events import coder, nouns
from atstake.extract.events.candidates import Candidate, candidates
from atstake.extract.events.features import features
from atstake.extract.events.modes import mode_of
from atstake.facts import cameo
from atstake.model.annotations import Annotations, Event, Mention, TimeExpression
from atstake.model.provenance import target_id
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span

# The coder decides alone from this probability on; below it the lexicon must agree.
SURE = 0.6
LIKELY = 0.3
_OLDEST = "1500"
"""Before this a "date" is a number that was taken for one."""
_SINCE = re.compile(
    r"\bsince\b[^,;.]{0,50}$|\b(?:began|begun|started|beginning|erupted)\b[^,;.]{0,20}$", re.IGNORECASE
)
_SO_FAR = re.compile(
    r"\bsince\b|\bso far\b|\bto date\b|\bin the (?:conflict|war)\b|\byears? of\b|\bcivil war\b", re.IGNORECASE
)
_LOCATIVES = frozenset("in at near outside around on across inside from to into over".split())


class EventExtractor:
    """Fills ``events``. An event needs an actor or a recipient and a verb told as past."""

    name = "events"
    needs = frozenset({"mentions", "times", "attributions", "upcoming"})
    makes = frozenset({"events"})

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """The document's events, in text order."""
        document = _Document(reading, found)
        every = [e for sentence in reading.sentences for e in document.events(sentence)]
        return Annotations(reading.document.id, events=tuple(every))

    @property
    def model(self) -> str:
        """Name and hash of the coder, for the run's record."""
        return coder.name()


# Private classes and functions

# Verbs that tell an event of one root even where only one party is named.
_PLAIN = {
    verb: root
    for root, verbs in {
        "ASSAULT": "kill wound injure shoot shell bomb bombard attack raid storm ambush behead assassinate "
        "execute torture massacre clash stab murder slay maim",
        "COERCE": "arrest detain jail imprison seize confiscate deport abduct kidnap besiege evict ban",
        "PROTEST": "protest demonstrate march rally riot",
        "YIELD": "resign surrender withdraw retreat",
        "MOBILIZE": "deploy mobilize mobilise",
    }.items()
    for verb in verbs.split()
}


_CONSULTS = frozenset("meet confer negotiate consult".split())
"""What two parties do to each other by these is a consultation, whatever stands around."""


class _Document:
    def __init__(self, reading: Reading, found: Annotations) -> None:
        self.reading, self.found = reading, found
        self.coder = coder.load()
        self.ahead = [u.target.whole for u in found.upcoming]

    def events(self, sentence: Sentence) -> Iterator[Event]:
        inside = [m for m in self.found.mentions if sentence.span.contains(m.target.whole)]
        if not inside:
            return
        for candidate in candidates(self.reading, sentence, inside):
            trigger = self.reading.tokens[candidate.verb]
            span = Span(trigger.start, trigger.end)
            if any(a.contains(span) for a in self.ahead) or _is_tally(self.reading, sentence, candidate.verb):
                continue
            root = self._root(sentence, candidate)
            if root is not None:
                yield self._event(sentence, candidate, span, root, inside)
        times = [t for t in self.found.times if sentence.span.contains(t.target.whole)]
        for candidate in nouns.candidates(self.reading, sentence, inside, times):
            trigger = self.reading.tokens[candidate.verb]
            root = nouns.ROOTS[trigger.lemma.lower()]
            event = self._event(sentence, candidate, Span(trigger.start, trigger.end), root, inside)
            if event.earliest is not None and event.earliest == event.latest:
                yield event

    def _root(self, sentence: Sentence, candidate: Candidate) -> str | None:
        """The coder's root where it is sure, else the one it shares with the lexicon."""
        token = self.reading.tokens[candidate.verb]
        by_lexicon = cameo.root_of(token.text.lower(), token.lemma.lower())
        actor, recipient = candidate.actor, candidate.recipient
        if actor is None or recipient is None:
            # The coder has learned from pairs of actors only.
            return _PLAIN.get(token.lemma.lower())
        if token.lemma.lower() in _CONSULTS:
            return "CONSULT"
        scores = self.coder.scores(
            features(self.reading, sentence, actor.target.whole, recipient.target.whole)
        )
        best = max(scores, key=lambda r: (scores[r], r))
        if scores[best] >= SURE or (scores[best] >= LIKELY and best == by_lexicon):
            return best
        return None

    def _event(
        self, sentence: Sentence, candidate: Candidate, trigger: Span, root: str, inside: list[Mention]
    ) -> Event:
        text = self.reading.text[candidate.span.start : candidate.span.end]
        earliest, latest = self._days(sentence, candidate.verb)
        target = self.reading.target(sentence.span)
        return Event(
            id=target_id("event", self.reading.target(trigger), root),
            target=target,
            trigger=trigger,
            event_type=root,
            mode=mode_of(root, text),
            actor=candidate.actor.id if candidate.actor else None,
            recipient=candidate.recipient.id if candidate.recipient else None,
            place=self._place(candidate.span, inside),
            earliest=earliest,
            latest=latest,
            attribution=self._attribution(trigger),
        )

    def _days(self, sentence: Sentence, verb: int) -> tuple[str | None, str | None]:
        """The days of the nearest time expression that hangs on the verb, none of them ahead.

        "Told reporters on Tuesday that she was killed" dates the telling, not the killing.
        """
        trigger = Span(self.reading.tokens[verb].start, self.reading.tokens[verb].end)
        published = self.reading.document.date
        times = [t for t in self.found.times if _is_day(t) and sentence.span.contains(t.target.whole)]
        times = [t for t in times if not self._is_start(sentence, t.target.start)]
        times = [t for t in times if not published or (t.earliest or "") <= published]
        sharing = _sharing(self.reading, verb)
        times = [t for t in times if sharing & self._over(t.target.whole)]
        if not times:
            return None, None
        near = min(times, key=lambda t: (_gap(t.target.whole, trigger), t.target.start))
        latest = min(near.latest or "", published) if published and near.latest else near.latest
        return near.earliest, latest

    def _is_start(self, sentence: Sentence, at: int) -> bool:
        """Whether the time says since when, which dates no event."""
        return bool(_SINCE.search(self.reading.text[max(sentence.span.start, at - 60) : at]))

    def _over(self, span: Span) -> set[int]:
        """The tokens above the words, up to and with the first verb."""
        tokens = self.reading.tokens
        inside = self.reading.tokens_in(span)
        i = next((k for k in inside if tokens[k].head not in inside), inside[0] if len(inside) else None)
        found: set[int] = set()
        while i is not None and tokens[i].head not in found and tokens[i].head != i:
            i = tokens[i].head
            found.add(i)
            if tokens[i].pos in ("VERB", "AUX"):
                break
        return found

    def _place(self, clause: Span, inside: list[Mention]) -> str | None:
        """The first place in the clause behind a preposition of place."""
        for mention in inside:
            if mention.type != "place" or mention.metonym or not clause.contains(mention.target.whole):
                continue
            before = self.reading.text[clause.start : mention.target.start].split()[-2:]
            if any(w.lower() in _LOCATIVES for w in before):
                return mention.id
        return None

    def _attribution(self, trigger: Span) -> str | None:
        told = (a for a in self.found.attributions if not a.second)
        around = [a for a in told if any(s.contains(trigger) for s in a.content.spans)]
        around.sort(key=lambda a: (sum(map(len, a.content.spans)), a.content.start, a.id))
        return around[0].id if around else None


def _is_tally(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Whether the clause sums up a war ("have been killed since it began") and tells of no one event."""
    helpers = (reading.tokens[c] for c in reading.children.get(verb, ()))
    perfect = any(t.dep == "aux" and t.lemma == "have" and t.tag in ("VBP", "VBZ") for t in helpers)
    return perfect and bool(_SO_FAR.search(reading.text[sentence.span.start : sentence.span.end]))


def _sharing(reading: Reading, verb: int) -> set[int]:
    """The verb, and those it is joined with or hangs on as a circumstance: they share a day.

    So does the noun that a relative clause is about: "the 3 May attack that killed ten".
    """
    found, i = {verb}, verb
    if reading.tokens[verb].dep in ("relcl", "acl"):
        found.add(reading.tokens[verb].head)
    while reading.tokens[i].dep in ("conj", "advcl") and reading.tokens[i].head not in found:
        i = reading.tokens[i].head
        found.add(i)
    return found


def _is_day(time: TimeExpression) -> bool:
    return time.type in ("DATE", "TIME") and bool(time.latest) and (time.earliest or "") > _OLDEST


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
