"""Which chain a pronoun points to: the most salient one before it that fits, if it is clearly so."""

from __future__ import annotations

from atstake.extract.coreference.bound import excluded, is_named_in_own_words, is_reported
from atstake.extract.coreference.chain import Chain, Chains
from atstake.extract.coreference.scene import Place
from atstake.extract.coreference.tellers import may_deny, standing_aside
from atstake.facts.agents import sex_by_pronoun
from atstake.model.annotations import Mention

_REACH = 4
"""How many sentences back a pronoun may point."""
_MARGIN = 0.35
"""By how much the best must lead, or nothing is taken."""

_JUST_ACTED = 0.5
"""What the only one who spoke or acted in the sentence before has over others."""
_LEAST = -2.0
_LEAST_THING = -0.5
"""How salient it must be at the least: "it" and "they" often mean no actor at all."""


def best_person(chains: Chains, mention: Mention, sex: str) -> Chain | None:
    """The person that "he" or "she" points to, or None where two are about as likely."""
    here = chains.scene.places[mention.id]
    persons = [c for c in chains.chains if c.type == "person" and not c.plural and sex in _sexes(c)]
    fitting = [c for c in persons if not excluded(chains, c, mention, here)]
    if mention.target.quote.lower().endswith("self"):
        # Of somebody in the same sentence, and where it stands in quotation marks, inside of them.
        fitting = [c for c in fitting if any(_is_beside(p, here) for p in c.seen)]
    if here.source:
        aside = standing_aside(chains, fitting, mention)
        fitting = [c for c in fitting if c not in aside]
    best = _clear(chains, fitting, here, sex, _LEAST)
    if best is not None and here.source:
        open_to_doubt = (
            _is_rivalled(chains, best, fitting, here)
            or is_reported(chains, best, mention)
            or _is_outdone(chains, best, persons, mention, sex)
        )
        return best if not open_to_doubt and may_deny(chains, best, mention, fitting) else None
    if best is not None and here.subject and _is_aside(best, fitting, here):
        return None
    return best


def _is_beside(place: Place, here: Place) -> bool:
    return (place.sentence, place.quoted) == (here.sentence, here.quoted)


def _is_aside(best: Chain, fitting: list[Chain], here: Place) -> bool:
    """Whether the best is only the subject of a clause of the sentence before, and it names another too.

    "The speech came after Brandt accused Holm. He also went to Koro": whoever gave the speech may have.
    """
    last = best.seen[-1]
    if last.sentence != here.sentence - 1 or last.main:
        return False
    return any(p.sentence == last.sentence and not p.quoted for c in fitting if c is not best for p in c.seen)


def _sexes(chain: Chain) -> str:
    """ "m", "f" or both: by what is known of the actor, else by the pronouns that point to it so far."""
    if chain.sex:
        return chain.sex
    told = zip(chain.mentions, chain.seen, strict=True)
    said = {sex_by_pronoun(m.target.quote) for m, p in told if m.form == "pronoun" and not p.quoted} - {""}
    return said.pop() if len(said) == 1 else "mf"


def _is_rivalled(chains: Chains, best: Chain, fitting: list[Chain], here: Place) -> bool:
    """Whether another who fits is named between the best and the pronoun, in one sentence with both.

    "Holm attacked Brandt after he said ...": he may be either. Who only owns something is no rival.
    """
    last = best.seen[-1]
    before = chains.scene.token(here.token - 1).text.lower() if here.token else ""
    if last.sentence != here.sentence or (before in ("and", "but", "then", "yet") and last.main):
        # "Holm met Brandt, and he said ...": whoever is the subject of both.
        return False
    return any(
        last.token < place.token < here.token
        and place.sentence == here.sentence
        and (place.quoted, place.reported) == (last.quoted, last.reported)
        and chains.scene.token(place.token).dep not in ("poss", "compound", "nmod", "amod")
        for other in fitting
        if other is not best
        for place in other.seen[-6:]
    )


def _is_outdone(chains: Chains, best: Chain, persons: list[Chain], mention: Mention, sex: str) -> bool:
    """Whether somebody who did something is meant more clearly, but for being named in the very words.

    "Holm was angry at Brandt. “Why do they attack Holm?” he said" may be Holm. Who has just spoken is meant.
    """
    here = chains.scene.places[mention.id]
    most = _salience(best, here, sex)
    spoke = any(here.sentence - p.sentence <= _REACH and (p.source or p.main) for p in best.seen)
    if most is None or spoke:
        return False
    named = [c for c in persons if c is not best and is_named_in_own_words(chains, c, mention)]
    return any((_salience(c, here, sex) or most) > most for c in named)


def best_thing(chains: Chains, mention: Mention, plural: bool) -> Chain | None:
    """The body, government or group that "they" or "it" points to."""
    here = chains.scene.places[mention.id]
    things = ("organisation", "government", "armed-group") + (("population",) if plural else ())
    fitting = [
        c
        for c in chains.chains
        if (c.type in things or (plural and c.plural and c.type == "person"))
        and not excluded(chains, c, mention, here)
        and (plural or not _plural_last(chains, c))
        and (not plural or _plural_last(chains, c) or c.type in ("organisation", "government", "population"))
    ]
    if not here.source and not here.subject:
        fitting = [c for c in fitting if here.sentence - c.seen[-1].sentence <= 1]
    aside = standing_aside(chains, fitting, mention) if here.source else []
    fitting = [c for c in fitting if c not in aside]
    # Who is left of accuser and accused is meant, however little is said of them.
    best = _clear(chains, fitting, here, "", _LEAST if aside else _LEAST_THING)
    if best is None or not here.source:
        return best
    told = _are_several(chains, best, here) if plural else may_deny(chains, best, mention, fitting)
    return best if told else None


def _are_several(chains: Chains, chain: Chain, here: Place) -> bool:
    """Whether "they" said it can be the chain's: several by their name, or a body that has just spoken.

    No others in the plural may have acted since: "Brenia closed the road. Drivers waited. They said ...".
    """
    scene, last = chains.scene, chain.seen[-1]
    several = _plural_last(chains, chain)
    spoke = chain.type in ("organisation", "armed-group") and last.source
    if not (several or chain.type == "population" or (spoke and here.sentence - last.sentence <= 1)):
        return False
    since = range(last.token + 1, here.token)
    return not any(
        scene.token(i).tag in ("NNS", "NNPS") and scene.token(i).dep in ("nsubj", "nsubjpass") for i in since
    )


def _plural_last(chains: Chains, chain: Chain) -> bool:
    return chains.scene.token(chain.seen[-1].token).tag in ("NNS", "NNPS")


def _clear(chains: Chains, fitting: list[Chain], here: Place, sex: str, least: float) -> Chain | None:
    last = _last_speaker(chains, fitting, here) if here.source else None
    scored = sorted(
        (
            (value + _JUST_ACTED * (chain is last), -index, chain)
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


def _last_speaker(chains: Chains, fitting: list[Chain], here: Place) -> Chain | None:
    """Who speaks or acts in the sentence before a "he said", where nobody else who fits is named in it.

    "Holm, a senator, agreed. “It is late,” he said": however often others are named, they stand further back.
    Where the sentence before is a part of somebody's speech that tells of nobody, and a quotation follows,
    which may go on with it, it is whose speech it is.
    """
    before = [
        (chain, place)
        for chain in fitting
        for place in chain.seen
        if place.sentence == here.sentence - 1 and not place.quoted and not place.credit
    ]
    acting = [chain for chain, place in before if place.source or (place.main and place.subject)]
    if before:
        return acting[0] if acting and all(chain is acting[0] for chain, _ in before) else None
    scene = chains.scene
    begin = scene.reading.sentences[here.sentence].span.start
    if not here.sentence or not scene.quotation_around(begin + 1):
        return None
    speech = scene.speech_around(scene.reading.sentences[here.sentence - 1].span.start)
    speaker = chains.of.get(scene.sources.get(speech.id, "")) if speech else None
    return next((chain for chain in fitting if chain is speaker), None)


def _salience(chain: Chain, here: Place, sex: str) -> float | None:
    best: float | None = None
    for place in chain.seen[-6:]:
        back = here.sentence - place.sentence
        if back > _REACH or place.token >= here.token or place.credit:
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
