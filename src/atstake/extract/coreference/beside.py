"""What is said right beside a name: Mr or Mrs, "herself", "her husband", a son's "Jr."."""

from __future__ import annotations

import re

from atstake.extract.coreference.chain import sex_said
from atstake.extract.coreference.scene import Scene
from atstake.facts.agents import sex_by_address, sex_by_pronoun
from atstake.facts.spelling import generation
from atstake.model.annotations import Mention

_SPOUSES = {"husband": "f", "wife": "m"}
"""Whose husband or wife somebody is tells the sex of the one that they are married to, as a rule."""


def sex_of_mention(scene: Scene, mention: Mention) -> str:
    """ "m" or "f" by the form of address in front, a title, a noun or a given name."""
    before = scene.reading.text[max(0, mention.target.start - 9) : mention.target.start]
    return sex_by_address(before) or sex_said(mention)


def generation_said(scene: Scene, mention: Mention) -> str:
    """ "jr" of "Holm Jr.", also where the mention ends before it."""
    behind = re.match(r",? (Jr|Sr|III|IV)\b", scene.reading.text[mention.target.end : mention.target.end + 6])
    return generation(mention.target.quote) or (behind[1].lower() if behind else "")


def sex_of_self(scene: Scene, mention: Mention) -> str:
    """ "m" or "f" by "himself" or "herself" right behind the name."""
    index = scene.places[mention.id].token + 1
    word = scene.token(index).text.lower() if index < len(scene.reading.tokens) else ""
    return sex_by_pronoun(word) if word.endswith("self") else ""


def sex_by_sentence(scene: Scene, mention: Mention) -> str:
    """ "m" or "f" by a husband or wife, or by the pronouns behind a subject that go back to nobody else.

    Of weight only where the two who could be meant are a man and a woman.
    """
    reading = scene.reading
    place = scene.places[mention.id]
    following = reading.tokens[place.token + 1 : place.token + 3]
    if len(following) > 1 and following[0].tag == "POS" and following[1].text in _SPOUSES:
        return _SPOUSES[following[1].text]
    if not place.subject or place.quoted:
        return ""
    after = [m for m in scene.in_sentence(place.sentence) if scene.places[m.id].token > place.token]
    found = {
        sex
        for m in after
        if (sex := sex_by_pronoun(m.target.quote))
        and not scene.places[m.id].quoted
        and scene.token(scene.places[m.id].token).dep in ("nsubj", "nsubjpass", "poss")
    }
    others = [
        m
        for m in scene.in_sentence(place.sentence)
        if m.type == "person" and m.form != "pronoun" and m is not mention
    ]
    if len(found) != 1 or any(sex_of_mention(scene, m) in ("", *found) for m in others):
        return ""
    return found.pop()
