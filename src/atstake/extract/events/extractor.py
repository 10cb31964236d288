"""The event extractor: past events of a document, coded by the learned coder and the lexicon together."""

from __future__ import annotations

from collections.abc import Iterator

from atstake.extract.events import coder
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
            if any(a.contains(span) for a in self.ahead):
                continue
            root = self._root(sentence, candidate)
            if root is not None:
                yield self._event(sentence, candidate, span, root, inside)

    def _root(self, sentence: Sentence, candidate: Candidate) -> str | None:
        """The coder's root where it is sure, else the one it shares with the lexicon."""
        token = self.reading.tokens[candidate.verb]
        by_lexicon = cameo.root_of(token.text.lower(), token.lemma.lower())
        actor, recipient = candidate.actor, candidate.recipient
        if actor is None or recipient is None:
            # The coder has learned from pairs of actors only.
            return _PLAIN.get(token.lemma.lower())
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
        times = [t for t in times if not published or (t.earliest or "") <= published]
        times = [t for t in times if self._verb_over(t.target.whole) in _sharing(self.reading, verb)]
        if not times:
            return None, None
        near = min(times, key=lambda t: (_gap(t.target.whole, trigger), t.target.start))
        latest = min(near.latest or "", published) if published and near.latest else near.latest
        return near.earliest, latest

    def _verb_over(self, span: Span) -> int | None:
        """The first verb above the words."""
        tokens = self.reading.tokens
        inside = self.reading.tokens_in(span)
        i = next((k for k in inside if tokens[k].head not in inside), inside[0] if len(inside) else None)
        for _ in range(20):
            if i is None or tokens[i].head == i:
                break
            i = tokens[i].head
            if tokens[i].pos in ("VERB", "AUX"):
                return i
        return i if i is not None and tokens[i].pos in ("VERB", "AUX") else None

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
        around = [a for a in self.found.attributions if any(s.contains(trigger) for s in a.content.spans)]
        around.sort(key=lambda a: (sum(map(len, a.content.spans)), a.content.start, a.id))
        return around[0].id if around else None


def _sharing(reading: Reading, verb: int) -> set[int]:
    """The verb, and those it is joined with or hangs on as a circumstance: they share a day."""
    found, i = {verb}, verb
    while reading.tokens[i].dep in ("conj", "advcl") and reading.tokens[i].head not in found:
        i = reading.tokens[i].head
        found.add(i)
    return found


def _is_day(time: TimeExpression) -> bool:
    return time.type in ("DATE", "TIME") and bool(time.latest) and (time.earliest or "") > _OLDEST


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
