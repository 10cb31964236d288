"""Where a sentence tells that somebody did something: a verb told as past, its actor and its recipient.

Precision before recall: future, conditional, negated, questioned and merely reported sayings are no events.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atstake.facts import cameo
from atstake.model.annotations import Mention
from atstake.model.reading import Reading, Sentence
from atstake.model.text import Span

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_UNREAL = frozenset(
    {"will", "would", "could", "may", "might", "should", "must", "can", "shall", "'ll", "’ll", "ca"}
)
_IF = frozenset({"if", "unless", "whether", "until"})
_ACTOR_TYPES = frozenset(
    {"person", "government", "organisation", "armed-group", "population", "demonym", "title"}
)
# Verbs of saying, having and being, which tell of no event by themselves.
_NO_EVENT = frozenset(
    "say tell be have do add note state describe explain write report know think believe hope want "
    "expect feel see hear seem appear become make get take give come go remain stay need mean include keep "
    "put let die compete overwhelm break defeat beat win lose begin start continue try attempt seek fall "
    "deny insist confirm claim allege suggest argue acknowledge stress reiterate reveal tweet comment "
    "doubt".split()
)
# Above a participle these say that it did not happen, or that somebody only says so.
KEEPS_FROM_BEING = frozenset(
    "deny refuse stop prevent avoid accuse suspect ban consider threaten plan reject oppose fear risk".split()
)
_MUTUAL = frozenset("meet talk confer negotiate consult clash fight agree skirmish".split())
_AT = frozenset("against at with on to toward towards".split())
_WEAK = {"carry": "out", "step": "down", "pull": "out", "go": "on"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A verb (token index) with the mentions around it; the actor is who acts, passive or not."""

    verb: int
    actor: Mention | None
    recipient: Mention | None
    span: Span
    """The clause: the verb with what hangs on it, other clauses left out."""


def candidates(reading: Reading, sentence: Sentence, mentions: list[Mention]) -> Iterator[Candidate]:
    """The events that a sentence may tell. ``mentions`` are those of the sentence."""
    by_head = {i: m for m in mentions if (i := head_token(reading, m)) is not None}
    for verb in range(sentence.first, sentence.last):
        if not _is_past(reading, verb) or not _tells(reading, verb):
            continue
        actor, recipient = _roles(reading, verb, by_head)
        if actor is None and recipient is None:
            continue
        clause = _clause(reading, sentence, verb)
        together = _together(reading, verb, by_head) if recipient is None else []
        for one, other in together:
            yield Candidate(verb, one, other, clause)
        if not together:
            yield Candidate(verb, actor, recipient, clause)


# Private functions


def head_token(reading: Reading, mention: Mention) -> int | None:
    """The index of a mention's last word, which heads it as a rule."""
    inside = reading.tokens_in(mention.head)
    return inside[-1] if len(inside) else None


def _is_past(reading: Reading, verb: int) -> bool:
    """Whether the verb is told as something that happened."""
    token = reading.tokens[verb]
    if token.pos != "VERB":
        return False
    helpers = [
        reading.tokens[c]
        for c in reading.children.get(verb, ())
        if reading.tokens[c].dep in ("aux", "auxpass")
    ]
    words = {h.text.lower() for h in helpers}
    if words & _UNREAL or any(h.tag == "TO" or h.text.lower() == "to" for h in helpers):
        return False
    below = [reading.tokens[c] for c in reading.children.get(verb, ())]
    if any(t.dep == "neg" for t in below) or any(t.dep == "mark" and t.text.lower() in _IF for t in below):
        return False
    if token.tag == "VBD":
        return True
    if token.tag == "VBN":
        return any(h.lemma in ("have", "be", "get") and h.tag != "VB" for h in helpers) or token.dep == "acl"
    if token.tag == "VBG":
        over = reading.tokens[token.head].lemma.lower()
        return bool(words & {"was", "were", "been"}) or (
            token.dep in ("advcl", "conj") and over not in KEEPS_FROM_BEING
        )
    return False


def _tells(reading: Reading, verb: int) -> bool:
    """Whether the verb is of a kind that codes an event."""
    token = reading.tokens[verb]
    lemma = token.lemma.lower()
    particle = next(
        (
            reading.tokens[c].text.lower()
            for c in reading.children.get(verb, ())
            if reading.tokens[c].dep == "prt"
        ),
        "",
    )
    if lemma in _NO_EVENT:
        return _WEAK.get(lemma) == particle != ""
    return cameo.knows(token.text.lower(), lemma)


def _roles(reading: Reading, verb: int, by_head: dict[int, Mention]) -> tuple[Mention | None, Mention | None]:
    """Who does it and to whom: subject and object, turned where the verb is passive."""
    subject = _subject(reading, verb, by_head)
    passive = any(reading.tokens[c].dep in ("nsubjpass", "auxpass") for c in reading.children.get(verb, ()))
    if reading.tokens[verb].dep == "acl" and reading.tokens[verb].tag == "VBN":
        passive, subject = True, usable(by_head.get(reading.tokens[verb].head))
    if passive:
        return _agent(reading, verb, by_head), subject
    return subject, _object(reading, verb, by_head, subject)


def _together(reading: Reading, verb: int, by_head: dict[int, Mention]) -> list[tuple[Mention, Mention]]:
    """ "A, B and C met": each with each, both ways, as PLOVER codes what is done together."""
    if reading.tokens[verb].lemma.lower() not in _MUTUAL:
        return []
    subjects = [c for c in reading.children.get(verb, ()) if reading.tokens[c].dep in _SUBJECTS]
    for subject in subjects:
        subjects += [c for c in reading.children.get(subject, ()) if _is_next_of_a_list(reading, c)]
    parties = [m for i in subjects if (m := usable(by_head.get(i))) is not None]
    return [(a, b) for a in parties for b in parties if a is not b]


def _is_next_of_a_list(reading: Reading, i: int) -> bool:
    """Whether a noun is joined to the one above it; the second of three is parsed as an apposition."""
    dep = reading.tokens[i].dep
    joins = any(reading.tokens[c].dep == "cc" for c in reading.children.get(i, ()))
    return dep == "conj" or (dep == "appos" and joins)


def _subject(reading: Reading, verb: int, by_head: dict[int, Mention]) -> Mention | None:
    """The subject's mention; that of the verb above, where this one shares it."""
    for child in reading.children.get(verb, ()):
        if reading.tokens[child].dep in _SUBJECTS | _PASSIVE_SUBJECTS:
            return usable(by_head.get(child)) or _whole(reading, child, by_head)
    token = reading.tokens[verb]
    if token.dep in ("conj", "advcl", "xcomp") and reading.tokens[token.head].pos in ("VERB", "AUX"):
        return _subject(reading, token.head, by_head)
    return None


def _whole(reading: Reading, noun: int, by_head: dict[int, Mention]) -> Mention | None:
    """ "the forces of X", "X's army": the actor inside the noun phrase."""
    for child in reading.children.get(noun, ()):
        if reading.tokens[child].dep in ("poss", "compound", "amod", "nmod") and child in by_head:
            return usable(by_head[child])
    return None


def _agent(reading: Reading, verb: int, by_head: dict[int, Mention]) -> Mention | None:
    for child in reading.children.get(verb, ()):
        if reading.tokens[child].dep == "agent":
            for below in reading.children.get(child, ()):
                if found := usable(by_head.get(below)) or _whole(reading, below, by_head):
                    return found
    return None


def _object(
    reading: Reading, verb: int, by_head: dict[int, Mention], subject: Mention | None
) -> Mention | None:
    """The nearest actor under the verb that is not the subject, objects before what prepositions add."""
    found: list[tuple[int, int]] = []
    stack = [(c, 0) for c in reading.children.get(verb, ()) if reading.tokens[c].dep not in _SUBJECTS]
    while stack:
        i, depth = stack.pop()
        token = reading.tokens[i]
        if token.dep in ("ccomp", "advcl", "relcl", "conj", "parataxis") and token.pos == "VERB":
            continue
        mention = by_head.get(i)
        if (
            mention is not None
            and mention is not subject
            and (usable(mention) or _is_aimed_at(reading, i, mention))
        ):
            found.append((depth, i))
        if depth < 3:
            stack += [(c, depth + 1) for c in reading.children.get(i, ())]
    return by_head[min(found)[1]] if found else None


def _is_aimed_at(reading: Reading, i: int, mention: Mention) -> bool:
    """Whether a state's name, though no actor here, is what the deed is done to: "fired at X", "hit X"."""
    if mention.type != "place" or not mention.country or not mention.known:
        return False
    over = reading.tokens[reading.tokens[i].head].text.lower()
    return reading.tokens[i].dep in ("dobj", "dative") or (reading.tokens[i].dep == "pobj" and over in _AT)


def usable(mention: Mention | None) -> Mention | None:
    """A mention that can act or suffer; a place only where it stands for a government."""
    if mention is None:
        return None
    acts = mention.metonym or mention.type in _ACTOR_TYPES or mention.form == "pronoun"
    return mention if acts else None


def _clause(reading: Reading, sentence: Sentence, verb: int) -> Span:
    """The stretch of the verb and all below it but other finite clauses."""
    inside, stack = [verb], list(reading.children.get(verb, ()))
    while stack:
        i = stack.pop()
        token = reading.tokens[i]
        if token.dep in ("conj", "parataxis") and token.pos == "VERB":
            continue
        inside.append(i)
        stack.extend(reading.children.get(i, ()))
    first, last = min(inside), max(inside)
    return Span(
        max(reading.tokens[first].start, sentence.span.start),
        min(reading.tokens[last].end, sentence.span.end),
    )
