"""Which chain a pronoun points to: the most salient one before it that fits, if it is clearly so."""

from __future__ import annotations

from atstake.extract.coreference.chain import Chain, Chains
from atstake.extract.coreference.scene import Place
from atstake.model.annotations import Mention

_REACH = 4
"""How many sentences back a pronoun may point."""
_MARGIN = 0.35
"""By how much the best must lead, or nothing is taken."""

_LEAST = -2.0
_LEAST_THING = -0.5
"""How salient it must be at the least: "it" and "they" often mean no actor at all."""


def best_person(chains: Chains, mention: Mention, sex: str) -> Chain | None:
    """The person that "he" or "she" points to, or None where two are about as likely."""
    here = chains.scene.places[mention.id]
    fitting = [
        c
        for c in chains.chains
        if c.type == "person"
        and not c.plural
        and c.sex in ("", sex)
        and not _excluded(chains, c, mention, here)
    ]
    return _clear(chains, fitting, here, sex, _LEAST)


def best_thing(chains: Chains, mention: Mention, plural: bool) -> Chain | None:
    """The body, government or group that "they" or "it" points to."""
    here = chains.scene.places[mention.id]
    things = ("organisation", "government", "armed-group") + (("population",) if plural else ())
    fitting = [
        c
        for c in chains.chains
        if (c.type in things or (plural and c.plural and c.type == "person"))
        and not _excluded(chains, c, mention, here)
        and (plural or not _plural_last(chains, c))
        and (not plural or _plural_last(chains, c) or c.type in ("organisation", "government"))
    ]
    if not here.source and not here.subject:
        fitting = [c for c in fitting if here.sentence - c.seen[-1].sentence <= 1]
    return _clear(chains, fitting, here, "", _LEAST_THING)


def _plural_last(chains: Chains, chain: Chain) -> bool:
    return chains.scene.token(chain.seen[-1].token).tag in ("NNS", "NNPS")


def _clear(chains: Chains, fitting: list[Chain], here: Place, sex: str, least: float) -> Chain | None:
    scored = sorted(
        (
            (value, -index, chain)
            for index, chain in enumerate(fitting)
            if (value := _salience(chain, here, sex)) is not None
        ),
        key=lambda row: (-row[0], row[1]),
    )
    if not scored or scored[0][0] < least:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN:
        return None
    return scored[0][2]


def _salience(chain: Chain, here: Place, sex: str) -> float | None:
    best: float | None = None
    for place in chain.seen[-6:]:
        back = here.sentence - place.sentence
        if back > _REACH or place.token >= here.token:
            continue
        value = -1.0 * back + 0.5 * place.subject + 0.4 * place.main + 0.6 * place.source
        value -= 0.4 * (here.paragraph != place.paragraph)
        value -= 1.2 * (place.quoted and not here.quoted)
        value -= 0.7 * (place.reported and not place.quoted and not here.reported)
        value += 0.3 * (back == 0 and place.subject)
        best = value if best is None else max(best, value)
    if best is None:
        return None
    return best + 0.08 * min(len(chain.mentions), 8) + 0.2 * bool(sex and chain.sex == sex)


def _is_named_in_own_words(chains: Chains, chain: Chain, mention: Mention) -> bool:
    """Whether what the pronoun is said to say names that actor: nobody calls himself so.

    Of reported words only where they come first: "Holm must explain himself, he says" is not Holm.
    """
    contents = [
        s
        for a in chains.scene.attributions
        if chains.scene.sources.get(a.id) == mention.id
        for s in a.content.spans
    ]
    return any(
        (place.quoted or other.target.end <= mention.target.start)
        and other.form != "pronoun"
        and any(s.contains(other.target.whole) for s in contents)
        for other, place in zip(chain.mentions, chain.seen, strict=True)
    )


def _excluded(chains: Chains, chain: Chain, mention: Mention, here: Place) -> bool:
    """A pronoun is not its own verb's other argument, and not who speaks the quotation that it stands in."""
    token = chains.scene.token(here.token)
    if not mention.target.quote.lower().endswith(("self", "selves")):
        for place in chain.seen:
            other = chains.scene.token(place.token)
            same_verb = other.head == token.head and place.token != here.token
            if same_verb and {other.dep, token.dep} >= {"nsubj", "dobj"} and place.sentence == here.sentence:
                return True
    if here.source and _is_named_in_own_words(chains, chain, mention):
        return True
    if here.quoted:
        speech = chains.scene.speech_around(mention.target.start)
        if speech is not None:
            source = chains.scene.sources.get(speech.id)
            return source is not None and chains.of.get(source) is chain
    return False
