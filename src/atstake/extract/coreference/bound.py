"""What the sentence itself says against a pronoun's being somebody.

A pronoun is not its own verb's other argument, not who is named below its verb ("she asks Holm": she is not
Holm), not who speaks the quotation that it stands in, and not the one who asked, where it replies.
"""

from __future__ import annotations

from atstake.extract.coreference.chain import Chain, Chains, surnames
from atstake.extract.coreference.scene import Place
from atstake.facts.spelling import surname_of
from atstake.facts.tables import plain
from atstake.model.annotations import Mention

_REPLIES = frozenset({"reply", "respond", "answer", "retort", "shoot"})
_ASKS = frozenset({"ask", "question", "press", "quiz", "interview", "challenge", "prod"})


def excluded(chains: Chains, chain: Chain, mention: Mention, here: Place) -> bool:
    """Whether the pronoun cannot be the chain's actor."""
    token = chains.scene.token(here.token)
    if not mention.target.quote.lower().endswith(("self", "selves")):
        for place in chain.seen:
            other = chains.scene.token(place.token)
            same_verb = other.head == token.head and place.token != here.token
            if same_verb and {other.dep, token.dep} >= {"nsubj", "dobj"} and place.sentence == here.sentence:
                return True
    if _is_named_below(chains, chain, mention, here) or _asked(chains, chain, here):
        return True
    if any(p.sentence == here.sentence and _is_unlike(chains, p) for p in chain.seen):
        return True
    if here.source and is_named_in_own_words(chains, chain, mention):
        return True
    return here.quoted and _speaks_here(chains, chain, mention)


def _is_unlike(chains: Chains, place: Place) -> bool:
    """Whether somebody is told apart from the pronoun: "Unlike Holm, she ..."."""
    before = chains.scene.token(place.token - 1).text.lower() if place.token else ""
    return before == "unlike"


def _is_named_below(chains: Chains, chain: Chain, mention: Mention, here: Place) -> bool:
    """Whether the chain's actor is named behind the pronoun, under the verb that it is the subject of."""
    scene = chains.scene
    token = scene.token(here.token)
    if token.dep not in ("nsubj", "nsubjpass"):
        return False
    below = _arguments(chains, token.head)
    keys = {surname_of(name) for name in chain.names} if chain.type == "person" else set()
    names = {plain(name) for name in chain.names}
    for other in scene.in_sentence(here.sentence):
        if other.form not in ("name", "acronym") or other.target.start < mention.target.end:
            continue
        if scene.places[other.id].token not in below:
            continue
        if plain(other.target.quote) in names or (other.type == "person" and keys & set(surnames(other))):
            return True
    return False


def is_reported(chains: Chains, chain: Chain, mention: Mention) -> bool:
    """Whether the actor is named in what the pronoun's verb reports: "Holm wants a dam, he says".

    A colon or a bracket between them parts the two: "Holm praised the dam: "It holds," he said".
    """
    scene, here = chains.scene, chains.scene.places[mention.id]
    told = [(m, p) for m, p in zip(chain.mentions, chain.seen, strict=True) if m.form != "pronoun"]
    if not told:
        return False
    verb, (named, last) = scene.token(here.token).head, told[-1]
    between = scene.reading.text[named.target.end : mention.target.start]
    if last.sentence != here.sentence or any(mark in between for mark in ":;()\n—–"):
        return False
    clauses = (c for c in scene.reading.children.get(verb, ()) if scene.token(c).dep == "ccomp")
    return any(last.token in _arguments(chains, clause) for clause in clauses if clause < here.token)


def _arguments(chains: Chains, verb: int) -> set[int]:
    """The words that a verb governs, but for clauses that only stand beside it ("though Holm had asked")."""
    found, waiting = set(), [verb]
    while waiting:
        for child in chains.scene.reading.children.get(waiting.pop(), ()):
            if chains.scene.token(child).dep not in ("advcl", "relcl", "parataxis"):
                found.add(child)
                waiting.append(child)
    return found


def _asked(chains: Chains, chain: Chain, here: Place) -> bool:
    """Whether a reply is looked for, and it was the chain's actor who had asked, right before."""
    scene = chains.scene
    token = scene.token(here.token)
    if token.dep != "nsubj" or scene.token(token.head).lemma.lower() not in _REPLIES:
        return False
    last = chain.seen[-1]
    asker = scene.token(last.token)
    return (
        here.sentence - last.sentence <= 1
        and asker.dep == "nsubj"
        and scene.token(asker.head).lemma.lower() in _ASKS
    )


def is_named_in_own_words(chains: Chains, chain: Chain, mention: Mention) -> bool:
    """Whether what the pronoun is said to say names that actor: nobody calls himself so.

    Of reported words only where they come first: "Holm must explain himself, he says" is not Holm.
    """
    here = chains.scene.places[mention.id].token
    if here and chains.scene.token(here - 1).text.lower() == "as":
        # "Was Holm there, as he told the court?": he is Holm.
        return False
    contents = [
        s
        for a in chains.scene.attributions
        if chains.scene.sources.get(a.id) == mention.id
        for s in a.content.spans
    ]
    at = chains.scene.places[mention.id].sentence
    # Whoever holds an office speaks of it: "Holm said ... “It is up to the president,” he said."
    spoke = any(p.source and p.main and 0 < at - p.sentence <= 2 and not p.quoted for p in chain.seen)
    return any(
        (place.quoted or other.target.end <= mention.target.start)
        and other.form != "pronoun"
        and not (other.form == "title" and spoke)
        and any(s.contains(other.target.whole) for s in contents)
        for other, place in zip(chain.mentions, chain.seen, strict=True)
    )


def _speaks_here(chains: Chains, chain: Chain, mention: Mention) -> bool:
    """Whether the chain's actor is who speaks the quotation that the pronoun stands in.

    Where none was read around it, whoever has words inside the same quotation marks.
    """
    scene = chains.scene
    speech = scene.speech_around(mention.target.start)
    if speech is not None and scene.sources.get(speech.id) != mention.id:
        return _is_in(chains, chain, scene.sources.get(speech.id))
    marks = scene.quotation_around(mention.target.start)
    speakers = {
        scene.sources[a.id]
        for a in scene.attributions
        if a.id in scene.sources and any(s.overlaps(marks) for s in a.content.spans)
    }
    return any(_is_in(chains, chain, source) for source in speakers - {mention.id})


def _is_in(chains: Chains, chain: Chain, mention: str | None) -> bool:
    """Whether a mention is the chain's, or will be: one further on that has a name of it."""
    if mention is None or mention in chains.of:
        return mention is not None and chains.of[mention] is chain
    ahead = next((m for m in chains.scene.mentions if m.id == mention), None)
    return ahead is not None and ahead.form in ("name", "acronym") and ahead.target.quote in chain.names
